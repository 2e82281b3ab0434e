"""Language and domain rules as TOML, a folder per language, and their loader."""

from tocsin.rules.loader import Rule, languages, load, load_folder

__all__ = ["Rule", "languages", "load", "load_folder"]

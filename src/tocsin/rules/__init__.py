"""Language and domain rules as TOML, a folder per language, and their loader."""

from tocsin.rules.loader import Rule, digest, languages, load, load_folder, written

__all__ = ["Rule", "digest", "languages", "load", "load_folder", "written"]

"""Readers made of a folder of rules alone, for languages without a model."""

from functools import cache
from importlib.resources import files

from tocsin.read.partial import PartialReader, PartialRules
from tocsin.read.quantities import quantity_rules
from tocsin.read.sentences import Splitter
from tocsin.read.times import time_rules
from tocsin.read.words import WordRules
from tocsin.rules import digest, languages, load

NEEDED = ("words.toml", "quantities.toml", "quantities_units.toml", "times")


def rule_languages() -> tuple[str, ...]:
    """Return the languages whose folder holds all that times and figures need, sorted."""
    root = files("tocsin.rules")
    return tuple(
        code
        for code in languages()
        if all((root / code / part).is_file() or (root / code / part).is_dir() for part in NEEDED)
    )


@cache
def reader_by_rules(language: str) -> PartialReader:
    """Return the reader of times and figures in `language`, built once for each process.

    Raises:
        RuleError: when a rule file is missing, broken or lacks the proof of a rule.
    """
    return PartialReader(
        stamp=f"{language}-words+rules.{digest(language)}",
        language=language,
        rules=PartialRules(
            splitter=Splitter(load(language, "words.toml", WordRules)),
            times=time_rules(language),
            quantities=quantity_rules(language),
        ),
    )

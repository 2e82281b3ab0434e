"""What weighing needs of a text: its fingerprint, and whom it credits and cites."""

from tocsin.read.fingerprints.hollow import hollow_words
from tocsin.read.fingerprints.mentions import mentions
from tocsin.read.fingerprints.rules import LineageRules, lineage_rules
from tocsin.read.fingerprints.runs import WIDTH, fingerprint

# All rule files that fingerprints and mentions hang on, of a language and of the world.
FILES = (
    "entities_organisations.toml",
    "hollow.toml",
    "lineage.toml",
    "organisations.toml",
    "wires.toml",
)

__all__ = [
    "FILES",
    "WIDTH",
    "LineageRules",
    "fingerprint",
    "hollow_words",
    "lineage_rules",
    "mentions",
]

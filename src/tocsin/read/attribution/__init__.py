"""Who says what: source, cue and content, nested as the report nests them."""

from tocsin.read.attribution.find import find_attributions
from tocsin.read.attribution.rules import CueRules, cue_rules
from tocsin.read.attribution.voice import (
    UNSPECIFIED,
    Speaker,
    Voice,
    attribution_of,
    chain_at,
    voices_at,
)

__all__ = [
    "UNSPECIFIED",
    "CueRules",
    "Speaker",
    "Voice",
    "attribution_of",
    "chain_at",
    "cue_rules",
    "find_attributions",
    "voices_at",
]

"""Certainty: status, polarity, certainty, likelihood and condition of an event's claim."""

from tocsin.read.certainty.read import cues, stance
from tocsin.read.certainty.rules import (
    CertaintyFile,
    CertaintyRules,
    CueRule,
    LikelihoodRule,
    ResponseRule,
    certainty_rules,
)
from tocsin.read.certainty.stance import Heard, Stance

__all__ = [
    "CertaintyFile",
    "CertaintyRules",
    "CueRule",
    "Heard",
    "LikelihoodRule",
    "ResponseRule",
    "Stance",
    "certainty_rules",
    "cues",
    "stance",
]

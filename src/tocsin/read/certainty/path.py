"""The way up from an event to what governs it, with what was met on it."""

from dataclasses import dataclass

from tocsin.read.certainty.hits import Hit
from tocsin.read.syntax import Token


@dataclass(frozen=True, slots=True)
class Path:
    """The way up from an event: the cues met, the word that carries its tense, all words passed.

    `told_before` says that the event is content of something said in the past: its own tense then
    counts from that moment ("said that they were there", "said it would attack").
    """

    hits: tuple[Hit, ...]
    bearer: Token
    passed: tuple[Token, ...]
    told_before: bool = False

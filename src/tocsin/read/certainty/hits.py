"""Cues met on the way up from an event."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tocsin.read.certainty.rules import CueRule
from tocsin.read.syntax import Token


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in scope: its class, its rule, its words, and whether it is itself negated."""

    name: str
    rule: CueRule
    tokens: tuple[Token, ...]
    negated: bool = False


def each_once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield each cue of each class once, where it is first met."""
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        key = (hit.name, hit.tokens[0].i)
        if key not in seen:
            seen.add(key)
            yield hit


def refusals(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield `hits` with one of "declined to confirm": refused is the confirming, not the event."""
    last: Hit | None = None
    for hit in hits:
        cue = last.tokens[0] if last is not None else None
        refuses = last is not None and hit.rule.either == last.name and hit.name != last.name
        if last is not None and cue is not None and refuses and cue.rel == "xcomp":
            last = replace(last, negated=not hit.negated) if cue.head == hit.tokens[0].i else last
            continue
        if last is not None:
            yield last
        last = hit
    if last is not None:
        yield last

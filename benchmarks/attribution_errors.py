"""What goes wrong in who-says-what, counted by type, form and kind of source."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

Spans = Sequence[Sequence[int]]
Given = Mapping[str, Spans]

ROLES = ("source", "cue", "content")
_WORD = re.compile(r"\w+")
_LEAST = 0.5  # of Dice's coefficient, as the scorer's linked F1 asks of each role


def error_types(gold: Sequence[Given], found: Sequence[Given], text: str) -> Counter[str]:
    """Count the errors of one text: each gold voice not linked, and each voice too many."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    wanted, have = (
        [{role: _held(words, a[role]) for role in ROLES} for a in side] for side in (gold, found)
    )
    errors, used = Counter[str](), set[int]()
    for one in wanted:
        near = [n for n, other in enumerate(have) if n not in used and one["cue"] & other["cue"]]
        if not near:
            errors[_missed(one)] += 1
            continue
        best = max(near, key=lambda n: _dice(one["content"], have[n]["content"]))
        used.add(best)
        errors.update(_wrong(one, have[best]))
    inside = [_is_within(one, have) for one in have]
    errors["a voice too many"] += sum(
        1 for n in range(len(have)) if n not in used and not inside[n]
    )
    return +errors


def _held(words: Sequence[tuple[int, int]], spans: Spans) -> frozenset[int]:
    return frozenset(
        i for i, (a, b) in enumerate(words) if any(a < end and start < b for start, end in spans)
    )


def _missed(one: Mapping[str, frozenset[int]]) -> str:
    if not one["source"]:
        return "missed: a voice without a source"
    if one["content"] and max(one["content"]) < min(one["cue"] or one["source"]):
        return "missed: what is said stands first"
    return "missed: a voice with its source"


def _wrong(one: Mapping[str, frozenset[int]], other: Mapping[str, frozenset[int]]) -> list[str]:
    wrong = [role for role in ("source", "content") if _dice(one[role], other[role]) < _LEAST]
    kinds = [f"{role} {_how(one[role], other[role])}" for role in wrong]
    return kinds or (["cue too long or short"] if _dice(one["cue"], other["cue"]) < _LEAST else [])


def _how(gold: frozenset[int], found: frozenset[int]) -> str:
    if not found:
        return "not found"
    if not gold:
        return "where there is none"
    if not gold & found:
        return "elsewhere"
    return "too short" if len(found) < len(gold) else "too long"


def _is_within(
    one: Mapping[str, frozenset[int]], others: Sequence[Mapping[str, frozenset[int]]]
) -> bool:
    return any(o is not one and one["cue"] and one["cue"] <= o["content"] for o in others)


def _dice(a: frozenset[int], b: frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0

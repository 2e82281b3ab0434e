"""Sentences of two halves: who speaks on one side of a semicolon speaks for himself.

"According to the ministry, 58 people were killed; the Red Crescent put the toll at 71."
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tocsin.read.attribution.draft import Draft
from tocsin.read.syntax import Sentence

_SEMICOLON = ";"


def part_halves(
    sentence: Sentence, number: int, drafts: Sequence[Draft], quoted: Sequence[bool]
) -> None:
    """Take out of each voice the other halves that have a voice of their own, in place."""
    halves = list(_halves(sentence, quoted))
    for half in halves if len(halves) > 1 else ():
        own = [d for d in drafts if d.verb.i in half and any(h.i in half for h in d.heads)]
        for draft in drafts if own else ():
            held = any(not other.content.isdisjoint(draft.content) for other in own)
            if held and draft not in own and draft.verb.i not in half:
                draft.drop(number, sentence.tokens[max(0, half.start - 1) : half.stop])


def _halves(sentence: Sentence, quoted: Sequence[bool]) -> Iterator[range]:
    """Yield the words before, between and behind the semicolons that no quotation holds."""
    marks = [t.i for t in sentence.tokens if t.text == _SEMICOLON and not quoted[t.i]]
    for before, end in pairwise((-1, *marks, len(sentence.tokens))):
        yield range(before + 1, end)

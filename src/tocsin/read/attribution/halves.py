"""Sentences of two halves: who speaks behind a semicolon speaks for himself.

"According to the ministry, 58 people were killed; the Red Crescent put the toll at 71."
"""

from collections.abc import Iterator, Sequence

from tocsin.read.attribution.draft import Draft
from tocsin.read.syntax import Sentence

_SEMICOLON = ";"


def part_halves(
    sentence: Sentence, number: int, drafts: Sequence[Draft], quoted: Sequence[bool]
) -> None:
    """Take out of each voice the half behind a semicolon that has a voice of its own, in place."""
    for half in _halves(sentence, quoted):
        own = [d for d in drafts if d.verb.i in half and any(h.i in half for h in d.heads)]
        if not own:
            continue
        for draft in drafts:
            held = any((number, other.verb.i) in draft.content for other in own)
            if draft not in own and draft.cue[-1].i < half.start and held:
                draft.drop(number, sentence.tokens[half.start - 1 : half.stop])


def _halves(sentence: Sentence, quoted: Sequence[bool]) -> Iterator[range]:
    """Yield the words behind each semicolon that no quotation holds, up to the next one."""
    marks = [t.i for t in sentence.tokens if t.text == _SEMICOLON and not quoted[t.i]]
    ends = [*marks[1:], len(sentence.tokens)]
    for mark, end in zip(marks, ends, strict=False):
        yield range(mark + 1, end)

"""Contents without holes: a clause is whole even where the tree tears it."""

from itertools import pairwise

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.spans import noun_phrase
from tocsin.read.syntax import Sentence

# A longer hole is more likely another clause than a phrase hung on the wrong word.
_LONGEST = 12


def fill_gaps(sentence: Sentence, draft: Draft) -> None:
    """Take into the content what lies between its parts and is neither cue nor source, in place."""
    held = sorted(i for number, i in draft.content if number == draft.sentence)
    barred = {token.i for token in draft.cue}
    for head in draft.heads:
        barred.update(token.i for token in noun_phrase(sentence, head))
    for before, after in pairwise(held):
        gap = range(before + 1, after)
        if 0 < len(gap) <= _LONGEST and not barred.intersection(gap):
            draft.take(draft.sentence, (sentence.tokens[i] for i in gap))

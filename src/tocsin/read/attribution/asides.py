"""Cues set off by commas: "…, the ministry said", "…, said Kim, …", whatever the tree makes of it.

A verb of saying with its source between commas, or between a comma and the end, gives away the
rest of the sentence. Parsers hang such clauses in many ways; commas and quotation marks do not lie.
"""

from collections.abc import Sequence

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.subjects import is_passive
from tocsin.read.syntax import Sentence, Token

_BREAKS = frozenset({",", "”", '"', "''", "’", "—", "–", "--", "-", "―"})
_STOPS = frozenset({".", "!", "?", ";", ":", ")"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_NAME_PARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LONGEST_TAIL = 8


def bind_aside(sentence: Sentence, draft: Draft, quoted: Sequence[bool]) -> None:
    """Give a verb of saying that stands aside its source and its sentence, in place.

    Applies where the verb is finite and outside quotation marks, and where the tree has found no
    clause for it or no source, or a source inside the quotation.
    """
    verb = draft.verb
    if quoted[verb.i] or not _can_stand_aside(sentence, verb):
        return
    if draft.heads and quoted[draft.heads[0].i]:
        draft.heads = []
    if draft.heads and draft.content and not draft.awaits:
        return
    place = _place(sentence, draft)
    if place is None:
        return
    first, last, head = place
    if not draft.heads:
        draft.heads = [head]
        draft.edge = (first, draft.cue[0].i - 1) if head.i < verb.i else (verb.i + 1, last)
    own = range(first, last + 1)
    draft.drop(draft.sentence, (sentence.tokens[i] for i in own))
    if draft.awaits or not draft.content:
        draft.take(draft.sentence, (t for t in sentence.tokens if t.i not in own))
        draft.awaits, draft.clausal = False, True


def _can_stand_aside(sentence: Sentence, verb: Token) -> bool:
    if verb.deprel == "acl:relcl" or is_passive(sentence, verb):
        return False
    return verb.xpos in _FINITE or sentence.child(verb, "aux") is not None


def _place(sentence: Sentence, draft: Draft) -> tuple[int, int, Token] | None:
    """Return the first and last token of cue and source, and the head of the source."""
    before = _before(sentence, draft)
    after = _after(sentence, draft)
    for place in (after, before):
        if place is not None and _is_set_off(sentence, place[0], place[1]):
            return place
    return None


def _before(sentence: Sentence, draft: Draft) -> tuple[int, int, Token] | None:
    """The source stands before the verb: ", the ministry said"."""
    first = draft.cue[0].i
    i = first - 1
    while i >= 0 and sentence.tokens[i].text not in _BREAKS:
        i -= 1
    row = sentence.tokens[i + 1 : first]
    head = _noun(row)
    if i < 0 or head is None or any(t.upos == "VERB" for t in row):
        return None
    return i + 1, _tail(sentence, draft.verb.i), head


def _after(sentence: Sentence, draft: Draft) -> tuple[int, int, Token] | None:
    """The source stands behind the verb: ", said Kim"."""
    start = draft.verb.i + 1
    last = start
    while last < len(sentence.tokens) and sentence.tokens[last].upos in _NAME_PARTS:
        last += 1
    head = _noun(sentence.tokens[start:last])
    if head is None or sentence.tokens[draft.cue[0].i - 1].text not in _BREAKS:
        return None
    return draft.cue[0].i, _phrase_end(sentence, head, last - 1), head


def _phrase_end(sentence: Sentence, head: Token, last: int) -> int:
    below = {t.i for t in sentence.subtree(head)}
    while last + 1 in below:
        last += 1
    return last


def _noun(row: Sequence[Token]) -> Token | None:
    """Return the head of a row of words that is one noun phrase: its last name or noun."""
    inside = {t.i for t in row}
    heads = [t for t in row if t.upos in _NOMINAL and t.head not in inside]
    return next(iter(heads), None)


def _tail(sentence: Sentence, verb: int) -> int:
    """Return where what follows the verb ends: "said on Monday", "told reporters"."""
    i = verb
    while i + 1 < len(sentence.tokens) and i - verb < _LONGEST_TAIL:
        text = sentence.tokens[i + 1].text
        if text in _BREAKS or text in _STOPS:
            return i
        i += 1
    return i


def _is_set_off(sentence: Sentence, first: int, last: int) -> bool:
    before = sentence.tokens[first - 1].text if first > 0 else None
    after = sentence.tokens[last + 1].text if last + 1 < len(sentence.tokens) else "."
    return before in _BREAKS and (after in _BREAKS or after in _STOPS)

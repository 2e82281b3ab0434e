"""Two things said in one breath: "stated that it fell back and denied that the town was lost".

Parsers hang the second cue on the clause of the first, as if its subject spoke. A verb of saying
that follows so without a subject of its own, and goes back to the tense of the first, is the first
speaker's.
"""

from collections.abc import Sequence

from tocsin.read.attribution.draft import Draft
from tocsin.read.syntax import Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "csubj", "expl")


def part_cues(sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """Take each later cue of one speaker, and all that follows it, out of the earlier content."""
    for draft in drafts:
        for other in drafts:
            if draft is not other and _is_joined(sentence, draft, other.verb):
                first = _first(sentence, other)
                draft.drop(draft.sentence, sentence.tokens[first:])
                other.heads, other.phrase = list(draft.heads), list(draft.phrase)


def _is_joined(sentence: Sentence, draft: Draft, verb: Token) -> bool:
    """Whether `verb` is joined to the clause that `draft` gives its source, and is the source's."""
    said = sentence.head(verb) if verb.rel == "conj" else None
    if said is None or said.rel != "ccomp" or said.head != draft.verb.i or not draft.heads:
        return False
    if not _is_finite(sentence, verb) or sentence.child(verb, *_SUBJECTS) is not None:
        return False
    # "had driven … and ordered": the tense goes back to that of the saying.
    return _tense(sentence, verb) == draft.verb.xpos != _tense(sentence, said)


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    return verb.xpos in _FINITE and sentence.child(verb, "aux") is None


def _tense(sentence: Sentence, verb: Token) -> str:
    helper = sentence.child(verb, "aux", "cop")
    return verb.xpos if helper is None else f"{helper.xpos} {verb.xpos}"


def _first(sentence: Sentence, other: Draft) -> int:
    """Return where the second cue begins, its conjunction and comma with it."""
    first = other.cue[0].i
    joins = [t.i for t in sentence.children(other.verb, "cc", "punct") if t.i < first]
    return min([first, *joins])

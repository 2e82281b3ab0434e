"""Figures without a clause: "Killed: 12", "Houses destroyed – 140", "two dead, 19 injured"."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tocsin.read.syntax import Sentence, Token

_MARKS = frozenset({":", "–", "—", "-", "="})
_ENDS = frozenset({",", ";", ".", "•", "*", "|", "/"})
_LABELS = ("NOUN", "PROPN", "VERB", "ADJ")
_LONGEST = 6
# Words of a bound between the mark and the figure: "at least", "about".
_MOST_BOUNDING = 3
_FINITE = ("VBZ", "VBP", "VBD", "MD", "VB")
# How a parse may hang a figure from what stands beside its participle.
_BESIDE = ("conj", "parataxis", "appos", "nsubj", "dep")
# "12 more wounded"; what a state would describe; what only a clause of its own has.
_MORE = ("JJR", "RBR")
_NAMING = ("DT", "PRP$")
_DESCRIBED = ("NOUN", "PROPN", "NUM")
_CLAUSAL = ("obj", "nsubj", "aux", "cop", "mark", "csubj")
# What is counted may stand behind its figure: "Displaced: 3,200 people".
_MOST_COUNTED = 2


class Label(NamedTuple):
    """The words of a label, and the figure that it names."""

    words: tuple[Token, ...]
    figure: Token


def labels(sentence: Sentence) -> Iterator[Label]:
    """Yield the labels of a line with their figures, in order of the text."""
    for number in sentence.tokens:
        if number.upos == "NUM" and number.i > 0 and _closes(sentence, number):
            words = _label(sentence, number)
            if words:
                yield Label(words, number)


def is_labelled(sentence: Sentence) -> bool:
    """Say whether a line is nothing but a label with a mark and its figure: it is no heading."""
    found = [label for label in labels(sentence) if _mark(sentence, label.figure) is not None]
    return bool(found) and found[-1].figure.i + _MOST_COUNTED + 1 >= len(sentence.tokens) - 1


def _label(sentence: Sentence, number: Token) -> tuple[Token, ...]:
    mark = _mark(sentence, number)
    at = number.i if mark is None else mark.i
    found: list[Token] = []
    while at > 0 and len(found) <= _LONGEST:
        at -= 1
        token = sentence.tokens[at]
        if token.text in _ENDS or token.text in _MARKS or token.upos == "NUM":
            break
        found.insert(0, token)
    opens = not found or found[0].i == 0 or sentence.tokens[found[0].i - 1].text in _ENDS | _MARKS
    finite = any(token.xpos in _FINITE and token.upos == "AUX" for token in found)
    plain = mark is not None or _is_bare(found, sentence)
    return tuple(found) if opens and plain and not finite and len(found) <= _LONGEST else ()


def _is_bare(words: list[Token], sentence: Sentence) -> bool:
    """Whether a label without a mark stands in a list of such: "Deaths 54, injured 210"."""
    marked = sum(t.upos == "NUM" for t in sentence.tokens)
    return marked > 1 and 0 < len(words) < 3 and all(t.upos in _LABELS for t in words)


def _mark(sentence: Sentence, number: Token) -> Token | None:
    """The mark between a label and its figure, over the words of a bound."""
    for token in reversed(sentence.tokens[max(0, number.i - 1 - _MOST_BOUNDING) : number.i]):
        if token.text in _MARKS and token.i > 0:
            return token
        if token.upos not in ("ADV", "ADJ", "ADP", "DET"):
            return None
    return None


def _closes(sentence: Sentence, number: Token) -> bool:
    """Whether nothing but what is counted stands between the figure and the next mark."""
    for token in sentence.tokens[number.i + 1 : number.i + 2 + _MOST_COUNTED]:
        if token.upos in ("PUNCT", "SYM"):
            return True
        if token.upos not in ("NOUN", "ADJ"):
            return False
    return number.i + 2 + _MOST_COUNTED >= len(sentence.tokens)


def tallied(sentence: Sentence, state: Token, is_figure: Callable[[Token], bool]) -> Token | None:
    """Return the figure of an entry in a tally, whatever the tree makes of it: "60 *injured*".

    The state stands right behind its figure ("12 dead", "30 more wounded", "4 badly hurt") and
    describes nothing that follows; who acts or undergoes it stands nowhere else.
    """
    at = state.i - 1
    while at > 0 and (sentence.tokens[at].xpos in _MORE or sentence.tokens[at].upos == "ADV"):
        at -= 1
    number, behind = sentence.tokens[max(at, 0)], sentence.tokens[state.i + 1 : state.i + 2]
    if at < 0 or not is_figure(number) or any(t.upos in _DESCRIBED for t in behind):
        return None
    between = sentence.tokens[state.i + 1 : max(state.i + 1, state.head)]
    if state.rel == "amod" and state.head > state.i and all(t.xpos != "CD" for t in between):
        return None
    own = [t for t in sentence.children(state, *_CLAUSAL) if t.i != number.i]
    return None if own or sentence.child(number, "nmod") else number


def tallied_behind(
    sentence: Sentence, state: Token, is_tie: Callable[[Token], bool]
) -> Token | None:
    """Return the figure behind a state that a tally names first: "the *dead* number 29".

    In brackets ("dead (19)"), behind a word that ties it, or bare ("the wounded 38").
    """
    tokens, at = sentence.tokens, state.i + 1
    bracket = at < len(tokens) and tokens[at].text == "("
    tied = at < len(tokens) and is_tie(tokens[at])
    at += 1 if bracket or tied else 0
    number = tokens[at] if at < len(tokens) else None
    if number is None or number.xpos != "CD" or not _is_last(sentence, number):
        return None
    named = state.i > 0 and tokens[state.i - 1].xpos in _NAMING
    return number if bracket or named else None


def _is_last(sentence: Sentence, number: Token) -> bool:
    behind = sentence.tokens[number.i + 1 : number.i + 2]
    return not behind or behind[0].upos in ("PUNCT", "CCONJ", "SCONJ")


def bare_figure(sentence: Sentence, token: Token) -> Token | None:
    """Return the figure right before a participle without words of its own: "19 injured".

    In a list of such a parse hangs the two side by side: "two dead and 19 injured".
    """
    before = sentence.tokens[token.i - 1]
    if token.i == 0 or before.upos != "NUM" or token.upos != "VERB" or token.rel == "amod":
        return None
    own = sentence.child(token, "obj", "nsubj", "aux", "mark")
    if own is not None or sentence.child(before, "case") is not None:
        return None
    joined = token.rel == "conj" and before.head in (token.i, token.head)
    return before if joined or (before.rel in _BESIDE and before.head != token.i) else None


def state_figure(sentence: Sentence, state: Token) -> Token | None:
    """Return the figure that a state has to itself: "left 20 dead and 30 wounded"."""
    before = sentence.tokens[state.i - 1]
    if state.i == 0 or before.upos != "NUM" or state.rel == "amod":
        return None
    # A parse may hang the two side by side, or the state on its figure: "spoke of 20 dead".
    beside = before.head == state.head and state.rel != "xcomp"
    return before if beside or state.head == before.i or before.rel == "conj" else None

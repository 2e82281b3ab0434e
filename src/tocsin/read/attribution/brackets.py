"""Sources in brackets, as situation reports give them: "28 people were killed (OCHA)"."""

from collections.abc import Iterator, Sequence

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.rules import CueRules
from tocsin.read.syntax import Sentence, Token

# A name in brackets has no more words than this.
_LONGEST = 5
_NAMES = frozenset({"PROPN", "ADP", "DET", "CCONJ", "NOUN", "ADJ"})


def bracket_drafts(sentence: Sentence, number: int, rules: CueRules) -> Iterator[Draft]:
    """Yield a draft for each clause that ends in a name in brackets: who says what it tells.

    A name behind a name is its short form ("the International Organization for Migration (IOM)"),
    and says nothing.
    """
    begin = 0
    for opening in sentence.tokens:
        rule = rules.brackets.get(opening.text)
        if rule is None:
            continue
        name = _name(sentence, opening)
        told = sentence.tokens[begin : opening.i]
        head = _head(name)
        if head is not None and _tells(sentence, head, told):
            draft = Draft(number, opening, rule, [opening], [head], clausal=True)
            draft.edge = name[0].i, name[-1].i
            draft.take(number, told)
            yield draft
        begin = name[-1].i + 2 if name else begin


def _name(sentence: Sentence, opening: Token) -> list[Token]:
    """The words between brackets; none where they are no name."""
    inside: list[Token] = []
    for token in sentence.tokens[opening.i + 1 : opening.i + 2 + _LONGEST]:
        if token.upos not in _NAMES:
            break
        inside.append(token)
    closed = sentence.tokens[inside[-1].i + 1 :][:1] if inside else ()
    return inside if closed and closed[0].text == ")" else []


def _head(name: Sequence[Token]) -> Token | None:
    held = {t.i for t in name}
    return next((t for t in name if t.head not in held), None)


def _tells(sentence: Sentence, name: Token, told: tuple[Token, ...]) -> bool:
    above = sentence.head(name)
    verbal = above is not None and above.upos == "VERB" and above in told
    return verbal and name.upos == "PROPN" and told[-1].upos != "PROPN"

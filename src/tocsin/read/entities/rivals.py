"""Common nouns that a pronoun may as well stand for, though they are no entities."""

from collections.abc import Container, Iterator

from tocsin.read.entities.mention import SUBJECTS, Mention, is_plural
from tocsin.read.syntax import Document, Sentence, Token

_MASS = frozenset({"compound", "flat", "fixed", "nmod:desc", "nmod:unmarked", "obl:unmarked"})


def rivals(
    document: Document, pronoun: Mention, named: Container[tuple[int, int]], window: int
) -> Iterator[tuple[int, Token]]:
    """Yield, with their sentences, the nouns before a pronoun that agree with it in number.

    Nouns that govern a mention (`named`, by sentence and token) are none; neither are nouns that
    stand inside a name or a measure of time.
    """
    wants_many = pronoun.pronoun == "they"
    first = max(0, pronoun.sentence - window)
    for number in range(first, pronoun.sentence + 1):
        for token in document.sentences[number].tokens:
            if number == pronoun.sentence and token.i >= pronoun.first:
                return
            if token.upos != "NOUN" or token.deprel in _MASS or (number, token.i) in named:
                continue
            if is_plural(token) == wants_many and not _above(document, number, token, pronoun):
                yield number, token


def _above(document: Document, number: int, token: Token, pronoun: Mention) -> bool:
    # "the effects of its choice": what holds the pronoun is not what it stands for.
    sentence: Sentence = document.sentences[number]
    return number == pronoun.sentence and any(
        above.i == token.i for above in sentence.ancestors(pronoun.head)
    )


def is_subject(token: Token) -> bool:
    """Whether a noun is the subject of a clause."""
    return token.rel in SUBJECTS

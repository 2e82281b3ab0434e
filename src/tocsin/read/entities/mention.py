"""A mention: some words of a sentence that stand for somebody or something."""

from dataclasses import dataclass
from typing import Literal

from tocsin.read.entities.lists import NameForm
from tocsin.read.entities.rules import Known
from tocsin.read.syntax import Sentence, Token
from tocsin.records import Span
from tocsin.records.layers import EntityKind

MentionForm = Literal["name", "nominal", "pronoun"]

SUBJECTS = frozenset({"nsubj", "csubj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Tokens `first` to `last` of a sentence with their governing token `head`.

    `words` are a name's words without titles; `titles` the title words before it; `modifiers` what
    narrows a common noun; `state` the ISO code of the state that it is of.
    """

    sentence: int
    first: int
    last: int
    head: Token
    kind: EntityKind
    form: MentionForm
    span: Span
    text: str
    known: Known | None = None
    name_form: NameForm | None = None
    words: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    modifiers: frozenset[str] = frozenset()
    family: str | None = None
    state: str | None = None
    plural: bool = False
    pointing: bool = False
    opening: bool = False
    pronoun: str | None = None
    sex: str | None = None

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject of a clause."""
        return self.head.rel in SUBJECTS

    @property
    def order(self) -> tuple[int, int, int]:
        """Its place in the text; of two that start together the longer comes first."""
        return self.sentence, self.first, -self.last


def is_plural(token: Token) -> bool:
    """Whether a noun is plural by its Penn tag."""
    return token.xpos in ("NNS", "NNPS")


def head_of(sentence: Sentence, first: int, last: int) -> Token:
    """Return the token of `first` to `last` that governs the others; the last where none does."""
    for token in sentence.tokens[first : last + 1]:
        if not first <= token.head <= last:
            return token
    return sentence.tokens[last]

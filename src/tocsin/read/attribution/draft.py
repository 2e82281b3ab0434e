"""A voice in the making: tokens still, before they become spans and records."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tocsin.read.attribution.rules import Cue
from tocsin.read.syntax import Token

Where = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """Cue, source heads and content of one voice as tokens; `content` is (sentence, token).

    `awaits` marks a verb of saying that has found no clause yet and may take a quotation; `edge`
    is the first and last token within which the source lies, where commas tell; `phrase` are the
    words of the source where the encoder told them; `through` is the voice that passes this one on
    ("reported, citing officials"); `agentless` marks a passive that names nobody ("is feared").
    """

    sentence: int
    verb: Token
    rule: Cue
    cue: list[Token]
    heads: list[Token] = field(default_factory=list)
    content: set[Where] = field(default_factory=set)
    negated: bool = False
    listed: bool = True
    awaits: bool = False
    clausal: bool = False
    carried: bool = False
    edge: tuple[int, int] | None = None
    phrase: list[Token] = field(default_factory=list)
    through: "Draft | None" = None
    agentless: bool = False

    def take(self, sentence: int, tokens: Iterable[Token]) -> None:
        """Add tokens to the content."""
        self.content.update((sentence, token.i) for token in tokens)

    def drop(self, sentence: int, tokens: Iterable[Token]) -> None:
        """Take tokens out of the content."""
        self.content.difference_update((sentence, token.i) for token in tokens)

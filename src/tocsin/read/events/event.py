"""The reader's own record of an event: the words that name it, its clause and its participants."""

from dataclasses import dataclass

from tocsin.read.syntax import Token
from tocsin.records.claim import RoleName


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """A participant as words of the event's sentence; `head` governs `tokens`."""

    role: RoleName
    head: Token
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event that one clause states.

    `head` is the word that names the event and `trigger` all words that do. `predicate` carries
    its tense and negation: the event's own verb, or the light verb that governs the event's noun.
    `clause_head` governs `clause`, the shortest stretch that states the event. Tokens belong to
    `document.sentences[sentence]`; role words may stand outside the clause where a subject is
    shared under coordination. `again` is the event that this one means by a word that stands for
    it ("do so"): what is not told anew is as it was there. `teller` is who gives a figure of his
    own without a verb of saying, `counted` the figure of an entry in a tally ("12 dead").
    """

    type: str
    plover: str | None = None
    mode: str | None = None
    sentence: int
    head: Token
    trigger: tuple[Token, ...]
    predicate: Token
    clause_head: Token
    clause: tuple[Token, ...]
    roles: tuple[RoleWords, ...] = ()
    again: "Event | None" = None
    teller: Token | None = None
    counted: Token | None = None

    @property
    def elided(self) -> bool:
        """Whether a bare figure states it, which counts what `again` told of: "and 12 in Farah"."""
        return self.again is not None and self.head.upos == "NUM"

    def role(self, *names: RoleName) -> tuple[RoleWords, ...]:
        """Return the participants in one of the named roles."""
        return tuple(words for words in self.roles if words.role in names)

"""A coreference chain as it grows: the mentions of one thing, and what they tell of it."""

from dataclasses import dataclass, field

from tocsin.read.entities.mention import Mention
from tocsin.read.entities.rules import Known
from tocsin.records.layers import EntityKind


@dataclass(slots=True)
class Chain:
    """Mentions of one thing in order of the text, with what they share.

    `modifiers` is all that its nouns were narrowed by; a later "the official" fits where it says
    nothing that the chain does not.
    """

    number: int
    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    name_words: set[str] = field(default_factory=set)
    names: dict[tuple[EntityKind, tuple[str, ...]], None] = field(default_factory=dict)
    known: Known | None = None
    state: str | None = None
    sex: str | None = None

    @property
    def last(self) -> Mention:
        """The latest mention."""
        return self.mentions[-1]

    def add(self, mention: Mention) -> None:
        """Take in one more mention and what it tells."""
        self.mentions.append(mention)
        if mention.form == "nominal":
            self.nouns.update(mention.words)
            self.modifiers |= mention.modifiers
            self.families.add(mention.family or "")
        if mention.form == "name":
            self.names[mention.kind, mention.words] = None
            self.name_words.update(word.lower() for word in mention.words)
        self.nouns.update(mention.titles)
        self.known = self.known or mention.known
        self.state = self.state or mention.state
        self.sex = self.sex or mention.sex

    def name(self) -> str:
        """Return the fullest form: the list's name, the longest name, or the first noun phrase."""
        if self.known is not None:
            return self.known.name
        named = [m for m in self.mentions if m.form == "name"]
        if named:
            return max(named, key=lambda m: len(m.words)).text
        nominal = [m for m in self.mentions if m.form == "nominal"]
        return (nominal or self.mentions)[0].text

    def ref(self) -> str | None:
        """Return the outside id, if a list gives one."""
        return self.known.ref if self.known else None

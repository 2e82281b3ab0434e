"""Event rules as typed records, and the index by which a word finds its triggers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from tocsin.read.events.inflections import Forms, Inflections, inflections
from tocsin.read.syntax import Token
from tocsin.records.claim import RoleName
from tocsin.rules import Rule, load_folder

T = TypeVar("T")
Kind = Literal["verb", "noun", "adj", "state"]
KINDS: tuple[Kind, ...] = ("verb", "noun", "adj", "state")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that name an event, by part of speech, in the sense that the constraints fix.

    A word of several parts ("carry out") names its head first for verbs and last for nouns and
    adjectives; `*` before a part marks another head. `state` holds prepositions of a place that is
    predicated of the subject. `needs` and `bars` map slots (alternatives joined by `|`) to word
    classes (`@forces`), lemmas, entity labels (`^LOC`), or `*` for anything. Every slot of `needs`
    must be filled so, no slot of `bars` may be. `bare` nouns stand without any participant; `own`
    ones are told beside an event of the same type that they take part in; `names` may be proper
    nouns. `topic` names what the text around must be about, with `!` what it must not be. `plover`
    is the trigger's own root where it differs from its type's, "" where PLOVER has none for it.
    """

    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    needs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bars: dict[str, tuple[str, ...]] = field(default_factory=dict)
    topic: str | None = None
    frame: str | None = None
    mode: str | None = None
    plover: str | None = None
    bare: bool = False
    own: bool = False
    names: bool = False

    def words(self, kind: Kind) -> tuple[str, ...]:
        """Return the words of one part of speech."""
        found: tuple[str, ...] = getattr(self, kind)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRule(Rule):
    """An event type. Examples mark the trigger: "It [supplied] Russia with tanks. | actor=It".

    `astray` names topics in whose sentences the words of the type mean something else. `bars` are
    those of every trigger: what no deed of this type is done by, or to.
    """

    definition: str
    plover: str | None = None
    mode: str | None = None
    frame: str
    astray: tuple[str, ...] = ()
    bars: dict[str, tuple[str, ...]] = field(default_factory=dict)
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A rule file: types of one family, with the word classes, frames and topics it brings."""

    classes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    frames: dict[str, dict[RoleName, tuple[str, ...]]] = field(default_factory=dict)
    topics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    types: dict[str, TypeRule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A trigger as the index holds it: its type, and the further words that must stand below."""

    type: str
    rule: TypeRule
    trigger: Trigger
    rest: tuple[str, ...]
    order: int

    @property
    def frame(self) -> str:
        """The name of the role frame that holds for this trigger."""
        return self.trigger.frame or self.rule.frame

    @property
    def plover(self) -> str | None:
        """The PLOVER root of the trigger, else of its type; None where PLOVER has none."""
        own = self.trigger.plover
        return self.rule.plover if own is None else own or None

    @property
    def weight(self) -> int:
        """How specific the trigger is: constraints and further words count."""
        return (
            2 * len(self.trigger.needs) + 3 * len(self.rest) + 3 * (self.trigger.topic is not None)
        )


@dataclass(frozen=True, slots=True)
class EventRules:
    """All families joined, with an index from head words to triggers."""

    types: Mapping[str, TypeRule]
    classes: Mapping[str, frozenset[str]]
    frames: Mapping[str, Mapping[RoleName, tuple[str, ...]]]
    topics: Mapping[str, frozenset[str]]
    index: Mapping[tuple[Kind, str], tuple[Entry, ...]]
    forms: Forms = field(default_factory=lambda: Forms({}), compare=False)

    @staticmethod
    def of(families: Mapping[str, Family], inflect: Inflections | None = None) -> "EventRules":
        """Join rule files; a class, frame or type of one is known to all.

        Raises:
            ValueError: when a trigger names a frame or class that no file defines.
        """
        types = _joined("type", [f.types for f in families.values()])
        named = _joined("class", [f.classes for f in families.values()])
        classes = _nested(named, named)
        frames = _joined("frame", [f.frames for f in families.values()])
        topics = _nested(_joined("topic", [f.topics for f in families.values()]), classes)
        _check(types, classes, frames)
        index = _indexed(types)
        listed = {word for _, word in index}.union(*classes.values(), *topics.values())
        inflected = inflect.of(listed) if inflect else {}
        return EventRules(types, _sets(classes), frames, _sets(topics), index, Forms(inflected))

    def entries(self, kind: Kind, *words: str) -> Iterator[Entry]:
        """Yield the triggers of any of `words`, each once."""
        for word in dict.fromkeys(words):
            yield from self.index.get((kind, word), ())

    def has(self, name: str, word: str) -> bool:
        """Say whether the class `name` lists `word`."""
        return word in self.classes.get(name, ())

    def lists(self, name: str, token: Token) -> bool:
        """Say whether the class `name` lists a form of the word `token`."""
        return any(self.has(name, form) for form in self.forms(token))


def _joined(what: str, parts: Iterable[Mapping[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for part in parts:
        twice = sorted(found.keys() & part.keys())
        if twice:
            raise ValueError(f"two event files define the {what} {twice[0]!r}: rename one")
        found.update(part)
    return found


def _nested(
    lists: Mapping[str, tuple[str, ...]], classes: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Put the words of a class that a list names ("@forces") in the place of its name."""
    return {
        name: tuple(w for part in words for w in classes.get(part.removeprefix("@"), (part,)))
        if any(word.startswith("@") for word in words)
        else words
        for name, words in lists.items()
    }


def _sets(lists: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lists.items()}


def event_rules(language: str) -> EventRules:
    """Return the event rules of a language from its folder."""
    return EventRules.of(load_folder(language, "events", Family), inflections(language))


def _indexed(types: Mapping[str, TypeRule]) -> dict[tuple[Kind, str], tuple[Entry, ...]]:
    index: dict[tuple[Kind, str], list[Entry]] = {}
    order = 0
    for name, rule in types.items():
        for trigger in rule.triggers:
            order += 1
            for kind in KINDS:
                for words in trigger.words(kind):
                    head, rest = _parts(words, kind)
                    index.setdefault((kind, head), []).append(
                        Entry(name, rule, trigger, rest, order)
                    )
    return {key: tuple(entries) for key, entries in index.items()}


def _parts(words: str, kind: Kind) -> tuple[str, tuple[str, ...]]:
    parts = words.split()
    marked = [i for i, part in enumerate(parts) if part.startswith("*")]
    at = marked[0] if marked else (0 if kind == "verb" else len(parts) - 1)
    rest = tuple(part for i, part in enumerate(parts) if i != at)
    return parts[at].removeprefix("*"), rest


def _check(
    types: Mapping[str, TypeRule],
    classes: Mapping[str, tuple[str, ...]],
    frames: Mapping[str, Mapping[RoleName, tuple[str, ...]]],
) -> None:
    for name, rule in types.items():
        for refs in rule.bars.values():
            _check_refs(name, refs, classes)
        for trigger in rule.triggers:
            frame = trigger.frame or rule.frame
            if frame not in frames:
                raise ValueError(f"event type {name} uses the frame {frame!r}, which no file has")
            for refs in (*trigger.needs.values(), *trigger.bars.values()):
                _check_refs(name, refs, classes)


def _check_refs(name: str, refs: tuple[str, ...], classes: Mapping[str, tuple[str, ...]]) -> None:
    for ref in refs:
        if ref.startswith("@") and ref[1:] not in classes:
            raise ValueError(f"event type {name} uses the class {ref!r}, which no file has")

"""The event types that a language's rules know, in the words of their definitions."""

from dataclasses import dataclass
from functools import cache

from tocsin.read.events.rules import Family, TypeRule
from tocsin.rules import load_folder

LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A kind of event: its family, what it means, its PLOVER root and mode, a sentence of it.

    `plover` is None where PLOVER has no such root.
    """

    name: str
    family: str
    definition: str
    plover: str | None
    mode: str | None
    example: str


@cache
def event_types(language: str = LANGUAGE) -> tuple[EventType, ...]:
    """Return every event type of a language, family by family, in the order of its rules."""
    families = load_folder(language, "events", Family)
    return tuple(
        _made(name, family, rule)
        for family, held in families.items()
        for name, rule in held.types.items()
    )


def _made(name: str, family: str, rule: TypeRule) -> EventType:
    # An example marks its trigger and names its roles: "It [sent] tanks. | actor=It".
    sentence = rule.example[0].partition("|")[0].replace("[", "").replace("]", "")
    return EventType(
        name=name,
        family=family,
        definition=rule.definition,
        plover=rule.plover,
        mode=rule.mode,
        example=sentence.strip(),
    )

"""What the single readers see in a report: times, quantities, places, entities, attributions.

Offsets are Unicode code points into the report's text, half-open. A value that the text does not
state is None, never a default.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Span = tuple[int, int]

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["exact", "about", "at_least", "at_most", "range", "vague"]
Change = Literal["up", "down"]
Precision = Literal["site", "city", "admin", "country", "region"]
EntityKind = Literal[
    "state", "person", "organisation", "group", "role", "materiel", "facility", "event"
]
Form = Literal["direct", "mixed", "indirect"]
Single = Literal["times", "quantities", "places"]  # layers that can be read alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression with its TIMEX3 type, value and mod, and its days as a closed interval.

    An open end is None: "since late May" has a start and, if it still holds, the day of
    publication as its end; "in recent weeks" has no start.
    """

    span: Span
    text: str
    type: TimeType
    value: str | None = None
    mod: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure as low–high bounds with its best single value, its unit and what it counts.

    "at least 1,100" is low 1100 and high None. `of` is the counted thing as the text has it.
    `change` is set where the figure is the size of a rise or a fall and no level: "rose by 200"; a
    figure with the unit "times" and a change is what the level is multiplied by: "doubled".
    """

    span: Span
    text: str
    low: int | float | None = None
    high: int | float | None = None
    best: int | float | None = None
    bound: Bound
    unit: str | None = None
    of: str | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as named and as resolved; `precision` says how finely, unknown parts are None."""

    span: Span
    text: str
    name: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A mention of somebody or something; mentions of one thing share the number of a `chain`.

    `name` is the fullest form known for the chain; `ref` is an outside id such as
    `wikidata:Q423`, given only where a sourced list has it.
    """

    span: Span
    text: str
    name: str
    ref: str | None = None
    kind: EntityKind
    chain: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what: the spans of source, cue and content, each possibly in several pieces."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """All that the single readers saw, each layer in order of the text."""

    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()

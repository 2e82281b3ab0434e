"""A made-up archive of readings, as large as asked for: what weighing is measured on.

Stories come and go in some thirty lands, a few of them in the news far more than others. Each has
words, people and places of its own and a train of happenings; outlets tell those of the last days,
each in sentences of its own. The shares of places, days, figures and cited sources are those of 231
real reports. One report in eight is cut from another outlet's. Words follow Zipf's law.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from tocsin.records import (
    Claim,
    EventMention,
    Place,
    Quantity,
    Reading,
    Report,
    Role,
    Source,
    Span,
    Time,
    content_id,
)

START = datetime(2024, 1, 1, tzinfo=UTC)
# Reports and stories of a day, how many days a story lasts at the mean, how many it looks back.
REPORTS, STORIES, LASTING, RECENT = 60, 20, 12, 3
COPIED, PLACED, DATED, CITED = 0.125, 0.3, 0.25, 0.2
_GRAMMAR_WORDS = "the of to and in a that for on with said was by from as at it has were had not"
_GRAMMAR = _GRAMMAR_WORDS.split()
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il")]
_LANDS_WORDS = (
    "Russia Ukraine Israel Lebanon Yemen Sudan Iran Syria Turkey China Taiwan Japan India "
    "Pakistan Myanmar Ethiopia Somalia Nigeria Mali Haiti Mexico Colombia France Germany "
    "Poland Serbia"
)
_LANDS = _LANDS_WORDS.split()
_DEEDS = {
    "attack": ("attacked", "struck", "shelled", "bombed"),
    "consultation": ("met", "visited", "talks", "meeting"),
    "casualties": ("killed", "wounded", "killing", "injured"),
    "humanitarian-aid": ("aid", "delivered", "relief"),
    "disaster": ("earthquake", "flooded", "floods"),
    "deployment": ("deployed", "sent", "deployment"),
    "clash": ("clashed", "fighting", "clashes"),
    "arms-transfer": ("supplied", "shipment", "delivered"),
    "order-or-decision": ("ordered", "approved", "decided"),
    "sanction": ("sanctions", "sanctioned"),
    "accusation": ("accused", "accusing"),
    "displacement": ("displaced", "fled"),
    "missile-launch": ("launched", "fired", "launch"),
    "exercise": ("drills", "exercise", "exercises"),
    "protest": ("protested", "protests", "rallied"),
}
_COUNTED = {"casualties": "people", "displacement": "people", "deployment": "troops"}
_STATUS = ("occurred",) * 15 + ("ongoing", "ongoing", "planned", "prepared", "predicted")

T = TypeVar("T")


def archive(claims: int, seed: int = 11) -> Iterator[Reading]:
    """Yield readings in the order of time until they hold `claims` claims; the same for a seed."""
    world, count, day = _World(random.Random(seed)), 0, 0
    while True:
        for reading in world.day(START + timedelta(days=day)):
            if count >= claims:
                return
            count += len(reading.claims)
            yield reading
        day += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Happening:
    at: datetime
    type: str
    who: str
    whom: str
    place: Place
    figure: int | None


@dataclass(slots=True, kw_only=True)
class _Story:
    until: datetime
    lands: tuple[str, str]
    people: list[str]
    places: list[Place]
    words: list[str]
    happenings: list[_Happening] = field(default_factory=list)


class _World:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.lexicon = _GRAMMAR + [self._word() for _ in range(30_000)]
        self.outlets = [self._name() for _ in range(120)]
        self.places = {land: self._places(land, number) for number, land in enumerate(_LANDS)}
        self.people = {land: [self._name() for _ in range(40)] for land in _LANDS}
        self.stories: list[_Story] = []

    def day(self, at: datetime) -> Iterator[Reading]:
        """Yield the reports of a day, some of them cut from one that came before on that day."""
        self.stories = [one for one in self.stories if one.until > at]
        while len(self.stories) < STORIES:
            self.stories.append(self._story(at))
        for story in self.stories:
            new = self.chance.choice((1, 1, 2, 4))
            story.happenings += [self._happening(story, at) for _ in range(new)]
        told: list[Reading] = []
        for _ in range(REPORTS):
            when = at + timedelta(seconds=self.chance.randrange(86_400))
            if told and self.chance.random() < COPIED:
                yield self._cut(self.chance.choice(told), when)
            else:
                told.append(self._report(self._often(self.stories), when))
                yield told[-1]

    def _often(self, some: Sequence[T]) -> T:
        # The first ones far more often than the last ones.
        return some[int((len(some) + 1) ** self.chance.random()) - 1]

    def _word(self) -> str:
        return "".join(self.chance.choices(_SYLLABLES, k=self.chance.choice((1, 2, 2, 3, 3, 4))))

    def _name(self) -> str:
        return f"{self._word().capitalize()} {self._word().capitalize()}"

    def _places(self, land: str, number: int) -> list[Place]:
        found = []
        for order in range(60):
            name = self._word().capitalize()
            found.append(
                Place(
                    span=(0, 0),
                    text=name,
                    name=name,
                    geonames=1000 * number + order,
                    lat=-50 + 4.0 * number + self.chance.random() * 4,
                    lon=-150 + 11.0 * number + self.chance.random() * 8,
                    country=land[:2].upper(),
                    precision=self.chance.choice(("site", "city", "city", "admin")),
                )
            )
        return found

    def _story(self, at: datetime) -> _Story:
        one, other = self._often(_LANDS), self._often(_LANDS)
        days = 1 + self.chance.expovariate(1 / LASTING)
        return _Story(
            until=at + timedelta(days=days),
            lands=(one, other),
            people=[self._often(self.people[land]) for land in (one, one, one, other, other)],
            places=[self._often(self.places[one]) for _ in range(5)],
            words=[self._often(self.lexicon) for _ in range(80)],
        )

    def _happening(self, story: _Story, at: datetime) -> _Happening:
        kind = self._often(tuple(_DEEDS))
        return _Happening(
            at=at,
            type=kind,
            who=self.chance.choice((*story.people, story.lands[0])),
            whom=self.chance.choice((*story.people, story.lands[1])),
            place=self.chance.choice(story.places),
            figure=self.chance.randint(2, 400) if kind in _COUNTED else None,
        )

    def _report(self, story: _Story, at: datetime) -> Reading:
        late = [one for one in story.happenings if at - one.at < timedelta(days=RECENT)]
        page, chosen = _Page(self), self.chance.randint(3, 18)
        for _ in range(chosen):
            page.tell(story, self._often(late[::-1] or story.happenings), at)
            for _ in range(self.chance.choice((0, 1, 1, 2))):
                page.fill(story)
        outlet = self._often(self.outlets)
        title = " ".join([story.lands[0], *self._words(story, 7)])
        report = Report(
            text=page.text,
            title=title,
            publisher=outlet,
            url=f"https://{outlet.replace(' ', '-').lower()}.example/{at:%Y%m%d%H%M%S}",
            published=at,
            language="en",
        )
        return Reading(reader="made-up", report=report, claims=tuple(page.claims))

    def _cut(self, reading: Reading, at: datetime) -> Reading:
        """Return what another outlet leaves of a report: its beginning."""
        outlet, lines = self._often(self.outlets), reading.report.text.splitlines(keepends=True)
        text = "".join(lines[: max(3, int(len(lines) * self.chance.uniform(0.4, 1.0)))])
        url = f"https://{outlet.replace(' ', '-').lower()}.example/{at:%Y%m%d%H%M%S}"
        report = replace(reading.report, id="", text=text, publisher=outlet, url=url, published=at)
        claims = tuple(
            replace(one, id=content_id("claim", report.id, one.id))
            for one in reading.claims
            if one.span[1] <= len(text)
        )
        return Reading(reader="made-up", report=report, claims=claims)

    def _words(self, story: _Story, count: int) -> list[str]:
        return [
            self.chance.choice(story.words)
            if self.chance.random() < 0.4
            else self._often(self.lexicon)
            for _ in range(count)
        ]


class _Page:
    """A report as it is written, sentence by sentence, with the claims in it."""

    def __init__(self, world: _World) -> None:
        self._world, self._chance = world, world.chance
        self.text = ""
        self.claims: list[Claim] = []

    def fill(self, story: _Story) -> None:
        """Write a sentence without a claim."""
        self._add(" ".join(self._world._words(story, self._chance.randint(8, 28))).capitalize())
        self._end()

    def tell(self, story: _Story, one: _Happening, at: datetime) -> None:
        """Write a sentence that tells of a happening, and its claim."""
        start, trigger = len(self.text), self._chance.choice(_DEEDS[one.type])
        parts: dict[str, Any] = {"status": self._chance.choice(_STATUS)}
        actor = self._add(one.who)
        event = self._add(trigger)
        roles = [_role("actor", one.who, actor)]
        if one.figure is not None:
            parts["quantity"] = self._figure(one.figure, _COUNTED[one.type])
        elif self._chance.random() < 0.6:
            roles.append(_role("target", one.whom, self._add(one.whom)))
        self._add(" ".join(self._world._words(story, self._chance.randint(4, 16))))
        if self._chance.random() < PLACED:
            parts["place"] = replace(one.place, span=self._add(one.place.text))
        if self._chance.random() < DATED:
            parts["time"] = self._day(one.at)
        span = (start, len(self.text))
        if self._chance.random() < CITED:
            parts["sources"] = (self._cite(story),)
        self._end()
        self.claims.append(
            Claim(
                id=content_id("claim", self.text[: span[1]], at.isoformat(), len(self.claims)),
                span=span,
                quote=self.text[slice(*span)],
                event=EventMention(type=one.type, text=trigger, span=event),
                roles=tuple(roles),
                polarity="denied" if self._chance.random() < 0.03 else "affirmed",
                certainty=self._chance.choice(("certain", "certain", "probable", "unknown")),
                **parts,
            )
        )

    def _figure(self, told: int, of: str) -> Quantity:
        given = told if self._chance.random() < 0.7 else told + self._chance.randint(1, 30)
        span = self._add(f"{given} {of}")
        known = dict.fromkeys(("low", "high", "best"), given)
        return Quantity(span=span, text=str(given), bound="exact", of=of, **known)

    def _day(self, at: datetime) -> Time:
        text = f"on {at:%A}"
        day, span = at.date(), self._add(text)
        return Time(span=span, text=text, type="DATE", value=str(day), start=day, end=day)

    def _cite(self, story: _Story) -> Source:
        name, begun = self._chance.choice(story.people), len(self.text) + 2
        self._add(f", {name} said")
        return Source(
            name=name,
            text=name,
            span=(begun + 1, begun + 1 + len(name)),
            kind="person",
            factuality="CT+",
            evidential="unspecified",
        )

    def _add(self, words: str) -> Span:
        begun = len(self.text) + (not self.text.endswith("\n") and bool(self.text))
        self.text = f"{self.text}{' ' * (begun - len(self.text))}{words}"
        return begun, len(self.text)

    def _end(self) -> None:
        self.text += ".\n"


def _role(role: Any, name: str, span: Span) -> Role:  # noqa: ANN401 - a name of the contract
    return Role(role=role, text=name, span=span, name=name)

"""A claim as joining sees it: what is told of whom, where and when, with which figures."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from tocsin.records import Carried, Claim, Numbers, Place, Role
from tocsin.records.claim import RoleName
from tocsin.weigh.events.deeds import Deed, deeds_of
from tocsin.weigh.events.hollow import hollow

# What has not happened when it is said.
AHEAD = frozenset({"prepared", "planned", "predicted", "hypothetical"})
WHO = frozenset({"actor", "target", "recipient", "partner", "origin"})
WHAT = frozenset({"object", "instrument"})
# Of what befell somebody the place is told a sentence or two before, if not with it.
_HARM = frozenset(
    {"casualties", "destruction", "displacement", "accident", "disaster", "disease", "hunger"}
)
_WORD = re.compile(r"\w+")
# News tells of the last days; what is expected may be long in coming. In days.
_NEWS, _PROSPECT = 7, 180
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()
# Claims of one sentence share its words: so many texts are kept at hand.
_REMEMBERED = 1 << 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one claim tells, in the parts by which it can be known again elsewhere.

    `word` stands for the stem of the trigger and `type` for its type; each is None where it is not
    known. `names` are the words of who takes part, `doers` and `done_to` all words for who did it
    and to whom, `things` those of what is used or given, less the trigger's own (the same verb is
    no evidence), `words` those of the clause, all hashed. `kin` is the kind of deed that the
    trigger names, finer than `type`, and `apart` are the kinds that name another event. `about` are
    the words of the whole report. `start` and `end` are as stated; `first` and `last` are the days
    (ordinals) that remain when nothing is stated, `width` how many these are beyond the first;
    `stated` says whether the text tells when, `timed` whether it or the day of publication does.
    `crowd` says how many claims of its report are of its type. `near` is the place that the report
    told of last, of harm that is told without a place. `at` is when it was published or, where that
    is not known (`dated` is false), collected; `day` is its day (ordinal).
    """

    id: str
    report: str
    at: datetime
    dated: bool = True
    story: str | None = None
    type: str | None = None
    word: str | None = None
    kin: str | None = None
    apart: frozenset[str | None] = frozenset()
    ahead: bool = False
    names: frozenset[int] = field(default=frozenset(), repr=False)
    doers: frozenset[int] = field(default=frozenset(), repr=False)
    done_to: frozenset[int] = field(default=frozenset(), repr=False)
    things: frozenset[int] = field(default=frozenset(), repr=False)
    words: frozenset[int] = field(default=frozenset(), repr=False)
    about: Numbers = field(default=Numbers(), repr=False)
    figures: frozenset[float] = frozenset()
    place: Place | None = None
    near: Place | None = None
    start: date | None = None
    end: date | None = None
    crowd: int = 1
    first: int = field(init=False, default=0)
    last: int = field(init=False, default=0)
    width: int = field(init=False, default=0)
    day: int = field(init=False, default=0)
    stated: bool = field(init=False, default=False)
    timed: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        """Work out once what each comparison asks for."""
        stated = self.start is not None or self.end is not None
        told = self.at.toordinal()
        first, last = self._first(told), self._last(told)
        for name, value in (
            ("stated", stated),
            ("timed", stated or self.dated),
            ("day", told),
            ("first", first),
            ("last", last),
            ("width", max(0, last - first)),
        ):
            object.__setattr__(self, name, value)

    def _first(self, told: int) -> int:
        if self.start is not None:
            return self.start.toordinal()
        if self.end is not None:
            return max(_FIRST_DAY, self.end.toordinal() - _PROSPECT)
        return told if self.ahead else max(_FIRST_DAY, told - _NEWS)

    def _last(self, told: int) -> int:
        if self.end is not None:
            return self.end.toordinal()
        begun = told if self.start is None else max(told, self.start.toordinal())
        return min(_LAST_DAY, begun + _PROSPECT) if self.ahead else begun


def moment(carried: Carried) -> datetime:
    """Return when a sighting was published, or else collected: what puts sightings in order."""
    when = carried.published or carried.collected_at
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


def in_order(carried: Iterable[Carried]) -> list[Carried]:
    """Return sightings from old to new; the order in which they came has no part in it."""
    return sorted(carried, key=lambda one: (moment(one), one.sighting))


def tellings(carried: Carried, story: str | None = None) -> list[Telling]:
    """Return what each claim tells in the report that `carried` is a sighting of, in their order.

    `story` is the story of the report, where one was found before.
    """
    crowd, near = Counter(claim.event.type for claim in carried.claims), nearest(carried.claims)
    deeds = deeds_of(carried.claims, carried.language)
    return [
        _telling(
            claim,
            carried,
            deed,
            story=story,
            crowd=crowd[claim.event.type],
            near=near.get(claim.id) if claim.event.type in _HARM else None,
            about=carried.fingerprint.words,
        )
        for claim, deed in zip(carried.claims, deeds, strict=True)
    ]


def nearest(claims: Iterable[Claim]) -> dict[str, Place]:
    """Return by claim the place told last before it in the text, else the first that is told."""
    told = sorted(claims, key=lambda one: one.span)
    named = [one.place for one in told if one.place is not None and one.place.name]
    found: dict[str, Place] = {}
    last = next(iter(named), None)
    for claim in told:
        if last is not None:
            found[claim.id] = last
        if claim.place is not None and claim.place.name:
            last = claim.place
    return found


def _telling(claim: Claim, carried: Carried, deed: Deed, **of_the_report: Any) -> Telling:  # noqa: ANN401 - fields of Telling
    ahead = claim.status in AHEAD
    time = claim.time
    taking_part = [role for role in claim.roles if role.role in WHO]
    named = [role for role in taking_part if _is_named(role, claim)]
    # "Soldiers" tells what kind of people took part, and not who.
    other = [role for role in taking_part if not _is_named(role, claim)]
    other += [role for role in claim.roles if role.role in WHAT]
    return Telling(
        id=claim.id,
        report=carried.report,
        at=moment(carried),
        dated=carried.published is not None,
        type=claim.event.type,
        word=deed.word,
        kin=deed.kin,
        apart=deed.apart,
        ahead=ahead,
        names=_role_words(named, carried.language),
        doers=_all_words(claim.roles, "actor", carried.language),
        done_to=_all_words(claim.roles, "target", carried.language),
        things=_role_words(other, carried.language) - hashed(claim.event.text),
        words=hashed(claim.quote),
        figures=_figures(claim),
        place=claim.place if claim.place is not None and claim.place.name else None,
        start=time.start if time else None,
        end=(time.end if time else None) or (claim.deadline if ahead else None),
        **of_the_report,
    )


@lru_cache(maxsize=_REMEMBERED)
def hashed(text: str) -> frozenset[int]:
    """Return the words of a text as hashes, without regard to case."""
    return frozenset(map(hash_of, _WORD.findall(text.casefold())))


@lru_cache(maxsize=8 * _REMEMBERED)
def hash_of(word: str) -> int:
    """Return a number of 64 bits that stands for a word on every machine."""
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _is_named(role: Role, claim: Claim) -> bool:
    """Whether a role has a name: a capital that does not merely begin the sentence."""
    if role.ref:
        return True
    words = (role.name or role.text).split()
    first = role.span[0] == claim.span[0] and role.kind == "group"
    return any(word[:1].isupper() for word in (words[1:] if first else words))


def _role_words(roles: Sequence[Role], language: str | None) -> frozenset[int]:
    return frozenset(_words_of(roles, language))


def _words_of(roles: Iterable[Role], language: str | None) -> Iterator[int]:
    for role in roles:
        if role.ref:
            yield hash_of(role.ref)
        else:
            yield from told(role.name or role.text, language)


def _all_words(roles: Sequence[Role], part: RoleName, language: str | None) -> frozenset[int]:
    held = (told(role.name or role.text, language) for role in roles if role.role == part)
    return frozenset[int]().union(*held)


@lru_cache(maxsize=_REMEMBERED)
def told(text: str, language: str | None) -> frozenset[int]:
    """Return the words, as hashes, by which a part of a deed tells whom or what it means.

    Figures and hollow words tell of nobody: "at least 124 people".
    """
    found = _WORD.findall(text.casefold())
    return frozenset(hash_of(w) for w in found if not w.isdigit() and w not in hollow(language))


def _figures(claim: Claim) -> frozenset[float]:
    if claim.quantity is None or claim.quantity.best is None:
        return frozenset()
    return frozenset({float(claim.quantity.best)})

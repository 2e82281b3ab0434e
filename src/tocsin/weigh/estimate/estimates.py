"""Figures to estimates: what each source says over time, and the band that they come to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tocsin.records import Carried, Estimate, Event, Origin, content_id
from tocsin.records.weighed import FigureKind
from tocsin.weigh.estimate.bands import bands, latest, said_first
from tocsin.weigh.estimate.fuse import Vote, learn
from tocsin.weigh.estimate.groups import Group, groups_of
from tocsin.weigh.estimate.histories import histories
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.estimate.scope import said
from tocsin.weigh.estimate.statements import Statement
from tocsin.weigh.estimate.voices import Voices


def estimate(
    carried: Sequence[Carried],
    events: Iterable[Event],
    origins: Sequence[Origin],
    *,
    groups: Sequence[Group] | None = None,
) -> tuple[Estimate, ...]:
    """Return the estimates of all that is counted in `carried`, sorted by id.

    An origin has one vote, as has a source that several reports cite: neither the order of
    `carried` nor a copy changes a number (laws, tested in `tests/laws/test_weighing.py`). Every
    number of a band lies between the lowest and the highest figure kept. What a page said before it
    was changed stands in the histories and has no vote. `groups` are the figures by what they
    count, if they are known already.
    """
    if groups is None:
        groups = groups_of(Voices(carried, origins), events)
    weights = learn(_tables(groups))
    made = [_estimate(group, weights) for group in groups]
    return tuple(sorted(made, key=lambda one: one.id))


def kind_of(group: Group) -> FigureKind:
    """Return the kind that most statements of a group have; of equals a total before a flow."""
    kinds = Counter(one.what.kind for one in group.statements or group.former)
    order: tuple[FigureKind, ...] = ("stock", "total", "flow")
    return max(order, key=lambda kind: kinds[kind])


def _tables(groups: Sequence[Group]) -> dict[tuple[int, str], list[Vote]]:
    """Return what sources are judged by: figures for one thing on one day by several voters."""
    tables: dict[tuple[int, str], list[Vote]] = {}
    for number, group in enumerate(groups):
        kind = kind_of(group)
        days: dict[str, list[Statement]] = defaultdict(list)
        for one in said_first(group.statements):
            days[one.day.isoformat()].append(one)
        for day, told in days.items():
            tables[number, day] = [one.vote for one in latest(told, kind)]
    return tables


def _estimate(group: Group, weights: Mapping[str, float]) -> Estimate:
    told = group.statements or group.former
    first, kind = told[0], kind_of(group)
    place, population = said(group.scope or ()), _population(group)
    key = content_id("thing", first.claim.id)
    return Estimate(
        id=content_id("estimate", first.what.name, population, place, kind, key),
        event=_most(one.event for one in told),
        type=_most(one.claim.event.type for one in told),
        measure=first.what.name,
        population=population,
        place=place,
        unit=first.what.unit,
        kind=kind,
        histories=histories(group.every),
        band=bands(group.statements, kind, weights),
    )


def _population(group: Group) -> str | None:
    told = group.statements or group.former
    noun, owner = told[0].what.noun, group.owner
    if owner is None or all(one.what.by for one in told):
        return noun or None
    state = lexicon().state.get(owner)
    whose = _spelled(owner, told) if state is None else (*state.adjectives, state.name)[0]
    return f"{whose} {noun}".strip()


def _spelled(owner: str, told: Sequence[Statement]) -> str:
    """Return the name of a group as it was printed: "RSF"."""
    words = (word.strip(".,;:()\"'“”‘’") for one in told for word in one.claim.quote.split())
    printed = (word for word in words if owner in (word.casefold(), word.casefold()[:-1]))
    return next(printed, owner.title())


def _most(names: Iterable[str]) -> str:
    """Return the name given most often, of equals the first in order; "" for none."""
    counts = Counter(name for name in names if name)
    return min(counts, key=lambda name: (-counts[name], name), default="")

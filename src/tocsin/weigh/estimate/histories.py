"""What each source says of one thing over time, and when it changed its figure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tocsin.records import Figure, History
from tocsin.weigh.estimate.bands import said_first
from tocsin.weigh.estimate.fuse import Vote
from tocsin.weigh.estimate.statements import Statement

Number = tuple[float | None, float | None, float | None]


def histories(told: Sequence[Statement]) -> tuple[History, ...]:
    """Return what is `told`, from old to new, by who says it, sorted by name."""
    by_source: dict[str, list[Statement]] = defaultdict(list)
    for one in told:
        by_source[one.source].append(one)
    return tuple(
        History(source=source, origin=held[0].origin, figures=_figures(held))
        for source, held in sorted(by_source.items())
    )


def _figures(told: Sequence[Statement]) -> tuple[Figure, ...]:
    new = {one.claim.id for one in said_first(told)}
    edits = _edits(told)
    found = []
    before: Vote | None = None
    for one in told:
        earlier = edits.get(one.carried.report)
        said = one.claim.id in new if earlier is None else _number(one.vote) not in earlier
        found.append(_figure(one, changed=said and before not in (None, one.vote)))
        before = one.vote if said else before
    return tuple(found)


def _edits(told: Sequence[Statement]) -> Mapping[str, set[Number]]:
    """Return by version of a page the figures that the version before it gave.

    A page that goes back to a figure has changed it again, though it gave that before.
    """
    pages: dict[str, dict[str, set[Number]]] = defaultdict(dict)
    for one in told:
        pages[one.page].setdefault(one.carried.report, set()).add(_number(one.vote))
    found: dict[str, set[Number]] = {}
    for versions in pages.values():
        order = list(versions)
        found |= {after: versions[one] for one, after in pairwise(order)}
    return found


def _number(vote: Vote) -> Number:
    return vote.low, vote.best, vote.high


def _figure(one: Statement, *, changed: bool) -> Figure:
    quantity = one.claim.quantity
    assert quantity is not None
    return Figure(
        claim=one.claim.id,
        report=one.carried.report,
        file=one.carried.file,
        url=one.carried.url,
        quote=one.claim.quote,
        text=quantity.text,
        low=one.vote.low,
        high=one.vote.high,
        best=one.vote.best,
        bound=quantity.bound,
        day=one.day if one.dated else None,
        published=one.carried.published,
        origin=one.origin,
        source=one.source,
        changed=changed,
        replaced=one.former,
    )

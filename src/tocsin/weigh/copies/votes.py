"""Whom each claim counts for: the source that it rests on, or the origin of its report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tocsin.records import Carried, Claim, Member, Mention, Origin, content_id
from tocsin.weigh.copies.citing import key_of, shown
from tocsin.weigh.copies.texts import when
from tocsin.weigh.copies.tree import member

Vote = tuple[str, str]
_CITATION, _OUTLET = "citation", "media"


def claim_origins(carried: Iterable[Carried], origins: Iterable[Origin]) -> Mapping[Vote, str]:
    """Return for each claim, by (sighting, claim id), the one origin that it counts for.

    A claim that rests on a cited source counts for that source, whoever passes it on: two reports
    that cite one source have one vote between them. Of a chain, the first who is not an outlet
    counts, since outlets only pass on. Any other claim counts for the origin of the text it stands
    in; in a composite for the origin whose passages hold it. Ids that are not in `origins` are
    those of `cited_origins`.
    """
    known = {one.sighting: one for one in carried}
    homes = _homes(origins)
    ids = _Ids()
    found: dict[Vote, str] = {}
    for one in known.values():
        resting = _resting(one)
        for claim in one.claims:
            rests = resting.get(claim.id)
            vote = ids[rests.name] if rests else _home(homes.get(one.sighting, ()), claim)
            if vote is not None:
                found[one.sighting, claim.id] = vote
    return found


def cited_origins(carried: Iterable[Carried]) -> tuple[Origin, ...]:
    """Return an origin for every source that claims rest on, with all who cite it, by name.

    These are whom claims count for (`claim_origins`), not reports to be counted once: who cites
    the White House twice has two reports.
    """
    resting: dict[str, list[tuple[Carried, Mention, list[Claim]]]] = defaultdict(list)
    for one in sorted({one.sighting: one for one in carried}.values(), key=when):
        held: dict[str, tuple[Mention, list[Claim]]] = {}
        resting_on = _resting(one)
        for claim in one.claims:
            if mention := resting_on.get(claim.id):
                held.setdefault(key_of(mention.name), (mention, []))[1].append(claim)
        for key, (mention, claims) in held.items():
            resting[key].append((one, mention, claims))
    return tuple(_cited(some) for _, some in sorted(resting.items()))


def _cited(some: Sequence[tuple[Carried, Mention, list[Claim]]]) -> Origin:
    mention = some[0][1]
    return Origin(
        id=_Ids()[mention.name],
        name=mention.name,
        kind="source",
        members=tuple(
            member(one, "cites", None, (shown(mention, claims),)) for one, mention, claims in some
        ),
    )


class _Ids(dict[str, str]):
    """Ids of cited sources by their names, worked out once each."""

    def __missing__(self, name: str) -> str:
        self[name] = content_id("origin", "cited", key_of(name))
        return self[name]


def _resting(one: Carried) -> dict[str, Mention]:
    """Return the source that each claim rests on, by the id of the claim."""
    cited = [mention for mention in one.mentions if mention.role == _CITATION]
    found: dict[str, Mention] = {}
    for mention in sorted(cited, key=lambda m: (m.kind == _OUTLET, m.span)):
        for claim in mention.claims:
            found.setdefault(claim, mention)
    return found


def _homes(origins: Iterable[Origin]) -> dict[str, list[tuple[Origin, Member]]]:
    homes: dict[str, list[tuple[Origin, Member]]] = defaultdict(list)
    for origin in origins:
        if origin.kind != "source":
            for one in origin.members:
                homes[one.sighting].append((origin, one))
    return homes


def _home(homes: Iterable[tuple[Origin, Member]], claim: Claim) -> str | None:
    some = list(homes)
    there = [origin.id for origin, one in some if any(_in(span, claim) for span in _held(one))]
    return next(iter(there), some[0][0].id if some else None)


def _held(one: Member) -> Iterator[tuple[int, int]]:
    for evidence in one.evidence:
        if evidence.kind == "passages":
            yield from evidence.spans


def _in(span: tuple[int, int], claim: Claim) -> bool:
    return span[0] < claim.span[1] and claim.span[0] < span[1]

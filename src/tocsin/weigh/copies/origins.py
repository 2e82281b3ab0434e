"""Reports put together by the root they go back to: one origin, one vote."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tocsin.records import Carried, Member, Origin, content_id
from tocsin.records.weighed import OriginKind
from tocsin.weigh.copies.groups import groups
from tocsin.weigh.copies.headlines import headline_links
from tocsin.weigh.copies.links import links
from tocsin.weigh.copies.texts import Text, texts_of, when
from tocsin.weigh.copies.tree import members


def find_origins(carried: Iterable[Carried]) -> tuple[Origin, ...]:
    """Return the origins of what was carried; every sighting is a member of at least one.

    The order of `carried` makes no difference, a sighting given twice counts once, and a copy of a
    text adds a member, never an origin (laws, tested in `tests/laws/test_lineage.py`).
    """
    texts = texts_of(carried)
    found = [*links(texts), *headline_links(texts)]
    origins = []
    for group in groups(texts, found):
        some = [texts[number] for number in group]
        inside = [link for link in found if link.one in group and link.other in group]
        origins.append(_origin(some, members(some, inside)))
    return tuple(origins)


def _origin(texts: Sequence[Text], found: tuple[Member, ...]) -> Origin:
    carriers = sorted((one for text in texts for one in text.carriers), key=when)
    kind, name = _root(carriers)
    return Origin(
        id=content_id("origin", *sorted({one.report for one in carriers})[:1]),
        name=name,
        kind=kind,
        members=found,
    )


def _root(carriers: Sequence[Carried]) -> tuple[OriginKind, str | None]:
    credited = Counter(one.wire for one in carriers if one.wire)
    if credited:
        return "wire", credited.most_common(1)[0][0]
    return "publisher", next((one.publisher for one in carriers if one.publisher), None)


def claim_origins(
    carried: Iterable[Carried], origins: Iterable[Origin]
) -> Mapping[tuple[str, str], str]:
    """Return for each claim, by sighting and claim id, the id of the origin it counts for."""
    home = {m.sighting: origin.id for origin in origins for m in origin.members}
    return {(one.sighting, claim.id): home[one.sighting] for one in carried for claim in one.claims}

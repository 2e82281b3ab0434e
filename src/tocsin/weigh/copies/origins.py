"""Reports put together by the root they go back to: one origin, one vote."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tocsin.records import Carried, Evidence, Member, Origin, content_id
from tocsin.records.weighed import OriginKind
from tocsin.weigh.copies.citing import Resting, Topics, cited_texts, shown, statements
from tocsin.weigh.copies.groups import groups
from tocsin.weigh.copies.headlines import headline_links
from tocsin.weigh.copies.links import Link, links
from tocsin.weigh.copies.retold import Words, retold_links
from tocsin.weigh.copies.texts import Text, texts_of, when
from tocsin.weigh.copies.tree import credits_of, member, members

Group = tuple[int, ...]
Root = tuple[OriginKind, str | None]
Cites = dict[int, list[tuple[int, Evidence]]]


def find_origins(carried: Iterable[Carried]) -> tuple[Origin, ...]:
    """Return the origins of what was carried; every sighting is a member of at least one.

    First come the origins of texts: a wire's, an official body's release, or a publisher's own,
    with all who carry them. Then those of statements (kind "source"): several reports, each in
    words of its own, that cite one source for one and the same thing. The order of `carried` makes
    no difference, a sighting given twice counts once, and a copy of a text adds a member, never an
    origin (laws, tested in `tests/laws/test_lineage.py`).
    """
    texts = texts_of(carried)
    found = links(texts)
    words = Words(texts, {link.other for link in found if link.twin})
    found += [*headline_links(texts), *retold_links(texts, words)]
    formed = groups(texts, found)
    topics = Topics(texts)
    roots = [_root([texts[number] for number in group]) for group in formed]
    retold = _retold(texts, formed, roots, topics, words)
    alone = {(number,) for number in retold}
    home = _homes(texts, formed)
    within = _within(home, found)
    origins = [
        _origin(group, roots[place], texts, within[place], retold, home)
        for place, group in enumerate(formed)
        if group not in alone
    ]
    stands = _with_cited(home, retold)
    origins += [_of_statement(cluster) for cluster in statements(texts, stands, topics)]
    return tuple(origins)


def _retold(
    texts: Sequence[Text],
    formed: Sequence[Group],
    roots: Sequence[Root],
    topics: Topics,
    words: Words,
) -> Cites:
    # Texts of no other origin that cite an agency for what a text of that agency tells.
    credited: dict[str, list[int]] = defaultdict(list)
    for group, (kind, name) in zip(formed, roots, strict=True):
        if kind == "wire" and name:
            credited[name].extend(group)
    single = {group[0] for group in formed if len(group) == 1}
    found: Cites = defaultdict(list)
    for number, other, evidence in cited_texts(texts, credited, topics, words):
        if number in single and other not in found:
            found[number].append((other, evidence))
    return found


def _within(home: Mapping[int, frozenset[int]], found: Sequence[Link]) -> dict[int, list[Link]]:
    # The links inside each group.
    within: dict[int, list[Link]] = defaultdict(list)
    for link in found:
        for place in home[link.one] & home[link.other]:
            within[place].append(link)
    return within


def _homes(texts: Sequence[Text], formed: Sequence[Group]) -> dict[int, frozenset[int]]:
    homes: dict[int, set[int]] = defaultdict(set)
    for place, group in enumerate(formed):
        for number in group:
            homes[number].add(place)
    return {text.number: frozenset(homes[text.number]) for text in texts}


def _with_cited(home: Mapping[int, frozenset[int]], retold: Cites) -> Mapping[int, frozenset[int]]:
    # Who retells an agency's text is of its origin.
    cited = {
        number: frozenset[int]().union(*(home[other] for other, _ in cites))
        for number, cites in retold.items()
    }
    return {number: cited.get(number, own) for number, own in home.items()}


def _origin(
    group: Group,
    root: Root,
    texts: Sequence[Text],
    found: Sequence[Link],
    retold: Cites,
    home: Mapping[int, frozenset[int]],
) -> Origin:
    some = [texts[number] for number in group]
    told = [*members(some, found), *_retelling(group, texts, retold)]
    kind, name = root
    # Named after its first text that stands in no other group: a composite may come before it.
    own = [one for text in some if len(home[text.number]) == 1 for one in text.carriers]
    return Origin(
        id=content_id("origin", min(own, key=when).report),
        name=name,
        kind=kind,
        members=tuple(told),
    )


def _retelling(group: Group, texts: Sequence[Text], retold: Cites) -> Iterator[Member]:
    for number, cited in sorted(retold.items()):
        for other, evidence in cited:
            if other in group:
                earlier = texts[other].carriers[0].sighting
                for one in texts[number].carriers:
                    yield member(one, "cites", earlier, (evidence, *credits_of(one)))


def _of_statement(cluster: Sequence[Resting]) -> Origin:
    told = sorted(
        ((one, resting) for resting in cluster for one in resting.text.carriers),
        key=lambda pair: when(pair[0]),
    )
    name = told[0][1].mention.name
    return Origin(
        id=content_id("origin", "source", name, told[0][0].report),
        name=name,
        kind="source",
        members=tuple(
            member(one, "first", None, credits_of(one))
            if resting.own
            else member(one, "cites", None, (shown(resting.mention, resting.claims),))
            for one, resting in told
        ),
    )


def _root(texts: Sequence[Text]) -> Root:
    """Return what sort of root a group has and its name: a body's release, a wire, a publisher."""
    carriers = sorted((one for text in texts for one in text.carriers), key=when)
    agencies = Counter(name for one in carriers for name in sorted(_credited(one, "agency")))
    for one in carriers:
        bodies = _credited(one, "body")
        if bodies and not _credited(one, "agency"):
            return "release", min(bodies)
    if agencies:
        return "wire", agencies.most_common(1)[0][0]
    return "publisher", next((one.publisher for one in carriers if one.publisher), None)


def _credited(one: Carried, kind: str) -> set[str]:
    found = {m.name for m in one.mentions if m.role == "credit" and m.kind == kind}
    return found | ({one.wire} if one.wire and kind == "agency" else set())

"""Who carried a text first, and whom each other carrier follows, with what shows it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tocsin.records import Carried, Evidence, Member
from tocsin.records.weighed import How
from tocsin.weigh.copies.compare import compare, passages
from tocsin.weigh.copies.links import WITHOUT_PASSAGES, By, Link
from tocsin.weigh.copies.texts import Text, dated, when

# Below this share of the shorter text a copy has been written anew.
_COPY = 0.5
# Of several links between two texts the last of these is told.
_TELLING: tuple[By, ...] = ("words", "headline", "passages", "page")


def members(group: Sequence[Text], links: Iterable[Link]) -> tuple[Member, ...]:
    """Return the carriers of a group of texts in order of time, each with whom it follows.

    The first is who published earliest; of those at one time, who has the longer text. A later
    one follows the earlier text that shares most with it.
    """
    around = _around(links)
    told = sorted(
        ((one, text) for text in group for one in text.carriers),
        key=lambda pair: (when(pair[0])[0], pair[1].number, pair[0].sighting),
    )
    seen: dict[int, tuple[Carried, Text]] = {}
    found = []
    for one, text in told:
        found.append(_member(one, text, seen, around.get(text.number, {})))
        seen.setdefault(text.number, (one, text))
    return tuple(found)


def _around(links: Iterable[Link]) -> dict[int, dict[int, Link]]:
    around: dict[int, dict[int, Link]] = defaultdict(dict)
    for link in sorted(links, key=lambda link: _TELLING.index(link.by)):
        around[link.one][link.other] = around[link.other][link.one] = link
    return around


def _member(
    one: Carried, text: Text, seen: Mapping[int, tuple[Carried, Text]], around: Mapping[int, Link]
) -> Member:
    if not seen:
        return member(one, "first", None, credits_of(one))
    if text.number in seen:
        earlier = seen[text.number][0]
        return member(one, "copy", earlier.sighting, (_whole(text, earlier), *credits_of(one)))
    linked = [(link.share, -number) for number, link in around.items() if number in seen]
    number = -max(linked)[1] if linked else next(iter(seen))
    earlier, other = seen[number]
    link = around[number] if linked else _between(text, other)
    carried = link.by not in WITHOUT_PASSAGES
    how: How = "copy" if carried and link.share >= _COPY else "rewrite"
    return member(
        one, how, earlier.sighting, (_shown(link, text, other, earlier), *credits_of(one))
    )


def _between(text: Text, other: Text) -> Link:
    # Two that are one by way of a third: twins of a later text, or cut from it.
    shared = compare(text.marks, other.marks)
    return Link(
        one=other.number,
        other=text.number,
        by="passages",
        strong=False,
        share=shared.share,
        marks=shared.marks,
    )


def member(one: Carried, how: How, follows: str | None, evidence: tuple[Evidence, ...]) -> Member:
    """Return `one` as a member of an origin: how it came by it, from whom, and what shows it."""
    return Member(
        sighting=one.sighting,
        report=one.report,
        file=one.file,
        url=one.url,
        publisher=one.publisher,
        published=dated(one),
        how=how,
        follows=follows,
        evidence=evidence,
    )


def _whole(text: Text, earlier: Carried) -> Evidence:
    spans = passages(text, text.marks)
    return Evidence(
        kind="passages",
        text="the same text",
        spans=spans,
        other=earlier.report,
        other_spans=spans,
        share=1.0,
    )


def _shown(link: Link, text: Text, other: Text, earlier: Carried) -> Evidence:
    if link.by == "headline":
        return Evidence(kind="headline", text="runs under the same headline", other=earlier.report)
    if link.by == "words":
        told = f"tells in other words {link.share:.0%} of what the briefer text tells"
        return Evidence(kind="words", text=told, other=earlier.report, share=round(link.share, 4))
    if not len(link.marks):
        return Evidence(kind="passages", text="by way of a longer text", other=earlier.report)
    share = round(link.share, 4)
    page = "another version of the same page, " if link.by == "page" else ""
    return Evidence(
        kind="passages",
        text=f"{page}shares {share:.0%} of the shorter text",
        spans=passages(text, link.marks),
        other=earlier.report,
        other_spans=passages(other, link.marks),
        share=share,
    )


def credits_of(one: Carried) -> tuple[Evidence, ...]:
    """Return the credits that a carrier prints, as evidence."""
    found = [
        Evidence(kind="credit", text=f"credits {mention.name}", spans=(mention.span,))
        for mention in one.mentions
        if mention.role == "credit"
    ]
    if not found and one.wire:
        found.append(Evidence(kind="credit", text=f"credits {one.wire}"))
    return tuple(found)

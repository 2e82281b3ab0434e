"""Whom a text credits and cites, at the words that do so."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from tocsin.read.fingerprints.rules import LineageRules, Where
from tocsin.records import Claim, Mention, Report, Source
from tocsin.records.layers import Span

_TOP, _END = 8, 6
_LONGEST_LINE, _OPENING, _EDGE = 300, 200, 10_000
_AROUND = 60
# A name of so many words is known again within a longer one.
_SEVERAL = 3
_PREFIX = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?(?:www\d?\.)?", re.IGNORECASE)
# Stands for what no words of the text show: an address, a publisher's name.
_NOWHERE: Span = (0, 0)
_OUTLET, _AGENCY, _BODY = "media", "agency", "body"
_VAGUE = frozenset({"generic", "unspecified", "sensor", "document"})


def mentions(report: Report, claims: Sequence[Claim], rules: LineageRules) -> tuple[Mention, ...]:
    """Return the agencies that `report` credits, then the origins that it cites, each once.

    A publisher that is an agency, or an official body that speaks for itself, is a credit of its
    own ("agency", "body"). A citation names the claims that rest on it; sources that nobody could
    ask again ("officials", "a diplomat") are none. What is cited goes by the name of the body that
    a description stands for ("Seoul's spy agency").
    """
    credited = list(_own(report, rules)) + list(_lines(report, rules))
    if report.wire:
        credited.append(_credit(report.wire, report.wire, _NOWHERE))
    once = {mention.name: mention for mention in reversed(credited)}
    cited = [*_sources(claims, rules), *_outlets(report.text, rules)]
    cited += _unlisted(report.text, rules)
    first = {mention.name: mention for mention in reversed(cited)}
    return (
        *sorted(once.values(), key=lambda mention: (mention.span, mention.name)),
        *sorted(first.values(), key=lambda mention: (mention.span, mention.name)),
    )


def _credit(name: str, text: str, span: Span, kind: str = _AGENCY) -> Mention:
    return Mention(name=name, text=text, span=span, role="credit", kind=kind)


def _own(report: Report, rules: LineageRules) -> Iterator[Mention]:
    # What the address and the publisher's name tell of whose words these are.
    publisher = (report.publisher or "").strip()
    address = _PREFIX.sub("", report.url or "").lower()
    if publisher and rules.agency.fullmatch(publisher):
        found = rules.named.search(publisher)
        yield _credit(rules.agencies[found[0]] if found else publisher, publisher, _NOWHERE)
        return
    for pattern, agency in rules.addresses:
        if address and (found := pattern.search(address)):
            name = agency or publisher or address.partition("/")[0]
            text = found[0] if agency else _body(name, rules)
            yield _credit(name, text, _NOWHERE, _AGENCY if agency else _BODY)
            return
    if publisher and any(pattern.search(publisher) for pattern in rules.bodies):
        yield _credit(publisher, _body(publisher, rules), _NOWHERE, _BODY)


def _body(publisher: str, rules: LineageRules) -> str:
    """Return the name under which others cite a body that prints what it says itself."""
    return next((name for form, name in rules.called if form.fullmatch(publisher)), publisher)


def _lines(report: Report, rules: LineageRules) -> Iterator[Mention]:
    if report.byline:
        for where, pattern in rules.credits:
            if where == "byline" and (found := pattern.search(report.byline)):
                yield _credit(rules.agencies[found["agency"]], report.byline, _NOWHERE)
    lines = [line for line in _edges(report.text) if line[1] > line[0]]
    looked_at: dict[Where, list[Span]] = {
        "opening": [(start, min(end, start + _OPENING)) for start, end in lines[:_TOP]],
        "line": [(start, end) for start, end in lines if end - start <= _LONGEST_LINE],
        "ending": [(max(start, end - _OPENING), end) for start, end in lines[-_END:]],
    }
    for where, pattern in rules.credits:
        for start, end in looked_at.get(where, ()):
            if found := pattern.search(report.text[start:end]):
                yield from _each(found, start, rules)
    for start, end in looked_at["opening"]:
        yield from _dateline(report.text, start, end, rules)


def _dateline(text: str, start: int, end: int, rules: LineageRules) -> Iterator[Mention]:
    # An agency that is on no list is known by the place where it writes itself.
    for pattern in rules.datelines:
        found = pattern.search(text[start:end])
        if found and found["agency"] not in rules.agencies:
            at = (start + found.start("agency"), start + found.end("agency"))
            yield _credit(found["agency"], found["agency"], at)


def _each(found: re.Match[str], offset: int, rules: LineageRules) -> Iterator[Mention]:
    # A credit line may name two agencies: (AP/AFP).
    for name in rules.named.finditer(found[0]):
        start = offset + found.start() + name.start()
        yield _credit(rules.agencies[name[0]], found[0].strip(), (start, start + len(name[0])))


def _edges(text: str) -> Iterator[Span]:
    # Lines near the two ends, without the blanks around them: credits stand nowhere else.
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if start < _EDGE or end > len(text) - _EDGE:
            bare = line.strip()
            at = start + line.find(bare) if bare else start
            yield at, at + len(bare)
        start = end


def _sources(claims: Sequence[Claim], rules: LineageRules) -> Iterator[Mention]:
    resting: dict[str, list[str]] = defaultdict(list)
    shown: dict[str, Source] = {}
    full = _in_full({_named(source, rules) for claim in claims for source in claim.sources})
    for claim in claims:
        for source in claim.sources:
            name = full.get(_named(source, rules))
            if name is not None:
                shown.setdefault(name, source)
                if claim.id not in resting[name]:
                    resting[name].append(claim.id)
    for name, source in shown.items():
        yield Mention(
            name=name,
            text=source.text,
            span=source.span,
            role="citation",
            kind=_OUTLET if name in rules.agencies.values() else source.kind,
            claims=tuple(resting[name]),
        )


def _in_full(names: Collection[str | None]) -> dict[str | None, str]:
    """Return by name the longest name of a report that holds all of its words.

    Who was "South Korea's Joint Chiefs of Staff" is "the Joint Chiefs of Staff" a line later.
    """
    whole = sorted((name for name in names if name is not None), key=lambda n: (-len(n), n))
    found: dict[str | None, str] = {}
    for name in whole:
        words = name.casefold()
        several = len(words.split()) >= _SEVERAL
        longer = (one for one in whole if several and words in one.casefold())
        found[name] = next(longer, name)
    return found


def _named(source: Source, rules: LineageRules) -> str | None:
    for words in (source.name, source.text):
        for pattern, name in rules.called:
            if pattern.fullmatch(words):
                return name
    if source.kind in _VAGUE or rules.unnamed.fullmatch(source.name):
        return None
    bare = rules.article.match(source.name)
    return rules.agencies.get(source.name, source.name[bare.end() if bare else 0 :])


def _outlets(text: str, rules: LineageRules) -> Iterator[Mention]:
    for name in rules.named.finditer(text):
        low, high = max(0, name.start() - _AROUND), name.end() + _AROUND
        for pattern in rules.citations:
            found = pattern.search(text[low:high])
            if found and low + found.start("agency") == name.start():
                yield Mention(
                    name=rules.agencies[name[0]],
                    text=found[0],
                    span=(low + found.start(), low + found.end()),
                    role="citation",
                    kind=_OUTLET,
                )
                break


def _unlisted(text: str, rules: LineageRules) -> Iterator[Mention]:
    # Whether such a name is an agency's is told by who credits it on the same desk.
    for pattern in rules.unlisted:
        for found in pattern.finditer(text):
            name = found["agency"]
            if name not in rules.agencies:
                yield Mention(
                    name=name, text=found[0], span=found.span(), role="citation", kind=_OUTLET
                )

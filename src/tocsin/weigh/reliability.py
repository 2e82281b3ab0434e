"""How reliable a source is, A to F, earned by what its claims came to (STANAG 2511).

F is unknown. The share of settled claims that were confirmed is shrunk towards one half
(beta-binomial, Laplace's rule with the weight of four claims), so that a few good claims do not
make an A.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tocsin.records import Carried, Event, Member, Origin, Override, Record, Relation
from tocsin.records.weighed import Reliability
from tocsin.weigh.answering import Answering
from tocsin.weigh.estimate.voices import moment

# The weight of what is believed before anything is known, and how many settled claims it takes.
_PRIOR, _FEWEST = 2.0, 5
_LETTERS: tuple[tuple[float, Reliability], ...] = (
    (0.85, "A"),
    (0.7, "B"),
    (0.55, "C"),
    (0.4, "D"),
    (0.0, "E"),
)
_COPIED = frozenset({"copy", "rewrite"})


@dataclass(slots=True)
class _Ledger:
    """What is counted of one source; a claim of an event, or a figure, is settled once."""

    kind: str | None = None
    claims: set[str] = field(default_factory=set)
    copied: set[str] = field(default_factory=set)
    first: set[str] = field(default_factory=set)
    settled: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def earn(
    carried: Sequence[Carried],
    events: Sequence[Event],
    relations: Iterable[Relation],
    origins: Sequence[Origin],
    overrides: Iterable[Override] = (),
) -> tuple[Record, ...]:
    """Return the record of every source, publishers and those they cite, sorted by name.

    A claim is laid to who gives it: the innermost named source, or the publisher that speaks for
    itself or for somebody without a name. It is settled when others who are independent confirm or
    contradict it, or when its own source corrects it; several claims of one source about one event
    count once. What a publisher copied is counted as copied and settles nothing. The grade of an
    analyst stands beside the earned one and does not move it.
    """
    ledgers: dict[str, _Ledger] = defaultdict(_Ledger)
    answering = Answering(carried)
    laid = _lay(carried, origins, ledgers, answering)
    happened = {claim: event.id for event in events for claim in event.claims}
    for relation in sorted(relations, key=lambda one: one.id):
        _settle(relation, laid, happened, ledgers)
    for event in events:
        _first(event, laid, ledgers)
    beside = _latest(overrides, answering)
    for source in beside:
        ledgers.setdefault(source, _Ledger())
    return tuple(_record(source, ledgers[source], beside.get(source)) for source in sorted(ledgers))


def _lay(
    carried: Iterable[Carried],
    origins: Iterable[Origin],
    ledgers: dict[str, _Ledger],
    answering: Answering,
) -> dict[str, str]:
    """Lay every claim to its source; return whose each is, by the earliest sighting."""
    laid: dict[str, str] = {}
    known = {one.sighting: one for one in carried}
    copies = {m.sighting for o in origins for m in o.members if _copied(m, known)}
    for one in sorted(known.values(), key=lambda c: (moment(c), c.sighting)):
        publisher = answering.publisher(one)
        for claim in one.claims:
            copied = one.sighting in copies or claim.id in laid
            if copied and publisher:
                ledgers[publisher].copied.add(claim.id)
                ledgers[publisher].kind = "publisher"
            if not copied:
                laid[claim.id], kind = answering.of(claim, one)
                ledger = ledgers[laid[claim.id]]
                ledger.claims.add(claim.id)
                ledger.kind = ledger.kind or kind
    return laid


def _copied(member: Member, known: Mapping[str, Carried]) -> bool:
    """Whether a member prints what another has; who changes its own page copies nobody."""
    before = known.get(member.follows or "")
    own = before is not None and before.newer and before.publisher == member.publisher
    return member.how in _COPIED and not own


def _settle(
    relation: Relation,
    laid: Mapping[str, str],
    happened: Mapping[str, str],
    ledgers: Mapping[str, _Ledger],
) -> None:
    if relation.why_not is not None:
        return
    for claim, by_other in ((relation.claim, False), (relation.other, True)):
        what = _outcome(relation, corrected=by_other)
        if what is not None and claim in laid:
            about = happened.get(claim, claim)
            ledgers[laid[claim]].settled[about][what] += 1


def _outcome(relation: Relation, *, corrected: bool) -> str | None:
    """Return what a relation says of one of its two claims; None where it settles nothing."""
    if relation.kind == "corrects":
        return "corrected" if corrected else None
    if not relation.independent:
        return None
    if relation.kind == "corroborates":
        return "confirmed"
    return "contradicted" if relation.kind in ("contradicts", "denies") else None


def _first(event: Event, laid: Mapping[str, str], ledgers: Mapping[str, _Ledger]) -> None:
    sources = [laid[claim] for claim in event.claims if claim in laid]
    if len(set(sources)) > 1:
        ledgers[sources[0]].first.add(event.id)


def _latest(overrides: Iterable[Override], answering: Answering) -> dict[str, Override]:
    """Return for each source the analyst's last grade."""
    found: dict[str, Override] = {}
    for one in sorted(overrides, key=lambda o: (o.at, o.by, o.why, o.reliability)):
        found[answering.name(one.source)] = one
    return found


def _record(source: str, ledger: _Ledger, override: Override | None) -> Record:
    counts = Counter(_came_to(outcomes) for outcomes in ledger.settled.values())
    n = counts["confirmed"] + counts["contradicted"] + counts["corrected"]
    rate = (counts["confirmed"] + _PRIOR) / (n + 2 * _PRIOR) if n else None
    return Record(
        source=source,
        kind=ledger.kind,
        claims=len(ledger.claims),
        n=n,
        confirmed=counts["confirmed"],
        contradicted=counts["contradicted"],
        corrected=counts["corrected"],
        copied=len(ledger.copied),
        first=len(ledger.first),
        rate=rate,
        reliability=_letter(rate, n),
        override=override,
    )


def _came_to(outcomes: Mapping[str, int]) -> str:
    """Return what the claims about one event came to; a balance of voices settles nothing."""
    if outcomes.get("corrected"):
        return "corrected"
    confirmed, contradicted = outcomes.get("confirmed", 0), outcomes.get("contradicted", 0)
    if confirmed == contradicted:
        return "open"
    return "confirmed" if confirmed > contradicted else "contradicted"


def _letter(rate: float | None, n: int) -> Reliability:
    if rate is None or n < _FEWEST:
        return "F"
    return next(letter for least, letter in _LETTERS if rate >= least)

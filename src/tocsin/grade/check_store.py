"""The conformance suite of stores: what a place for readings must do, built in or a stranger's.

    from tocsin.grade.check_store import check_store
    from tocsin.run.desk import Desk

    def test_my_store_keeps_the_laws_of_memory():
        check_store(lambda: Desk(MyStore()))

It needs no test framework. Each check is given a new, empty desk, and says in a sentence what
must hold; the first that does not is an AssertionError with that sentence.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from tocsin.errors import InputError
from tocsin.grade.samples import (
    FINDING,
    FINDING_NOT,
    FIRST,
    ODD,
    ODD_QUERIES,
    SECOND,
    URL,
    a_reading,
)

# Whatever acts as `tocsin.run.desk.Desk` does; this room does not open the one that defines it.
Desk = Any


def check_store(make_desk: Callable[[], AbstractContextManager[Desk]]) -> tuple[str, ...]:
    """Run every check on a new desk of its own and return the sentences that hold.

    Raises:
        AssertionError: with the sentence of the first check that does not hold.
    """
    held = []
    for check in CHECKS:
        sentence = str(check.__doc__)
        with make_desk() as desk:
            if not check(desk):
                raise AssertionError(f"does not hold: {sentence}")
        held.append(sentence)
    return tuple(held)


def _same_comes_back(desk: Desk) -> bool:
    """What comes back equals what went in."""
    reading = a_reading()
    kept = desk.report(desk.add(reading).report)
    return kept == reading and [found.claim for found in desk.claims()] == list(reading.claims)


def _odd_text_comes_back(desk: Desk) -> bool:
    """Odd text is kept as it came."""
    readings = [a_reading(text, url=None, file=f"{n}.txt") for n, text in enumerate(ODD)]
    added = list(desk.add_many(readings))
    return [desk.report(one.report) for one in added] == readings


def _odd_facts_come_back(desk: Desk) -> bool:
    """What a report says of itself is kept as it came: odd signs, endless names, far zones."""
    east = timezone(timedelta(hours=14))
    published = (datetime.min.replace(tzinfo=UTC), datetime(2024, 12, 23, 0, 30, 0, 7, east), None)
    readings = [
        a_reading(
            f"{FIRST} {n}", url=None, title=odd, publisher=odd, language=odd * 100, published=when
        )
        for n, (odd, when) in enumerate(zip(ODD, published * 2, strict=True))
    ]
    added = list(desk.add_many(readings))
    return [desk.report(one.report) for one in added] == readings and len(desk.reports()) == 6


def _twice_adds_nothing(desk: Desk) -> bool:
    """Adding the same twice adds nothing."""
    first, again = desk.add(a_reading()), desk.add(a_reading())
    found = desk.summary()
    counts = (found.reports, found.sightings, found.claims, found.problems)
    return (first.state, again.state) == ("added", "known") and counts == (1, 1, 1, 1)


def _what_was_read_is_known(desk: Desk) -> bool:
    """Who has read a report is known, by the report as it was carried and no other."""
    reading = a_reading()
    for stamp in ("check-1", "check-2"):
        desk.add(replace(reading, reader=stamp))
    elsewhere = replace(reading.report, url="https://b.example/1")
    known = [desk.readers_of(report) for report in (reading.report, elsewhere)]
    return known == [{"check-1", "check-2"}, set()]


def _copies_are_sightings(desk: Desk) -> bool:
    """A copy on another site is one more sighting of the same report."""
    desk.add(a_reading())
    copy = desk.add(a_reading(url="https://b.example/1", publisher="Wire"))
    seen = {sighting.publisher for sighting in desk.why(copy.report).sightings}
    found = desk.summary()
    return seen == {"Post", "Wire"} and (found.reports, found.claims) == (1, 1)


def _versions_supersede(desk: Desk) -> bool:
    """Another text at the same address supersedes, and the earlier one stays by its id."""
    first, second = desk.add(a_reading()), desk.add(a_reading(SECOND))
    standing = [report.id for report in desk.reports()]
    old = desk.why(a_reading().claims[0].id)
    return (
        (second.state, second.supersedes, standing) == ("version", first.report, [second.report])
        and desk.report(first.report).report.text == FIRST
        and (old.standing, old.superseded_by) == (False, (second.report,))
    )


def _order_changes_nothing(desk: Desk) -> bool:
    """Among the texts of one address the one collected last stands, whatever was added last."""
    later, earlier = (datetime(2024, 12, day, tzinfo=UTC) for day in (25, 24))
    second = desk.add(a_reading(SECOND), collected_at=later)
    desk.add(a_reading(FIRST), collected_at=earlier)
    return [report.id for report in desk.reports()] == [second.report]


def _newer_readings_stand(desk: Desk) -> bool:
    """A newer reader's reading stands, and the older one is not lost."""
    desk.add(a_reading())
    newer = replace(a_reading(reader="check-2"), claims=())
    again = desk.add(newer)
    old = desk.why(a_reading().claims[0].id)
    return again.state == "reread" and desk.report(again.report) == newer and not old.standing


def _the_past_is_kept(desk: Desk) -> bool:
    """A view as of a past time shows what was believed then."""
    first = desk.add(a_reading())
    then = desk.why(first.report).sightings[0].believed_at
    second = desk.add(a_reading(SECOND))
    past = [found.report.id for found in desk.claims(as_of=then)]
    return past == [first.report] and desk.claims()[0].report.id == second.report


def _filters_hold(desk: Desk) -> bool:
    """Claims are found by what each filter asks for, and by nothing else."""
    desk.add(a_reading())
    day = datetime(2024, 12, 23, tzinfo=UTC)
    right: dict[str, Any] = {
        "type": "attack",
        "status": ("occurred", "planned"),
        "source": "Mali",
        "place": "gao",
    }
    right |= {"country": "ML", "since": day, "until": day, "text": "rebels", "limit": 1}
    wrong: dict[str, Any] = {
        "type": "coup",
        "status": "planned",
        "source": "mal",
        "place": "ga",
        "country": "SO",
    }
    wrong |= {"since": day.replace(year=2025), "until": day.replace(year=2023), "text": "zebra"}
    missed = [name for name, value in right.items() if len(desk.claims(**{name: value})) != 1]
    return not missed and not any(desk.claims(**{name: value}) for name, value in wrong.items())


def _search_finds(desk: Desk) -> bool:
    """Search finds reports by words, phrases, starts of words, and leaves out what it should."""
    desk.add(a_reading(title="Raid in Mali"))
    return all(len(desk.search(query)) == 1 for query in FINDING) and not any(
        desk.search(query) for query in FINDING_NOT
    )


def _hits_show_where(desk: Desk) -> bool:
    """A hit shows the found words in their place, and names the claims whose quotes hold them."""
    desk.add(a_reading(f"{FIRST} {'Elsewhere it was calm. ' * 40}"))
    [first] = desk.search('rebels "the town"')
    [last] = desk.search("calm -zebra")
    marked = [[hit.snippet[slice(*mark)] for mark in hit.marks] for hit in (first, last)]
    return (
        marked[0] == ["Rebels", "the town"]
        and set(marked[1]) == {"calm"}
        and (len(first.claims), last.claims) == (1, ())
    )


def _no_query_is_wrong(desk: Desk) -> bool:
    """Whatever is typed into a search is answered."""
    desk.add(a_reading())
    return all(len(desk.search(query, 5)) <= 1 for query in ODD_QUERIES)


def _why_walks_back(desk: Desk) -> bool:
    """The id of a claim, or the start of it, leads to the exact characters."""
    reading = a_reading()
    desk.add(reading)
    claim = reading.claims[0]
    found = desk.why(claim.id[:14])
    return bool(
        found.words == claim.quote == found.report.text[slice(*found.claim.span)]
        and found.words in found.sentence
        and found.sightings[0].url == URL
    )


def _unknown_ids_are_refused(desk: Desk) -> bool:
    """An id that is not there, or begins several, is an InputError."""
    desk.add(a_reading())
    desk.add(a_reading(SECOND, url="https://b.example/1"))
    return all(_refused(desk, given) for given in ("report_zz", "claim_", "report_", "", "nothing"))


def _refused(desk: Desk, given: str) -> bool:
    try:
        desk.why(given)
    except InputError:
        return True
    return False


def _problems_are_kept(desk: Desk) -> bool:
    """What was passed over is kept, once, in words."""
    added = desk.add(a_reading())
    for _ in range(2):
        desk.pass_over("bad.bin", "not text")
    found = {(problem.origin, problem.words) for problem in desk.problems()}
    expected = {("bad.bin", "not text"), (added.report, "a part in another language")}
    return found == expected and len(desk.problems()) == 2


def _every_place_is_weighed(desk: Desk) -> bool:
    """Weighing sees every place that carries a text, now and as of a past time."""
    first = desk.add(a_reading())
    then = desk.why(first.report).sightings[0].believed_at
    desk.add(a_reading(url="https://b.example/1", publisher="Wire"))
    [now], [past] = desk.origins(), desk.origins(as_of=then)
    carried = [{member.publisher for member in origin.members} for origin in (now, past)]
    return carried == [{"Post", "Wire"}, {"Post"}]


def _grades_are_kept(desk: Desk) -> bool:
    """An analyst's grade of a source is kept, dated and signed, until another takes its place."""
    desk.add(a_reading())
    given = [
        desk.override("army of Mali", letter, by="A. Analyst", why="its record")
        for letter in ("C", "B", "B", None)
    ]
    return given == [True, True, False, True] and desk.overrides() == []


CHECKS: tuple[Callable[[Desk], bool], ...] = (
    _same_comes_back,
    _odd_text_comes_back,
    _odd_facts_come_back,
    _twice_adds_nothing,
    _what_was_read_is_known,
    _copies_are_sightings,
    _versions_supersede,
    _order_changes_nothing,
    _newer_readings_stand,
    _the_past_is_kept,
    _filters_hold,
    _search_finds,
    _hits_show_where,
    _no_query_is_wrong,
    _why_walks_back,
    _unknown_ids_are_refused,
    _problems_are_kept,
    _every_place_is_weighed,
    _grades_are_kept,
)

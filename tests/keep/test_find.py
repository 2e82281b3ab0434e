"""Claims and reports by what they say, where, when and who says it."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from builders import TEXT, a_claim, a_reading, a_report
from databases import on_sqlite

from tocsin.errors import InputError
from tocsin.keep.found import ClaimQuery, ReportQuery
from tocsin.records import EventMention, Place, Source, Time

OTHER = "Rebels attacked Mali's army in Gao; Somalia was quiet."


def day(number):
    return datetime(2024, 10, number, tzinfo=UTC)


def a_source(name):
    return Source(
        name=name,
        text="x",
        span=(0, 1),
        kind="organisation",
        factuality="CT+",
        evidential="hearsay",
    )


@pytest.fixture
def filled(store):
    troops = a_claim(
        sources=(a_source("Ministry of Defence (South Korea)"),),
        place=Place(span=(0, 5), text="Russia", name="Russia", country="RU"),
        time=Time(
            span=(0, 5), text="x", type="DATE", start=date(2024, 10, 18), end=date(2024, 10, 20)
        ),
    )
    store.add(a_reading(troops, report=a_report(published=day(21), publisher="Demo Post")))
    attack = a_claim(
        "Rebels attacked Mali's army",
        OTHER,
        "attacked",
        event=EventMention(type="attack", text="attacked", span=(7, 15)),
        status="ongoing",
        place=Place(span=(16, 20), text="Mali", name="Mali", country="ML"),
    )
    store.add(a_reading(attack, report=a_report(OTHER, published=day(22), publisher="Sahel Wire")))
    return store


def types(store, **query):
    return [kept.claim.event.type for kept in store.claims(ClaimQuery(**query))]


BOTH = ["attack", "deployment"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, BOTH),
        ({"types": ("attack", "coup")}, ["attack"]),
        ({"statuses": ("occurred",)}, ["deployment"]),
        ({"countries": ("ml",)}, ["attack"]),
        ({"source": "ministry of defence"}, ["deployment"]),
        ({"source": "South-Korea"}, ["deployment"]),
        ({"source": "defence ministry"}, []),
        ({"source": "sahel wire"}, ["attack"]),
        ({"source": "demo post"}, []),
        ({"source": "?"}, []),
        ({"place": "mali"}, ["attack"]),
        ({"place": "mal"}, []),
        ({"since": day(22)}, ["attack"]),
        ({"until": day(21)}, ["deployment"]),
        ({"happened_since": date(2024, 10, 20)}, ["deployment"]),
        ({"happened_since": date(2024, 10, 21)}, []),
        ({"happened_until": date(2024, 10, 17)}, []),
        ({"happened_until": date(2024, 10, 18)}, ["deployment"]),
        ({"limit": 1}, ["attack"]),
        ({"text": "rebels", "countries": ("ML",)}, ["attack"]),
    ],
)
def test_each_filter_keeps_what_it_asks_for(filled, query, found):
    assert types(filled, **query) == found


def test_claims_of_one_report_are_asked_for_by_the_start_of_its_id(filled):
    assert types(filled, report=a_report(TEXT).id[:12]) == ["deployment"]
    with pytest.raises(InputError, match="no report"):
        filled.claims(ClaimQuery(report="report_zz"))


def test_a_claim_comes_with_the_report_that_it_stands_in(filled):
    [kept] = filled.claims(ClaimQuery(types=("deployment",)))
    assert kept.report.publisher == "Demo Post"
    assert kept.report.reader == "test-1"
    assert kept.report.published == day(21)


def test_reports_are_listed_the_latest_first_and_undated_ones_last(filled):
    filled.add(a_reading(a_claim("Gao", "Gao", "Gao"), report=a_report("Gao", published=None)))
    assert [report.published for report in filled.reports(ReportQuery())] == [
        day(22),
        day(21),
        None,
    ]


@pytest.mark.parametrize(
    ("query", "publishers"),
    [
        ({"publisher": "sahel"}, ["Sahel Wire"]),
        ({"publisher": "sah"}, []),
        ({"language": "fi"}, []),
        ({"since": day(22), "until": day(23)}, ["Sahel Wire"]),
        ({"limit": 1}, ["Sahel Wire"]),
    ],
)
def test_reports_are_listed_by_publisher_language_and_time(filled, query, publishers):
    assert [report.publisher for report in filled.reports(ReportQuery(**query))] == publishers


@pytest.mark.parametrize(
    "query",
    [
        ClaimQuery(types=("\ud800",), source="\ud800", place="\ud800", text="\ud800"),
        ReportQuery(publisher="\ud800"),
        ReportQuery(language="\ud800"),
    ],
)
def test_a_filter_may_hold_odd_text(filled, query):
    ask = filled.claims if isinstance(query, ClaimQuery) else filled.reports
    assert ask(query) == []


@pytest.mark.parametrize("name", ["since", "until", "as_of"])
def test_a_time_without_a_zone_is_refused_in_words(filled, name):
    with pytest.raises(InputError, match=r"no time zone: write it as 2024-10-21T00:00:00\+00:00"):
        filled.claims(ClaimQuery(**{name: datetime(2024, 10, 21)}))


def test_a_past_view_holds_what_was_believed_then(filled, clock):
    then = clock.now - timedelta(minutes=30)
    assert types(filled, as_of=then) == ["deployment"]
    assert filled.summary(as_of=then).claims == 1
    assert types(filled, as_of=datetime(2020, 1, 1, tzinfo=UTC)) == []


def test_the_summary_counts_what_stands(filled):
    found = filled.summary()
    assert (found.reports, found.sightings, found.claims, found.versions) == (2, 2, 2, 0)
    assert found.types == {"attack": 1, "deployment": 1}
    assert found.statuses == {"occurred": 1, "ongoing": 1}
    assert found.publishers == {"Demo Post": 1, "Sahel Wire": 1}
    assert (found.first_published, found.last_published) == (day(21), day(22))
    assert (found.languages, found.unread) == ({"en": 2}, {})


def test_a_language_without_a_reader_is_counted_as_unread(store):
    from tocsin.records import Reading

    report = a_report("Viisi ihmistä kuoli.", language="fi")
    store.add(Reading(reader="none", report=report, problems=("no reader for 'fi'",)))
    assert store.summary().unread == {"fi": 1}
    assert store.summary().problems == 1


def test_problems_are_kept_with_their_report(store):
    added = store.add(a_reading(problems=("a date that is none", "a cut sentence")))
    found = store.problems()
    assert [problem.words for problem in found] == ["a cut sentence", "a date that is none"]
    assert {problem.origin for problem in found} == {added.report}
    assert store.problems(origin="elsewhere") == []
    assert len(store.problems(limit=1)) == 1


def test_a_file_that_gave_no_report_is_kept_once(store):
    for _ in range(2):
        store.pass_over("bad\ud800.bin", "not text")
    [problem] = store.problems(origin="bad\ud800.bin")
    assert (problem.origin, problem.words) == ("bad\ufffd.bin", "not text")


@on_sqlite
def test_a_list_of_claims_is_walked_from_the_latest_report(store):
    # A desk of thousands of reports must not work out all that stands to show a hundred claims.
    asked = []

    def listen(_, __, statement, parameters, *___):
        asked.append((statement, parameters))

    sa.event.listen(store._engine, "before_cursor_execute", listen)
    store.claims(ClaimQuery(types=("attack",), countries=("RU",), source="x", limit=100))
    statement, parameters = asked[-1]
    with store._engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    assert plan[0][3] == "SCAN sighting USING INDEX ix_sightings_published_at"

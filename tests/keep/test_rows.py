"""Records to rows and back."""

from datetime import UTC, date, datetime, timedelta, timezone

from builders import TEXT, a_claim, a_reading, a_report

from tocsin.keep import rows
from tocsin.records import Place, Quantity, Source, Time

NOW = datetime(2026, 1, 1, tzinfo=UTC)
AT = (0, 5)


def row_of(**parts):
    [row] = rows.claim_rows(a_reading(a_claim(**parts)), "reading_1", NOW)
    return row


def test_times_places_and_figures_have_columns_of_their_own():
    row = row_of(
        time=Time(span=AT, text="x", type="DATE", start=date(2024, 10, 1), end=date(2024, 10, 31)),
        place=Place(span=AT, text="Kursk", name="Kursk Oblast", country="RU", lat=51.7, lon=36.2),
        quantity=Quantity(span=AT, text="x", low=3000, high=None, bound="at_least", of="troops"),
        deadline=date(2024, 12, 31),
    )
    assert (row["happened_from"], row["happened_to"]) == (date(2024, 10, 1), date(2024, 10, 31))
    assert (row["place"], row["country"], row["lat"], row["lon"]) == (
        "Kursk Oblast",
        "RU",
        51.7,
        36.2,
    )
    assert (row["quantity_low"], row["quantity_high"], row["quantity_of"]) == (3000, None, "troops")
    assert row["deadline"] == date(2024, 12, 31)


def test_what_a_claim_repeats_and_how_its_figure_changes_are_columns():
    more = Quantity(span=AT, text="200", low=200, high=200, bound="exact", change="up")
    row = row_of(quantity=more, repeats="claim_first")
    assert (row["quantity_change"], row["repeats"]) == ("up", "claim_first")


def test_what_is_not_stated_is_empty():
    row = row_of()
    empty = ("happened_from", "quantity_low", "place", "country", "deadline")
    assert [row[name] for name in empty] == [None] * 5
    assert (row["source_words"], row["place_words"]) == ("", "")


def test_one_known_end_of_a_time_stands_for_both():
    row = row_of(time=Time(span=AT, text="x", type="DATE", end=date(2024, 10, 31)))
    assert (row["happened_from"], row["happened_to"]) == (date(2024, 10, 31), date(2024, 10, 31))


def test_a_figure_beyond_every_float_does_not_stop_the_row():
    assert row_of(quantity=Quantity(span=AT, text="x", low=10**400, bound="exact"))[
        "quantity_low"
    ] == float("inf")


def test_names_of_sources_can_be_looked_for_by_whole_words():
    source = Source(
        name="Joint Chiefs of Staff",
        text="the JCS",
        span=AT,
        kind="organisation",
        factuality="CT+",
        evidential="hearsay",
    )
    assert row_of(sources=(source,))["source_words"] == " joint chiefs of staff | the jcs "


def test_the_id_of_a_sighting_leaves_out_when_it_was_collected():
    ids = {rows.sighting_row(a_report(), NOW + timedelta(days=n), NOW)["id"] for n in range(3)}
    assert len(ids) == 1


def test_one_moment_in_two_zones_is_one_sighting_and_its_zone_is_kept():
    tokyo = datetime(2024, 10, 21, 9, tzinfo=timezone(timedelta(hours=9)))
    local = rows.sighting_row(a_report(published=tokyo), NOW, NOW)
    same = rows.sighting_row(a_report(published=tokyo.astimezone(UTC)), NOW, NOW)
    assert local["id"] == same["id"]
    assert local["published"] == "2024-10-21T09:00:00+09:00"
    assert local["published_at"] == datetime(2024, 10, 21, tzinfo=UTC)


def test_lone_surrogates_in_a_problem_are_mended():
    reading = a_reading(problems=("odd \ud800 text",))
    [row] = rows.problem_rows(reading, "reading_1", NOW)
    assert row["words"] == "odd \ufffd text"
    assert row["origin"] == a_report(TEXT).id

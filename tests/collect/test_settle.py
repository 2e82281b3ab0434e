from datetime import UTC, datetime

import pytest
from collect.making import BODY, NOW, TEXT

from tocsin.collect.found import Draft, Origin
from tocsin.collect.settle import Given, settle


def a_draft(text=TEXT, **parts):
    return Draft(
        origin=Origin(where="a.txt", file="a.txt", url=parts.pop("url", None)), text=text, **parts
    )


def settled(draft, **given):
    return settle(draft, Given(now=NOW, **given))


@pytest.mark.parametrize("year", [1900, 2100])
def test_a_day_that_the_user_gives_is_taken_as_given(year):
    day = datetime(year, 1, 1, tzinfo=UTC)
    found = settled(a_draft(published="2024-12-23"), published=day)
    assert (found.report.published, found.report.published_from) == (day, "given")
    assert found.problems == ()


def test_a_given_time_without_a_zone_is_utc():
    found = settled(a_draft(), published=datetime(2024, 12, 23))
    assert found.report.published == datetime(2024, 12, 23, tzinfo=UTC)


def test_metadata_come_before_the_text_and_the_text_before_nothing():
    dated = f"December 23, 2024\n\n{TEXT}"
    both = settled(a_draft(dated, published="2024-12-24")).report
    assert (both.published.day, both.published_from) == (24, "metadata")
    one = settled(a_draft(dated)).report
    assert (one.published.day, one.published_from) == (23, "text")
    none = settled(a_draft()).report
    assert (none.published, none.published_from) == (None, None)


def test_a_doubtful_date_gives_way_to_a_better_one_and_is_said():
    found = settled(a_draft(f"December 23, 2024\n\n{TEXT}", published="1970-01-01"))
    assert found.report.published_from == "text"
    assert "before 1990" in found.problems[0]


def test_the_publisher_is_given_or_named_or_the_site():
    url = "https://news.example.co.uk/1"
    assert (
        settled(a_draft(url=url, publisher="The Post"), publisher="Mine").report.publisher == "Mine"
    )
    assert settled(a_draft(url=url, publisher=" The\nPost ")).report.publisher == "The Post"
    assert settled(a_draft(url=url, publisher=" ")).report.publisher == "example.co.uk"
    assert settled(a_draft()).report.publisher is None


def test_the_same_text_gives_the_same_id_wherever_it_comes_from():
    one = settled(a_draft(f"\ufeff{TEXT}\r\n \n")).report
    other = settled(
        a_draft(
            f"Troops leave\n\n{TEXT}\n\nAdvertisement",
            title="Troops leave",
            url="https://a.example",
        )
    ).report
    assert one.id == other.id
    assert one.text == other.text == TEXT


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff\x00", "\u200b"])
def test_no_text_is_no_report(text):
    assert "no text" in settled(a_draft(text)).problems[0]


def test_nothing_but_notices_is_no_report():
    found = settled(a_draft("Advertisement\n\n***"))
    assert found.report is None
    assert "notices" in found.problems[0]


def test_the_credited_agency_is_found_in_a_line_that_goes():
    report = settled(a_draft(f"{TEXT}\n\n© 2024 The Associated Press. All rights reserved.")).report
    assert (report.wire, report.text) == ("AP", TEXT)


def test_a_title_helps_to_tell_the_language_of_a_short_text():
    assert (
        settled(
            a_draft(
                "Kursk, 1,100.", title="At least 1,100 of the troops are said to have been killed"
            )
        ).report.language
        == "en"
    )


def test_problems_of_the_carrier_stay_beside_the_report():
    assert settled(a_draft(problems=("odd",))).problems == ("odd",)
    assert BODY[0] in settled(a_draft()).report.text


def test_a_title_of_pages_is_cut():
    assert len(settled(a_draft(title="word " * 1000)).report.title) == 500

"""From an id back to the words that say it, and to where they were published."""

import json

import pytest
from show.samples import TEXT, a_claim, a_reading, likely

from tocsin.records import loads
from tocsin.run.desk import Desk

READING = a_reading()


def test_why_walks_from_a_claim_to_its_words_its_source_and_its_publisher(tocsin, desk):
    ran = tocsin("why", READING.claims[0].id, "--db", desk)
    assert ran.code == 0
    assert "»about 12,000 North Korean troops were in Russia«" in " ".join(ran.out.split())
    assert "South Korean military (“South Korea's military”)" in ran.out
    assert "23 Dec 2024" in ran.out
    assert "https://example.org/demo-wire/1" in ran.out
    assert READING.report.id in ran.out


def test_why_tells_every_value_that_the_claim_states(tocsin, desk):
    said = tocsin("why", READING.claims[1].id, "--db", desk).out
    assert "deadline" in said
    assert "31 Dec 2024" in said
    assert "“may”" in said
    assert "Kursk Oblast (“Kursk region”)" in tocsin("why", READING.claims[2].id, "--db", desk).out


def test_why_shows_a_likelihood_with_its_number(tocsin, tmp_path):
    claim = a_claim(TEXT, "may test-fire a missile", "test-fire", likelihood=likely())
    with Desk.open(tmp_path / "x.db") as desk:
        desk.add(a_reading(TEXT, (claim,)))
    assert "likely (55–80%, ICD 203)" in tocsin("why", claim.id, "--db", tmp_path / "x.db").out


def test_the_beginning_of_an_id_is_enough(tocsin, desk):
    short = READING.claims[0].id[:12]
    assert READING.claims[0].id in tocsin("why", short, "--db", desk).out


@pytest.mark.parametrize("given", ["claim_zz", "nonsense", ""])
def test_an_unknown_id_is_a_failure_that_says_what_to_do(tocsin, desk, given):
    ran = tocsin("why", given, "--db", desk)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("tocsin: ")


def test_a_report_shows_its_whole_text_and_its_claims(tocsin, desk):
    said = " ".join(tocsin("report", READING.report.id, "--db", desk).out.split())
    bare = said.replace("»", "").replace("«", "")
    assert " ".join(TEXT.split()) in bare
    assert all(claim.id in said for claim in READING.claims)


def test_a_report_for_programs_is_its_reading(tocsin, desk):
    printed = tocsin("report", READING.report.id, "--json", "--db", desk).out
    assert loads(printed).claims == READING.claims


def test_why_for_programs_holds_the_words_and_the_sightings(tocsin, desk):
    trace = json.loads(tocsin("why", READING.claims[0].id, "--json", "--db", desk).out)
    assert trace["words"] == READING.claims[0].quote
    assert trace["sightings"][0]["url"] == "https://example.org/demo-wire/1"


def test_why_of_a_report_is_the_report(tocsin, desk):
    assert "Seoul counts 12,000 troops" in tocsin("why", READING.report.id, "--db", desk).out


def test_text_that_would_move_the_cursor_is_shown_as_a_box(tocsin, tmp_path):
    text = "\x1b]0;owned\x07\x1b[2J Forces attacked \x9b31m"
    claim = a_claim(text, "Forces attacked", "attacked", "attack")
    with Desk.open(tmp_path / "x.db") as desk:
        added = desk.add(a_reading(text, (claim,), title="\x1b[2J", publisher="\x1b[31m"))
    for command in (
        ("why", claim.id),
        ("report", added.report),
        ("claims",),
        ("search", "attacked"),
    ):
        ran = tocsin(*command, "--db", tmp_path / "x.db")
        assert not {"\x1b", "\x07", "\x9b"} & set(ran.out)
        assert "attacked" in ran.out

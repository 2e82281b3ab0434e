"""Reports are found by their words and listed by date."""

import json

from show.samples import TEXT, a_reading


def test_search_shows_the_words_where_they_stand(tocsin, desk):
    ran = tocsin("search", "missile", "--db", desk)
    assert "»missile«" in ran.out
    assert a_reading().claims[1].id in ran.out


def test_search_for_programs_names_report_and_claims(tocsin, desk):
    [hit] = json.loads(tocsin("search", "missile", "--db", desk, "-f", "json").out)
    assert hit["report"]["id"] == a_reading().report.id
    assert hit["claims"] == [a_reading().claims[1].id]


def test_search_without_a_hit_says_how_to_find_more(tocsin, desk):
    ran = tocsin("search", "zeppelin", "--db", desk)
    assert (ran.code, ran.out) == (0, "")
    assert "Fewer words" in ran.err


def test_reports_are_listed_with_their_counts(tocsin, desk):
    [kept] = json.loads(tocsin("reports", "--db", desk, "-f", "json").out)
    assert (kept["claims"], kept["sightings"]) == (3, 1)
    assert "3 claims" in tocsin("reports", "--db", desk).out


def test_a_text_is_not_listed(tocsin, desk):
    assert TEXT not in tocsin("reports", "--db", desk, "-f", "json").out


def test_a_report_without_a_title_says_so_and_shows_its_id_once(tocsin, tmp_path):
    note, desk = tmp_path / "note.jsonl", tmp_path / "notes.db"
    note.write_text('{"text": "Rebels attacked Goma.", "published": "2024-12-23"}\n')
    assert tocsin("add", note, "--db", desk).code == 0
    listed = tocsin("reports", "--db", desk).out
    assert listed.startswith("untitled")
    assert listed.count("report_") == 1

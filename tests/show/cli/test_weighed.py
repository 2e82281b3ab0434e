"""The commands of weighing: the same for people and for programs, now and as of a past day."""

import csv
import json
from datetime import UTC, datetime

import pytest
from weighed_desk import COUNT, DENIAL, DONE, PLAN, TOLL, a_desk_full

from tocsin.run.desk import Desk

COMMANDS = ("origins", "stories", "events", "contradictions", "estimates", "sources")


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    path = tmp_path_factory.mktemp("full") / "desk.db"
    with Desk.open(path) as desk:
        list(desk.add_many(a_desk_full()))
    return path


@pytest.fixture
def ask(tocsin, full):
    """Return a function that gives what a command prints as JSON."""

    def asked(*args):
        ran = tocsin(*args, "--db", full, "--format", "json")
        assert ran.code == 0, ran.err
        return json.loads(ran.out)

    return asked


@pytest.mark.parametrize("command", COMMANDS)
def test_people_see_a_list_that_ends_in_a_count(tocsin, full, command):
    ran = tocsin(command, "--db", full)
    assert ran.code == 0, ran.err
    noun = {"stories": "stor", "contradictions": "pair"}.get(command, command[:-1])
    assert noun in ran.out.splitlines()[-1]


@pytest.mark.parametrize("command", COMMANDS)
def test_json_lines_hold_what_json_holds(tocsin, full, ask, command):
    lines = tocsin(command, "--db", full, "-f", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == ask(command)


@pytest.mark.parametrize("command", COMMANDS)
def test_csv_has_a_row_under_every_heading(tocsin, full, command):
    rows = list(csv.DictReader(tocsin(command, "--db", full, "-f", "csv").out.splitlines()))
    assert rows
    assert all(None not in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("command", COMMANDS)
def test_as_of_now_equals_the_present(ask, command):
    assert ask(command, "--as-of", "2100-01-01") == ask(command)


@pytest.mark.parametrize("command", COMMANDS)
def test_before_anything_was_collected_there_is_nothing_and_that_is_said(tocsin, full, command):
    ran = tocsin(command, "--db", full, "--as-of", "2023-02-08")
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing had been collected by 8 Feb 2023" in ran.err
    assert "`--until 2023-02-08` weighs what had been published by then" in ran.err


@pytest.mark.parametrize("command", COMMANDS)
def test_programs_get_an_empty_list_where_there_is_nothing(ask, command):
    assert ask(command, "--as-of", "2023-02-08") == []


def test_what_was_published_by_a_day_is_weighed_alone(ask):
    assert len(ask("origins", "--until", "2023-02-08")) == 3
    [event] = ask("events", "--type", "deployment", "--until", "2023-02-08")
    assert [move["status"] for move in event["transitions"]] == ["prepared"]
    assert len(ask("origins", "--since", "2023-02-09")) == 2


def test_a_day_without_reports_says_so(tocsin, full):
    ran = tocsin("events", "--db", full, "--since", "2030-01-01")
    assert "No report that is kept was published in these days" in ran.err


def test_an_empty_desk_says_how_to_fill_it(tocsin, tmp_path):
    Desk.open(tmp_path / "new.db").close()
    ran = tocsin("origins", "--db", tmp_path / "new.db")
    assert (ran.code, ran.out) == (0, "")
    assert "`tocsin add FILE…`" in ran.err


def test_an_origin_names_its_members_how_they_carry_it_and_what_shows_it(ask):
    found = ask("origins")
    assert len(found) == 5
    first = found[0]
    assert {"origin", "kind", "members"} <= set(first)
    assert [(m["file"], m["how"]) for m in first["members"]] == [
        ("demo-wire-7.json", "first"),
        ("harbour-post-8.json", "copy"),
    ]
    assert first["members"][1]["url"] == "https://harbour-post.example/8"
    assert first["members"][1]["evidence"][0]["kind"] == "passages"
    assert ask("origins", "--shared") == found[:1]
    assert ask("origins", "--kind", "wire") == []
    assert ask("origins", "--limit", "2") == found[:2]


def test_the_last_line_counts_what_was_asked_for(tocsin, full):
    def last(*options):
        return tocsin("origins", "--db", full, *options).out.splitlines()[-1]

    assert last() == "5 origins of 6 reports, 1 with more than one"
    assert last("--shared") == "1 origin of 2 reports, 1 with more than one"


def test_a_list_that_was_cut_says_so(tocsin, full):
    assert "2 shown, --limit 5 shows all" in tocsin("origins", "--db", full, "-n", "2").out


def test_a_story_names_the_reports_that_tell_it(ask):
    [story] = ask("stories", "--text", "northern army")
    assert {report["file"] for report in story["reports"]} == {
        "demo-wire-8.json",
        "city-news-10.json",
        "north-daily-11.json",
    }


def test_an_event_tells_how_it_moved_on_with_its_claims(tocsin, full, ask):
    [event] = ask("events", "--moved")
    assert [claim["quote"] for claim in event["claims"]] == [PLAN, DONE, DENIAL]
    assert event["grade"]["credibility"] == 4
    shown = tocsin("events", "--db", full, "--moved").out
    assert "moved on: being prepared (8 Feb 2023) → happened (10 Feb 2023)" in shown
    assert "credibility 4 · doubtful" in shown


def test_a_contradiction_gives_both_claims_with_their_files(ask):
    [denial] = ask("contradictions")
    assert (denial["kind"], denial["type"]) == ("denies", "deployment")
    assert [side["quote"] for side in denial["figures"]] == [DENIAL, DONE]
    assert {"claim", "file", "quote", "low", "high", "origin"} <= set(denial["figures"][0])
    assert denial["figures"][0]["file"] == "north-daily-11.json"
    assert ask("contradictions", "--kind", "corrects") == []
    assert ask("contradictions", "--event", denial["event"]) == [denial]


def test_an_estimate_gives_each_figure_with_its_claim_file_and_origin(ask):
    [estimate] = ask("estimates")
    figures = {(f["quote"], f["low"], f["high"], f["file"]) for f in estimate["figures"]}
    assert {(quote, low, high) for quote, low, high, _ in figures} == {
        (TOLL, 1100, 1100),
        (COUNT, 2400, 2400),
    }
    assert {"claim", "origin", "source", "day"} <= set(estimate["figures"][0])
    told = [claim for history in estimate["histories"] for claim in history["figures"]]
    assert told == [figure["claim"] for figure in estimate["figures"]]
    assert ask("estimates", estimate["estimate"]) == [estimate]
    assert ask("estimates", "--type", "deployment") == []


def test_people_see_figures_by_source_and_what_they_come_to(tocsin, full):
    shown = tocsin("estimates", "--db", full).out
    assert "people killed, Turkey" in shown
    assert "fused: " in shown
    assert all(part in shown for part in ("2,400", "Doctors Union", "7 Feb 2023"))


@pytest.mark.parametrize(
    ("name", "begins"), [("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.json", b"{")]
)
def test_an_estimate_is_drawn_into_a_file(tocsin, full, tmp_path, name, begins):
    ran = tocsin("estimates", "--db", full, "--chart", tmp_path / name)
    assert ran.code == 0, ran.err
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert f"drawn into {tmp_path / name}" in " ".join(ran.err.split())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--chart", "x.gif"), ".svg, .png, .json"),
        (("--type", "coup", "--chart", "x.svg"), "no estimate for one chart"),
        (("--chart", "none/x.svg"), "check the path"),
    ],
)
def test_what_cannot_be_drawn_is_said(tocsin, full, tmp_path, monkeypatch, options, words):
    monkeypatch.chdir(tmp_path)
    ran = tocsin("estimates", "--db", full, *options)
    assert ran.code == 1
    assert words in ran.err
    assert not list(tmp_path.glob("x.*"))


def test_a_grade_of_your_own_is_kept_beside_the_earned_one(tocsin, full, ask, tmp_path):
    signed = ("--by", "R. Analyst", "--why", "its count was withdrawn")
    ran = tocsin("sources", "--db", full, "--set", "doctors union=e", *signed)
    assert ran.code == 0, ran.err
    assert "Doctors Union: kept" in ran.err
    assert ran.out.splitlines()[-1] == "1 source"
    [source] = ask("sources", "--source", "doctors")
    assert source["override"]["reliability"] == "E"
    assert source["reliability"] == "F"
    assert "E  (earned: F)" in tocsin("sources", "--db", full).out
    again = tocsin("sources", "--db", full, "--set", "Doctors Union=E", *signed)
    assert "that stands already" in again.err
    tocsin("sources", "--db", full, "--set", "Doctors Union=lift", *signed)
    assert ask("sources", "--source", "doctors")[0]["override"] is None


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--set", "Doctors Union=Q", "--by", "R.", "--why", "x"), 1, "is no grade"),
        (("--set", "Doctors Union=B"), 1, "say who gives the grade"),
        (("--set", "Doctor=B", "--by", "R.", "--why", "x"), 1, "did you mean Doctors Union?"),
        (("--set", "Doctrs Union=B", "--by", "R.", "--why", "x"), 1, "did you mean Doctors Union?"),
        (("--set", "Nobody=B", "--by", "R.", "--why", "x"), 1, "no claim here rests on 'Nobody': "),
        (("--set", "B", "--by", "R.", "--why", "x"), 2, "Name of the source=B"),
        (("--by", "R."), 2, "--set NAME=LETTER"),
    ],
)
def test_a_grade_that_cannot_be_kept_is_refused_in_words(tocsin, full, options, code, words):
    ran = tocsin("sources", "--db", full, *options)
    assert ran.code == code
    assert words in " ".join(ran.err.replace("│", " ").split())


@pytest.mark.parametrize("command", COMMANDS[:-1])
def test_why_walks_from_what_was_weighed_back_to_claims(tocsin, full, ask, command):
    one = ask(command)[0]
    given = one[{"stories": "story", "contradictions": "relation"}.get(command, command[:-1])]
    ran = tocsin("why", given[:-3], "--db", full)
    assert ran.code == 0, ran.err
    assert given in ran.out
    told = json.loads(tocsin("why", given, "--db", full, "--json").out)
    assert told["rests_on"]
    assert all(claim in ran.out for claim in told["rests_on"])
    back = tocsin("why", told["rests_on"][0], "--db", full)
    assert back.code == 0
    assert "Published" in back.out


def test_why_says_where_ids_are_listed(tocsin, full):
    ran = tocsin("why", "estimate_none", "--db", full)
    assert ran.code == 1
    assert "`tocsin estimates` lists them" in ran.err


def test_as_of_takes_a_time_and_refuses_what_is_none(tocsin, full):
    later = datetime.now(UTC).replace(year=2100).isoformat()
    assert tocsin("origins", "--db", full, "--as-of", later).code == 0
    ran = tocsin("origins", "--db", full, "--as-of", "last week")
    assert ran.code == 2
    assert "2024-12-23" in " ".join(ran.err.replace("│", " ").split())

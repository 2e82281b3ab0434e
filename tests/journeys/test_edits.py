"""A source that edits its text ten times: one report, one vote, and all of its figures."""

import json

import pytest

FIGURES = ("Three", "Five", "Five", "Nine", "90", "Nine", "11", "11", "12", "14")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for hour, figure in enumerate(FIGURES):
        page = {
            "title": "Landslide in Ambalavao",
            "text": f"{figure} people were killed in a landslide in Ambalavao, Madagascar, on "
            f"Monday, the mayor, Hery Rakoto, said. This page was changed at {8 + hour} o'clock.",
            "url": "https://plateau.example/landslide",
            "publisher": "Plateau Online",
            "published": f"2026-05-04T{8 + hour:02}:00:00Z",
        }
        (folder / f"{hour:02}.json").write_text(json.dumps(page))
    return folder


def test_ten_edits_are_one_report_and_ten_figures_of_which_one_stands(tocsin, pages):
    assert "9 new versions" in tocsin("add", pages).err
    (found,) = json.loads(tocsin("estimates", "--format", "json").out)
    told = [figure["best"] for figure in found["figures"]]
    assert told == [3, 5, 5, 9, 90, 9, 11, 11, 12, 14]
    assert [one["replaced"] for one in found["figures"]] == [True] * 9 + [False]
    assert [one["changed"] for one in found["figures"]] == [
        *(False, True, False, True, True, True, True, False, True, True)
    ]
    assert [(one["low"], one["high"]) for one in found["band"]] == [(14, 14)]
    assert json.loads(tocsin("contradictions", "--format", "json").out) == []
    listed = tocsin("estimates").out
    assert listed.count("no longer said") == 7, "what it kept saying is told once"
    assert "fused: 14 on 4 May 2026" in listed

"""A chart shows every figure with its bounds by who gives it, over the fused band."""

import json

import pytest
from builders import a_band, a_figure, an_estimate

from tocsin.show.charts import estimate_chart, estimates_chart
from tocsin.show.charts.estimate import fused, heading
from tocsin.show.palette import PALETTE, SERIES


def panels(spec):
    return spec.get("vconcat", [spec])


def points(spec, panel=0):
    return panels(spec)[panel]["layer"][-1]["data"]["values"]


def marks(spec):
    return [layer["mark"]["type"] for layer in panels(spec)[0]["layer"]]


def colours(spec):
    scale = panels(spec)[0]["layer"][-1]["encoding"]["color"]["scale"]
    return dict(zip(scale["domain"], scale["range"], strict=True))


def test_every_figure_is_there_with_its_bounds_and_its_claim():
    given = (a_figure(90, 110), a_figure(200, None, source="Police"))
    drawn = points(estimate_chart(an_estimate(*given)))
    assert [(f["low"], f["high"], f["who"]) for f in drawn] == [
        (90, 110, "Ministry of Health"),
        (200, 200, "Police"),
    ]
    assert [f["claim"] for f in drawn] == [figure.claim for figure in given]
    assert [f["bound"] for f in drawn] == ["range", "at least"]


def test_the_fused_band_lies_behind_the_figures():
    spec = estimate_chart(an_estimate(a_figure(), band=[a_band(90, 100, 110)]))
    assert marks(spec) == ["rule", "area", "line", "rule", "point"]
    [day] = spec["layer"][0]["data"]["values"]
    assert (day["low"], day["best"], day["high"]) == (90, 100, 110)


def test_without_a_band_the_figures_stand_alone():
    assert marks(estimate_chart(an_estimate())) == ["rule", "point"]


def test_a_band_with_one_edge_ends_at_its_best():
    spec = estimate_chart(an_estimate(band=[a_band(None, 100, 110), a_band(None, None, 9, 24)]))
    [day] = spec["layer"][0]["data"]["values"]
    assert (day["low"], day["high"]) == (100, 110)


def test_who_says_so_names_the_origin_where_that_is_another():
    drawn = points(estimate_chart(an_estimate(), {"origin_1": "Reuters"}))
    assert drawn[0]["who"] == "Ministry of Health (through Reuters)"
    same = points(estimate_chart(an_estimate(), {"origin_1": "Ministry of Health"}))
    assert same[0]["who"] == "Ministry of Health"


def test_a_long_name_is_cut():
    [figure] = points(estimate_chart(an_estimate(a_figure(source="Ministry " * 20))))
    assert len(figure["who"]) <= 44
    assert figure["who"].endswith("…")


def test_more_sources_than_colours_share_the_last():
    many = [a_figure(n, n, source=f"Source {n:02}") for n in range(1, 12)]
    known = colours(estimate_chart(an_estimate(*many)))
    assert len(known) == len(SERIES)
    assert known["others"] == PALETTE["muted"].light
    assert len(points(estimate_chart(an_estimate(*many)))) == 11


def test_figures_of_one_day_stand_side_by_side():
    drawn = points(estimate_chart(an_estimate(a_figure(1, 1), a_figure(2, 2))))
    assert len({figure["at"] for figure in drawn}) == 2
    assert {figure["at"][:10] for figure in drawn} == {"2024-12-23"}


def test_a_figure_without_a_day_stands_at_its_publication_and_else_is_counted():
    undated = a_figure(day=None)
    spec = estimate_chart(an_estimate(a_figure(5, 5), undated))
    assert len(points(spec)) == 1
    assert "1 figure without a day not drawn" in spec["title"]["subtitle"]
    known = a_figure(day=None, published=a_figure().published)
    assert len(points(estimate_chart(an_estimate(known)))) == 1


def test_figures_far_apart_are_drawn_on_a_log_scale_and_near_ones_from_zero():
    def scale(*values):
        return estimate_chart(an_estimate(*(a_figure(v, v) for v in values)))["encoding"]["y"]

    assert scale(10, 5000)["scale"]["type"] == "log"
    assert scale(10, 5000)["axis"]["values"] == [10, 100, 1000, 10000]
    assert scale(10, 200)["scale"]["zero"]
    assert "type" not in scale(0, 5000)["scale"], "nothing has no place on a log scale"


def test_what_is_counted_in_whole_numbers_has_no_line_between_them():
    def axis(*values):
        return estimate_chart(an_estimate(*(a_figure(v, v) for v in values)))["encoding"]["y"][
            "axis"
        ]

    assert axis(1, 2)["tickMinStep"] == 1
    assert "tickMinStep" not in axis(1, 2.5)


def test_several_estimates_stand_one_above_the_other_with_colours_of_their_own():
    spec = estimates_chart([an_estimate(), an_estimate(measure="people hurt")])
    assert [panel["title"]["text"] for panel in panels(spec)] == ["people killed", "people hurt"]
    assert spec["resolve"]["scale"]["color"] == "independent"


def test_on_dark_ground_every_colour_is_the_dark_one():
    light, dark = (estimate_chart(an_estimate(), dark=dark) for dark in (False, True))
    assert dark["config"]["background"] == PALETTE["card"].dark
    assert list(colours(dark).values()) == [SERIES[0].dark]
    assert list(colours(light).values()) == [SERIES[0].light]


def test_the_picture_is_told_in_words_too():
    spec = estimate_chart(an_estimate(place="Goma"))
    assert spec["description"] == (
        "Chart of people killed, Goma. running total, 1 figure from 1 origin."
    )


def test_nothing_is_fetched_for_a_chart():
    spec = json.dumps(estimate_chart(an_estimate()))
    assert spec.count("http") == spec.count("https://vega.github.io/schema/") == 1


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({}, "people killed"),
        ({"place": "Goma"}, "people killed, Goma"),
        ({"population": "soldiers"}, "people killed: soldiers"),
        ({"population": "people"}, "people killed"),
    ],
)
def test_a_heading_says_what_is_counted_of_whom_and_where(parts, words):
    assert heading(an_estimate(**parts)) == words


@pytest.mark.parametrize(
    ("band", "words"),
    [
        ((), ""),
        ((a_band(90, 100, 110),), "100 (90–110) on 23 Dec 2024"),
        ((a_band(90, 100, 110), a_band(200, 200, 200, 24)), "200 on 24 Dec 2024"),
        ((a_band(None, None, None),), ""),
        ((a_band(90, None, 110),), "(90–110) on 23 Dec 2024"),
        ((a_band(90, None, None),), "90 on 23 Dec 2024"),
    ],
)
def test_the_last_of_the_band_is_said_in_words(band, words):
    assert fused(an_estimate(band=band)) == words


def test_days_close_together_are_drawn_to_the_scale_of_a_week():
    days = estimate_chart(an_estimate(a_figure(day=22), a_figure(day=23)))["encoding"]["x"]["scale"]
    assert [end[:10] for end in days["domain"]] == ["2024-12-18", "2024-12-27"]
    assert "domain" not in estimate_chart(an_estimate(a_figure(day=1), a_figure()))["encoding"]["x"]


def test_the_highest_mark_has_room_above_it():
    scale = estimate_chart(an_estimate(a_figure(0, 100)))["encoding"]["y"]["scale"]
    assert scale["domainMax"] > 100

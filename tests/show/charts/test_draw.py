"""A specification becomes a picture on this machine: SVG, PNG, or the specification itself."""

import json
import sys
import xml.etree.ElementTree as ET

import pytest
from builders import a_band, a_figure, an_estimate

from tocsin.errors import InputError, SetupError
from tocsin.show.charts import drawn, estimate_chart, save

HOSTILE = '<script>alert(1)</script> & "quoted"'
SPEC = estimate_chart(
    an_estimate(
        a_figure(90, 110, source=HOSTILE), a_figure(200, None, 24), band=[a_band(90, 100, 110)]
    )
)


def test_an_svg_shows_the_names_as_text_and_runs_nothing():
    root = ET.fromstring(drawn(SPEC, ".svg"))
    assert root.tag.endswith("svg")
    words = {element.text for element in root.iter() if element.text}
    assert {"people killed", HOSTILE, "23 Dec 2024"} <= words
    assert not [element for element in root.iter() if element.tag.endswith("script")]


def test_every_figure_of_an_svg_has_its_mark_and_an_interval_its_rule():
    kinds = [e.get("aria-roledescription") for e in ET.fromstring(drawn(SPEC, ".svg")).iter()]
    assert kinds.count("point") == 2
    assert kinds.count("rule mark") == 2, "one of the band, one of the interval"


def test_a_png_is_a_picture_of_some_size():
    made = drawn(SPEC, ".png")
    assert made.startswith(b"\x89PNG")
    width, height = (int.from_bytes(made[at : at + 4], "big") for at in (16, 20))
    assert width > 1000
    assert height > 600


def test_the_specification_itself_may_be_had():
    assert json.loads(drawn(SPEC, ".json")) == SPEC


def test_the_ending_of_a_name_chooses_the_form(tmp_path):
    save(SPEC, tmp_path / "chart.SVG")
    assert (tmp_path / "chart.SVG").read_bytes().startswith(b"<svg")


@pytest.mark.parametrize("form", [".gif", ""])
def test_another_ending_is_refused_with_those_that_are_known(form):
    with pytest.raises(InputError, match=r"\.svg, \.png, \.json"):
        drawn(SPEC, form)


def test_without_the_part_that_draws_the_mend_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(SetupError, match="pip install vl-convert-python"):
        drawn(SPEC, ".png")


def test_a_chart_may_not_reach_out():
    reaching = {"data": {"url": "https://example.org/x.json"}, "mark": "point", "encoding": {}}
    with pytest.raises(ValueError, match="not allowed"):
        drawn(reaching, ".svg")

"""Each layer is a table that tells all, and marks where its things stand."""

from dataclasses import replace
from datetime import date

from show.readings.builders import LAYERS
from show.samples import TEXT

from tocsin.records import Layers, Time
from tocsin.records.layers import Quantity
from tocsin.show.readings.layers import NAMES, layers_of


def cells():
    return {layer.name: layer.items[0].cells for layer in layers_of(LAYERS, TEXT)}


def test_every_layer_of_the_contract_has_its_table():
    assert set(NAMES) == set(Layers.__dataclass_fields__)
    for layer in layers_of(LAYERS, TEXT):
        assert all(len(item.cells) == len(layer.heads) for item in layer.items)


def test_a_row_tells_all_that_is_known():
    assert cells()["times"] == ("Monday", "23 Dec 2024", "DATE", "2024-12-23", "")
    assert cells()["quantities"] == (
        "about 12,000",
        "≈ 12,000",
        "about",
        "12,000",
        "",
        "troops",
        "",
    )
    assert cells()["places"] == (
        "Kursk region",
        "Kursk Oblast",
        "RU",
        "region",
        "538555",
        "51.70, 36.20",
    )
    assert cells()["entities"] == ("Moscow", "Russia", "state", "3", "wikidata:Q159")
    assert cells()["attributions"][0::3] == ("Moscow", "indirect")


def test_what_is_not_known_is_an_empty_cell():
    time = Time(span=(0, 5), text="lately", type="DATE", start=None, end=None)
    [item] = layers_of(Layers(times=(time,)), TEXT)[0].items
    assert item.cells == ("lately", "", "DATE", "", "")
    known = replace(time, start=date(2024, 1, 1))
    [item] = layers_of(Layers(times=(known,)), TEXT)[0].items
    assert item.cells[1] == "from 1 Jan 2024"


def test_a_figure_that_is_a_rise_says_so_in_its_row():
    rise = Quantity(span=(0, 3), text="200", low=200, high=200, bound="exact", change="up")
    item = layers_of(Layers(quantities=(rise,)), TEXT)[1].items[0]
    assert item.cells[-1] == "up"


def test_who_says_and_what_is_said_are_marked_apart():
    marks = list(layers_of(LAYERS, TEXT)[-1].marks())
    assert [mark.kind for mark in marks] == ["attributions", "attributions", "content"]
    assert {mark.claim for mark in marks} == {"a1"}


def test_things_of_one_report_have_keys_of_their_own():
    keys = [item.key for layer in layers_of(LAYERS, TEXT) for item in layer.items]
    assert len(keys) == len(set(keys)) == 5

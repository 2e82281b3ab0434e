"""A reading whose layers hold one thing each."""

from dataclasses import replace
from typing import Any

from show.samples import TEXT, a_quantity, a_reading, some_claims, span_of

from tocsin.records import Layers, Reading
from tocsin.records.layers import Attribution, Entity

TROOP_CLAIM, _, DENIAL = some_claims()
LAYERS = Layers(
    times=(TROOP_CLAIM.said,),
    quantities=(
        a_quantity(
            TEXT, "about 12,000", low=12000, high=12000, best=12000, bound="about", of="troops"
        ),
    ),
    places=(replace(DENIAL.place, geonames=538555, lat=51.7, lon=36.2, precision="region"),),
    entities=(
        Entity(
            span=span_of(TEXT, "Moscow"),
            text="Moscow",
            name="Russia",
            ref="wikidata:Q159",
            kind="state",
            chain=3,
        ),
    ),
    attributions=(
        Attribution(
            source=(span_of(TEXT, "Moscow"),),
            cue=(span_of(TEXT, "denied"),),
            content=(span_of(TEXT, "any foreign soldiers had entered the Kursk region"),),
            form="indirect",
        ),
    ),
)


def a_layered_reading(**known: Any) -> Reading:
    return replace(a_reading(), layers=LAYERS, **known)

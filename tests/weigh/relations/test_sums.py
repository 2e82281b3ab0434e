"""Figures that come to one another: parts by one source, the whole by another."""

import pytest
from tellings import carry, own, said

from tocsin.weigh.relations import relate

TROOPS = {"of": "Rwandan soldiers", "type": "casualties"}


def whole(figure="1,100", source="Kinshasa", day=20, **parts):
    text = f"{figure} Rwandan soldiers have been killed or wounded, {source} said"
    return said(text, trigger="killed or wounded", source=source, day=day, **{**TROOPS, **parts})


def part(figure, word, source="Geneva", day=21, **parts):
    text = f"{figure} Rwandan soldiers were {word}, {source} said"
    return said(text, trigger=word, source=source, day=day, **{**TROOPS, **parts})


def in_parts(killed="about 100", wounded="1,000", **parts):
    """One report of one source that gives the dead and the wounded."""
    told = part(killed, "killed", **parts), part(wounded, "wounded", **parts)
    source, day = parts.get("source", "Geneva"), parts.get("day", 21)
    return carry(*(one.claims[0] for one in told), cites=source, day=day)


def kinds(*carried):
    return [one.kind for one in relate((), carried, own(*carried)) if one.why_not is None]


def test_the_dead_and_the_wounded_of_one_source_bear_out_the_losses_of_another():
    total, parts = whole(), in_parts()
    found = relate((), (total, parts), own(total, parts))
    agreeing = [one for one in found if one.kind == "corroborates"]
    assert {one.claim for one in agreeing} == {claim.id for claim in parts.claims}
    assert {one.other for one in agreeing} == {total.claims[0].id}
    assert all(one.independent for one in agreeing)


@pytest.mark.parametrize(
    "told",
    [
        (whole(), in_parts(wounded="3,000")),
        (whole(), in_parts(source="Kinshasa")),
        (whole(), part("1,000", "wounded")),
        (whole(day=1), in_parts(day=27)),
        (whole(), in_parts(of="Ugandan soldiers")),
    ],
)
def test_other_sums_sources_times_and_people_agree_on_nothing(told):
    assert "corroborates" not in kinds(*told)


def test_the_order_makes_no_difference():
    told = whole(), in_parts()
    assert relate((), told, own(*told)) == relate((), told[::-1], own(*told))

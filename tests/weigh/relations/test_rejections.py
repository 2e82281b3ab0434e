"""Who rejects the figure that another gives."""

from dataclasses import replace

import pytest
from deeds import kinds, one
from tellings import role, toll

DENIES = [("denies", ("polarity",))]


def rejected(of="the Red Cross count", publisher="B", day=8, by="the minister"):
    text = f"{by} rejected {of}"
    told = one(text, "rejected", "rejection", by=by, publisher=publisher, day=day)
    claim = told.claims[0]
    return replace(told, claims=(replace(claim, roles=(*claim.roles, role("object", of, text))),))


def given(by="Red Cross", day=7):
    return toll("90", "A", by=by, day=day)


def test_who_rejects_a_count_rejects_it_of_whose_it_is():
    assert kinds(given(), rejected()) == DENIES
    assert kinds(given("the army"), rejected()) == []


@pytest.mark.parametrize("of", ["the Red Cross offer", "the count"])
def test_an_offer_and_a_count_of_nobody_are_no_figure(of):
    assert kinds(given(), rejected(of)) == []


def test_what_is_told_later_or_long_before_was_not_rejected():
    assert kinds(given(day=9), rejected()) == []
    assert kinds(given(day=2), rejected()) == []
    assert kinds(given(), rejected(), stories=False) == []

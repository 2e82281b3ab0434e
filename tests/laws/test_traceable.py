"""Every record points back: whatever a reading shows is the text at its span."""

import pytest

import tocsin

REPORTS = {
    "chain": "South Korea's military said on Monday that North Korea has sent about 3,000 troops to "
    "Russia. “They may be deployed to Kursk by December,” a senior official told reporters, citing "
    "intelligence.",
    "denial": "The ministry denied that its aircraft had bombed the market in Tawila, where at least 40 "
    "people were killed and dozens wounded last week, according to a UN report.",
    "plan": "If talks fail, Russia's army could attack within weeks, Ukraine's president warned. He "
    "ordered the mobilisation of 20,000 reservists to strengthen the border.",
}


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_every_span_of_a_reading_is_the_text_it_shows(text):
    reading = tocsin.read(text, published="2024-10-21")
    assert reading.claims
    for record in parts(reading):
        start, end = record.span
        assert reading.report.text[start:end] == record.text


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_a_claim_answers_only_claims_of_its_own_report(text):
    reading = tocsin.read(text, published="2024-10-21")
    ids = [claim.id for claim in reading.claims]
    assert len(ids) == len(set(ids))
    assert {r.claim for claim in reading.claims for r in claim.responds_to} <= set(ids)


def test_reading_twice_gives_the_same_ids():
    first = tocsin.read(REPORTS["chain"], published="2024-10-21")
    assert tocsin.read(REPORTS["chain"], published="2024-10-21") == first


def parts(reading):
    layers = reading.layers
    yield from [*layers.times, *layers.quantities, *layers.places, *layers.entities]
    for claim in reading.claims:
        single = [claim.event, claim.cue, claim.quantity, claim.place, claim.time, claim.said]
        single += [claim.condition, claim.purpose]
        yield from (part for part in single if part is not None)
        yield from [*claim.sources, *claim.roles, *claim.hedges]

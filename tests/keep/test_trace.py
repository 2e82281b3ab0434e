"""From an id back to the very characters."""

import pytest
from builders import TEXT, a_claim, a_reading, a_report

from tocsin.errors import InputError
from tocsin.keep.trace import AROUND
from tocsin.records import Reading

URL = "https://a.example/1"
LATER = "On Monday the ministry took back that North Korea has sent about 3,000 troops to Russia"


def test_a_claim_leads_to_its_characters_sentence_and_sightings(store):
    text = f"It rained. {TEXT} It rained again."
    claim = a_claim(text=text)
    report = a_report(text, url=URL)
    start, end = text.index("North"), text.index(" It rained again")
    store.add(
        a_reading(claim, report=report, sentences=((0, 10), (start, end), (end + 1, len(text))))
    )
    found = store.why(claim.id)
    assert found.words == claim.quote == text[slice(*claim.span)]
    assert found.sentence == TEXT == text[slice(*found.sentence_span)]
    assert found.claim == claim
    assert found.standing
    assert [sighting.url for sighting in found.sightings] == [URL]


def test_a_claim_over_two_sentences_is_shown_with_both(store):
    text = "Troops were sent. They were many."
    claim = a_claim(text, text, "sent")
    store.add(a_reading(claim, report=a_report(text), sentences=((0, 17), (18, len(text)))))
    assert store.why(claim.id).sentence == text


def test_words_in_no_sentence_are_shown_with_what_stands_around_them(store):
    text = "x" * 500 + TEXT + "y" * 500
    claim = a_claim(text=text)
    store.add(a_reading(claim, report=a_report(text)))
    assert len(store.why(claim.id).sentence) == len(claim.quote) + 2 * AROUND


def test_a_report_leads_to_its_claims(store):
    added = store.add(a_reading())
    found = store.why(added.report)
    assert found.claims == (a_claim(),)
    assert (found.claim, found.words, found.sentence) == (None, None, None)


@pytest.mark.parametrize("cut", [lambda i: i, lambda i: i[:-9], lambda i: i.split("_")[1][:7]])
def test_an_id_may_be_cut_short_and_lose_its_kind(store, cut):
    store.add(a_reading())
    assert store.why(cut(a_claim().id)).id == a_claim().id
    assert store.why(f" {cut(a_report().id)} ").id == a_report().id


@pytest.mark.parametrize("given", ["", "claim_", "report_zz", "event_12", "\ud800", "claim_%", "_"])
def test_an_unknown_id_names_the_mend(store, given):
    store.add(a_reading())
    with pytest.raises(InputError, match="`tocsin claims` list"):
        store.why(given)


def test_an_id_that_begins_several_lists_them(store):
    claims = [a_claim(id=f"claim_aa{n:02}") for n in range(15)]
    store.add(a_reading(*claims))
    with pytest.raises(InputError, match=r"claim_aa00, claim_aa01, .* …"):
        store.why("claim_aa")
    assert store.why("claim_aa07").id == "claim_aa07"


def test_an_id_that_begins_another_is_still_itself(store):
    store.add(a_reading(a_claim(id="claim_aa"), a_claim(id="claim_aab")))
    assert store.why("claim_aa").id == "claim_aa"


def test_only_a_report_is_given_as_a_report(store):
    store.add(a_reading())
    with pytest.raises(InputError, match="no report"):
        store.report(a_claim().id)


def test_the_claim_of_a_replaced_version_is_still_there_and_says_so(store):
    old = store.add(a_reading(report=a_report(url=URL)))
    new = store.add(a_reading(a_claim(text=LATER), report=a_report(LATER, url=URL)))
    found = store.why(a_claim().id)
    assert not found.standing
    assert (found.superseded_by, found.supersedes) == ((new.report,), ())
    assert store.why(new.report).supersedes == (old.report,)
    assert [sighting.standing for sighting in found.sightings] == [False]


def test_the_claim_of_an_older_reading_is_still_there_and_says_so(store):
    store.add(a_reading())
    store.add(Reading(reader="test-2", report=a_report(), claims=(a_claim(id="claim_ff"),)))
    assert not store.why(a_claim().id).standing
    assert store.why(a_claim().id).reader == "test-1"
    assert store.why("claim_ff").standing


def test_a_claim_that_two_readers_found_is_shown_as_it_stands(store):
    store.add(Reading(reader="test-2", report=a_report(), claims=(a_claim(),)))
    store.add(a_reading())
    assert store.why(a_claim().id).reader == "test-1"
    assert store.why(a_claim().id).standing


def test_a_report_of_the_past_is_given_as_it_was_read_then(store, clock):
    store.add(a_reading())
    then = clock.now
    store.add(Reading(reader="test-2", report=a_report()))
    assert store.report(a_report().id, as_of=then).reader == "test-1"
    assert store.report(a_report().id).reader == "test-2"


def test_a_report_that_was_not_there_yet_is_an_error_in_words(store, clock):
    before = clock.now
    store.add(a_reading())
    with pytest.raises(InputError, match="ask for a later time"):
        store.report(a_report().id, as_of=before)

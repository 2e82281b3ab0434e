"""Look-ups in the gazetteer."""

from read.places.world import a_gazetteer

GAZETTEER = a_gazetteer()


def test_a_name_is_found_however_it_is_written():
    found = {GAZETTEER.lookup(name) for name in ("Al Ḩudaydah", "al-hudaydah", "AL HUDAYDAH")}
    assert [entry.name for (entry,) in found] == ["Al Ḩudaydah"]


def test_a_name_ends_in_no_sign_of_a_transcription():
    found = {GAZETTEER.lookup(name) for name in ("Ryazan", "Ryazan’")}
    assert [entry.name for (entry,) in found] == ["Ryazan"]


def test_larger_places_stand_first_and_by_names_last():
    assert [entry.country for entry in GAZETTEER.lookup("Paris")] == ["FR", "US"]
    (kyiv,) = GAZETTEER.lookup("Kiev")
    assert kyiv.rank == 2


def test_a_name_that_nobody_bears_has_no_places():
    assert GAZETTEER.lookup("Nowhere at all") == ()


def test_the_beginning_of_a_longer_name_is_known():
    assert (GAZETTEER.begins("Lamar"), GAZETTEER.begins("Paris")) == (True, False)


def test_divisions_and_states_are_found_by_code():
    assert GAZETTEER.division("US-TX").name == "Texas"
    assert GAZETTEER.state("UA").name == "Ukraine"
    assert GAZETTEER.division("XX-1") is GAZETTEER.state("XX") is None


def test_an_id_that_no_source_has_is_unknown():
    (county,) = GAZETTEER.lookup("Lamar County")
    assert county.geonames is None

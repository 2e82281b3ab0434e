"""The media among the organisations that the rules know."""

from tocsin.read.outlets import outlets


def test_an_outlet_is_known_by_its_names_and_a_ministry_is_none():
    found = {outlet.name: outlet.names for outlet in outlets("en")}
    assert "Reuters" in found
    assert not any("Ministry" in name for name in found)

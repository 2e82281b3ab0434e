"""Ids come from content."""

from tocsin.records import content_id


def test_an_id_names_its_kind_and_depends_on_every_part():
    assert content_id("claim", "a", 1).startswith("claim_")
    assert content_id("claim", "a", 1) == content_id("claim", "a", 1)
    assert content_id("claim", "a", 1) != content_id("claim", "a", 2)


def test_parts_do_not_run_into_each_other():
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_a_lone_surrogate_has_an_id():
    assert content_id("x", "\ud800") != content_id("x", "\ud801")

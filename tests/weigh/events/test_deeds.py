"""The deed that a claim names."""

from dataclasses import replace

from builders import a_claim

from tocsin.records import EventMention, Role
from tocsin.weigh.events.deeds import deeds_of


def tells(trigger, at=0, type="casualties", outcome=None):
    claim = a_claim(trigger, trigger, trigger=trigger)
    span = (at, at + len(trigger))
    mention = EventMention(type=type, text=trigger, span=span)
    role = Role(role="object", text=trigger, span=span, name=outcome)
    return replace(
        claim, id=f"{trigger}{at}", span=span, event=mention, roles=(role,) if outcome else ()
    )


def kinds(*claims):
    return [deed.kin for deed in deeds_of(claims, "en")]


def test_forms_of_one_word_are_one_deed():
    one, two = deeds_of([tells("embargoes"), tells("zigzagging", 20)], "en")
    assert one.word != two.word
    assert two.word == deeds_of([tells("zigzagged")], "en")[0].word


def test_what_became_of_those_counted_is_the_kind_where_the_words_name_none():
    assert kinds(tells("the sad news", outcome="killed")) == ["death"]
    assert kinds(tells("wounded", outcome="killed")) == ["injury"]
    assert kinds(tells("the sad news")) == [None]


def test_an_object_that_stands_elsewhere_is_no_outcome():
    claim = tells("the sad news", outcome="killed")
    (role,) = claim.roles
    assert kinds(replace(claim, roles=(replace(role, span=(90, 96)),))) == [None]


def test_a_bare_figure_is_the_deed_of_its_type_told_before_it():
    told = [tells("12", 50), tells("wounded", 20), tells("met", 40, type="consultation")]
    assert kinds(*told) == ["injury", "injury", "meeting"]
    assert kinds(tells("12"), tells("wounded", 20)) == [None, "injury"]

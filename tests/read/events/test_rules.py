"""Event rules join over files and refuse what cannot hold."""

import pytest

from tocsin.read.events import EventRules, Family, Trigger, TypeRule


def a_type(**parts):
    plain = {
        "definition": "A deed.",
        "frame": "deed",
        "example": ("They [acted].",),
        "counter": ("They sat.",),
        "triggers": (Trigger(verb=("act",)),),
    }
    return TypeRule(**{**plain, **parts})


def a_family(**parts):
    return Family(**{"frames": {"deed": {"actor": ("subject",)}}, **parts})


def test_a_class_of_one_file_is_known_to_all():
    trigger = Trigger(verb=("send",), needs={"object": ("@troops",)})
    families = {
        "a": a_family(types={"deployment": a_type(triggers=(trigger,))}),
        "b": Family(classes={"troops": ("soldier",)}),
    }
    rules = EventRules.of(families)
    assert rules.has("troops", "soldier")
    assert [entry.type for entry in rules.entries("verb", "send")] == ["deployment"]


def test_words_of_several_parts_are_met_by_their_head():
    trigger = Trigger(verb=("carry out",), noun=("air raid", "*exchange fire"))
    rules = EventRules.of({"a": a_family(types={"attack": a_type(triggers=(trigger,))})})
    parts = {key: entry.rest for key, entries in rules.index.items() for entry in entries}
    assert parts == {
        ("verb", "carry"): ("out",),
        ("noun", "raid"): ("air",),
        ("noun", "exchange"): ("fire",),
    }


def test_a_more_constrained_sense_weighs_more():
    triggers = (Trigger(verb=("act",)), Trigger(verb=("act",), needs={"object": ("*",)}))
    rules = EventRules.of({"a": a_family(types={"attack": a_type(triggers=triggers)})})
    plain, constrained = rules.entries("verb", "act")
    assert plain.weight < constrained.weight


@pytest.mark.parametrize(
    "trigger",
    [
        Trigger(verb=("act",), frame="nowhere"),
        Trigger(verb=("act",), needs={"object": ("@nowhere",)}),
        Trigger(verb=("act",), bars={"object": ("@nowhere",)}),
    ],
)
def test_a_name_that_no_file_defines_is_refused(trigger):
    with pytest.raises(ValueError, match="nowhere"):
        EventRules.of({"a": a_family(types={"attack": a_type(triggers=(trigger,))})})


def test_a_class_defined_twice_is_refused():
    twice = {"a": a_family(classes={"x": ("y",)}), "b": Family(classes={"x": ("z",)})}
    with pytest.raises(ValueError, match="'x'"):
        EventRules.of(twice)


def test_a_type_with_bars_of_a_class_that_no_file_has_is_refused():
    rule = a_type(bars={"object": ("@nowhere",)})
    with pytest.raises(ValueError, match="nowhere"):
        EventRules.of({"a": a_family(types={"attack": rule})})


def test_a_topic_may_name_a_class():
    family = a_family(classes={"plants": ("lettuce",)}, topics={"home": ("@plants", "oven")})
    assert EventRules.of({"a": family}).topics["home"] == {"lettuce", "oven"}

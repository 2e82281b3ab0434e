"""Event types come from the rules, as people read them."""

from tocsin.run.event_types import event_types


def test_each_type_stands_once_with_a_plain_sentence():
    kinds = event_types()
    assert len({kind.name for kind in kinds}) == len(kinds) > 50
    for kind in kinds:
        assert kind.definition.endswith(".")
        assert not set("[]|") & set(kind.example)

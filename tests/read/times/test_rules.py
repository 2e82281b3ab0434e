import pytest

from tocsin.read.times.rules import RuleFile, join


def test_files_are_joined():
    rules = join({"a": RuleFile(words={"X": {"x": 1}}), "b": RuleFile(words={"Y": {"y": 2}})})
    assert list(rules.words) == ["X", "Y"]


def test_a_name_defined_twice_is_refused():
    with pytest.raises(ValueError, match="defines again: X"):
        join({"a": RuleFile(words={"X": {"x": 1}}), "b": RuleFile(words={"X": {"y": 2}})})

"""Rules are data and carry their proof: what does not is refused in words."""

from dataclasses import dataclass

import pytest

from tocsin.errors import RuleError
from tocsin.rules import Rule, digest, languages, load, written


@dataclass(frozen=True, slots=True, kw_only=True)
class AWord(Rule):
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    rule: tuple[AWord, ...]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "xx").mkdir()
    monkeypatch.setattr("tocsin.rules.loader._folder", lambda: tmp_path)
    return tmp_path / "xx"


def test_a_rule_with_its_proof_loads(folder):
    text = '[[rule]]\nword = "a"\nexample = ["a b"]\ncounter = ["b"]\n'
    (folder / "words.toml").write_text(text)
    assert load("xx", "words.toml", Words).rule[0].word == "a"
    assert languages() == ("xx",)


@pytest.mark.parametrize("missing", ["example", "counter"])
def test_a_rule_without_its_proof_does_not_load(folder, missing):
    proof = {"example": '["a"]', "counter": '["b"]', missing: "[]"}
    lines = "".join(f"{name} = {value}\n" for name, value in proof.items())
    (folder / "words.toml").write_text('[[rule]]\nword = "a"\n' + lines)
    with pytest.raises(RuleError, match=r"rules/xx/words\.toml: .*counter-example"):
        load("xx", "words.toml", Words)


def test_a_rule_that_leaves_its_proof_out_names_the_place(folder):
    (folder / "words.toml").write_text('[[rule]]\nword = "a"\nexample = ["a"]\n')
    with pytest.raises(RuleError, match=r"counter.*rule"):
        load("xx", "words.toml", Words)


def test_a_broken_file_and_a_missing_file_are_told_apart(folder):
    (folder / "words.toml").write_text("[[rule\n")
    with pytest.raises(RuleError, match="not TOML"):
        load("xx", "words.toml", Words)
    with pytest.raises(RuleError, match="missing"):
        load("xx", "other.toml", Words)


def test_a_rule_file_is_written_or_not(folder):
    (folder / "words.toml").write_text("")
    assert written("xx", "words.toml")
    assert not written("xx", "kin.toml")
    assert not written("yy", "words.toml")
    assert not written(None, "words.toml")


def test_the_digest_of_some_files_hangs_on_no_others(folder):
    (folder.parent / "world").mkdir()
    (folder / "words.toml").write_text("a = 1")
    (folder / "other.toml").write_text("b = 1")
    some, every = digest("xx", "words.toml"), digest("xx")
    (folder / "other.toml").write_text("b = 2")
    assert digest("xx", "words.toml") == some
    assert digest("xx") != every
    (folder / "words.toml").write_text("a = 2")
    assert digest("xx", "words.toml") != some

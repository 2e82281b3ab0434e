"""Readers are found by language, the built-in one like a stranger's."""

import sys
from importlib.metadata import EntryPoint

import pytest

from tocsin.errors import InputError, SetupError
from tocsin.run import plugins


def test_english_has_a_reader_and_it_is_made_once():
    assert "en" in plugins.reader_languages()
    assert plugins.reader_for("en") is plugins.reader_for(None)


def test_a_language_without_a_reader_has_none():
    assert plugins.reader_for("xx") is None


def test_a_plug_in_that_is_broken_names_the_mend(monkeypatch):
    broken = {"en": EntryPoint("en", "no.such.module:make", plugins.READERS)}
    monkeypatch.setattr(plugins, "_entries", lambda: broken)
    with pytest.raises(SetupError, match=r"no\.such\.module:make cannot be loaded .*install"):
        plugins.reader_for("en")


STRANGER = """
from tocsin.errors import SetupError
from tocsin.records import Reading

class Plain:
    stamp = "plain-1"

    def read(self, report):
        return Reading(reader=self.stamp, report=report)

def failing():
    raise KeyError("PLAIN_KEY")

def unset():
    raise SetupError("set PLAIN_KEY")
"""
NAMES = {
    "fi": "Plain",
    "plain-reader": "Plain",
    "en": "Plain",
    "bad": "failing",
    "gone": "no",
    "unset": "unset",
}


@pytest.fixture
def stranger(tmp_path, monkeypatch):
    """A package of somebody else's, installed as pip would install it."""
    name = f"stranger_{tmp_path.name.replace('-', '_')}"
    (tmp_path / f"{name}.py").write_text(STRANGER)
    about = tmp_path / f"{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    points = "".join(f"{key} = {name}:{made}\n" for key, made in NAMES.items())
    (about / "entry_points.txt").write_text(f"[{plugins.READERS}]\n{points}")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    plugins._entries.cache_clear()
    plugins.reader_named.cache_clear()
    yield
    plugins._entries.cache_clear()
    plugins.reader_named.cache_clear()


@pytest.mark.usefixtures("stranger")
def test_a_strangers_reader_reads_its_language():
    assert plugins.reader_for("fi").stamp == "plain-1"
    assert "fi" in plugins.reader_languages()


@pytest.mark.usefixtures("stranger")
def test_a_reader_whose_name_is_no_language_reads_only_when_it_is_asked_for():
    assert plugins.reader_named("plain-reader").stamp == "plain-1"
    assert plugins.reader_for("plain-reader") is None
    assert "plain-reader" not in plugins.reader_languages()
    assert "plain-reader" in plugins.reader_names()


@pytest.mark.usefixtures("stranger")
def test_a_stranger_does_not_take_the_place_of_a_built_in_reader():
    assert plugins.reader_for("en").stamp.startswith("en-")


@pytest.mark.usefixtures("stranger")
def test_a_reader_that_cannot_be_made_says_why_in_words():
    with pytest.raises(SetupError, match=r"failing cannot be made \(KeyError: 'PLAIN_KEY'"):
        plugins.reader_named("bad")
    with pytest.raises(SetupError, match="no cannot be loaded"):
        plugins.reader_named("gone")
    with pytest.raises(SetupError, match=r"^set PLAIN_KEY$"):
        plugins.reader_named("unset")


def test_a_name_that_nobody_has_is_refused_with_those_that_are_there():
    with pytest.raises(InputError, match="no reader called 'nobody': known are en"):
        plugins.reader_named("nobody")

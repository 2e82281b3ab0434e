"""Readers are found by language, the built-in one like a stranger's."""

from importlib.metadata import EntryPoint

import pytest

from tocsin.errors import SetupError
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

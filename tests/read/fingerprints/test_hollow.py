"""Words that tell no story from another."""

import pytest

from tocsin.read.fingerprints import fingerprint, hollow_words
from tocsin.rules import languages, load


@pytest.mark.parametrize("language", languages())
def test_every_example_is_hollow_and_every_counter_example_is_not(language):
    hollow = hollow_words(language)
    for kind in load(language, "hollow.toml", dict[str, dict[str, list[str]]]).values():
        for text in kind["example"]:
            assert hollow & set(fingerprint(text).words)
        for text in kind["counter"]:
            assert set(fingerprint(text, None, hollow).words)


def test_hollow_words_are_left_out_and_repeats_are_kept():
    hollow = hollow_words("en")
    shown = fingerprint("He said the Houthis, the Houthis.", "Houthis", hollow).words
    assert shown == fingerprint("Houthis Houthis Houthis").words

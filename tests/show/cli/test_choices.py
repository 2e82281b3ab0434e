"""An option that takes one of a few words takes them as people type them, and says which."""

import pytest
import typer

from tocsin.show.cli.choices import one_of, words_of
from tocsin.show.cli.options import ClaimStatus, Form
from tocsin.show.phrases import STATUSES


@pytest.mark.parametrize("text", ["json", "JSON", " Json "])
def test_a_word_is_known_in_small_letters_and_in_capitals(text):
    assert one_of(Form)(text) is Form.json


def test_another_word_is_refused_with_those_that_there_are():
    with pytest.raises(typer.BadParameter) as refused:
        one_of(Form)("xml")
    assert refused.value.message == "'xml' is none of table, json, jsonl, csv"


@pytest.mark.parametrize(("name", "printed"), STATUSES.items())
def test_a_status_is_known_by_the_word_that_is_printed_too(name, printed):
    assert one_of(ClaimStatus)(printed) is one_of(ClaimStatus)(name) is ClaimStatus(name)


def test_what_is_possible_is_hypothetical():
    assert one_of(ClaimStatus)("possible") is ClaimStatus.hypothetical


def test_the_tab_key_ends_a_word():
    assert words_of(ClaimStatus)("p") == ["prepared", "planned", "predicted"]

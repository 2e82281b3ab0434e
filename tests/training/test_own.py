"""A user's own labels are looked at before hours of training are spent on them."""

import importlib
import json
import sys
from pathlib import Path

import pytest

from tocsin.read.sentences import Splitter
from tocsin.read.words import WordRules
from tocsin.rules import load

TEXT = "The harbour master denied it. Ships wait."


@pytest.fixture(scope="module")
def read_own():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(Path(__file__).parents[2] / "training")
        # A benchmark has the same name.
        patch.delitem(sys.modules, "factuality", raising=False)
        yield importlib.import_module("own").read_own
        sys.modules.pop("factuality", None)


@pytest.fixture(scope="module")
def splitter():
    return Splitter(load("en", "words.toml", WordRules))


def written(path, row):
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def voice(**spans):
    told = {"source": [[0, 18]], "cue": [[19, 25]], "content": [[26, 28]]} | spans
    return {"doc_id": "harbour", "text": TEXT, "attributions": [told]}


def test_an_attribution_is_learnt_by_the_words_of_its_parts(read_own, splitter, tmp_path):
    first, second = read_own(written(tmp_path / "mine.jsonl", voice()), splitter)
    assert first.cues == ("O", "O", "O", "B-CUE", "", "O")
    assert first.voices[0].parts[:3] == ("B-SOURCE", "I-SOURCE", "I-SOURCE")
    assert second.voices == ()


def test_a_span_that_cuts_a_word_is_named(read_own, splitter, tmp_path):
    mine = written(tmp_path / "mine.jsonl", voice(cue=[[19, 24]]))
    with pytest.raises(SystemExit, match="harbour: the cue 19-24 is not of whole words: 'denie'"):
        read_own(mine, splitter)


def test_a_row_that_lacks_its_name_is_shown(read_own, splitter, tmp_path):
    mine = written(tmp_path / "mine.jsonl", {"text": TEXT, "attributions": []})
    with pytest.raises(SystemExit, match="without doc_id"):
        read_own(mine, splitter)


@pytest.mark.parametrize("target", [{"span1": [6, 9], "label": 1}, {"span1": [0, 1], "label": 9}])
def test_a_value_off_the_scale_or_the_sentence_is_named(read_own, splitter, tmp_path, target):
    mine = written(tmp_path / "mine.jsonl", {"text": "Ships may wait .", "targets": [target]})
    with pytest.raises(SystemExit, match=r"Ships may wait \."):
        read_own(mine, splitter)


@pytest.mark.parametrize("text", ["", "[1]\n", "no JSON\n", '{"words": 1}\n'])
def test_a_file_of_another_form_is_told_what_is_known(read_own, splitter, tmp_path, text):
    path = tmp_path / "mine.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match="attributions"):
        read_own(path, splitter)

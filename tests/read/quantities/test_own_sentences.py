"""The made-up sentences beside the program are read as their labels say."""

import pytest
from benches import bench, floors, labelled

FLOORS = floors("quantities")["sentences"]
SENTENCES = labelled("quantities")


@pytest.mark.parametrize("part", ["A", "B"])
def test_the_sentences_stay_above_their_floor(part):
    quantities = bench("quantities")
    assert quantities.score_sentences(quantities.parsed, part)["all"] >= FLOORS[part]


def test_every_label_stands_in_its_sentence_and_has_at_most_seven_parts():
    labels = [(text, label.split("|")) for text, *gold in SENTENCES for label in gold]
    assert [text for text, p in labels if not 4 <= len(p) <= 7 or p[0] not in text] == []


def test_no_sentence_is_labelled_twice():
    texts = [text for text, *_ in SENTENCES]
    assert len(texts) == len(set(texts)) >= 150

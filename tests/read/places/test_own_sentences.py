"""The made-up sentences beside the program are read as their labels say."""

import pytest
from benches import bench, floors, labelled

FLOORS = floors("places")
SENTENCES = labelled("places")


@pytest.mark.parametrize("half", ["A", "B"])
def test_the_sentences_stay_above_their_floors(half):
    places = bench("places")
    held = FLOORS[f"half-{half}"]
    assert places.score_sentences(places.plain, half)["all"] >= held["text-alone"]
    assert places.score_sentences(places.parsed, half)["all"] >= held["parsed"]


def test_every_label_stands_in_its_sentence_and_has_four_parts():
    labels = [(text, label.split("|")) for text, *gold in SENTENCES for label in gold]
    assert [text for text, parts in labels if len(parts) != 4 or parts[0] not in text] == []


def test_no_sentence_is_labelled_twice():
    texts = [text for text, *_ in SENTENCES]
    assert len(texts) == len(set(texts)) >= 150

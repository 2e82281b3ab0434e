"""The best labels that keep the grammar of BIO."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.bio import completed, lawful, legal_steps, runs

LABELS = ("O", "B-X", "I-X", "B-Y", "I-Y")
LEGAL = legal_steps(LABELS)


def is_lawful(labels):
    before = "O"
    for label in labels:
        if label.startswith("I-") and before[2:] != label[2:]:
            return False
        before = label
    return True


@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_no_lawful_sequence_is_better_than_the_one_returned(size, seed):
    scores = np.random.default_rng(seed).normal(size=(1, size, len(LABELS)))
    every = itertools.product(range(len(LABELS)), repeat=size)
    allowed = [p for p in every if is_lawful([LABELS[i] for i in p])]
    best = max(allowed, key=lambda p: sum(scores[0, k, i] for k, i in enumerate(p)))
    assert tuple(lawful(scores, LEGAL)[0]) == best


@given(st.lists(st.sampled_from(LABELS), max_size=8))
def test_runs_are_whole_in_order_and_apart(labels):
    found = list(runs(labels))
    covered = [i for _, first, end in found for i in range(first, end)]
    assert covered == [i for i, label in enumerate(labels) if label != "O"]
    assert all(
        labels[first + 1 : end] == [f"I-{kind}"] * (end - first - 1) for kind, first, end in found
    )


def test_what_begins_anew_is_a_run_of_its_own():
    assert list(runs(["B-X", "B-X", "I-X", "O", "I-Y"])) == [("X", 0, 1), ("X", 1, 3), ("Y", 4, 5)]


@pytest.mark.parametrize(
    ("labels", "upos", "expected"),
    [
        ("B-X I-X O B-Y", "PROPN ADP DET PROPN", "B-X I-X I-X I-X"),
        ("B-X I-X O O", "PROPN ADP DET NOUN", "B-X O O O"),
        ("B-X I-X B-Y I-Y B-X", "NOUN ADP PROPN ADP PROPN", "B-X I-X I-X I-X I-X"),
        ("B-X I-X B-X", "PROPN PUNCT PROPN", "B-X O B-X"),
        ("B-X B-Y", "PROPN PROPN", "B-X B-Y"),
        ("B-X", "ADP", "B-X"),
    ],
)
def test_a_name_goes_on_after_a_preposition_and_never_ends_in_one(labels, upos, expected):
    assert completed(labels.split(), upos.split()) == expected.split()


@given(st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(["ADP", "DET", "NOUN"]))))
def test_completed_labels_are_as_lawful_as_before(words):
    labels, upos = [label for label, _ in words], [tag for _, tag in words]
    assert is_lawful(completed(labels, upos)) or not is_lawful(labels)

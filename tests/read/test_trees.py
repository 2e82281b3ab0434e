"""Trees: whatever the scores are, every sentence comes out as one tree."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tocsin.read.trees import broken, mended


def is_tree(heads):
    roots = [i for i, head in enumerate(heads) if head == 0]
    return len(roots) == 1 and all(reaches_root(i, heads) for i in range(len(heads)))


def reaches_root(word, heads):
    for _ in heads:
        if heads[word] == 0:
            return True
        word = heads[word] - 1
    return False


def squares():
    sizes = st.integers(1, 9)
    values = st.floats(-50, 50, width=32)
    return sizes.flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=values))


@given(squares())
def test_any_scores_give_one_tree(scores):
    assert is_tree(mended(scores).tolist())


@given(squares())
def test_what_is_called_broken_is_no_tree_and_the_rest_are_trees(scores):
    heads = scores.argmax(axis=1).astype(np.int32)[None]
    lengths = np.array([heads.shape[1]])
    assert (broken(heads, lengths) == [0]) != is_tree(heads[0].tolist())


@given(squares())
def test_a_tree_that_is_best_word_by_word_is_left_alone(scores):
    tree = mended(scores)
    clear = np.full_like(scores, -100)
    clear[np.arange(len(tree)), tree] = 100
    assert mended(clear).tolist() == tree.tolist()


def test_padding_is_not_looked_at():
    heads = np.array([[2, 0, 9, 9], [1, 2, 2, 2]], np.int32)
    assert broken(heads, np.array([2, 4])) == [1]


def test_a_long_chain_of_cycles_is_mended():
    n = 300
    scores = np.zeros((n, n + 1), np.float32)
    for word in range(n):
        scores[word, (word ^ 1) + 1] = 10
    assert is_tree(mended(scores).tolist())

"""Cues with the words that are their source and content, from the numbers of the graph."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.utterances import DISTANCES, PARTS, Joiner, distances, hopeful, utterances

WIDTH = len(PARTS)


def a_joiner():
    """Each of the five numbers of a word's vector is one part; distance and cue add nothing."""
    weights = np.concatenate([np.eye(WIDTH) * 9, np.zeros((1, WIDTH))])
    return Joiner(by_distance=np.zeros((DISTANCES, WIDTH)), to_label=weights)


def heard(parts, cues):
    words = np.array([np.eye(WIDTH)[PARTS.index(part)] for part in parts])
    scores = np.array([[9.0 * (cue == kind) for kind in "OBI"] for cue in cues])
    return utterances(scores, words, np.zeros_like(words), a_joiner())


def test_a_cue_takes_its_source_and_its_content():
    [one] = heard(["B-SOURCE", "I-SOURCE", "O", "B-CONTENT", "I-CONTENT"], "OOBOO")
    assert (one.source, one.cue, one.content) == ((0, 1), (2,), (3, 4))
    assert one.likelihood > 0.9


def test_a_cue_of_two_words_is_one_cue_and_no_part_of_what_is_said():
    [one] = heard(["B-SOURCE", "B-CONTENT", "I-CONTENT", "B-CONTENT"], "OBIO")
    assert (one.cue, one.content) == ((1, 2), (3,))


def test_of_two_sources_the_longer_is_the_source():
    [one] = heard(["B-SOURCE", "O", "B-SOURCE", "I-SOURCE"], "OBOO")
    assert one.source == (2, 3)


def test_content_may_stand_on_both_sides_of_the_cue():
    [one] = heard(["B-CONTENT", "O", "B-SOURCE", "B-CONTENT"], "OBOO")
    assert one.content == (0, 3)


def test_without_a_cue_nothing_is_heard():
    assert heard(["B-SOURCE", "B-CONTENT"], "OO") == []


def test_a_doubtful_cue_is_heard_with_its_likelihood():
    words = np.zeros((2, WIDTH))
    scores = np.array([[0.0, -1.0, -9.0], [0.0, -9.0, -9.0]])
    [one] = utterances(scores, words, words, a_joiner())
    assert one.cue == (0,)
    assert 0.2 < one.likelihood < 0.4
    assert hopeful(scores[None]).tolist() == [[True, False]]


def test_words_may_be_counted_from_another_start():
    [one] = heard(["B-SOURCE", "O", "B-CONTENT"], "OBO")
    assert (one.moved(5).source, one.moved(5).cue, one.moved(5).content) == ((5,), (6,), (7,))


@given(st.integers(1, 90), st.data())
def test_distance_tells_side_and_grows_with_the_way(size, data):
    first = data.draw(st.integers(0, size - 1))
    last = data.draw(st.integers(first, size - 1))
    found = distances(size, first, last).tolist()
    assert found[first : last + 1] == [0] * (last + 1 - first)
    before, behind = found[:first], found[last + 1 :]
    assert before == sorted(before, reverse=True)
    assert behind == sorted(behind)
    assert all(d % 2 == 1 for d in before)
    assert all(d and d % 2 == 0 for d in behind)
    assert max(found) < DISTANCES

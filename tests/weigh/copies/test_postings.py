"""The index of marks finds what holds them, before and after its runs are merged."""

import numpy as np

from tocsin.weigh.copies import postings
from tocsin.weigh.copies.postings import Postings, sample


def marks(seed, count):
    return np.random.default_rng(seed).integers(-(2**63), 2**63, count, dtype=np.int64)


def test_a_text_is_found_by_its_own_marks():
    index = Postings()
    numbers = [index.add(marks(seed, 50)) for seed in range(5)]
    hits = index.hits(marks(3, 50))
    assert numbers == [0, 1, 2, 3, 4]
    assert hits.numbers.tolist() == [3]
    assert hits.counts.tolist() == [50]
    assert hits.likely.tolist() == [50.0]


def test_merging_changes_nothing_that_is_found(monkeypatch):
    waiting, settled = Postings(), Postings()
    for seed in range(20):
        waiting.add(marks(seed, 60))
    monkeypatch.setattr(postings, "_BUFFER", 100)
    for seed in range(20):
        settled.add(marks(seed, 60))
    assert settled.nbytes > waiting.nbytes == 0
    for seed in (0, 7, 19):
        one, other = waiting.hits(marks(seed, 60)), settled.hits(marks(seed, 60))
        assert one.numbers.tolist() == other.numbers.tolist()
        assert one.counts.tolist() == other.counts.tolist()


def test_a_long_text_is_thinned_but_for_its_opening_and_its_size_still_told():
    index = Postings()
    long = marks(1, 4_000)
    kept, halved = sample(long)
    assert halved > 0
    assert set((long[:32].view(np.uint64) >> np.uint64(24)).tolist()) <= set(kept.tolist())
    assert len(kept) < 250
    index.add(long)
    assert 3_000 < index.hits(long).likely[0] < 5_000


def test_nothing_is_found_by_nothing_or_by_marks_unknown():
    index = Postings()
    index.add(marks(1, 50))
    assert len(index.hits(marks(2, 50)).numbers) == 0
    assert len(index.hits(np.zeros(0, dtype=np.int64)).numbers) == 0


def test_a_mark_of_very_many_texts_costs_no_more_than_one_of_some():
    index = Postings()
    for _ in range(200):
        index.add(marks(1, 10))
    assert len(index.hits(marks(1, 10)).numbers) == 32

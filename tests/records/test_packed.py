"""Numbers in bytes."""

import numpy as np

from tocsin.records import Numbers, Spans


def test_numbers_come_out_as_they_went_in():
    given = [0, -1, 2**63 - 1, -(2**63)]
    packed = Numbers.of(given)
    assert list(packed) == given
    assert len(packed) == 4
    assert np.asarray(packed, dtype=np.int64).tolist() == given


def test_equal_numbers_are_equal_and_one_key():
    assert Numbers.of([1, 2]) == Numbers.of([1, 2]) != Numbers.of([2, 1])
    assert len({Numbers.of([1, 2]), Numbers.of([1, 2])}) == 1


def test_spans_are_no_numbers_even_where_the_bytes_are_the_same():
    assert Spans() != Numbers()


def test_none_at_all_is_false():
    assert not Numbers()
    assert not Spans.of([])
    assert Spans.of([(1, 2)])


def test_a_span_is_found_by_its_place():
    spans = Spans.of([(0, 5), (3, 9)])
    assert spans[1] == (3, 9)
    assert list(spans) == [(0, 5), (3, 9)]
    assert repr(Spans.of([])) == "Spans(b'')"

"""Asking the index of copies which known texts hold the words of a new one."""

from builders import a_carried, prose

from tocsin.read.fingerprints import fingerprint
from tocsin.weigh.copies import CopyIndex


def an_index(*carried):
    index = CopyIndex()
    for one in carried:
        index.add(one)
    return index


def test_a_cut_copy_finds_its_original_and_how_much_they_share():
    original = a_carried(prose(1))
    index = an_index(original, a_carried(prose(2)), a_carried(prose(3)))
    (match,) = index.matches(fingerprint(prose(1, 60)))
    assert (match.sighting, match.report, match.share) == (original.sighting, original.report, 1.0)


def test_a_composite_finds_both_its_sources():
    one, other = a_carried(prose(1)), a_carried(prose(2))
    found = an_index(one, other).matches(fingerprint(f"{prose(1, 60)} {prose(2, 60)}"))
    assert {match.report for match in found} == {one.report, other.report}


def test_a_text_known_already_takes_no_room_and_is_told_by_who_had_it_first():
    late = a_carried(prose(1), at=(2024, 12, 25), publisher="Late")
    early = a_carried(prose(1), at=(2024, 12, 23), publisher="Early")
    index = an_index(late, early, early)
    assert len(index) == 1
    assert index.matches(late.fingerprint)[0].sighting == early.sighting


def test_a_text_of_other_words_finds_nothing():
    index = an_index(a_carried(prose(1)))
    assert index.matches(fingerprint(prose(2))) == ()
    assert index.matches(fingerprint("")) == ()
    assert CopyIndex().matches(fingerprint(prose(2))) == ()


def test_a_notice_that_everybody_prints_finds_nobody():
    notice = prose("notice", 30)
    index = an_index(*(a_carried(f"{prose(n)} {notice}") for n in range(60)))
    assert index.matches(fingerprint(f"{prose('own')} {notice}")) == ()


def test_ten_thousand_copies_are_one_look_up():
    index = an_index(*(a_carried(f"{prose(1)} end{n}") for n in range(300)))
    assert 0 < len(index.matches(fingerprint(prose(1)))) <= 50
    assert index.nbytes == 0

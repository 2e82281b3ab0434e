"""A fingerprint holds what comparing texts needs, and nothing that could be read."""

from builders import prose

from tocsin.read.fingerprints import WIDTH, fingerprint
from tocsin.records import Numbers

MARK = 5949146545672842814


def test_a_mark_stands_for_five_words_at_its_span():
    text = "Seoul's spy agency said so on Monday."
    found = fingerprint(text)
    assert found.width == WIDTH == 5
    assert [text[start:end] for start, end in found.spans] == [
        "Seoul's spy agency said so",
        "spy agency said so on",
        "agency said so on Monday",
    ]


def test_a_copy_in_other_print_has_the_same_marks():
    one = fingerprint("“The army,” he said, “has left the U.S. base.”")
    other = fingerprint("The army he said has left the US base")
    assert one.marks == other.marks


def test_what_is_copied_keeps_its_marks_in_another_text():
    quoted = fingerprint(prose(1, 40))
    whole = fingerprint(f"{prose(2)} {prose(1, 40)} {prose(3)}")
    assert set(quoted.marks) <= set(whole.marks)


def test_the_order_of_words_counts():
    assert (
        fingerprint("one two three four five").marks != fingerprint("five four three two one").marks
    )


def test_a_short_text_has_no_marks_and_its_title_still_has():
    found = fingerprint("Four words, no more.", "Troops left")
    assert not found.marks
    assert len(found.title_marks) == 2


def test_words_that_every_report_has_are_left_out_of_what_tells_stories_apart():
    hollow = frozenset(fingerprint("the").words)
    assert list(fingerprint("the army", hollow=hollow).words) == list(fingerprint("army").words)


def test_marks_are_the_same_on_every_machine():
    assert fingerprint("one two three four five").marks == Numbers.of([MARK])

"""Tense decides which March is meant."""

MET = [
    ("They", "PRP", 1, "nsubj"), ("met", "VBD", 1, "root"), ("in", "IN", 3, "case"),
    ("March", "NNP", 1, "obl"),
]  # fmt: skip
WILL_MEET = [
    ("They", "PRP", 2, "nsubj"), ("will", "MD", 2, "aux"), ("meet", "VB", 2, "root"),
    ("in", "IN", 4, "case"), ("March", "NNP", 2, "obl"),
]  # fmt: skip
AGREED_TO_MEET = [
    ("They", "PRP", 1, "nsubj"), ("agreed", "VBD", 1, "root"), ("to", "TO", 3, "mark"),
    ("meet", "VB", 1, "xcomp"), ("in", "IN", 5, "case"), ("March", "NNP", 3, "obl"),
]  # fmt: skip


def test_the_governing_verb_tells_past_from_future(times_of):
    assert times_of("They met in March", tree=MET)[0].value == "2024-03"
    assert times_of("They will meet in March", tree=WILL_MEET)[0].value == "2025-03"
    assert times_of("They agreed to meet in March", tree=AGREED_TO_MEET)[0].value == "2025-03"


def test_without_a_parse_the_nearest_telling_word_decides(times_of):
    assert times_of("They met in March.")[0].value == "2024-03"
    assert times_of("They will meet in March.")[0].value == "2025-03"


def test_a_weekday_is_the_last_one_or_the_next(times_of):
    assert times_of("It fired on Friday.")[0].value == "2024-12-20"
    assert times_of("It will fire on Friday.")[0].value == "2024-12-27"


def test_a_verb_is_no_month(times_of):
    tree = [("They", "PRP", 2, "nsubj"), ("May", "MD", 2, "aux"), ("go", "VB", 2, "root")]
    assert times_of("They May go", tree=tree) == []


def test_a_month_inside_a_longer_name_is_no_time(times_of):
    name = [("April", "NNP", 2, "nsubj", "B-PER"), ("Jones", "NNP", 0, "flat", "I-PER")]
    tree = [*name, ("left", "VBD", 2, "root")]
    assert times_of("April Jones left", tree=tree) == []


def test_a_weekday_taken_for_a_name_of_one_word_is_still_a_time(times_of):
    tree = [("Saturday", "NNP", 1, "obl", "B-ORG"), ("fell", "VBD", 1, "root")]
    assert [t.value for t in times_of("Saturday fell", tree=tree)] == ["2024-12-21"]

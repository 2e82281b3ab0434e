"""Words changed or hung anew, and the sentence left whole around them."""

from sentences import a_sentence

from tocsin.read.rewriting import rehung, rewritten

RAIN = a_sentence([("Rain", 1, "nsubj"), ("fell", -1, "root"), ("there", 0, "advmod")])


def test_nothing_changed_is_the_very_same_sentence():
    assert rewritten(RAIN, {}) is RAIN
    assert rehung(RAIN, {}) is RAIN


def test_a_word_hung_anew_is_a_child_of_its_new_head():
    moved = rehung(RAIN, {2: (1, "advmod")})
    assert [t.text for t in moved.children(moved.tokens[1])] == ["Rain", "there"]
    assert moved.tokens[:2] == RAIN.tokens[:2]

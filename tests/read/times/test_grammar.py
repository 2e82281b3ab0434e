from tocsin.read.times import time_rules
from tocsin.read.times.grammar import count, grammar_of

ENGLISH = grammar_of(time_rules("en"))


def matches(text: str) -> list[tuple[str, dict[str, object]]]:
    found = ENGLISH.matches(ENGLISH.tokens(text))
    return [(match.name, member.fields) for match in found for member in match.members]


def test_the_longest_pattern_wins():
    assert matches("on 5 May 2024") == [("full_date", {"day": 5, "month": 5, "year": 2024})]


def test_members_of_a_range_share_what_one_leaves_unsaid():
    first, second = matches("2 to 5 May 2024")
    assert first[1] == {"day": 2, "month": 5, "year": 2024}
    assert second[1] == {"day": 5, "month": 5, "year": 2024}


def test_number_words_are_counted_together():
    assert matches("for twenty-five days")[0][1]["number"] == 25
    assert matches("for two and a half years")[0][1]["number"] == 2.5
    assert count([3, 100, 20, 1]) == 321
    assert count([2, 1000, 5]) == 2005


def test_a_grammar_is_compiled_once():
    rules = time_rules("en")
    assert grammar_of(rules) is grammar_of(rules)


def test_nothing_is_read_across_an_empty_line():
    assert [name for name, _ in matches("5\n\nMay 2024")] == ["month_year"]

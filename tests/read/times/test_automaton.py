from tocsin.read.times.automaton import Automaton
from tocsin.read.times.patterns import parse


def walk(codes: str, *patterns: str) -> list[tuple[int, tuple[int, ...]]]:
    trees = [parse(pattern, {}) for pattern in patterns]
    return Automaton(trees, lambda code, symbol: code == symbol).walk(codes, 0)


def test_every_end_is_known_longest_first():
    assert walk("abb", "a b*") == [(3, (0,)), (2, (0,)), (1, (0,))]


def test_all_patterns_that_end_at_a_place_are_named():
    assert walk("ab", "a b", "a (b | c)") == [(2, (0, 1))]


def test_a_part_may_be_missing_or_repeat():
    assert walk("ac", "a b? c+") == [(2, (0,))]
    assert walk("abcc", "a b? c+") == [(4, (0,)), (3, (0,))]


def test_nothing_is_found_where_nothing_fits():
    assert walk("x", "a b") == []


def test_it_knows_where_a_pattern_can_begin():
    machine = Automaton([parse("a? b c", {})], lambda code, symbol: code == symbol)
    assert [code for code in "abc" if machine.begins(code)] == ["a", "b"]

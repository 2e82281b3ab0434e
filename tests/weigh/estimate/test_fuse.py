"""Fusing: medians on the log scale, bounds as open intervals, weights that are learned."""

from tocsin.weigh.estimate.fuse import (
    Vote,
    fused,
    learn,
    never_falling,
    scale,
    spread,
    weighted,
    without_slips,
)


def exact(value, source="a", weight=1.0):
    return Vote(source=source, low=value, best=value, high=value, weight=weight)


def at_least(value, source="a"):
    return Vote(source=source, low=value, best=value, high=None)


def up_to(value, source="a"):
    return Vote(source=source, low=None, best=value, high=value)


def test_nothing_fuses_to_nothing():
    assert fused([]) is None


def test_the_middle_of_three_stands_and_never_their_mean():
    assert fused([exact(100), exact(110), exact(5000)]) == 110


def test_more_weight_outvotes_more_voices():
    assert fused([exact(100, weight=5.0), exact(900), exact(900)]) == 100


def test_of_two_alike_the_lower_stands():
    assert fused([exact(100), exact(900)]) == 100
    assert fused([exact(900), exact(100)]) == 100


def test_a_tie_goes_to_what_more_have_said():
    assert fused([exact(50), exact(60), exact(90), exact(90)]) == 90


def test_a_bound_does_not_pull_on_what_it_allows():
    assert fused([at_least(100), exact(900), exact(905)]) == 900
    assert fused([up_to(1000), exact(90), exact(95)]) == 90


def test_of_lower_bounds_alone_the_highest_holds():
    assert fused([at_least(100), at_least(300), at_least(200)]) == 300


def test_a_range_stands_as_an_interval():
    wide = Vote(source="a", low=100.0, best=200.0, high=400.0)
    assert fused([wide, exact(300), exact(310)]) == 300


def test_a_figure_of_nought_is_no_error():
    assert fused([exact(0), exact(0), exact(5)]) == 0
    assert scale(0) < scale(1)


def test_a_vote_without_a_best_value_has_the_point_of_its_end():
    assert Vote(source="a", low=None, best=None, high=9.0).point == 9.0
    assert Vote(source="a", low=None, best=None, high=None).point == 0.0


def test_the_spread_of_two_is_both():
    assert spread([exact(100), exact(900)], 0.25) == (100, 900)


def test_the_spread_is_open_where_most_of_the_weight_is():
    assert spread([at_least(100), at_least(200), exact(300)], 0.25) == (100, None)
    assert spread([], 0.25) == (None, None)


def test_the_spread_leaves_the_outer_quarters_out():
    votes = [exact(value) for value in (1, 100, 110, 120, 9000)]
    assert spread(votes, 0.25) == (100, 120)


def test_a_slipped_zero_is_left_out():
    votes = [exact(1000), exact(1100), exact(11000)]
    assert without_slips(votes) == votes[:2]


def test_of_two_figures_no_slip_can_be_told():
    votes = [exact(100), exact(1000)]
    assert without_slips(votes) == votes


def test_a_slip_is_known_by_the_days_around_it():
    slip, around = exact(11000), [exact(1000), exact(1050), exact(1100), exact(11000)]
    assert without_slips([slip, exact(1100)], around) == [exact(1100)]


def test_where_all_lie_far_apart_none_is_a_slip():
    votes = [exact(10), exact(1000), exact(100000)]
    assert without_slips(votes) == votes


def test_a_source_that_errs_loses_weight():
    tables = {
        number: [exact(value, "good"), exact(value, "fine"), exact(value * 2, "bad")]
        for number, value in enumerate((100, 200, 300, 400))
    }
    weights = learn(tables)
    assert weights["good"] == weights["fine"] > weights["bad"]


def test_weights_do_not_depend_on_order():
    tables = {
        "x": [exact(100, "a"), exact(130, "b"), exact(100, "c")],
        "y": [exact(5, "c"), exact(7, "b"), exact(7, "a")],
    }
    turned = {name: tables[name][::-1] for name in reversed(tables)}
    assert learn(tables) == learn(turned)


def test_who_stands_alone_is_not_judged():
    assert learn({"x": [exact(100, "a")]}) == {}
    assert weighted([exact(1, "a"), exact(2, "b")], {"a": 9.0})[0].weight == 9.0


def test_a_series_that_falls_is_levelled_by_what_was_given():
    assert never_falling([1, 3, 2, 4]) == [1, 2, 2, 4]
    assert never_falling([100, 1100, 120, 130, 140]) == [100, 120, 120, 130, 140]
    assert never_falling([]) == []


def test_a_safe_bound_earns_no_more_than_a_figure():
    tables = {n: [exact(100 * n, "a"), exact(100 * n, "b"), at_least(n, "c")] for n in (1, 2, 3)}
    weights = learn(tables)
    assert weights["a"] == weights["b"] > weights["c"]


def test_what_two_sides_say_of_their_losses_is_no_slip():
    told = [exact(5, "A"), exact(5, "B"), exact(19, "C")]
    assert without_slips(told) == told

"""Figures of reports without a date: kept, and without a vote where others have a date."""

from dataclasses import replace

from tellings import TURKEY, carry, on, own, said, toll

from tocsin.weigh.estimate import estimate


def undated(figure, publisher="Radio", **parts):
    return replace(toll(figure, publisher=publisher, **parts), published=None)


def only(*carried):
    (found,) = estimate(carried, (), own(*carried))
    return found


def test_an_undated_figure_has_no_day_and_no_vote_beside_dated_ones():
    found = only(toll("3,000"), undated("3,900"))
    assert [(one.day.day, one.best) for one in found.band] == [(7, 3000)]
    days = {history.source: history.figures[0].day for history in found.histories}
    assert days["Radio"] is None
    assert days["AFP"].day == 7


def test_where_nothing_has_a_date_figures_stand_as_of_their_collection():
    found = only(undated("3,900"))
    assert [(one.day.isoformat(), one.best) for one in found.band] == [("2023-03-01", 3900)]
    assert found.histories[0].figures[0].day is None


def test_a_report_that_names_its_day_is_of_that_day():
    told = undated("3,900").claims[0]
    quake = said("an earthquake struck Turkey", trigger="struck", time=on(6), place=TURKEY)
    report = replace(carry(quake.claims[0], told), published=None)
    assert only(report).histories[0].figures[0].day.day == 6
    over = replace(quake.claims[0], historical=True)
    report = replace(carry(over, told), published=None)
    assert only(report).histories[0].figures[0].day is None

"""What a page said before it was changed: in the history of its figures, and without a vote."""

from dataclasses import replace

from tellings import TURKEY, copied, one_event, own, said, toll

from tocsin.weigh.estimate import Voices, estimate, groups_of
from tocsin.weigh.relations import relate


def page(*versions):
    """The versions of one page, from old to new: all but the last say nothing any more."""
    newer = [one.sighting for one in versions[1:]]
    old = [
        replace(one, claims=(), former=one.claims, newer=after)
        for one, after in zip(versions[:-1], newer, strict=True)
    ]
    return (*old, versions[-1])


def edits(*figures, day=7):
    """The versions of a page of AFP that gives one figure after another."""
    return page(*(toll(figure, day=day, sighting=f"v{n:02}") for n, figure in enumerate(figures)))


def estimates(*carried, events=()):
    return estimate(carried, events, own(*carried))


def shown(found):
    return [
        (figure.low, figure.changed, figure.replaced)
        for history in found.histories
        for figure in history.figures
    ]


def test_the_history_keeps_what_a_page_said_and_when_it_changed_its_figure():
    (found,) = estimates(*edits("3,000", "3,400"))
    assert shown(found) == [(3000, False, True), (3400, True, False)]


def test_only_what_stands_has_a_vote():
    (found,) = estimates(*edits("30,000", "3,400"), toll("3,500", publisher="B"))
    assert [(one.low, one.high) for one in found.band] == [(3400, 3500)]


def test_a_page_that_goes_back_to_a_figure_has_changed_it_again():
    (found,) = estimates(*edits("3,000", "3,400", "3,000"))
    assert shown(found) == [(3000, False, True), (3400, True, True), (3000, True, False)]


def test_a_page_that_keeps_its_figure_has_changed_nothing():
    (found,) = estimates(*edits("3,000", "3,000", "3,000"))
    assert [changed for _, changed, _ in shown(found)] == [False] * 3


def test_ten_edits_of_a_page_leave_one_figure_that_stands():
    figures = [f"{3000 + 10 * n:,}" for n in range(11)]
    (found,) = estimates(*edits(*figures))
    assert [low for low, _, _ in shown(found)] == [3000 + 10 * n for n in range(11)]
    assert [replaced for _, _, replaced in shown(found)] == [True] * 10 + [False]
    assert [band.best for band in found.band] == [3100]


def test_a_figure_that_no_page_gives_any_more_is_a_history_without_a_band():
    quiet = said("no figure is given now", sighting="v2")
    (found,) = estimates(*page(toll("3,000", publisher="Demo Post"), quiet))
    assert shown(found) == [(3000, False, True)]
    assert (found.band, found.event, found.place) == ((), "", "Turkey")


def test_what_a_page_said_of_another_town_is_another_thing():
    izmir = {"text": "Izmir", "name": "Izmir", "country": "TR", "precision": "city"}
    adana = {"text": "Adana", "name": "Adana", "country": "TR", "precision": "city"}
    one = toll("12", place=izmir, type="attack", sighting="v1")
    other = toll("40", place=adana, type="attack", sighting="v2")
    assert {found.place for found in estimates(*page(one, other))} == {"Izmir", "Adana"}


def test_former_words_that_the_page_still_has_are_of_its_event():
    one, other = toll("3,000", sighting="v1"), toll("3,000", sighting="v2")
    (found,) = estimates(*page(one, other), events=[one_event(other)])
    assert found.event == "event_1"


def test_a_version_whose_newer_one_is_not_weighed_stands_by_itself():
    first, _ = edits("3,000", "3,400")
    (found,) = estimates(first)
    assert shown(found) == [(3000, False, True)]


def test_former_texts_move_nothing_of_what_stands():
    first, last = edits("3,000", "3,400")
    others = toll("3,300", publisher="B"), toll("2,000", publisher="C", place=TURKEY)
    plain, after = (last, *others), (first, last, *others)
    events = [one_event(*plain)]
    alone = groups_of(Voices(plain, own(*plain)), events)
    found = groups_of(Voices(after, own(*after)), events)
    assert [one.statements for one in found] == [one.statements for one in alone]
    assert [len(one.former) for one in found] == [1]
    assert relate(events, after, own(*after)) == relate(events, plain, own(*plain))


def test_a_copy_of_a_former_text_that_stands_still_says_it():
    first, last = toll("3,000", sighting="v1"), toll("3,400", sighting="v2")
    copy = copied(first, publisher="Slow Paper")
    (found,) = estimates(*page(first, last), copy)
    assert sorted(shown(found)) == [
        (3000, False, False),
        (3000, False, True),
        (3400, True, False),
    ]
    assert {low for band in found.band for low in (band.low, band.high)} == {3000, 3400}

"""Figures that differ without contradicting: of a part, of some of them, of another day or land."""

from dataclasses import replace

import pytest
from deeds import KYIV, LVIV, ROME, joined, kinds
from tellings import TURKEY, a_source, carry, losses, on, one_event, own, placed, role, said, toll

from tocsin.weigh.estimate.statements import statements
from tocsin.weigh.estimate.voices import Voices
from tocsin.weigh.relations import relate
from tocsin.weigh.relations.portions import by_the_way

FIGURE = [("contradicts", ("figure",))]


def shot(figure, publisher="A", place=None, day=7, **parts):
    where = f" over {place['text']}" if place else ""
    text = f"{figure} drones were shot down{where}"
    return said(text, trigger="shot", type="destruction", of="drones", place=place, day=day,
                publisher=publisher, time=on(6), **parts)  # fmt: skip


def test_things_of_one_place_are_not_all_and_not_those_of_another():
    both = FIGURE[0]
    assert both in joined(shot("40"), shot("60", "B"))
    assert both not in joined(shot("40", place=KYIV), shot("60", "B"))
    assert both not in joined(shot("40", place=KYIV), shot("60", "B", place=LVIV))
    assert both in joined(shot("80", place=KYIV), shot("60", "B", place=KYIV))


def test_an_office_that_tells_of_two_lands_corrects_nothing():
    def office(figure, place, day):
        told = shot(figure, "Office", day=day).claims[0]
        flood = said(f"a flood hit {place['text']}", trigger="flood", day=day, publisher="Office")
        first = replace(flood.claims[0], place=placed(place, flood.claims[0].quote))
        return carry(first, replace(told, span=(50, 90), time=None), publisher="Office", day=day)

    corrects = ("corrects", ("figure",))
    two_lands = office("60", KYIV, 7), office("40", ROME, 9)
    assert corrects not in kinds(*two_lands, events=[one_event(*two_lands)])
    one_land = office("60", KYIV, 7), office("40", KYIV, 9)
    assert corrects in kinds(*one_land, events=[one_event(*one_land)])


def test_what_one_source_counts_on_two_days_is_two_things():
    def wounded(figure, day):
        text = f"{figure} people were wounded in Kyiv"
        return said(text, trigger="wounded", type="casualties", of="people", place=KYIV, day=day,
                    time=on(day), publisher="A", source="Mayor")  # fmt: skip

    assert kinds(wounded("2", 5), wounded("4", 7)) == []


def test_who_died_on_a_later_day_is_added_to_the_dead():
    first = toll("40", "A", day=6, type="casualties")
    later = toll("12", "B", day=8, type="casualties", time=on(8))
    assert kinds(first, later) == []


def test_some_of_them_are_not_all():
    them = said("2 of them were killed in Turkey", of="them", type="disaster", place=TURKEY,
                publisher="B")  # fmt: skip
    assert kinds(toll("40", "A"), them) == []


def test_who_gives_more_of_an_armys_losses_within_days_says_against_the_other():
    assert kinds(losses("1,100", "JCS", day=20), losses("1,500", "Kyiv", day=24)) == FIGURE
    assert kinds(losses("1,100", "JCS", day=10), losses("1,500", "Kyiv", day=24)) == [
        ("updates", ("figure",))
    ]


def test_scores_are_a_hundred_and_more():
    vague = toll("60", "A", type="casualties")
    claim = vague.claims[0]
    figure = replace(claim.quantity, low=40.0, high=99.0, bound="vague")
    scores = replace(vague, claims=(replace(claim, quantity=figure),))
    assert kinds(scores, toll("112", "B", type="casualties")) in ([], [("corroborates", ())])


def test_its_secretary_speaks_for_the_body_told_of_before():
    both = toll("24", by="the union"), toll("27", by="its secretary")
    claims = tuple(one.claims[0] for one in both)
    assert kinds(replace(both[0], claims=claims)) == []


def hurt(figure, publisher, source):
    text = f"{figure} people were wounded, {source} said"
    return said(text, trigger="wounded", type="casualties", of="people", publisher=publisher,
                source=source)  # fmt: skip


def test_two_at_war_each_tell_of_their_own_losses():
    both = hurt("12", "A", "Thailand"), hurt("5", "B", "Cambodia")
    assert FIGURE[0] not in joined(*both)
    assert FIGURE[0] in joined(hurt("12", "A", "Thailand"), hurt("5", "B", "Red Cross"))


def test_a_toll_of_another_story_is_of_another_thing():
    two = toll("3,381", "A"), toll("3,501", "B")
    stories = {one.sighting: one.publisher for one in two}
    assert kinds(*two) == FIGURE
    assert FIGURE[0] not in [
        (one.kind, one.differs) for one in relate((), two, own(*two), stories=stories)
    ]


def bare(figure, publisher, of=None, *, before=None, source=None):
    """A report of so many wounded, who may be nobody's, after the dead told of `before`."""
    text = f"{figure} {of or ''} were wounded"
    told = said(text, trigger="wounded", type="casualties", of=of, publisher=publisher,
                roles=(role("object", "wounded", text, name="wounded"),))  # fmt: skip
    links = (a_source(source),) if source else ()
    claim = replace(told.claims[0], sources=links)
    if before is None:
        return replace(told, claims=(claim,))
    dead = said(f"2 {before} died", trigger="died", type="casualties", of=before).claims[0]
    first = replace(dead, quantity=replace(dead.quantity, span=(0, 0)))
    return carry(first, claim, publisher=publisher)


def set_against(*carried):
    """Whether figures of one event contradict each other, and are not of two things."""
    found = relate([one_event(*carried)], carried, own(*carried))
    return any(one.kind == "contradicts" and one.why_not is None for one in found)


def test_a_figure_without_a_noun_is_of_the_people_told_of_before_it():
    workers = bare(17, "A", "workers")
    assert set_against(workers, bare(11, "B", before="workers"))
    assert not set_against(workers, bare(11, "B", before="soldiers"))
    assert set_against(bare(17, "A"), bare(11, "B", before="soldiers"))


def test_two_at_war_who_tell_of_nobody_in_particular_tell_each_of_their_own():
    thailand = bare(19, "A", source="Thailand's army")
    assert not set_against(thailand, bare(12, "B", source="Cambodia's army"))
    assert set_against(thailand, bare(12, "B", source="the Red Cross"))


def test_an_army_spokesman_is_of_the_state_whose_agency_cites_him():
    cambodia = bare(19, "A", source="Cambodia's army")
    assert not set_against(
        cambodia, bare(12, "State Agency of Thailand", source="an army spokesman")
    )
    assert set_against(cambodia, bare(12, "Harbour Gazette", source="an army spokesman"))


def told_by(number, at, by=None, trigger="cases"):
    """A claim of so many cases, as somebody says or the report itself does."""
    text = f"{number} cases were found"
    claim = said(text, trigger=trigger, type="disease", of="cases").claims[0]
    claim = replace(claim, sources=(a_source(by),) if by else ())
    return replace(claim, event=replace(claim.event, span=(at, at + 5)))


@pytest.mark.parametrize(
    ("own_", "part"),
    [
        (told_by(610, 50), True),
        (told_by(610, 50, trigger="found"), False),
        (told_by(610, 50, "the union"), False),
    ],
)
def test_less_that_a_report_names_by_the_way_is_a_part_of_what_it_cites(own_, part):
    report = carry(told_by(1240, 0, "the ministry"), own_, publisher="A")
    two = statements(Voices((report,), own(report)), [one_event(report)])
    assert by_the_way(*two) is part


@pytest.mark.parametrize(
    ("text", "found"), [("it gives 27 for Chala", False), ("it gives 27", True)]
)
def test_a_figure_given_for_a_name_is_no_figure_of_all(text, found):
    roles = (role("object", "27", text, name="killed"),)
    given = said(text, trigger="27", of="dead", publisher="B", day=8, roles=roles)
    assert set_against(toll("40", "A"), given) is found

"""What speaks for one event."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from builders import a_claim
from tellings import carry, said

from tocsin.records import Place, Quantity, Time
from tocsin.weigh.events.evidence import TYPE_ONLY, deed, incident, still_ahead
from tocsin.weigh.events.rarity import Rarity
from tocsin.weigh.events.tellings import Telling, hashed, moment, nearest, tellings
from tocsin.weigh.events.times import gap, width

AT = datetime(2024, 10, 21, tzinfo=UTC)
PLAIN = Telling(id="1", report="1", at=AT, type="attack", word="struck")


def other(**parts):
    return replace(PLAIN, **{"id": "2", "report": "2", **parts})


def speaks(one, two, share=None):
    return incident(one, two, Rarity(), share)


def test_the_same_story_speaks_for_one_event_the_more_the_closer_in_time():
    one = replace(PLAIN, story="s")
    later = other(story="s", at=AT + timedelta(days=9), start=AT.date(), end=AT.date())
    assert speaks(one, other(story="s")) > speaks(one, later) > speaks(one, other(story="t"))


def test_reports_speak_for_one_event_the_more_words_they_share():
    assert speaks(PLAIN, other(), 0.5) > speaks(PLAIN, other(), 0.2) > speaks(PLAIN, other(), 0.0)
    assert speaks(PLAIN, other(), 1.0) == speaks(PLAIN, other(), 0.9)
    assert speaks(PLAIN, other(report="1")) > speaks(PLAIN, other())


def test_one_story_adds_to_what_shared_words_say():
    one = replace(PLAIN, story="s")
    assert speaks(one, other(story="s"), 0.2) > speaks(one, other(story="t"), 0.2)


def test_what_alike_reports_say_fades_and_what_unlike_ones_say_does_not():
    undated, later = replace(PLAIN, dated=False), other(dated=False, at=AT + timedelta(days=9))
    assert speaks(undated, later, 0.5) < speaks(undated, other(dated=False), 0.5)
    assert speaks(undated, later, 0.0) == speaks(undated, other(dated=False), 0.0)


def test_a_report_that_tells_of_many_says_less():
    one = replace(PLAIN, story="s")
    assert speaks(one, other(story="s")) > speaks(one, other(story="s", crowd=30))


def test_other_days_speak_against_it():
    one = replace(PLAIN, start=AT.date(), end=AT.date())
    same = other(start=AT.date(), end=AT.date())
    apart = other(start=date(2024, 9, 1), end=date(2024, 9, 1))
    assert speaks(one, same) > speaks(one, other()) > speaks(one, apart)


def test_what_has_no_date_at_all_says_nothing_of_time():
    undated = replace(PLAIN, dated=False)
    stated = other(start=date(2020, 1, 1), end=date(2020, 1, 1))
    assert speaks(undated, stated) == speaks(undated, other(dated=False, at=AT))


def test_one_stated_day_without_publication_is_compared_by_that_day_alone():
    one = other(start=AT.date(), dated=False)
    assert speaks(replace(PLAIN, dated=False, start=AT.date()), one) > speaks(PLAIN, one) - 9


def test_strangers_speak_against_it_and_shared_figures_for_it():
    names = hashed("North Korea")
    one = replace(PLAIN, names=names, figures=frozenset({3000.0}))
    assert speaks(one, other(names=names)) > speaks(one, other(names=hashed("Fiji")))
    assert speaks(one, other(figures=frozenset({3000.0}))) > speaks(one, other())


def test_kinds_that_are_apart_are_never_one_deed():
    death = replace(PLAIN, type="casualties", kin="death", apart=frozenset({"injury"}))
    assert deed(death, other(type="casualties", kin="injury")) is None
    assert deed(death, other(type="attack", kin="death")) == 0.0


def test_only_the_type_is_less_than_the_kind_and_another_type_is_another_deed():
    assert deed(PLAIN, other(word="shelled")) == TYPE_ONLY
    assert deed(PLAIN, other()) == 0.0
    assert deed(PLAIN, other(type="consultation")) is None
    assert deed(replace(PLAIN, type=None), other(word="shelled")) is None


def test_a_plan_told_after_the_deed_is_another_one():
    plan = other(ahead=True, at=AT + timedelta(days=1))
    assert still_ahead(PLAIN, plan)
    assert still_ahead(plan, PLAIN)
    assert not still_ahead(PLAIN, replace(plan, at=AT - timedelta(days=1)))
    assert still_ahead(PLAIN, replace(plan, at=AT, report="1"))
    assert not still_ahead(plan, plan)


def test_open_ends_leave_days_open():
    until = replace(PLAIN, end=AT.date())
    assert width(until) > 100
    assert gap(until, PLAIN) == 0
    planned = replace(PLAIN, ahead=True, start=date.max)
    assert gap(planned, PLAIN) > 0
    assert width(replace(PLAIN, end=date.min)) == 0


def of(claim):
    (found,) = tellings(carry(claim))
    return found


def test_a_claim_gives_its_figure_its_days_and_its_kind():
    time = Time(span=(0, 0), text="Monday", type="DATE", start=AT.date(), end=AT.date())
    quantity = Quantity(span=(0, 0), text="3,000", best=3000, bound="about")
    (found,) = tellings(replace(carry(a_claim(time=time, quantity=quantity)), published=None))
    assert found.figures == {3000.0}
    assert (found.start, found.end, found.dated) == (AT.date(), AT.date(), False)


def test_a_moment_without_a_zone_is_taken_as_utc():
    bare = replace(carry(a_claim()), published=None, collected_at=datetime(2024, 1, 1))
    assert moment(bare).tzinfo is UTC


BEIRUT = Place(span=(0, 6), text="Beirut", name="Beirut", country="LB", precision="city")
KYIV = Place(span=(0, 4), text="Kyiv", name="Kyiv", country="UA", precision="city")


def test_a_place_told_beside_it_speaks_against_one_event_and_never_for_it():
    one = replace(PLAIN, near=BEIRUT)
    assert speaks(one, other(near=KYIV)) < speaks(PLAIN, other(near=KYIV))
    assert speaks(one, other(place=KYIV)) < speaks(PLAIN, other(place=KYIV))
    assert speaks(one, other(near=BEIRUT)) == speaks(PLAIN, other())


def test_the_place_beside_a_claim_is_the_last_before_it_else_the_first():
    claims = [
        replace(a_claim(text, text, text), span=(at, at + 1), place=place, id=text)
        for at, (text, place) in enumerate([("a", None), ("b", BEIRUT), ("c", KYIV), ("d", None)])
    ]
    found = nearest(claims)
    assert found == {"a": BEIRUT, "b": BEIRUT, "c": BEIRUT, "d": KYIV}
    assert nearest(claims[:1]) == {}


def test_what_a_word_tells_does_not_hang_on_what_was_compared():
    words = [frozenset({1, 2, 3}), frozenset({2, 3, 4}), frozenset({3, 4, 5})]
    asked, left = Rarity(), Rarity()
    for number in range(30):
        asked.add(words[number % 3])
        left.add(words[number % 3])
        asked.overlap(words[0], words[number % 2])
    assert [asked.of(word) for word in range(1, 7)] == [left.of(word) for word in range(1, 7)]


def test_people_without_a_name_are_nobody_in_common():
    def names(text):
        return of(said(text, of="people", object=text).claims[0]).names

    assert names("124 people") & names("40 people") == frozenset()
    assert names("124 Houthi fighters") & names("40 Houthi rebels")

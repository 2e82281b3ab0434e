"""What ties figures to one thing where no event does: a story, a page, a place at home."""

from dataclasses import replace

from tellings import carry, on, one_event, own, said

from tocsin.weigh.estimate import Voices, groups_of

RYAZAN = {"text": "Ryazan", "name": "Ryazan", "country": "RU", "precision": "city", "lat": 54.6,
          "lon": 39.7}  # fmt: skip
SUMY = {"text": "Sumy", "name": "Sumy", "country": "UA", "precision": "city", "lat": 50.9,
        "lon": 34.8}  # fmt: skip


def wounded(figure, publisher, place=None, **parts):
    where = f" in {place['text']}" if place else ""
    text = f"{figure} people were wounded{where}"
    kinds = {"of": "people", "type": "casualties", "trigger": "wounded", "place": place}
    return said(text, publisher=publisher, **{**kinds, **parts})


def counted(*carried, events=(), story="story_1"):
    stories = {one.sighting: story for one in carried}
    groups = groups_of(Voices(carried, own(*carried)), events, stories)
    return sorted(sorted(one.vote.point for one in group.statements) for group in groups)


def strike(publisher, place):
    return said(f"a strike hit {place['text']}", trigger="strike", type="attack", place=place,
                publisher=publisher).claims[0]  # fmt: skip


def test_reports_of_one_story_that_tell_of_one_incident_have_its_wounded_in_common():
    told = wounded(31, "A", day=7), wounded(38, "B", day=8, type="attack")
    events = [one_event(one, id=f"event_{n}") for n, one in enumerate(told)]
    assert counted(*told, events=events) == [[31, 38]]
    apart = [replace(event, incident=event.id) for event in events]
    assert counted(*told, events=apart) == [[31], [38]]


def test_the_same_figure_in_one_story_is_one_unless_any_might_have_it():
    told = wounded(370, "A", day=7), wounded(370, "B", day=12)
    assert counted(*told) == [[370, 370]]
    assert counted(*told, story="") == [[370], [370]]
    assert counted(wounded(7, "A", day=7), wounded(7, "B", day=12)) == [[7], [7]]


def test_the_wounded_of_an_earlier_time_are_others():
    assert counted(wounded(7, "A", day=27), wounded(7, "B", day=26, time=on(2))) == [[7], [7]]


def test_what_was_well_before_the_news_is_no_other_figure_of_the_same_event():
    earlier = wounded(40, "A", day=23, time=on(1))
    told = earlier, wounded(90, "B", day=23), wounded(95, "C", day=23)
    assert counted(*told, events=[one_event(*told)]) == [[40], [90, 95]]


def test_flows_of_two_days_are_two():
    told = wounded(7, "A", day=7, time=on(6)), wounded(7, "B", day=9, time=on(9))
    assert counted(*told) == [[7], [7]]


def test_who_is_wounded_nowhere_is_not_of_another_town_than_the_report():
    here = wounded(6, "A")
    home = replace(here, claims=(strike("A", RYAZAN), *here.claims))
    there = wounded(16, "B", place=SUMY)
    events = [one_event(home, there)]
    assert counted(home, there, events=events) == [[6], [16]]
    assert counted(here, there, events=[one_event(here, there)]) == [[6, 16]]


def test_who_is_wounded_nowhere_is_of_the_town_that_the_report_is_at_home_in():
    here = wounded(6, "A")
    home = replace(here, claims=(strike("A", RYAZAN), *here.claims))
    told = home, wounded(7, "B", place=RYAZAN), wounded(16, "C", place=SUMY)
    assert counted(*told, events=[one_event(*told)]) == [[6, 7], [16]]


def test_who_was_freed_is_not_counted_as_captured():
    text = "52 girls who were abducted have been freed"
    freed = said(text, trigger="freed", of="girls", type="abduction-or-detention").claims[0]
    taken = said(text, trigger="abducted", of="girls", type="abduction-or-detention").claims[0]
    both = carry(freed, replace(taken, id="claim_taken"))
    assert counted(both) == [[52]]

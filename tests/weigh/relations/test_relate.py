"""How claims stand to each other: the same, contradicting, denying, correcting, moved on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tellings import (
    KURSK,
    SYRIA,
    TURKEY,
    copied,
    losses,
    on,
    one_event,
    origins_of,
    own,
    role,
    said,
    state,
    toll,
)

from tocsin.records.claim import Response
from tocsin.weigh.relations import relate


def sent(
    publisher, polarity="affirmed", day=7, source=None, words="sent troops to Russia", **parts
):
    text = f"North Korea {words}"
    roles = (state("actor", "North Korea", text),)
    return said(
        text,
        trigger="troops",
        type="deployment",
        day=day,
        publisher=publisher,
        source=source,
        polarity=polarity,
        **{"roles": roles, **parts},
    )


def relations(*carried, events=None, origins=None):
    events = [one_event(*carried)] if events is None else events
    return relate(events, carried, own(*carried) if origins is None else origins)


def kinds(*carried, **parts):
    return [(one.kind, one.differs) for one in relations(*carried, **parts)]


FIGURE = ("figure",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,100", "1,100"),
        ("at least 1,100", "more than 1,000"),
        ("about 3,000", "2,900"),
        ("more than 3,000", "nearly 3,000"),
        ("1,000 to 1,200", "1,100"),
        ("3,000", "2,980"),
    ],
)
def test_figures_that_mean_the_same_corroborate(one, other):
    (found,) = relations(losses(one, "JCS"), losses(other, "Kyiv"), events=())
    assert (found.kind, found.independent, found.why_not) == ("corroborates", True, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,100", "3,000"),
        ("at least 1,100", "more than 3,000"),
        ("up to 500", "1,100"),
        ("3,381", "3,219"),
        ("38", "39"),
    ],
)
def test_figures_of_one_time_that_cannot_both_be_meant_contradict(one, other):
    told = losses(one, "JCS"), losses(other, "Kyiv")
    assert kinds(*told, events=()) == [("contradicts", FIGURE)]
    assert kinds(*reversed(told), events=()) == [("contradicts", FIGURE)]


def test_a_toll_that_grows_is_an_update():
    told = toll("3,000", "A", day=7), toll("4,000", "B", day=8)
    (found,) = relations(*told, events=())
    assert (found.kind, found.claim, found.other) == (
        "updates",
        told[1].claims[0].id,
        told[0].claims[0].id,
    )


def test_a_toll_that_shrinks_elsewhere_contradicts_and_at_its_source_corrects():
    assert kinds(toll("4,000", "A", day=7), toll("3,000", "B", day=8), events=()) == [
        ("contradicts", FIGURE)
    ]
    assert kinds(toll("4,000", "A", day=7), toll("3,000", "A", day=8), events=()) == [
        ("corrects", FIGURE)
    ]


def test_the_dead_of_a_disaster_are_counted_on_within_a_day():
    assert kinds(toll("at least 53", "A"), toll("at least 1,500", "B"), events=()) == [
        ("updates", FIGURE)
    ]


def test_two_named_sources_side_by_side_contradict_though_one_says_more():
    told = losses("1,100", "JCS", day=23), losses("3,000", "Kyiv", day=24)
    assert kinds(*told, events=()) == [("contradicts", FIGURE)]


def test_a_figure_moves_on_from_the_last_one_only():
    told = [toll(figure, name, day=day) for figure, name, day in FOUR]
    updates = relations(*told, events=())
    assert len(updates) == 3
    assert all(one.kind == "updates" for one in updates)


FOUR = (("1,000", "A", 6), ("2,000", "B", 7), ("3,000", "C", 8), ("4,000", "D", 9))


def test_what_one_source_says_twice_is_no_corroboration():
    told = losses("1,100", "JCS", publisher="A"), losses("1,100", "JCS", publisher="B")
    assert relations(*told, events=()) == ()
    assert relations(*told) == ()


def test_a_copy_adds_no_relation():
    told = toll("1,100", "A"), toll("3,000", "B")
    copy = copied(told[0], day=9)
    plain = relations(*told, events=())
    assert relations(*told, copy, events=(), origins=origins_of((told[0], copy), (told[1],))) == (
        plain
    )


def test_another_place_or_measure_is_told_in_words():
    told = toll("3,000", "A"), toll("1,000", "B", place=SYRIA)
    (found,) = (one for one in relations(*told) if one.why_not)
    assert found.why_not == "another place: Syria, not Turkey"
    other = said("9,000 people were injured in Turkey", trigger="injured", of="people", day=8)
    (found,) = (one for one in relations(told[0], other) if one.why_not)
    assert found.why_not == "another measure: people wounded, not people killed"


def test_another_population_is_told_in_words():
    told = (
        said("100 soldiers were killed", of="soldiers", type="casualties", publisher="A"),
        said("30 children were killed", of="children", type="casualties", publisher="B", day=8),
    )
    (found,) = (one for one in relations(*told) if one.why_not)
    assert found.why_not == "another population: children, not soldiers"


def test_who_denies_is_set_against_who_affirms():
    told = sent("Seoul Post", source="Seoul"), sent("Moscow Post", "denied", 8, source="Kremlin")
    (found,) = relations(*told)
    assert (found.kind, found.differs, found.independent) == ("denies", ("polarity",), True)
    assert found.claim == told[1].claims[0].id


def test_who_affirms_after_a_denial_contradicts_it():
    told = sent("A", "denied", 7, source="Kremlin"), sent("B", day=8, source="Seoul")
    assert kinds(*told) == [("contradicts", ("polarity",))]


@pytest.mark.parametrize(
    "parts",
    [
        {"status": "planned"},
        {"day": 28},
        {"source": "Seoul"},
        {"roles": (role("actor", "North Korea", "North Korea", name="Belarus"),)},
    ],
)
def test_a_denial_of_something_else_denies_nothing(parts):
    denial = {"source": "Kremlin", "day": 8, **parts}
    assert kinds(sent("A", source="Seoul"), sent("B", "denied", **denial)) == []


def test_a_denial_elsewhere_denies_nothing():
    told = sent("A", source="Seoul"), sent("B", "denied", source="Kremlin")
    claims = [replace(one.claims[0], place=where) for one, where in zip(told, PLACES, strict=True)]
    moved = [replace(one, claims=(claim,)) for one, claim in zip(told, claims, strict=True)]
    assert kinds(*moved) == []


PLACES = (
    said("killed in Kursk", place={**KURSK, "precision": "city", "lat": 51.7, "lon": 36.2}),
    said("killed in Turkey", place=TURKEY),
)
PLACES = tuple(one.claims[0].place for one in PLACES)


def test_others_who_affirm_corroborate_the_first():
    told = sent("A", source="Seoul"), sent("B", source="Kyiv"), sent("C", source="Tokyo")
    found = relations(*told)
    assert {one.kind for one in found} == {"corroborates"}
    assert {one.other for one in found} == {min(c.claims[0].id for c in told)}


def test_what_was_planned_and_then_happened_is_an_update_and_no_corroboration():
    plan, deed = sent("A", source="Seoul", status="prepared"), sent("B", source="Kyiv", day=9)
    event = one_event(plan, deed, transitions=[one.claims[0] for one in (plan, deed)])
    (found,) = relations(plan, deed, events=[event])
    assert (found.kind, found.differs, found.claim) == (
        "updates",
        ("status",),
        deed.claims[0].id,
    )


@pytest.mark.parametrize(
    ("how", "kind"),
    [("consistent_with", "corroborates"), ("affirms", "corroborates"), ("corrects", "corrects")],
)
def test_the_answers_that_a_report_names_are_kept(how, kind):
    first = sent("A", source="Seoul")
    answer = Response(claim=first.claims[0].id, how=how)
    second = sent("B", source="Kyiv", words="has troops there", responds_to=(answer,))
    (found,) = relations(first, second, events=())
    assert (found.kind, found.claim, found.event) == (kind, second.claims[0].id, "")


def test_an_answer_to_a_claim_that_is_not_there_is_nothing():
    answer = Response(claim="claim_of_nobody", how="denies")
    assert relations(sent("A", responds_to=(answer,)), events=()) == ()


def test_figures_of_a_day_by_two_sources_contradict_whenever_they_are_told():
    def shot(figure, publisher, day):
        text = f"{figure} drones were shot down over Ukraine"
        return said(
            text,
            trigger="shot",
            type="destruction",
            of="drones",
            day=day,
            publisher=publisher,
            time=on(6),
            place={"text": "Ukraine", "country": "UA", "precision": "country"},
        )

    assert kinds(shot("40", "A", 6), shot("60", "B", 9), events=()) == [("contradicts", FIGURE)]


def test_relations_come_once_for_each_pair():
    told = losses("1,100", "JCS"), losses("3,000", "Kyiv")
    assert kinds(*told) == [("contradicts", FIGURE)]


def test_many_claims_of_few_figures_are_compared_by_figure():
    told = [losses("1,100", f"Source {number}", publisher=str(number)) for number in range(40)]
    told.append(losses("3,000", "Kyiv"))
    found = relations(*told, events=())
    assert sum(one.kind == "contradicts" for one in found) <= 40


def test_a_later_moment_comes_first_in_a_relation():
    told = losses("1,100", "JCS"), losses("3,000", "Kyiv")
    hours = replace(told[0], published=told[0].published + timedelta(hours=3))
    (found,) = relations(hours, told[1], events=())
    assert found.claim == hours.claims[0].id


def strike(publisher, place, day, figure="38"):
    text = f"{figure} people were killed in {place['text']}"
    return said(
        text, type="casualties", of="people", publisher=publisher, place=place, time=on(day)
    )


DNIPRO = {"text": "Dnipro", "country": "UA", "precision": "city", "lat": 48.46, "lon": 35.04}
LVIV = {**DNIPRO, "text": "Lviv", "lat": 49.84, "lon": 24.03}


def test_one_figure_in_two_places_or_on_two_days_contradicts():
    assert kinds(strike("A", DNIPRO, 3), strike("B", LVIV, 3)) == [("contradicts", ("place",))]
    assert ("contradicts", ("time",)) in kinds(strike("A", DNIPRO, 1), strike("B", DNIPRO, 4))


def test_a_day_more_or_less_is_the_time_zone():
    found = kinds(strike("A", DNIPRO, 3), strike("B", DNIPRO, 4))
    assert {kind for kind, _ in found} == {"corroborates"}


def test_other_places_without_a_common_figure_are_two_things():
    assert kinds(strike("A", DNIPRO, 3), strike("B", LVIV, 3, "60")) in (
        [],
        [("contradicts", ("figure",))],
    )
    bare = [sent(name, source=name, place=None, words="sent troops") for name in ("Seoul", "Kyiv")]
    claims = [replace(one.claims[0], place=where) for one, where in zip(bare, PLACES, strict=True)]
    moved = [replace(one, claims=(claim,)) for one, claim in zip(bare, claims, strict=True)]
    assert kinds(*moved) == []


def there(figure, publisher, day):
    text = f"{figure} North Korean troops are stationed in Russia"
    return said(
        text,
        trigger="stationed",
        type="deployment",
        of="North Korean troops",
        day=day,
        publisher=publisher,
        roles=(state("recipient", "Russia", text),),
    )


def test_a_stock_moves_on_after_weeks_and_contradicts_before():
    assert kinds(there("12,000", "A", 1), there("8,000", "B", 20), events=()) == [
        ("updates", FIGURE)
    ]
    assert kinds(there("12,000", "A", 1), there("8,000", "B", 4), events=()) == [
        ("contradicts", FIGURE)
    ]


def test_what_a_source_changes_in_a_stock_is_an_update():
    assert kinds(there("12,000", "A", 1), there("8,000", "A", 9), events=()) == [
        ("updates", FIGURE)
    ]


def test_other_words_of_one_source_on_one_day_change_nothing():
    assert relations(toll("3,000", "A"), toll("at least 2,990", "A"), events=()) == ()


def test_two_exact_tolls_of_one_day_contradict_if_they_are_near():
    assert kinds(toll("3,381", "A"), toll("3,501", "B"), events=()) == [("contradicts", FIGURE)]


def test_other_units_are_not_even_compared():
    aid = {"trigger": "sent", "type": "military-aid", "of": "aid", "object": "20 aid"}
    text = "Norway sent 20 aid"
    money = replace(said(text, **aid).claims[0].quantity, unit="USD")
    told = said(text, publisher="A", **aid, quantity=money), said(f"{text} again", day=8, **aid)
    assert not [one for one in relations(*told) if one.why_not]


def shot(figure, publisher, source=None, day=6, **parts):
    text = f"{figure} drones were shot down over Ukraine, {source} said"
    return said(
        text, trigger="shot", type="destruction", of="drones", day=day, publisher=publisher,
        source=source, time=on(6), place={"text": "Ukraine", "country": "UA",
        "precision": "country"}, **parts,
    )  # fmt: skip


def in_one_report(*told):
    """The claims of several sightings as those of the first one's report."""
    claims = tuple(one.claims[0] for one in told)
    return replace(told[0], claims=claims)


def test_figures_that_one_report_sets_against_each_other_contradict():
    both = in_one_report(shot("40", "A", "Kyiv"), shot("60", "A", "Moscow"))
    assert kinds(both, events=()) == [("contradicts", FIGURE)]


def test_two_nameless_sources_of_one_report_contradict():
    both = in_one_report(shot("40", "A", "the police"), shot("60", "A", "organisers"))
    (found,) = relations(both, events=())
    assert found.kind == "contradicts"


def test_a_figure_many_times_another_counts_something_else():
    assert kinds(shot("40", "A"), shot("4,000", "B"), events=()) == []


def test_at_least_less_than_before_is_no_correction():
    told = losses("1,100", "JCS", day=20), losses("at least 1,000", "JCS", day=22)
    assert relations(*told, events=()) == ()


def test_every_source_of_a_figure_is_set_against_a_new_one():
    told = [losses("1,100", name) for name in ("JCS", "Tokyo")]
    told.append(losses("2,400", "Kyiv"))
    found = [kind for kind, _ in kinds(*told, events=()) if kind == "contradicts"]
    assert len(found) == 2


def test_who_denies_a_figure_denies_that_one_only():
    told = losses("210", "Red Cross"), losses("45", "Police"), losses("500", "Army")
    denial = losses("210", "Kremlin", polarity="denied", day=24)
    found = [one for one in relations(*told, denial) if one.kind == "denies"]
    assert [(one.other, one.claim) for one in found] == [
        (told[0].claims[0].id, denial.claims[0].id)
    ]


def test_a_denial_is_set_against_the_deed_beyond_its_event():
    russia = {"text": "Russia", "country": "RU", "precision": "country"}
    told = (
        sent("A", source="Seoul", place=russia),
        sent("B", "denied", 8, source="Kremlin", place=russia),
    )
    assert kinds(*told, events=()) == [("denies", ("polarity",))]


def test_a_bare_denial_denies_nothing():
    told = sent("A", source="Seoul"), sent("B", "denied", 8, source="Kremlin")
    bare = replace(told[1].claims[0], roles=(), place=None, quantity=None)
    assert kinds(told[0], replace(told[1], claims=(bare,))) == []


def hit(publisher, target, polarity="affirmed", source=None):
    text = f"missiles hit a {target} in Kharkiv"
    place = {"text": "Kharkiv", "name": "Kharkiv", "country": "UA", "precision": "city"}
    return said(
        text, trigger="hit", type="attack", publisher=publisher, source=source, place=place,
        polarity=polarity, day=7 if polarity == "affirmed" else 8,
        roles=(role("target", f"a {target}", text),),
    )  # fmt: skip


def test_who_denies_that_one_thing_was_hit_does_not_deny_another():
    denial = hit("C", "barracks", "denied", source="Kyiv")
    houses, barracks = hit("A", "block of flats", source="Mayor"), hit("B", "barracks", source="X")
    found = [one for one in relations(houses, barracks, denial) if one.kind == "denies"]
    assert [one.other for one in found] == [barracks.claims[0].id]


def test_who_is_denied_may_be_people_by_another_word():
    told = hit("A", "group of civilians", source="Mayor"), hit("B", "crowd", "denied", source="X")
    assert ("denies", ("polarity",)) in kinds(*told)


def test_who_gives_a_much_larger_figure_of_something_else_corroborates_nothing():
    told = losses("3", "JCS", day=20), losses("1,100", "Kyiv", of="Russian soldiers")
    assert "corroborates" not in [kind for kind, _ in kinds(*told)]


def test_a_body_without_a_name_is_one_voice_wherever_it_is_cited():
    told = (
        toll("52", "A", day=7, by="the health ministry"),
        toll("25", "B", day=8, by="The health ministry"),
    )
    assert kinds(*told, events=()) == [("corrects", FIGURE)]
    apart = (
        toll("52", "A", day=7, by="the health ministry"),
        toll("25", "B", day=8, by="the interior one"),
    )
    assert kinds(*apart, events=()) == [("contradicts", FIGURE)]


def struck(figure, source, day, figure_day=7, **parts):
    text = f"{figure} people were killed in the strike, {source} said"
    return said(
        text, of="people", type="casualties", source=source, publisher=f"of {source}", day=day,
        time=on(figure_day), **parts,
    )  # fmt: skip


def test_the_dead_of_a_strike_are_counted_on_the_next_day():
    told = struck("22", "Police", 7), struck("31", "Doctors", 8)
    assert kinds(*told) == [("updates", FIGURE)]


def test_on_the_day_itself_two_who_count_them_contradict_each_other():
    told = struck("22", "Police", 7), struck("31", "Doctors", 7)
    assert kinds(*told) == [("contradicts", FIGURE)]


def test_those_who_may_have_died_contradict_nobody_s_count():
    feared = toll("300", "A", by="the prefect", certainty="possible")
    assert ("contradicts", FIGURE) not in kinds(toll("31", "B", by="the ministry"), feared)


def test_an_enemy_s_larger_figure_of_the_next_day_is_no_update():
    told = losses("5", "Seoul", day=20), losses("23", "Kyiv", day=21)
    assert kinds(*told, events=()) == [("contradicts", FIGURE)]


def test_who_denies_that_the_army_took_a_town_does_not_deny_that_rebels_did():
    def taken(by, kind, publisher, source, polarity="affirmed"):
        text = f"{by} took the town"
        roles = (replace(role("actor", by, text), kind=kind),)
        return said(
            text, trigger="took", type="capture-of-territory", publisher=publisher, source=source,
            polarity=polarity, roles=roles,
        )  # fmt: skip

    rebels = taken("the rebels", "group", "A", "Mayor")
    army = taken("the army", "organisation", "B", "General")
    denial = taken("the army", "organisation", "C", "Rebels", "denied")
    found = [one for one in relations(rebels, army, denial) if "polarity" in one.differs]
    assert [{one.claim, one.other} for one in found] == [{army.claims[0].id, denial.claims[0].id}]


def test_who_denies_a_figure_is_set_against_who_gives_it_whatever_the_event():
    crush = toll("135", "A", by="a rights group", type="accident")
    denial = toll("135", "B", day=8, by="the prime minister", type="casualties", polarity="denied")
    assert kinds(crush, denial, events=()) == [("denies", ("polarity",))]
    other = toll("140", "C", day=8, by="the prime minister", type="casualties", polarity="denied")
    assert kinds(crush, other, events=()) == []


def test_one_deed_laid_to_two_hands_is_a_contradiction():
    def shelled(by, source):
        text = f"{by} shelled the hospital"
        roles = (state("actor", by, text), role("target", "the hospital", text))
        return said(text, trigger="shelled", type="attack", source=source, roles=roles)

    told = shelled("Russia", "Kyiv"), shelled("Ukraine", "Moscow")
    assert kinds(*told) == [("contradicts", ("actor",))]
    aid = [
        replace(one, claims=tuple(_of_type(c, "humanitarian-aid") for c in one.claims))
        for one in told
    ]
    assert kinds(*aid) == [("corroborates", ())]
    assert kinds(shelled("Russia", "Kyiv"), shelled("Russia", "Paris")) == [("corroborates", ())]


@pytest.mark.parametrize(("became", "found"), [("killed", ["corrects"]), ("aboard", [])])
def test_the_dead_do_not_correct_those_who_were_aboard(became, found):
    text = "178 people were told of"
    first = said(text, trigger="told", type="accident", publisher="A",
                 roles=(role("object", "told", text, name=became),))  # fmt: skip
    answer = Response(claim=first.claims[0].id, how="corrects")
    text = "41 people were killed"
    second = said(text, trigger="killed", type="accident", publisher="A", day=8,
                  roles=(role("object", "killed", text, name="killed"),), responds_to=(answer,))  # fmt: skip
    assert [one.kind for one in relations(first, second, events=()) if not one.differs] == found


@pytest.mark.parametrize(("status", "found"), [("occurred", ["corrects"]), ("predicted", [])])
def test_what_was_feared_is_not_corrected_by_what_was_done(status, found):
    first = said(
        "attacks are feared", trigger="attacks", type="attack", publisher="A", status=status
    )
    answer = Response(claim=first.claims[0].id, how="corrects")
    second = said("a strike was made", trigger="strike", type="attack", publisher="A", day=8,
                  responds_to=(answer,))  # fmt: skip
    assert [one.kind for one in relations(first, second, events=()) if not one.differs] == found


def _of_type(claim, type):
    return replace(claim, event=replace(claim.event, type=type))

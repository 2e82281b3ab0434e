"""Figures of one breath share whom, where and when they count."""

from dataclasses import replace

from tellings import SYRIA, TURKEY, carry, own, said, state

from tocsin.weigh.estimate import estimate

CLASH = {"type": "casualties"}


def one_report(text, *told, gap=40, **shared):
    """A report in which claims stand one after the other, `gap` characters apart."""
    claims, start = [], 0
    for trigger, of, words, parts in told:
        claim = said(words, trigger=trigger, of=of, **{**CLASH, **shared, **parts}).claims[0]
        at = lambda span, by=start: (span[0] + by, span[1] + by)  # noqa: E731
        claims.append(
            replace(
                claim,
                span=at(claim.span),
                quantity=replace(claim.quantity, span=at(claim.quantity.span)),
                event=replace(claim.event, span=at(claim.event.span)),
                roles=tuple(replace(role, span=at(role.span)) for role in claim.roles),
                place=claim.place and replace(claim.place, span=at(claim.place.span)),
            )
        )
        start += len(words) + gap
    return carry(*claims, report=f"report_{text}")


def measures(carried):
    found = estimate((carried,), (), own(carried))
    return {(one.measure, one.population, one.place): one for one in found}


def test_the_wounded_told_in_one_breath_are_the_soldiers_that_were_killed():
    killed = ("killed", "Malian soldiers", "5 Malian soldiers were killed", {})
    hurt = ("wounded", None, "11 wounded", {})
    rebels = ("killed", "fighters", "22 fighters were killed", {})
    found = measures(one_report("a", rebels, killed, hurt, gap=20))
    assert ("soldiers wounded", "Malian soldiers", None) in found


def test_far_from_it_they_are_nobody_s():
    killed = ("killed", "Malian soldiers", "5 Malian soldiers were killed", {})
    hurt = ("wounded", None, "11 wounded", {})
    rebels = ("killed", "fighters", "22 fighters were killed", {})
    found = measures(one_report("b", rebels, killed, hurt, gap=400))
    assert ("people wounded", "people", None) in found


def test_houses_damaged_beside_houses_destroyed_are_houses():
    gone = ("destroyed", "houses", "3,200 houses were destroyed", {})
    hurt = ("damaged", None, "8,700 damaged", {})
    found = measures(one_report("c", gone, hurt, gap=10, type="disaster"))
    assert ("buildings damaged", "buildings", None) in found


def test_things_that_nobody_names_are_not_counted():
    assert measures(said("8,700 damaged", trigger="damaged", type="disaster")) == {}


def test_who_is_told_of_close_by_is_in_the_same_place():
    dead = ("deaths", "deaths", "31 deaths", {})
    hurt = ("injured", "people", "118 people injured in Turkey", {"place": TURKEY})
    found = measures(one_report("d", dead, hurt, gap=5, type="disaster"))
    assert {place for _, _, place in found} == {"Turkey"}


def test_how_many_were_sent_is_not_told_by_how_many_of_them_were_killed():
    text = "100 Malian soldiers sent to Kidal were killed"
    killed = said(text, of="Malian soldiers", **CLASH).claims[0]
    actor = state("actor", "Malian", text)
    sent = said(
        text, trigger="sent", type="deployment", of="Malian soldiers", roles=(actor,)
    ).claims[0]
    found = measures(carry(killed, replace(sent, id="claim_sent"), report="report_e"))
    assert {measure for measure, _, _ in found} == {"soldiers killed"}


def test_the_dead_told_behind_new_cases_are_new_too():
    cases = said("52 new cases were recorded", trigger="recorded", of="new cases", type="disease")
    dead = said("2 deaths were recorded", trigger="deaths", of="deaths", type="disease")
    one, other = cases.claims[0], dead.claims[0]
    behind = replace(
        other, span=(30, 52), quantity=replace(other.quantity, span=(30, 31)), id="claim_dead"
    )
    found = estimate([carry(one, behind)], (), own(carry(one, behind)))
    assert {one.measure for one in found} == {
        "cases recorded (in addition)",
        "people killed (in addition)",
    }


def test_who_is_hurt_beside_the_dead_of_another_land_is_of_that_land():
    quake = ("quake", "people", "the quake killed 90 people in Turkey", {"place": TURKEY})
    there = ("killed", "people", "19 people died in Syria", {"place": SYRIA, "type": "casualties"})
    hurt = ("injured", None, "400 injured", {"type": "casualties"})
    found = measures(one_report("n", quake, there, hurt, gap=5, type="disaster"))
    assert ("people wounded", "people", "Syria") in found

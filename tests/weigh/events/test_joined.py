"""Events across reports."""

from dataclasses import replace
from datetime import UTC, datetime

from builders import a_claim

from tocsin.records import Carried, Fingerprint, Member, Origin, Place, Role, content_id
from tocsin.weigh.events import join_events

RUSSIA = Place(span=(0, 0), text="Russia", name="Russia", country="RU", precision="country")
FIJI = Place(span=(0, 0), text="Fiji", name="Fiji", country="FJ", precision="country")


def a_role(name, role="actor"):
    return Role(role=role, text=name, span=(0, 0), name=name)


def told(text="North Korea sent 3,000 troops", day=21, **parts):
    plain = {"roles": (a_role("North Korea"),), "place": RUSSIA, "trigger": "sent"}
    return sighted(a_claim(text, text, **{**plain, **parts}), day=day)


def sighted(*claims, day=21, name=""):
    return Carried(
        sighting=content_id("sighting", name, day, *(claim.id for claim in claims)),
        report=content_id("report", *(claim.id for claim in claims)),
        published=datetime(2024, 10, day, tzinfo=UTC),
        collected_at=datetime(2024, 11, 1, tzinfo=UTC),
        fingerprint=Fingerprint(width=5),
        claims=claims,
    )


def origin_of(*carried, how="copy"):
    first, *others = carried
    follows = [Member(sighting=first.sighting, report=first.report, how="first")]
    for one in others:
        follows.append(
            Member(sighting=one.sighting, report=one.report, how=how, follows=first.sighting)
        )
    return Origin(
        id=content_id("origin", first.sighting), name=None, kind="publisher", members=tuple(follows)
    )


def joined(*carried, origins=None, **parts):
    behind = [origin_of(one) for one in carried] if origins is None else origins
    return join_events(carried, behind, **parts)


def test_two_reports_of_one_deed_are_one_event():
    (event,) = joined(told(), told("Pyongyang has sent troops to Russia, North Korea watchers say"))
    assert len(event.claims) == len(event.origins) == 2


def of_type(text, kind, day):
    quake = a_claim(text, text, trigger="struck", roles=(), place=FIJI)
    carried = sighted(replace(quake, event=replace(quake.event, type=kind)), day=day)
    return replace(carried, language="en")


def test_an_event_is_of_the_type_that_most_origins_give_it():
    told = (
        of_type("It struck Suva in Fiji", "attack", 20),
        of_type("The quake struck Suva in Fiji", "disaster", 21),
        of_type("A quake struck Suva in Fiji on Monday", "disaster", 21),
    )
    (event,) = joined(*told, stories={one.sighting: "story_1" for one in told})
    assert event.type == "disaster"


def test_another_place_is_another_event():
    assert len(joined(told(), told("Samoa sent troops", place=FIJI, roles=(a_role("Samoa"),)))) == 2


def test_the_same_verb_is_no_evidence():
    bare = {"roles": (), "place": None}
    events = joined(told("They sent a note", **bare), told("Others sent word", day=29, **bare))
    assert len(events) == 2


def test_a_plan_that_comes_true_is_one_event_with_a_transition():
    plan = told("North Korea sent for troops bound for Russia", day=3, status="planned")
    (event,) = joined(plan, told("North Korea sent troops to Russia", day=21))
    assert [step.status for step in event.transitions] == ["planned", "occurred"]
    assert [step.at.day for step in event.transitions] == [3, 21]
    assert event.transitions[0].claims == (plan.claims[0].id,)


def test_a_plan_for_more_is_another_event_than_what_has_happened():
    more = told("North Korea sent for more troops for Russia", day=25, status="planned")
    assert len(joined(told(), more)) == 2


def test_a_denial_belongs_to_the_event_and_does_not_affirm_it():
    denial = told("North Korea sent no troops to Russia", polarity="denied", day=22)
    (event,) = joined(told("North Korea sent troops to Russia"), denial)
    assert len(event.claims) == 2
    assert len(event.origins) == 1
    assert [step.at.day for step in event.transitions] == [21]


def test_an_edited_copy_adds_a_claim_and_no_origin():
    first = told("North Korea sent 3,000 troops to Russia, it is said")
    copy = told("UPDATED North Korea sent 3,000 troops to Russia, it is said", day=22)
    (event,) = joined(first, copy, origins=[origin_of(first, copy)])
    assert len(event.claims) == 2
    assert len(event.origins) == 1


def test_nobody_has_graded_an_event_unless_a_judge_is_given():
    (event,) = joined(told())
    assert event.grade.credibility == 6


def test_copies_of_each_other_lose_no_claim():
    one = told("North Korea sent 3,000 troops to Russia, it is said")
    two = told("UPDATED North Korea sent 3,000 troops to Russia, it is said", day=22)
    ring = Origin(
        id="origin_1",
        name=None,
        kind="publisher",
        members=(
            Member(sighting=one.sighting, report=one.report, how="copy", follows=two.sighting),
            Member(sighting=two.sighting, report=two.report, how="copy", follows=one.sighting),
        ),
    )
    assert sum(len(event.claims) for event in joined(one, two, origins=[ring])) == 2


def test_a_copy_that_says_something_else_tells_for_itself():
    first = told()
    copy = told("North Korea held talks with Russia", trigger="held", day=22)
    other = told("North Korea sent envoys", status="planned", day=23)
    assert len(joined(first, copy, other, origins=[origin_of(first, copy, other)])) >= 2


def test_a_plan_does_not_come_true_by_those_whom_it_was_aimed_at():
    def attack(text, doer, victim, status, day):
        roles = (a_role(doer), a_role(victim, "target"))
        return told(text, day, roles=roles, status=status, trigger="attack")

    plan = ("Samoa may attack Tonga", "Samoa", "Tonga", "planned", 20)
    again = joined(
        attack(*plan), attack("Samoa's attack on Tonga", "Samoa", "Tonga", "occurred", 21)
    )
    turned = joined(
        attack(*plan), attack("Tonga's attack on Samoa", "Tonga", "Samoa", "occurred", 21)
    )
    assert [len(one.transitions) for one in again] == [2]
    assert [len(one.transitions) for one in turned] == [1, 1]

"""Denials are set against whoever affirms the deed, in its event and beyond it."""

from dataclasses import replace

import pytest
from deeds import KYIV, LVIV, ROME, deed, joined, kinds, on, one, related, told
from tellings import cue, figure_in

DENIES = [("denies", ("polarity",))]


def hit(**parts):
    words = {"publisher": "Kyiv Post", "by": "Russian forces", "to": "a market", **parts}
    return one("Russian forces shelled a market", "shelled", "attack", **words)


def not_hit(text="Russia did not shell a market", trigger="shell", **parts):
    words = {"publisher": "Moscow Post", "source": "Russia", "day": 8, **parts}
    return one(text, trigger, "attack", polarity="denied", **words)


def test_a_denial_is_set_against_the_deed_in_one_story():
    assert kinds(hit(), not_hit(by="Russia", to="a market")) == DENIES


def test_a_denial_in_another_story_denies_nothing():
    assert kinds(hit(), not_hit(by="Russia", to="a market"), stories=False) == []


def test_who_denies_another_thing_denies_nothing():
    other = not_hit("Russia did not shell a school", by="Russia", to="a school")
    assert kinds(hit(), other) == []


def test_who_denies_things_denies_no_deed_to_a_state():
    other = one("Iran shelled Iraq", "shelled", "attack", by="Iran", to="Iraq", publisher="A")
    denial = not_hit("no civilian sites were shelled", "shelled", to="civilian sites", source="X")
    assert kinds(other, denial) == []


def test_a_strike_of_one_story_days_later_is_another_one():
    assert kinds(hit(day=2), not_hit(by="Russia", to="a market", day=8)) == []


@pytest.mark.parametrize(("where", "found"), [(KYIV, DENIES), (LVIV, []), (ROME, [])])
def test_a_deed_elsewhere_is_not_denied(where, found):
    text = f"Russian forces shelled a market in {where['text']}"
    told = one(text, "shelled", "attack", by="Russian forces", to="a market", place=where)
    denial = not_hit("no market was shelled in Kyiv", "shelled", to="market", place=KYIV)
    assert kinds(told, denial) == found


def test_provinces_of_other_names_are_other_places():
    marib, saada = (
        {"text": name, "name": f"{name} Governorate", "country": "YE", "precision": "admin"}
        for name in ("Marib", "Saada")
    )
    text = "six civilians were killed in Saada"
    killed = one(text, "killed", "casualties", to="six civilians", place=saada, publisher="A")
    text = "no civilians were killed in Marib"
    parts = {"to": "no civilians", "polarity": "denied", "source": "The coalition", "day": 8}
    assert joined(killed, one(text, "killed", "casualties", place=marib, **parts)) == []
    assert joined(killed, one(text, "killed", "casualties", place=None, **parts)) == DENIES


def dead(of, publisher="A", **parts):
    text = f"five {of} were killed"
    return one(text, "killed", "casualties", to=f"five {of}", publisher=publisher, **parts)


def none_dead(text, trigger="killed", to=None, **parts):
    words = {"publisher": "B", "day": 8, "source": "Army", "polarity": "denied", **parts}
    return one(text, trigger, "casualties", to=to, **words)


@pytest.mark.parametrize(
    ("of", "text", "trigger", "to"),
    [
        ("civilians", "no civilians were killed", "killed", "civilians"),
        ("soldiers", "no soldiers were hurt", "hurt", "soldiers"),
        ("civilians", "no civilian lost his life", "lost", "his life"),
    ],
)
def test_a_denied_harm_is_of_those_people_and_of_graver_harm_too(of, text, trigger, to):
    assert kinds(dead(of), none_dead(text, trigger, to)) == DENIES


@pytest.mark.parametrize(
    ("of", "text", "trigger", "to"),
    [
        ("soldiers", "no civilians were killed", "killed", "civilians"),
        ("of them", "no civilians were killed", "killed", "civilians"),
        ("soldiers", "no soldiers were captured", "captured", "soldiers"),
        ("soldiers", "no soldiers died in previous attacks", "died", "soldiers"),
    ],
)
def test_other_people_another_harm_and_another_time_are_not_denied(of, text, trigger, to):
    assert kinds(dead(of), none_dead(text, trigger, to)) == []


def test_nobody_is_anybody():
    shot = one("two men were shot dead", "shot dead", "casualties", to="two men", publisher="A")
    parts = {"source": "Police", "polarity": "denied", "publisher": "B", "day": 8}
    nobody = one("no one was shot by our men", "shot", "attack", to="no one", **parts)
    assert kinds(shot, nobody) == DENIES
    assert kinds(dead("soldiers"), none_dead("nobody died", "died", "nobody")) == DENIES


def test_no_casualties_of_a_place_are_none_of_those_told_of_there():
    text = "no casualties in Kyiv"
    nothing = none_dead(text, "casualties", place=KYIV)
    assert kinds(one("five men were killed in Kyiv", "killed", "casualties", to="five men",
                     place=KYIV, publisher="A"), nothing) == DENIES  # fmt: skip
    assert kinds(dead("men"), nothing) == []


def test_arson_is_not_any_fire():
    fire = one("a fire burned a school", "fire", "destruction", to="a school", publisher="A")
    arson = one("it was no arson", "arson", "sabotage", source="Police", polarity="denied", day=8)
    assert joined(fire, arson) == []
    sabotage = one("it was sabotage", "sabotage", "sabotage", source="Owners", publisher="A")
    assert joined(sabotage, arson) == DENIES


def test_what_is_an_order_here_and_a_break_there_is_known_by_word_and_thing():
    closed = one("Uganda closed the border", "closed", "expulsion-or-break", by="Uganda",
                 to="the border", publisher="A")  # fmt: skip
    denial = one("the border was not closed", "closed", "order-or-decision", to="the border",
                 source="An office", polarity="denied", day=8)  # fmt: skip
    assert kinds(closed, denial) == DENIES


def test_collided_is_not_denied_where_a_boat_went_down():
    sank = one("a boat went down", "went down", "accident", to="a boat", publisher="A")
    denial = one("our boat did not collide", "collide", "accident", to="boat", source="Navy",
                 polarity="denied", day=8)  # fmt: skip
    assert kinds(sank, denial) == []


def test_a_missile_of_the_army_is_not_what_the_rebels_deny():
    own = one("a missile of the army's own hit the hospital", "hit", "attack",
              with_="a missile of the army's own", to="the hospital", publisher="A")  # fmt: skip
    denial = one("the rebels did not hit the hospital", "hit", "attack", by="the rebels",
                 to="the hospital", source="Rebels", polarity="denied", day=8)  # fmt: skip
    assert joined(own, denial) == []


def test_what_was_long_before_the_report_is_not_denied():
    march = replace(on(1), value="2022-11")
    assert kinds(
        dead("soldiers", time=march), none_dead("no soldiers died", "died", "soldiers")
    ) == ([])


def test_a_claim_told_of_days_to_come_has_no_day():
    """The reader took the next Sunday for the last one: the day is no reason to tell apart."""
    late, denial = dead("soldiers", time=on(20)), none_dead("no soldiers died", "died", "soldiers")
    assert kinds(late, denial) == DENIES


def test_a_copy_of_a_denial_adds_none():
    affirmed = hit()
    parts = {"by": "Russia", "to": "a market"}
    twice = not_hit(**parts), not_hit(**parts, publisher="Moscow Times")
    assert len(related(affirmed, *twice)) == 2
    again = told(*(deed("Russian forces shelled a market", "shelled", "attack",
                        by="Russian forces", to="a market", publisher="Z"),), publisher="Kyiv Post")  # fmt: skip
    assert len(related(affirmed, again, twice[0])) == 1


def test_what_somebody_is_told_not_to_do_denies_no_plan():
    text = "Russia prepares to shell a market"
    plan = one(text, "shell", "attack", by="Russia", to="a market", status="prepared")
    parts = {"by": "Russia", "to": "a market", "status": "planned"}
    assert kinds(plan, not_hit(**parts, cue=cue("deny"))) == DENIES
    assert kinds(plan, not_hit(**parts, cue=cue("commit"))) == []


def test_none_of_some_who_were_hurt_denies_no_harm():
    def hurt(text, **parts):
        parts = {"to": "soldiers", "quantity": figure_in(text, "soldiers"), **parts}
        return one(text, "wounded", "casualties", **parts)

    denied = {"polarity": "denied", "publisher": "B", "source": "Kyiv"}
    first = hurt("6 soldiers were wounded", publisher="A")
    assert kinds(first, hurt("6 soldiers were not wounded", **denied)) != []
    assert kinds(first, hurt("6 soldiers were wounded, none of them gravely", **denied)) == []


def test_what_nobody_did_to_it_is_of_nothing_that_is_known():
    hurt = one("60 people were wounded", "wounded", "disaster", to="60 people", publisher="A")
    clock = {"by": "nobody", "to": "it", "polarity": "denied", "publisher": "B"}
    assert kinds(hurt, one("nobody has wound it", "wound", "casualties", **clock)) == []


@pytest.mark.parametrize(("by", "found"), [("Russia", DENIES), (None, [])])
def test_that_somebody_did_not_do_it_denies_only_who_says_he_did(by, found):
    text = "Russia shelled a market" if by else "a market was shelled"
    shelled = one(text, "shelled", "attack", by=by, to="a market", publisher="A")
    denial = not_hit("the market was not shelled, not by Russia", "shelled", by="Russia", to="market",
                     source="Minsk")  # fmt: skip
    assert kinds(shelled, denial) == found


def test_a_denial_of_one_week_denies_nothing_of_the_week_before():
    text = "a market was shelled"
    first = one(text, "shelled", "attack", to="a market", publisher="A", time=on(1, until=3))
    denial = not_hit(by="Russia", to="a market", time=on(6))
    assert kinds(first, denial) == []
    assert kinds(replace_time(first, on(1, until=6)), denial) == DENIES


def replace_time(report, time):
    return replace(report, claims=tuple(replace(claim, time=time) for claim in report.claims))


def test_bombs_on_one_thing_are_not_mortars_on_nobody_knows_what():
    text = "Russian troops fired mortars"
    fire = one(text, "fired", "attack", by="Russian troops", with_="mortars", publisher="A")
    denial = not_hit("Russia did not bomb a market", "bomb", by="Russia", to="a market")
    assert kinds(fire, denial) == []

"""Denials that name no deed take over what was told, and only where the words point back at it."""

import pytest

import tocsin


def denials(text):
    claims = tocsin.read(text, published="2026-03-11", language="en").claims
    known = {claim.id: claim for claim in claims}
    denied = [claim for claim in claims if claim.polarity == "denied"]
    return [
        (c.event.text, known[reply.claim].event.text) for c in denied for reply in c.responds_to
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Villagers said a drone hit a wedding in Zuwarma. The air force said it was not true.",
            ("it", "hit"),
        ),
        (
            "Officials said armed men burned 60 houses. The allegations were denied by the army.",
            ("The allegations", "burned"),
        ),
        (
            "Russia said it had captured Kupiansk, which Kyiv denied.",
            ("which", "captured"),
        ),
        (
            "Mali's army said it had killed 40 rebels near Soumpi, a claim rejected by JNIM.",
            ("a claim", "killed"),
        ),
        (
            "Villagers say the army burned 40 homes, an accusation the military denies.",
            ("an accusation", "burned"),
        ),
        (
            "The union says 12 people died. Rivals dispute the official toll and say 50 were hurt.",
            ("the official toll", "died"),
        ),
        (
            "Beijing rejected the allegations. Manila had said that Chinese ships rammed a boat.",
            ("the allegations", "rammed"),
        ),
        (
            "Witnesses said police shot two people. “No one was shot by our officers,” Mwangi said.",
            ("shot", "shot"),
        ),
    ],
)
def test_a_denial_is_tied_to_what_it_denies(text, found):
    assert denials(text) == [found]


def test_a_figure_is_denied_to_whom_it_is_said_to_be_of():
    text = (
        "The Red Cross said 40 people were killed in Nyala. The mayor said 30 people were killed. "
        "The army rejected the Red Cross count."
    )
    claims = tocsin.read(text, published="2026-03-11", language="en").claims
    [denial] = [claim for claim in claims if claim.event.text == "the Red Cross count"]
    assert (denial.polarity, denial.quantity.best) == ("denied", 40)
    assert denial.place.name == "Nyala"


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 12 people on Monday. They denied the charges.",
        "The mission said soldiers had attacked Nyala. The army may deny this.",
        "The mission said soldiers had attacked Nyala. The reports were denied.",
    ],
)
def test_what_nobody_in_particular_said_or_denies_is_not_denied(text):
    assert denials(text) == []


def test_whose_claims_are_denied_does_not_deny_them():
    text = "The army denied claims by the rebels that its soldiers had attacked Nyala."
    [claim] = tocsin.read(text, published="2026-03-11", language="en").claims
    assert [source.name for source in claim.sources] == ["The army"]
    assert claim.polarity == "denied"


def test_that_nobody_was_hurt_does_not_deny_the_dead():
    text = "The mayor said 12 people were killed in Nyala. The army said no one was hurt."
    assert denials(text) == []


def test_the_verdict_on_a_claim_denies_it():
    text = "Claim: Ethiopian troops have entered Asmara.\nVerdict: False."
    assert denials(text) == [("False", "entered")]

"""Short reports of one day through the whole program: who contradicts whom, and who only seems to.

Each pair is read by the real model; one sentence each, so that what fails is the rule and not the
reading of long prose.
"""

import pytest

import tocsin
from tocsin.run.desk import Desk

AGAINST = frozenset({"contradicts", "denies", "corrects"})
CONTRADICT = {
    "a denied deed": (
        "Ukrainian forces shelled a market in Donetsk on Tuesday, the administration said.",
        "Ukraine denied that its forces had shelled a market in Donetsk on Tuesday.",
    ),
    "a denied harm": (
        "An Israeli air strike hit a house in Tyre on Thursday and killed five civilians.",
        "No civilians were killed in the air strike on Tyre, the Israeli army said.",
    ),
    "two times": (
        "The cleric Hassan al-Rubaie was shot dead in Basra on Thursday evening, police said.",
        "Hassan al-Rubaie was killed in Basra on Wednesday morning, his brother said.",
    ),
    "two who began": (
        "Pakistani troops opened fire on Indian posts on Sunday night, the Indian army said.",
        "Indian troops opened fire on Pakistani posts on Sunday night, Pakistan's army said.",
    ),
    "a rival who claims it": (
        "Gunmen attacked an army post in Djibo. The government blamed JNIM for the attack.",
        "Islamic State Sahel Province claimed responsibility for the attack on a post in Djibo.",
    ),
    "two who hold a village": (
        "Russian forces captured the village of Novopil, the Russian defence ministry said.",
        "Ukrainian troops still hold the village of Novopil, a spokesman said.",
    ),
}
AGREE = {
    "a strike of the next day": (
        "A Russian drone hit a school in Kharkiv on Monday, wounding two people.",
        "A Russian missile hit a factory in Kharkiv on Wednesday, wounding four people.",
    ),
    "another denial": (
        "Government troops raided a village near Aleppo on Tuesday and arrested 20 men.",
        "The government denied that its troops had shelled Idlib on Tuesday.",
    ),
    "arson is not the fire": (
        "A fire broke out in a forest near Megara on Saturday and burned 30 houses.",
        "Police denied that the fire near Megara was arson.",
    ),
    "soldiers are not civilians": (
        "Jihadists killed 11 soldiers in an ambush near Gao on Sunday.",
        "No civilians were killed in the ambush near Gao, the mayor said.",
    ),
    "who is blamed claims it": (
        "The government blamed al Shabaab for the attack on a hotel in Mogadishu on Sunday.",
        "Al Shabaab claimed responsibility for the attack on the hotel in Mogadishu.",
    ),
}


def between(*texts):
    """How the claims of reports by two outlets of one day stand to each other."""
    with Desk.open(":memory:") as desk:
        for outlet, text in zip(("Daily Courier", "Evening Star"), texts, strict=True):
            desk.add(tocsin.read(text, published="2026-02-05", publisher=outlet))
        weighed = desk.weighed()
        return {one.kind for one in weighed.relations if one.kind in AGAINST and not one.why_not}


@pytest.mark.parametrize("texts", CONTRADICT.values(), ids=CONTRADICT)
def test_what_cannot_both_be_true_contradicts(texts):
    assert between(*texts)


@pytest.mark.parametrize("texts", AGREE.values(), ids=AGREE)
def test_what_only_looks_alike_does_not(texts):
    assert not between(*texts)

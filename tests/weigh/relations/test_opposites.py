"""What has ended for one still holds for another, who tells it no earlier."""

from dataclasses import replace

import pytest
from deeds import KYIV, kinds, one
from tellings import on

STATUS = [("contradicts", ("status",))]


def taken(publisher="A", day=7, by="Rapid Support Forces", to="the town", **parts):
    text = f"{by} captured {to} of Kyiv"
    return one(text, "captured", "capture-of-territory", by=by, to=to, publisher=publisher, day=day,
               **parts)  # fmt: skip


def held(publisher="B", day=7, by="the army", to="the town", **parts):
    text = f"{by} controls {to} of Kyiv"
    return one(text, "controls", "capture-of-territory", by=by, to=to, publisher=publisher, day=day,
               status="ongoing", **parts)  # fmt: skip


def test_a_town_that_one_has_taken_another_still_holds():
    assert kinds(taken(), held()) == STATUS
    assert kinds(taken(), held(day=8)) == STATUS
    assert kinds(taken(to="post"), held(to="post", by="Ukraine"), stories=False) == []


def test_who_held_it_before_says_nothing_against():
    assert kinds(taken(day=8), held(day=7)) == []
    assert kinds(taken(day=2), held(day=9)) == []


def test_two_bodies_of_one_side_and_two_towns_do_not_contradict():
    assert kinds(taken(by="Ukraine"), held(by="the army")) == []
    assert kinds(taken(by="Ukraine"), held(by="Ukrainian troops")) == []
    assert kinds(taken(to="a school"), held(to="a bridge")) == []


def test_what_is_counted_is_compared_as_a_figure():
    text = "Rapid Support Forces captured 3 posts of Kyiv"
    posts = one(text, "captured", "capture-of-territory", by="Rapid Support Forces", to="3 posts")
    figure = replace(posts.claims[0], quantity=_three())
    assert kinds(replace(posts, claims=(figure,)), held(to="posts")) == []


def _three():
    from tellings import figure_in

    return figure_in("3 posts")


def left(by="Rwanda", day=7, **parts):
    text = f"{by} withdrew from Kyiv"
    return one(text, "withdrew", "withdrawal", by=by, place=KYIV, publisher="A", day=day, **parts)


def there(by="Rwandan troops", day=8, publisher="B", **parts):
    text = f"{by} remain in Kyiv"
    words = {"status": "ongoing", "place": KYIV, **parts}
    return one(text, "remain", "deployment", by=by, publisher=publisher, day=day, **words)


def test_who_has_left_is_still_there():
    assert kinds(left(), there()) == STATUS
    assert kinds(left(), there("Ugandan troops")) == []
    assert kinds(left(), there(place=None)) == []
    assert kinds(left(polarity="denied"), there()) == []


def hostages(trigger, publisher, day=7, **parts):
    text = f"the hostages were {trigger}"
    return one(text, trigger, "abduction-or-detention", to="the hostages of the bank",
               publisher=publisher, day=day, **parts)  # fmt: skip


def test_freed_hostages_of_one_bank_are_held():
    assert kinds(hostages("freed", "A"), hostages("held", "B")) == STATUS


def gyang(trigger, publisher, day=7, **parts):
    text = f"Philip Gyang was {trigger}"
    return one(
        text, trigger, "casualties", to="Philip Gyang", publisher=publisher, day=day, **parts
    )


@pytest.mark.parametrize(("source", "kind"), [(None, "contradicts"), ("Police", "corrects")])
def test_a_dead_man_is_alive(source, kind):
    found = kinds(gyang("killed", "A", source=source), gyang("wounded", "B", 8, source=source))
    assert found == [(kind, ("status",))]


def test_who_was_wounded_may_die():
    assert kinds(gyang("wounded", "A", time=on(6)), gyang("killed", "B", 8)) == []

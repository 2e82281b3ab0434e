"""A figure that leaves out what it counts is a claim of its own, with its own place and part."""

import pytest

import tocsin


def read(text):
    claims = tocsin.read(text, published="2024-12-23", language="en").claims
    return [claim for claim in claims if claim.quantity]


def placed(text):
    return {(c.quantity.best, c.place.text if c.place else None) for c in read(text)}


def targets(text):
    parts = ((c.quantity.best, r.text) for c in read(text) for r in c.roles if r.role == "target")
    return dict(parts)


def test_each_place_has_the_figure_that_stands_before_it():
    text = "The clashes left 18 people dead in Omdurman and seven in Bahri."
    assert placed(text) == {(18, "Omdurman"), (7, "Bahri")}


def test_the_dead_that_are_parted_by_place_are_counted_in_each():
    text = "Fourteen people were killed. Nine of the dead were in Sofala and five in Zambezia."
    assert placed(text) == {(14, None), (9, "Sofala"), (5, "Zambezia")}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The strike killed nine people, five of them children.", (5, "children")),
        ("The blast killed 22 people, including six women.", (6, "six women")),
        ("Fourteen soldiers died, among them two officers.", (2, "two officers")),
        ("Gunmen killed 11 villagers, three of whom were teachers.", (3, "teachers")),
    ],
)
def test_a_part_of_those_counted_is_a_claim_about_the_part(text, part):
    assert part in targets(text).items()


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed 29 people in Homs. The institute gives 40 for Homs.",
        "The raid killed 29 people in Homs. Activists say the true figure is more than 40.",
        "The police arrested 29 people. Lawyers have the names of 40.",
        "The army claims to have killed 29 rebels; the rebels acknowledge 40.",
    ],
)
def test_a_bare_figure_counts_what_was_counted_before(text):
    first, second = read(text)
    assert (first.quantity.best, second.quantity.low) == (29, 40)
    assert (second.event.type, second.status) == (first.event.type, first.status)


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed 29 people. The ministry gave 40 million dollars.",
        "The raid killed 29 people. The group was founded in 2012.",
        "The raid killed 29 people. The mayor said he was 40.",
        "The raid killed 29 people on 3 March and in May.",
        "The raid killed 29 people. The team won 40 games.",
    ],
)
def test_a_figure_of_something_else_is_no_toll(text):
    assert [c.quantity.best for c in read(text) if c.event.type == "casualties"] == [29]


def test_a_toll_that_a_verb_gives_is_told_once():
    assert len(read("The raid killed 29 people. The mayor put the death toll at 83.")) == 2


def test_the_killed_and_the_wounded_of_one_clause_are_counted_apart():
    found = [(c.event.text, c.quantity.best) for c in read("Five men were killed and 11 wounded.")]
    assert found == [("killed", 5), ("wounded", 11)]


def test_some_of_those_counted_before_are_a_part_of_them():
    first, second = read("The army killed 29 rebels. Seven of the rebels were foreigners.")
    assert (first.quantity.best, second.quantity.best) == (29, 7)
    assert [r.text for r in second.roles if r.role == "target"] == ["foreigners"]


def test_where_people_are_does_not_say_how_many_they_are():
    (claim,) = read("Some 2,000 people are in 40 shelters.")
    assert claim.quantity.best == 2000


def test_a_part_in_another_place_is_counted_there():
    text = "Police detained 112 people, 40 of them in Potosi."
    assert (40, "Potosi") in placed(text)

"""A text told anew in other words goes back to the text it was made from."""

from random import Random

import pytest
from builders import a_carried, prose

from tocsin.records import Mention
from tocsin.weigh.copies import find_origins

AGENCY = Mention(name="GGP", text="GGP", span=(0, 3), role="credit", kind="agency")
CITED = Mention(name="GGP", text="told GGP", span=(0, 8), role="citation", kind="media")


def at_site(text, site, day=23, *mentions):
    at = (2024, 12, day) if day else None
    address = f"https://{site}.example/a"
    return a_carried(text, None, at, url=address, publisher=site, mentions=mentions)


def anew(text, kept, fresh=9, count=100):
    """Return `kept` of the words of `text`, last first, so that no run is left, and new ones."""
    old = text.split()[:kept]
    return " ".join([*reversed(old), *prose(fresh, count - kept).split()])


def origins_of(*carried):
    return [[member.sighting for member in origin.members] for origin in find_origins(carried)]


def test_a_text_in_other_words_is_a_rewrite_that_says_how_much_of_it_is_left():
    one, other = at_site(prose(1, 100), "post"), at_site(anew(prose(1, 100), 70), "times", 24)
    (origin,) = find_origins([other, one])
    first, second = origin.members
    assert (first.sighting, second.how, second.follows) == (one.sighting, "rewrite", one.sighting)
    shown = second.evidence[0]
    assert shown.kind == "words"
    assert 0.5 < shown.share < 0.8
    assert shown.text == f"tells in other words {shown.share:.0%} of what the briefer text tells"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(at_site(anew(prose(1, 100), 35), "times"), id="two who were both there"),
        pytest.param(at_site(anew(prose(1, 100), 70), "times", 26), id="three days later"),
        pytest.param(at_site(anew(prose(1, 100), 70), "post"), id="a site's own next page"),
        pytest.param(at_site(anew(prose(1, 100), 20, count=24), "times"), id="too few words"),
    ],
)
def test_what_is_not_retold_is_an_origin_of_its_own(other):
    assert len(origins_of(at_site(prose(1, 100), "post"), other)) == 2


@pytest.mark.parametrize("day", [24, None])
def test_who_cites_an_agency_needs_less_of_its_text(day):
    wire = at_site(prose(1, 100), "ggp", 23, AGENCY)
    report = at_site(anew(prose(1, 100), 40), "times", day, CITED)
    (origin,) = find_origins([wire, report])
    assert (origin.name, origin.kind) == ("GGP", "wire")
    assert [member.how for member in origin.members] == ["first", "cites"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(at_site(anew(prose(1, 100), 15), "times", 24, CITED), id="another thing"),
        pytest.param(at_site(anew(prose(1, 100), 40), "times", 27, CITED), id="days later"),
        pytest.param(at_site(anew(prose(1, 100), 40), "times", 24), id="nobody cited"),
    ],
)
def test_who_cites_an_agency_for_other_things_does_not_retell_it(other):
    assert len(origins_of(at_site(prose(1, 100), "ggp", 23, AGENCY), other)) == 2


def test_words_that_everybody_uses_tell_little():
    usual = prose(1, 60).split()
    texts = [
        " ".join([*Random(seed).sample(usual, 60), *prose(seed, 40).split()])
        for seed in range(2, 72)
    ]
    assert len(origins_of(*(at_site(text, f"s{n}") for n, text in enumerate(texts)))) == 70


def test_a_rewrite_of_one_text_that_borrows_a_passage_goes_with_the_passage():
    agency, rival = at_site(prose(1, 100), "agency", 22), at_site(prose(2, 100), "rival", 22)
    text = f"{anew(prose(1, 100), 60, count=60)} {prose(2, 40)}"
    mixed = at_site(text, "times", 23)
    assert [rival.sighting, mixed.sighting] in origins_of(agency, rival, mixed)

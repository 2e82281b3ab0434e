"""Who answers for a claim: one name for one source, and nobody for somebody unnamed."""

from dataclasses import replace

import pytest
from tellings import carry, said

from tocsin.weigh.answering import Answering


def told(number, source=None, publisher="Post", kind="organisation", url=None):
    text = f"{number} troops came, {source} said"
    one = said(text, trigger="came", type="deployment", source=source, publisher=publisher)
    claim = one.claims[0]
    claim = replace(claim, sources=tuple(replace(link, kind=kind) for link in claim.sources))
    return replace(carry(claim, publisher=publisher), url=url)


def answer(*carried):
    answering = Answering(carried)
    return [answering.of(one.claims[0], one)[0] for one in carried]


def test_a_source_is_one_whatever_its_article_and_case_and_goes_by_the_commonest_name():
    names = ("The White House", "White House", "White House", "WHITE HOUSE")
    assert answer(*(told(n, name) for n, name in enumerate(names))) == ["White House"] * 4


def test_an_outlet_that_is_cited_is_the_one_that_publishes():
    carried = told(1, publisher="THE POST"), told(2, publisher="The Post"), told(3, "Post", "A")
    assert len(set(answer(*carried))) == 1


def test_a_person_is_one_under_the_fullest_name():
    carried = told(1, "Zelensky", kind="person"), told(2, "Volodymyr Zelenskyy", kind="person")
    assert answer(*carried) == ["Volodymyr Zelenskyy"] * 2


@pytest.mark.parametrize("name", ["a US official", "two Western diplomats", "Israeli officials"])
def test_who_has_no_name_is_nobody_that_could_be_asked_again(name):
    one = told(1, name, "Daily", kind="role")
    assert Answering([one]).of(one.claims[0], one) == ("Daily", "publisher")


@pytest.mark.parametrize("name", ["The Syrian foreign minister", "A spokesman for the Kremlin"])
def test_who_holds_an_office_or_speaks_for_a_body_answers_himself(name):
    assert answer(told(1, name, "Daily", kind="role")) == [name]


def test_two_outlets_of_one_name_at_two_sites_are_two():
    one = told(1, publisher="The Post", url="https://www.post.example/a")
    other = told(2, publisher="The Post", url="https://thepost.example/b")
    loose = told(3, publisher="The Post")
    names = ["The Post (post.example)", "The Post (thepost.example)", "The Post"]
    assert answer(one, other, loose) == names


def test_one_outlet_with_five_addresses_is_one():
    hosts = ("post.com", "www.post.com", "news.post.com", "m.post.com", "post.co.uk")
    carried = [told(n, publisher="Post", url=f"https://{host}/x") for n, host in enumerate(hosts)]
    assert answer(*carried) == ["Post"] * 5


def test_a_report_without_a_publisher_is_known_by_where_it_stands():
    assert answer(told(1, publisher=None, url="https://a.example/x")) == ["https://a.example/x"]

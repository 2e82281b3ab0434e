"""Which carriers are one page, and which are one site."""

import pytest
from builders import a_carried

from tocsin.weigh.copies.addresses import page, page_of, site_of, slug_of


@pytest.mark.parametrize(
    "url",
    [
        "https://www.a.example/x",
        "http://a.example/x/",
        "https://m.a.example/x?utm_source=rss&utm_medium=feed",
        "https://A.example/x#comments",
        "https://a.example:443/x/amp",
    ],
)
def test_variants_of_an_address_are_one_page(url):
    assert page(url) == page("https://a.example/x")


@pytest.mark.parametrize(
    "url", ["https://a.example/y", "https://b.example/x", "https://a.example/x?id=2"]
)
def test_other_addresses_are_other_pages(url):
    assert page(url) != page("https://a.example/x")


def test_a_file_without_address_is_its_own_page_and_nothing_is_too():
    assert page_of(a_carried(file="a.json")) != page_of(a_carried(file="b.json"))
    assert page_of(a_carried(sighting="1")) != page_of(a_carried(sighting="2"))


def test_two_outlets_of_one_name_are_two_sites():
    one = a_carried(url="https://post.example/1", publisher="The Post")
    other = a_carried(url="https://post.test/1", publisher="The Post")
    assert site_of(one) != site_of(other)


def test_without_address_the_publisher_is_the_site():
    assert site_of(a_carried(publisher="The  Post")) == site_of(a_carried(publisher="the post"))
    assert site_of(a_carried()) == ""


def test_the_words_of_an_address_are_those_of_its_longest_part():
    url = "https://a.example/world/2024/12/23/troops-have-left-kursk-123"
    assert slug_of(a_carried(url=url)) == ("troops", "have", "left", "kursk", "123")


@pytest.mark.parametrize("url", ["", "no address", "https://", "mailto:x@a.example"])
def test_an_odd_address_is_no_exception(url):
    one = a_carried(url=url)
    assert (page_of(one), site_of(one), slug_of(one)) is not None

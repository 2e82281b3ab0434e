import pytest

from tocsin.collect.sites import is_address, site_of


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://news.bbc.co.uk/a/b?c", "bbc.co.uk"),
        ("https://en.yna.co.kr/view/1", "yna.co.kr"),
        ("https://www.gov.uk/news", "gov.uk"),
        ("http://127.0.0.1:8000/a", "127.0.0.1"),
        ("http://localhost/a", "localhost"),
        ("https://example.org./x", "example.org"),
        ("not an address", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_a_site_is_the_registrable_domain(url, site):
    assert site_of(url) == site


def test_only_http_addresses_are_followed():
    assert is_address("HTTPS://a.example")
    assert not is_address("ftp://a.example")
    assert not is_address("a.txt")

"""Only safe addresses become links."""

import pytest

from tocsin.show.pages import safe_url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "//x",
        "http://[",
        "ftp://x/y",
        "",
    ],
)
def test_only_web_addresses_become_links(url):
    assert safe_url(url) is None

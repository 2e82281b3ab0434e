"""Who is a source of a claim, and who only does what it tells."""

import pytest

import tocsin


def sources(text, kind):
    reading = tocsin.read(text, published="2024-12-23", language="en")
    return [[s.name for s in c.sources] for c in reading.claims if c.event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The group threatened to attack the port.", "attack", [["The group"]]),
        ("The rebels mined the tanker, threatening an oil spill.", "disaster", [[]]),
    ],
)
def test_who_threatens_is_the_source_of_a_deed_and_of_no_mishap(text, kind, who):
    assert sources(text, kind) == who

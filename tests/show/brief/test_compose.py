"""Claims stand in their sections, in an order that helps."""

from datetime import date

from show.samples import TEXT, a_claim, a_reading

from tocsin.show.brief import compose
from tocsin.show.brief.page import gaps


def section(brief, key):
    return next((s for s in brief.sections if s.key == key), None)


def test_forecasts_come_in_the_order_of_their_deadlines():
    claims = [
        a_claim(TEXT, words, "may", "weapons-test", status="predicted", deadline=due)
        for words, due in [
            ("may test-fire a missile by the end", None),
            ("may test-fire a missile by", date(2025, 1, 20)),
            ("may test-fire", date(2024, 12, 31)),
        ]
    ]
    found = section(compose([a_reading(TEXT, tuple(claims))]), "forecasts")
    assert [line.claim.deadline for line in found.lines] == [
        date(2024, 12, 31),
        date(2025, 1, 20),
        None,
    ]


def test_lines_beyond_the_limit_are_counted_not_hidden():
    brief = compose([a_reading()], limit=1)
    assert (len(brief.lines), brief.left_out) == (1, 2)
    assert "2 older lines beyond the limit" in gaps(brief)

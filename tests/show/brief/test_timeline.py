"""The timeline draws every dated line."""

from datetime import UTC, datetime

from show.samples import a_claim, a_reading

from tocsin.show.brief import compose


def test_the_timeline_draws_every_dated_line():
    other = a_reading(
        "Forces attacked.",
        (a_claim("Forces attacked.", "Forces attacked", "attacked", "attack"),),
        published=datetime(2024, 12, 20, tzinfo=UTC),
    )
    drawn = compose([a_reading(), other]).timeline
    assert drawn.step == "day"
    assert [bar.label for bar in drawn.bars] == [
        "20 Dec 2024: 1 occurred",
        "23 Dec 2024: 1 ongoing",
        "23 Dec 2024: 1 predicted",
        "23 Dec 2024: 1 denied",
    ]


def test_one_day_needs_no_timeline():
    assert compose([a_reading()]).timeline is None

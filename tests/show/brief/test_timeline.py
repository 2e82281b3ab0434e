"""The timeline draws every dated line."""

from datetime import UTC, datetime, timedelta

import pytest
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
        "20 Dec 2024: 1 happened",
        "23 Dec 2024: 1 under way",
        "23 Dec 2024: 1 forecast",
        "23 Dec 2024: 1 denied",
    ]


def test_one_day_needs_no_timeline():
    assert compose([a_reading()]).timeline is None


@pytest.mark.parametrize(
    ("days", "step", "label"),
    [
        (3, "day", "20 Dec 2024"),
        (100, "week", "week of 9 Sep 2024"),
        (400, "month", "Nov 2023"),
        (3000, "year", "2016"),
    ],
)
def test_the_longer_the_period_the_longer_the_step(days, step, label):
    text = "Forces attacked."
    early = datetime(2024, 12, 23, tzinfo=UTC) - timedelta(days=days)
    claim = a_claim(text, "Forces attacked", "attacked", "attack")
    drawn = compose([a_reading(), a_reading(text, (claim,), published=early)]).timeline
    assert drawn.step == step
    assert drawn.bars[0].label == f"{label}: 1 happened"
    assert sum(bar.height for bar in drawn.bars[1:]) <= drawn.height
    assert len(drawn.ticks) <= 7

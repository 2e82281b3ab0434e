"""Figures of one kind stand side by side."""

from datetime import UTC, datetime

from show.samples import Page, a_claim, a_quantity, a_reading

from tocsin.show.brief import compose, page


def test_figures_of_one_kind_stand_side_by_side_in_order_of_publication():
    early, late = datetime(2024, 10, 18, tzinfo=UTC), datetime(2024, 12, 23, tzinfo=UTC)
    readings = [
        a_reading(
            text := f"About {low:,} soldiers left.",
            (
                a_claim(
                    text,
                    f"About {low:,} soldiers left",
                    "left",
                    quantity=a_quantity(text, f"{low:,}", low=low, high=high, of="soldiers"),
                ),
            ),
            published=when,
        )
        for low, high, when in [(12000, None, late), (1500, 1500, early)]
    ]
    [group] = compose(readings).figures
    assert [row.quantity.low for row in group.rows] == [1500, 12000]
    assert (group.low, group.high) == (1500, 12000)
    assert group.rows[1].to is None
    assert "≥ 12,000" in Page(page(compose(readings))).text

"""Claims as columns: the same rows in pandas, polars and plain Python."""

import pandas as pd
import polars as pl
from builders import a_claim, a_reading

from tocsin.records import Quantity, Role
from tocsin.run.frames import COLUMNS, claims_table


def a_full_reading():
    roles = (
        Role(role="actor", text="North Korea", span=(0, 11), name="North Korea", kind="state"),
    )
    figure = Quantity(
        span=(21, 32), text="about 3,000", low=3000, high=3000, bound="about", of="troops"
    )
    return a_reading(a_claim(roles=roles, quantity=figure))


def test_a_claim_is_a_row_with_its_report():
    table = claims_table(a_full_reading())
    row = {name: column[0] for name, column in table.items()}
    assert (row["type"], row["actor"], row["low"], row["of"]) == (
        "deployment",
        "North Korea",
        3000,
        "troops",
    )
    assert row["publisher"] == "Demo Post"
    assert row["target"] is None


def test_pandas_and_polars_take_the_columns_as_they_are():
    table = claims_table([a_full_reading(), a_reading()])
    assert list(pd.DataFrame(table).columns) == list(COLUMNS)
    assert pl.DataFrame(table).height == 2


def test_no_claims_are_columns_without_rows():
    table = claims_table([])
    assert list(table) == list(COLUMNS)
    assert not any(table.values())

"""No cell of a CSV file is a formula to a spreadsheet, and every file reads back."""

import csv
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.show.cells import cell, csv_line, csv_lines


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_a_text_that_a_spreadsheet_would_run_is_only_text(text):
    assert cell(text) == f"'{text}"


def test_numbers_dates_and_truth_stay_what_they_are():
    assert [cell(v) for v in (-3, 2.5, True, None)] == ["-3", "2.5", "true", ""]
    assert cell(date(2024, 12, 23)) == "2024-12-23"
    assert cell(datetime(2024, 12, 23, 9, tzinfo=UTC)) == "2024-12-23T09:00:00+00:00"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\0")), min_size=2))
def test_a_line_reads_back_as_its_cells(texts):
    [row] = (
        csv.reader([*csv_line(texts).splitlines(keepends=True)])
        if all(t.isprintable() for t in texts)
        else [[cell(t) for t in texts]]
    )
    assert row == [cell(text) for text in texts]


def test_a_missing_column_is_an_empty_cell():
    assert list(csv_lines(("a", "b"), [{"a": 1}])) == ["a,b", "1,"]

"""What people see, kept as snapshots: a change to a screen is a change that somebody looked at."""

import pytest
from show.samples import a_reading

from tocsin.show.brief import compose, markdown

CLAIM, FORECAST, DENIAL = (claim.id for claim in a_reading().claims)


@pytest.mark.parametrize(
    "command",
    [("claims",), ("reports",), ("search", "missile"), ("why", FORECAST), ("why", DENIAL)],
    ids=" ".join,
)
def test_a_screen_looks_as_it_did(tocsin, desk, snapshot, command):
    assert tocsin(*command, "--db", desk).out == snapshot


def test_a_report_looks_as_it_did(tocsin, desk, snapshot):
    assert tocsin("report", a_reading().report.id, "--db", desk).out == snapshot


def test_a_brief_reads_as_it_did(snapshot):
    assert markdown(compose([a_reading()])) == snapshot

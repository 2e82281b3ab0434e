"""A dateline is cut off, and what only looks like one is not."""

import pytest

from tocsin.read.datelines import dateline_end

DATELINES = [
    "SEOUL — |South Korea's spy agency said so.",
    "KYIV, Ukraine (AP) — |Russian drones hit the port.",
    "WASHINGTON, Dec. 23 (Reuters) - |The president spoke.",
    "UNITED NATIONS, 4 May 2023 -- |“We warn,” he said.",
    "Khartoum, 4 May 2023 – |Fighting went on.",
    "Geneva (Reuters) - |The agency warned.",
]
SENTENCES = [
    "NATO — which has 32 members — said no.",
    "Kim Jong Un — the leader — said no.",
    "The army said – and meant – no.",
    "A well-known general spoke.",
    "On 4 May – a Thursday – they left.",
    "US-led forces struck the port.",
]


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_ends_where_the_report_begins(text):
    plain = text.replace("|", "")
    assert dateline_end(plain, 0, len(plain)) == text.index("|")


@pytest.mark.parametrize("text", SENTENCES)
def test_a_dash_alone_makes_no_dateline(text):
    assert dateline_end(text, 0, len(text)) is None


def test_a_place_before_a_colon_counts_only_at_the_top_of_a_long_passage():
    text = "Seoul: South Korea's military said on Monday that " + "the North is preparing " * 3
    assert dateline_end(text, 0, len(text), top=True) == len("Seoul: ")
    assert dateline_end(text, 0, len(text)) is None


def test_a_long_run_of_capitals_takes_no_time():
    text = "A" * 100_000 + " - " + "B, " * 10_000
    assert dateline_end(text, 0, len(text), top=True) is None

"""The demo corpus keeps its promises: short, plainly invented outlets, copies, a correction."""

import json
from collections import Counter
from datetime import datetime
from importlib.resources import files

from tocsin.run.demo import corpus

REPORTS = [json.loads(line) for line in corpus().read_text(encoding="utf-8").splitlines()]


def test_there_are_at_least_twelve_short_reports():
    assert len(REPORTS) >= 12
    assert not [r["title"] for r in REPORTS if not 80 <= len(r["text"].split()) <= 220]


def test_every_report_is_dated_signed_and_plainly_written_for_the_demo():
    for report in REPORTS:
        assert datetime.fromisoformat(report["published"]).tzinfo
        assert report["url"].startswith("https://example.org/")
        assert report["byline"]
        assert report["publisher"]
        assert report["licence"] == "CC0-1.0"
        assert "invented" in report["note"]
    assert (files("tocsin.run.demo") / "LICENSE.md").is_file()


def test_one_text_stands_at_two_outlets_and_once_shortened_under_another_headline():
    [(text, count)] = [(t, n) for t, n in Counter(r["text"] for r in REPORTS).items() if n > 1]
    shortened = [r for r in REPORTS if r["text"] != text and text.startswith(r["text"])]
    titles = {r["title"] for r in REPORTS if r["text"] == text}
    assert count == 2
    assert len(shortened) == 1
    assert shortened[0]["title"] not in titles


def test_one_report_is_corrected_at_its_own_address():
    urls = Counter(r["url"] for r in REPORTS)
    [url] = [url for url, count in urls.items() if count > 1]
    first, second = [r["text"] for r in REPORTS if r["url"] == url]
    assert "Correction" in second
    assert "Correction" not in first

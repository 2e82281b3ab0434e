"""The brief says only what the claims' own words say, and report text in it cannot act."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from show.samples import TEXT, a_claim, a_quantity, a_reading, a_report, a_source, likely, span_of

from tocsin.records import Phrase, Response
from tocsin.show.brief import compose, markdown, page
from tocsin.show.brief.markdown import escaped
from tocsin.show.brief.page import gaps
from tocsin.show.pages import safe_url


class Page(HTMLParser):
    """What a browser would make of a page: its elements, their attributes, its visible text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.words, self._skip = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._skip = tag in ("style", "script")

    def handle_endtag(self, tag):
        self._skip = False

    def handle_data(self, words):
        if not self._skip:
            self.words.append(words)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def section(brief, key):
    return next((s for s in brief.sections if s.key == key), None)


HOSTILE = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> [a](javascript:alert(3)) ]]>"


def hostile_reading():
    text = f"Troops moved. {HOSTILE} forces attacked, {HOSTILE} said."
    claim = a_claim(
        text,
        f"{HOSTILE} forces attacked",
        "attacked",
        "attack",
        sources=(a_source(text, HOSTILE),),
        condition=Phrase(text=HOSTILE, span=span_of(text, HOSTILE)),
    )
    return a_reading(
        text, (claim,), title=HOSTILE, publisher=HOSTILE, url="javascript:alert(4)", file=HOSTILE
    )


def test_every_claim_stands_in_one_section_with_its_words_and_its_id():
    brief = compose([a_reading()])
    assert {s.key for s in brief.sections} == {"ongoing", "forecasts", "denied"}
    seen = Page(page(brief))
    for claim in a_reading().claims:
        assert f"“{claim.quote}”" in seen.text or claim.quote in seen.text
        assert [a for a in seen.all("details") if a["id"] == claim.id]
        assert f"tocsin why {claim.id}" in seen.text


def test_the_words_are_highlighted_in_their_sentences():
    html = page(compose([a_reading()]))
    assert '<mark class="claim event">were in</mark>' in html
    assert '<mark class="source">South Korea&#39;s military</mark>' in html


def test_hostile_report_text_is_inert_in_the_page():
    seen = Page(page(compose([hostile_reading()])))
    assert len(seen.all("script")) == 1
    assert not seen.all("img")
    assert not [a for _, attrs in seen.elements for a in attrs if a.startswith("on")]
    assert not [a for a in seen.all("a") if not a["href"].startswith(("#", "https://", "http://"))]
    assert "<script>alert(1)</script>" in seen.text


def test_the_pages_policy_allows_its_own_script_and_no_request():
    seen = Page(page(compose([a_reading()])))
    [policy] = [m["content"] for m in seen.all("meta") if "http-equiv" in m]
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[\w+/=]{44}'", policy)
    requests = {"src", "srcset", "data", "poster", "action"}
    assert not [a for _, attrs in seen.elements for a in attrs if a in requests]
    assert not seen.all("link")


def test_hostile_report_text_is_inert_in_markdown():
    drawn = MarkdownIt("js-default", {"html": True}).render(markdown(compose([hostile_reading()])))
    seen = Page(drawn)
    assert not {"script", "img", "a"} & {tag for tag, _ in seen.elements}
    assert "<script>alert(1)</script>" in seen.text


@pytest.mark.parametrize("text", ["# heading", "1. list", "- list", "> quote", "a|b", "`code`"])
def test_markdown_signs_are_escaped(text):
    assert "\\" in escaped(text)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "//x",
        "http://[",
        "ftp://x/y",
        "",
    ],
)
def test_only_web_addresses_become_links(url):
    assert safe_url(url) is None


def test_equal_words_in_several_reports_are_one_line_that_names_them_all():
    copy = a_reading(TEXT + " ", publisher="Harbour Post", url="https://example.org/h")
    later = replace(copy.report, published=datetime(2024, 12, 24, tzinfo=UTC))
    brief = compose([replace(copy, report=later), a_reading()])
    assert len(brief.lines) == 3
    assert all(line.outlets == ["Demo Wire", "Harbour Post"] for line in brief.lines)
    assert brief.coverage.texts == 2


def test_the_very_same_text_elsewhere_is_counted_as_a_report_but_not_as_a_text():
    reading = a_reading()
    other = a_report(publisher="Harbour Post")
    brief = compose([reading], copies={reading.report.id: [other]})
    assert (brief.coverage.reports, brief.coverage.texts) == (2, 1)
    assert brief.lines[0].outlets == ["Demo Wire", "Harbour Post"]


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


def test_what_was_not_seen_is_said_first():
    foreign = replace(a_reading(claims=(), text="Neizvestno"), reader="none")
    foreign = replace(foreign, report=replace(foreign.report, language="ru"))
    undated = a_reading("No date.", (), published=None)
    brief = compose([foreign, undated], problems=["a.pdf: no text in it"])
    assert gaps(brief) == [
        "1 report in a language without a reader (ru)",
        "1 report without a known date",
        "a.pdf: no text in it",
    ]
    assert "Not seen here" in Page(page(brief)).text
    assert "no text in it" in markdown(brief)


def test_a_brief_of_nothing_says_that_nothing_is_known():
    assert "nothing is known about it" in Page(page(compose([]))).text


def test_lines_beyond_the_limit_are_counted_not_hidden():
    brief = compose([a_reading()], limit=1)
    assert (len(brief.lines), brief.left_out) == (1, 2)
    assert "2 older lines beyond the limit" in gaps(brief)


def test_a_likelihood_shows_its_number_and_no_certainty_beside_it():
    claim = a_claim(TEXT, "may test-fire", "may", likelihood=likely(), certainty="probable")
    made = markdown(compose([a_reading(TEXT, (claim,))]))
    assert "likely (55–80%, ICD 203)" in made
    assert "probable" not in made


def test_a_claim_that_answers_another_leads_to_it():
    first, *_, last = a_reading().claims
    answer = replace(last, responds_to=(Response(claim=first.id, how="denies"),))
    html = page(compose([a_reading(TEXT, (first, answer))]))
    assert f'denies <a href="#{first.id}">' in html


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

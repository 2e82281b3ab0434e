"""The page says only what the claims say, and report text in it cannot act."""

import re
from dataclasses import replace

from show.samples import TEXT, Page, a_reading, hostile_reading

from tocsin.records import Response
from tocsin.show.brief import compose, page


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


def test_a_brief_of_nothing_says_that_nothing_is_known():
    assert "nothing is known about it" in Page(page(compose([]))).text


def test_a_claim_that_answers_another_leads_to_it():
    first, *_, last = a_reading().claims
    answer = replace(last, responds_to=(Response(claim=first.id, how="denies"),))
    html = page(compose([a_reading(TEXT, (first, answer))]))
    assert f'denies <a href="#{first.id}">' in html

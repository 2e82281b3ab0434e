"""A notebook shows a reading with its claims marked, and hostile text stays text."""

from show.samples import Page, a_reading, hostile_reading

from tocsin.show.notebook import LONGEST, claim_html, reading_html


def test_a_reading_shows_its_text_with_the_claims_marked():
    reading = a_reading()
    html = reading_html(reading)
    assert '<mark class="claim event"' in html
    assert reading.report.text.replace("\n", " ").split("  ")[0][:40] in Page(html).text
    assert len(Page(html).all("details")) == len(reading.claims)


def test_a_claim_shows_its_sentence_and_where_it_was_published():
    reading = a_reading()
    seen = Page(claim_html(reading.claims[1], reading)).text
    assert reading.claims[1].quote in seen
    assert "Demo Wire, 23 Dec 2024" in seen


def test_a_claim_alone_shows_its_own_words():
    claim = a_reading().claims[0]
    assert claim.quote in Page(claim_html(claim)).text


def test_hostile_text_is_inert():
    reading = hostile_reading()
    for html in (reading_html(reading), claim_html(reading.claims[0], reading)):
        seen = Page(html)
        assert not seen.all("script")
        assert not seen.all("img")
        assert not [a for a in seen.all("a") if "javascript" in a["href"]]


def test_a_very_long_text_is_cut_in_the_display_only():
    seen = Page(reading_html(a_reading("word " * LONGEST, ())))
    assert len(seen.text) < LONGEST + 1000
    assert seen.text.endswith("…")

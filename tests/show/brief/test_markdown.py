"""The brief as Markdown: report text in it stays text."""

import pytest
from markdown_it import MarkdownIt
from show.samples import TEXT, Page, a_claim, a_reading, hostile_reading, likely

from tocsin.show.brief import compose, markdown
from tocsin.show.brief.markdown import escaped


def test_hostile_report_text_is_inert_in_markdown():
    drawn = MarkdownIt("js-default", {"html": True}).render(markdown(compose([hostile_reading()])))
    seen = Page(drawn)
    assert not {"script", "img", "a"} & {tag for tag, _ in seen.elements}
    assert "<script>alert(1)</script>" in seen.text


@pytest.mark.parametrize("text", ["# heading", "1. list", "- list", "> quote", "a|b", "`code`"])
def test_markdown_signs_are_escaped(text):
    assert "\\" in escaped(text)


def test_a_likelihood_shows_its_number_and_no_certainty_beside_it():
    claim = a_claim(TEXT, "may test-fire", "may", likelihood=likely(), certainty="probable")
    made = markdown(compose([a_reading(TEXT, (claim,))]))
    assert "likely (55–80%, ICD 203)" in made
    assert "probable" not in made

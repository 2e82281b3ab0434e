"""Every decision page has its line in the list, under its own title, and says why."""

from pathlib import Path

import pytest

DECISIONS = Path(__file__).parents[2] / "docs" / "decisions"
PAGES = sorted(DECISIONS.glob("0*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_decision_is_listed_and_tells_context_decision_and_cost(page):
    text = page.read_text(encoding="utf-8")
    title = text.splitlines()[0].lstrip("# ")
    assert f"- [{title}]({page.name})" in (DECISIONS / "README.md").read_text(encoding="utf-8")
    assert all(part in text.lower() for part in ("context", "decision", "cost"))

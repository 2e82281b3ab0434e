"""The brief: what the reports say, each line in their own words, with the way back to them."""

from tocsin.show.brief.compose import Brief, compose
from tocsin.show.brief.markdown import markdown
from tocsin.show.brief.page import page

__all__ = ["Brief", "compose", "markdown", "page"]

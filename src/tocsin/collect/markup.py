"""HTML to plain text by the means that its size and nesting allow; no page can bring it down."""

import re
from dataclasses import dataclass
from html import unescape

# Above these a page is hostile or no report, and the layout-aware extractors are too slow or
# crash (a tree 100,000 levels deep overflows their stack): measured, see decision 0012.
_MOST_TAGS = 60_000
_DEEPEST = 240
_MOST_ATTRIBUTES = 1_000
_DEEPEST_TREE = 5_000
_LARGEST_TREE = 20_000_000

# A quote may hold brackets; possessive, so that a page of open quotes costs one pass.
_QUOTED = r"\"[^\"]*\"|'[^']*'"
_TAG = re.compile(rf"<(/?)([a-zA-Z][\w:-]*)((?:[^\"'<>]++|{_QUOTED})*+)")
_VALUE = re.compile(_QUOTED)
# Tags without an end, or whose end is often left out.
_NO_DEPTH = frozenset(
    {"area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta"}
    | {"option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track"}
    | {"wbr"}
)
_UNREAD = re.compile(r"<(script|style|noscript|template|svg)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
_BLOCKS = frozenset(
    {"article", "blockquote", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p"}
    | {"section", "tr"}
)
_COMMENT = r"<!--.*?(?:-->|\Z)"
_COMMENTS = re.compile(_COMMENT, re.S)
_MARKUP = re.compile(rf"{_COMMENT}|</?([a-zA-Z][\w:-]*)(?:[^\"'<>]++|{_QUOTED})*+>|<[^<>]*>", re.S)
_BLANK = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many tags a page has, how deeply they nest, and the most attributes of one tag."""

    tags: int
    deepest: int
    attributes: int

    @property
    def is_odd(self) -> bool:
        """Whether no report is laid out so: the extractors would take minutes, or crash."""
        return (
            self.tags > _MOST_TAGS or self.deepest > _DEEPEST or self.attributes > _MOST_ATTRIBUTES
        )


def without_comments(html: str) -> str:
    """Return `html` without its comments, an unclosed one included."""
    return _COMMENTS.sub("", html)


def size_of(html: str) -> Size:
    """Return the size of `html`, found in one pass without building a tree."""
    tags = depth = deepest = attributes = 0
    for found in _TAG.finditer(html):
        tags += 1
        attributes = max(attributes, _attributes(found[3]))
        if found[2].lower() in _NO_DEPTH:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return Size(tags=tags, deepest=deepest, attributes=attributes)


def _attributes(words: str) -> int:
    # Few tags are long enough to be worth counting.
    return 0 if len(words) < 2 * _MOST_ATTRIBUTES else len(_VALUE.sub('"" ', words).split())


def plain_of(html: str, *, main: bool = False) -> str:
    """Return the words of `html` in paragraphs; with `main` those of its main content."""
    size = size_of(html)
    crowded = size.attributes > _MOST_ATTRIBUTES
    if crowded or size.deepest > _DEEPEST_TREE or len(html) > _LARGEST_TREE:
        return _stripped(html)
    from resiliparse.extract.html2text import extract_plain_text  # seldom needed

    # The parser takes no lone surrogates.
    safe = html.encode("utf-8", "replace").decode()
    text = extract_plain_text(
        safe, preserve_formatting=True, main_content=main, alt_texts=False, links=False
    )
    return _paragraphs(text)


def _paragraphs(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def _stripped(html: str) -> str:
    text = unescape(_MARKUP.sub(_gap, _UNREAD.sub(" ", html)))
    return _LINES.sub("\n\n", _BLANK.sub(" ", text)).strip()


def _gap(markup: re.Match[str]) -> str:
    return "\n" if (markup[1] or "").lower() in _BLOCKS else " "

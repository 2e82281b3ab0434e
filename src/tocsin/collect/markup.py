"""HTML to plain text by the means that its size and nesting allow; no page can bring it down."""

import re
from html import unescape

# Above these a page is hostile or no report, and the layout-aware extractors are too slow or
# crash (a tree 100,000 levels deep overflows their stack): measured, see decision 0012.
MOST_TAGS = 60_000
DEEPEST = 240
_DEEPEST_TREE = 5_000
_LARGEST_TREE = 20_000_000

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
_NO_DEPTH = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dd dt option tr td "
    "th thead tbody tfoot".split()
)
_UNREAD = re.compile(r"<(script|style|noscript|template|svg)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
_BLOCK = re.compile(r"</?(?:p|div|h[1-6]|li|tr|section|article|blockquote|br|hr)\b[^<>]*>", re.I)
_ANY = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.S)
_BLANK = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


def size_of(html: str) -> tuple[int, int]:
    """Return how many tags `html` has and how deeply they nest, in one pass."""
    tags = depth = deepest = 0
    for found in _TAG.finditer(html):
        tags += 1
        if found[2].lower() in _NO_DEPTH:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return tags, deepest


def plain_of(html: str, *, main: bool = False) -> str:
    """Return the words of `html` in paragraphs; with `main` those of its main content."""
    _, deepest = size_of(html)
    if deepest > _DEEPEST_TREE or len(html) > _LARGEST_TREE:
        return _stripped(html)
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - seldom needed

    # The parser takes no lone surrogates.
    safe = html.encode("utf-8", "replace").decode()
    text = extract_plain_text(
        safe, preserve_formatting=True, main_content=main, alt_texts=False, links=False
    )
    return _paragraphs(text)


def _paragraphs(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def _stripped(html: str) -> str:
    text = _BLOCK.sub("\n", _UNREAD.sub(" ", html))
    text = unescape(_ANY.sub(" ", text))
    return _LINES.sub("\n\n", _BLANK.sub(" ", text)).strip()

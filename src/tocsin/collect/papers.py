"""A PDF becomes a draft: the text layer of its pages, its lines joined where a word was split."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tocsin.collect.found import Draft, Found, Origin, trouble

_MOST_PAGES = 3000
_PASSWORD = 4
_SPLIT_WORD = re.compile("[\x02\ufffe\xad]\n")
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:\w{1,6} )?\d{1,4}(?: ?(?:/|of|\w{2,3}) ?\d{1,4})?\W{0,3}")
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_END = (".", "!", "?", ":", "”", '"', "»", ")")


def read_paper(data: bytes, origin: Origin) -> Iterator[Found]:
    """Yield the draft in a PDF, or the words for why it has none."""
    import pypdfium2  # type: ignore[import-untyped]  # slow to load, needed for PDF only

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        yield trouble(origin.where, _reason(error))
        return
    try:
        yield _draft(document, origin)
    finally:
        document.close()


def _reason(error: Exception) -> str:
    if getattr(error, "err_code", None) == _PASSWORD:
        return "the PDF is protected by a password: save a copy without it"
    return "the PDF is damaged: open it in a viewer and save it again"


def _draft(document: Any, origin: Origin) -> Found:  # noqa: ANN401 - the library has no types
    problems = []
    if len(document) > _MOST_PAGES:
        problems.append(f"{len(document)} pages: only the first {_MOST_PAGES} were read")
    pages = []
    for number in range(min(len(document), _MOST_PAGES)):
        try:
            pages.append(_page_lines(document[number]))
        except RuntimeError:
            # PdfiumError is a RuntimeError: one broken page costs only itself.
            problems.append(f"page {number + 1} is damaged: passed over")
    text = _text(pages)
    if not text.strip():
        return trouble(origin.where, "no text layer in the PDF: run OCR first")
    metadata = document.get_metadata_dict()
    return Draft(
        origin=origin,
        text=text,
        title=_title(metadata.get("Title"), text),
        made=_made(metadata.get("CreationDate")),
        loose=True,
        problems=tuple(problems),
    )


def _page_lines(page: Any) -> list[str]:  # noqa: ANN401 - as above
    found = page.get_textpage()
    text = str(found.get_text_range()).replace("\r\n", "\n").replace("\r", "\n")
    found.close()
    page.close()
    return [line.rstrip() for line in _SPLIT_WORD.sub("", text).split("\n")]


def _text(pages: list[list[str]]) -> str:
    edges = _running_lines(pages)
    kept = [_without_edges(page, edges) for page in pages]
    return "\n\n".join(_paragraphs(lines) for lines in kept if lines)


def _running_lines(pages: list[list[str]]) -> set[str]:
    # A line at the edge of most pages is a running head or foot, whatever page number it has.
    ends = Counter(_unnumbered(line) for page in pages for line in {*page[:1], *page[-1:]})
    return {line for line, count in ends.items() if count >= 3 and count * 2 > len(pages)}


def _unnumbered(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _without_edges(lines: list[str], edges: set[str]) -> list[str]:
    def is_edge(line: str) -> bool:
        return (
            not line.strip()
            or _unnumbered(line) in edges
            or _PAGE_NUMBER.fullmatch(line.strip()) is not None
        )

    start, end = 0, len(lines)
    while start < end and is_edge(lines[start]):
        start += 1
    while end > start and is_edge(lines[end - 1]):
        end -= 1
    return lines[start:end]


def _paragraphs(lines: list[str]) -> str:
    # A PDF keeps no paragraphs: one ends where a sentence ends well before the margin.
    widths = sorted(len(line) for line in lines if line)
    margin = widths[len(widths) * 3 // 4] if widths else 0
    text = []
    for line in lines:
        ends = line.endswith(_END) and len(line) < 0.8 * margin
        text.append(line + "\n\n" if ends else line + "\n")
    return "".join(text).strip("\n")


def _title(title: str | None, text: str) -> str | None:
    # Many programs write the file's name here: only a title that the first page prints counts.
    words = " ".join((title or "").split())
    return words if words and words.casefold() in " ".join(text[:3000].split()).casefold() else None


def _made(value: str | None) -> str | None:
    found = _PDF_DATE.match(value or "")
    return "-".join(found.groups()) if found else None

"""Quotations: where they stand, and which cue they belong to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tocsin.read.attribution.draft import Draft
from tocsin.read.syntax import Document, Token
from tocsin.records import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_QUOTE = re.compile(
    r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)|''(?:(?!'').)*(?:''|$)|„[^“”]*[“”]|«[^«»]*(?:»|$)"
)
_LETTER = re.compile(r"\w")
# A shorter stretch in quotation marks is a word that the author will not own, not an utterance.
_SHORTEST = 3


def quotations(text: str) -> list[Span]:
    """Return the stretches in quotation marks, marks included, cut at the ends of paragraphs."""
    return [
        (paragraph.start() + found.start(), paragraph.start() + found.end())
        for paragraph in _PARAGRAPH.finditer(text)
        for found in _QUOTE.finditer(paragraph[0])
        if _LETTER.search(found[0])
    ]


def bind_quotes(document: Document, drafts: list[Draft], quotes: Sequence[Span]) -> None:
    """Give each quotation to the draft whose cue stands nearest, in place.

    In order: a draft whose content the quotation overlaps; a verb of saying in one of the same
    sentences; the cue of the sentence before, if that ended in a quotation or a colon and nothing
    but the quotation follows.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    last: Draft | None = None
    for quote in quotes:
        held = list(tokens_in(document, quote))
        if len(held) < _SHORTEST:
            continue
        owner = _owner(document, quote, held, by_sentence) or _continued(
            document, quote, held, last
        )
        if owner is not None:
            owner.content.update((n, t.i) for n, t in held)
            last = owner


def tokens_in(document: Document, quote: Span) -> Iterator[tuple[int, Token]]:
    """Yield the tokens of a quotation with their sentences, over sentence ends."""
    number = document.sentence_at(quote[0])
    first = 0 if number is None else number
    for n in range(first, len(document.sentences)):
        sentence = document.sentences[n]
        if sentence.start >= quote[1]:
            return
        begin = bisect_left(sentence.tokens, quote[0], key=lambda t: t.start)
        end = bisect_left(sentence.tokens, quote[1], key=lambda t: t.start)
        yield from ((n, t) for t in sentence.tokens[begin:end])


def _owner(
    document: Document,
    quote: Span,
    held: Sequence[tuple[int, Token]],
    by_sentence: dict[int, list[Draft]],
) -> Draft | None:
    numbers = sorted({n for n, _ in held})
    inside = {(n, t.i) for n, t in held}
    near = [d for n in numbers for d in by_sentence.get(n, ())]
    outside = [d for d in near if not _within(d, quote)]
    overlapping = [d for d in outside if d.clausal and d.content & inside]
    if overlapping:
        return min(overlapping, key=lambda d: len(d.content - inside))
    waiting = [d for d in outside if d.awaits and d.heads]
    if waiting:
        return min(waiting, key=lambda d: _distance(d.verb, quote))
    return _introduced(document, numbers[0], quote, by_sentence)


def _within(draft: Draft, quote: Span) -> bool:
    return quote[0] <= draft.verb.start < quote[1]


def _distance(verb: Token, quote: Span) -> int:
    return max(quote[0] - verb.end, verb.start - quote[1], 0)


def _introduced(
    document: Document, number: int, quote: Span, by_sentence: dict[int, list[Draft]]
) -> Draft | None:
    """Return the cue of a sentence before that ends in a colon: "He continued:"."""
    if number == 0 or document.sentences[number].start < quote[0] - 1:
        return None
    before = document.sentences[number - 1]
    if before.tokens[-1].text != ":":
        return None
    waiting = [d for d in by_sentence.get(number - 1, ()) if d.heads and d.awaits]
    return waiting[-1] if waiting else None


def _continued(
    document: Document, quote: Span, held: Sequence[tuple[int, Token]], last: Draft | None
) -> Draft | None:
    """Return the draft whose quotation goes on: '…," he said. "…"'."""
    if last is None or not last.content:
        return None
    number = held[0][0]
    opens = document.sentences[number].start >= quote[0] - 1
    gap = document.text[_end(document, last) : quote[0]]
    near = number - max(last.sentence, *(n for n, _ in last.content)) <= 1
    return last if opens and near and gap.count("\n") <= 0 and len(gap) < 400 else None


def _end(document: Document, draft: Draft) -> int:
    sentence, token = max(draft.content | {(draft.sentence, draft.verb.i)})
    return document.sentences[sentence].tokens[token].end

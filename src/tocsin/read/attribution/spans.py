"""Tokens → character spans, without stray punctuation at their edges."""

from collections.abc import Iterable, Sequence

from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Span

_LOOSE = frozenset(",.;:–—-…")
# What ends no name: a preposition or an article whose noun has gone.
_DANGLING = frozenset({"case", "det", "mark", "cc", "punct"})
_BEYOND = ("parataxis", "conj", "cc", "discourse", "vocative", "dislocated", "advcl")


def span_of(tokens: Sequence[Token]) -> Span:
    """Return the characters from the first to the last of `tokens`."""
    return tokens[0].start, tokens[-1].end


def noun_phrase(
    sentence: Sentence, head: Token, edge: tuple[int, int] | None = None
) -> list[Token]:
    """Return the noun phrase of `head` with its appositions, without what is joined to it.

    `edge` is the first and last token that it may reach.
    """
    first, last = edge or (0, len(sentence.tokens) - 1)
    tokens = [t for t in sentence.subtree(head, without=_BEYOND) if first <= t.i <= last]
    cases = [t for t in sentence.children(head, "case", "mark") if t.i < head.i]
    case = {t.i for c in cases for t in sentence.subtree(c)}
    return _contiguous([t for t in tokens if t.i not in case], head)


def _contiguous(tokens: Sequence[Token], head: Token) -> list[Token]:
    places = {t.i: t for t in (*tokens, head)}
    first = last = head.i
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    return trimmed([places[i] for i in range(first, last + 1)])


def bare_name(
    sentence: Sentence, phrase: Sequence[Token], head: Token, days: Sequence[str]
) -> list[Token]:
    """Return what names a source, of its `phrase`: no relative clause, no day of the saying."""
    barred = set[int]()
    for token in phrase:
        dated = token.i != head.i and token.lemma.lower() in days
        if dated or (token.deprel == "acl:relcl" and token.i > head.i):
            barred.update(t.i for t in sentence.subtree(token))
    kept = _contiguous([t for t in phrase if t.i not in barred], head)
    whole = kept
    while kept[-1].i > head.i and kept[-1].rel in _DANGLING:
        kept = trimmed(kept[:-1])
    # "A report released on": the participle has lost what made it tell the report from others.
    alone = kept is not whole and kept[-1].rel == "acl"
    return trimmed(kept[:-1]) if alone and kept[-1].i > head.i else kept


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Return `tokens` without commas and stops at either end, at least one token."""
    first, last = 0, len(tokens) - 1
    while first < last and tokens[first].text in _LOOSE:
        first += 1
    while last > first and tokens[last].text in _LOOSE:
        last -= 1
    return list(tokens[first : last + 1])


def spans_of(document: Document, where: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the spans of tokens given as (sentence, token), one for each unbroken stretch."""
    rows: list[list[Token]] = []
    before: tuple[int, int] | None = None
    for number, i in sorted(where):
        token = document.sentences[number].tokens[i]
        if before is not None and _follows(document, before, (number, i)):
            rows[-1].append(token)
        else:
            rows.append([token])
        before = (number, i)
    kept = (trimmed(row) for row in rows)
    return tuple(span_of(row) for row in kept if not _is_loose(row))


def _follows(document: Document, before: tuple[int, int], now: tuple[int, int]) -> bool:
    if now[0] == before[0]:
        return now[1] == before[1] + 1
    last = document.sentences[before[0]].tokens[before[1]]
    first = document.sentences[now[0]].tokens[now[1]]
    ends = before[1] == len(document.sentences[before[0]].tokens) - 1 and now[1] == 0
    return ends and "\n" not in document.text[last.end : first.start]


def _is_loose(tokens: Sequence[Token]) -> bool:
    return not any(c.isalnum() for token in tokens for c in token.text)

"""The few words of a text that show where a query was found, for databases that cut none."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.keep.tokens import Token, tokens
from tocsin.keep.words import Query, Term
from tocsin.records import Span

WORDS = 24
# Enough to choose the best passage from; an endless text may hold a word ten thousand times.
MOST_MATCHES = 500


class Match(NamedTuple):
    """Where a term of a query was found: its first and last word, and which term."""

    first: int
    last: int
    term: int


class _Passage(NamedTuple):
    # How many terms it holds, and how many words of them.
    worth: tuple[int, int]
    text: str
    words: Sequence[Token]
    matches: Sequence[Match]


def snippet(texts: Sequence[str], query: Query) -> tuple[str, tuple[Span, ...]]:
    """Return the passage of `texts` that holds most of `query`, and the spans of the found words.

    Of two that hold as much the one that comes first is given. At most `WORDS` words.
    """
    passages = [_best(text, query) for text in texts]
    best = max(passages, key=lambda passage: passage.worth)
    if not best.matches:
        return "", ()
    used = len(best.words)
    spare = max(0, WORDS - (best.matches[-1].last + 1 - best.matches[0].first))
    start = max(0, min(best.matches[0].first - spare // 2, used - WORDS))
    return _cut(best, start, min(used, start + WORDS))


def _best(text: str, query: Query) -> _Passage:
    words = list(tokens(text))
    found = sorted(_matches(words, [term for group in query.groups for term in group]))
    best = _Passage((0, 0), text, words, ())
    for n, match in enumerate(found):
        near = [m for m in found[n : n + 2 * WORDS] if m.first < match.first + WORDS]
        worth = len({m.term for m in near}), len(near)
        if worth > best.worth:
            best = _Passage(worth, text, words, near)
    return best


def _matches(words: Sequence[Token], terms: Sequence[Term]) -> Iterator[Match]:
    texts = [token.word for token in words]
    for number, term in enumerate(terms):
        parts = [token.word for token in tokens(term.words)]
        if parts:
            starts = _starts(texts, parts, term.begins)
            yield from (Match(n, n + len(parts) - 1, number) for n in starts[:MOST_MATCHES])


def _starts(texts: Sequence[str], parts: list[str], begins: bool) -> list[int]:
    *whole, last = parts
    ahead = len(whole)
    return [
        n
        for n, text in enumerate(texts[ahead:])
        if (text.startswith(last) if begins else text == last) and texts[n : n + ahead] == whole
    ]


def _cut(passage: _Passage, start: int, end: int) -> tuple[str, tuple[Span, ...]]:
    text, words = passage.text, passage.words
    left = words[start].span[0] if start else 0
    right = words[end - 1].span[1] if end < len(words) else len(text)
    before, after = "…" * (start > 0), "…" * (end < len(words))
    shift = len(before) - left
    marks: list[Span] = []
    for match in passage.matches:
        left_at, right_at = words[match.first].span[0], words[min(match.last, end - 1)].span[1]
        at = left_at + shift, right_at + shift
        if marks and at[0] < marks[-1][1]:
            earlier = marks.pop()
            at = earlier[0], max(earlier[1], at[1])
        marks.append(at)
    return before + text[left:right] + after, tuple(marks)

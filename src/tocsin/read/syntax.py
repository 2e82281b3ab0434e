"""Sentences with their words and parse: the ground on which every other reader stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tocsin.read.utterances import Utterance
from tocsin.records import Report, Span

ROOT = -1


class Word(NamedTuple):
    """A word of a sentence before it is parsed; offsets are code points into the report's text."""

    start: int
    end: int
    text: str


class Token(NamedTuple):
    """A parsed word; `head` is the index of its governor in the sentence, or ROOT.

    `upos`, `deprel` are Universal Dependencies; `xpos` is the Penn tag (VBD, MD …); `ent` is a BIO
    label such as "B-PER", or "O".
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    ent: str = "O"

    @property
    def rel(self) -> str:
        """The relation without its subtype: "nsubj" for "nsubj:pass"."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence as a tree. `start` and `end` are offsets into the report.

    What the encoder saw beside the tree: `utterances` are cues with their sources and contents,
    `vouched` how far the writer vouches for each word as an event (−3 did not happen … 3 did). Both
    are empty where no encoder read the sentence.
    """

    tokens: tuple[Token, ...]
    utterances: tuple[Utterance, ...] = ()
    vouched: tuple[float, ...] = ()
    children_of: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the children of each token once."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                below[token.head].append(token.i)
        object.__setattr__(self, "children_of", tuple(map(tuple, below)))

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.tokens[-1].end

    @property
    def root(self) -> Token:
        """The token that nothing governs."""
        return next((t for t in self.tokens if t.head == ROOT), self.tokens[0])

    def children(self, token: Token, *rels: str) -> list[Token]:
        """Return the dependents of `token` in order, of the named relations or all.

        "nsubj" admits "nsubj:pass" too; "nsubj:pass" admits only itself.
        """
        below = [self.tokens[i] for i in self.children_of[token.i]]
        return [t for t in below if t.deprel in rels or t.rel in rels] if rels else below

    def child(self, token: Token, *rels: str) -> Token | None:
        """Return the first dependent of `token` in one of the relations, or None."""
        return next(iter(self.children(token, *rels)), None)

    def head(self, token: Token) -> Token | None:
        """Return the governor of `token`, or None for the root."""
        return self.tokens[token.head] if token.head >= 0 else None

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the governors of `token`, nearest first."""
        above = self.head(token)
        while above is not None:
            yield above
            above = self.head(above)

    def subtree(self, token: Token, *, without: Iterable[str] = ()) -> list[Token]:
        """Return `token` and all below it in order of the text, not entering relations `without`.

        The relations are compared only for what hangs below `token`, never for itself.
        """
        barred = frozenset(without)
        found, stack = [token.i], [token.i]
        while stack:
            for i in self.children_of[stack.pop()]:
                if self.tokens[i].deprel not in barred and self.tokens[i].rel not in barred:
                    found.append(i)
                    stack.append(i)
        return [self.tokens[i] for i in sorted(found)]

    def span(self, tokens: Sequence[Token]) -> Span:
        """Return the characters from the first to the last of `tokens`."""
        return min(t.start for t in tokens), max(t.end for t in tokens)


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its parsed sentences, in order of the text.

    `text` is what all offsets refer to: the report's text, or its first `most` characters where
    the rest is not read.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    most: int | None = None
    text: str = field(init=False, repr=False, compare=False)
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the sentence starts once, and cut a text that is too long once."""
        object.__setattr__(self, "starts", tuple(s.start for s in self.sentences))
        object.__setattr__(self, "text", self.report.text[: self.most])

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that holds `offset`, or None between sentences."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.sentences[i].end else None

    def sentences_in(self, span: Span) -> range:
        """Return the indices of the sentences that overlap `span`."""
        first = bisect_right(self.starts, span[0]) - 1
        if first < 0 or self.sentences[first].end <= span[0]:
            first += 1
        return range(first, bisect_left(self.starts, span[1]))

    def tokens_at(self, span: Span) -> list[Token]:
        """Return the tokens that overlap `span`, all of the sentence in which it starts."""
        i = self.sentence_at(span[0])
        if i is None:
            return []
        return [t for t in self.sentences[i].tokens if t.start < span[1] and t.end > span[0]]

    def head_at(self, span: Span) -> Token | None:
        """Return the token of `span` that governs the others, or None where there is none."""
        tokens = self.tokens_at(span)
        inside = {t.i for t in tokens}
        return next((t for t in tokens if t.head not in inside), None)

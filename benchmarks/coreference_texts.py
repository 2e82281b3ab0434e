"""The texts of GUM as the benchmark of coreference takes them: words, mentions, chains."""

import gzip
import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from tocsin.read.entities.lists import States
from tocsin.records import Span
from tocsin.rules import load

GENRES = frozenset(
    ("news", "interview", "bio", "voyage", "academic", "court", "speech", "textbook", "vlog")
)
TYPES = frozenset({"person", "organization", "state"})
_SINGULAR = ("he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself")
_PLURAL = ("they", "them", "their", "theirs", "themselves")
THIRD = frozenset((*_SINGULAR, *_PLURAL))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))

Marks = list[tuple[str, int, int, str]]
_STATES = frozenset(
    tuple(form.split())
    for state in load("en", "entities_states.toml", States).state
    for form in (state.name, *state.names)
)


class Word(NamedTuple):
    """A word of the gold with its place in the text; `head` counts over the whole text."""

    start: int
    end: int
    text: str
    xpos: str
    head: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of gold or reader: `head` is its governing word, `form` what that word is."""

    span: Span
    head: int
    form: str
    chain: Hashable
    text: str
    type: str = ""
    core: tuple[str, ...] = ()


@dataclass(slots=True)
class Text:
    """A text of GUM as its characters, its words and its mentions."""

    name: str
    text: str
    words: list[Word]
    gold: list[Mention]


class Lines:
    """Builds one text from the lines of its treebank."""

    def __init__(self, name: str) -> None:
        """Start an empty text."""
        self.name, self.parts, self.at = name, list[str](), 0
        self.words, self.rows = list[Word](), list[tuple[int, str]]()
        self.base, self.gap, self.until, self.tight = 0, "", 0, False

    def take(self, line: str) -> None:
        """Take in one line."""
        if line.startswith("# newpar ") or line.strip() == "# newpar":
            self.gap = "\n\n" if self.words else ""
        elif line[:1].isdigit():
            self._word(line.rstrip("\n").split("\t"))
        elif not line.strip():
            self.base, self.until = len(self.words), 0

    def _word(self, fields: list[str]) -> None:
        number, form, misc = fields[0], fields[1], fields[9]
        if "-" in number:
            self.until, self.tight = int(number.partition("-")[2]), "SpaceAfter=No" in misc
            return
        if "." in number:
            return
        self.parts.append(self.gap + form)
        start = self.at + len(self.gap)
        self.at = start + len(form)
        head = int(fields[6]) - 1 + self.base if fields[6] != "0" else -1
        self.rows.append((len(self.words), misc))
        self.words.append(Word(start, self.at, form, fields[4], head))
        inside, last = int(number) < self.until, int(number) == self.until
        close = inside or (self.tight if last else "SpaceAfter=No" in misc)
        self.gap = "" if close else " "

    def done(self) -> Text:
        """Return the text with its mentions."""
        marks: Marks = []
        open_: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, misc in self.rows:
            found = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
            for opened, chain, kind, closed in _brackets(found[1] if found else ""):
                if opened:
                    open_[chain].append((number, kind))
                if closed and open_[chain]:
                    first, type_ = open_[chain].pop()
                    marks.append((chain, first, number, type_))
        gold = [mention_of(self.words, chain, a, b, kind) for chain, a, b, kind in marks]
        states = {m.chain for m in gold if m.type == "place" and m.core in _STATES}
        gold = [replace(m, type="state") if m.chain in states else m for m in gold]
        return Text(self.name, "".join(self.parts), self.words, sorted(gold, key=order))


def _brackets(value: str) -> Iterator[tuple[bool, str, str, bool]]:
    for piece in re.findall(r"\([^()]+\)?|[^()]+\)", value):
        fields = piece.strip("()").split("-")
        chain = fields[0].partition("[")[0]
        kind = fields[1] if len(fields) > 1 else ""
        yield piece[0] == "(", chain, kind, piece[-1] == ")"


def mention_of(words: Sequence[Word], chain: Hashable, first: int, last: int, kind: str) -> Mention:
    """Return the mention that words `first` to `last` are."""
    inside = range(first, last + 1)
    head = next((i for i in inside if words[i].head not in inside), last)
    text = " ".join(w.text for w in words[first : last + 1])
    span = words[first].start, words[last].end
    return Mention(span, head, _form(words, first, head), chain, text, kind, _core(words, head))


def _core(words: Sequence[Word], head: int) -> tuple[str, ...]:
    """Return the words of a name without what hangs on it: those in a row, named like its head."""
    first = last = head
    while first and words[first - 1].xpos in _NAMING:
        first -= 1
    while last + 1 < len(words) and words[last + 1].xpos in _NAMING:
        last += 1
    return tuple(w.text for w in words[first : last + 1])


_NAMING = frozenset({"NNP", "NNPS", "HYPH"})


def _form(words: Sequence[Word], first: int, head: int) -> str:
    word, start = words[head], words[first].text.lower()
    if word.xpos in ("PRP", "PRP$"):
        return "pronoun" if word.text.lower() in THIRD else "other"
    if word.xpos in ("NNP", "NNPS"):
        return "name"
    if word.xpos in ("NN", "NNS") and start in DEFINITE:
        return "description"
    return "adjective" if word.xpos == "JJ" else "other"


def order(mention: Mention) -> tuple[int, int]:
    """Return the key by which mentions stand in order of the text."""
    return mention.span[0], -mention.span[1]


def gum(path: Path) -> Iterator[Text]:
    """Yield the texts of a part of GUM that are of the free genres."""
    lines: Lines | None = None
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc id = GUM_"):
                if lines:
                    yield lines.done()
                name = line.strip().partition("GUM_")[2]
                lines = Lines(name) if name.partition("_")[0] in GENRES else None
            elif lines:
                lines.take(line)
    if lines:
        yield lines.done()

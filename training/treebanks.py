"""Reads the treebanks (CoNLL-U) and the entity labels (IOB2) into examples."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

# The part of GUM whose licences allow shipped weights.
FREE_GENRES = frozenset(
    ["news", "interview", "bio", "voyage", "academic", "court", "speech", "textbook", "vlog"]
)

GUM_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}
PROPER = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class VoiceGold:
    """One attribution in one sentence: words of its cue, and the part that each word plays."""

    cue: tuple[int, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence; `heads` count words from 0, -1 is the root; absent layers are None.

    `facts` are values of factuality (−3 to 3) by word, `other_facts` those of another set of
    judges, who were asked differently.
    """

    id: str
    document: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...] | None = None
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    cues: tuple[str, ...] | None = None
    voices: tuple[VoiceGold, ...] | None = None
    facts: dict[int, float] | None = None
    other_facts: dict[int, float] | None = None
    ents: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None  # GUM's own mentions headed by a name

    @property
    def genre(self) -> str:
        """The genre, which GUM keeps in the id of the document (GUM_news_…)."""
        return self.document.split("_")[1] if self.document.startswith("GUM_") else ""


def read_conllu(path: Path) -> list[Example]:
    """Read a treebank; ranges (don't = do + n't) and empty nodes are passed over."""
    document, examples = "", []
    for block in _blocks(path):
        document = _comment(block, "newdoc id") or document
        rows = [row for row in map(_row, block) if row is not None]
        if rows:
            examples.append(_example(_comment(block, "sent_id"), document, rows))
    return examples


def read_iob2(path: Path) -> dict[str, tuple[str, ...]]:
    """Read entity labels by sentence id; a stray label counts as outside."""
    labels = {}
    for block in _blocks(path):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        labels[_comment(block, "sent_id")] = tuple(
            "O" if row[2] == "B-O" else row[2] for row in rows
        )
    return labels


def with_entities(examples: list[Example], labels: dict[str, tuple[str, ...]]) -> list[Example]:
    """Join sentences with their entity labels where both have the same number of words."""
    return [
        replace(e, ents=labels[e.id]) if len(labels.get(e.id, ())) == len(e.words) else e
        for e in examples
    ]


def free_part(examples: list[Example]) -> list[Example]:
    """Keep of GUM only the genres that shipped weights may be trained on."""
    return [e for e in examples if e.genre in FREE_GENRES]


def _blocks(path: Path) -> Iterator[list[str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        block: list[str] = []
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
        if block:
            yield block


def _comment(block: list[str], name: str) -> str:
    start = f"# {name} = "
    return next((line[len(start) :].strip() for line in block if line.startswith(start)), "")


def _row(line: str) -> list[str] | None:
    cells = line.split("\t")
    return cells if len(cells) == 10 and cells[0].isdigit() else None


def _example(id: str, document: str, rows: list[list[str]]) -> Example:
    return Example(
        id=id,
        document=document,
        words=tuple(row[1] for row in rows),
        lemmas=tuple(row[2] for row in rows),
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        heads=tuple(int(row[6]) - 1 for row in rows),
        deprels=tuple(row[7] for row in rows),
        names=_names(rows) if document.startswith("GUM_") else None,
    )


def _names(rows: list[list[str]]) -> tuple[str, ...]:
    """BIO labels of GUM's mentions whose head is a name, cut to the run of names at the head."""
    labels = ["O"] * len(rows)
    for kind, first, last, head in sorted(_mentions(rows), key=lambda m: m[2] - m[1]):
        if rows[head][4] not in PROPER:
            continue
        begin, end = _run_of_names(rows, first, last, head)
        labels[begin] = f"B-{GUM_TYPES.get(kind, 'OTH')}"
        labels[begin + 1 : end] = [f"I-{GUM_TYPES.get(kind, 'OTH')}"] * (end - begin - 1)
    return tuple(labels)


def _mentions(rows: list[list[str]]) -> Iterator[tuple[str, int, int, int]]:
    """Yield type, first word, last word and head of each mention that opens and closes here."""
    opened: dict[str, tuple[str, int, int]] = {}
    for at, row in enumerate(rows):
        entity = next((p[7:] for p in row[9].split("|") if p.startswith("Entity=")), "")
        for part in entity.replace("(", " (").replace(")", ") ").split():
            number = part.strip("()").split("-")[0]
            if part.startswith("("):
                fields = part.strip("()").split("-")
                if len(fields) > 5:
                    opened[number] = (fields[1], at, int(fields[5].split(",")[0]) - 1)
            if part.endswith(")") and number in opened:
                kind, first, head = opened.pop(number)
                yield kind, first, at, min(first + head, at)


def _run_of_names(rows: list[list[str]], first: int, last: int, head: int) -> tuple[int, int]:
    begin, end = head, head + 1
    while begin > first and rows[begin - 1][4] in PROPER | {"HYPH"}:
        begin -= 1
    while end <= last and rows[end][4] in PROPER | {"HYPH"}:
        end += 1
    return begin, end

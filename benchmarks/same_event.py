"""How well gold mentions are joined into events across reports: MUC, B3, CEAFe, CoNLL F1.

    python benchmarks/same_event.py [--scorers FOLDER] [--part Train|Dev|Test] [--cache FOLDER]

SCORERS (default `../shared/scorers`) holds `ecb_lemma_baseline.py`, whose metrics are used, with
its data beside it: ECB+ (train, dev or test topics) and GVC (dev). Mentions are given, chains are
not. The reports are read with tocsin for places, times, names and figures near each mention; the
joining is that of `weigh.events`, with a lower bar, because a mention that is annotated tells of
the news of its report. Stories are those that `weigh.stories` finds. `--cache` keeps the readings.
"""

import argparse
import json
import re
import tempfile
import xml.etree.ElementTree as Tree
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from nltk.stem import PorterStemmer
from stories import START, carried, scorer, unpack

from tocsin.records import Claim, Place, Reading, Report, Span, dumps, loads
from tocsin.run.pipeline import read_report
from tocsin.weigh.events.joining import join
from tocsin.weigh.events.kin import kin
from tocsin.weigh.events.likeness import likeness
from tocsin.weigh.events.tellings import AHEAD, Telling, hash_of, hashed
from tocsin.weigh.stories import find_stories

LEAST = -0.75
NAMES = {"state", "person", "organisation", "group", "facility"}
SMALL = {"a", "an", "the", "of", "in", "on", "to", "for", "with", "by", "at", "up", "off", "out"}
KIN, STEM = kin("en"), PorterStemmer()


@dataclass(frozen=True, slots=True)
class Document:
    """A tokenised report: its sentences by number, tokens by number, and its day."""

    name: str
    sentences: Mapping[int, Mapping[int, str]]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens of a report that name an event, and the chain they belong to."""

    document: str
    sentence: int
    tokens: tuple[int, ...]
    text: str
    chain: str


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--scorers", type=Path, default=Path("../shared/scorers"))
    ask.add_argument("--part", choices=("Train", "Dev", "Test"), default="Dev")
    ask.add_argument("--cache", type=Path)
    asked = ask.parse_args()
    bench = scorer(asked.scorers)
    metrics = import_module("ecb_lemma_baseline").score
    with tempfile.TemporaryDirectory() as folder:
        unpack(bench, asked.scorers, Path(folder))
        mentions = _ecb_mentions(Path(folder) / "ecbplus", asked.part)
        documents = list(_ecb(Path(folder) / "ecbplus", {one.document for one in mentions}))
        cache = asked.cache or Path(folder) / "readings"
        cache.mkdir(exist_ok=True)
        _show(metrics, f"ECB+ {asked.part}", mentions, documents, cache)
        mentions, documents = _gvc(asked.scorers.parent / "data/weigh/gvc")
        _show(metrics, "GVC dev", mentions, documents, cache)


def _show(
    metrics: Callable[..., dict[str, float]],
    name: str,
    mentions: Sequence[Mention],
    documents: list[Document],
    cache: Path,
) -> None:
    tellings = _tellings(mentions, documents, cache)
    found = [""] * len(mentions)
    for group in join(tellings, likeness(tellings), least=LEAST):
        for one in group:
            found[int(one.id)] = group[0].id
    ordered = sorted(tellings, key=lambda t: int(t.id))
    stem = [f"{t.story}|{_stem(m.text)}" for t, m in zip(ordered, mentions, strict=True)]
    gold = [one.chain for one in mentions]
    for label, labels in ((name, found), ("  stem within the same stories", stem)):
        shown = "  ".join(f"{key} {100 * float(v):.1f}" for key, v in metrics(labels, gold).items())
        print(f"{label:32s} {len(gold)} mentions, {len(set(gold))} chains  {shown}", flush=True)


def _ecb_mentions(folder: Path, part: str) -> list[Mention]:
    path = folder / "gold_barhom2019" / f"ECB_{part}_Event_gold_mentions.json"
    return [
        Mention(
            document=one["doc_id"],
            sentence=one["sent_id"],
            tokens=tuple(one["tokens_number"]),
            text=one["tokens_str"],
            chain=_chain(one["coref_chain"], one["doc_id"]),
        )
        for one in json.loads(path.read_text())
    ]


def _chain(chain: str, document: str) -> str:
    return f"{document}:{chain}" if chain.startswith(("INTRA", "Singleton")) else chain


def _ecb(folder: Path, names: set[str]) -> Iterator[Document]:
    for path in sorted(folder.glob("ECB+/*/*.xml")):
        if path.stem not in names:
            continue
        sentences: dict[int, dict[int, str]] = {}
        for token in Tree.parse(path).getroot().iter("token"):
            row = sentences.setdefault(int(token.get("sentence", 0)), {})
            row[int(token.get("number", 0))] = token.text or ""
        # Mentions are numbered as if the line with the address were not there.
        lines = list(sentences.values())
        headed = next(iter(lines[0].values())).startswith("http")
        yield Document(path.stem, dict(enumerate(lines[1:] if headed else lines)))


def _gvc(folder: Path) -> tuple[list[Mention], list[Document]]:
    mentions, documents = [], []
    for one in json.loads((folder / "gvc_dev_tokens_mentions.json").read_text()):
        rows = {n: dict(enumerate(words)) for n, words in enumerate(one["sentences"])}
        day = " ".join(rows[0].values())
        dated = date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
        documents.append(
            Document(one["doc_id"], {n: r for n, r in rows.items() if n or not dated}, dated)
        )
        mentions += [
            Mention(
                document=one["doc_id"],
                sentence=m["sent_id"],
                tokens=tuple(range(m["start"], m["end"] + 1)),
                text=m["text"],
                chain=m["chain"],
            )
            for m in one["mentions"]
        ]
    return mentions, documents


class _Read:
    """A document as tocsin reads it, with the characters of each token."""

    def __init__(self, document: Document, cache: Path) -> None:
        self.day = document.day
        self.spans: dict[tuple[int, int], Span] = {}
        self.lines: dict[int, Span] = {}
        text = ""
        for number, row in document.sentences.items():
            begun = len(text)
            for token, word in row.items():
                self.spans[number, token] = (len(text), len(text) + len(word))
                text += f"{word} "
            self.lines[number] = (begun, len(text))
            text = text[:-1] + "\n"
        self.text = text
        self.reading = self._read(cache / f"{document.name}.json")

    def _read(self, kept: Path) -> Reading:
        if kept.exists():
            return loads(kept.read_text())
        at = self.day and datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)
        reading = read_report(Report(text=self.text, published=at, language="en"))
        kept.write_text(dumps(reading))
        return reading

    def near(self, sentence: int, things: Iterable[Any], to: int) -> list[Any]:
        """Return what stands in a sentence, nearest to a character first."""
        low, high = self.lines[sentence]
        inside = (one for one in things if low <= one.span[0] < high)
        return sorted(inside, key=lambda one: abs(one.span[0] - to))


def _tellings(
    mentions: Sequence[Mention], documents: Sequence[Document], cache: Path
) -> list[Telling]:
    read = {one.name: _Read(one, cache) for one in documents}
    at = {n: datetime.combine(r.day, START.timetz()) if r.day else START for n, r in read.items()}
    order = sorted(read, key=lambda name: (at[name], name))
    reports = {name: carried(n, "", read[name].text, at[name]) for n, name in enumerate(order)}
    seen = {one.sighting: name for name, one in reports.items()}
    stories = find_stories(list(reports.values()), [])
    story = {seen[one]: told.id for told in stories for one in told.sightings}
    tellings = [
        replace(
            _telling(str(n), one, read[one.document]),
            at=at[one.document],
            story=story[one.document],
            about=reports[one.document].fingerprint.words,
        )
        for n, one in enumerate(mentions)
    ]
    return sorted(tellings, key=lambda one: (one.at, one.report, int(one.id)))


def _telling(number: str, mention: Mention, read: _Read) -> Telling:
    spans = [
        read.spans[key] for t in mention.tokens if (key := (mention.sentence, t)) in read.spans
    ]
    bare = Telling(
        id=number,
        report=mention.document,
        at=START,
        dated=read.day is not None,
        word=KIN.stem(mention.text).split()[-1],
        kin=KIN.of(mention.text),
        apart=KIN.apart(KIN.of(mention.text)),
    )
    return _filled(bare, mention.sentence, spans, read) if spans else bare


def _filled(bare: Telling, sentence: int, spans: Sequence[Span], read: _Read) -> Telling:
    low, high = spans[0][0], spans[-1][1]
    claim = _claim(read.reading.claims, low, high)
    layers = read.reading.layers
    places = [one for one in read.near(sentence, layers.places, low) if one.name]
    days = [one for one in read.near(sentence, layers.times, low) if one.start]
    named = [one.name for one in read.near(sentence, layers.entities, low) if one.kind in NAMES]
    counted = read.near(sentence, layers.quantities, low)
    own = claim.place if claim and claim.place and claim.place.name else None
    when = (claim.time if claim else None) or (days[0] if days else None)
    place: Place | None = own or (places[0] if places else None)
    return replace(
        bare,
        type=claim.event.type if claim else None,
        ahead=claim is not None and claim.status in AHEAD,
        names=frozenset(word for name in named for word in hashed(name)),
        words=_words(read.text[slice(*read.lines[sentence])]),
        figures=frozenset(float(one.best) for one in counted if one.best is not None),
        place=place,
        start=when.start if when else None,
        end=when.end if when else None,
    )


def _claim(claims: Iterable[Claim], low: int, high: int) -> Claim | None:
    return next((c for c in claims if c.event.span[0] < high and low < c.event.span[1]), None)


def _stem(text: str) -> str:
    return str(STEM.stem(_head(text)))


def _head(text: str) -> str:
    words = [word for word in re.findall(r"[a-z0-9$]+", text.lower()) if word not in SMALL]
    return words[-1] if words else text.lower()


def _words(text: str) -> frozenset[int]:
    return frozenset(hash_of(word) for word in re.findall(r"\w+", text.casefold()))


if __name__ == "__main__":
    main()

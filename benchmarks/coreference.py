"""Score who is the same as whom on GUM, and the kinds of named entities on UNER-EWT.

    python benchmarks/coreference.py [--data ../shared] [--split dev|train|test] [--show 0]

Prints, for GUM's free genres: precision and recall of three sorts of links (a pronoun to a name, a
short name to a fuller one, a definite description to a name), MUC, B³ and CEAF over chains that
hold a name, and the ten commonest errors with counts (`--show` adds examples). A link joins a
mention to the nearest name before it in its chain (for short names: the nearest fuller one), and
counts as right where both ends are of one chain of the gold. Texts are read raw, from the first
character. What gold or reader say of the first and second person, of adjectives ("Korean") and of
chains that are no person, organisation or state is left out: towns are the places reader's. For
UNER: F1 of names with their kind, and in how many of the names found the kind is right. Units: per
cent.
"""

import argparse
import gzip
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from chains import b_cubed, ceaf, muc
from coreference_texts import THIRD, TYPES, Mention, Text, gum, mention_of, order

from tocsin.read.entities import find_entities
from tocsin.read.places import find_places
from tocsin.read.repair import repaired
from tocsin.read.syntax import Document
from tocsin.records import Entity, Place, Report, Span
from tocsin.run.gazetteer import open_gazetteer
from tocsin.run.models import load_encoder
from tocsin.run.reader import load_rules

SORTS = ("pronoun", "short name", "description")
LABELS = {"person": "PER", "organisation": "ORG", "state": "LOC"}


class Finder:
    """Reads texts to entities and places with the shipped model and rules."""

    def __init__(self) -> None:
        """Load model, rules and gazetteer once."""
        self.rules, self.encoder = load_rules("en"), load_encoder("en")
        self.gazetteer = open_gazetteer()

    def find(self, text: str) -> tuple[list[Entity], list[Place]]:
        """Return the entities and the places of `text`."""
        words = list(self.rules.splitter.split(text))
        document = Document(Report(text=text), tuple(map(repaired, self.encoder.parse(words))))
        places = find_places(document, self.rules.places, self.gazetteer)
        return find_entities(document, self.rules.entities, places), places


def read(text: Text, entities: Sequence[Entity]) -> list[Mention]:
    """Return the reader's mentions on the words of the gold; adjectives are left out."""
    starts = {w.start: i for i, w in enumerate(text.words)}
    ends = {w.end: i for i, w in enumerate(text.words)}
    found = []
    for entity in entities:
        first, last = starts.get(entity.span[0]), ends.get(entity.span[1])
        if first is not None and last is not None and first <= last:
            found.append(mention_of(text.words, entity.chain, first, last, entity.kind))
    return [m for m in found if m.form != "adjective"]


def aligned(gold: Sequence[Mention], found: Sequence[Mention]) -> dict[int, int]:
    """Return which mention of the gold each found one is: the same governing word, the best fit."""
    by_head: dict[int, list[int]] = defaultdict(list)
    for i, mention in enumerate(gold):
        by_head[mention.head].append(i)
    pairs = sorted(
        (-_overlap(gold[i].span, m.span), j, i)
        for j, m in enumerate(found)
        for i in by_head.get(m.head, ())
    )
    match: dict[int, int] = {}
    taken: set[int] = set()
    for _, j, i in pairs:
        if j not in match and i not in taken:
            match[j] = i
            taken.add(i)
    return match


def _overlap(one: Span, other: Span) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def links(mentions: Sequence[Mention]) -> dict[int, tuple[str, int]]:
    """Return, for each mention that has one, its sort of link and the mention it leads to."""
    found: dict[int, tuple[str, int]] = {}
    names: dict[Hashable, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        before = names[mention.chain]
        if mention.form == "name":
            fuller = [n for n in before if len(mentions[n].core) > len(mention.core)]
            if fuller:
                found[i] = "short name", fuller[-1]
            before.append(i)
        elif mention.form in ("pronoun", "description") and before:
            found[i] = mention.form, before[-1]
    return found


@dataclass(slots=True)
class Tally:
    """What a run counts over all texts."""

    gold: Counter[str]
    found: Counter[str]
    right: Counter[str]
    errors: Counter[str]
    examples: dict[str, list[str]]
    chains: dict[str, list[float]]

    def error(self, kind: str, text: Text, mention: Mention, more: str) -> None:
        """Count an error and keep where it stands."""
        self.errors[kind] += 1
        start, end = mention.span
        around = text.text[max(0, start - 90) : start], text.text[end : end + 40]
        shown = f"{around[0]}[{mention.text}]{around[1]}".replace("\n", " ")
        self.examples.setdefault(kind, []).append(f"{text.name}: {shown}{more}")


def tally_links(text: Text, found: Sequence[Mention], tally: Tally) -> dict[int, int]:
    """Count the links of one text; return the alignment."""
    gold, match = text.gold, aligned(text.gold, found)
    back = {i: j for j, i in match.items()}
    wanted, given = links(gold), links(found)
    wanted = {i: link for i, link in wanted.items() if gold[link[1]].type in TYPES}
    for j, (sort, to) in given.items():
        tally.found[sort] += 1
        a, b = match.get(j), match.get(to)
        if a is not None and b is not None and gold[a].chain == gold[b].chain:
            tally.right[sort] += 1
        else:
            what = "is no mention" if a is None else "of another"
            kind = f"{sort} {_which(found[j])}: linked, {what}"
            tally.error(kind, text, found[j], f" -> {found[to].text}")
    for i, (sort, to) in wanted.items():
        tally.gold[sort] += 1
        own, want = back.get(i), f" -> {gold[to].text}"
        if own is None:
            tally.error(f"{sort} of {gold[to].type}: not seen", text, gold[i], want)
        elif own not in given:
            tally.error(f"{sort} of {gold[to].type}: not linked", text, gold[i], want)
    return match


def _which(mention: Mention) -> str:
    return f'"{mention.text.lower()}"' if mention.form == "pronoun" else f"({mention.type})"


def chains_of(mentions: Sequence[Mention], known: Mapping[int, int]) -> list[frozenset[Hashable]]:
    """Return the chains of two mentions or more that hold a name, as sets of what they mention.

    A found mention counts as the one of the gold that `known` gives it, or as itself.
    """
    members: dict[Hashable, set[Hashable]] = defaultdict(set)
    named: set[Hashable] = set()
    for j, mention in enumerate(mentions):
        if mention.form == "other" and mention.text.lower() in _SPEAKERS:
            continue
        members[mention.chain].add(known.get(j, f"found {j}"))
        if mention.form == "name":
            named.add(mention.chain)
    return [frozenset(m) for chain, m in members.items() if chain in named and len(m) > 1]


_I = ("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves")
_SPEAKERS = frozenset((*_I, "you", "your", "yours"))


def tally_chains(text: Text, found: Sequence[Mention], match: Mapping[int, int], t: Tally) -> None:
    """Add the terms of MUC, B³ and CEAF over one text."""
    types = {m.chain for m in text.gold if m.form == "name" and m.type in TYPES}
    kept = [m if m.chain in types else None for m in text.gold]
    gold = [m for m in kept if m is not None]
    places = {i: n for n, i in enumerate(i for i, m in enumerate(kept) if m is not None)}
    known = {j: places.get(i, -1 - i) for j, i in match.items()}
    outside = {m.chain for j, m in enumerate(found) if m.type not in _KEPT}
    inside = [(j, m) for j, m in enumerate(found) if m.chain not in outside]
    key = chains_of(gold, {i: i for i in range(len(gold))})
    answer = chains_of(
        [m for _, m in inside], {n: known[j] for n, (j, _) in enumerate(inside) if j in known}
    )
    for name, measure in (("MUC", muc), ("B³", b_cubed), ("CEAF", ceaf)):
        sums = t.chains.setdefault(name, [0.0] * 4)
        for i, (one, other) in enumerate(((key, answer), (answer, key))):
            part, of = measure(one, other)
            sums[2 * i] += part
            sums[2 * i + 1] += of


_KEPT = frozenset({"person", "organisation", "state", "role", "group"})

Counts = Counter[str]


def uner(path: Path) -> Iterator[tuple[str, list[tuple[Span, str]]]]:
    """Yield each document of UNER as its text and its names with their kinds."""
    text, start = "", 0
    names, rows = list[tuple[Span, str]](), list[tuple[str, str]]()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in [*file, "# newdoc id = end"]:
            if line.startswith("# newdoc") and text:
                yield text, names
                text, names = "", []
            elif line.startswith("# text = "):
                start = len(text)
                text += line.removeprefix("# text = ").rstrip("\n") + "\n"
            elif line[:1].isdigit():
                rows.append((line.split("\t")[1], line.split("\t")[2].strip()))
            elif not line.strip() and rows:
                names += _spans(text, start, rows)
                rows = []


def _spans(text: str, at: int, rows: Sequence[tuple[str, str]]) -> Iterator[tuple[Span, str]]:
    opened: tuple[int, int, str] | None = None
    for form, label in [*rows, ("", "O")]:
        start = text.find(form, at)
        mark, _, kind = label.partition("-")
        if opened and mark != "I":
            yield opened[:2], opened[2]
            opened = None
        if mark == "B":
            opened = start, start + len(form), kind
        elif mark == "I" and opened:
            opened = opened[0], start + len(form), opened[2]
        at = start + len(form)


def kinds(finder: Finder, path: Path) -> tuple[Counts, Counts, Counts, Counts]:
    """Return by kind: names of the gold, names found, both alike, those found of another kind."""
    gold, found, right, other = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for text, names in uner(path):
        wanted = {span: kind for span, kind in names if kind in ("PER", "ORG", "LOC")}
        given = _named(*finder.find(text), text)
        gold.update(wanted.values())
        found.update(given.values())
        right.update(kind for span, kind in given.items() if wanted.get(span) == kind)
        other.update(
            f"{wanted[s]} as {kind}" for s, kind in given.items() if wanted.get(s, kind) != kind
        )
    return gold, found, right, other


def _named(entities: Sequence[Entity], places: Sequence[Place], text: str) -> dict[Span, str]:
    found = {place.span: "LOC" for place in places if place.text[:1].isupper()}
    for entity in entities:
        capital = all(w[:1].isupper() for w in entity.text.split() if len(w) > 3)
        if entity.kind in LABELS and capital and entity.text.lower() not in THIRD | _SPEAKERS:
            found[entity.span] = LABELS[entity.kind]
    return found


def percent(part: float, of: float) -> float:
    """Return `part` of `of` in per cent; nothing of nothing is nothing."""
    return 100 * part / of if of else 0.0


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def row(name: str, right: float, found: float, gold: float, also: float | None = None) -> str:
    """Return a line of a table: precision, recall, F1 and the counts behind them."""
    p, r = percent(right, found), percent(right if also is None else also, gold)
    return f"{name:<22}{p:>7.1f}{r:>7.1f}{f1(p, r):>7.1f}   {right:.0f} of {found:.0f}; {gold:.0f}"


def report(tally: Tally, show: int) -> None:
    """Print the tables of GUM."""
    print(f"{'links':<22}      P      R     F1   right of found; gold")
    for sort in SORTS:
        print(row(sort, tally.right[sort], tally.found[sort], tally.gold[sort]))
    all_f1 = []
    for name, (kept, of, right, found) in tally.chains.items():
        print(row(name, right, found, of, kept))
        all_f1.append(f1(percent(right, found), percent(kept, of)))
    print(f"{'mean of the three':<22}{'':<14}{sum(all_f1) / len(all_f1):>7.1f}")
    print("\nthe commonest errors")
    for kind, count in tally.errors.most_common(10):
        print(f"{count:>5}  {kind}")
        for example in tally.examples[kind][:show]:
            print(f"         {example}")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--split", choices=["dev", "train", "test"], default="dev")
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    folder = args.data / "data" / "syntax"
    if not folder.is_dir():
        raise SystemExit(f"no data in {args.data}: give --data")
    finder = Finder()
    tally = Tally(Counter(), Counter(), Counter(), Counter(), {}, {})
    for text in gum(folder / f"gum-{args.split}.conllu.gz"):
        found = sorted(read(text, finder.find(text.text)[0]), key=order)
        match = tally_links(text, found, tally)
        tally_chains(text, found, match, tally)
    print(f"GUM {args.split}, free genres")
    report(tally, args.show)
    gold, named, right, other = kinds(finder, folder / f"uner-ewt-{args.split}.iob2.gz")
    print(f"\n{'UNER-EWT ' + args.split:<22}      P      R     F1   right of found; gold")
    for kind in ("PER", "ORG", "LOC"):
        print(row(kind, right[kind], named[kind], gold[kind]))
    print(row("all", right.total(), named.total(), gold.total()))
    agree = percent(right.total(), right.total() + other.total())
    print(f"kind right where the name is found: {agree:.1f}   wrong: {dict(other.most_common())}")


if __name__ == "__main__":
    main()

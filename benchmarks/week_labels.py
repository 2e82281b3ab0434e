"""A labelled week held against what the program prints: origins, figures, contradictions.

Words of a label and words of a claim meet where they overlap in the report; neither need be as long
as the other. Every measure is a share (0 to 1), with what it counts beside it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Spans = tuple[tuple[int, int], ...]
Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a whole; `wrong` says in words what is not right."""

    right: int
    whole: int
    wrong: tuple[str, ...] = ()

    @property
    def value(self) -> float:
        """Return the share, 1 of nothing."""
        return self.right / self.whole if self.whole else 1.0


@dataclass(frozen=True)
class Week:
    """The reports of a week with its labels."""

    folder: Path
    labels: Row
    texts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> "Week":
        """Return the week that stands in `folder`."""
        texts = {
            file.name: json.loads(file.read_text(encoding="utf-8"))["text"]
            for file in sorted(folder.glob("[0-9]*.json"))
        }
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        return cls(folder, labels, texts)

    @property
    def files(self) -> list[Path]:
        """Return the files of its reports."""
        return [self.folder / name for name in self.texts]

    def spans(self, file: str, words: str | None) -> Spans:
        """Return where `words` stand in the text of `file`, each time that they do."""
        text, found, start = self.texts.get(file, ""), [], -1
        while words and (start := text.find(words, start + 1)) >= 0:
            found.append((start, start + len(words)))
        return tuple(found)

    def meet(self, label: Row, claim: Row, *, figure: bool = False) -> bool:
        """Return whether a claim overlaps the words of a label; its figure's words, if asked."""
        if label["file"] != Path(claim["file"] or "").name:
            return False
        held = self.spans(label["file"], claim["quote"])
        if figure:
            words = self.spans(label["file"], claim["text"])
            held = tuple(one for one in words if _overlap((one,), held))
        return _overlap(self.spans(label["file"], label["quote"]), held)

    @cached_property
    def values(self) -> list[tuple[int, Row]]:
        """Return each labelled figure with the number of the thing that it counts."""
        things = enumerate(self.labels["figures"])
        return [(number, value) for number, thing in things for value in thing["values"]]

    def gives(self, value: Row, claim: Row) -> bool:
        """Return whether a claim gives a labelled figure: its words overlap, low and high agree."""
        same = all(value[end] == claim[end] for end in ("low", "high"))
        return same and self.meet(value, claim)


def _overlap(some: Spans, others: Spans) -> bool:
    return any(a < end and start < b for a, b in some for start, end in others)


def origin_pairs(week: Week, origins: Iterable[Row], *, cited: bool = False) -> dict[str, Share]:
    """Return precision and recall of pairs of reports that go back to one origin.

    Pairs of reports that people would differ about count neither way. With `cited` sources that
    holds for reports that quote one body, even where their texts must be kept apart.
    """
    gold = _pairs([m["file"] for m in one["members"]] for one in week.labels["origins"])
    either, apart = (_pairs(week.labels[part]["origins"]) for part in ("either", "apart"))
    apart -= either if cited else set()
    found = _pairs([Path(m["file"] or "").name for m in one["members"]] for one in origins)
    found -= either - gold - apart
    false, missed = found - gold, gold - found
    return {
        "precision": Share(len(found & gold), len(found), _named(false)),
        "recall": Share(len(found & gold), len(gold), _named(missed)),
        "kept apart": Share(len(apart - found), len(apart), _named(apart & found)),
    }


def _pairs(groups: Iterable[Iterable[str]]) -> set[Pair]:
    return {frozenset(two) for some in groups for two in combinations(sorted(set(some)), 2)}


def _named(pairs: Iterable[Pair]) -> tuple[str, ...]:
    return tuple(sorted(" = ".join(sorted(pair)) for pair in pairs))


def figures_found(week: Week, claims: Sequence[Row]) -> Share:
    """Return the share of labelled figures that some claim gives with the right low and high."""
    missed = [
        f"{value['file'][:2]} {value['quote']} {value['low']}–{value['high']}"
        for _, value in week.values
        if not any(week.gives(value, claim) for claim in claims)
    ]
    return Share(len(week.values) - len(missed), len(week.values), tuple(missed))


def series(week: Week, estimates: Sequence[Row]) -> dict[str, Share]:
    """Return how figures of one thing meet in one series, and how few of two things do.

    Asked are things whose figure two reports or more give. `whole`: all figures in one series;
    `in one`: of those with two that are in any, all that are share one; `together`, `pure`: recall
    and precision over pairs of labelled figures. What a report denies is in no series.
    """
    held = [_held(week, value, estimates) for _, value in week.values]
    numbers = [number for number, _ in week.values]
    asked = list(_asked(week))
    whole = [all(held[i] for i in some) and _shared(held, some) for some in asked]
    met = [(some, [i for i in some if held[i]]) for some in asked]
    several = [(some, kept) for some, kept in met if len(kept) > 1]
    one = [_shared(held, kept) for _, kept in several]
    within = [two for some in asked for two in combinations(some, 2)]
    mixed = [(i, j) for i, j in combinations(range(len(held)), 2) if held[i] & held[j]]
    alike = [numbers[i] == numbers[j] for i, j in mixed]
    return {
        "whole": Share(sum(whole), len(asked), _lost(week, held, asked, whole)),
        "in one": Share(sum(one), len(several), _lost(week, held, [k for _, k in several], one)),
        "together": Share(sum(bool(held[i] & held[j]) for i, j in within), len(within)),
        "pure": Share(sum(alike), len(mixed), _mixed(week, mixed, alike)),
    }


def _asked(week: Week) -> Iterator[list[int]]:
    for number in range(len(week.labels["figures"])):
        places = [
            i
            for i, (thing, value) in enumerate(week.values)
            if thing == number and not value.get("denied")
        ]
        if len({week.values[i][1]["file"] for i in places}) > 1:
            yield places


def _held(week: Week, value: Row, estimates: Sequence[Row]) -> set[str]:
    return {
        one["estimate"]
        for one in estimates
        if any(week.gives(value, figure) for figure in one["figures"])
    }


def _shared(held: Sequence[set[str]], some: Sequence[int]) -> bool:
    return bool(set.intersection(*(held[i] for i in some)))


def _lost(
    week: Week, held: Sequence[set[str]], groups: Sequence[list[int]], fine: Sequence[bool]
) -> tuple[str, ...]:
    found = []
    for some in (some for some, right in zip(groups, fine, strict=True) if not right):
        thing = week.labels["figures"][week.values[some[0]][0]]
        told = (f"{_words(week, i)} {_short(held[i])}" for i in some)
        found.append(f"{thing['what']}, {thing['population']}, {thing['place']}: {'; '.join(told)}")
    return tuple(found)


def _short(estimates: set[str]) -> str:
    return "+".join(sorted(one.removeprefix("estimate_")[:4] for one in estimates)) or "–"


def _mixed(week: Week, pairs: Sequence[tuple[int, int]], alike: Sequence[bool]) -> tuple[str, ...]:
    wrong = (two for two, same in zip(pairs, alike, strict=True) if not same)
    return tuple(f"{_words(week, i)} with {_words(week, j)}" for i, j in wrong)


def _words(week: Week, number: int) -> str:
    value = week.values[number][1]
    return f"{value['file'][:2]} “{value['quote']}”"


def contradictions(week: Week, relations: Sequence[Row], claims: Sequence[Row]) -> dict[str, Share]:
    """Return precision of the pairs printed, and recall by what differs.

    A pair is right where its two claims overlap the two sides of one label; in a pair of figures
    the words of the figures must. Pairs that people would differ about count neither way. `read`:
    labels of which both sides are in `claims`; `recall of read`: what weighing finds of these.
    """
    labels = week.labels["contradictions"]
    met = [[i for i, one in enumerate(labels) if _fits(week, one, pair)] for pair in relations]
    judged = [i for i, pair in enumerate(relations) if met[i] or not _open(week, pair)]
    false = tuple(_told(relations[i]) for i in judged if not met[i])
    found = {i for some in met for i in some}
    kinds = sorted({one["differs"] for one in labels})
    read = {i for i, one in enumerate(labels) if i in found or _read(week, one, claims)}
    return {
        "precision": Share(len(judged) - len(false), len(judged), false),
        "recall": _recall(labels, range(len(labels)), found),
        "read": _recall(labels, range(len(labels)), read),
        "recall of read": _recall(labels, sorted(read), found),
        "kept apart": _kept_apart(week, [relations[i] for i in judged if not met[i]]),
        **{kind: _recall(labels, _of(labels, kind), found) for kind in kinds},
    }


def _of(labels: Sequence[Row], kind: str) -> list[int]:
    return [i for i, one in enumerate(labels) if one["differs"] == kind]


def _read(week: Week, label: Row, claims: Sequence[Row]) -> bool:
    figure = label["differs"] == "figure"
    sides = (label["a"], label["b"])
    return all(any(_on(week, side, one, figure=figure) for one in claims) for side in sides)


def _open(week: Week, pair: Row) -> bool:
    return any(_fits(week, one, pair) for one in week.labels["either"]["contradictions"])


def _kept_apart(week: Week, false: Sequence[Row]) -> Share:
    apart = week.labels["apart"]["contradictions"]
    taken = [one for one in apart if any(_fits(week, one, pair) for pair in false)]
    return Share(len(apart) - len(taken), len(apart), tuple(map(_asked_for, taken)))


def _recall(labels: Sequence[Row], asked: Sequence[int], found: set[int]) -> Share:
    missed = tuple(_asked_for(labels[i]) for i in asked if i not in found)
    return Share(len(asked) - len(missed), len(asked), missed)


def _fits(week: Week, label: Row, pair: Row) -> bool:
    one, other = pair["figures"]
    figure = label.get("differs") == "figure"
    return any(
        _on(week, label["a"], first, figure=figure) and _on(week, label["b"], second, figure=figure)
        for first, second in ((one, other), (other, one))
    )


def _on(week: Week, side: Row, claim: Row, *, figure: bool) -> bool:
    return any(week.meet(one, claim, figure=figure) for one in (side, *side.get("also", ())))


def _asked_for(label: Row) -> str:
    a, b = label["a"], label["b"]
    kind = label.get("differs", "apart")
    return f"{kind}: {a['file'][:2]} “{a['quote']}” against {b['file'][:2]} “{b['quote']}”"


def _told(pair: Row) -> str:
    sides = (f"{(one['file'] or '')[:2]} “{one['quote']}”" for one in pair["figures"])
    return f"{pair['kind']} ({' '.join(pair['differs'])}): {' against '.join(sides)}"

"""What the heads learn: inventories of labels, and lemmas as edit scripts.

Each row of `TABLE` is one head of the model. A later head (attribution, factuality, coreference)
is one more row here and one more layer of `Example` in treebanks.py.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from treebanks import Example

from tocsin.read.lemmas import CASES, case_of, script_of
from tocsin.read.utterances import CUES

IGNORED = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One head: which gold labels it learns, how much its loss weighs, whether it ships."""

    name: str
    gold: Callable[[Example], tuple[str, ...] | None]
    weight: float = 1.0
    rare: int = 1  # labels seen less often than this are not learnt
    ships: bool = True


def lemma_scripts(example: Example) -> tuple[str, ...] | None:
    """The edit script from each word to its lemma, case apart."""
    return example.lemmas and tuple(map(script_of, example.words, example.lemmas))


def lemma_cases(example: Example) -> tuple[str, ...] | None:
    """How each lemma is written: lower, title or kept."""
    return example.lemmas and tuple(map(case_of, example.words, example.lemmas))


TABLE = (
    Head(name="xpos", gold=lambda e: e.xpos),
    Head(name="upos", gold=lambda e: e.upos, weight=0.5),
    Head(name="lemma", gold=lemma_scripts, weight=0.7, rare=2),
    Head(name="case", gold=lemma_cases, weight=0.3),
    Head(name="deprel", gold=lambda e: e.deprels),
    Head(name="ent", gold=lambda e: e.ents, weight=3.0),
    # GUM's own mentions follow another convention than UNER: they teach the encoder what a name
    # is, and are left behind at export.
    Head(name="cues", gold=lambda e: e.cues, weight=2.0),
    Head(name="names", gold=lambda e: e.names, weight=1.0, ships=False),
)

OPEN_CLASSES = frozenset(["ADJ", "ADV", "NOUN", "PROPN", "VERB"])


def known_lemmas(examples: Iterable[Example]) -> set[str]:
    """Return the lemmas of nouns, verbs, adjectives and adverbs, in small letters."""
    return {
        lemma.lower()
        for e in examples
        for lemma, tag in zip(e.lemmas or (), e.upos or (), strict=True)
        if tag in OPEN_CLASSES and lemma.isalpha()
    }


Inventory = dict[str, list[str]]


def inventory(examples: Iterable[Example]) -> Inventory:
    """Collect the labels of every head, the commonest first."""
    counts: dict[str, Counter[str]] = {head.name: Counter() for head in TABLE}
    for example in examples:
        for head in TABLE:
            counts[head.name].update(head.gold(example) or ())
    labels = {
        head.name: [label for label, n in counts[head.name].most_common() if n >= head.rare]
        for head in TABLE
    }
    return labels | {"case": list(CASES), "cues": list(CUES)}


def numbered(example: Example, labels: dict[str, dict[str, int]]) -> dict[str, list[int]]:
    """Turn gold labels into numbers; what is absent or not learnt is ignored by the loss."""
    numbers = {}
    for head in TABLE:
        gold = head.gold(example) or ("",) * len(example.words)
        numbers[head.name] = [labels[head.name].get(label, IGNORED) for label in gold]
    return numbers

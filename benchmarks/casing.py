"""Capitals for texts that came in one case: each word as the treebanks write it most often."""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ENDING = re.compile(r"..(ed|ing|ly|tions?|ments?|ness|ities|isms?|ists?|ers|ors|ences?|ances?)$")
START = re.compile(r"(?:^|[.!?:]['\"”’)]*\s+|\n\n\s*|\]\s*|[\"“]\s?)$")


def recaser(syntax: Path) -> Callable[[str], str]:
    """Return a function that gives a text its capitals, character for character.

    A word that the treebanks do not know is taken for a name, unless it ends as verbs, adverbs and
    abstract nouns do; a sentence begins with a capital.
    """
    usual = _usual(syntax)

    def recased(text: str) -> str:
        return WORD.sub(lambda word: _cased(word, text, usual), text)

    return recased


def _cased(word: re.Match[str], text: str, usual: dict[str, str]) -> str:
    lower = word[0].lower()
    known = usual.get(lower, lower if ENDING.search(lower) else None)
    if known is None:
        parts = re.split(r"([-'’])", lower)
        known = "".join(usual.get(part, part.capitalize()) for part in parts)
    starts = START.search(text[max(0, word.start() - 6) : word.start()])
    return known[:1].upper() + known[1:] if starts else known


def _usual(syntax: Path) -> dict[str, str]:
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for part in ("ewt-train", "gum-train"):
        with gzip.open(syntax / f"{part}.conllu.gz", "rt", encoding="utf-8") as lines:
            rows = [line.split("\t", 2) for line in lines if line[:1].isdigit()]
        for number, form, _ in rows:
            # The first word of a sentence tells nothing of its case.
            if number != "1":
                seen[form.lower()][form] += 1
    return {word: forms.most_common(1)[0][0] for word, forms in seen.items()}

"""Lemmas as edit scripts: what to cut off a word and what to put on, with case kept apart.

`supplied` → `supply` is the script `3+y` (cut three characters, add y); `was` → `be` shares no
letter and is the script `=be`. A few hundred scripts cover English (after Chrupała 2006).
"""

from collections.abc import Iterable, Sequence

CASES = ("lower", "title", "keep")
SHORTEST = 3  # letters of a lemma that a script makes of a word not known
_MOST_CACHED = 200_000


def script_of(word: str, lemma: str) -> str:
    """Return the script that turns `word` into `lemma`, both taken in lower case.

    >>> script_of("supplied", "supply"), script_of("was", "be"), script_of("Seoul", "Seoul")
    ('3+y', '=be', '0+')
    """
    word, lemma = word.lower(), lemma.lower()
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    if same == 0 and word:
        return f"={lemma}"
    return f"{len(word) - same}+{lemma[same:]}"


def case_of(word: str, lemma: str) -> str:
    """Say how the lemma is written: lower case, title case, or as the word is.

    >>> case_of("Said", "say"), case_of("Seoul", "Seoul"), case_of("JCS", "JCS")
    ('lower', 'title', 'keep')
    """
    if lemma == lemma.lower():
        return "lower"
    return "title" if lemma == lemma.capitalize() else "keep"


class Lemmas:
    """Chooses among the likeliest scripts the first whose lemma is a known word.

    A model that has not seen a word may guess a script that makes none ("supplie"); the vocabulary
    of its word pieces knows better.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._cache: dict[tuple[str, tuple[str, ...], str], str] = {}

    def of(self, word: str, scripts: Sequence[str], case: str) -> str:
        """Return the lemma of a word by its likeliest scripts, best first.

        >>> lemmas = Lemmas({"supply", "supplies"})
        >>> lemmas.of("supplied", ("1+", "3+y", "0+"), "lower")
        'supply'
        >>> lemmas.of("howitzers", ("1+", "0+"), "lower")
        'howitzer'
        """
        key = (word, tuple(scripts), case)
        known = self._cache.get(key)
        if known is None:
            if len(self._cache) > _MOST_CACHED:
                self._cache.clear()
            known = self._cache[key] = self._chosen(*key)
        return known

    def _chosen(self, word: str, scripts: tuple[str, ...], case: str) -> str:
        if not word.isalpha() and any(char.isdigit() for char in word):
            return word  # the treebanks write 1,100 as 1100; a figure is better left alone
        if case == "title" and word.isupper() and word.lower() not in self._known:
            case = "keep"  # an acronym, not a word in capitals
        first = lemma_of(word, scripts[0], case)
        if self._is_sound(first, scripts[0]):
            return first
        edits = [lemma_of(word, s, case) for s in scripts if not s.startswith("=")]
        likely = (lemma for lemma in edits if lemma.lower() in self._known)
        last = first if len(first) >= SHORTEST else word.lower()
        return next((lemma for lemma in likely if _is_near(lemma, first, word)), last)

    def _is_sound(self, lemma: str, script: str) -> bool:
        whole = script == "0+" or script.startswith("=")
        return whole or not lemma.isalpha() or lemma.lower() in self._known


def _is_near(lemma: str, first: str, word: str) -> bool:
    """Say whether a lemma is a shorter form of the word and not much shorter than the first."""
    return lemma.lower() != word.lower() and len(lemma) >= max(SHORTEST, len(first) - 2)


def lemma_of(word: str, script: str, case: str) -> str:
    """Apply a script to a word; a script that does not fit leaves the word as it is.

    >>> lemma_of("Supplied", "3+y", "lower"), lemma_of("KOREAS", "1+", "title")
    ('supply', 'Korea')
    >>> lemma_of("a", "3+y", "lower")
    'a'
    """
    lemma = _applied(word, script)
    if case == "lower":
        return lemma.lower()
    if case == "title":
        return lemma.capitalize() if word.isupper() else lemma[:1].upper() + lemma[1:]
    return lemma


def _applied(word: str, script: str) -> str:
    if script.startswith("="):
        return script[1:]
    cut, _, add = script.partition("+")
    if int(cut) >= len(word):
        return word
    return word[: len(word) - int(cut)] + add

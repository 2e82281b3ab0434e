"""Lemmas as edit scripts: what to cut off a word and what to put on, with case kept apart.

`supplied` → `supply` is the script `3+y` (cut three characters, add y); `was` → `be` shares no
letter and is the script `=be`. A few hundred scripts cover English (after Chrupała 2006).
"""

from functools import lru_cache

CASES = ("lower", "title", "keep")


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


@lru_cache(maxsize=100_000)
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
    return lemma.capitalize() if case == "title" else lemma


def _applied(word: str, script: str) -> str:
    if script.startswith("="):
        return script[1:]
    cut, _, add = script.partition("+")
    if int(cut) >= len(word):
        return word
    return word[: len(word) - int(cut)] + add

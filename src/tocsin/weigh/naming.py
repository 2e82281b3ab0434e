"""Sources under the names that reports give them: one person, one outlet, one voice."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from unicodedata import combining, normalize

_TWICE = re.compile(r"(.)\1+")
_ENDINGS = re.compile(r"[iy]+$")


def surname(name: str) -> str:
    """Return the last word of a person's name as it is known in several spellings.

    Accents, doubled letters and the endings of transcription make no difference.

    >>> surname("Volodymyr Zelenskyy") == surname("Zelensky") == surname("Zelenskiy")
    True
    """
    words = normalize("NFKD", name.casefold()).split() or [""]
    plain = "".join(letter for letter in words[-1] if letter.isalpha() and not combining(letter))
    return _ENDINGS.sub("y", _TWICE.sub(r"\1", plain))


def fullest(names: Iterable[str]) -> Mapping[str, str]:
    """Return for each name of a person the fullest name that can only be the same person's.

    "Zelensky" is "Volodymyr Zelenskyy" if nobody else of that surname is named.
    """
    by_surname: dict[str, set[str]] = defaultdict(set)
    for name in names:
        by_surname[surname(name)].add(name)
    found: dict[str, str] = {}
    for alike in by_surname.values():
        full = [name for name in alike if " " in name]
        if len({name.split()[0][:1].casefold() for name in full}) <= 1:
            best = min(alike, key=lambda name: (-len(name.split()), name))
            found.update(dict.fromkeys(alike, best))
    return found


def plain(name: str, articles: Container[str]) -> str:
    """Return a name without its case and the article before it.

    >>> plain("THE  Post", {"the"}), plain("The", {"the"})
    ('post', 'the')
    """
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in articles else words)


def one_spelling(names: Iterable[str], articles: Container[str]) -> Mapping[str, str]:
    """Return for each name its commonest spelling, whatever the case or the article.

    >>> one_spelling(("THE POST", "The Post", "The Post", "Post"), {"the"})["Post"]
    'The Post'
    """
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        spelled[plain(name, articles)][name] += 1
    return {name: _commonest(count) for count in spelled.values() for name in count}


def _commonest(count: Mapping[str, int]) -> str:
    return min(count, key=lambda name: (-count[name], name))

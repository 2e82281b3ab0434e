"""What a person types into a search, as what is asked for; a query is never wrong."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from tocsin.keep.rows import clean
from tocsin.keep.tokens import tokens
from tocsin.rules.loader import Rule, load

# More words than anyone types; FTS5 gives up on expressions that are nested too deep.
MOST_TERMS, MOST_WORDS = 32, 64

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)
_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')


@dataclass(frozen=True, slots=True, kw_only=True)
class StopWords(Rule):
    """Words that a query leaves out, by language."""

    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRules:
    """The rules of `rules/world/search.toml`."""

    stop: StopWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words in a row; where `begins`, the last of them may be the beginning of a longer word."""

    words: str
    begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What must be found: one term of each of `groups`, and none of `without`."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()


def asked(query: str) -> Query | None:
    """Return what `query` asks for, or None when it holds nothing to look for.

    All words must be found. `"words in a row"`, a `prefix*`, `one OR other` and `-without` mean
    what they look like; all else is taken as words, so no query is wrong.
    """
    groups: list[list[Term]] = []
    without: list[Term] = []
    joins = False
    for sign, phrase, word in _terms(query):
        if word == "OR" and not sign:
            joins = bool(groups)
            continue
        term = _term(phrase, word)
        if term is None:
            continue
        if sign:
            without.append(term)
        elif joins:
            groups[-1].append(term)
        else:
            groups.append([term])
        joins = False
    return Query(groups=tuple(map(tuple, groups)), without=tuple(without)) if groups else None


def expression(query: str) -> str | None:
    """Return what `query` asks for as an FTS5 expression, or None when it asks for nothing.

    >>> expression('the "drone strike" Kursk* OR Sumy -exercise')
    '("drone strike" AND ("Kursk"* OR "Sumy")) NOT ("exercise")'
    """
    found = asked(query)
    if found is None:
        return None
    wanted = " AND ".join(
        f"({_alternatives(group)})" if len(group) > 1 else _alternatives(group)
        for group in found.groups
    )
    return f"({wanted}) NOT ({_alternatives(found.without)})" if found.without else wanted


def _alternatives(terms: tuple[Term, ...]) -> str:
    return " OR ".join(f'"{term.words}"' + "*" * term.begins for term in terms)


def stop_words() -> frozenset[str]:
    """Return the words of every language that a query leaves out."""
    return _stop_words()


@cache
def _stop_words() -> frozenset[str]:
    by_language = load("world", "search.toml", SearchRules).stop.words
    return frozenset(word for words in by_language.values() for word in words)


def _terms(query: str) -> list[tuple[str, str, str]]:
    plain = _CONTROL.sub(" ", clean(query)).translate(_QUOTES)
    found = islice(_TERM.finditer(plain), MOST_TERMS)
    return [(match[1], match[2] or "", match[3] or "") for match in found]


def _term(phrase: str, word: str) -> Term | None:
    text = phrase or word.rstrip("*")
    # Cut here for every database: SQLite would take signs newer than it for letters.
    words = [text[slice(*token.span)] for token in islice(tokens(text), MOST_WORDS)]
    if not words or (not phrase and text.casefold() in stop_words()):
        return None
    return Term(words=" ".join(words), begins=word.endswith("*"))

"""For whom a source speaks: the state it is a part of, or itself; nobody where it cannot be told.

Two bodies of one government are one voice to whoever asks for independence.
"""

from dataclasses import dataclass
from functools import cache

from tocsin.records import Source
from tocsin.rules import load
from tocsin.rules.loader import WORLD
from tocsin.weigh.estimate.phrases import Phrases, parted, words
from tocsin.weigh.estimate.rules import lexicon
from tocsin.weigh.estimate.things import owner_of

_ARMED = "armed"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    name: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    organisations: dict[str, _Name]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seated:
    code: str
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _States:
    state: tuple[_Seated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    sort: str
    state: str | None = None


def speaks_for(source: Source, language: str = "en") -> str | None:
    """Return the code of the state a source belongs to, or the key of a body that is of none.

    Media pass on what others say, and most persons are not told with their office: None. A paper
    is not of the state that it tells of: "evidence that Russian troops had crossed".
    """
    if source.kind == "media":
        return None
    organisation = _organisations(language).get(source.name.casefold())
    if organisation is not None:
        return organisation or None
    if source.kind == "document":
        return None
    for start, _, state in lexicon(language).states.find(text := words(source.name)):
        if source.name[text[start].start].isupper():
            return state.code
    return None


def side(name: str, language: str = "en") -> str | None:
    """Return the code of the state that a name stands for, or a name of the group; None of nobody.

    >>> side("Kremlin"), side("the Ukrainian army"), side("RSF fighters"), side("the army")
    ('RU', 'UA', 'rsf', None)
    """
    known = _organisations(language).get(_bare(name)) or ""
    found = known if known.isupper() else owner_of(name)
    if found is None or not found.isupper():
        # "Kabul's defence ministry" and "Tehran" are the government that sits there.
        return _seats(language).first(parted(name)) or found
    return found


@cache
def _seats(language: str) -> Phrases[str]:
    states = load(language, "entities_states.toml", _States).state
    return Phrases((seat, state.code) for state in states for seat in state.seats)


def is_armed_group(name: str, language: str = "en") -> bool:
    """Return whether a name, or what `side` makes of it, is that of a known armed group."""
    return _bare(name) in _armed(language)


@cache
def _armed(language: str) -> frozenset[str]:
    facts = load(WORLD, "organisations.toml", dict[str, _Fact])
    held = load(language, "entities_organisations.toml", _Names).organisations
    found = [held[key] for key, fact in facts.items() if fact.sort == _ARMED and key in held]
    names = [name for one in found for name in (one.name, *one.names)]
    return frozenset(_bare(name) for name in names) | frozenset(
        owner_of(name) or "" for name in names
    )


def _bare(name: str) -> str:
    text = words(name)
    return " ".join(word.text for word in text if word.text not in lexicon().plain)


@cache
def _organisations(language: str) -> dict[str, str]:
    """Return for each name of an organisation its state, or its key; "" for the media."""
    facts = load(WORLD, "organisations.toml", dict[str, _Fact])
    held = load(language, "entities_organisations.toml", _Names).organisations
    found: dict[str, str] = {}
    for key, names in held.items():
        fact = facts.get(key)
        if fact is not None:
            stands = "" if fact.sort == "media" else _stands(fact) or key
            found.update((name.casefold(), stands) for name in (names.name, *names.names))
    return found


def _stands(fact: _Fact) -> str | None:
    # An armed group of a land is not its government: the two may fight each other.
    return None if fact.sort == _ARMED else fact.state

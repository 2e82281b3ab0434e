"""The known names and the nouns of a language, with the index that finds them in a text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tocsin.read.entities.lists import (
    Gender,
    Given,
    Head,
    NameForm,
    Nouns,
    OrganisationFact,
    OrganisationName,
    Organisations,
    Shared,
    Sort,
    StateFact,
    States,
    Words,
)
from tocsin.records.layers import EntityKind
from tocsin.rules import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A state or organisation of the lists: `key` is its ISO code or short key."""

    kind: EntityKind
    key: str
    name: str
    ref: str | None = None
    sort: Sort | None = None
    state: str | None = None
    beside: tuple[str, ...] = ()
    of: Mapping[str, "Known"] = field(default_factory=dict, hash=False)
    shares: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of something known."""

    text: str
    known: Known
    form: NameForm


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRules:
    """All that `find_entities` is handed: known names, head nouns and pointing words."""

    nouns: Nouns
    forms: Mapping[str, tuple[Form, ...]]
    capitals: Mapping[str, tuple[Form, ...]]
    called: Mapping[str, Known]
    seats: Mapping[str, str]
    state_names: Mapping[str, str]
    states: Mapping[str, Known]
    heads: Mapping[str, Head]
    measures: frozenset[str]
    pronouns: Mapping[str, str]
    sexes: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    def starting(self, letters: str, *, shouted: bool = False) -> tuple[Form, ...]:
        """Return the forms that begin with these two letters, longest first.

        `shouted` asks for the forms as they are in a text all in capitals.
        """
        return (self.capitals if shouted else self.forms).get(letters, ())


def entity_rules(language: str) -> EntityRules:
    """Return the entity rules of a language, read once from its rule files."""
    nouns = load(language, "entities.toml", Nouns)
    states = load(language, "entities_states.toml", States)
    names = load(language, "entities_organisations.toml", Organisations)
    given = load(language, "entities_persons.toml", Given)
    facts = load("world", "organisations.toml", dict[str, OrganisationFact])
    refs = load("world", "states.toml", dict[str, StateFact])
    shares = {own: key for key, each in names.shared.items() for own in each.of.values()}
    known = {
        key: _organisation(key, entry, facts[key], shares.get(key))
        for key, entry in names.organisations.items()
    }
    shared = [(entry, _shared(key, entry, known)) for key, entry in names.shared.items()]
    of_states = list(_states(states, refs))
    forms = [*of_states, *_organisations(names, known), *_shared_forms(shared)]
    return EntityRules(
        nouns=nouns,
        forms=_index(forms),
        capitals=_index(Form(f.text.upper(), f.known, f.form) for f in forms),
        called={text: k for entry, k in shared for text in entry.called},
        seats={seat: state.code for state in states.state for seat in state.seats},
        state_names={state.code: state.name for state in states.state},
        states={form.known.key: form.known for form in of_states},
        heads=_heads(nouns),
        measures=frozenset(nouns.measure.nouns),
        pronouns=_pronouns(nouns.gender),
        sexes=_sexes(nouns.gender),
        given=dict.fromkeys(given.he, "he") | dict.fromkeys(given.she, "she"),
    )


def _heads(nouns: Nouns) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for head in nouns.head:
        for noun in head.nouns:
            heads.setdefault(noun, head)
    return heads | _countries(nouns.stands_for_state)


def _countries(words: Words) -> dict[str, Head]:
    country = Head(
        kind="state",
        family="state",
        nouns=words.nouns,
        example=words.example,
        counter=words.counter,
    )
    return dict.fromkeys(words.nouns, country)


def _states(states: States, refs: Mapping[str, StateFact]) -> Iterator[Form]:
    for state in states.state:
        fact = refs.get(state.code)
        known = Known(
            kind="state",
            key=state.code,
            name=state.name,
            ref=f"wikidata:{fact.wikidata}" if fact else None,
            state=state.code,
            beside=state.beside,
        )
        yield from (Form(text, known, form) for form, text in state.forms())


def _organisation(
    key: str, entry: OrganisationName, fact: OrganisationFact, shares: str | None
) -> Known:
    return Known(
        kind="organisation",
        key=key,
        name=entry.name,
        ref=f"wikidata:{fact.wikidata}" if fact.wikidata else None,
        sort=fact.sort,
        state=fact.state,
        shares=f"shared:{shares}" if shares else None,
    )


def _organisations(names: Organisations, known: Mapping[str, Known]) -> Iterator[Form]:
    for key, entry in names.organisations.items():
        first: NameForm = "metonym" if entry.name in entry.metonyms else "name"
        yield Form(entry.name, known[key], first)
        yield from (Form(text, known[key], "name") for text in entry.names)
        yield from (Form(text, known[key], "metonym") for text in entry.metonyms)


def _shared(key: str, entry: Shared, known: Mapping[str, Known]) -> Known:
    of = {state: known[own] for state, own in entry.of.items()}
    return Known(kind="organisation", key=f"shared:{key}", name=entry.name, sort=entry.sort, of=of)


def _shared_forms(shared: Iterable[tuple[Shared, Known]]) -> Iterator[Form]:
    for entry, known in shared:
        yield from (Form(text, known, "shared") for text in (entry.name, *entry.names))


def _index(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for form in forms:
        found.setdefault(form.text[:2], []).append(form)
    return {k: tuple(sorted(v, key=lambda f: -len(f.text))) for k, v in found.items()}


def _pronouns(gender: Gender) -> dict[str, str]:
    return {word: name for name in ("he", "she", "it", "they") for word in getattr(gender, name)}


def _sexes(gender: Gender) -> dict[str, str]:
    return dict.fromkeys(gender.male, "he") | dict.fromkeys(gender.female, "she")

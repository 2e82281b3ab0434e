"""The places that a figure is counted in, as one reads them: "in Turkey and Syria" is one scope."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from tocsin.records import Claim, Place
from tocsin.weigh.estimate.phrases import Phrases, Word, parted, words
from tocsin.weigh.estimate.rules import Lexicon, State, lexicon


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place that a figure is counted in; `fine` if it is only a part of a country."""

    name: str
    country: str = ""
    fine: bool = False


Scope = tuple[Spot, ...]
Atlas = Phrases[Place]


def atlas(claims: Iterable[Claim]) -> Atlas:
    """Return the places that claims were read to be in, by the words that name them.

    Of several places of one name the one that most claims tell of is meant.
    """
    told: dict[str, Counter[Place]] = defaultdict(Counter)
    for claim in claims:
        place = claim.place
        if place is not None and place.name and place.text[:1].isupper():
            told[place.text][replace(place, span=(0, 0))] += 1
    return Phrases(
        (text, min(found, key=lambda one: (-found[one], str(one))))
        for text, found in sorted(told.items())
    )


def scope_of(
    claim: Claim, language: str = "en", *, owned: bool = False, named: Atlas | None = None
) -> Scope | None:
    """Return the places of a claim's figure, () where none is said, None where it points to one.

    Countries that are joined in the clause are meant together ("across Turkey and Syria"); a place
    that is only pointed to ("killed there") cannot be told. Of people who are `owned`, soldiers of
    a state, a country that is only named in the clause says nothing. `named` are places that other
    claims are in: they are known again behind a word such as "in" where a claim has no place.
    """
    rules = lexicon(language)
    if claim.place is None or not (claim.place.name or claim.place.country):
        if rules.there.may_be_in(claim.quote) and rules.there.first(words(claim.quote)) is not None:
            return None
        found = _received(claim, rules) or (() if owned else _told_of(claim, rules))
        found = found or _where(claim, rules)
        return found or _known(claim, rules, named) or _unlisted(claim.place, rules)
    spot = _spot(claim.place, rules)
    if spot.fine:
        return (spot,)
    clause = words(claim.quote)
    at = claim.place.span[0] - claim.span[0], claim.place.span[1] - claim.span[0]
    return tuple(sorted({spot, *_joined(clause, at, rules)}))


def pointed(
    claim: Claim, near: Scope, told: Sequence[Place] = (), language: str = "en"
) -> Scope | None:
    """Return what the words of a claim that point to a place stand for, None where nothing tells.

    "There" is the land that the source is of, or the place told of last (`near`) if no gazetteer
    has it; "in the country" is that land or the one told of last; "in his province" is the nearest
    province of those that its report tells of (`told`).
    """
    rules = lexicon(language)
    word = rules.there.first(words(claim.quote))
    if word in rules.part:
        fits = (place for place in told if place.precision == rules.part[word])
        return next(((_spot(place, rules),) for place in fits), None)
    if word not in {*rules.rules.scope.land, *rules.rules.scope.spot}:
        return None
    texts = [parted(source.text) for source in reversed(claim.sources)]
    states = [state.code for text in texts for _, _, state in rules.states.find(text)]
    if states:
        return (Spot(states[0], states[0]),)
    if word in rules.rules.scope.spot:
        # Of two towns the text may mean the other: known again by its figure.
        return near if near and not country_only(near) else None
    return country_only(near) or None


def of_source(
    claim: Claim, named: Atlas, lands: Scope, near: Scope = (), language: str = "en"
) -> Scope | None:
    """Return where a source speaks for: the governor of a province, or one of the `lands`.

    Where nothing tells of any land, the land that a source is of is taken for it. Who speaks for a
    part that he does not name speaks for the place told of last (`near`), None where that is none.
    """
    rules = lexicon(language)
    texts = [parted(source.text) for source in claim.sources]
    spots = [_spot(place, rules) for text in texts for _, _, place in named.find(text)]
    fine = [spot for spot in spots if spot.fine]
    if not fine and any(rules.local.first(text) for text in texts):
        return tuple(spot for spot in near if spot.fine) or None
    states = [state.code for text in texts for _, _, state in rules.states.find(text)]
    known = [Spot(code, code) for code in states if not lands or Spot(code, code) in lands]
    return tuple([*fine, *known][:1])


def country_only(scope: Scope) -> Scope:
    """Return the countries that a scope lies in; a place in none, a sea say, is no scope."""
    return tuple(sorted({Spot(s.country, s.country) for s in scope if s.country}))


def said(scope: Scope, language: str = "en") -> str | None:
    """Return a scope in words, None for none."""
    rules = lexicon(language)
    names = [
        rules.state[spot.country].name
        if not spot.fine and spot.country in rules.state
        else spot.name
        for spot in scope
    ]
    return rules.rules.scope.said.join(names) or None


def _spot(place: Place, rules: Lexicon) -> Spot:
    name = place.name or place.text
    state = rules.states.first(words(name))
    whole = state is not None and len(words(state.name)) == len(words(name))
    if place.country and (place.precision == "country" or whole):
        return Spot(place.country, place.country)
    if state is not None and whole:
        return Spot(state.code, state.code)
    # A sea or a range of mountains is in no country, though gazetteers put it in one.
    country = None if place.precision == "region" else place.country
    return Spot(name, country or "", fine=True)


def spot_of(place: Place, language: str = "en") -> Spot:
    """Return a place as one that figures are counted in."""
    return _spot(place, lexicon(language))


def _unlisted(place: Place | None, rules: Lexicon) -> Scope:
    """Return a part of a land by its name, though no gazetteer has it: "Choam Khsant district".

    A hospital or a camp with a name may be in a town that other reports name.
    """
    named = place.text.split() if place is not None else []
    called = list(takewhile(lambda word: word[:1].isupper(), named))
    kind = named[len(called) :]
    if not called or len(kind) != 1 or kind[0] not in rules.rules.scope.admin:
        return ()
    return (Spot(" ".join(called), fine=True),)


def _received(claim: Claim, rules: Lexicon) -> Scope:
    recipient = next((role for role in claim.roles if role.role == "recipient"), None)
    if recipient is None or recipient.kind != "state":
        return ()
    state = rules.states.first(words(recipient.name or recipient.text))
    return () if state is None else (Spot(state.code, state.code),)


def _told_of(claim: Claim, rules: Lexicon) -> Scope:
    """Return the states that the clause names first behind a figure of whom something befell."""
    if claim.quantity is None or rules.harms.first(words(claim.event.text)) is None:
        return ()
    clause, behind = words(claim.quote), claim.quantity.span[1] - claim.span[0]
    for start, end, state in rules.states.find(clause):
        at = clause[start].start, clause[end - 1].end
        there = (at[0] >= behind and not _acts(claim, at)) or _led(clause, start, rules)
        if there and not _spoken(claim, at) and _by_name(claim.quote[at[0] : at[1]], state):
            return tuple(sorted(set(_joined(clause, at, rules))))
    return ()


def _where(claim: Claim, rules: Lexicon) -> Scope:
    """Return the state that a clause is about: "Mozambique, where 87 cases were notified"."""
    clause = words(claim.quote)
    for start, end, state in rules.states.find(clause):
        at = clause[start].start, clause[end - 1].end
        named = _by_name(claim.quote[at[0] : at[1]], state) and not _spoken(claim, at)
        if named and _about(clause, end, rules):
            return (Spot(state.code, state.code),)
    return ()


def _acts(claim: Claim, at: tuple[int, int]) -> bool:
    acting = (role.span for role in claim.roles if role.role == "actor")
    return any(s - claim.span[0] < at[1] and at[0] < e - claim.span[0] for s, e in acting)


def _spoken(claim: Claim, at: tuple[int, int]) -> bool:
    """Whether words stand in the name of who says it."""
    taken = [source.span for source in claim.sources]
    return any(s - claim.span[0] < at[1] and at[0] < e - claim.span[0] for s, e in taken)


def _known(claim: Claim, rules: Lexicon, named: Atlas | None) -> Scope:
    """Return the first place of others that the clause names behind a word for being there."""
    if named is None:
        return ()
    clause = words(claim.quote)
    for start, end, place in named.find(clause):
        at = clause[start].start, clause[end - 1].end
        if (
            (_led(clause, start, rules) or _about(clause, end, rules))
            and claim.quote[at[0] : at[1]] == place.text
            and not _spoken(claim, at)
        ):
            return (_spot(place, rules),)
    return ()


def _led(clause: Sequence[Word], start: int, rules: Lexicon) -> bool:
    before = start - 1
    while before > 0 and clause[before].text in rules.rules.scope.lead:
        before -= 1
    return before >= 0 and clause[before].text in rules.rules.scope.in_


def _about(clause: Sequence[Word], end: int, rules: Lexicon) -> bool:
    """Whether a clause is of the place before it: "Arequipa, where 3,000 marched"."""
    behind = (word.text for word in clause[end : end + 2] if word.text not in rules.joins)
    return next(behind, "") in rules.rules.scope.where


def _by_name(text: str, state: State) -> bool:
    return text in (state.name, *state.names)


def _joined(clause: Sequence[Word], at: tuple[int, int], rules: Lexicon) -> list[Spot]:
    named = list(rules.states.find(clause))
    here = next((n for n, (s, e, _) in enumerate(named) if _holds(clause, s, e, at)), None)
    if here is None:
        return []
    first = last = here
    while first > 0 and _meant(clause, named[first - 1][1], named[first][0], rules):
        first -= 1
    while last + 1 < len(named) and _meant(clause, named[last][1], named[last + 1][0], rules):
        last += 1
    return [Spot(state.code, state.code) for _, _, state in named[first : last + 1]]


def _holds(clause: Sequence[Word], start: int, end: int, at: tuple[int, int]) -> bool:
    return clause[start].start < at[1] and at[0] < clause[end - 1].end


def _meant(clause: Sequence[Word], end: int, start: int, rules: Lexicon) -> bool:
    between = [word.text for word in clause[end:start]]
    return bool(between) and all(word in rules.joins for word in between)

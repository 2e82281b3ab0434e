"""What a claim's figure counts: the measure, of whom, whether it is a stock, a flow or a total."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import dropwhile, takewhile

from tocsin.records import Claim, Quantity, Role
from tocsin.records.weighed import FigureKind
from tocsin.weigh.estimate.phrases import Word, parted, words
from tocsin.weigh.estimate.rules import Deed, Harm, Lexicon, Noun, lexicon

# A figure for people or things is a whole number; "7.7" is a magnitude or a calibre.
_ACTED_ON = frozenset({"target", "object", "recipient"})
_BODIES = frozenset({"state", "organisation", "group"})
# Characters beside a figure, and words behind "the number of", that are looked at.
_NEAR, _REACH = 24, 5
# Of what was doubled the contract gives how many times as much it is, and no number of anything.
_TIMES = "times"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted, so that figures for the same thing are equal in it.

    `noun` is the kind of people or things, `measure` what befell them or was done with them. `mark`
    keeps plans, forecasts and additions apart. `owner` is whose they are, or (`by`) who did it to
    them, None where it is not said: a state's code, or the name of a group. `period` marks what is
    counted by the day, `unnamed` that nothing says who it befell,
    `wide` the noun that is said for these things as well.
    """

    measure: str
    noun: str
    unit: str | None = None
    mark: str = ""
    owner: str | None = None
    by: bool = False
    person: bool = False
    harm: bool = False
    period: bool = False
    unnamed: bool = False
    wide: str = ""
    kind: FigureKind

    @property
    def name(self) -> str:
        """The measure in words."""
        parts = (self.noun, self.measure)
        text = " ".join(part for part in parts if part)
        return f"{text} ({self.mark})" if self.mark else text


@dataclass(frozen=True, slots=True)
class _Thing:
    name: str
    rule: Noun | None
    owner: str | None
    stated: bool


def counted(claim: Claim, language: str = "en") -> Counted | None:
    """Return what the figure of `claim` counts, None where it counts no news.

    A figure counts whoever is acted upon, or the event itself ("27 attacks"). Odd figures (a
    magnitude, a number of countries, a footnote) count nothing.
    """
    if claim.quantity is None or not _whole(claim.quantity):
        return None
    seen = _seen(claim, claim.quantity, language)
    if seen is None:
        return None
    harm = _harm(seen)
    if harm is not None:
        return _moved(_harmed(seen, harm), seen)
    deed = _deed(seen)
    return None if deed is None else _moved(_done(seen, deed), seen)


def _moved(what: Counted | None, seen: "_Seen") -> Counted | None:
    """Return what a figure counts by which another rose or fell: it is no level of its own."""
    if what is None or seen.quantity.change is None:
        return what
    added = seen.rules.rules.added
    moved = added.up if seen.quantity.change == "up" else added.down
    return replace(what, mark=", ".join(filter(None, (what.mark, moved))), kind="flow")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A claim with its figure, what the figure stands by, and the rules of the language."""

    rules: Lexicon
    claim: Claim
    quantity: Quantity
    thing: _Thing
    role: Role | None
    clause: Sequence[Word]
    language: str

    @property
    def person(self) -> bool:
        return self.thing.rule is not None and self.thing.rule.person

    @property
    def itself(self) -> bool:
        return self.thing.rule is not None and self.thing.rule.deed


def _seen(claim: Claim, quantity: Quantity, language: str) -> _Seen | None:
    rules, role = lexicon(language), _role(claim, quantity)
    clause = words(claim.quote)
    thing = _thing(quantity.of or "", language)
    if thing is None or thing.rule is None:
        thing = _otherwise(claim, quantity, role, clause, language) or thing
    if thing is None:
        return None
    return _Seen(
        rules=rules,
        claim=claim,
        quantity=quantity,
        thing=thing,
        role=role,
        clause=clause,
        language=language,
    )


def _otherwise(
    claim: Claim, quantity: Quantity, role: Role | None, clause: Sequence[Word], language: str
) -> _Thing | None:
    """Return what stands behind the figure in its role, or behind "the number of"."""
    texts = []
    if role is not None:
        texts.append(role.text[quantity.span[1] - role.span[0] :])
    if not quantity.of:
        found = lexicon(language).number.find(clause)
        texts.extend(_after(claim.quote, clause, end) for _, end, _ in found)
    things = (_thing(text, language) for text in texts)
    return next((one for one in things if one is not None and one.rule is not None), None)


def _after(quote: str, clause: Sequence[Word], end: int) -> str:
    behind = clause[end : end + _REACH]
    return quote[behind[0].start : behind[-1].end] if behind else ""


def _whole(quantity: Quantity) -> bool:
    if quantity.unit is not None:
        return quantity.change is None or quantity.unit != _TIMES
    known = [v for v in (quantity.low, quantity.best, quantity.high) if v is not None]
    odd = all(value % 1 != 0 for value in known)
    return bool(known) and not (odd and quantity.bound != "range")


@lru_cache(maxsize=50_000)
def _thing(of: str, language: str) -> _Thing | None:
    rules = lexicon(language)
    text: Sequence[Word] = tuple(takewhile(lambda word: word.text != ",", words(of)))
    owner, text = _owner(rules, of, text)
    text = tuple(word for word in text if word.text not in rules.plain)
    if not text:
        return _Thing("", None, owner, stated=bool(of))
    found = list(rules.nouns.find(text))
    if text[-1].text in rules.idle and not (found and found[-1][2].deed):
        return None
    if not found:
        return _Thing(" ".join(word.text for word in text), None, owner, stated=True)
    return _named(of, text, found, owner)


def _named(
    of: str, text: Sequence[Word], found: list[tuple[int, int, Noun]], owner: str | None
) -> _Thing:
    deed = next((noun for _, _, noun in found if noun.deed), None)
    if deed is not None and found[0][2] is deed:
        return _Thing(deed.name, deed, owner, stated=True)
    rule, first = found[-1][2], found[0][0]
    names = list(dict.fromkeys(noun.name for _, _, noun in found))
    before = [word for word in text[:first] if not of[word.start].isupper()]
    proper = [of[w.start : w.end] for w in text[:first] if of[w.start].isupper()]
    name = " ".join([*(word.text for word in before), " and ".join(names)])
    return _Thing(name, rule, owner or group_name(" ".join(proper[-1:])), stated=True)


def group_name(name: str | None, language: str = "en") -> str | None:
    """Return a name by which a group is known again: its first proper words without plural s.

    >>> group_name("the Houthi rebels"), group_name("Houthis"), group_name("The United Nations")
    ('houthi', 'houthi', 'united nation')
    """
    plain = lexicon(language).plain
    found = [word for word in (name or "").split() if word.casefold() not in plain]
    proper = takewhile(_proper, dropwhile(lambda word: not _proper(word), found))
    return " ".join(proper).casefold().removesuffix("s") or None


def owner_of(name: str, language: str = "en") -> str | None:
    """Return the code of the state that a name is of, or else the name of a group.

    >>> owner_of("Eritrean soldiers"), owner_of("Eritrea"), owner_of("the Houthi rebels")
    ('ER', 'ER', 'houthi')
    """
    state = lexicon(language).states.first(parted(name))
    return state.code if state is not None else group_name(name, language)


def _proper(word: str) -> bool:
    return word[:1].isupper() and word.isalpha()


def _owner(rules: Lexicon, of: str, text: Sequence[Word]) -> tuple[str | None, Sequence[Word]]:
    for start, end, state in rules.states.find(text):
        if of[text[start].start].isupper():
            return state.code, (*text[:start], *text[end:])
    return None, text


def _role(claim: Claim, quantity: Quantity) -> Role | None:
    start, end = quantity.span
    holding = [r for r in claim.roles if r.span[0] <= start and end <= r.span[1]]
    acted = [role for role in holding if role.role in _ACTED_ON]
    return next(iter(acted or holding), None)


def _harm(seen: _Seen) -> Harm | None:
    """Return what befell whom: by what is counted, by the event, or by words behind the figure."""
    if seen.itself:
        return None
    rules = seen.rules
    found = [
        rules.harms.first(words(seen.claim.event.text)),
        rules.harmed.first(words(seen.quantity.of or "")),
    ]
    if not any(found) and seen.claim.event.type in rules.rules.harmful.type:
        found.append(rules.harms.first(_behind(seen)))
    fits = (harm for harm in rules.rules.harm if harm.person in (None, seen.person))
    return next((harm for harm in fits if harm in found), None)


def _behind(seen: _Seen) -> Sequence[Word]:
    end = seen.quantity.span[1] - seen.claim.span[0]
    return words(seen.claim.quote[max(0, end) : max(0, end) + _NEAR])


def _harmed(seen: _Seen, harm: Harm) -> Counted | None:
    said = seen.rules.harmed.first(words(seen.quantity.of or "")) is not None
    unnamed = seen.thing.name == "" or (said and not seen.person)
    if unnamed and (harm.of is None or not (said or seen.role or _beside(seen))):
        return None
    whom = _befallen(seen) if unnamed else seen.thing
    return Counted(
        measure=harm.name,
        noun=whom.name if whom else harm.of or "",
        unit=seen.quantity.unit,
        mark=seen.rules.mark.get(seen.claim.status, ""),
        owner=(whom.owner if whom else None) or _owner_in(seen) or _speaker(seen),
        person=unnamed or seen.person,
        harm=True,
        unnamed=whom is None,
        period=_by_period(seen),
        wide=_wide(seen),
        kind=_kind(seen, "flow" if _dated(seen.claim) else "total"),
    )


def _befallen(seen: _Seen) -> _Thing | None:
    """Return whom something befell by the role of those: "the rebels suffered 100 deaths"."""
    start = seen.quantity.span[0]
    told = (
        r for r in seen.claim.roles if r.role == "target" and not r.span[0] <= start < r.span[1]
    )
    things = (_thing(role.text, seen.language) for role in told)
    return next((one for one in things if one and one.rule and one.rule.person), None)


def _speaker(seen: _Seen) -> str | None:
    """Return who says it, where the figure is of "its" soldiers."""
    own = any(word.text in seen.rules.own for word in _behind(seen)[:2])
    return owner_of(seen.claim.sources[-1].name) if own and seen.claim.sources else None


def _wide(seen: _Seen) -> str:
    rule = seen.thing.rule
    return rule.wide if rule is not None and rule.name == seen.thing.name else ""


def _beside(seen: _Seen) -> bool:
    # "a death toll of 1,300" has no one to be acted upon: the figure stands by the event's word.
    (start, end), (first, last) = seen.quantity.span, seen.claim.event.span
    return max(start - last, first - end) <= _NEAR // 2


def _deed(seen: _Seen) -> Deed | None:
    event = words(seen.claim.event.text)
    for deed in seen.rules.rules.deed:
        if seen.claim.event.type not in deed.type or deed.person not in (None, seen.person):
            continue
        told = seen.rules.deeds[deed]
        # What is fired is said by the verb alone; where troops are, by the clause.
        where = seen.clause if deed.kind == "stock" else event
        if not deed.word or told.first(event) or told.first(where):
            return deed
    return None


def _done(seen: _Seen, deed: Deed) -> Counted | None:
    loose = seen.role is None or not (seen.thing.name or seen.quantity.unit)
    if loose and seen.thing.rule is None:
        return None
    attacks = seen.itself and seen.claim.event.type == "attack"
    owner = seen.thing.owner or (None if seen.itself else _owner_in(seen))
    return Counted(
        measure="" if seen.itself else deed.name,
        noun="attacks" if attacks else seen.thing.name,
        unit=seen.quantity.unit,
        mark=_mark(seen),
        owner=owner or _actor(seen),
        by=owner is None and not (deed.own or seen.itself),
        person=seen.person,
        period=_by_period(seen),
        wide=_wide(seen),
        kind=_kind(seen, _default(seen, deed)),
    )


def _default(seen: _Seen, deed: Deed) -> FigureKind:
    return "total" if seen.itself and not _dated(seen.claim) else deed.kind


def _owner_in(seen: _Seen) -> str | None:
    """Return whose they are by the words that hold the figure: "troops from North Korea"."""
    origin = [role.name or role.text for role in seen.claim.roles if role.role == "origin"]
    texts = [seen.role.text, seen.role.name or ""] if seen.role is not None else []
    for text in texts:
        found = words(text)
        for start, _, state in seen.rules.states.find(found):
            near = text[found[start].start :]
            before = found[start - 1].text if start else ""
            adjective = any(near.startswith(one) for one in (*state.adjectives, *state.people))
            if adjective or before in seen.rules.rules.scope.from_:
                return state.code
    named = (seen.rules.states.first(words(text)) for text in origin)
    return next((state.code for state in named if state is not None), None)


def _actor(seen: _Seen) -> str | None:
    actor = next((role for role in seen.claim.roles if role.role == "actor"), None)
    if actor is None or actor is seen.role:
        return None
    name = actor.name or actor.text
    state = seen.rules.states.first(words(name))
    if state is not None:
        return state.code
    return group_name(name) if actor.kind in _BODIES else None


def _mark(seen: _Seen) -> str:
    added = seen.rules.rules.added
    marks = [seen.rules.mark.get(seen.claim.status, "")]
    start = max(0, seen.quantity.span[0] - seen.claim.span[0])
    before = words(seen.claim.quote[max(0, start - _NEAR) : start])[-2:]
    behind = _behind(seen)[:1]
    of = words(seen.quantity.of or "")[:1]
    close = {word.text for word in (*before, *of, *behind, *words(seen.quantity.text))}
    if close & {*added.word} or {word.text for word in behind} & {*added.more}:
        marks.append(added.mark)
    return ", ".join(mark for mark in marks if mark)


def _by_period(seen: _Seen) -> bool:
    return seen.rules.runs["flow"].first(seen.clause) is not None


def _kind(seen: _Seen, default: FigureKind) -> FigureKind:
    if _by_period(seen):
        return "flow"
    if default != "stock" and seen.rules.runs["total"].first(seen.clause) is not None:
        return "total"
    return default


def _dated(claim: Claim) -> bool:
    """Whether a deed is told of a day or two, and not as the toll of a disaster."""
    time = claim.time
    if claim.event.type == "disaster" or time is None or time.start is None or time.end is None:
        return False
    return (time.end - time.start).days <= 1

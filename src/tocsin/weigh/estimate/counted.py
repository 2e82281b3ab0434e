"""What a claim's figure counts: the measure, of whom, whether it is a stock, a flow or a total."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.records import Claim, Quantity
from tocsin.records.weighed import FigureKind
from tocsin.weigh.estimate import runs
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.rules import Deed, Harm
from tocsin.weigh.estimate.seen import NEAR, Seen, actor, befallen, owner_in, seen, speaker

# Of what was doubled the contract gives how many times as much it is, and no number of anything.
_TIMES = "times"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted, so that figures for the same thing are equal in it.

    `noun` is the kind of people or things, `measure` what befell them or was done with them. `mark`
    keeps plans, forecasts and additions apart. `owner` is whose they are, or (`by`) who did it to
    them, None where it is not said: a state's code, or the name of a group. `anybody` marks people
    of no special kind, who are nobody's army, `grows` harm of which more is found day by day,
    `falls` what becomes less, `period` what is counted by the day, `unnamed` that nothing says who
    it befell, `wide` the noun that is said for these things as well, `part` that the figure is of a
    part ("50 of 80 drones"), `daily` that it is of what is found day by day: cases.
    """

    measure: str
    noun: str
    unit: str | None = None
    mark: str = ""
    owner: str | None = None
    by: bool = False
    person: bool = False
    anybody: bool = False
    harm: bool = False
    grows: bool = False
    falls: bool = False
    period: bool = False
    unnamed: bool = False
    wide: str = ""
    part: bool = False
    daily: bool = False
    kind: FigureKind

    @property
    def name(self) -> str:
        """The measure in words."""
        parts = (self.noun, self.measure)
        text = " ".join(part for part in parts if part)
        return f"{text} ({self.mark})" if self.mark else text

    @property
    def army(self) -> str | None:
        """The owner of what moves and fights for him; None of people who are merely of a land."""
        return None if self.anybody else self.owner


def counted(claim: Claim, language: str = "en") -> Counted | None:
    """Return what the figure of `claim` counts, None where it counts no news.

    A figure counts whoever is acted upon, or the event itself ("27 attacks"). Odd figures (a
    magnitude, a number of countries, a footnote) count nothing.
    """
    if claim.quantity is None or not _whole(claim.quantity):
        return None
    one = seen(claim, claim.quantity, language)
    if one is None:
        return None
    harm = _harm(one)
    if harm is not None:
        return _moved(_harmed(one, harm), one)
    deed = _deed(one)
    return _moved(_told(one) if deed is None else _done(one, deed), one)


def _whole(quantity: Quantity) -> bool:
    # A figure for people or things is a whole number; "7.7" is a magnitude or a calibre.
    if quantity.unit is not None:
        return quantity.change is None or quantity.unit != _TIMES
    known = [v for v in (quantity.low, quantity.best, quantity.high) if v is not None]
    odd = all(value % 1 != 0 for value in known)
    return bool(known) and not (odd and quantity.bound != "range")


def _moved(what: Counted | None, one: Seen) -> Counted | None:
    """Return what a figure counts by which another rose or fell: it is no level of its own."""
    if what is None or one.quantity.change is None:
        return what
    added = one.rules.rules.added
    moved = added.up if one.quantity.change == "up" else added.down
    return replace(what, mark=", ".join(filter(None, (what.mark, moved))), kind="flow")


def _harm(one: Seen) -> Harm | None:
    """Return what befell whom: by what is counted, by the event, or by words behind the figure."""
    if one.itself:
        return None
    rules = one.rules
    found = [
        rules.harms.first(words(one.claim.event.text)),
        rules.harmed.first(one.of),
    ]
    known = one.thing.rule is not None and not one.person
    fits = [
        h for h in rules.rules.harm if h.person in (None, one.person) and not (known and h.living)
    ]
    told = _said_behind(one, fits) or next((harm for harm in fits if harm in found), None)
    told = told or _by_type(one, fits)
    if told is None and one.claim.event.type in rules.rules.harmful.type:
        behind = (value for _, _, value in rules.harms.find(one.behind))
        told = next((harm for harm in behind if harm in fits), None) or _tolled(one)
    return told


def _said_behind(one: Seen, fits: Sequence[Harm]) -> Harm | None:
    """Return the harm that stands behind the figure in place of whom: "killed, and 40 wounded"."""
    if len(one.of) > 1 or not one.behind or _is_whom(one):
        return None
    told = one.rules.harms.first(one.behind[:1]) or one.rules.harmed.first(one.behind[:1])
    return told if told in fits else None


def _is_whom(one: Seen) -> bool:
    """Whether the word behind the figure names whom or what something befell: "six refugees"."""
    counted_ = bool(one.of) and one.of[-1].text == one.behind[0].text
    told = one.rules.harms.first(words(one.claim.event.text)) is not None
    return counted_ and told and (one.person or one.rules.harmed.first(one.of) is None)


def _by_type(one: Seen, fits: Sequence[Harm]) -> Harm | None:
    """Return the harm that the clause names of those that an event may be of, else the last."""
    people = one.person or not one.thing.name
    meant = [harm for harm in fits if people and one.claim.event.type in harm.type]
    named = {harm for _, _, harm in one.rules.harms.find(one.clause)} if meant else set()
    return next((harm for harm in meant if harm in named), meant[-1] if meant else None)


def _tolled(one: Seen) -> Harm | None:
    """Return what the toll of the clause is of: "the death toll of the floods rose to 217"."""
    rules = one.rules
    bare = one.person or not one.quantity.of
    found = rules.tolls.first(one.clause) if bare else None
    return rules.harms.first(words(found)) if found else None


def _harmed(one: Seen, harm: Harm) -> Counted | None:
    if (one.quantity.unit is not None and harm.of is not None) or _of_those(one, harm):
        return None
    said = one.rules.harmed.first(one.of) is not None
    unnamed = one.thing.name == "" or (said and not one.person)
    shown = said or one.role or _beside(one) or _tolled(one) is harm
    if unnamed and not shown:
        return None
    whom = befallen(one) if unnamed else one.thing
    rule = whom.rule if whom else one.rules.anybody
    flies = rule is not None and rule.flies
    return Counted(
        measure=harm.of_flying if flies and harm.of_flying else harm.name,
        noun=whom.name if whom else harm.of or "",
        unit=one.quantity.unit,
        mark=", ".join(filter(None, _marks(one, harm))),
        owner=(whom.owner if whom else None) or owner_in(one) or speaker(one),
        person=harm.of is not None if unnamed else one.person,
        anybody=rule is not None and rule.anybody,
        harm=True,
        grows=harm.grows,
        falls=harm.falls,
        unnamed=whom is None,
        period=runs.by_period(one),
        wide=_wide(one),
        kind=runs.kind(one, "flow" if runs.dated(one.claim) else "total"),
    )


def _of_those(one: Seen, harm: Harm) -> bool:
    """Whether the figure is some of those that something befell: "three of the wounded"."""
    part = any(word.text in one.rules.parts for word in one.behind[:1])
    return part and one.rules.harmed.first(one.of or one.behind) is harm


def _among(one: Seen, harm: Harm) -> str:
    """Return what befell before those whom something befalls: "three of the wounded died"."""
    before = one.rules.harmed.first(one.of)
    apart = before is not None and before is not harm and before.name not in harm.parts
    # Refugees are who they are.
    people = one.rules.nouns.first(one.of) is not None
    if not apart or before is None or people or harm.name in before.parts:
        return ""
    return one.rules.rules.part.said.format(before.name)


def _marks(one: Seen, harm: Harm) -> Iterator[str]:
    """Yield what keeps a figure for harm apart: a forecast, the wounded who died, "seven more"."""
    yield one.rules.mark.get(one.claim.status, "")
    yield _among(one, harm)
    end = one.quantity.span[1] - one.claim.span[0]
    if any(one.clause[start].start >= end for start, _, _ in one.rules.amid.find(one.clause)):
        yield one.rules.rules.part.mark
    first = (word.text for words_ in (one.of, one.behind) for word in words_[:1])
    added = one.rules.rules.added
    more = {*added.more, *added.fresh}
    if harm.adds and one.quantity.change is None and any(word in more for word in first):
        yield added.mark


def _wide(one: Seen) -> str:
    rule = one.thing.rule
    return rule.wide if rule is not None and rule.name == one.thing.name else ""


def _beside(one: Seen) -> bool:
    # "a death toll of 1,300" has no one to be acted upon: the figure stands by the event's word.
    (start, end), (first, last) = one.quantity.span, one.claim.event.span
    return max(start - last, first - end) <= NEAR // 2


def _deed(one: Seen) -> Deed | None:
    event = words(one.claim.event.text)
    for deed in one.rules.rules.deed:
        if one.claim.event.type not in deed.type or deed.person not in (None, one.person):
            continue
        told = one.rules.deeds[deed]
        # What is fired is said by the verb alone; where troops are, by the clause.
        where = one.clause if deed.kind == "stock" else event
        if not deed.word or told.first(event) or told.first(where):
            return deed
    return None


def _done(one: Seen, deed: Deed) -> Counted | None:
    loose = one.role is None or not (one.thing.name or one.quantity.unit)
    if loose and one.thing.rule is None:
        return None
    itself = one.rules.counting.get(one.claim.event.type) if one.itself else None
    owner = one.thing.owner or (None if one.itself else owner_in(one))
    return Counted(
        measure="" if one.itself else deed.name,
        noun=itself or one.thing.name,
        unit=one.quantity.unit,
        mark=runs.mark(one),
        owner=owner or actor(one),
        by=owner is None and not (deed.own or one.itself),
        person=one.person,
        anybody=one.thing.rule is not None and one.thing.rule.anybody,
        period=runs.by_period(one),
        wide=_wide(one),
        part=any(word.text in one.rules.parts for word in one.behind[:1]),
        daily=one.thing.rule is not None and one.thing.rule.daily,
        kind=runs.kind(one, _default(one, deed)),
    )


def _told(one: Seen) -> Counted | None:
    """Return what a figure counts of an event that no rule knows: it goes by the event's type."""
    harmful = one.claim.event.type in one.rules.rules.harmful.type
    if harmful or (one.thing.rule is None and one.quantity.unit is None):
        return None
    return Counted(
        measure=one.claim.event.type.replace("-", " "),
        noun=one.thing.name,
        unit=one.quantity.unit,
        mark=runs.mark(one),
        owner=one.thing.owner or owner_in(one),
        person=one.person,
        anybody=one.thing.rule is not None and one.thing.rule.anybody,
        period=runs.by_period(one),
        wide=_wide(one),
        kind=runs.kind(one, "flow" if runs.dated(one.claim) else "total"),
    )


def _default(one: Seen, deed: Deed) -> FigureKind:
    return "total" if one.itself and not runs.dated(one.claim) else deed.kind

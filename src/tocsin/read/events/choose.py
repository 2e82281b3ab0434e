"""From candidates to events: one sense per word, one event per deed, listed figures told apart."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from tocsin.read.events.candidates import Candidate
from tocsin.read.events.participants import SUM, TALLY
from tocsin.read.events.phrases import Phrases
from tocsin.read.events.words import Argument
from tocsin.read.syntax import Sentence

# Whose losses they are; what only governs or follows a noun.
_WHOSE = ("poss", "name")
_APART = ("governor", "clause", "light")
_CLAUSES = frozenset({"advcl", "parataxis", "conj", "root"})


def choose(sentence: Sentence, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that stand: none twice, coordinated objects of two types both."""
    by_head: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_head.setdefault(candidate.head.i, []).append(candidate)
    kept = [c for group in by_head.values() for c in _senses(group)]
    kept = _without_nested(_by_entries(kept))
    return _joined(sentence, kept)


def _senses(group: Sequence[Candidate]) -> list[Candidate]:
    ranked = sorted(group, key=lambda c: (-c.entry.weight, c.entry.order))
    kept = [ranked[0]]
    for candidate in ranked[1:]:
        if all(_apart(candidate, other) for other in kept):
            kept.append(candidate)
    if len(kept) == 1:
        return kept
    taken = {key for candidate in kept for key in candidate.fixed}
    return [_narrowed(candidate, taken) for candidate in kept]


def _apart(one: Candidate, other: Candidate) -> bool:
    """Two senses of one verb both hold where each has conjuncts of its own in the same slot."""
    if one.entry.type == other.entry.type or not one.fixed or not other.fixed:
        return False
    shared = {slot for slot, _ in one.fixed} & {slot for slot, _ in other.fixed}
    return bool(shared) and not one.fixed & other.fixed


def _narrowed(candidate: Candidate, taken: Collection[tuple[str, int]]) -> Candidate:
    """Return a sense with its own listed participants, and those behind them that no sense has.

    "Lost 1,250 troops, 14 vehicles and 22 pieces": pieces are what vehicles are, not troops.
    """
    slots = {slot for slot, _ in candidate.fixed}
    kept: list[Argument] = []
    ours = False
    for argument in candidate.arguments:
        key = (argument.slot, argument.head.i)
        if argument.slot not in slots:
            kept.append(argument)
            continue
        ours = key in candidate.fixed or (ours and key not in taken)
        kept += [argument] if ours else []
    return replace(candidate, arguments=tuple(kept), split=True)


def _by_entries(kept: Sequence[Candidate]) -> list[Candidate]:
    """Return each entry of a tally in the place of the noun that only sums them up.

    "Put its losses at 14 dead and 38 wounded": 14 died and 38 were hurt, all of its own.
    """
    entries = [c for c in kept if _slot(c, TALLY)]
    sums = [c for c in kept if c.head.upos == "NOUN" and c not in entries]
    sums = [c for c in sums if any(_sums_up(c, e) for e in entries)]
    shared = [a._replace(shared=True) for c in sums for a in c.arguments if a.slot in _WHOSE]
    return [_of_those(c, shared) if c in entries else c for c in kept if c not in sums]


def _of_those(entry: Candidate, whose: Sequence[Argument]) -> Candidate:
    """Return an entry of a tally with whose losses it counts, in the place of the bare figure."""
    number = _slot(entry, TALLY)[0].head
    own = tuple(a for a in entry.arguments if a.slot == TALLY or not whose or a.head.i != number.i)
    return replace(entry, arguments=(*own, *whose))


def _sums_up(noun: Candidate, entry: Candidate) -> bool:
    same = noun.entry.type == entry.entry.type and noun.head.i < entry.head.i
    number = _slot(entry, TALLY)[0].head.i
    held = {entry.head.i, number}
    return same and any(a.head.i in held and a.slot not in _APART for a in noun.arguments)


def _without_nested(kept: Sequence[Candidate]) -> list[Candidate]:
    """Drop the event of a noun that is a participant of the same event's verb, and light verbs."""
    dropped: set[tuple[int, str]] = set()
    for upper in kept:
        for lower in kept:
            if upper is lower or upper.entry.type != lower.entry.type:
                continue
            if lower.predicate.i == upper.head.i:
                dropped.add(_key(upper))
            elif _key(upper) not in dropped and _takes(upper, lower):
                dropped.add(_key(lower))
    return [candidate for candidate in kept if _key(candidate) not in dropped]


def _key(candidate: Candidate) -> tuple[int, str]:
    return candidate.head.i, candidate.entry.type


def _takes(upper: Candidate, lower: Candidate) -> bool:
    head = lower.head
    if _slot(lower, TALLY) and upper.head.upos == "NOUN":
        return False
    taken = [a for a in upper.arguments if a.head.i == head.i and not a.shared]
    if lower.entry.trigger.own:
        return any((a.slot, head.i) in upper.fixed for a in taken)
    # "sent 1,500 soldiers, in what is its first deployment": a clause of its own tells no less.
    own = ("governor",) if upper.head.rel in _CLAUSES else ()
    return any(
        a.slot not in ("light", "governor", "clause")
        or ((a.slot, head.i) in upper.fixed and a.slot not in own)
        for a in taken
    )


def _joined(sentence: Sentence, kept: Sequence[Candidate]) -> list[Candidate]:
    """Join "killed and wounded" into one where both have the same participants."""
    by_head = {(c.head.i, c.entry.type): c for c in kept}
    gone: set[tuple[int, str]] = set()
    for candidate in kept:
        above = sentence.head(candidate.head)
        key = (above.i, candidate.entry.type) if above and candidate.head.rel == "conj" else None
        first = by_head.get(key) if key else None
        if first is None or key is None or not _one_deed(sentence, first, candidate):
            continue
        words = sentence.tokens[first.trigger[0].i : candidate.trigger[-1].i + 1]
        arguments = first.arguments if _objects(first) else candidate.arguments
        by_head[key] = replace(first, trigger=words, arguments=arguments)
        gone.add((candidate.head.i, candidate.entry.type))
    return [by_head[c.head.i, c.entry.type] for c in kept if (c.head.i, c.entry.type) not in gone]


def _one_deed(sentence: Sentence, first: Candidate, second: Candidate) -> bool:
    # An odd parse may hang the first verb from the second: nothing is joined backwards.
    if not 0 < second.head.i - first.head.i <= 3:
        return False
    between = sentence.tokens[first.head.i + 1 : second.head.i]
    if any(token.upos == "NUM" for token in between):
        return False  # "five were killed and 11 wounded"
    own, other = _objects(second), _objects(first)
    nothing_own = not any(
        not a.shared and a.slot not in ("adverb", "light") for a in second.arguments
    )
    return nothing_own or (bool(own) and not other and not any(a.shared for a in own))


def _objects(candidate: Candidate) -> list[Argument]:
    return [a for a in candidate.arguments if a.slot in ("object", "of") and not a.shared]


def split_list(
    candidate: Candidate, phrases: Phrases, undergoing: Collection[str] = ()
) -> list[Candidate]:
    """Return one candidate per listed participant where at least two carry a figure of their own.

    `undergoing` are the slots of those who undergo the event: of "two men and a girl drowned" the
    subject is listed, as an object would be. So are those who act, and the arms they act with,
    where no object is.
    """
    first = (SUM, "object", "of", *(s for s in ("subject",) if s in undergoing))
    for slot in (next((s for s in first if _slot(candidate, s)), None), "subject", "with"):
        listed = _slot(candidate, slot) if slot else []
        if slot == "subject" and any(phrases.figured(a.head) for a in _slot(candidate, "object")):
            continue
        if sum(phrases.figured(a.head) for a in listed) > 1:
            return [_with_one(candidate, slot, one) for one in _those(slot, listed, phrases)]
    return [candidate]


def _those(slot: str | None, listed: list[Argument], phrases: Phrases) -> list[Argument]:
    if slot != SUM:
        return listed
    # "Losses of 45 men, two tanks": of whom, not of what, a toll consists.
    return [a for a in listed if phrases.matches(a.head, ("@persons",))] or listed[:1]


def _with_one(candidate: Candidate, slot: str | None, argument: Argument) -> Candidate:
    rest = tuple(a for a in candidate.arguments if a.slot != slot)
    return replace(candidate, arguments=(*rest, argument), split=True)


def _slot(candidate: Candidate, slot: str | None) -> list[Argument]:
    return [a for a in candidate.arguments if a.slot == slot]

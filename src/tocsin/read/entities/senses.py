"""Names of the lists that mean what the report makes of them: "the North", "the Joint Chiefs"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tocsin.read.entities.mention import Mention
from tocsin.read.entities.nominals import find_nominals
from tocsin.read.entities.rules import EntityRules, Known
from tocsin.read.syntax import Document, Sentence, Token

_OWNING = ("nmod:poss", "amod", "compound", "nmod", "nmod:desc", "det")
_MILITARY = "military"
_NEIGHBOURS = 3  # words to the left in which an owner may stand, clitic and bracket included


def settled(
    document: Document, names: Sequence[list[Mention]], rules: EntityRules
) -> list[list[Mention]]:
    """Return the names and the common nouns of each sentence, those of several meanings settled.

    "The North" is North Korea where the report names one of the Koreas. A name that several states
    share is the one of the state that owns it in the text; without an owner it is the one that the
    report names elsewhere, if that is only one. Where no owner is told it has no outside id.
    """
    placed = [[m for m in named if _has_company(m, names)] for named in names]
    owned = [
        [_owned(document.sentences[number], m, named, rules) for m in named]
        + [_called(m, rules) for m in find_nominals(document, number, rules, named)]
        for number, named in enumerate(placed)
    ]
    told = _told(owned)
    return [[_elsewhere(mention, told) for mention in named] for named in owned]


def _called(mention: Mention, rules: EntityRules) -> Mention:
    """Return a description that means what a list has: "the Russian defence ministry"."""
    words = mention.text.lower().split()
    known = next((rules.called[k] for k in _ends(words) if k in rules.called), None)
    own = known.of.get(mention.state or "") if known is not None else None
    return replace(mention, known=own) if own is not None and not mention.plural else mention


def _ends(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[first:]) for first in range(len(words)))


def _has_company(mention: Mention, names: Sequence[list[Mention]]) -> bool:
    if mention.name_form != "short" or mention.known is None:
        return True
    wanted = {mention.known.key, *mention.known.beside}
    return any(
        other.known is not None and other.known.key in wanted and other.name_form != "short"
        for named in names
        for other in named
    )


def _owned(
    sentence: Sentence, mention: Mention, named: Iterable[Mention], rules: EntityRules
) -> Mention:
    known = mention.known
    if mention.name_form != "shared" or known is None:
        return mention
    state = owner(sentence, mention, named, rules)
    if state is None:
        return mention
    return given(mention, known.of.get(state) or _theirs(known, state, rules))


def _theirs(known: Known, state: str, rules: EntityRules) -> Known:
    # A state whose own is on no list has one all the same, apart from those of others.
    name = f"{known.name} ({rules.state_names[state]})"
    return replace(
        known, key=f"{known.key}:{state}", name=name, state=state, shares=known.key, of={}
    )


def given(mention: Mention, known: Known) -> Mention:
    """Return the mention as one of what a list knows."""
    return replace(mention, known=known, state=known.state, name_form="name")


def owner(
    sentence: Sentence, mention: Mention, named: Iterable[Mention], rules: EntityRules
) -> str | None:
    """Return the code of the state that a name is of in its own phrase, or None.

    That is a state before it ("South Korea's …", "the U.S. …"), one that hangs on it ("… of Iran"),
    or a capital where it sits ("… in Seoul").
    """
    states = [n for n in named if n.kind == "state" and n.state is not None]
    for near in states:
        between = mention.first - near.last - 1
        if 0 <= between < _NEIGHBOURS and _leads(sentence, near.last, mention.first):
            return near.state
        if near.head.head == mention.head.i and near.head.deprel in _OWNING:
            return near.state
    after = next((n for n in states if _is_of(sentence, mention.last, n.first)), None)
    if after is not None:
        return after.state
    below = sentence.children(mention.head, "nmod", "obl")
    sat = (rules.seats.get(child.text) for child in below if child.i > mention.head.i)
    return next((state for state in sat if state), None)


def _is_of(sentence: Sentence, last: int, first: int) -> bool:
    between = sentence.tokens[last + 1 : first]
    return bool(between) and all(t.upos in ("ADP", "DET") for t in between)


def _leads(sentence: Sentence, last: int, first: int) -> bool:
    # Between owner and owned stand at most a clitic and adjectives: "Russia 's own …".
    between: Sequence[Token] = sentence.tokens[last + 1 : first]
    return all(t.upos in ("PART", "ADJ") for t in between)


def _told(owned: Iterable[Iterable[Mention]]) -> dict[str, Known]:
    """Return what each shared name means in the report, where it means only one thing.

    A command that the report gives to no state is that of the only military it speaks of.
    """
    found: dict[str, dict[str, Known]] = {}
    open_: dict[str, Known] = {}
    forces: set[str] = set()
    for mention in (m for named in owned for m in named):
        known = mention.known
        if known is not None and known.shares is not None:
            found.setdefault(known.shares, {})[known.key] = known
        elif known is not None and mention.name_form == "shared":
            open_[known.key] = known
        elif mention.family == _MILITARY and mention.state is not None:
            forces.add(mention.state)
    told = {key: next(iter(each.values())) for key, each in found.items() if len(each) == 1}
    theirs = {key: own for key, known in open_.items() if (own := _of_forces(known, forces))}
    return {key: own for key, own in theirs.items() if key not in found} | told


def _of_forces(known: Known, forces: set[str]) -> Known | None:
    state = next(iter(forces)) if len(forces) == 1 else ""
    return known.of.get(state) if known.sort == _MILITARY else None


def _elsewhere(mention: Mention, told: dict[str, Known]) -> Mention:
    known = mention.known
    if mention.name_form != "shared" or known is None or mention.state is not None:
        return mention
    return given(mention, told[known.key]) if known.key in told else mention

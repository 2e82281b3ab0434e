"""What a claim tells of the parts of a deed: who did it, to whom or what, and of what kind."""

from functools import lru_cache

from tocsin.records import Claim, Role
from tocsin.records.claim import RoleName
from tocsin.weigh.allegiance import is_armed_group, side
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.estimate.rules import Harm, Noun, lexicon
from tocsin.weigh.events.hollow import hollow
from tocsin.weigh.events.kin import kin
from tocsin.weigh.relations.rules import opposed

ACTED_ON = frozenset({"target", "object"})
# Kinds of parts whose first word is a name though it begins the sentence.
_NAMED = frozenset({"state", "organisation", "person"})
# So many letters by which a word is known again in another form, and that it has at least.
_BEGINNING, _LEAST = 4, 3
_CITED = "report"
_REMEMBERED = 1 << 14


@lru_cache(maxsize=_REMEMBERED)
def kinds(text: str, language: str = "en") -> frozenset[str]:
    """Return the kinds of deeds that the words of an event name, each of them for itself.

    >>> sorted(kinds("shot dead")), sorted(kinds("opened fire"))
    (['death', 'shooting'], ['shooting'])
    """
    known = kin(language)
    whole = known.of(text)
    if whole is not None:
        return frozenset({whole})
    each = (known.of(word.text) for word in words(text))
    return frozenset(kind for kind in each if kind is not None)


def harm(claim: Claim) -> Harm | None:
    """Return the harm that the words of an event name, if any."""
    told = words(claim.event.text)
    found = lexicon().harms.first(told) or lexicon().harmed.first(told)
    # "Shot" is of drones that were, and tells of no harm where people were.
    of_things = found is not None and found.person is False
    return None if of_things and not things(claim) else found


def doers(claim: Claim) -> frozenset[str]:
    """Return who did it, as states' codes and names of groups; nobody who has no name.

    "Our officers" and "its fighters" are of who says so. Who is merely cited for it ("according to
    the union") was taken for an actor.
    """
    told = [party(role) for role in actors(claim)]
    if any(role.role == "actor" and _own(role) for role in claim.roles):
        told += [named(source.name) for source in claim.sources[-1:]]
    return frozenset(found for found in told if found is not None)


def actors(claim: Claim) -> list[Role]:
    """Return the parts of who did it, less those that only say whose they are: "its fighters"."""
    cited = claim.sources if claim.cue is not None and claim.cue.class_ == _CITED else ()
    held = frozenset(source.span for source in cited)
    told = (role for role in claim.roles if role.role == "actor" and role.span not in held)
    return [role for role in told if not _own(role)]


def two_hands(claim: Claim, other: Claim) -> bool:
    """Return whether two claims tell of other hands: two sides, or an army and a named group."""
    mine, its = doers(claim), doers(other)
    if mine and its:
        return mine.isdisjoint(its)
    known, body = (mine, other) if mine else (its, claim)
    # A state's army is that state's; the army of no named state is no armed group of a name.
    return bool(known) and not any(name.isupper() for name in known) and _is_body(body)


def _is_body(claim: Claim) -> bool:
    told = (role.name or role.text for role in claim.roles if role.role == "actor")
    return any(word.text in opposed().bodies for text in told for word in words(text))


def party(role: Role) -> str | None:
    """Return the side of a part, None where it names nobody: "our officers", "Gunmen".

    What it is called in full is not asked where its own words say whose it is not.
    """
    if _own(role):
        return None
    return named(role.name or role.text) or named(role.text)


def _own(role: Role) -> bool:
    return role.text.split(" ", 1)[0].casefold() in lexicon().own


@lru_cache(maxsize=_REMEMBERED)
def named(name: str) -> str | None:
    """Return the side that a name stands for, None for words of anybody.

    >>> named("Pakistani troops"), named("Gunmen on motorcycles"), named("the army")
    ('PK', None, None)
    """
    found = side(name)
    if found is None or (len(found) == 2 and found.isupper()):
        return found
    proper = {word.casefold() for word in name.split() if word[:1].isupper()}
    # The General Staff and the Unmanned Systems Forces are bodies of a state that is not named.
    if not proper.isdisjoint(opposed().anybody) and not is_armed_group(name):
        return None
    return found


def names(claim: Claim, *parts: RoleName) -> frozenset[str]:
    """Return the words of names among some parts, in lower case."""
    told = (role for role in claim.roles if role.role in parts)
    return frozenset(name for role in told for name in _names(role, claim))


def _names(role: Role, claim: Claim) -> frozenset[str]:
    if _own(role):
        return frozenset()
    begins = role.span[0] == claim.span[0] and role.kind not in _NAMED and not role.ref
    return _capitals(role.name or role.text, begins=begins and not role.name)


@lru_cache(maxsize=_REMEMBERED)
def _capitals(text: str, *, begins: bool) -> frozenset[str]:
    told = text.split()[1:] if begins and named(text) is None else text.split()
    proper = (w for w in told if any(part[:1].isupper() for part in w.split("-")))
    found = (word.strip(",.'’").casefold() for word in proper)
    idle = hollow("en") | opposed().anybody
    return frozenset(word for word in found if word not in idle)


def things(claim: Claim) -> frozenset[str]:
    """Return the beginnings of the words for what is acted on; of people and names none."""
    acted = [role for role in claim.roles if role.role in ACTED_ON]
    # What became of people stands on the word of the event, and is no thing.
    texts = [role.text for role in acted if role.span != claim.event.span]
    return frozenset().union(*map(_things, texts))


@lru_cache(maxsize=_REMEMBERED)
def _things(text: str) -> frozenset[str]:
    found: set[str] = set()
    for number, part in enumerate(_parts(text)):
        if _of_people(part[-1]):
            if not number:
                return frozenset()
            continue
        # A shot that is fired and a blow that is struck are the deed itself.
        found.update(word for word in part if not kinds(word) and not _of_people(word))
    return frozenset(word[:_BEGINNING] for word in found - _capitals(text, begins=True))


def _of_people(word: str) -> bool:
    return word in opposed().crowds or any(noun.person for noun in nouns(word))


def _parts(text: str) -> list[list[str]]:
    """Return the words of a part as they stand between words that tell nothing: of, with, the."""
    idle, parts = hollow("en"), [list[str]()]
    for word in words(text):
        if word.text in idle or len(word.text) < _LEAST:
            parts.append([])
        elif not word.text.isdigit():
            parts[-1].append(word.text)
    return [part for part in parts if part]


@lru_cache(maxsize=_REMEMBERED)
def nouns(text: str) -> tuple[Noun, ...]:
    """Return the kinds of people and things that words count."""
    return tuple(noun for _, _, noun in lexicon().nouns.find(words(text)))


def people(claim: Claim) -> frozenset[Noun]:
    """Return the kinds of people to whom a claim says that it was done, or not."""
    acted = (role.text for role in claim.roles if role.role in ACTED_ON and not _own(role))
    of = claim.quantity.of if claim.quantity is not None else None
    texts = (*acted, of or "")
    return frozenset(noun for text in texts for noun in nouns(text) if noun.person)

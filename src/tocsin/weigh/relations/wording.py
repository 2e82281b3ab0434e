"""What words of a claim name: kinds of deeds and harm, sides, things, people."""

from functools import lru_cache
from itertools import pairwise

from tocsin.weigh.allegiance import is_armed_group, side
from tocsin.weigh.estimate.phrases import parted, words
from tocsin.weigh.estimate.rules import Harm, Noun, lexicon
from tocsin.weigh.events.hollow import hollow
from tocsin.weigh.events.kin import kin
from tocsin.weigh.relations.rules import opposed

# So many letters by which a word is known again in another form, and that it has at least.
BEGINNING, _LEAST = 4, 3
# Reports say the same words again and again: so many texts are kept at hand.
_REMEMBERED = 1 << 15


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


@lru_cache(maxsize=_REMEMBERED)
def harm_in(text: str) -> Harm | None:
    """Return the harm that words of an event name, if any."""
    told = words(text)
    return lexicon().harms.first(told) or lexicon().harmed.first(told)


@lru_cache(maxsize=_REMEMBERED)
def begun(text: str) -> frozenset[str]:
    """Return the beginnings by which the words of an event are known in another form."""
    told = (word.text for word in words(text))
    return frozenset(word[:BEGINNING] for word in told if len(word) >= BEGINNING)


@lru_cache(maxsize=_REMEMBERED)
def named(name: str) -> str | None:
    """Return the side that a name stands for, None for words of anybody.

    >>> named("Pakistani troops"), named("Gunmen on motorcycles"), named("the army")
    ('PK', None, None)
    >>> named("the Yemeni armed group"), named("the Houthi rebels")
    (None, 'houthi')
    """
    found = side(name)
    if found is None or is_state(found):
        return None if found is not None and _unofficial(name) else found
    proper = {word.casefold() for word in name.split() if word[:1].isupper()}
    # The General Staff and the Unmanned Systems Forces are bodies of a state that is not named.
    if not proper.isdisjoint(opposed().anybody) and not is_armed_group(name):
        return None
    first, _, rest = found.partition(" ")
    return rest if rest and first in opposed().articles else found


def _unofficial(name: str) -> bool:
    """Whether a name is of people of a country who are no body of its state."""
    return any(word.text in opposed().unofficial for word in words(name))


@lru_cache(maxsize=_REMEMBERED)
def sides_in(name: str) -> frozenset[str]:
    """Return the side that a name stands for, and the states that are joined to it.

    >>> sorted(sides_in("Thai and Cambodian troops")), sorted(sides_in("Thai troops in Laos"))
    (['KH', 'TH'], ['TH'])
    """
    first = named(name)
    if first is None or not is_state(first):
        return frozenset(() if first is None else (first,))
    text = parted(name)
    found = list(lexicon().states.find(text))
    sides, between = {first}, opposed().together | lexicon().plain
    for (_, end, _), (start, _, state) in pairwise(found):
        joined = [word.text for word in text[end:start]]
        if not joined or not between.issuperset(joined):
            break
        sides.add(state.code)
    return frozenset(sides)


def is_state(found: str) -> bool:
    """Return whether a side is a state, known by its code, and no group of a name."""
    return found.isupper()


def is_a_body(name: str) -> bool:
    """Return whether a name is of an army, a ministry or the like, and not of a newspaper.

    >>> is_a_body("Guyana Defence Force"), is_a_body("Kyiv Post")
    (True, False)
    """
    return not opposed().anybody.isdisjoint(word.text for word in words(name))


@lru_cache(maxsize=_REMEMBERED)
def capitals(text: str, *, begins: bool) -> frozenset[str]:
    """Return the words of names in a text, in lower case; `begins` where it begins a sentence."""
    told = text.split()[1:] if begins and named(text) is None else text.split()
    proper = (w for w in told if any(part[:1].isupper() for part in w.split("-")))
    found = (word.strip(",.'’").casefold() for word in proper)
    idle = hollow("en") | opposed().anybody
    return frozenset(word for word in found if word not in idle)


@lru_cache(maxsize=_REMEMBERED)
def things_in(text: str) -> frozenset[str]:
    """Return the beginnings of the words for things in a text; of people and names none.

    >>> sorted(things_in("A ferry with 80 people")), sorted(things_in("five soldiers"))
    (['ferr'], [])
    """
    found: set[str] = set()
    for number, part in enumerate(_runs(text)):
        if _of_people(part[-1]):
            if not number:
                return frozenset()
            continue
        # A shot that is fired and a blow that is struck are the deed itself.
        found.update(word for word in part if not kinds(word) and not _of_people(word))
    return frozenset(word[:BEGINNING] for word in found - capitals(text, begins=True))


def _of_people(word: str) -> bool:
    return word in opposed().crowds or any(noun.person for noun in nouns(word))


def _runs(text: str) -> list[list[str]]:
    """Return the words of a text as they stand between words that tell nothing: of, with, the."""
    idle, runs = hollow("en"), [list[str]()]
    for word in words(text):
        if word.text in idle or len(word.text) < _LEAST:
            runs.append([])
        elif not word.text.isdigit():
            runs[-1].append(word.text)
    return [run for run in runs if run]


@lru_cache(maxsize=_REMEMBERED)
def nouns(text: str) -> tuple[Noun, ...]:
    """Return the kinds of people and things that words count."""
    return tuple(noun for _, _, noun in lexicon().nouns.find(words(text)))


@lru_cache(maxsize=_REMEMBERED)
def of_nobody(text: str) -> bool:
    """Return whether words stand for nobody at all: "no one"."""
    return opposed().nobody.first(words(text)) is not None


@lru_cache(maxsize=_REMEMBERED)
def bodies_in(text: str) -> frozenset[str]:
    """Return the bodies with weapons of their own that words name: "the army's own missile"."""
    return opposed().bodies & {word.text for word in words(text.replace("'s", " "))}


def begins_with_own(text: str) -> bool:
    """Return whether words are of somebody told of before: "its fighters", "our officers"."""
    return text.split(" ", 1)[0].casefold() in lexicon().own

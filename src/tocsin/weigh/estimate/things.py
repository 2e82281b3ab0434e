"""What the words behind a figure name: a kind of people or things, and whose they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile, takewhile

from tocsin.weigh.estimate.phrases import Word, parted, words
from tocsin.weigh.estimate.rules import Lexicon, Noun, State, lexicon

# A name of so many words goes by its initials.
_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """Counted words: the kind that they name, its rule if one knows it, whose they are.

    `stated` says that the figure has words behind it at all.
    """

    name: str
    rule: Noun | None
    owner: str | None
    stated: bool


@lru_cache(maxsize=50_000)
def thing(of: str, language: str) -> Thing | None:
    """Return what counted words name, None for what is no news of an event ("five countries")."""
    rules = lexicon(language)
    text: Sequence[Word] = tuple(takewhile(lambda word: word.text != ",", words(of)))
    state, text = _state(rules, of, text)
    owner = state.code if state is not None else None
    text = tuple(word for word in text if word.text not in rules.plain)
    if not text:
        anybody = rules.anybody if state is not None and _people(of, state) else None
        return Thing(anybody.name if anybody else "", anybody, owner, stated=bool(of))
    found = list(rules.nouns.find(text))
    if text[-1].text in rules.idle and not (found and found[-1][2].deed):
        return None
    if not found:
        return Thing(" ".join(word.text for word in text), None, owner, stated=True)
    return _named(of, text, found, owner, rules)


def _named(
    of: str,
    text: Sequence[Word],
    found: list[tuple[int, int, Noun]],
    owner: str | None,
    rules: Lexicon,
) -> Thing:
    deed = next((noun for _, _, noun in found if noun.deed), None)
    if deed is not None and found[0][2] is deed:
        return Thing(deed.name, deed, owner, stated=True)
    rule, first = found[-1][2], found[0][0]
    names = list(dict.fromkeys(noun.name for _, _, noun in found))
    small = (word for word in text[:first] if not of[word.start].isupper())
    before = [word for word in small if rules.harmed.first([word]) is None]
    proper = [of[w.start : w.end] for w in text[:first] if of[w.start].isupper()]
    joined = rules.rules.scope.said.join(names)
    name = " ".join([*(word.text for word in before), joined])
    return Thing(name, rule, owner or group_name(" ".join(proper[-1:])), stated=True)


def _state(rules: Lexicon, of: str, text: Sequence[Word]) -> tuple[State | None, Sequence[Word]]:
    for start, end, state in rules.states.find(text):
        if of[text[start].start].isupper():
            return state, (*text[:start], *text[end:])
    return None, text


def _people(of: str, state: State) -> bool:
    """Whether the words name a people itself: "Palestinians", and not "Palestinian"."""
    return any(name in of for name in state.people)


@lru_cache(maxsize=50_000)
def group_name(name: str | None, language: str = "en") -> str | None:
    """Return a name by which a group is known again: its first proper words without plural s.

    Of a name of three words or more the initials: who writes it again writes those.

    >>> group_name("the Houthi rebels"), group_name("Houthis"), group_name("The United Nations")
    ('houthi', 'houthi', 'united nation')
    >>> group_name("Rapid Support Forces"), group_name("RSF fighters")
    ('rsf', 'rsf')
    """
    plain = lexicon(language).plain
    found = [word for word in (name or "").split() if word.casefold() not in plain]
    proper = list(takewhile(_proper, dropwhile(lambda word: not _proper(word), found)))
    initials = "".join(word[0] for word in proper) if len(proper) >= _INITIALS else ""
    return (initials or " ".join(proper)).casefold().removesuffix("s") or None


@lru_cache(maxsize=50_000)
def owner_of(name: str, language: str = "en") -> str | None:
    """Return the code of the state that a name is of, or else the name of a group.

    >>> owner_of("Eritrean soldiers"), owner_of("Eritrea"), owner_of("the Houthi rebels")
    ('ER', 'ER', 'houthi')
    """
    state = lexicon(language).states.first(parted(name))
    return state.code if state is not None else group_name(name, language)


def _proper(word: str) -> bool:
    return word[:1].isupper() and word.isalpha()

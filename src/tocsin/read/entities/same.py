"""When two mentions name or describe the same thing."""

from tocsin.read.entities.chain import Chain
from tocsin.read.entities.ledger import initials
from tocsin.read.entities.mention import Mention, is_plural
from tocsin.read.entities.rules import EntityRules

# How many sentences back a description may reach; names reach through the whole report.
_NEAR = 12
_STANDS_NEAR = 6
_PERSONS = frozenset({"person", "role"})


def named_alike(mention: Mention, chain: Chain) -> bool:
    """Whether a name is a shorter, longer or initial-letter form of the names of the chain.

    A full name fits only where no other full name of the chain speaks against it: the chain of Kim
    Jong Un takes "Kim", and still not "Kim Yo Jong".
    """
    if mention.known is not None and chain.known is not None and mention.known != chain.known:
        return False
    names = [words for kind, words in chain.names if kind == mention.kind]
    if mention.kind == "person":
        if mention.sex and chain.sex and mention.sex != chain.sex:
            return False
        full = [words for words in names if len(_bare(words)) > 1]
        return bool(names) and all(_same_person(mention.words, words) for words in full or names)
    return any(_is_acronym(mention.words, w) or _is_acronym(w, mention.words) for w in names)


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((_bare(one), _bare(other)), key=len)
    if not short:
        return False
    if len(short) == 1:
        # The surname: last in most names, first in Korean and Chinese ones.
        return short[0] in (long[0], long[-1])
    return set(short) <= set(long) or (short[0], short[-1]) == (long[0], long[-1])


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    # "Kim Jong-un" and "Kim Jong Un" are one spelling.
    plain = " ".join(w for w in words if w[0].isalpha() and not w.endswith("."))
    return tuple(plain.lower().replace("-", " ").split())


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    fits = len(short) == 1 and len(long) > 1 and short[0].isupper()
    return fits and initials(short) == initials(long)


def described_alike(mention: Mention, chain: Chain, rules: EntityRules) -> bool:
    """Whether a description points to the chain: same sort, nothing new said, near enough."""
    away = mention.sentence - chain.last.sentence
    if mention.opening or away > _NEAR:
        return False
    if mention.state and chain.state and mention.state != chain.state:
        return False
    if _names_state(mention, rules):
        return _is_the_country(mention, chain, away)
    if _stands_for(mention, chain, rules):
        return mention.pointing and away <= _STANDS_NEAR
    return _same_sort(mention, chain) and _says_no_more(mention, chain)


def _names_state(mention: Mention, rules: EntityRules) -> bool:
    return mention.words[0] in rules.nouns.stands_for_state.nouns and not mention.plural


def _is_the_country(mention: Mention, chain: Chain, away: int) -> bool:
    near = chain.kind == "state" and away <= 1
    return near and mention.pointing and not mention.modifiers


def _stands_for(mention: Mention, chain: Chain, rules: EntityRules) -> bool:
    if is_plural(mention.head) and mention.words[0] in rules.nouns.deixis.stand_for:
        armed = chain.known is not None and chain.known.sort == "armed"
        return armed and mention.modifiers <= chain.name_words
    if is_plural(mention.head) or chain.kind != "organisation" or not chain.names:
        return False
    known, noun = chain.known, mention.words[0]
    if known is not None and known.sort in rules.nouns.deixis.stands_for.get(noun, ()):
        return mention.modifiers <= chain.name_words
    return noun in chain.name_words and mention.modifiers <= chain.name_words


def _same_sort(mention: Mention, chain: Chain) -> bool:
    if mention.kind in _PERSONS:
        one = mention.plural == chain.last.plural or chain.last.form == "pronoun"
        return chain.kind in _PERSONS and one and bool(chain.nouns & set(mention.words))
    if mention.kind != chain.kind or mention.plural != chain.last.plural:
        return False
    same = bool(chain.nouns & set(mention.words))
    return same or (mention.pointing and mention.kind == "group" and _same_family(mention, chain))


def _same_family(mention: Mention, chain: Chain) -> bool:
    return mention.family in chain.families


def _says_no_more(mention: Mention, chain: Chain) -> bool:
    if not mention.modifiers <= chain.modifiers:
        return False
    # A bare noun ("troops") points back only where words narrow both alike.
    narrowed = bool(mention.modifiers) or (mention.state is not None and chain.state is not None)
    return mention.pointing or (narrowed and (mention.plural or mention.state is not None))

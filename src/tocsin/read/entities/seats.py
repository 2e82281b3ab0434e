"""Capitals as governments: "Pyongyang has supplied" against "in Pyongyang"."""

from collections.abc import Iterator

from tocsin.read.entities.rules import EntityRules
from tocsin.read.syntax import Sentence, Token

# Relations in which somebody acts, owns or is acted upon; places stand elsewhere or behind `case`.
_ACTING = frozenset({"nsubj", "iobj"})
_DEEDS = frozenset({"VERB", "AUX"})


def acts(sentence: Sentence, name: Token, rules: EntityRules) -> bool:
    """Whether the capital `name` stands for its government: it acts, owns, or is dealt with.

    Subjects of verbs, agents of passives, possessors, parties ("ties between Moscow and Kyiv") and
    names joined to such count; a name that a preposition of place governs does not.
    """
    name = _first_of_row(sentence, name)
    return _acts(sentence, name) or _is_party(sentence, name, rules)


def is_house(sentence: Sentence, name: Token, rules: EntityRules) -> bool:
    """Whether a name that may be a house is one here: behind "at", "near", "outside"."""
    name = _first_of_row(sentence, name)
    case = sentence.child(name, "case")
    return case is not None and case.lemma.lower() in rules.nouns.place_words.nouns


def _is_party(sentence: Sentence, name: Token, rules: EntityRules) -> bool:
    dealing, above = rules.nouns.dealing, sentence.head(name)
    case = sentence.child(name, "case")
    if case is None or above is None or name.rel not in ("nmod", "obl"):
        return False
    return case.lemma.lower() in dealing.prepositions and above.lemma.lower() in dealing.words


def _acts(sentence: Sentence, name: Token) -> bool:
    above = sentence.head(name)
    if above is None:
        return False
    if name.rel in _ACTING:
        return above.upos in _DEEDS or _has_copula(sentence, above)
    if name.deprel == "obl:agent":
        return True
    return name.deprel == "nmod:poss" and not _is_spot(above)


def _first_of_row(sentence: Sentence, name: Token) -> Token:
    while name.rel == "conj":
        above = sentence.head(name)
        if above is None or above.upos != "PROPN":
            return name
        name = above
    return name


def _has_copula(sentence: Sentence, above: Token) -> bool:
    return above.upos in ("ADJ", "NOUN") and any(
        child.rel == "cop" for child in _verbs(sentence, above)
    )


def _verbs(sentence: Sentence, above: Token) -> Iterator[Token]:
    return (child for child in sentence.children(above) if child.upos in _DEEDS)


def _is_spot(above: Token) -> bool:
    # "Kyiv's Pechersk district": a named part of the town is a place, its forces are a state's.
    return above.upos == "PROPN"

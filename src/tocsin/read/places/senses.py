"""States and capitals that speak and act are governments, not places: told from the parse."""

from collections.abc import Iterable

from tocsin.read.places.rules import Government
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Span


def is_government(document: Document, span: Span, rules: Government) -> bool:
    """Say whether the name of a state or a capital at `span` stands for its government.

    Without a parse this is unknown, and the name is taken for a place.
    """
    token, i = document.head_at(span), document.sentence_at(span[0])
    if token is None or i is None:
        return False
    sentence = document.sentences[i]
    token = _first_of_series(sentence, token)
    above = sentence.head(token)
    if above is None:
        return False
    return _stands_for_government(sentence, token, above, rules)


def _stands_for_government(
    sentence: Sentence, token: Token, above: Token, rules: Government
) -> bool:
    if token.deprel in rules.subject:
        return above.upos == "VERB" and not _is_one_of(above, rules.place_verb)
    if token.deprel in ("nmod:poss", "compound"):
        return _is_one_of(above, rules.possession)
    if token.rel in ("obj", "iobj"):
        return _is_one_of(above, rules.object_verb)
    case = sentence.child(token, "case") if token.rel in ("obl", "nmod") else None
    return case is not None and _deals(case, above, rules)


def _first_of_series(sentence: Sentence, token: Token) -> Token:
    """Go from "Kyiv" in "Seoul, Washington and Kyiv" to "Seoul", which bears the relation."""
    while token.deprel == "conj":
        above = sentence.head(token)
        if above is None:
            break
        token = above
    return token


def _deals(case: Token, head: Token, rules: Government) -> bool:
    return _is_one_of(case, rules.dealing) and _is_one_of(head, rules.dealing_head)


def _is_one_of(token: Token, words: Iterable[str]) -> bool:
    return token.lemma.lower() in words

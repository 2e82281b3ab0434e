"""Which way a clause looks: back, ahead, or neither, from its verb or from the words nearby."""

from typing import Literal

from tocsin.read.syntax import Document, Sentence, Token
from tocsin.read.times.grammar import Tokens
from tocsin.read.times.rules import Tenses

Direction = Literal["back", "ahead"] | None

_VERBAL = frozenset({"VERB", "AUX"})
_REACH = 25
_STOPS = frozenset(".!?;")


def direction(
    document: Document, tokens: Tokens, first: int, last: int, tenses: Tenses
) -> Direction:
    """Return where the clause of tokens `first` to `last` looks.

    The governing verb decides where the sentence is parsed; the nearest telling word, where not.
    """
    span = tokens.spans[first][0], tokens.spans[last - 1][1]
    at = document.sentence_at(span[0])
    if at is None:
        return _nearby(tokens, first, last, tenses)
    head = document.head_at(span)
    return None if head is None else _of_clause(document.sentences[at], head, tenses)


def perfect(document: Document, tokens: Tokens, first: int, tenses: Tenses) -> bool:
    """Tell whether the clause of token `first` is in a present perfect: it lasts until now."""
    span = tokens.spans[first]
    at, head = document.sentence_at(span[0]), document.head_at(span)
    if at is None or head is None:
        low = max(0, first - _REACH)
        return any(tokens.word(i).lower() in tenses.perfect for i in range(low, first))
    verb = _verb(document.sentences[at], head)
    auxiliaries = document.sentences[at].children(verb, "aux") if verb else []
    return any(t.text.lower() in tenses.perfect for t in auxiliaries)


def _verb(sentence: Sentence, token: Token) -> Token | None:
    return next((t for t in (token, *sentence.ancestors(token)) if _governs(sentence, t)), None)


def _governs(sentence: Sentence, token: Token) -> bool:
    return token.upos in _VERBAL or any(
        t.upos in _VERBAL for t in sentence.children(token, "cop", "aux")
    )


def _of_clause(sentence: Sentence, token: Token, tenses: Tenses) -> Direction:
    """Look at the governing verb; an infinitive looks as the verb above it makes it look."""
    infinitive = False
    while (verb := _verb(sentence, token)) is not None:
        group = [verb, *sentence.children(verb, "aux", "cop")]
        found = _intended(group, tenses, infinitive) or _of_verb(group, tenses)
        if found is not None:
            return found
        infinitive = any(t.xpos in tenses.to_tags for t in sentence.children(verb, "mark"))
        above = sentence.head(verb)
        if above is None:
            return None
        token = above
    return None


def _intended(group: list[Token], tenses: Tenses, infinitive: bool) -> Direction:
    if group[0].text.lower() in tenses.intent and (infinitive or _passive(group, tenses)):
        return "ahead"
    return "ahead" if infinitive and group[0].xpos in tenses.present_tags else None


def _passive(group: list[Token], tenses: Tenses) -> bool:
    # "scheduled for Friday", "is due on Friday": what was done was to look ahead.
    return group[0].xpos not in tenses.past_tags


def _of_verb(group: list[Token], tenses: Tenses) -> Direction:
    tags, words = {t.xpos for t in group}, {t.text.lower() for t in group}
    if not words.isdisjoint(tenses.perfect):
        return "back"
    if not tags.isdisjoint(tenses.modal_tags):
        return "ahead"
    if not tags.isdisjoint(tenses.past_tags):
        return "back"
    if group[0].xpos in tenses.participle_tags:
        return "back"
    ongoing = group[0].xpos in tenses.progressive_tags and len(group) > 1
    return "ahead" if ongoing else None


def _nearby(tokens: Tokens, first: int, last: int, tenses: Tenses) -> Direction:
    before = _telling(tokens, range(first - 1, max(-1, first - _REACH), -1), tenses)
    after = _telling(tokens, range(last, min(len(tokens.spans), last + _REACH)), tenses)
    ranked = sorted((f for f in (before, after) if f), key=lambda found: found[0])
    return ranked[0][1] if ranked else None


def _telling(tokens: Tokens, reach: range, tenses: Tenses) -> tuple[int, Direction] | None:
    for distance, i in enumerate(reach):
        word = tokens.word(i).lower()
        if word in _STOPS or "\n" in word:
            return None
        long = len(word) > 4
        if word in tenses.future or (long and word.endswith(tenses.future_endings)):
            return distance, "ahead"
        if word in tenses.past or (long and word.endswith(tenses.past_endings)):
            return distance, "back"
    return None

"""Which way a clause looks: back, ahead, or neither, from its verb or from the words nearby."""

from typing import Literal

from tocsin.read.syntax import Document, Sentence, Token
from tocsin.read.times.grammar import Tokens
from tocsin.read.times.rules import Tenses

Direction = Literal["back", "ahead"] | None

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_REACH = 25
# How far before its verb an auxiliary stands.
_GROUP = 3
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
    """Look at the governing verb; an infinitive looks as the verb above it makes it look.

    An infinitive that no verb governs is a plan: "Leaders to meet Monday", "a plan to strike".
    """
    if _is_set(sentence, token, tenses):
        return "ahead"
    if _is_about(sentence, token, tenses):
        return None
    infinitive, planned, direct = False, False, True
    while (verb := _verb(sentence, token)) is not None:
        if infinitive and token.upos in _NOMINAL and _intends(token, tenses):
            return "ahead"
        group = [verb, *sentence.children(verb, "aux", "cop")]
        if direct and _of_what_happened(sentence, token, verb, tenses):
            return "back"
        direct = direct and _hangs_on(sentence, token, verb)
        found = _intended(group, tenses, infinitive) or _of_verb(group, tenses, direct=direct)
        found = found or ("ahead" if planned and _present(group, tenses) else None)
        if found is not None:
            return found
        infinitive = any(t.xpos in tenses.to_tags for t in sentence.children(verb, "mark"))
        planned = infinitive and direct
        above = sentence.head(verb)
        if above is None:
            break
        token, direct = above, False
    return "ahead" if planned else None


def _is_set(sentence: Sentence, token: Token, tenses: Tenses) -> bool:
    """Tell whether a day is one that is set: "called elections for 14 June", "extended until May".

    The day may hang on the verb or on what is set.
    """
    days = [token, *(t for t in [sentence.head(token)] if t is not None and t.rel == "obl")]
    cases = {case.text.lower() for t in days for case in sentence.children(t, "case")}
    verb = _verb(sentence, token)
    if verb is None or verb.xpos in tenses.to_tags:
        return False
    reaches = not _forms(verb).isdisjoint(tenses.extending)
    sets = not _forms(verb).isdisjoint(tenses.setting)
    until = reaches and not cases.isdisjoint(tenses.until)
    return until or (sets and not cases.isdisjoint(tenses.for_))


def _hangs_on(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Tell whether a time says when the verb is, and not which noun under it is meant."""
    above = (token, *sentence.ancestors(token))
    between = above[1 : above.index(verb)] if token != verb else ()
    return token.rel != "obj" and all(t.upos not in _NOMINAL for t in between)


def _is_about(sentence: Sentence, token: Token, tenses: Tenses) -> bool:
    """Tell whether a time is what a noun is about: "the figures for February", no plan for it."""
    case, noun = sentence.child(token, "case"), sentence.head(token)
    if case is None or noun is None or case.text.lower() not in tenses.about:
        return False
    return noun.upos in _NOMINAL and token.rel == "nmod" and not _intends(noun, tenses)


def _of_what_happened(sentence: Sentence, token: Token, verb: Token, tenses: Tenses) -> bool:
    """Tell whether a time names an event under the verb that is past: "Monday's ruling will"."""
    above = (token, *sentence.ancestors(token))
    between = above[1 : above.index(verb)] if token != verb else ()
    return any(t.lemma.lower() in tenses.happened for t in between[:1])


def _intends(token: Token, tenses: Tenses) -> bool:
    return not _forms(token).isdisjoint(tenses.intent)


def _forms(token: Token) -> set[str]:
    return {token.text.lower(), token.lemma.lower()}


def _intended(group: list[Token], tenses: Tenses, infinitive: bool) -> Direction:
    if not _intends(group[0], tenses) or not (infinitive or _passive(group, tenses)):
        return None
    past = any(t.text.lower() in tenses.past_perfect for t in group[1:])
    # "A truce agreed on Saturday": the time is that of the word, not of what it is about.
    bare = not infinitive and len(group) == 1
    spoken = bare and not _forms(group[0]).isdisjoint(tenses.spoken)
    return "back" if past or spoken else "ahead"


def _present(group: list[Token], tenses: Tenses) -> bool:
    return any(t.xpos in tenses.present_tags for t in group)


def _passive(group: list[Token], tenses: Tenses) -> bool:
    # "scheduled for Friday", "is due on Friday": what was done was to look ahead.
    head = group[0]
    participles = (*tenses.participle_tags, *tenses.progressive_tags)
    return head.xpos in participles or head.upos not in _VERBAL


def _of_verb(group: list[Token], tenses: Tenses, *, direct: bool) -> Direction:
    tags, words = {t.xpos for t in group}, {t.text.lower() for t in group[1:]}
    if not words.isdisjoint(tenses.certain_future):
        return "ahead"
    if not words.isdisjoint(tenses.perfect):
        return "back"
    if not tags.isdisjoint(tenses.modal_tags):
        return "ahead"
    if not tags.isdisjoint(tenses.past_tags):
        return "back"
    if group[0].xpos in tenses.participle_tags:
        return "back"
    return "ahead" if direct and _scheduled(group, tags, tenses) else None


def _scheduled(group: list[Token], tags: set[str], tenses: Tenses) -> bool:
    """Tell whether a present tense, with its own time, tells of a plan: "votes Monday".

    "are investigating Monday's attack" has none: its Monday belongs to the attack.
    """
    verb = group[0].text.lower()
    if group[0].lemma.lower() in tenses.telling:
        return False
    if verb in tenses.past and verb not in tenses.perfect:
        return False  # "hit", "put": tagged as present, and as likely past
    ongoing = group[0].xpos in tenses.progressive_tags and len(group) > 1
    return ongoing or not tags.isdisjoint(tenses.present_tags)


def _nearby(tokens: Tokens, first: int, last: int, tenses: Tenses) -> Direction:
    before = _telling(tokens, range(first - 1, max(-1, first - _REACH), -1), tenses)
    after = _telling(tokens, range(last, min(len(tokens.spans), last + _REACH)), tenses)
    ranked = sorted((f for f in (before, after) if f), key=lambda found: found[0])
    return ranked[0][1] if ranked else None


def _telling(tokens: Tokens, reach: range, tenses: Tenses) -> tuple[int, Direction] | None:
    for distance, i in enumerate(reach):
        word = tokens.word(i)
        if word in _STOPS or "\n" in word:
            return None
        found = _of_word(tokens, i, tenses)
        if found:
            return distance, found
    return None


def _of_word(tokens: Tokens, i: int, tenses: Tenses) -> Direction:
    word, after = tokens.word(i), _lower(tokens, i + 1)
    # A capital inside a sentence makes a name or a month of what would be a verb: "May", "Will".
    if word[0].isupper() and i > 0 and tokens.word(i - 1) not in _STOPS:
        return None
    word = word.lower()
    if word in tenses.future or (word in tenses.intent and after in tenses.to_words):
        return "ahead"
    long = len(word) > 4
    if long and word.endswith(tenses.future_endings):
        return "ahead"
    if word not in tenses.past and not (long and word.endswith(tenses.past_endings)):
        return None
    # "will be held": what is past in form stands under a future.
    group = {_lower(tokens, k) for k in range(max(0, i - _GROUP), i)}
    ahead = not group.isdisjoint(tenses.future) and group.isdisjoint(tenses.perfect)
    return "ahead" if ahead else "back"


def _lower(tokens: Tokens, i: int) -> str:
    return tokens.word(i).lower() if i < len(tokens.spans) else ""

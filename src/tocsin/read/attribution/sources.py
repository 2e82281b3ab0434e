"""Source heads → speakers: who it is, in which chain, and what sort of source."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from tocsin.read.attribution.beside import maker_of
from tocsin.read.attribution.draft import Draft, Where
from tocsin.read.attribution.rules import CueRules
from tocsin.read.attribution.spans import bare_name, noun_phrase, span_of, trimmed
from tocsin.read.attribution.subjects import antecedent_of, is_nobody
from tocsin.read.attribution.voice import UNSPECIFIED, Speaker
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Entity, Span
from tocsin.records.claim import SourceKind

_KINDS: dict[str, SourceKind] = {
    "person": "person",
    "role": "role",
    "organisation": "organisation",
    "state": "state",
    "group": "generic",
}
_UNNAMED = frozenset({"role", "group"})


def by_head(document: Document, entities: Sequence[Entity]) -> dict[Where, Entity]:
    """Return the entities by sentence and governing token, the longest of each."""
    found: dict[Where, Entity] = {}
    for entity in entities:
        number = document.sentence_at(entity.span[0])
        if number is not None:
            inside = _inside(document.sentences[number].tokens, entity.span)
            found.setdefault((number, _head_of(inside).i), entity)
            if entity.kind == "person":
                for token in inside:
                    found.setdefault((number, token.i), entity)
    return found


def _inside(tokens: Sequence[Token], span: Span) -> Sequence[Token]:
    # Found by halving: a sentence may be as long as a report.
    first = bisect_left(tokens, span[0], key=lambda t: t.start)
    last = bisect_left(tokens, span[1], key=lambda t: t.start)
    return tokens[first:last] or tokens[-1:]


def _head_of(inside: Sequence[Token]) -> Token:
    first, last = inside[0].i, inside[-1].i
    return next((t for t in inside if not first <= t.head <= last), inside[-1])


def source_tokens(
    document: Document, draft: Draft, head: Token, entities: Mapping[Where, Entity]
) -> list[Token]:
    """Return the noun phrase of a source head, with the whole of a name that the tree cuts."""
    sentence = document.sentences[draft.sentence]
    edge = draft.edge if head in draft.heads else None
    heard = [head] == draft.heads and head in draft.phrase
    phrase = trimmed(draft.phrase) if heard else noun_phrase(sentence, head, edge)
    entity = entities.get((draft.sentence, head.i))
    if entity is None or entity.kind != "person":
        return phrase
    named = _inside(sentence.tokens, entity.span)
    first, last = min(phrase[0].i, named[0].i), max(phrase[-1].i, named[-1].i)
    return list(sentence.tokens[first : last + 1])


def speakers_of(
    document: Document, draft: Draft, entities: Mapping[Where, Entity], rules: CueRules
) -> tuple[Speaker, ...]:
    """Return who speaks in a draft; one speaker of kind "unspecified" where nobody is named."""
    sentence = document.sentences[draft.sentence]
    if not draft.heads:
        span = span_of(draft.cue)
        text = document.text[span[0] : span[1]]
        return (Speaker(name=UNSPECIFIED, text=text, span=span, kind="unspecified"),)
    return tuple(
        _speaker(document, draft, _meant(sentence, draft, head, entities, rules), entities, rules)
        for head in draft.heads
    )


def can_speak(
    document: Document, draft: Draft, entities: Mapping[Where, Entity], rules: CueRules
) -> bool:
    """Whether the source of a draft is such as can say anything.

    With a clause or a quotation a listed verb says so itself ("the move suggests that …"); with an
    object or an infinitive, and for a verb that no rule lists, the source must be somebody, a
    paper or an instrument: "the flood claimed nine lives" gives no voice.
    """
    if not draft.heads or (draft.clausal and draft.listed and not draft.rule.bodies):
        return True
    return is_source(document, draft, entities, rules)


def is_source(
    document: Document, draft: Draft, entities: Mapping[Where, Entity], rules: CueRules
) -> bool:
    """Whether one of the source heads is somebody, a paper or an instrument, or none is named.

    Whatever noun "says" or "claims" that something is so can speak ("organisers said that …").
    """
    if not draft.heads:
        return True
    sentence = document.sentences[draft.sentence]
    if any(is_nobody(sentence, head, rules.words.negations) for head in draft.heads):
        return False
    meant = [_meant(sentence, draft, head, entities, rules) for head in draft.heads]
    if draft.rule.bodies:
        known = (entities.get((draft.sentence, noun.i)) for noun in meant)
        return any(entity is not None and entity.kind == "organisation" for entity in known)
    if any(_is_somebody(draft.sentence, noun, entities, rules) for noun in meant):
        return True
    voiced = draft.clausal and draft.listed and draft.rule.name in rules.words.voiced
    return voiced and any(noun.lemma.lower() not in rules.words.things for noun in meant)


def _is_somebody(
    number: int, head: Token, entities: Mapping[Where, Entity], rules: CueRules
) -> bool:
    entity = entities.get((number, head.i))
    if entity is not None:
        return entity.kind in _KINDS or head.lemma.lower() in rules.words.sensor
    words = rules.words
    listed = (*words.media, *words.document, *words.sensor, *words.generic)
    if head.lemma.lower() in words.things:
        return False
    return head.upos in ("PRON", "PROPN") or head.lemma.lower() in listed


def _meant(
    sentence: Sentence, draft: Draft, head: Token, entities: Mapping[Where, Entity], rules: CueRules
) -> Token:
    """Return what a relative pronoun or a paper stands for: its antecedent, or whose it is."""
    noun = antecedent_of(sentence, head)
    if noun.i != head.i and not _is_somebody(draft.sentence, noun, entities, rules):
        noun = _nearer(sentence, noun, head, rules) or noun
    if noun.i != head.i and _is_paper(noun, rules):
        noun = _author(sentence, draft, head, entities) or noun
    behind = draft.verb.rel == "acl" or noun.i != head.i
    return (maker_of(sentence, noun, rules) or noun) if behind and _is_paper(noun, rules) else noun


def _author(
    sentence: Sentence, draft: Draft, head: Token, entities: Mapping[Where, Entity]
) -> Token | None:
    # "data of the ministry, which said": who stands right before the pronoun speaks.
    words = [t for t in sentence.tokens[: head.i] if t.upos != "PUNCT"]
    entity = entities.get((draft.sentence, words[-1].i)) if words else None
    return words[-1] if entity is not None and entity.kind in _KINDS else None


def _nearer(sentence: Sentence, noun: Token, head: Token, rules: CueRules) -> Token | None:
    # "a number consistent with intelligence …, which indicated": numbers indicate nothing.
    between = sentence.tokens[noun.i + 1 : head.i]
    return next((t for t in reversed(between) if _is_paper(t, rules)), None)


def _is_paper(noun: Token, rules: CueRules) -> bool:
    return noun.lemma.lower() in (*rules.words.sensor, *rules.words.document)


def _speaker(
    document: Document,
    draft: Draft,
    head: Token,
    entities: Mapping[Where, Entity],
    rules: CueRules,
) -> Speaker:
    entity = entities.get((draft.sentence, head.i))
    phrase = source_tokens(document, draft, head, entities)
    if head in phrase:
        sentence = document.sentences[draft.sentence]
        phrase = bare_name(sentence, phrase, head, rules.words.days)
    span = span_of(phrase)
    text = document.text[span[0] : span[1]]
    return Speaker(
        name=_name(text, entity),
        text=text,
        span=span,
        kind=_kind(head, entity, rules),
        ref=entity.ref if entity else None,
        chain=entity.chain if entity else None,
    )


def _name(text: str, entity: Entity | None) -> str:
    # Who has no name is best told by all that is said of him: "two people familiar with the plan".
    if entity is None or (entity.kind in _UNNAMED and entity.name in text):
        return text
    return entity.name


def _kind(head: Token, entity: Entity | None, rules: CueRules) -> SourceKind:
    lemma = head.lemma.lower()
    words = rules.words
    if lemma in words.media or (entity is not None and entity.name in rules.media):
        return "media"
    if entity is not None and entity.kind in _KINDS:
        return _KINDS[entity.kind]
    if lemma in words.sensor:
        return "sensor"
    return "document" if lemma in words.document else "generic"

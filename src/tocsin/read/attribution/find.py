"""Document and entities → voices: who says what, and who says it through whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tocsin.read.attribution.asides import bind_aside
from tocsin.read.attribution.beside import according_drafts, adverb_drafts, noun_drafts, over_all
from tocsin.read.attribution.brackets import bracket_drafts
from tocsin.read.attribution.carry import carried_drafts
from tocsin.read.attribution.coordination import part_cues
from tocsin.read.attribution.draft import Draft, Where
from tocsin.read.attribution.evidence import citing_drafts, merge_evidence, pass_on
from tocsin.read.attribution.gaps import fill_gaps
from tocsin.read.attribution.halves import part_halves
from tocsin.read.attribution.headlines import headline_drafts
from tocsin.read.attribution.heard import hear
from tocsin.read.attribution.nesting import nested
from tocsin.read.attribution.printed import printed_drafts
from tocsin.read.attribution.pronouns import resolved
from tocsin.read.attribution.quotes import bind_quotes, quotations, tokens_in
from tocsin.read.attribution.quoting import quoted_as_saying
from tocsin.read.attribution.rules import CueRules
from tocsin.read.attribution.sources import (
    by_head,
    can_speak,
    is_source,
    source_tokens,
    speakers_of,
)
from tocsin.read.attribution.spans import span_of, spans_of, trimmed
from tocsin.read.attribution.turns import with_turns
from tocsin.read.attribution.verbs import verb_drafts
from tocsin.read.attribution.voice import Voice
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Entity, Span
from tocsin.records.layers import Form

# A longer run of words without a stop is no sentence but a list or a table, and has no clauses.
_MOST_WORDS = 1000
_CLAIMS = "distance"
_TIED = ("obl", "advmod", "nmod:unmarked")


def find_attributions(
    document: Document, entities: Sequence[Entity], rules: CueRules
) -> list[Voice]:
    """Return the voices of a report in order of their cues, each with the voice that it is within.

    A voice has content, or it is not returned. Voices that go on without a cue are `carried`.
    """
    document = _mended(document, rules)
    quotes = quotations(document.text)
    quoted = _quoted(document, quotes)
    heads = by_head(document, entities)
    drafts = [
        draft
        for number, sentence in enumerate(document.sentences)
        if len(sentence.tokens) <= _MOST_WORDS
        for draft in (
            *_drafts(sentence, number, rules, quoted),
            *headline_drafts(document, number, heads, rules),
        )
    ]
    drafts = with_turns(document, drafts, heads, rules)
    bind_quotes(document, drafts, quotes)
    drafts = [draft for draft in drafts if draft.content]
    drafts += printed_drafts(document, drafts, rules)
    drafts += carried_drafts(document, drafts, rules)
    drafts = [draft for draft in drafts if can_speak(document, draft, heads, rules)]
    drafts.sort(key=_place)
    voices = [_voice(document, draft, heads, quoted, rules) for draft in drafts]
    return nested(resolved(document, [voice for voice in voices if voice.content], rules))


def _mended(document: Document, rules: CueRules) -> Document:
    """Return `document` with the lemmas of verbs that are cues as the rules write them.

    A lemma that was guessed wrong ("den" for "denied") would lose the voice.
    """
    return replace(document, sentences=tuple(_relemmaed(s, rules) for s in document.sentences))


def _relemmaed(sentence: Sentence, rules: CueRules) -> Sentence:
    wrong = {
        token.i: rules.verbs[token.text.lower()]
        for token in sentence.tokens
        if token.upos == "VERB"
        and token.lemma not in rules.verbs
        and token.text.lower() in rules.verbs
    }
    if not wrong:
        return sentence
    tokens = (t._replace(lemma=wrong.get(t.i, t.lemma)) for t in sentence.tokens)
    return replace(sentence, tokens=tuple(tokens))


def _place(draft: Draft) -> tuple[int, int, bool]:
    """Where the cue stands, or what is said without one; who is cited comes behind who cites."""
    if draft.carried:
        return (*min(draft.content), False)
    cue = draft.cue if draft.through is None else max(draft.cue, draft.through.cue)
    return draft.sentence, cue[0].i, draft.through is not None


def _drafts(sentence: Sentence, number: int, rules: CueRules, quoted: set[Where]) -> list[Draft]:
    drafts = [*verb_drafts(sentence, number, rules), *noun_drafts(sentence, number, rules)]
    drafts = merge_evidence(sentence, drafts, rules)
    drafts = over_all(sentence, drafts, according_drafts(sentence, number, rules))
    drafts += citing_drafts(sentence, number, drafts, rules)
    drafts += adverb_drafts(sentence, number, rules)
    bracketed = list(bracket_drafts(sentence, number, rules))
    inside = [(number, token.i) in quoted for token in sentence.tokens]
    for draft in drafts:
        if rules.cue("clause", draft.verb.lemma) or (any(inside) and draft.awaits):
            bind_aside(sentence, draft, inside)
        if draft.clausal:
            fill_gaps(sentence, draft)
    for draft in (heard := hear(sentence, number, drafts, rules)):
        if draft.through is not None and draft.through in heard:
            draft.content = draft.through.content - {(number, t.i) for t in draft.cue}
    part_cues(sentence, heard)
    part_halves(sentence, number, heard, inside)
    pass_on(sentence, number, heard, rules)
    return [*quoted_as_saying(sentence, heard, rules), *bracketed]


def _quoted(document: Document, quotes: Sequence[Span]) -> set[Where]:
    return {(n, token.i) for quote in quotes for n, token in tokens_in(document, quote)}


def _voice(
    document: Document,
    draft: Draft,
    heads: Mapping[Where, Entity],
    quoted: set[Where],
    rules: CueRules,
) -> Voice:
    sentence = document.sentences[draft.sentence]
    own = [_is_own(sentence, head, rules) for head in draft.heads]
    return Voice(
        source=_source(document, draft, heads),
        speakers=speakers_of(document, draft, heads, rules),
        cue=() if draft.carried else _cue(document, draft),
        cue_class=draft.rule.name,
        lemma=draft.verb.lemma,
        content=spans_of(document, draft.content),
        form=_form(document, draft, quoted),
        evidential=draft.rule.evidential,
        factuality=draft.rule.negated if draft.negated else draft.rule.holds,
        author="Uu" if draft.negated else draft.rule.author,
        negated=draft.negated,
        said=_said(sentence, draft),
        own=bool(own) and all(own),
        chained=_is_link(draft) and is_source(document, draft, heads, rules),
        carried=draft.carried,
        listed=draft.listed,
        agentless=draft.agentless,
        alone=draft.rule.alone,
    )


def _is_link(draft: Draft) -> bool:
    # Who "did not claim responsibility for the attack" says nothing of it.
    unclaimed = draft.negated and draft.rule.name == _CLAIMS and not draft.clausal
    return draft.rule.chained and draft.listed and not unclaimed


def _cue(document: Document, draft: Draft) -> tuple[Span, ...]:
    # "Poll: Rivals in dead heat": the colon alone says so.
    spans = spans_of(document, ((draft.sentence, t.i) for t in draft.cue))
    return spans or (span_of(draft.cue),)


def _is_own(sentence: Sentence, head: Token, rules: CueRules) -> bool:
    # "we", and what "our information indicates"; "our correspondent" is somebody else.
    papers = (*rules.words.sensor, *rules.words.document)
    owned = sentence.children(head, "nmod:poss") if head.lemma.lower() in papers else []
    if sentence.child(head, "nmod") is not None and head.upos == "NUM":
        return False  # "one of them"
    owners = [head, *owned]
    marks = (t.text.lower() for t in sentence.children(head, "amod", "det"))
    pointing = (*rules.words.earlier, *rules.words.here)
    if head.lemma.lower() in rules.words.editions and any(mark in pointing for mark in marks):
        return True  # "an earlier version of this story said": the publisher did
    # Not "the US", whatever its small letters say.
    said = (t for t in owners if not (t.text.isupper() and len(t.text) > 1))
    return any(t.lemma.lower() in rules.words.own for t in said)


def _source(document: Document, draft: Draft, heads: Mapping[Where, Entity]) -> tuple[Span, ...]:
    if not draft.heads or draft.carried:
        return ()
    if draft.phrase:
        return spans_of(document, ((draft.sentence, t.i) for t in trimmed(draft.phrase)))
    first = source_tokens(document, draft, draft.heads[0], heads)
    last = source_tokens(document, draft, draft.heads[-1], heads)
    tokens = document.sentences[draft.sentence].tokens
    row = trimmed(list(tokens[first[0].i : last[-1].i + 1])) if last[-1].i > first[0].i else first
    return spans_of(document, ((draft.sentence, t.i) for t in row))


def _form(document: Document, draft: Draft, quoted: set[Where]) -> Form:
    words = [w for w in draft.content if _is_word(document, w)]
    inside = sum(w in quoted for w in words)
    if inside == 0:
        return "indirect"
    return "direct" if inside == len(words) else "mixed"


def _is_word(document: Document, where: Where) -> bool:
    return document.sentences[where[0]].tokens[where[1]].upos != "PUNCT"


def _said(sentence: Sentence, draft: Draft) -> tuple[Span, ...]:
    if draft.carried or draft.rule.bodies:
        return ()  # "since 2021 it has recorded 470": when they were, not when it said so
    tied = sentence.children(draft.verb, *_TIED)
    free = [t for t in tied if (draft.sentence, t.i) not in draft.content]
    return tuple(_whole(sentence, token) for token in free)


def _whole(sentence: Sentence, token: Token) -> Span:
    tokens = trimmed(sentence.subtree(token))
    return tokens[0].start, tokens[-1].end

"""Rules and ear together: what the encoder heard of voices mends and completes the rules' drafts.

The rules know classes of cues and are sure of grammar; the encoder has learnt from many readers
where a source or a content begins and ends. A voice that both find has the rules' class and the
encoder's words; of the rest, the encoder's surer ones are added and the rules' unheard ones go.
"""

from collections.abc import Iterator, Sequence, Set

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.rules import Cue, CueRules, Frame
from tocsin.read.attribution.subjects import RELATIVE
from tocsin.read.syntax import Sentence, Token
from tocsin.read.utterances import Utterance

ADDED = 0.65  # from this likelihood on, a cue that no rule found is one
MENDED = 0.5  # from this likelihood on, the encoder's words replace those of the rules
KEPT = 0.1  # below this likelihood a cue that a rule found is none

_OPENERS = frozenset({"mark", "nsubj", "expl", "aux", "det"})
_BESIDE: dict[str, tuple[Frame, ...]] = {"NOUN": ("noun",), "ADV": ("adverb",)}


def hear(sentence: Sentence, number: int, drafts: Sequence[Draft], rules: CueRules) -> list[Draft]:
    """Return the drafts of a sentence as rules and encoder have them together.

    The encoder has learnt outermost voices only: of a voice within another the rules' draft stays
    as it is, and one that is added must have its source in there too.
    """
    found = [d for d in drafts if _stays(sentence, d)]
    for utterance in sentence.utterances:
        met = [d for d in drafts if _meets(d, utterance)]
        around = _around(sentence, utterance)
        if met and utterance.likelihood >= MENDED and around is None:
            _mend(sentence, number, met[0], utterance, rules)
        elif met and around is not None:
            # Who passes a voice on stands around it, wherever the tree hangs him.
            inside = met[0].content & {(number, i) for i in around.content}
            met[0].content = inside or met[0].content
        elif not met and utterance.likelihood >= ADDED and _is_whole(utterance, around):
            found += _added(sentence, number, utterance, rules)
    return found


def _around(sentence: Sentence, utterance: Utterance) -> Utterance | None:
    cue = set(utterance.cue)
    sure = (u for u in sentence.utterances if u.likelihood >= MENDED and u is not utterance)
    return next((u for u in sure if cue <= set(u.content)), None)


def _is_whole(utterance: Utterance, around: Utterance | None) -> bool:
    inside = around is None or set(utterance.source) <= set(around.content)
    return bool(utterance.content) and inside


def _stays(sentence: Sentence, draft: Draft) -> bool:
    heard = [u.likelihood for u in sentence.utterances if _meets(draft, u)]
    return not sentence.vouched or max(heard, default=0.0) >= KEPT


def _meets(draft: Draft, utterance: Utterance) -> bool:
    return not {t.i for t in draft.cue}.isdisjoint(utterance.cue)


def _mend(
    sentence: Sentence, number: int, draft: Draft, utterance: Utterance, rules: CueRules
) -> None:
    if draft.verb.upos == "ADV" or (draft.verb.upos == "NOUN" and not draft.heads):
        return  # hearsay, whose source nobody names
    # "according to X", "citing X": what stands behind the words is the source, and nothing else.
    beside = tuple(t.text.lower() for t in draft.cue) in rules.beside
    settled = bool(draft.heads) and (beside or draft.verb.lemma in rules.words.citing)
    if settled and utterance.source and not any(h.i in utterance.source for h in draft.heads):
        return  # the encoder hears another speaker than the words name
    said = {i for at, i in draft.content if at == number and i > draft.verb.i}
    draft.cue, over = _cue(sentence, utterance, said)
    _take_source(sentence, draft, utterance)
    if utterance.content:
        # A verb of saying that no rule gave a content may take a thing: "announced new aid".
        clause = _is_clause(sentence, utterance)
        if not draft.content and not clause:
            draft.listed, draft.rule = False, rules.fallback
        draft.content = {(number, i) for i in (*utterance.content, *over)}
        draft.clausal = draft.clausal or clause


def _cue(
    sentence: Sentence, utterance: Utterance, said: Set[int] = frozenset()
) -> tuple[list[Token], list[int]]:
    """Return the words of the cue, and those at its end that belong to what is said.

    `said` is what a rule has as the content: "denied [attacking the ship]" denies an attack.
    """
    last = utterance.cue[-1]
    for k, i in enumerate(utterance.cue[1:], 1):
        token = sentence.tokens[i]
        if i in said or (token.rel in _OPENERS and token.head > last):
            return [sentence.tokens[i] for i in utterance.cue[:k]], list(utterance.cue[k:])
    return [sentence.tokens[i] for i in utterance.cue], []


def _take_source(sentence: Sentence, draft: Draft, utterance: Utterance) -> None:
    if not utterance.source or any(h.xpos in RELATIVE for h in draft.heads):
        return  # a relative pronoun stands for what the tree says
    phrase = [sentence.tokens[i] for i in utterance.source]
    draft.phrase = phrase
    first = next((head for head in draft.heads if head in phrase), None)
    # "witnesses and a source said": the tree may give the verb the last of several alone.
    if first is None or (first.rel == "conj" and sentence.tokens[first.head] in phrase):
        draft.heads = list(_heads_of(phrase))


def _added(
    sentence: Sentence, number: int, utterance: Utterance, rules: CueRules
) -> Iterator[Draft]:
    cue, over = _cue(sentence, utterance)
    verb = _top(cue)
    if verb.upos == "AUX":
        return  # "can", "are": the encoder lost its way
    clause = _is_clause(sentence, utterance)
    rule = _rule(verb, cue, _frames(sentence, verb, utterance, rules, clause=clause), rules)
    draft = Draft(number, verb, rule or rules.fallback, cue)
    _take_source(sentence, draft, utterance)
    draft.content = {(number, i) for i in (*utterance.content, *over)}
    draft.clausal = clause
    draft.listed = rule is not None and verb.lemma not in rules.words.citing and clause
    yield draft


def _frames(
    sentence: Sentence, verb: Token, utterance: Utterance, rules: CueRules, *, clause: bool
) -> tuple[Frame, ...]:
    """Return the frames that a cue is in by what it takes: a clause, an infinitive, a thing."""
    if verb.upos != "VERB":
        return _BESIDE.get(verb.upos, ())
    if clause:
        return ("clause", "quote", "passive")
    if any(sentence.tokens[i].upos == "VERB" for i in utterance.content):
        return "infinitive", "passive"
    # What something is called stands beside it; who "called elections" names nothing.
    beside = [t for below in sentence.children(verb, "obl") for t in sentence.children(below)]
    named = sentence.child(verb, "xcomp", "iobj") or any(t.lemma in rules.words.as_ for t in beside)
    return ("object", "naming") if named else ("object",)


def _is_clause(sentence: Sentence, utterance: Utterance) -> bool:
    inside = set(utterance.content)
    subjects = (t for t in sentence.tokens if t.rel in ("nsubj", "csubj"))
    return any(t.i in inside and t.head in inside for t in subjects)


def _top(tokens: Sequence[Token]) -> Token:
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head not in inside]
    return next((t for t in tops if t.upos in ("VERB", "NOUN")), tops[0])


def _heads_of(phrase: Sequence[Token]) -> Iterator[Token]:
    """Yield the token that heads a phrase and those joined to it."""
    first = _top(phrase)
    yield first
    yield from (t for t in phrase if t.head == first.i and t.rel == "conj" and t.upos != "VERB")


def _rule(
    verb: Token, cue: Sequence[Token], frames: Sequence[Frame], rules: CueRules
) -> Cue | None:
    beside = rules.beside.get(tuple(t.text.lower() for t in cue))
    kinds = (rules.cue(frame, verb.lemma.lower()) for frame in frames)
    return beside or next((kind for kind in kinds if kind is not None), None)

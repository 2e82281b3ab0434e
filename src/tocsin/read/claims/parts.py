"""The participants, the figure and the clause of an event as records of the contract."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tocsin.read.certainty.context import AHEAD
from tocsin.read.claims.ownership import Ground
from tocsin.read.claims.rules import BindingRules
from tocsin.read.claims.seen import Seen
from tocsin.read.claims.speaking import Speaking
from tocsin.read.events.bulletins import labels
from tocsin.read.events.event import Event, RoleWords
from tocsin.read.events.words import RELATIVIZERS
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Entity, Place, Quantity, Role, Span, Time
from tocsin.records.claim import RoleName, Status

COUNTED: tuple[RoleName, ...] = ("object", "target", "actor", "recipient", "instrument")
PARTICIPLE = "VBN"
COUNTS = ("nummod", "compound", "amod")
CLAUSES = ("conj", "acl", "advcl", "ccomp", "xcomp", "parataxis")


def role_records(
    event: Event, seen: Seen, document: Document, rules: BindingRules, speaker: Speaking
) -> tuple[Role, ...]:
    """Return the participants of `event` with the fullest name of their chain.

    `speaker` is who stands behind "I" and "we" in the event's clause. A day is no participant
    ("Saturday's attack"), nor is a figure without a noun.
    """
    sentence = document.sentences[event.sentence]
    return tuple(
        _role(words, sentence, seen.entities, document, rules, speaker)
        for words in event.roles
        if not any(t.span[0] <= words.head.start < t.span[1] for t in seen.times)
        and not (words.head.upos == "NUM" and not sentence.child(words.head, "nmod"))
        and not _is_bound(words, seen.quantities)
    )


def _is_bound(words: RoleWords, figures: Iterable[Quantity]) -> bool:
    """Whether the words only bound a figure: "*as many* as 50 casualties"."""
    start, end = words_span(words.tokens)
    inside = any(f.span[0] <= start and end <= f.span[1] for f in figures)
    return words.head.upos in ("ADJ", "ADV") and inside


def _role(
    words: RoleWords,
    sentence: Sentence,
    entities: Sequence[Entity],
    document: Document,
    rules: BindingRules,
    speaker: Speaking,
) -> Role:
    span = words_span(words.tokens)
    entity = _naming(words.head, span, entities)
    known = entity.name if entity else None
    text = document.text[slice(*span)]
    owner = sentence.child(words.head, "nmod:poss")
    if words.head.upos == "PRON":
        known = speaker.name(words.head.text.lower(), known, rules.speaker)
    elif owner is not None and owner.upos == "PRON" and known in (None, text):
        held = next((e for e in entities if e.span == (owner.start, owner.end)), None)
        whose = speaker.name(owner.text.lower(), held.name if held else None, rules.speaker)
        known = f"{whose} {document.text[owner.end : span[1]].strip()}" if whose else known
    return Role(
        role=words.role,
        text=text,
        span=span,
        name=known,
        ref=entity.ref if entity else None,
        kind=entity.kind if entity else None,
    )


def _naming(head: Token, within: Span, entities: Sequence[Entity]) -> Entity | None:
    """Return the longest mention that holds the governing word, best one within the phrase."""
    holding = [e for e in entities if e.span[0] <= head.start and head.end <= e.span[1]]
    inside = [e for e in holding if within[0] <= e.span[0] and e.span[1] <= within[1]]
    return max(inside or holding, key=lambda e: e.span[1] - e.span[0], default=None)


def figure(
    event: Event, quantities: Iterable[Quantity], ground: Ground, rules: BindingRules
) -> Quantity | None:
    """Return the figure that counts the event or its participants; measures are none.

    A figure that hangs on the word of the event comes first ("100 deaths"), then one in the phrase
    of the object, the target, the actor, then one that its verb governs ("rose to 1,124"). What
    is demanded or ordered keeps its figures to itself.
    """
    counts = [
        (q, head)
        for q, head in ground.here(quantities)
        if _is_count(q, rules)
        and (_is_given(head, event) or not _is_known(head, event, ground.sentence, rules))
        and not _is_rank(q, head, ground.sentence)
    ]
    if event.elided:
        return next((q for q, _ in counts if q.span[0] <= event.head.start < q.span[1]), None)
    phrases = [*_parted(event, ground.sentence)]
    # "2,000 people are in 40 shelters": the place that is predicated does not say who is counted.
    if not all(ground.sentence.child(event.head, rel) for rel in ("cop", "case")):
        phrases += [*_own(event, ground.sentence), words_span(event.trigger)]
    parts = (words for name in COUNTED for words in event.role(name))
    phrases += [words_span(words.tokens) for words in parts if words.head.upos != "VERB"]
    for phrase in phrases:
        for quantity, _ in counts:
            if _overlaps(quantity.span, phrase):
                return quantity
    below = {t.i for t in ground.sentence.subtree(event.head, without=CLAUSES)}
    governed = _governed(event, ground.sentence)
    free = [(q, head) for q, head in counts if not ground.foreign([q], event)]
    if event.type in rules.causing.harm:
        free = [(q, head) for q, head in free if not _is_where(head, ground.sentence, rules)]
    ranked = (q for near in (below, governed) for q, head in free if head.i in near)
    return next(ranked, None) or _heading(event, (q for q, _ in counts), ground.sentence)


def _heading(event: Event, quantities: Iterable[Quantity], sentence: Sentence) -> Quantity | None:
    """Return the figure of which the event's noun is a part: "hundreds of refugees".

    "One of the attacks" counts none.
    """
    above = sentence.head(event.head) if event.head.rel == "nmod" else None
    if above is None:
        return None
    held = (q for q in quantities if q.span[0] <= above.start < q.span[1])
    return next((q for q in held if (q.low, q.high) != (1, 1)), None)


def _own(event: Event, sentence: Sentence) -> Iterator[Span]:
    """Yield the figure that hangs on the word of the event itself: "310 cases and *61* deaths"."""
    before = [t for t in sentence.children(event.head, "nummod") if t.i < event.head.i]
    verb, noun = event.predicate, sentence.head(event.predicate)
    whose = verb == event.head and sentence.child(verb, "nsubj") is None
    if verb.deprel == "acl" and verb.xpos == PARTICIPLE and whose and noun is not None:
        # "37 of 54 drones *launched*": 54 were.
        before += sentence.children(noun, "nummod")
    yield from ((t.start, t.end) for t in (event.counted, *before) if t is not None)


def _parted(event: Event, sentence: Sentence) -> Iterator[Span]:
    """Yield the figure that picks from those whom a clause is about: "90, *17* of whom died"."""
    for number in sentence.children(event.predicate, "nsubj"):
        part = sentence.child(number, "nmod")
        if number.upos == "NUM" and part is not None and part.xpos in RELATIVIZERS:
            yield number.start, number.end


def _governed(event: Event, sentence: Sentence) -> set[int]:
    """Return the words where the verb of an event's noun or state gives its figure."""
    verb = event.predicate
    if event.head.rel == "xcomp":
        verb = sentence.head(event.head) or verb
    given = sentence.children(verb, "obj", "obl", "nsubj")
    bare = [t for t in given if t.upos == "NUM" or (t.upos == "SYM" and verb != event.head)]
    bare += _numbering(event, sentence)
    return {below.i for t in bare for below in sentence.subtree(t, without=CLAUSES)}


def _numbering(event: Event, sentence: Sentence) -> Iterator[Token]:
    """Yield the number of which an event's noun is a part, or which is predicated of it.

    "Nine *of the dead*", "the *dead* are 14"; its whole phrase is not the number's.
    """
    for label in labels(sentence):
        if event.head in label.words:
            yield label.figure
    part: Token | None = event.head
    if part is not None and part.rel == "acl":
        part = sentence.head(part)  # "three of those killed"
    above = sentence.head(part) if part is not None else None
    if part is not None and part.rel == "nmod" and above is not None and above.rel == "nsubj":
        told = sentence.head(above)
        if told is not None and told.upos == "NUM":
            part, above = above, told  # "the total of those arrested is 2,873"
    numbered = above is not None and above.upos == "NUM"
    if part is not None and above is not None and numbered and part.rel in ("nmod", "nsubj"):
        yield above
    elif part is not None and above is not None and part.rel == "nsubj":
        yield from sentence.children(above, "nummod") if above.upos == "ADJ" else ()  # "26 dead"


def counted_at(event: Event, seen: Seen, sentence: Sentence, rules: BindingRules) -> Place | None:
    """Return the place of a count alone: "12 in Farah", "nine of the dead were in Homs"."""
    numbers = [event.head] if event.elided else [*_numbering(event, sentence)]
    for number in numbers:
        above = sentence.head(number)
        if above is not None and number.rel == "nsubj" and sentence.child(above, "cop", "case"):
            return next((p for p in seen.places if p.span[0] <= above.start < p.span[1]), None)
    if not event.elided:
        return None
    start, end = event.head.start, words_span(event.clause)[1]
    tie = sentence.tokens[event.head.i + 1 : event.head.i + 2]
    if any(t.lemma.lower() in rules.place.away for t in tie):
        return None  # "1,200 soldiers from Kenya and 200 from Jamaica"
    return next((p for p in seen.places if start < p.span[0] and p.span[1] <= end), None)


def clause_span(event: Event, document: Document, counted: Quantity | None = None) -> Span:
    """Return the characters of the event's clause, with the figure that counts it.

    "The council reports 114 people dead": the clause of a state is the state alone, and nobody
    can sign "dead" for 114. A bracket opened in the clause is closed in it.
    """
    start, end = words_span(event.clause)
    if counted is not None:
        start, end = min(start, counted.span[0]), max(end, counted.span[1])
    text = document.text
    closes = text[end : end + 1] == ")" and text.count("(", start, end) > text.count(
        ")", start, end
    )
    return start, end + closes


def bounded(time: Time | None, status: Status, document: Document) -> date | None:
    """Return the last day of `time` where it bounds what is still ahead.

    So that a forecast in a list shares the bound of the clause that introduces it.
    """
    published = document.report.published
    if time is None or time.end is None or time.type == "SET" or status not in AHEAD:
        return None
    return time.end if published is None or time.end > published.date() else None


def words_span(tokens: Sequence[Token]) -> Span:
    """Return the characters from the first to the last of `tokens`."""
    return min(t.start for t in tokens), max(t.end for t in tokens)


def _is_count(quantity: Quantity, rules: BindingRules) -> bool:
    unit = quantity.unit
    is_money = unit is not None and len(unit) == 3 and unit.isupper()
    return unit is None or is_money or unit in rules.measured.unit


def _is_given(head: Token, event: Event) -> bool:
    """Whether the figure is all that the event tells: an entry of a tally, or a bare count."""
    return event.elided or (event.counted is not None and event.counted.i == head.i)


def _is_where(head: Token, sentence: Sentence, rules: BindingRules) -> bool:
    """Whether a figure counts the places where something is: "are sheltering *in two schools*"."""
    noun = sentence.head(head) if head.upos == "NUM" and head.rel in COUNTS else head
    case = sentence.child(noun, "case") if noun is not None else None
    if noun is None or case is None or case.lemma.lower() not in rules.place.where:
        return False
    return noun.lemma.lower() in (*rules.described.noun, *rules.place.site, *rules.place.kind)


def _is_known(head: Token, event: Event, sentence: Sentence, rules: BindingRules) -> bool:
    """Whether what is counted is known already, so that its figure is no news.

    Whom the event itself picks out is new by it: "the 40 who *fled*", "all 72 *aboard*"; so are
    those whom harm befalls to the last.
    """
    counts = head.upos == "NUM" and head.rel in COUNTS
    counted = sentence.head(head) or head if counts else head
    words = [m for m in sentence.children(counted, "det", "nmod") if m.i < head.i]
    words = [m for m in words if m.lemma.lower() in rules.known.before]
    if counted.i == event.head.i or event.predicate.i in _restricting(counted, sentence):
        return False
    harm = (*rules.causing.harm, *(name for rule in rules.outcome for name in rule.type))
    every = event.type in harm
    return any(not every or m.lemma.lower() not in rules.known.every for m in words)


def _restricting(noun: Token, sentence: Sentence) -> set[int]:
    """Return the heads of the clauses that say of whom a noun tells."""
    return {t.i for t in sentence.children(noun, "acl") if t.i == noun.i + 1 or t.deprel != "acl"}


def _is_rank(quantity: Quantity, head: Token, sentence: Sentence) -> bool:
    """Whether "one" says how a thing ranks and counts nothing: "one of the largest ports"."""
    if (quantity.low, quantity.high) != (1, 1):
        return False
    whole = sentence.child(head, "nmod")
    words = sentence.subtree(whole, without=CLAUSES) if whole is not None else []
    return any(word.xpos in ("JJS", "RBS") for word in words)


def _overlaps(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]

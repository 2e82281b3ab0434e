"""Events stated through a word for another one: "do so", "did the same", "a tactic they employ"."""

from collections.abc import Iterator, Sequence

from tocsin.read.events.arguments import arguments
from tocsin.read.events.clauses import clause, clause_head
from tocsin.read.events.event import Event, RoleWords
from tocsin.read.events.phrases import words_of
from tocsin.read.events.rules import EventRules
from tocsin.read.events.words import RELATIVIZERS, is_verbal
from tocsin.read.syntax import Document, Sentence, Token

# A pro-verb may mean what this many sentences before told of.
_FAR = 1


def told_again(
    document: Document, at: int, events: Sequence[Event], rules: EventRules
) -> Iterator[Event]:
    """Yield the events that sentence number `at` states by pointing to one of `events`.

    `events` come in order of the text, up to this sentence. The event pointed to gives the type;
    who does it, when and how surely is told anew, and all else is as before.
    """
    sentence = document.sentences[at]
    for verb in sentence.tokens:
        if not is_verbal(sentence, verb):
            continue
        noun = _summary(sentence, verb, rules)
        pointing = noun or _pro_form(sentence, verb, rules)
        meant = _meant(sentence, at, pointing, events) if pointing is not None else None
        if meant is not None and pointing is not None:
            words = (verb, pointing) if noun is None else (noun,)
            yield _event(sentence, at, verb, words, meant)


def _pro_form(sentence: Sentence, verb: Token, rules: EventRules) -> Token | None:
    """Return the word by which a verb of doing means another act: "so", "the same"."""
    if not rules.lists("doing-verbs", verb):
        return None
    below = sentence.children(verb, "advmod", "obj")
    return next((t for t in below if rules.lists("pro-forms", t) and t.i > verb.i), None)


def _summary(sentence: Sentence, verb: Token, rules: EventRules) -> Token | None:
    """Return the noun that sums up what its clause tells, where `verb` says that it is done.

    "…, a tactic they have employed since May": the verb takes the noun as its object.
    """
    noun = sentence.head(verb)
    if noun is None or verb.deprel != "acl:relcl" or not rules.lists("summaries", noun):
        return None
    own = [t for t in sentence.children(verb, "obj") if t.xpos not in RELATIVIZERS]
    doer = sentence.child(verb, "nsubj")
    done = rules.lists("employing-verbs", verb) and doer is not None and not own
    first = next(t.i for t in sentence.subtree(noun) if t.upos != "PUNCT")
    apposed = first > 0 and sentence.tokens[first - 1].upos == "PUNCT"
    return noun if done and apposed else None


def _meant(sentence: Sentence, at: int, pointing: Token, events: Sequence[Event]) -> Event | None:
    """Return the event told last before the word, in its sentence or the one before."""
    above = {t.i for t in (pointing, *sentence.ancestors(pointing))}
    here = [e for e in events if e.sentence == at and e.head.i < pointing.i]
    governing = [e for e in here if e.predicate.i in above]
    if here:
        return (governing or here)[-1]
    return next((e for e in reversed(events) if 0 < at - e.sentence <= _FAR), None)


def _event(
    sentence: Sentence, at: int, verb: Token, words: tuple[Token, ...], meant: Event
) -> Event:
    governor = clause_head(sentence, verb)
    doers = [a.head for a in arguments(sentence, verb) if a.slot == "subject"]
    return Event(
        type=meant.type,
        plover=meant.plover,
        mode=meant.mode,
        sentence=at,
        head=verb,
        trigger=tuple(sorted(words, key=lambda t: t.i)),
        predicate=verb,
        clause_head=governor,
        clause=clause(sentence, verb, governor, ()),
        roles=tuple(
            RoleWords(role="actor", head=doer, tokens=words_of(sentence, doer))
            for doer in doers[:1]
        ),
        again=meant,
    )

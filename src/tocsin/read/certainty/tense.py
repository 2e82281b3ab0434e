"""Status by tense and aspect alone, before any cue has its say."""

from tocsin.read.certainty.rules import CertaintyRules
from tocsin.read.events import Event
from tocsin.read.syntax import Sentence, Token
from tocsin.records.claim import Status


def base_status(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> Status:
    """Return what the tense of `bearer` says of the event.

    What is voiced (a threat, an order) is done in the saying; states and what lasts are ongoing
    while their tense is present.
    """
    status = _by_form(sentence, event, bearer, rules)
    if event.head.i != event.predicate.i and rules.has("announce", *rules.forms(event.predicate)):
        return "occurred"
    if status == "ongoing" and rules.group("sought", event.type):
        return "planned"
    if status != "ongoing" or not rules.group("voiced", event.type):
        return status
    at_once = rules.group("announced", event.type) or not _is_progressive(sentence, bearer)
    return "occurred" if at_once else "ongoing"


def is_done(sentence: Sentence, bearer: Token, rules: CertaintyRules) -> bool:
    """Say whether the form of `bearer` is past or perfect, so that a plan cannot hold of it."""
    if is_perfect(sentence, bearer, rules):
        return True
    if _modal(sentence, bearer):
        return False
    if _is_progressive(sentence, bearer):
        return True
    first = _finite(sentence, bearer)
    return first is not None and first.xpos == "VBD"


def is_perfect(sentence: Sentence, bearer: Token, rules: CertaintyRules) -> bool:
    """Say whether an auxiliary of perfect tense stands beside `bearer`."""
    return any(rules.has("perfect", *rules.forms(aux)) for aux in sentence.children(bearer, "aux"))


def _by_form(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> Status:
    if bearer.upos not in ("VERB", "AUX") and not sentence.child(bearer, "cop", "aux"):
        return _of_phrase(sentence, event, rules)
    if is_perfect(sentence, bearer, rules):
        return _of_perfect(sentence, event, bearer, rules)
    first = _finite(sentence, bearer)
    if first is None:
        return _of_bare(sentence, event, bearer, rules)
    if first.xpos == "VBD":
        return "occurred"
    told = bearer.xpos == "VBN" and rules.group("tolls", event.type)
    return "occurred" if told else "ongoing"


def _of_phrase(sentence: Sentence, event: Event, rules: CertaintyRules) -> Status:
    if event.head.upos == "ADJ" or event.head.rel == "amod":
        return "ongoing" if rules.group("stocks", event.type) else "occurred"
    above = next((t for t in sentence.ancestors(event.head) if _finite(sentence, t)), None)
    tense = _finite(sentence, above) if above is not None else None
    if rules.group("lasting", event.type):
        return "occurred" if tense is not None and tense.xpos == "VBD" else "ongoing"
    present = tense is not None and tense.xpos in ("VBZ", "VBP")
    repeated = event.head.xpos == "NNS" and event.head.rel == "nsubj"
    return "ongoing" if present and repeated else "occurred"


def _of_perfect(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> Status:
    progressive = bearer.xpos == "VBG" and bool(sentence.child(bearer, "aux"))
    since = any(rules.has("since", *rules.forms(t)) for t in event.clause)
    counted = any(_counts(sentence, t) for t in event.clause)
    if sentence.child(bearer, "cop") or progressive or (since and not counted):
        return "ongoing"
    if rules.group("lasting", event.type) and event.head.i != bearer.i:
        return "ongoing"
    return "occurred"


def _counts(sentence: Sentence, token: Token) -> bool:
    counted = sentence.head(token)
    return token.rel == "nummod" and counted is not None and counted.upos != "PROPN"


def _of_bare(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> Status:
    if bearer.xpos == "VB":
        governed = bearer.rel in ("xcomp", "acl") or sentence.child(bearer, "mark")
        return "planned" if governed else "ongoing"
    if bearer.xpos == "VBG":
        return "ongoing"
    stock = rules.group("stocks", event.type) and bearer.rel in ("amod", "acl")
    return "ongoing" if stock else "occurred"


def _finite(sentence: Sentence, bearer: Token) -> Token | None:
    """The word of the verb group that carries tense."""
    group = [*sentence.children(bearer, "aux", "cop"), bearer]
    finite = [t for t in group if t.xpos in ("VBD", "VBZ", "VBP", "MD")]
    return finite[0] if finite else None


def _modal(sentence: Sentence, bearer: Token) -> bool:
    return any(t.xpos == "MD" for t in sentence.children(bearer, "aux"))


def _is_progressive(sentence: Sentence, bearer: Token) -> bool:
    return bearer.xpos == "VBG" and sentence.child(bearer, "aux") is not None

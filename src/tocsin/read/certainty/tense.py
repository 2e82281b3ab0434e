"""Status by tense and aspect alone, before any cue has its say."""

from tocsin.read.certainty.path import Path
from tocsin.read.certainty.rules import CertaintyRules
from tocsin.read.events import Event
from tocsin.read.syntax import Sentence, Token
from tocsin.records.claim import Status


def base_status(sentence: Sentence, event: Event, path: Path, rules: CertaintyRules) -> Status:
    """Return what the tense of the event's clause says of it.

    What is voiced (a threat, an order) is done in the saying; states and what lasts are ongoing
    while their tense is present, or was when somebody said so.
    """
    bearer = path.bearer
    status = _by_form(sentence, event, bearer, rules)
    deed = event.predicate
    if _is_told_of(sentence, deed, rules) or _is_held(sentence, deed, rules):
        return "occurred"
    if status == "occurred" and path.told_before and _holds(sentence, event, bearer, rules):
        return "ongoing"
    named = event.head.i != event.predicate.i
    if named and rules.has("announce", *rules.forms(event.predicate)):
        return "occurred"
    return _of_present(sentence, event, bearer, rules) if status == "ongoing" else status


def _of_present(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> Status:
    if _is_headline(sentence, event, bearer, rules):
        return "occurred"
    if rules.group("sought", event.type):
        return "planned"
    if rules.group("tolls", event.type) and event.head.upos == "ADJ":
        return "occurred"  # "puts the number of dead at 40"
    if not rules.group("voiced", event.type):
        return "ongoing"
    return "ongoing" if _is_voiced_on(sentence, event, bearer, rules) else "occurred"


def _is_voiced_on(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> bool:
    """Say whether what is voiced goes on: "we are demanding", "since May we have pressed for"."""
    if is_perfect(sentence, bearer, rules) and _is_since(event, rules):
        return True
    at_once = rules.group("announced", event.type)
    return not at_once and _is_progressive(sentence, bearer)


def _is_since(event: Event, rules: CertaintyRules) -> bool:
    return any(rules.has("since", *rules.forms(t)) for t in event.clause)


def _holds(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> bool:
    """Say whether a past form tells of something under way: "were fighting", "were in Russia"."""
    if is_perfect(sentence, bearer, rules):
        return False
    held = sentence.child(bearer, "cop") is not None or rules.has("being", *rules.forms(bearer))
    state = held and rules.group("stocks", event.type)
    return state or (_is_progressive(sentence, bearer) and not is_announced(event, rules))


def is_announced(event: Event, rules: CertaintyRules) -> bool:
    """Say whether the event is done when it is voiced."""
    return rules.group("voiced", event.type)


def _is_headline(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> bool:
    """A headline tells in the present what has happened: "North Korea fires missile"."""
    stopped = sentence.tokens[-1].upos == "PUNCT"
    told = bearer.xpos in ("VBZ", "VBP") and event.head.i == event.predicate.i == bearer.i
    kept = any(rules.group(name, event.type) for name in ("lasting", "stocks", "sought"))
    return told and not stopped and not kept


def is_done(sentence: Sentence, bearer: Token, rules: CertaintyRules) -> bool:
    """Say whether the form of `bearer` is past or perfect, so that a plan cannot hold of it."""
    if _is_due(sentence, bearer):
        return False
    if is_perfect(sentence, bearer, rules):
        return True
    if _modal(sentence, bearer):
        return False
    if _is_progressive(sentence, bearer):
        return True
    first = _finite(sentence, bearer)
    return first is not None and first.xpos == "VBD"


def is_result(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> bool:
    """Say whether a bare adjective or participle tells how it ended: "are feared dead"."""
    ends = bearer.rel == "xcomp" and (bearer.upos == "ADJ" or bearer.xpos == "VBN")
    return ends and sentence.child(bearer, "mark") is None and rules.group("tolls", event.type)


def is_perfect(sentence: Sentence, bearer: Token, rules: CertaintyRules) -> bool:
    """Say whether an auxiliary of perfect tense stands beside `bearer`."""
    return any(rules.has("perfect", *rules.forms(aux)) for aux in sentence.children(bearer, "aux"))


def _by_form(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> Status:
    if bearer.upos not in ("VERB", "AUX") and not sentence.child(bearer, "cop", "aux"):
        return _of_phrase(sentence, event, rules)
    if _is_due(sentence, bearer):
        return "planned"
    if is_perfect(sentence, bearer, rules):
        return _of_perfect(sentence, event, bearer, rules)
    first = _finite(sentence, bearer)
    if first is None:
        return _of_bare(sentence, event, bearer, rules)
    if first.xpos == "VBD":
        return "occurred"
    told = bearer.xpos == "VBN" and rules.group("tolls", event.type)
    return "occurred" if told else "ongoing"


def _is_due(sentence: Sentence, bearer: Token) -> bool:
    """Say whether somebody is, or was, to do it: "leaders are to meet", "were to have met"."""
    first = _finite(sentence, bearer)
    if first is None or first.i >= bearer.i or first.xpos == "MD":
        return False
    return bearer.xpos in ("VB", "VBN") and _has_to(sentence, bearer)


def _has_to(sentence: Sentence, bearer: Token) -> bool:
    mark = sentence.child(bearer, "mark")
    return mark is not None and mark.xpos == "TO"


def _of_phrase(sentence: Sentence, event: Event, rules: CertaintyRules) -> Status:
    if event.head.upos == "ADJ" or event.head.rel == "amod":
        return "ongoing" if _is_stock(event, rules) else "occurred"
    if event.head.upos == "NOUN" and _is_since(event, rules):
        return "occurred" if _is_counted(sentence, event.head) else "ongoing"
    above = next((t for t in sentence.ancestors(event.head) if _finite(sentence, t)), None)
    tense = _finite(sentence, above) if above is not None else None
    if rules.group("lasting", event.type):
        return "occurred" if tense is not None and tense.xpos == "VBD" else "ongoing"
    perfect = above is not None and is_perfect(sentence, above, rules)
    if above is not None and _stands(event, above, tense, rules):
        return "ongoing"
    present = tense is not None and tense.xpos in ("VBZ", "VBP") and not perfect
    repeated = event.head.xpos == "NNS" and event.head.rel == "nsubj"
    return "ongoing" if present and repeated else "occurred"


def _stands(event: Event, above: Token, tense: Token | None, rules: CertaintyRules) -> bool:
    """Say whether what was made holds now: "there is a ceasefire", "a curfew is in force"."""
    now = tense is not None and tense.xpos in ("VBZ", "VBP")
    direct = event.head.head == above.i and event.head.rel in ("nsubj", "obj")
    held = tense is not None and rules.has("being", *rules.forms(tense))
    return now and direct and held and rules.group("standing", event.type)


def _of_perfect(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> Status:
    progressive = bearer.xpos == "VBG" and bool(sentence.child(bearer, "aux"))
    since = _is_since(event, rules)
    own = sentence.subtree(bearer, without=("acl", "appos", "advcl", "conj"))
    counted = any(_counts(sentence, t) for t in event.clause if t in own)
    if rules.group("tolls", event.type) and _is_counted(sentence, event.head):
        return "occurred"
    if sentence.child(bearer, "cop") or progressive or (since and not counted):
        return "ongoing"
    several = _is_counted(sentence, event.head)
    if rules.group("lasting", event.type) and event.head.i != bearer.i and not several:
        return "ongoing"
    return "occurred"


def _is_counted(sentence: Sentence, noun: Token) -> bool:
    """Say whether a figure counts a noun: "112 clashes", "more than two dozen attacks"."""
    below = sentence.children(noun, "nummod", "compound", "nmod")
    return any(t.i < noun.i and any(n.upos == "NUM" for n in sentence.subtree(t)) for t in below)


def _counts(sentence: Sentence, token: Token) -> bool:
    counted = sentence.head(token)
    if token.upos == "NUM" and token.rel in ("obj", "nsubj"):
        return True
    return token.rel == "nummod" and counted is not None and counted.xpos != "NNP"


def _of_bare(sentence: Sentence, event: Event, bearer: Token, rules: CertaintyRules) -> Status:
    if bearer.xpos == "VB":
        governed = bearer.rel in ("xcomp", "acl") or sentence.child(bearer, "mark")
        return "planned" if governed else "ongoing"
    if bearer.xpos == "VBG":
        if rules.group("tolls", event.type) and bearer.rel in ("advcl", "acl"):
            return "occurred"
        above = sentence.head(bearer) if bearer.rel == "advcl" else None
        past = above is not None and above.xpos == "VBD" and bearer.i > above.i
        return "occurred" if past and sentence.child(bearer, "nsubj") else "ongoing"
    kept = bearer.rel in ("amod", "acl") or (bearer.rel == "xcomp" and _has_to(sentence, bearer))
    stock = _is_stock(event, rules) and kept
    return "ongoing" if stock else "occurred"


def _is_told_of(sentence: Sentence, deed: Token, rules: CertaintyRules) -> bool:
    """Say whether a deed is shown or looked back on: "saw them attack", "denied shelling"."""
    above = sentence.head(deed)
    bare = deed.xpos in ("VB", "VBG", "VBP") and sentence.child(deed, "aux", "mark", "cop") is None
    if above is None or not bare or deed.rel not in ("ccomp", "xcomp", "acl", "obj", "advcl"):
        return False
    if deed.rel == "acl":
        verb = sentence.head(above)
        pictured = rules.has("pictured", *_nouns(sentence, above, rules))
        return pictured or (verb is not None and rules.has("shown", *rules.forms(verb)))
    own = sentence.child(deed, "nsubj") is not None
    past = deed.xpos == "VBG" and rules.has("looking-back", *rules.forms(above))
    return past or (own and rules.has("shown", *rules.forms(above)))


def _is_held(sentence: Sentence, deed: Token, rules: CertaintyRules) -> bool:
    """Say whether somebody is charged with a deed, or thanked for it: "accused of attacking"."""
    above, mark = sentence.head(deed), sentence.child(deed, "mark", "case")
    if above is None or mark is None or deed.xpos != "VBG" or sentence.child(deed, "aux"):
        return False
    charged = (above, *sentence.ancestors(above)) if above.upos == "NOUN" else (above,)
    held = any(rules.has("held-against", *rules.forms(t)) for t in charged[:2])
    return held and rules.has("held-for", mark.text.lower())


def _nouns(sentence: Sentence, noun: Token, rules: CertaintyRules) -> tuple[str, ...]:
    """The forms of a noun and of what it is of: "footage of soldiers attacking"."""
    above = sentence.head(noun)
    return (*rules.forms(noun), *(rules.forms(above) if above is not None else ()))


def _is_stock(event: Event, rules: CertaintyRules) -> bool:
    """Say whether the word tells a state; "sent" and "seized" are over in a moment."""
    return rules.group("stocks", event.type) and not rules.has("strokes", *rules.forms(event.head))


def _finite(sentence: Sentence, bearer: Token) -> Token | None:
    """The word of the verb group that carries tense."""
    group = [*sentence.children(bearer, "aux", "cop"), bearer]
    finite = [t for t in group if t.xpos in ("VBD", "VBZ", "VBP", "MD")]
    return finite[0] if finite else None


def _modal(sentence: Sentence, bearer: Token) -> bool:
    return any(t.xpos == "MD" for t in sentence.children(bearer, "aux"))


def _is_progressive(sentence: Sentence, bearer: Token) -> bool:
    """Say whether a form tells of something under way: "is attacking", "is being attacked"."""
    helpers = sentence.children(bearer, "aux")
    return bool(helpers) and (bearer.xpos == "VBG" or any(t.xpos == "VBG" for t in helpers))

"""Where an event is: what its clause says, or a clause whose place it shares."""

from collections.abc import Sequence

from tocsin.read.claims.ownership import Ground
from tocsin.read.claims.parts import words_span
from tocsin.read.claims.rules import BindingRules, PlaceWords
from tocsin.read.claims.seen import Seen
from tocsin.read.events.event import Event
from tocsin.read.syntax import Sentence, Token
from tocsin.records import Place

# Whose place is no place of an event: "the President of Turkey", "the people of Sudan".
SOMEBODY = frozenset({"person", "role", "organisation", "group", "state"})
ACTED_UPON = frozenset({"obj", "obl", "nsubj:pass"})
NAME_PARTS = frozenset({"compound", "flat", "amod", "appos", "conj"})
Tie = tuple[Token | None, str | None]
GERUND = "VBG"
_UNTIED: Tie = (None, None)
_WIDE = {"country": 2, "region": 2, "admin": 1}


def location(event: Event, seen: Seen, ground: Ground, rules: BindingRules) -> Place | None:
    """Return the place where the event is: one that a preposition ties to it, nearest first.

    Next comes the place of a participant ("people in Sudan", "the port of Odesa", "fled Sudan"),
    then that of a joined clause or of what brings it about. What is said has only a place of its
    own; what leaves is where it leaves from. A place that is only described ("a school") stands
    behind the named ones of its kind.
    """
    if event.type in rules.place.spoken:
        return _own_place(event, seen.places, seen, ground, rules)
    for places in (seen.places, seen.spots):
        own = _own_place(event, places, seen, ground, rules)
        if own is not None:
            return own
    for places in (seen.places, seen.spots):
        other = _shared_place(event, places, seen, ground, rules) or _left(
            event, places, seen, ground, rules
        )
        if other is not None:
            return other
    found = _taken(event, seen.places, rules) or _struck(event, seen.places, ground, rules)
    return found or _told_with(event, seen.places, ground, rules)


def _told_with(
    event: Event, places: Sequence[Place], ground: Ground, rules: BindingRules
) -> Place | None:
    """Return the place that a sentence is about: "*Sofala* is the worst hit, with 40 deaths"."""
    sentence, first = ground.sentence, event.head
    while first.rel == "conj" and (before := sentence.head(first)) is not None:
        first = before
    case, about = sentence.child(first, "case"), sentence.head(first)
    if case is None or about is None or case.lemma.lower() not in rules.place.along:
        return None
    subject = sentence.child(about, "nsubj")
    if subject is None or not sentence.child(about, "cop", "aux:pass"):
        return None
    heads = {subject.i, about.i}
    return next((place for place, head in ground.here(places) if head.i in heads), None)


def _struck(
    event: Event, places: Sequence[Place], ground: Ground, rules: BindingRules
) -> Place | None:
    """Return the place that what is told strikes: "power cuts *hit Havana*"."""
    verb = ground.sentence.head(event.head) if event.head.rel == "nsubj" else None
    if verb is None or verb.lemma.lower() not in rules.place.striking:
        return None
    for place, head in ground.here(places):
        above = ground.sentence.head(head)
        inner = above is not None and head.rel in ("compound", "amod")
        struck = above if inner and above is not None and _is_kind(above, rules.place) else head
        if struck.head == verb.i and struck.rel == "obj":
            return place
    return None


def _taken(event: Event, places: Sequence[Place], rules: BindingRules) -> Place | None:
    """Return the place that is itself the object: "took control of Bukavu airport"."""
    if event.type not in rules.place.taking:
        return None
    for words in event.role("object"):
        start, end = words_span(words.tokens)
        for place in places:
            if start <= place.span[0] and place.span[1] <= end:
                return place
    return None


def _own_place(
    event: Event, places: Sequence[Place], seen: Seen, ground: Ground, rules: BindingRules
) -> Place | None:
    words = {event.head.i, event.predicate.i, *(t.i for t in event.trigger)}
    spoken = event.type in rules.place.spoken
    ties = rules.place.said if spoken else rules.place.where
    direct: list[tuple[int, Place]] = []
    there: list[tuple[int, Place]] = []
    for place, head in ground.own(places, event):
        at, tie = _tie(head, ground.sentence, rules.place)
        if at is not None and at.head in words and tie in ties:
            direct.append((_breadth(place, head, tie, rules.place), place))
        elif not spoken and _is_there(head, event, seen, ground, rules.place):
            there.append((int(tie in rules.place.offing), place))
    return min(direct or there, key=lambda each: each[0])[1] if direct or there else None


def _breadth(place: Place, head: Token, tie: str | None, rules: PlaceWords) -> int:
    """Return how far a place only tells where another is: "in Iraq, at Mosul", "off Yemen in …"."""
    if head.deprel == "nmod:poss" or tie in rules.offing:
        return 3
    return _WIDE.get(place.precision or "", 0)


def _is_there(head: Token, event: Event, seen: Seen, ground: Ground, rules: PlaceWords) -> bool:
    words = {event.head.i, event.predicate.i, *(t.i for t in event.trigger)}
    at, tie = _tie(head, ground.sentence, rules)
    if at is None:
        reached = event.type not in rules.personal
        return (reached and _is_reached(head, words, seen, ground.sentence, rules)) or _is_passed(
            head, ground.sentence, rules
        )
    if _is_spoken_of(at, event, seen, ground.sentence, rules):
        return False
    noun = ground.sentence.tokens[at.head]
    names = tie in rules.naming and _is_thing(noun, words, seen, ground.sentence, rules)
    return names or tie in rules.standing


def _is_spoken_of(
    at: Token, event: Event, seen: Seen, sentence: Sentence, rules: PlaceWords
) -> bool:
    """Whether a place is where somebody comes from, or where what is spoken of is.

    "Men from a village in Kano killed …", "marched against the war in Gaza".
    """
    topics = rules.about if event.type in rules.topical else ()
    words = (event.head.i, event.predicate.i)
    for above in sentence.ancestors(at):
        if above.i in words:
            return False
        case, whose = sentence.child(above, "case"), sentence.head(above)
        tie = case.lemma.lower() if case is not None else ""
        if tie in topics and whose is not None and whose.i in words:
            return True
        if tie in rules.away and whose is not None and _is_one_of(SOMEBODY, whose, seen):
            return True
    return False


def _is_passed(head: Token, sentence: Sentence, rules: PlaceWords) -> bool:
    # "Attacked ships transiting the strait": they are there.
    verb = sentence.head(head)
    passing = verb is not None and verb.rel == "acl" and verb.lemma.lower() in rules.passing
    return passing and head.rel == "obj"


def _shared_place(
    event: Event, places: Sequence[Place], seen: Seen, ground: Ground, rules: BindingRules
) -> Place | None:
    # A place without a name says nothing of what happened beside it.
    ways = (ground.shared, ground.caused, ground.later, ground.within, ground.outcome)
    for find in ways if places is seen.spots else (*ways, ground.meanwhile):
        for place, head in find(places, event):
            at, tie = _tie(head, ground.sentence, rules.place)
            if tie in rules.place.standing or (at is not None and tie in rules.place.naming):
                return place
            # "Killed when bandits stormed the village", "hit Van province, killing two": there.
            there = find == ground.meanwhile or _follows(event, head, ground, rules)
            if there and at is None and head.rel == "obj":
                return place
    return None


def _follows(event: Event, head: Token, ground: Ground, rules: BindingRules) -> bool:
    """Whether harm is what the verb that a place is the object of has led to."""
    verb = event.predicate
    harm = any(event.type in rule.type for rule in rules.outcome)
    led = verb.rel in ("advcl", "xcomp") and verb.xpos == GERUND and head.head == verb.head
    return harm and led and ground.sentence.child(verb, "nsubj") is None


def _left(
    event: Event, places: Sequence[Place], seen: Seen, ground: Ground, rules: BindingRules
) -> Place | None:
    if event.type not in rules.place.leaving:
        return None
    for place, head in ground.own(places, event):
        at, tie = _tie(head, ground.sentence, rules.place)
        if at is not None and tie in rules.place.naming:
            outer = ground.sentence.child(ground.sentence.tokens[at.head], "case")
            tie = outer.lemma.lower() if outer is not None else tie
        whose = ground.sentence.head(at) if at is not None else None
        theirs = whose is not None and _is_one_of(SOMEBODY, whose, seen)
        if tie in rules.place.away and not theirs:
            return place
    return None


def _tie(head: Token, sentence: Sentence, rules: PlaceWords) -> Tie:
    """Return the word that a preposition ties to something for a name, with the preposition.

    A name within another ("the Kursk region"), behind its kind ("the city of Odesa") or before
    what is there ("Kabul's streets") is tied by the outer one's preposition.
    """
    at: Token | None = head
    while at is not None:
        case = _case(at, sentence)
        above = sentence.head(at)
        if at.deprel == "nmod:poss" and above is not None:
            outer = _tie(above, sentence, rules)
            return outer if outer[1] in rules.inside else _UNTIED
        if case is not None:
            tie = case.lemma.lower()
            named = tie in rules.naming and above is not None and _is_kind(above, rules)
            outer = _tie(above, sentence, rules) if named and above is not None else _UNTIED
            if tie in rules.naming and above is not None and _is_side(above, rules):
                # "Advanced southeast of Kupiansk": near it.
                return above, rules.near
            return outer if outer[1] in rules.where else (at, tie)
        at = above if at.rel in NAME_PARTS and _is_name(at, above, rules) else None
    return _UNTIED


def _case(noun: Token, sentence: Sentence) -> Token | None:
    """Return the preposition of a name, which may hang on its kind: "in the capital Tehran"."""
    kinds = sentence.children(noun, "compound", "nmod:desc", "appos")
    before = (sentence.child(kind, "case") for kind in kinds if kind.i < noun.i)
    return sentence.child(noun, "case") or next(filter(None, before), None)


def _is_name(part: Token, whole: Token | None, rules: PlaceWords) -> bool:
    # "Kabul airport" is in Kabul; "U.S. troops" and "a U.S. post" may be anywhere.
    if whole is None or part.rel not in ("compound", "amod") or whole.upos == "PROPN":
        return True
    return _is_kind(whole, rules)


def _is_side(word: Token, rules: PlaceWords) -> bool:
    return word.upos == "ADV" and word.lemma.lower() in rules.side


def _is_kind(noun: Token, rules: PlaceWords) -> bool:
    return noun.lemma.lower() in (*rules.kind, *rules.site)


def _is_reached(
    head: Token, words: set[int], seen: Seen, sentence: Sentence, rules: PlaceWords
) -> bool:
    # "fled Sudan", "bombed Kabul airport", "Kherson was shelled": the thing acted upon is there.
    above = sentence.head(head)
    if above is not None and head.rel in ("compound", "amod") and _is_kind(above, rules):
        head = above
    if head.head not in words or head.deprel != "nsubj:pass":
        return head.head in words and head.rel == "obj"
    named = head.upos == "PROPN" or _is_kind(head, rules)
    return named and not _is_one_of(SOMEBODY - {"state"}, head, seen)


def _is_one_of(kinds: frozenset[str], head: Token, seen: Seen) -> bool:
    return any(e.kind in kinds and e.span[0] <= head.start < e.span[1] for e in seen.entities)


def _is_thing(
    noun: Token, words: set[int], seen: Seen, sentence: Sentence, rules: PlaceWords
) -> bool:
    # "Hit the port of Odesa", "strikes on the city of Odesa", "wounded in the town of Odesa".
    case = sentence.child(noun, "case")
    placed = case is not None and case.lemma.lower() in rules.where
    if noun.head not in words or not (placed or noun.deprel in ACTED_UPON):
        return False
    return not _is_one_of(SOMEBODY, noun, seen)

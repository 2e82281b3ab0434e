"""What a figure counts that stands apart from it: the subject, an earlier figure's noun."""

from collections.abc import Collection

from tocsin.read.quantities.lexicon import Lexicon
from tocsin.read.quantities.rules import Counted as CountedRules
from tocsin.read.syntax import Sentence, Token

_PLURAL = ("NNS", "NNPS")
_NAMED = ("NOUN", "PROPN")
_DESCRIBING = ("DET", "ADJ", "NOUN", "PROPN", "PRON")
_LINKS = ("CCONJ", "SCONJ", "PUNCT")
_BETWEEN_STATES = ("AUX", "ADV", "CCONJ", "SCONJ", "PUNCT", "DET", "PART")


def head_behind_of(
    sentence: Sentence, number: Token, inside: Collection[int], rules: CountedRules
) -> Token | None:
    """Return the noun behind "of": 500 *of these troops*, wherever the tree hangs it."""
    for child in sentence.children(number, "nmod", "amod", "obl"):
        if child.i not in inside and _is_partitive(sentence.child(child, "case"), rules):
            found = _noun_of(sentence, child)
            return None if found.xpos == "CD" else found
    behind = sentence.tokens[number.i + 1 : number.i + 2]
    if behind and behind[0].i not in inside and _is_partitive(behind[0], rules):
        head = sentence.head(behind[0])
        return _noun_of(sentence, head) if head and head.i > behind[0].i else None
    return None


def _is_partitive(case: Token | None, rules: CountedRules) -> bool:
    return case is not None and case.lemma.lower() in rules.partitive


def _noun_of(sentence: Sentence, token: Token) -> Token:
    """Return what a figure behind "of" counts itself: "one of three *officers*"."""
    if token.xpos != "CD":
        return token
    behind = sentence.tokens[token.i + 1 : token.i + 2]
    near = [t for t in (sentence.head(token), *behind) if t is not None and t.i > token.i]
    return next((t for t in near if t.upos in _NAMED), token)


def far(sentence: Sentence, number: Token, rules: CountedRules) -> Token | None:
    """Return what the clause is about: "the number of *troops* fell to 500"."""
    if numbered := _numbered(sentence, number, rules):
        return numbered
    for verb in [number, *sentence.ancestors(number)][:4]:
        if verb.deprel == "acl" and verb.lemma.lower() in rules.number_verb:
            return sentence.head(verb)
        for noun in sentence.children(verb, "nsubj", "obj"):
            if noun.i != number.i and noun.lemma.lower() in rules.number_noun:
                part = head_behind_of(sentence, noun, (), rules)
                return None if part is None or part.xpos == "CD" else part
        subject = sentence.child(verb, "nsubj")
        if subject is not None and subject.i != number.i:
            return subject if verb.lemma.lower() in rules.number_verb else None
    return None


def _numbered(sentence: Sentence, number: Token, rules: CountedRules) -> Token | None:
    """Return the noun before "number" as a verb, tagged so or not: "the *troops* number 9,000"."""
    at = number.i - 1
    while at > 0 and sentence.tokens[at].upos == "ADV":
        at -= 1
    verb, noun = sentence.tokens[max(0, at)], sentence.tokens[max(0, at - 1)]
    is_verb = at > 0 and verb.lemma.lower() in rules.bare_verb
    return noun if is_verb and noun.upos == "NOUN" else None


def left_out(sentence: Sentence, number: Token, lexicon: Lexicon) -> Token | None:
    """Return an earlier figure that counts the same: *40 homes* by sale and 18 by tender."""
    case = sentence.child(number, "case")
    told = case is not None and case.lemma.lower() in lexicon.rules.counted.compared
    if not told and not (number.deprel == "conj" and case is None):
        return None
    return last_counted(sentence, number.i, lexicon)


def last_counted(sentence: Sentence, before: int, lexicon: Lexicon) -> Token | None:
    """Return the nearest plural noun before a token that a figure counts; a unit is none."""
    earlier = sentence.tokens[:before]
    return next((t for t in reversed(earlier) if _is_counted(sentence, t, lexicon)), None)


def _is_counted(sentence: Sentence, noun: Token, lexicon: Lexicon) -> bool:
    if noun.xpos not in _PLURAL or noun.text.lower() in lexicon.unit_of:
        return False
    return sentence.child(noun, "nummod") is not None


def unsaid(sentence: Sentence, first: Token, last: Token, lexicon: Lexicon) -> Token | None:
    """Return what a figure behind a second name counts: "A fired 20 *shells* and B 15".

    The clause must end behind the figure, and the name must begin behind a comma or a conjunction.
    """
    behind = sentence.tokens[last.i + 1 : last.i + 2]
    if first.i < 2 or first.ent != "O" or (behind and behind[0].upos not in _LINKS):
        return None
    at = first.i - 1
    while at > 0 and sentence.tokens[at].upos == "ADV":
        at -= 1
    if sentence.tokens[at].upos not in _NAMED:
        return None
    while at > 0 and sentence.tokens[at].upos in _DESCRIBING:
        at -= 1
    links = sentence.tokens[at].upos in _LINKS
    return last_counted(sentence, at, lexicon) if links else None


def states(sentence: Sentence, last: Token, rules: CountedRules) -> list[Token]:
    """Return the words behind a figure that tell the state of those counted: "12 *wounded*".

    A noun behind them is what is counted, and they are none: "12 wounded men".
    """
    found = _states(sentence, last.i + 1, rules)
    return [] if found and _goes_on(sentence, found[-1]) else found


def bearer(sentence: Sentence, last: Token, lexicon: Lexicon) -> Token | None:
    """Return the counted noun whose own state is the last thing said before a figure with one.

    Of "30 troops were killed and 70 wounded" both figures count troops.
    """
    rules, noun = lexicon.rules.counted, last_counted(sentence, last.i, lexicon)
    behind = next((t for t in sentence.tokens[last.i + 1 :] if t.upos != "AUX"), None)
    if noun is None or behind is None or behind.text.lower() not in rules.state:
        return None
    between = [t for t in sentence.tokens[noun.i + 1 : last.i] if t.xpos != "CD"]
    plain = [t for t in between if t.text.lower() not in rules.state]
    said = len(plain) < len(between)
    return noun if said and all(t.upos in _BETWEEN_STATES for t in plain) else None


def before_it(sentence: Sentence, number: Token, lexicon: Lexicon) -> Token | None:
    """Return the counted subject of the clause before, of which a bare figure tells the state.

    "Six miners died and *nine* were hurt" are miners: people are hurt, and things damaged.
    """
    verb = sentence.head(number)
    if verb is None or number.rel != "nsubj" or verb.deprel != "conj":
        return None
    subjects = (sentence.child(above, "nsubj") for above in sentence.ancestors(verb))
    noun = next((subject for subject in subjects if subject is not None), None)
    if noun is None or noun.i > number.i or not _is_counted(sentence, noun, lexicon):
        return None
    rules = lexicon.rules.counted
    alive = noun.lemma.lower() in {*rules.people, *lexicon.units.age.person}
    return noun if verb.text.lower() in (rules.state if alive else rules.damage) else None


def _states(sentence: Sentence, at: int, rules: CountedRules) -> list[Token]:
    found: list[Token] = []
    for token in sentence.tokens[at:]:
        joins = token.text.lower() in rules.state_link
        if token.text.lower() in rules.state:
            found.append(token)
        elif not (joins and found and found[-1].i == token.i - 1):
            break
    return found


def _goes_on(sentence: Sentence, state_: Token) -> bool:
    behind = sentence.tokens[state_.i + 1 : state_.i + 2]
    return bool(behind) and behind[0].upos in (*_NAMED, "ADJ", "NUM")

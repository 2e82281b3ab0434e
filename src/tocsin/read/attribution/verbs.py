"""Verbs as cues: with a clause, an object, an infinitive, a preposition, or passive."""

from collections.abc import Iterator

from tocsin.read.attribution.clauses import clause_of, torn_from
from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.rules import Cue, CueRules
from tocsin.read.attribution.subjects import (
    agent_of,
    conjoined,
    cue_tokens,
    is_negated,
    is_nobody,
    is_passive,
    subject_of,
)
from tocsin.read.syntax import Sentence, Token

_DENIES = "deny"
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def verb_drafts(sentence: Sentence, number: int, rules: CueRules) -> Iterator[Draft]:
    """Yield a draft for each verb of the sentence that is a cue."""
    for verb in sentence.tokens:
        if verb.upos != "VERB":
            continue
        draft = _draft(sentence, number, verb, rules)
        if draft is not None:
            yield draft


def _draft(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    if is_passive(sentence, verb):
        return _passive(sentence, number, verb, rules)
    said = (_clausal, _tallied, _naming, _infinitive, _prepositional, _objective)
    for build in (*said, _relative, _awaiting):
        draft = build(sentence, number, verb, rules)
        if draft is not None:
            _finish(sentence, draft, rules)
            return draft if _speaks(sentence, draft, rules) else None
    return None


def _started(number: int, verb: Token, rule: Cue, sentence: Sentence) -> Draft:
    return Draft(number, verb, rule, cue_tokens(sentence, verb))


def _finish(sentence: Sentence, draft: Draft, rules: CueRules) -> None:
    subject = subject_of(sentence, draft.verb) or _left_of(sentence, draft)
    if subject is not None and not draft.heads:
        draft.heads = conjoined(sentence, subject)
    draft.negated = is_negated(sentence, draft.verb, frozenset(rules.words.negations)) or any(
        is_nobody(sentence, head, rules.words.negations) for head in draft.heads
    )


def _left_of(sentence: Sentence, draft: Draft) -> Token | None:
    # A finite verb has its subject right before it, even where the tree gives it none.
    first = draft.cue[0].i
    before = sentence.tokens[first - 1] if first else None
    finite = draft.verb.xpos in _FINITE or sentence.child(draft.verb, "aux") is not None
    return before if before is not None and finite and before.upos in _NOMINAL else None


def _speaks(sentence: Sentence, draft: Draft, rules: CueRules) -> bool:
    above = sentence.head(draft.verb)
    silent = draft.verb.rel == "xcomp" and above is not None and above.lemma in rules.words.silent
    return not (silent or _frames(draft.verb)) and (draft.listed or bool(draft.heads))


def _frames(verb: Token) -> bool:
    # "To reiterate, …", "to underscore that …, it has": the writer's own, who frames what follows.
    return verb.rel == "advcl" and verb.xpos == "VB" and verb.i < verb.head


# --- a clause ------------------------------------------------------------------------------------


def _clausal(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    rule = rules.cue("clause", verb.lemma)
    tokens = clause_of(sentence, verb, rule is not None, rules)
    if not tokens or (rule is None and verb.lemma in rules.words.mute):
        return None
    draft = _started(number, verb, rule or rules.fallback, sentence)
    draft.listed = rule is not None
    draft.clausal = True
    draft.take(number, tokens)
    return draft


def _awaiting(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    rule = rules.saying(verb.lemma)
    if rule is None or sentence.child(verb, "xcomp"):
        return None
    draft = _started(number, verb, rule, sentence)
    draft.awaits = True
    return draft


# --- an infinitive, an object, a preposition -----------------------------------------------------


def _infinitive(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    rule = rules.cue("infinitive", verb.lemma)
    below = sentence.child(verb, "xcomp")
    if rule is None or below is None or below.upos not in ("VERB", "NOUN", "ADJ"):
        return None
    draft = _started(number, verb, rule, sentence)
    draft.take(number, sentence.subtree(below))
    return draft


def _objective(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    rule = rules.cue("object", verb.lemma)
    below = sentence.child(verb, "obj")
    if rule is None or below is None or below.upos not in ("NOUN", "PROPN", "PRON"):
        return None
    # "expressed its intent to …" commits as "intends to …" does: the noun's class holds.
    noun = rules.cue("noun", below.lemma.lower())
    commits = noun is not None and rule.chained and not noun.chained
    draft = _started(number, verb, noun if noun and commits else rule, sentence)
    for part in (below, *torn_from(sentence, verb, [below])):
        draft.take(number, sentence.subtree(part))
    return draft


def _relative(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    # "An accusation the army denies": the noun is what it denies.
    rule = rules.cue("object", verb.lemma) if verb.deprel == "acl:relcl" else None
    if rule is None or rule.name != _DENIES or sentence.child(verb, "obj", "ccomp", "xcomp"):
        return None
    noun = sentence.tokens[verb.head]
    draft = _started(number, verb, rule, sentence)
    draft.take(number, [*sentence.children(noun, "det", "amod"), noun])
    return draft


def _naming(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    rule = rules.cue("naming", verb.lemma)
    thing = sentence.child(verb, "obj")
    what = _complements(sentence, verb, rules) + sentence.children(verb, "xcomp")
    if rule is None or thing is None or not what:
        return None
    draft = _started(number, verb, rule, sentence)
    for part in (thing, *what):
        draft.take(number, sentence.subtree(part))
    return draft


def _tallied(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    # "put the toll at nine": who puts a figure to something says so.
    counted = sentence.child(verb, "obj")
    if counted is None or verb.lemma not in rules.words.tallying:
        return None
    if counted.lemma.lower() not in rules.words.tallies:
        return None
    draft = _started(number, verb, rules.fallback, sentence)
    draft.take(number, (t for t in sentence.subtree(verb) if t.i >= sentence.subtree(counted)[0].i))
    return draft


def _complements(sentence: Sentence, verb: Token, rules: CueRules) -> list[Token]:
    found = []
    for below in sentence.children(verb, "obl", "advcl"):
        case = sentence.child(below, "case", "mark")
        if case is None or _is_dated(below, rules):
            continue
        if case.lemma in rules.words.complement and below.i > verb.i:
            found.append(below)
    return found


def _is_dated(noun: Token, rules: CueRules) -> bool:
    # "Called elections for 14 June" says when; nothing is called for, or called so.
    return noun.upos == "NUM" or noun.lemma.lower() in rules.words.days


def _prepositional(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    blamed = sentence.child(verb, "obj")
    # "accuse the army of killing": what they are accused of may hang on them.
    behind = [] if blamed is None else sentence.children(blamed, "acl", "nmod")
    for below in [*sentence.children(verb, "obl", "advcl", "xcomp"), *behind]:
        case = sentence.child(below, "case", "mark")
        bare = case is None or _is_dated(below, rules)
        rule = None if bare or case is None else rules.prepositions.get((verb.lemma, case.lemma))
        if rule is not None and case is not None:
            draft = _started(number, verb, rule, sentence)
            draft.cue.append(case)
            draft.take(number, (t for t in sentence.subtree(below) if t.i != case.i))
            if blamed is not None:
                draft.take(number, sentence.subtree(blamed))
            return draft
    return None


# --- the passive ---------------------------------------------------------------------------------


def _passive(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    agent = agent_of(sentence, verb)
    if agent is not None:
        return _by_agent(sentence, number, verb, agent, rules)
    below = sentence.child(verb, "xcomp", "ccomp", "csubj")
    rule = rules.cue("passive", verb.lemma)
    if rule is None or below is None:
        return _told(sentence, number, verb, rules) or _befallen(sentence, number, verb, rules)
    draft = _started(number, verb, rule, sentence)
    draft.agentless = True
    draft.take(number, sentence.subtree(below))
    subject = sentence.child(verb, "nsubj")
    if subject is not None and below.rel == "xcomp":
        draft.take(number, sentence.subtree(subject))
    draft.negated = is_negated(sentence, verb, frozenset(rules.words.negations))
    return draft


def _by_agent(
    sentence: Sentence, number: int, verb: Token, agent: Token, rules: CueRules
) -> Draft | None:
    # "ruled by a junta" says nothing; "it was said by officials that" has its clause.
    clause = sentence.child(verb, "ccomp", "xcomp", "csubj")
    rule = rules.cue("object", verb.lemma) or (clause and rules.cue("clause", verb.lemma))
    subject = sentence.child(verb, "nsubj")
    if rule is None or (subject is None and verb.rel != "acl"):
        return None
    draft = _started(number, verb, rule, sentence)
    draft.heads = conjoined(sentence, agent)
    if subject is not None:
        draft.take(number, sentence.subtree(subject))
    elif rule.name == _DENIES:
        # "…, a claim rejected by the army": the claim is what it denies.
        noun = sentence.tokens[verb.head]
        draft.take(number, [*sentence.children(noun, "det", "amod"), noun])
    for below in sentence.children(verb, "xcomp", "ccomp"):
        draft.take(number, sentence.subtree(below))
    draft.negated = is_negated(sentence, verb, frozenset(rules.words.negations))
    return draft if draft.content else None


def _befallen(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    # "Two cases were confirmed": somebody did, and nobody says who.
    rule = rules.cue("passive", verb.lemma) or rules.cue("object", verb.lemma)
    thing = sentence.child(verb, "nsubj")
    if verb.lemma not in rules.words.befallen or rule is None or thing is None:
        return None
    draft = _started(number, verb, rule, sentence)
    draft.agentless = True
    draft.take(number, sentence.subtree(thing))
    draft.negated = is_negated(sentence, verb, frozenset(rules.words.negations))
    return draft


def _told(sentence: Sentence, number: int, verb: Token, rules: CueRules) -> Draft | None:
    # "He was quoted as saying that …": he is the source, though the verb is passive.
    if verb.lemma not in rules.words.quoting:
        return None
    below = sentence.child(verb, "advcl", "xcomp", "obl")
    subject = sentence.child(verb, "nsubj")
    clause = sentence.child(below, "ccomp") if below is not None else None
    if subject is None or clause is None or below is None:
        return None
    draft = _started(number, verb, rules.cue("clause", below.lemma) or rules.fallback, sentence)
    draft.cue = list(sentence.tokens[draft.cue[0].i : below.i + 1])
    draft.heads = conjoined(sentence, subject)
    draft.take(number, sentence.subtree(clause))
    return draft

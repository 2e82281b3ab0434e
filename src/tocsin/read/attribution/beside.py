"""Cues that are no verbs: "according to", adverbs such as "reportedly", nouns such as "claim"."""

from collections.abc import Iterable, Iterator, Sequence

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.rules import CueRules
from tocsin.read.attribution.spans import noun_phrase
from tocsin.read.attribution.subjects import conjoined
from tocsin.read.syntax import Sentence, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_CLAUSE_ROOTS = frozenset({"root", "ccomp", "parataxis", "csubj", "conj"})
_LOWER_ROOTS = frozenset({"advcl", "acl", "xcomp"})


def according_drafts(sentence: Sentence, number: int, rules: CueRules) -> Iterator[Draft]:
    """Yield a draft for each "according to …": the source, and the clause that it hangs on."""
    for words, rule in rules.beside.items():
        for start in _places(sentence, words):
            source = _source(sentence, start + len(words))
            if not source:
                continue
            cue = list(sentence.tokens[start : start + len(words)])
            head = _head(source)
            draft = Draft(number, cue[0], rule, cue, conjoined(sentence, head), clausal=True)
            draft.heads = [h for h in draft.heads if h.i <= source[-1].i]
            draft.take(number, _attributed(sentence, start, source))
            yield draft


def over_all(sentence: Sentence, drafts: Sequence[Draft], beside: Iterable[Draft]) -> list[Draft]:
    """Return both lists; "…, according to X" at the end of a sentence is in no other's content."""
    found = [*drafts]
    for draft in beside:
        own = [*draft.cue, *(t for h in draft.heads for t in noun_phrase(sentence, h))]
        rest = sentence.tokens[own[-1].i + 1 :]
        if draft.cue[0].i and all(t.upos == "PUNCT" for t in rest):
            for other in drafts:
                other.drop(draft.sentence, own)
        for other in drafts:
            if _parts(sentence, draft, other):
                words = [*other.cue, *(t for h in other.heads for t in noun_phrase(sentence, h))]
                draft.content |= other.content
                draft.take(draft.sentence, words)
                draft.drop(draft.sentence, own)
        found.append(draft)
    return found


def _parts(sentence: Sentence, draft: Draft, other: Draft) -> bool:
    """Whether one parts a verb of saying from its clause: "believes, according to X, that"."""
    between = sentence.tokens[other.verb.i + 1 : draft.cue[0].i]
    stands = bool(between) and all(t.upos == "PUNCT" for t in between)
    return other.clausal and stands and any(i > draft.cue[-1].i for _, i in other.content)


def _places(sentence: Sentence, words: tuple[str, ...]) -> Iterator[int]:
    tokens = sentence.tokens
    for i in range(len(tokens) - len(words)):
        if all(tokens[i + k].text.lower() == word for k, word in enumerate(words)):
            yield i


def _source(sentence: Sentence, start: int) -> list[Token]:
    """Return the noun phrase from `start`: all that hangs on its head, up to a clause."""
    first = next((t for t in sentence.tokens[start:] if t.upos in _NOMINAL), None)
    if first is None:
        return []
    head = first
    for above in sentence.ancestors(first):
        if above.i < start or above.upos not in _NOMINAL:
            break
        if any(t.text == "," for t in sentence.tokens[head.i + 1 : above.i]):
            break
        head = above
    kept = {t.i for t in sentence.subtree(head) if t.i >= start}
    last = head.i
    while last + 1 in kept:
        last += 1
    return list(sentence.tokens[start : last + 1])


def _head(source: Sequence[Token]) -> Token:
    inside = {t.i for t in source}
    nouns = [t for t in source if t.upos in _NOMINAL]
    return next((t for t in nouns if t.head not in inside), nouns[0])


def _attributed(sentence: Sentence, start: int, source: Sequence[Token]) -> list[Token]:
    own = {*range(start, source[-1].i + 1)}
    if start == 0:
        return [t for t in sentence.tokens if t.i not in own]
    clause = clause_of(sentence, sentence.tokens[start])
    whole = sentence.subtree(clause) if clause is not None else sentence.tokens[:start]
    return [t for t in whole if t.i not in own]


def clause_of(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb or predicate of the clause that `token` hangs in."""
    for above in sentence.ancestors(token):
        if above.rel in _CLAUSE_ROOTS and _predicates(sentence, above):
            return above
        if above.rel in _LOWER_ROOTS and sentence.child(above, "nsubj") is not None:
            return above
    return sentence.root if sentence.root.i != token.i else None


def _predicates(sentence: Sentence, token: Token) -> bool:
    verbal = token.upos in ("VERB", "AUX")
    return verbal or sentence.child(token, "nsubj", "cop") is not None


def adverb_drafts(sentence: Sentence, number: int, rules: CueRules) -> Iterator[Draft]:
    """Yield a draft for each adverb of hearsay: its clause, and nobody as the source."""
    for token in sentence.tokens:
        rule = rules.cue("adverb", token.lemma.lower()) if token.upos == "ADV" else None
        above = sentence.head(token)
        if rule is None or above is None:
            continue
        if not _predicates(sentence, above):
            above = clause_of(sentence, token) or above
        draft = Draft(number, token, rule, [token], clausal=True)
        draft.take(number, (t for t in sentence.subtree(above) if t.i != token.i))
        yield draft


def noun_drafts(sentence: Sentence, number: int, rules: CueRules) -> Iterator[Draft]:
    """Yield a draft for each noun of report with what is reported: "the claim that he fled"."""
    for noun in sentence.tokens:
        rule = rules.cue("noun", noun.lemma.lower()) if noun.upos == "NOUN" else None
        if rule is None:
            continue
        content = _reported(sentence, noun, rules)
        if content:
            draft = Draft(number, noun, rule, [noun], clausal=True)
            draft.take(number, content)
            draft.heads = _owner(sentence, noun, rules)
            yield draft


def _reported(sentence: Sentence, noun: Token, rules: CueRules) -> list[Token]:
    for below in sentence.children(noun, "acl", "ccomp"):
        mark = sentence.child(below, "mark")
        if below.deprel != "acl:relcl" and mark is not None:
            return sentence.subtree(below)
    for below in sentence.children(noun, "nmod"):
        case = sentence.child(below, "case")
        if case is not None and case.lemma in rules.words.of and below.i > noun.i:
            return [t for t in sentence.subtree(below) if t.i != case.i]
    return _beyond(sentence, noun, rules)


def _beyond(sentence: Sentence, noun: Token, rules: CueRules) -> list[Token]:
    # "confirmed reports that …": the clause begins right behind the noun but hangs on the verb.
    above = sentence.head(noun)
    for below in sentence.children(above, "ccomp") if above is not None else ():
        tokens = sentence.subtree(below)
        if tokens[0].i == noun.i + 1 and tokens[0].lemma in rules.words.that:
            return tokens
    return []


def _owner(sentence: Sentence, noun: Token, rules: CueRules) -> list[Token]:
    owner = sentence.child(noun, "nmod:poss") or maker_of(sentence, noun, rules)
    return conjoined(sentence, owner) if owner is not None else []


def maker_of(sentence: Sentence, noun: Token, rules: CueRules) -> Token | None:
    """Return whose a paper or a piece of evidence is: "images released by the JCS"."""
    for below in sentence.children(noun, "nmod"):
        case = sentence.child(below, "case")
        if case is not None and case.lemma in rules.words.maker:
            return below
    for below in sentence.children(noun, "acl"):
        agent = sentence.child(below, "obl:agent")
        if agent is not None:
            return agent
    return None

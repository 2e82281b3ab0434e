"""Cues that are no verbs: "according to", adverbs such as "reportedly", nouns such as "claim"."""

from collections.abc import Iterator

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.rules import CueRules
from tocsin.read.attribution.subjects import conjoined
from tocsin.read.syntax import Sentence, Token

_CLAUSE_ROOTS = frozenset({"root", "ccomp", "advcl", "acl", "parataxis", "csubj", "conj", "xcomp"})


def according_drafts(sentence: Sentence, number: int, rules: CueRules) -> Iterator[Draft]:
    """Yield a draft for each "according to …": the source, and the clause that it hangs on."""
    for words, rule in rules.beside.items():
        for start in _places(sentence, words):
            head = _governed(sentence, start, len(words))
            if head is None:
                continue
            cue = list(sentence.tokens[start : start + len(words)])
            draft = Draft(number, cue[0], rule, cue, conjoined(sentence, head), clausal=True)
            own = {t.i for t in sentence.subtree(head)}
            clause = clause_of(sentence, head)
            if clause is not None:
                draft.take(number, (t for t in sentence.subtree(clause) if t.i not in own))
            yield draft


def _places(sentence: Sentence, words: tuple[str, ...]) -> Iterator[int]:
    tokens = sentence.tokens
    for i in range(len(tokens) - len(words)):
        if all(tokens[i + k].text.lower() == word for k, word in enumerate(words)):
            yield i


def _governed(sentence: Sentence, start: int, length: int) -> Token | None:
    """Return the noun that the words from `start` govern."""
    inside = range(start, start + length)
    for i in inside:
        head = sentence.head(sentence.tokens[i])
        if head is not None and head.i >= start + length and head.upos not in ("VERB", "AUX"):
            return head
    return None


def clause_of(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb or predicate of the clause that `token` hangs in."""
    for above in sentence.ancestors(token):
        if above.rel in _CLAUSE_ROOTS and _predicates(sentence, above):
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

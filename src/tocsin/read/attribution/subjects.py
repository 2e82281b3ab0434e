"""Whose verb it is: the subject, wherever the tree keeps it."""

from collections.abc import Sequence

from tocsin.read.syntax import Sentence, Token

_MOST_STEPS = 6
_SHARED = frozenset({"conj", "xcomp", "advcl", "parataxis"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is passive: it has a passive subject or auxiliary, or is a bare participle."""
    rels = {t.deprel for t in sentence.children(verb)}
    if "aux:pass" in rels:
        return True
    # Parsers take "as they have said" for a passive; a passive has its own auxiliary.
    if rels & {"nsubj:pass", "csubj:pass"}:
        return "aux" not in rels
    return verb.xpos == "VBN" and verb.rel == "acl" and verb.deprel != "acl:relcl"


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the token that heads the subject of `verb`, its own or one that it shares.

    A verb joined by "and", an infinitive and a participle ("…, warning that") share the subject of
    the verb above; a participle behind a noun ("a statement saying") has the noun.
    """
    for _ in range(_MOST_STEPS):
        own = _nearest(verb, sentence.children(verb, "nsubj", "csubj"))
        if own is not None and (own.i < verb.i or verb.xpos != "VBG"):
            return own
        above = sentence.head(verb)
        if above is None:
            return None
        if verb.rel == "acl":
            return above
        if verb.rel not in _SHARED or (verb.rel == "parataxis" and verb.xpos != "VBG"):
            return None
        verb = above
    return None


def _nearest(verb: Token, subjects: list[Token]) -> Token | None:
    # Of two subjects (parsers take "MR. KIRBY: I cannot …" so) the one beside the verb is its own.
    return min(subjects, key=lambda t: abs(t.i - verb.i), default=None)


def agent_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head of the agent of a passive ("by the ministry"), or None."""
    return sentence.child(verb, "obl:agent")


def antecedent_of(sentence: Sentence, word: Token) -> Token:
    """Return what a relative pronoun stands for, or the word itself."""
    if word.xpos not in RELATIVE:
        return word
    for above in sentence.ancestors(word):
        if above.deprel == "acl:relcl":
            return sentence.tokens[above.head] if above.head >= 0 else word
    return word


def conjoined(sentence: Sentence, head: Token) -> list[Token]:
    """Return `head` and the nouns joined to it by "and" or commas."""
    return [head, *(t for t in sentence.children(head, "conj") if t.upos != "VERB")]


def cue_tokens(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the verb with its auxiliaries, negation and close adverbs, in order of the text."""
    kept = {verb.i}
    for child in sentence.children(verb):
        near = child.i < verb.i and child.rel in ("aux", "advmod")
        if near or child.deprel == "compound:prt":
            kept.add(child.i)
    first = verb.i
    while first - 1 in kept:
        first -= 1
    after = [i for i in sorted(kept) if i > verb.i]
    return [sentence.tokens[i] for i in [*range(first, verb.i + 1), *after]]


def is_nobody(sentence: Sentence, subject: Token, negations: Sequence[str]) -> bool:
    """Whether a subject denies that anybody does it: "no official", "nobody", "none of them"."""
    words = [subject, *sentence.children(subject, "det")]
    return any(t.lemma.lower() in negations for t in words)


def is_negated(sentence: Sentence, verb: Token, negations: frozenset[str]) -> bool:
    """Whether the verb itself is negated ("did not say")."""
    return any(
        t.lemma.lower() in negations or t.text.lower() in negations
        for t in sentence.children(verb, "advmod", "det", "cc")
        if t.i < verb.i
    )

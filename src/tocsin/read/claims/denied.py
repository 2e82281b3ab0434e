"""What a clause denies without naming a deed: "this", "the claim", "the Red Cross count".

A pronoun or a noun for what was said is denied by a verb, or said to be untrue.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.read.attribution.subjects import RELATIVE, antecedent_of
from tocsin.read.certainty import CertaintyRules, ResponseRule
from tocsin.read.syntax import Sentence, Token

# So many sentences back a noun for what was said may point; a pronoun points at the last, and a
# relative one at its own.
_FAR, _LAST, _OWN = 3, 1, 0
_NAMED = ("PROPN", "NOUN")
_COMMA = ","
_COLON, _BEHIND_LABEL = ":", 2  # "Verdict: False"
_UNSAID = ("acl", "ccomp", "csubj", "advcl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """What is denied, as a word that points back, with the clause that denies it.

    `said` is whether it is something that others said, `counted` whether it is a figure of theirs,
    and `owners` are the names of those who said it ("the Red Cross count"). It was told at most
    `far` sentences before; None is anywhere before.
    """

    thing: Token
    top: Token
    far: int | None = _LAST
    said: bool = False
    counted: bool = False
    owners: tuple[str, ...] = ()


def all_denied(sentence: Sentence, rule: ResponseRule, rules: CertaintyRules) -> Iterator[Denied]:
    """Yield what a sentence denies, each once: "dismissed the claim as propaganda" is one."""
    seen = set[int]()
    for word in sentence.tokens:
        denied = _denied(sentence, word, rule, rules)
        if denied is not None and denied.thing.i not in seen:
            seen.add(denied.thing.i)
            yield denied


def _denied(
    sentence: Sentence, word: Token, rule: ResponseRule, rules: CertaintyRules
) -> Denied | None:
    forms = rules.forms(word)
    if word.upos == "VERB" and not rule.verb.isdisjoint(forms):
        thing, top = _governed(sentence, word), word
    elif not rule.untrue.isdisjoint(forms):
        thing, top = _predicated(sentence, word, rule, rules)
    elif not rule.true.isdisjoint(forms) and _is_negated(sentence, word, rules):
        thing, top = sentence.child(word, "nsubj"), word
    else:
        return None
    if thing is None or not _is_stated(sentence, top, rules):
        return None
    return _pointing(sentence, thing, top, rule, rules)


def _governed(sentence: Sentence, verb: Token) -> Token | None:
    """Return what a verb denies; None of a passive where nobody says who denies it."""
    thing = sentence.child(verb, "obj", "nsubj:pass")
    agent = sentence.child(verb, "obl:agent")
    if thing is None and verb.rel == "acl" and agent is not None:
        return sentence.head(verb)  # "a claim rejected by the army"
    if thing is None and verb.deprel == "acl:relcl" and sentence.child(verb, "nsubj") is not None:
        return sentence.head(verb)  # "an accusation the army denies"
    passive = thing is not None and thing.deprel == "nsubj:pass"
    return None if passive and agent is None else thing


def _predicated(
    sentence: Sentence, word: Token, rule: ResponseRule, rules: CertaintyRules
) -> tuple[Token | None, Token]:
    """Return what is said to be untrue, and the word that governs the saying."""
    if _is_verdict(sentence, word, rule):
        return word, word
    if sentence.child(word, "cop") is not None:
        negated = _is_negated(sentence, word, rules) or sentence.child(word, *_UNSAID)
        return (None if negated else sentence.child(word, "nsubj")), word
    for above in sentence.ancestors(word):
        if above.upos == "VERB":
            called = not rule.calling.isdisjoint(rules.forms(above))
            return (sentence.child(above, "obj") if called else None), above
        if word.rel not in ("xcomp", "amod", "nmod", "obl"):
            break
    return None, word


def _is_verdict(sentence: Sentence, word: Token, rule: ResponseRule) -> bool:
    first, mark = sentence.tokens[0], sentence.tokens[1:2]
    labelled = first.text.lower() in rule.verdict and any(t.text == _COLON for t in mark)
    return labelled and word.i == _BEHIND_LABEL


def _is_negated(sentence: Sentence, word: Token, rules: CertaintyRules) -> bool:
    near = sentence.children(word, "advmod", "det", "cc")
    return any(rules.has("negation", *rules.forms(t)) for t in near)


def _is_stated(sentence: Sentence, top: Token, rules: CertaintyRules) -> bool:
    """Whether a denial is made: not one that may come, is not, or stands beside its contrary."""
    if any(t.xpos == "MD" for t in sentence.children(top, "aux")):
        return False
    if top.upos == "VERB" and _is_negated(sentence, top, rules):
        return False
    above = sentence.head(top)
    joined = [*sentence.children(top, "conj"), *([above] if top.rel == "conj" and above else [])]
    # Who disputes one thing and says another takes two stands.
    bare = [t for t in joined if sentence.child(t, "obj", "ccomp", "xcomp") is None]
    neither = any(n == "confirm" for t in bare for n, _ in rules.cues("verb", *rules.forms(t)))
    free = top.rel in ("xcomp", "acl") or sentence.child(top, "mark") is not None
    return not (neither or (free and top.xpos in ("VB", "VBG")))


def _pointing(
    sentence: Sentence, thing: Token, top: Token, rule: ResponseRule, rules: CertaintyRules
) -> Denied | None:
    if thing.i == top.i:
        return Denied(thing=thing, top=top, far=_FAR, said=True)
    if thing.xpos in RELATIVE:
        return _relative(sentence, thing, top, rule, rules)
    if thing.upos in ("PRON", "DET"):
        return Denied(thing=thing, top=top) if thing.text.lower() in rule.pronouns else None
    forms = rules.forms(thing)
    counted = not rule.figures.isdisjoint(forms)
    if not counted and rule.said.isdisjoint(forms):
        return None
    phrase = sentence.subtree(thing, without=("acl", "appos"))
    of = [t for t in phrase if t.i != thing.i and t.upos in _NAMED]
    known = rule.said | rule.figures
    owners = tuple(t.text.casefold() for t in of if known.isdisjoint(rules.forms(t)))
    return Denied(
        thing=thing,
        top=top,
        far=None if owners else _FAR,
        said=True,
        counted=counted,
        owners=owners,
    )


def _relative(
    sentence: Sentence, pronoun: Token, top: Token, rule: ResponseRule, rules: CertaintyRules
) -> Denied | None:
    """Return what a relative clause denies: "figures that many dispute", "…, which Kyiv denied".

    Behind a comma the pronoun may stand for all that its sentence tells before it.
    """
    noun = antecedent_of(sentence, pronoun)
    forms = rules.forms(noun)
    if not (rule.said | rule.figures).isdisjoint(forms):
        counted = not rule.figures.isdisjoint(forms)
        return Denied(thing=pronoun, top=top, far=_OWN, said=True, counted=counted)
    before = sentence.tokens[pronoun.i - 1] if pronoun.i else pronoun
    return Denied(thing=pronoun, top=top, far=_OWN) if before.text == _COMMA else None

"""Evidence brought forward: "has detected signs indicating that …", "images showing …"."""

from collections.abc import Iterator, Sequence

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.rules import CueRules
from tocsin.read.attribution.subjects import (
    RELATIVE,
    antecedent_of,
    conjoined,
    cue_tokens,
    subject_of,
)
from tocsin.read.syntax import Sentence, Token


def merge_evidence(sentence: Sentence, drafts: Sequence[Draft], rules: CueRules) -> list[Draft]:
    """Return the drafts with "detect", "signs" and "indicating" made one cue.

    Who brings the evidence forward is the source, and the bringing verb gives the class if it is
    one of detection.
    """
    brought: dict[int, Draft] = {}
    for draft in drafts:
        bringer = _bringer(sentence, draft, rules)
        if bringer is not None:
            _join(sentence, draft, bringer, rules)
            brought[bringer.i] = draft
    return [d for d in drafts if d.verb.i not in brought or d is brought[d.verb.i]]


def _bringer(sentence: Sentence, draft: Draft, rules: CueRules) -> Token | None:
    noun = draft.verb if draft.verb.upos == "NOUN" else _noun_above(sentence, draft.verb)
    if (
        noun is None
        or not _reports(draft)
        or noun.rel != "obj"
        or noun.lemma not in rules.words.sensor
    ):
        return None
    above = sentence.head(noun)
    fits = above is not None and above.upos == "VERB" and above.lemma in rules.words.brings
    return above if fits else None


def _reports(draft: Draft) -> bool:
    # Signs show or indicate; what they are signs of is no cue.
    return draft.rule.chained and draft.listed


def _noun_above(sentence: Sentence, verb: Token) -> Token | None:
    if verb.rel == "acl":
        return sentence.head(verb)
    above = sentence.head(verb)
    before = sentence.tokens[verb.i - 1] if verb.i else verb
    # "detected signs indicating": the participle may hang on the verb instead of the noun.
    close = verb.rel == "advcl" and verb.xpos == "VBG" and above is not None
    return before if close and before.head == verb.head and before.rel == "obj" else None


def _join(sentence: Sentence, draft: Draft, bringer: Token, rules: CueRules) -> None:
    subject = subject_of(sentence, bringer)
    first = cue_tokens(sentence, bringer)[0]
    draft.cue = list(sentence.tokens[first.i : draft.verb.i + 1])
    draft.heads = conjoined(sentence, subject) if subject is not None else []
    detects = rules.cue("clause", bringer.lemma)
    shows = rules.cue("noun", "sign") or draft.rule
    draft.rule = detects if detects is not None and detects.name == shows.name else shows
    draft.verb = bringer
    draft.clausal, draft.awaits = True, False


def citing_drafts(
    sentence: Sentence, number: int, drafts: Sequence[Draft], rules: CueRules
) -> Iterator[Draft]:
    """Yield a draft for each "…, citing officials": they said what the main clause reports."""
    for verb in sentence.tokens:
        if verb.lemma not in rules.words.citing or verb.xpos != "VBG":
            continue
        source, above = sentence.child(verb, "obj"), _citing_verb(sentence, verb)
        if source is None or above is None:
            continue
        draft = Draft(number, verb, rules.fallback, [verb], conjoined(sentence, source))
        citer = sentence.head(verb)
        others = [d for d in drafts if d.verb.i != verb.i]
        outer = next((d for d in others if d.verb.i == above.i or citer in d.heads), None)
        own = {t.i for t in sentence.subtree(verb)}
        draft.content = set(outer.content) if outer is not None else set()
        if not draft.content:
            draft.take(number, (t for t in sentence.subtree(above) if t.i not in own))
        draft.clausal, draft.through = True, outer
        yield draft


def _citing_verb(sentence: Sentence, verb: Token) -> Token | None:
    # "The paper, citing officials, reported": the participle may hang on the paper.
    if verb.rel == "acl":
        return next((t for t in sentence.ancestors(verb) if t.upos == "VERB"), None)
    return sentence.head(verb) if verb.rel == "advcl" else None


def pass_on(sentence: Sentence, number: int, drafts: Sequence[Draft], rules: CueRules) -> None:
    """Put what evidence "indicated" into the content of whoever brings that evidence, in place.

    "The army said 40 were killed, a number in line with intelligence, which indicated …": the
    clause hangs on a noun that stands beside the words of the army, and is the army's too.
    """
    papers = {*rules.words.sensor, *rules.words.document}
    for draft in drafts:
        noun = _antecedent(sentence, draft)
        above = sentence.head(noun) if noun is not None else None
        if noun is None or above is None or above.upos != "VERB":
            continue
        words = sentence.tokens[noun.i : draft.verb.i]
        if not any(t.lemma.lower() in papers for t in words):
            continue
        for other in drafts:
            if other is not draft and (number, above.i) in other.content:
                other.content |= draft.content
                other.take(number, [*words, *draft.cue])


def _antecedent(sentence: Sentence, draft: Draft) -> Token | None:
    """The noun whose phrase a relative clause ends, where that is beside the clause before."""
    head = next((h for h in draft.heads if h.xpos in RELATIVE), None)
    noun = antecedent_of(sentence, head) if head is not None else None
    while noun is not None and noun.rel in ("nmod", "conj"):
        noun = sentence.head(noun)
    return noun if noun is not None and noun.rel in ("obl", "appos", "parataxis", "dep") else None

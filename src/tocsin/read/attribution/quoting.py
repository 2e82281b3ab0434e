"""Somebody quoted by somebody else: "KCNA quoted Kim as saying that …", "was quoted as saying"."""

from collections.abc import Iterator, Sequence

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.rules import CueRules
from tocsin.read.attribution.spans import noun_phrase
from tocsin.read.attribution.subjects import conjoined, cue_tokens, is_passive, subject_of
from tocsin.read.syntax import Sentence, Token


def quoted_as_saying(sentence: Sentence, drafts: Sequence[Draft], rules: CueRules) -> list[Draft]:
    """Return the drafts with each "X quoted Y as saying" made two voices, X's around Y's.

    Of a passive without an agent ("he was quoted as saying") only the one quoted is known.
    """
    found = list(drafts)
    for verb in sentence.tokens:
        saying = _saying(sentence, verb, rules)
        if saying is not None:
            own = [d for d in found if d.verb.i in (verb.i, saying.i)]
            pair = list(_pair(sentence, verb, saying, own, rules))
            found = [*(d for d in found if d not in own), *pair] if pair else found
    return found


def _saying(sentence: Sentence, verb: Token, rules: CueRules) -> Token | None:
    if verb.upos != "VERB" or verb.lemma not in rules.words.quoting:
        return None
    for below in sentence.children(verb, "advcl", "xcomp", "obl", "acl", "ccomp"):
        mark = sentence.child(below, "mark", "case")
        fits = mark is not None and mark.lemma in rules.words.as_
        if fits and below.xpos == "VBG" and rules.cue("clause", below.lemma) is not None:
            return below
    return None


def _pair(
    sentence: Sentence, verb: Token, saying: Token, own: Sequence[Draft], rules: CueRules
) -> Iterator[Draft]:
    quoted, quoter = _parties(sentence, verb, saying, rules)
    if quoted is None or not own:
        return
    rule = rules.cue("clause", saying.lemma) or rules.fallback
    mark = sentence.child(saying, "mark", "case") or saying
    inner = Draft(own[0].sentence, saying, rule, [mark, saying], conjoined(sentence, quoted))
    inner.clausal, inner.awaits = True, not any(d.content for d in own)
    inner.content = set[tuple[int, int]]().union(*(d.content for d in own))
    parties = [t for who in (quoted, quoter) if who is not None for t in noun_phrase(sentence, who)]
    inner.drop(inner.sentence, [*parties, mark, saying, *cue_tokens(sentence, verb)])
    if quoter is None:
        inner.cue = [*cue_tokens(sentence, verb), mark, saying]
    else:
        outer = Draft(inner.sentence, verb, rules.fallback, cue_tokens(sentence, verb))
        outer.heads, outer.clausal = conjoined(sentence, quoter), True
        outer.content = set(inner.content)
        outer.take(inner.sentence, [*noun_phrase(sentence, quoted), mark, saying])
        yield outer
    yield inner


def _parties(
    sentence: Sentence, verb: Token, saying: Token, rules: CueRules
) -> tuple[Token | None, Token | None]:
    """Return who is quoted and who quotes."""
    if not is_passive(sentence, verb):
        return sentence.child(verb, "obj", "iobj"), subject_of(sentence, verb)
    below = [t for v in (verb, saying) for t in sentence.children(v, "obl") if t.i > verb.i]
    agent = next((t for t in below if _is_agent(sentence, t, rules)), None)
    return sentence.child(verb, "nsubj"), agent


def _is_agent(sentence: Sentence, token: Token, rules: CueRules) -> bool:
    # The agent of "quoted" may hang on "saying" ("as saying by Interfax that …").
    case = sentence.child(token, "case")
    return token.deprel == "obl:agent" or (case is not None and case.lemma in rules.words.maker)

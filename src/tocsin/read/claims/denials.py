"""Denials that name no deed: "the governor denied this", "the army rejected the Red Cross count".

What is denied was told before, and a pronoun or a noun for what was said points back at it. The
claim takes over what was told; who denies it, and where, are told anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.read.attribution.subjects import RELATIVE
from tocsin.read.attribution.voice import Voice, chain_at
from tocsin.read.certainty import CertaintyRules, ResponseRule
from tocsin.read.claims.sources import chains, cue_of, said_at, without_publisher
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Claim, EventMention, Response, Source, Span, Time, content_id

# So many sentences back a noun for what was said may point; a pronoun points at the last.
_FAR = 3
_BESIDE = ("advcl", "parataxis", "conj", "cc", "ccomp")
_NAMED = ("PROPN", "NOUN")
_COLON, _BEHIND_LABEL = ":", 2  # "Verdict: False"
_UNSAID = ("acl", "ccomp", "csubj", "advcl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """What is denied, as a word that points back, with the clause that denies it.

    `said` is whether it is something that others said, `counted` whether it is a figure of theirs,
    and `owners` are the names of those who said it ("the Red Cross count").
    """

    thing: Token
    top: Token
    said: bool = False
    counted: bool = False
    owners: tuple[str, ...] = ()


def bare_denials(
    claims: Sequence[Claim],
    document: Document,
    voices: Sequence[Voice],
    times: Sequence[Time],
    rules: CertaintyRules,
) -> Iterator[Claim]:
    """Yield a denied claim for each such denial that can be tied to what was told before.

    Nothing is tied by nearness alone: a pronoun means the sentence before, a noun what others
    said up to three sentences before, and what is named after its source only what that one said.
    """
    rule = rules.file.responses.get("denies")
    told = [c for c in claims if _is_told(c) and not rules.group("spoken", c.event.type)]
    for at, sentence in enumerate(document.sentences):
        found = () if rule is None else _all_denied(sentence, rule, rules)
        for denied in found:
            if _tells_itself(sentence, denied, claims):
                continue
            heard = chain_at((denied.thing.start, denied.thing.end), voices)
            links = without_publisher(heard, document.report.publisher)
            meant = _meant(told, document, at, denied, links)
            for sources in chains(links, "CT-") if meant else ():
                yield _claim(document, sentence, denied, meant, (links, sources), times)


# --- what is denied ------------------------------------------------------------------------------


def _all_denied(sentence: Sentence, rule: ResponseRule, rules: CertaintyRules) -> Iterator[Denied]:
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
        thing, top = sentence.child(word, "obj", "nsubj:pass"), word
        passive = thing is not None and thing.deprel == "nsubj:pass"
        if passive and sentence.child(word, "obl:agent") is None:
            return None  # nobody says who denies it
    elif not rule.untrue.isdisjoint(forms):
        thing, top = _predicated(sentence, word, rule, rules)
    elif not rule.true.isdisjoint(forms) and _is_negated(sentence, word, rules):
        thing, top = sentence.child(word, "nsubj"), word
    else:
        return None
    # "Figures that residents dispute": the pronoun stands for what its own sentence tells.
    if thing is None or thing.xpos in RELATIVE or not _is_stated(sentence, top, rules):
        return None
    return _pointing(sentence, thing, top, rule, rules)


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
    neither = any(n == "confirm" for t in joined for n, _ in rules.cues("verb", *rules.forms(t)))
    free = top.rel in ("xcomp", "acl") or sentence.child(top, "mark") is not None
    return not (neither or (free and top.xpos in ("VB", "VBG")))


def _pointing(
    sentence: Sentence, thing: Token, top: Token, rule: ResponseRule, rules: CertaintyRules
) -> Denied | None:
    if thing.i == top.i:
        return Denied(thing=thing, top=top, said=True)
    if thing.upos in ("PRON", "DET"):
        return Denied(thing=thing, top=top) if thing.text.lower() in rule.pronouns else None
    forms = rules.forms(thing)
    counted = not rule.figures.isdisjoint(forms)
    if not counted and rule.said.isdisjoint(forms):
        return None
    of = [t for t in sentence.subtree(thing) if t.i != thing.i and t.upos in _NAMED]
    known = rule.said | rule.figures
    owners = tuple(t.text.casefold() for t in of if known.isdisjoint(rules.forms(t)))
    return Denied(thing=thing, top=top, said=True, counted=counted, owners=owners)


def _tells_itself(sentence: Sentence, denied: Denied, claims: Sequence[Claim]) -> bool:
    """Whether what is denied is told in its own words: "denied reports that soldiers fled"."""
    start, end = sentence.span(sentence.subtree(denied.thing))
    return any(start <= claim.event.span[0] < end for claim in claims)


# --- what was told -------------------------------------------------------------------------------


def _meant(
    told: Sequence[Claim], document: Document, at: int, denied: Denied, links: Sequence[Voice]
) -> list[Claim]:
    """Return the claims of the last sentence that told what is denied."""
    deniers = {speaker.name for voice in links for speaker in voice.speakers}
    far = len(document.sentences) if denied.owners else _FAR if denied.said else 1
    near: dict[int, list[Claim]] = {}
    for claim in told:
        number = document.sentence_at(claim.event.span[0])
        before = number is not None and claim.event.span[1] <= denied.thing.start
        other = deniers.isdisjoint(source.name for source in claim.sources)
        if number is not None and before and other and at - number <= far:
            near.setdefault(number, []).append(claim)
    for number in sorted(near, reverse=True):
        fits = _fitting(near[number], denied)
        if fits or not denied.said:
            return fits
    return []


def _fitting(near: Sequence[Claim], denied: Denied) -> list[Claim]:
    """Return those of a sentence's claims that may be meant: what somebody said goes first."""
    sourced = [claim for claim in near if claim.sources]
    if denied.owners:
        sourced = [claim for claim in sourced if _is_of(claim, denied.owners)]
    elif denied.counted or not denied.said:
        sourced = sourced or list(near)
    return [claim for claim in sourced if not denied.counted or claim.quantity is not None]


def _is_told(claim: Claim) -> bool:
    held = claim.polarity == "affirmed" and claim.status != "hypothetical"
    return held and claim.certainty != "unknown"


def _is_of(claim: Claim, owners: Sequence[str]) -> bool:
    names = " ".join(f"{source.name} {source.text}" for source in claim.sources).casefold().split()
    return not set(owners).isdisjoint(names)


# --- the claim -----------------------------------------------------------------------------------


def _claim(
    document: Document,
    sentence: Sentence,
    denied: Denied,
    told: Sequence[Claim],
    voiced: tuple[Sequence[Voice], tuple[Source, ...]],
    times: Sequence[Time],
) -> Claim:
    links, sources = voiced
    main = max(told, key=lambda claim: claim.span[1] - claim.span[0])
    words = sentence.span(_whole(sentence, denied.thing))
    span = _clause(sentence, denied, words)
    event = EventMention(
        type=main.event.type,
        text=document.text[slice(*words)],
        span=words,
        plover=main.event.plover,
    )
    who = tuple((source.name, source.span) for source in sources)
    return replace(
        main,
        id=content_id("claim", document.report.id, span, event.type, words, who, None),
        span=span,
        quote=document.text[slice(*span)],
        sources=sources,
        cue=cue_of(links, document),
        event=event,
        said=said_at(links, times),
        polarity="denied",
        certainty="certain",
        likelihood=None,
        hedges=(),
        responds_to=tuple(Response(claim=claim.id, how="denies") for claim in told),
    )


def _whole(sentence: Sentence, thing: Token) -> list[Token]:
    return sentence.subtree(thing, without=("acl", "appos", "punct", "advcl"))


def _clause(sentence: Sentence, denied: Denied, words: Span) -> Span:
    clause = [t for t in sentence.subtree(denied.top, without=_BESIDE) if t.upos != "PUNCT"]
    start, end = sentence.span(clause)
    return min(start, words[0]), max(end, words[1])

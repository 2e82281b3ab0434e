"""Denials that name no deed: "the governor denied this", "the army rejected the Red Cross count".

What is denied was told before, and a pronoun or a noun for what was said points back at it. The
claim takes over what was told; who denies it, and where, are told anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.read.attribution.voice import Voice, chain_at
from tocsin.read.certainty import CertaintyRules
from tocsin.read.claims.denied import Denied, all_denied
from tocsin.read.claims.sources import chains, cue_of, said_at, without_publisher
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Claim, EventMention, Response, Source, Span, Time, content_id

_BESIDE = ("advcl", "parataxis", "conj", "cc", "ccomp")


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
    deeds = [claim for claim in claims if not rules.group("spoken", claim.event.type)]
    told = [claim for claim in deeds if _is_told(claim)]
    for at, sentence in enumerate(document.sentences):
        found = () if rule is None else all_denied(sentence, rule, rules)
        for denied in found:
            if _tells_itself(sentence, denied, deeds):
                continue
            links = _links(denied, voices, document)
            if denied.top.rel == "acl" and not any(_is_cue(denied.top, v) for v in links):
                continue  # somebody else denies it, and no voice says who
            others = [claim for claim in told if _is_others(claim, links)]
            meant = _meant(others, document, at, denied) or _behind(
                others, document, at, denied, rules
            )
            for sources in chains(links, "CT-") if meant else ():
                yield _claim(document, sentence, denied, meant, (links, sources), times)


def _links(denied: Denied, voices: Sequence[Voice], document: Document) -> Sequence[Voice]:
    """Return whose denial it is; who told what is denied in the same sentence is no link of it."""
    heard = chain_at((denied.thing.start, denied.thing.end), voices)
    links = without_publisher(heard, document.report.publisher)
    return links[-1:] if denied.far == 0 or denied.top.rel == "acl" else links


def _is_cue(word: Token, voice: Voice) -> bool:
    return any(start <= word.start < end for start, end in voice.cue)


def _is_others(claim: Claim, links: Sequence[Voice]) -> bool:
    deniers = {speaker.name for voice in links for speaker in voice.speakers}
    return deniers.isdisjoint(source.name for source in claim.sources)


def _tells_itself(sentence: Sentence, denied: Denied, claims: Sequence[Claim]) -> bool:
    """Whether what is denied is told in its own words: "denied reports that soldiers fled"."""
    start, end = sentence.span(sentence.subtree(denied.thing))
    return any(start <= claim.event.span[0] < end for claim in claims)


# --- what was told -------------------------------------------------------------------------------


def _meant(told: Sequence[Claim], document: Document, at: int, denied: Denied) -> list[Claim]:
    """Return the claims of the last sentence that told what is denied."""
    far = len(document.sentences) if denied.far is None else denied.far
    near: dict[int, list[Claim]] = {}
    for claim in told:
        number = document.sentence_at(claim.event.span[0])
        before = number is not None and claim.event.span[1] <= denied.thing.start
        if number is not None and before and at - number <= far:
            near.setdefault(number, []).append(claim)
    for number in sorted(near, reverse=True):
        fits = _fitting(near[number], denied)
        if fits or not denied.said:
            return fits
    return []


def _behind(
    told: Sequence[Claim], document: Document, at: int, denied: Denied, rules: CertaintyRules
) -> list[Claim]:
    """Return the claims of the next sentence, where it looks back: "Manila had said that …"."""
    near = [
        claim
        for claim in told
        if document.sentence_at(claim.event.span[0]) == at + 1
        and claim.cue is not None
        and _looks_back(document.tokens_at(claim.cue.span), rules)
    ]
    return _fitting(near, denied) if denied.said else []


def _looks_back(cue: Sequence[Token], rules: CertaintyRules) -> bool:
    return any(t.xpos == "VBD" and rules.has("perfect", *rules.forms(t)) for t in cue)


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
    return [t for t in sentence.subtree(thing) if t.i <= thing.i and t.upos != "PUNCT"]


def _clause(sentence: Sentence, denied: Denied, words: Span) -> Span:
    clause = [t for t in sentence.subtree(denied.top, without=_BESIDE) if t.upos != "PUNCT"]
    start, end = sentence.span(clause)
    return min(start, words[0]), max(end, words[1])

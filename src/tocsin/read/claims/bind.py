"""One claim per event and source chain, bound from what stands in the event's own clause."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.read.attribution.voice import Voice, links_of, voices_at
from tocsin.read.certainty import CertaintyRules, Stance, stance
from tocsin.read.claims.bound import Bound
from tocsin.read.claims.causes import blamed, resumed
from tocsin.read.claims.circumstances import location
from tocsin.read.claims.denials import bare_denials
from tocsin.read.claims.described import described
from tocsin.read.claims.echoes import echoed
from tocsin.read.claims.gapped import told_by, where_told
from tocsin.read.claims.joined import Placed, shared
from tocsin.read.claims.levels import lagging, levels
from tocsin.read.claims.moments import moment
from tocsin.read.claims.outcomes import outcome
from tocsin.read.claims.ownership import Ground
from tocsin.read.claims.parts import (
    bounded,
    clause_span,
    counted_at,
    figure,
    role_records,
    words_span,
)
from tocsin.read.claims.repeats import repeated
from tocsin.read.claims.responses import answered
from tocsin.read.claims.rules import BindingRules
from tocsin.read.claims.seen import Seen, Sorted
from tocsin.read.claims.sources import (
    acted_at,
    as_denied,
    chains,
    counting,
    cue_of,
    said_at,
    tellers,
    without_publisher,
    without_speaker,
)
from tocsin.read.claims.speaking import speaking
from tocsin.read.events.event import Event
from tocsin.read.syntax import Document, Sentence
from tocsin.records import (
    Claim,
    EventMention,
    Place,
    Source,
    Span,
    Time,
    content_id,
)


def bind(
    document: Document, seen: Seen, rules: BindingRules, certainty: CertaintyRules
) -> list[Claim]:
    """Return the claims of `document` in order of the text, one per event and source chain.

    A claim holds what stands in the clause of its event or is tied to it by coreference, never
    what stands elsewhere in the report. Side-by-side sources give a claim each.
    """
    claims: dict[str, Claim] = {}
    for bound in _all_bound(document, seen, rules, certainty):
        for sources in chains(bound.voices, bound.stance.factuality):
            claim = _claim(document, bound, sources)
            claims.setdefault(claim.id, claim)
    told = sorted(claims.values(), key=_place)
    told += bare_denials(told, document, seen.voices, seen.times, certainty)
    in_order = sorted(told, key=_place)
    return repeated(answered(in_order, document, certainty), document, rules.echo)


def _place(claim: Claim) -> tuple[Span, Span]:
    return claim.span, claim.event.span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """One sentence: what was seen in it, who owns what, and what its surroundings set for it.

    `late` are the times of figures that tell of another day than the sentence does.
    """

    here: Seen
    ground: Ground
    late: Mapping[Span, Time]
    lately: Sequence[Time]
    leading: Time | None
    label: Place | None
    entries: Sequence[Event] = ()

    def around(self, event: Event) -> Seen:
        """Return what was seen without the places of other entries of a list.

        "94 drones were destroyed, 31 of them *over Bryansk*": nobody says where all were.
        """
        others = [e for e in self.entries if e is not event and e.head.i > event.head.i]
        spans = [(e.head.start, words_span(e.clause)[1]) for e in others]

        def own(places: Sequence[Place]) -> list[Place]:
            kept = (p for p in places if not any(s < p.span[0] < e for s, e in spans))
            return where_told(event, list(kept))

        here = self.here
        return replace(here, places=own(here.places), spots=own(here.spots))


def _all_bound(
    document: Document, seen: Seen, rules: BindingRules, certainty: CertaintyRules
) -> Iterator[Bound]:
    by_sentence = Sorted.of(document, seen)
    told: list[Bound] = []
    for at, events in sorted(by_sentence.events.items()):
        scene = _scene(document, at, by_sentence, rules)
        ground = scene.ground
        found: list[Bound] = []
        for event in events:
            if _is_aim(event, events, ground.sentence):
                continue
            bound = _of_event(event, scene, seen.voices, rules, certainty)
            # A figure that counts what was told before, and is none after all, tells nothing.
            if not event.elided or bound.quantity is not None:
                bound = echoed(bound, [*told, *found], document, rules.echo)
                found.append(resumed(bound, told, document, rules.causing, rules.echo))
        found = [blamed(bound, found, ground.sentence, rules.causing) for bound in found]
        told += found
        stances = shared([Placed(b.event, b.stance, b.time) for b in found], document)
        for bound, held in zip(found, stances, strict=True):
            whole = replace(bound, stance=held)
            yield from levels(whole, by_sentence.seen(at), ground, rules.levels)


def _scene(document: Document, at: int, by_sentence: Sorted, rules: BindingRules) -> _Scene:
    here, events = by_sentence.seen(at), by_sentence.events[at]
    late = lagging(here, document.sentences[at], rules.levels)
    spots = described(document, at, [time.span for time in here.times], rules.described)
    times = [time for time in here.times if time not in late.values()]
    return _Scene(
        here=replace(here, times=times, spots=spots),
        ground=Ground(document, at, events, by_sentence.cues.get(at, ()), rules.sharing),
        late=late,
        lately=by_sentence.times_before(at),
        leading=by_sentence.leading(document, at),
        label=by_sentence.labelling(document, at),
        entries=[event for event in events if event.elided],
    )


def _of_event(
    event: Event,
    scene: _Scene,
    voices: Sequence[Voice],
    rules: BindingRules,
    certainty: CertaintyRules,
) -> Bound:
    here, document = scene.around(event), scene.ground.document
    heard = voices_at((event.head.start, event.head.end), voices, near=here.voices)
    heard += counting(event, here.voices, certainty)
    heard = as_denied(told_by(event, heard, here.entities, document))
    others = {time.span for time in scene.ground.foreign(here.times, event)}
    times = [time for time in (*scene.lately, *here.times) if time.span not in others]
    judged = stance(document, _now(event, scene.late), heard, times, certainty)
    linked = links_of(heard)
    links = tellers(linked, event, certainty)
    bound = _bound(here, event, scene.ground, rules, judged, links)
    then = acted_at(linked, links, here.times) if bound.time is None else None
    bound = replace(bound, time=bound.time or then or scene.leading)
    return _labelled(bound, scene.label, rules)


def _now(event: Event, late: Collection[Span]) -> Event:
    """Return the event with the words of its clause that tell of today, not of what was before."""
    clause = (t for t in event.clause if not any(s <= t.start < e for s, e in late))
    return replace(event, clause=tuple(clause) or event.clause) if late else event


def _labelled(bound: Bound, label: Place | None, rules: BindingRules) -> Bound:
    """Return an event without a place of its own where the label of its entry says it is."""
    spoken = bound.event.type in rules.place.spoken
    return bound if spoken else replace(bound, place=bound.place or label)


def _is_aim(event: Event, events: Sequence[Event], sentence: Sentence) -> bool:
    """Whether an infinitive only says what a like act is for: "will meet to discuss the war"."""
    verb = event.predicate
    if verb.rel not in ("advcl", "xcomp") or verb.xpos != "VB" or sentence.child(verb, "nsubj"):
        return False
    return any(e.type == event.type and e.predicate.i == verb.head for e in events)


def _bound(
    seen: Seen,
    event: Event,
    ground: Ground,
    rules: BindingRules,
    judged: Stance,
    links: Sequence[Voice],
) -> Bound:
    document = ground.document
    voices = without_publisher(links, document.report.publisher)
    speaker = speaking(voices, document.report, seen.entities, rules.speaker)
    said = said_at(voices, seen.times)
    # "Two cases were confirmed on Friday": the word of the saying carries the event too.
    cues = [span for voice in voices for span in voice.cue]
    apart = said if not any(s <= event.predicate.start < e for s, e in cues) else None
    roles = role_records(event, seen, document, rules, speaker)
    what = None if event.role("object") else outcome(event, document, rules.outcome)
    return Bound(
        event=event,
        stance=judged,
        voices=voices,
        cue=cue_of(voices, document),
        said=said,
        roles=(*roles, what) if what else roles,
        quantity=figure(event, seen.quantities, ground, rules),
        place=counted_at(event, seen, ground.sentence, rules)
        or location(event, seen, ground, rules),
        time=moment(event, [time for time in seen.times if time != apart], ground),
    )


def _claim(document: Document, bound: Bound, sources: tuple[Source, ...]) -> Claim:
    event, judged = bound.event, bound.stance
    whole = clause_span(event, document, bound.quantity)
    span = without_speaker(whole, bound.voices, document.text)
    trigger = words_span(event.trigger)
    named = EventMention(
        type=event.type, text=document.text[slice(*trigger)], span=trigger, plover=event.plover
    )
    who = tuple((source.name, source.span) for source in sources)
    which = bound.quantity.span if bound.quantity else None
    return Claim(
        id=content_id("claim", document.report.id, span, named.type, trigger, who, which),
        span=span,
        quote=document.text[slice(*span)],
        sources=sources,
        cue=bound.cue,
        event=named,
        roles=bound.roles,
        quantity=bound.quantity,
        place=bound.place,
        time=bound.time,
        said=bound.said,
        status=judged.status,
        polarity=judged.polarity,
        certainty=judged.certainty,
        likelihood=judged.likelihood,
        hedges=judged.hedges,
        condition=judged.condition,
        purpose=judged.purpose,
        deadline=judged.deadline or bounded(bound.time, judged.status, document),
        historical=judged.historical,
    )

"""Voices around an event as source chains, outermost first."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from tocsin.read.attribution.voice import Speaker, Voice
from tocsin.read.certainty import CertaintyRules
from tocsin.read.events.event import Event
from tocsin.read.syntax import Document
from tocsin.records import Cue, Source, Span, Time
from tocsin.records.claim import Evidential, Factuality

# Side-by-side sources at several levels multiply; a report never means more than a handful.
MOST_CHAINS = 8
_LOOSE = " ,;:–—-\n"


def chains(voices: Sequence[Voice], innermost: Factuality) -> Iterator[tuple[Source, ...]]:
    """Yield a chain for each way through side-by-side sources; one empty chain for no voice.

    `innermost` is how far the last source vouches for the event itself. A source before it vouches
    for the event as the words it passes on leave its author (FactBank's nesting).
    """
    levels = []
    held = [*(inner.author for inner in voices[1:]), innermost]
    for voice, holds in zip(voices, held, strict=False):
        levels.append([_source(s, holds, voice.evidential) for s in voice.speakers])
    yield from islice(product(*levels), MOST_CHAINS)


def tellers(voices: Sequence[Voice], event: Event, rules: CertaintyRules) -> Sequence[Voice]:
    """Return `voices` less one that does the event by announcing it: "announced new sanctions".

    That is a deed, which the publisher tells; "announced the capture of the town" tells of one.
    Neither does anybody speak by threatening what merely befalls.
    """
    if not voices or not voices[-1].alone:
        return voices
    group = "granted" if voices[-1].cue_class == "announce" else "befalling"
    return voices[:-1] if rules.group(group, event.type) else voices


def as_denied(heard: Sequence[Voice]) -> list[Voice]:
    """Return `heard` up to a voice that denies: whose claims it denies does not deny them.

    "The army denied claims by the rebels that the town had fallen": the army is who says so.
    """
    denying = (
        at for at, v in enumerate(heard) if v.cue_class == "deny" and v.chained and not v.negated
    )
    last = next(denying, len(heard))
    return [*heard[: last + 1]]


def counting(event: Event, voices: Sequence[Voice], rules: CertaintyRules) -> list[Voice]:
    """Return the voices whose cue is the word of the event: "the ministry confirmed 96 cases".

    Only of what befalls: who warns or accuses does that himself, and whoever writes of it tells it.
    """
    if not rules.group("suffered", event.type):
        return []
    at = event.head.start
    return [v for v in voices if any(start <= at < end for start, end in v.cue)]


def without_publisher(voices: Sequence[Voice], publisher: str | None) -> list[Voice]:
    """Return `voices` less those of the publisher, who stands before every chain already."""
    own = (publisher or "").casefold()
    return [v for v in voices if not own or any(s.name.casefold() != own for s in v.speakers)]


def cue_of(voices: Sequence[Voice], document: Document) -> Cue | None:
    """Return the words by which the innermost source speaks; None where its voice is carried on."""
    if not voices or voices[-1].carried or not voices[-1].cue:
        return None
    span = voices[-1].cue[0]
    return Cue(text=document.text[slice(*span)], span=span, class_=voices[-1].cue_class)


def said_at(voices: Sequence[Voice], times: Sequence[Time]) -> Time | None:
    """Return when the innermost source said it, where a time hangs on the cue."""
    for start, end in voices[-1].said if voices else ():
        for time in times:
            # "In its daily update, it said": how often is not when.
            if time.type != "SET" and start <= time.span[0] and time.span[1] <= end:
                return time
    return None


def without_speaker(span: Span, voices: Sequence[Voice], text: str) -> Span:
    """Return `span` less a speaker at its end, wherever the parse hangs him.

    "Teams have found nine bodies, the fire chief, Maria Lopez, said": he is in no clause of theirs.
    """
    start, end = span
    for voice in voices:
        said = sorted((*voice.source, *voice.cue))
        first = next((a for a, _ in said if start < a < end), None)
        if first is not None and not _told(text, first, end, said).strip(_LOOSE):
            kept = text[start:first].rstrip(_LOOSE)
            end = start + len(kept) if kept else end
    return start, end


def _told(text: str, first: int, end: int, said: Sequence[Span]) -> str:
    """Return what is left of a stretch without a speaker and his verb."""
    return "".join(c for i, c in enumerate(text[first:end], first) if not _is_in(i, said))


def _is_in(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def acted_at(linked: Sequence[Voice], links: Sequence[Voice], times: Sequence[Time]) -> Time | None:
    """Return when a cue that is itself part of the event was: "announced new aid in September".

    Of `linked` voices those that are left as `links` only tell; the one that fell away acts by
    announcing. What is seen is seen as it happens ("on Monday it detected a launch").
    """
    if len(links) < len(linked):
        return said_at(linked, times)
    seen = bool(links) and links[-1].cue_class == "detect"
    return said_at(links, times) if seen else None


def _source(speaker: Speaker, holds: Factuality, evidential: Evidential) -> Source:
    return Source(
        name=speaker.name,
        text=speaker.text,
        span=speaker.span,
        ref=speaker.ref,
        kind=speaker.kind,
        factuality=holds,
        evidential=evidential,
    )

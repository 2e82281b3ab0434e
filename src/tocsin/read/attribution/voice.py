"""A voice: who says what by which words, and how voices lie within each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tocsin.records import Attribution, Span
from tocsin.records.claim import CueClass, Evidential, Factuality, SourceKind
from tocsin.records.layers import Form

UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One source as a chain of entities knows it; `span` is where this voice mentions it.

    `chain` is the number of the entity chain, None where the source is no entity. Nobody in
    particular ("reportedly") has the name and kind "unspecified" and the span of the cue.
    """

    name: str
    text: str
    span: Span
    kind: SourceKind
    ref: str | None = None
    chain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody's saying, with the spans of its content.

    `speakers` stand side by side; `source` is what the text has for all of them. `factuality` is
    how far the source vouches for the content, `author` how far the report does. `said` holds what
    hangs on the cue beside the content ("on Monday"). `within` is the place in the list of voices
    of the voice in whose content this one stands. `own` is the publisher's "we"; `chained` False
    is a cue that makes no source (a plan); `carried` a voice that goes on without a cue; `listed`
    False a cue that no rule lists but that syntax gives; `agentless` a passive that names nobody
    ("is feared"); `alone` a cue whose source is a link only where there is no other ("vowed").
    """

    source: tuple[Span, ...]
    speakers: tuple[Speaker, ...]
    cue: tuple[Span, ...]
    cue_class: CueClass
    lemma: str
    content: tuple[Span, ...]
    form: Form
    evidential: Evidential
    factuality: Factuality
    author: Factuality
    negated: bool = False
    said: tuple[Span, ...] = ()
    within: int | None = None
    own: bool = False
    chained: bool = True
    carried: bool = False
    listed: bool = True
    agentless: bool = False
    alone: bool = False

    @property
    def is_unspecified(self) -> bool:
        """Whether nobody is named as the source."""
        return all(s.kind == UNSPECIFIED for s in self.speakers)


def attribution_of(voice: Voice) -> Attribution:
    """Return the voice as the contract's record: spans alone."""
    return Attribution(source=voice.source, cue=voice.cue, content=voice.content, form=voice.form)


def voices_at(
    span: Span, voices: Sequence[Voice], *, near: Iterable[Voice] | None = None
) -> list[Voice]:
    """Return the voices in whose content `span` lies, outermost first.

    A span that only touches a content (less than half of it inside) is not in that voice. `near`
    narrows the search to some of `voices`.
    """
    among = voices if near is None else near
    inside = [voice for voice in among if _covers(voice.content, span)]
    return sorted(inside, key=lambda voice: _depth(voice, voices))


def chain_at(span: Span, voices: Sequence[Voice]) -> list[Voice]:
    """Return the links of the source chain of what `span` states, outermost first."""
    return links_of(voices_at(span, voices))


def links_of(heard: Sequence[Voice]) -> list[Voice]:
    """Return those of the voices around a span (outermost first) that are links of its chain.

    One source twice in a row is one link, the inner. Left out: the publisher's own "we", cues that
    make no source (plans), and an unspecified source inside a named one ("the JCS noted that 1,100
    were reported killed"). Who orders, vows or demands is the source of what he wills where nobody
    else is.
    """
    links = [v for v in heard if v.chained and not v.own]
    named = [v for v in links if not v.is_unspecified]
    first = [v for v in named if not v.alone] or named[-1:]
    return _merged(first) or [v for v in links if v.cue_class == "hearsay" or v.agentless][:1]


def _merged(links: Sequence[Voice]) -> list[Voice]:
    # "The army said that it had seen …" is one source, with the inner cue.
    kept = [v for v, inner in pairwise(links) if not _same(v, inner)]
    return [*kept, *links[-1:]]


def _same(one: Voice, other: Voice) -> bool:
    spans = [s.span for s in one.speakers]
    if spans == [s.span for s in other.speakers]:
        return True  # "the paper reported, citing officials": one mention cannot be two links
    chains = [s.chain for s in one.speakers]
    return None not in chains and chains == [s.chain for s in other.speakers]


def _covers(content: Sequence[Span], span: Span) -> bool:
    shared = sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in content)
    return 2 * shared >= max(1, span[1] - span[0])


def _depth(voice: Voice, voices: Sequence[Voice]) -> int:
    depth, above = 0, voice.within
    while above is not None and depth < len(voices):
        depth, above = depth + 1, voices[above].within
    return depth

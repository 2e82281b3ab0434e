"""Pronouns that speak: "it said", "he added" mean whoever of that sort spoke last.

Chains of entities leave out a pronoun with rivals; among those who speak there are fewer.
"""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.read.attribution.rules import CueRules
from tocsin.read.attribution.voice import Speaker, Voice
from tocsin.read.syntax import Document
from tocsin.records.claim import SourceKind

_BODIES: frozenset[SourceKind] = frozenset({"organisation", "state", "media", "document"})
_PERSONS: frozenset[SourceKind] = frozenset({"person", "role"})
_SEVERAL: frozenset[SourceKind] = frozenset({"role", "generic", "media", "organisation"})
_PLURAL = frozenset({"NNS", "NNPS"})
# A speaker who has been silent for longer is not meant.
_SENTENCES = 3


def resolved(document: Document, voices: Sequence[Voice], rules: CueRules) -> list[Voice]:
    """Return `voices` with the speakers that are pronouns named by whom they stand for.

    The one meant is the last of the right sort who spoke outside the voice in hand; two side by
    side are nobody's "it", and "they" are several of a sort ("officials").
    """
    found: list[Voice] = []
    for voice in voices:
        sorts = _sorts(voice, rules)
        meant = _meant(document, voice, found, sorts) if sorts else None
        found.append(_spoken_by(voice, meant) if meant is not None else voice)
    return found


def _sorts(voice: Voice, rules: CueRules) -> frozenset[SourceKind]:
    # "It suggests": what was said or done does, not who said it.
    thing = voice.carried or voice.cue_class == "infer"
    speaker, word = voice.speakers[0], voice.speakers[0].text.lower()
    # A chain of pronouns alone names nobody either.
    named = speaker.chain is not None and speaker.name.lower() != word
    if thing or len(voice.speakers) != 1 or named:
        return frozenset()
    if word in rules.words.neuter:
        return _BODIES
    if word in rules.words.plural:
        return _SEVERAL
    return _PERSONS if word in rules.words.singular else frozenset()


def _meant(
    document: Document, voice: Voice, before: Sequence[Voice], sorts: frozenset[SourceKind]
) -> Speaker | None:
    here = document.sentence_at(voice.speakers[0].span[0])
    for other in reversed(before):
        there = document.sentence_at(other.speakers[0].span[0])
        if here is None or there is None or here - there > _SENTENCES:
            return None
        if not other.chained or other.own or other.speakers[0].span[0] > voice.speakers[0].span[0]:
            continue
        if sorts is _SEVERAL and not _are_several(document, other.speakers[0]):
            continue
        if other.speakers[0].kind in sorts:
            return other.speakers[0] if len(other.speakers) == 1 else None
    return None


def _are_several(document: Document, speaker: Speaker) -> bool:
    head = document.head_at(speaker.span)
    return head is not None and head.xpos in _PLURAL


def _spoken_by(voice: Voice, meant: Speaker) -> Voice:
    own = voice.speakers[0]
    speaker = replace(meant, text=own.text, span=own.span)
    return replace(voice, speakers=(speaker,), chained=voice.listed and voice.cue_class != "commit")

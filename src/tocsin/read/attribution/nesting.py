"""Which voice stands within which: the smallest content that holds a cue."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.read.attribution.voice import Voice


def nested(voices: Sequence[Voice]) -> list[Voice]:
    """Return the voices with `within` filled; no voice is, at any depth, within itself."""
    sizes = [sum(end - start for start, end in voice.content) for voice in voices]
    return [
        replace(voice, within=_parent(number, voices, sizes)) for number, voice in enumerate(voices)
    ]


def _parent(number: int, voices: Sequence[Voice], sizes: Sequence[int]) -> int | None:
    voice = voices[number]
    at = voice.cue[0][0] if voice.cue else voice.content[0][0]
    around = [
        n
        for n, other in enumerate(voices)
        if n != number
        and any(start <= at < end for start, end in other.content)
        and (sizes[n], -n) > (sizes[number], -number)
    ]
    return min(around, key=lambda n: sizes[n], default=None)

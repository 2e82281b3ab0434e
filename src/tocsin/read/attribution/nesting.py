"""Which voice stands within which: the smallest content that holds a cue."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from tocsin.read.attribution.voice import Voice


def nested(voices: Sequence[Voice]) -> list[Voice]:
    """Return the voices with `within` filled; no voice is, at any depth, within itself.

    One sweep from left to right keeps the contents that are open, so the work stays in proportion
    to the voices and not to their square.
    """
    sizes = [sum(end - start for start, end in voice.content) for voice in voices]
    starts = deque(sorted(range(len(voices)), key=lambda n: voices[n].content[0][0]))
    parents: dict[int, int | None] = {}
    opened: list[int] = []
    for number in sorted(range(len(voices)), key=lambda n: _place(voices[n])):
        at = _place(voices[number])
        while starts and voices[starts[0]].content[0][0] <= at:
            opened.append(starts.popleft())
        opened = [n for n in opened if voices[n].content[-1][1] > at]
        parents[number] = _parent(number, opened, voices, sizes)
    return [replace(voice, within=parents[n]) for n, voice in enumerate(voices)]


def _place(voice: Voice) -> int:
    return voice.cue[0][0] if voice.cue else voice.content[0][0]


def _parent(
    number: int, opened: Sequence[int], voices: Sequence[Voice], sizes: Sequence[int]
) -> int | None:
    at = _place(voices[number])
    around = [
        n
        for n in opened
        if n != number
        and any(start <= at < end for start, end in voices[n].content)
        and (sizes[n], -n) > (sizes[number], -number)
    ]
    return min(around, key=lambda n: sizes[n], default=None)

"""Words around a time that open or stretch its days: since, by, until, from and to."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from tocsin.read.times.context import Context
from tocsin.read.times.grammar import Grammar, Tokens, grammar_of
from tocsin.read.times.meaning import Meaning
from tocsin.read.times.periods import Interval
from tocsin.read.times.rules import FrameMode, FrameRule, Link, TimeRules
from tocsin.read.times.shifts import spread


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames and links of a language, compiled."""

    frames: tuple[tuple[str, FrameRule, re.Pattern[str]], ...]
    links: tuple[tuple[str, Link, re.Pattern[str], re.Pattern[str] | None], ...]


@lru_cache(maxsize=8)
def frames_of(rules: TimeRules) -> Frames:
    """Return the compiled frames of `rules`, made once for each."""
    plain = grammar_of(rules).plain
    frames = tuple((name, f, plain(f.pattern)) for name, f in rules.frames.items())
    links = tuple(
        (name, link, plain(link.between), plain(link.lead) if link.lead else None)
        for name, link in rules.links.items()
    )
    return Frames(frames, links)


def frame_before(grammar: Grammar, tokens: Tokens, first: int) -> tuple[str, FrameRule] | None:
    """Return the frame whose words stand directly before token `first`, the longest one."""
    found: list[tuple[int, str, FrameRule]] = []
    for name, frame, regex in frames_of(grammar.rules).frames:
        begin = grammar.stands_before(regex, tokens.codes, first)
        if begin is not None:
            found.append((begin, name, frame))
    if not found:
        return None
    _, name, frame = min(found, key=lambda each: each[0])
    return name, frame


def link_between(grammar: Grammar, tokens: Tokens, begin: int, end: int, second: int) -> str | None:
    """Return the link that makes a range of tokens `begin`–`end` and those from `second`."""
    if not 0 < second - end <= 3:
        return None
    for name, _, between, lead in frames_of(grammar.rules).links:
        if between.fullmatch(tokens.codes, end, second) and (
            lead is None or grammar.stands_before(lead, tokens.codes, begin) is not None
        ):
            return name
    return None


def framed(meaning: Meaning, mode: FrameMode, context: Context) -> Interval:
    """Return the days of `meaning` as the words before it have them."""
    if meaning.type == "DURATION":
        return _lasting(meaning, mode, context)
    if meaning.type == "SET" or meaning.days == (None, None):
        return meaning.days
    first, last = meaning.days
    match mode:
        case "before" | "after" if meaning.type == "TIME" and first == last:
            # "before dawn on Tuesday", "shortly after 9 a.m.": it is still that day.
            mode = "none"
        case "onward":
            return first, _until_now(first, context.today)
        case "deadline":
            return _up_to(last, context)
        case "before":
            # "before the end of the year": the end is its last day, not its last part.
            eve = first - timedelta(days=1) if first else None
            return _up_to(last if meaning.edge == "end" else eve, context)
        case "from" if context.today and last and last < context.today:
            # "a paper from 2019" is of that year; only what is to come begins there.
            mode = "none"
        case "after":
            first = first if first == last or not last else last + timedelta(days=1)
        case _:
            pass
    return first, None if mode in _OPEN else last


_OPEN = ("after", "earliest", "from")


def _until_now(first: date | None, today: date | None) -> date | None:
    return today if today and first and today >= first else None


def _up_to(last: date | None, context: Context) -> Interval:
    today = context.today
    # What must be done by a day still to come is counted from the publication on.
    if last and today and last >= today and not context.narrative:
        return today, last
    return None, last


def _lasting(meaning: Meaning, mode: FrameMode, context: Context) -> Interval:
    if meaning.settled or context.narrative:
        return meaning.days
    ahead = context.direction == "ahead"
    if (mode == "within" and context.direction != "back") or (mode == "in" and ahead):
        return spread(meaning.length, "ahead", context.today)
    if mode == "lasting" and context.perfect:
        return spread(meaning.length, "back", context.today)
    if mode == "lasting" and ahead:
        return spread(meaning.length, "ahead", context.today)
    return meaning.days

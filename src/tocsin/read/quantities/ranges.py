"""Two figures that are the ends of one range become one; scores and telephone numbers go."""

import re
from collections.abc import Iterable
from dataclasses import replace

from tocsin.read.quantities.designators import is_designator
from tocsin.read.quantities.figures import Figure
from tocsin.read.quantities.lexicon import Lexicon
from tocsin.read.quantities.rules import Joint
from tocsin.read.quantities.sums import exact

_WIDEST_GAP = 12
_MOST_NEAR = 12
_WINDOW = 60
_CLAUSE = re.compile(r"[.;:]\s")
_WORDS = re.compile(r"[^\W\d_]+")
# What may open a range beside a blank: "(between 5 and 7)", a new line.
_OPENING = str.maketrans(dict.fromkeys('(["“„«‘—–\n\r\t\xa0', " "))


def joined(text: str, figures: Iterable[Figure], lexicon: Lexicon) -> list[Figure]:
    """Return the figures in order, the two ends of a range as one figure.

    A pair on a hyphen that falls ("3-1") is a score, and three on hyphens are a date or a
    telephone number: none of them counts anything, so they are left out.
    """
    done: list[Figure] = []
    for figure in figures:
        last = done[-1] if done else None
        if last and _is_error_of(text, last, figure):
            done[-1] = _within_error(last, figure)
            continue
        joint = _joint(text, last, figure, lexicon) if last else None
        if last is None or joint is None:
            done.append(figure)
        elif joint.tight and (last.ends != 1 or last.low > figure.low / max(1, figure.scale)):
            done[-1] = replace(last, end=figure.end, ends=0)
        else:
            start = _opener_at(text, last, joint, lexicon)
            done[-1] = _range(replace(last, start=start), figure)
    return [figure for figure in done if figure.ends]


def _is_error_of(text: str, figure: Figure, error: Figure) -> bool:
    gap = text[figure.end : error.start].strip(" ,(\u00a0\u202f")
    return (
        error.error
        and not gap
        and error.start - figure.end <= _WIDEST_GAP
        and _alike(figure, error)
    )


def _within_error(figure: Figure, error: Figure) -> Figure:
    """Return the figure as what lies within its error: "52 ± 3 percent" is 49 to 55."""
    low, high = exact(figure.low - error.high), exact(figure.high + error.high)
    return replace(
        figure,
        end=error.end,
        low=low,
        high=high,
        unit=error.unit or figure.unit,
        number_end=error.number_end,
        ends=2,
    )


def _joint(text: str, first: Figure, second: Figure, lexicon: Lexicon) -> Joint | None:
    if second.start - first.end > _WIDEST_GAP or not _alike(first, second):
        return None
    gap = " ".join(text[first.end : second.start].lower().split())
    words = text[max(0, first.start - _WINDOW) : first.start].lower()
    for joint in lexicon.rules.joint:
        if gap in joint.between and _fits(words, (first, second), joint, lexicon):
            is_year = not joint.tight and _is_year_before(text, first, second, lexicon)
            return None if is_year else joint
    return None


def _is_year_before(text: str, first: Figure, second: Figure, lexicon: Lexicon) -> bool:
    """Whether the first is a year and the second is none: "rose in 2018 to 3,900"."""
    words = text[max(0, first.start - _WINDOW) : first.start].lower()
    if any(_opened(words, j.opener, lexicon) for j in lexicon.rules.joint if j.opener):
        return False
    return is_designator(text, first, lexicon) and not is_designator(text, second, lexicon)


def _alike(first: Figure, second: Figure) -> bool:
    """Whether the two may be ends of one range: numbers, of one unit as far as it is said."""
    same = first.unit is None or second.unit is None or first.unit == second.unit
    rated = first.unit is not None and (second.unit or "").startswith(f"{first.unit} per ")
    plain = {first.kind, second.kind} <= {"digits", "words"} and second.ends == 1
    return (same or rated) and plain


def _fits(words: str, ends: tuple[Figure, Figure], joint: Joint, lexicon: Lexicon) -> bool:
    first, second = ends
    if first.ends != 1 and not joint.tight:
        return False
    if joint.near:
        return first.low + 1 == second.low and second.low <= _MOST_NEAR
    if joint.change and (
        _tells_of_change(words, first, lexicon) or _is_level(words, ends, lexicon)
    ):
        return False
    return joint.tight or not joint.opener or _opened(words, joint.opener, lexicon)


def _opened(words: str, openers: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether one of `openers` stands before the figure, a bound between them or not."""
    before = words.translate(_OPENING).rstrip()
    last = before.rpartition(" ")[2]
    if last in lexicon.before:
        before = before[: -len(last)].rstrip()
    return f" {before}".endswith(tuple(f" {opener}" for opener in openers))


def _opener_at(text: str, first: Figure, joint: Joint, lexicon: Lexicon) -> int:
    """Return where a range with an opener begins: at the opener if it stands right before."""
    before = text[max(0, first.start - _WINDOW) : first.start].lower().translate(_OPENING).rstrip()
    found = [o for o in joint.opener if f" {before}".endswith(f" {o}")]
    longest = max(found, key=len, default=None)
    return first.start if longest is None else text.lower().rindex(longest, 0, first.start)


def _tells_of_change(words: str, first: Figure, lexicon: Lexicon) -> bool:
    """Whether a verb of change makes two figures of it: "rose 5 percent to 120", "from 10 to 5".

    "They lost 5 to 7 tanks" stays a range: neither a unit nor an opener stands by the first.
    """
    openers = {o for joint in lexicon.rules.joint if joint.change for o in joint.opener}
    if first.unit is None and not _opened(words, openers, lexicon):
        return False
    clause = _CLAUSE.split(words)[-1]
    return not lexicon.verbs_of_change.isdisjoint(_WORDS.findall(clause))


def _is_level(words: str, ends: tuple[Figure, Figure], lexicon: Lexicon) -> bool:
    """Whether the second figure is what "by" the first leads to: "rose by 12 to 97"."""
    steps = lexicon.rules.step.by if lexicon.rules.step else ()
    plain = ends[0].unit is None and ends[1].unit is None
    clause = set(_WORDS.findall(_CLAUSE.split(words)[-1]))
    return plain and _opened(words, steps, lexicon) and bool(clause & lexicon.verbs_of_change)


def _range(first: Figure, second: Figure) -> Figure:
    """Join two ends; "$10 to $15 billion" lends its scale to the first."""
    low, high = first.low, second.low
    if first.scale == 1 < second.scale and low <= high / second.scale:
        low = exact(low * second.scale)
    low, high = sorted((low, high))
    return replace(
        first,
        end=second.end,
        low=low,
        high=high,
        best=exact((low + high) / 2),
        unit=second.unit or first.unit,
        number_end=second.number_end,
        ends=2,
    )

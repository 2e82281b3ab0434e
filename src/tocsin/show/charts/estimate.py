"""An estimate as a chart: every figure with its bounds, by who gives it, over the fused band."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tocsin.records import Estimate, Figure
from tocsin.show.charts.theme import theme
from tocsin.show.palette import PALETTE, SERIES
from tocsin.show.phrases import day, many, number

Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
WIDTH, HEIGHT = 640, 300
# Figures that lie further apart than this are drawn on a log scale, where ratios are lengths.
SPREAD = 30.0
FEWEST_DAYS = 8
LONGEST = 44
PALE = 0.35
REST = "others"
# How a figure's mark tells what its words bound.
SHAPES = {
    "figure": "circle",
    "at least": "triangle-up",
    "at most": "triangle-down",
    "range": "diamond",
}
BOUNDS = {"at_least": "at least", "at_most": "at most", "range": "range", "vague": "range"}
KINDS = {"stock": "number at a time", "flow": "number in a period", "total": "running total"}


def estimates_chart(
    estimates: Sequence[Estimate], names: Mapping[str, str] | None = None, *, dark: bool = False
) -> Spec:
    """Return one chart of `estimates`, one above the other; `names` are those of origins by id."""
    charts = [_panel(estimate, names or {}, dark=dark) for estimate in estimates]
    whole: Spec = charts[0] if len(charts) == 1 else {"vconcat": charts, "spacing": 36}
    colours = {"resolve": {"scale": {"color": "independent"}}} if len(charts) > 1 else {}
    return {"$schema": SCHEMA, "config": theme(dark=dark), "padding": 16, **whole, **colours}


def estimate_chart(
    estimate: Estimate, names: Mapping[str, str] | None = None, *, dark: bool = False
) -> Spec:
    """Return the chart of one estimate.

    A rule is the interval of a figure, a mark its best value or its one bound, colour who gives
    it. The grey band and its dashed line are the fused low–high and best of each day. A figure
    without a day stands at its publication; without that either it is counted, not drawn.
    """
    return estimates_chart([estimate], names, dark=dark)


def _panel(estimate: Estimate, names: Mapping[str, str], *, dark: bool) -> Spec:
    figures = list(_figures(estimate, names))
    return {
        "title": _title(estimate, len(figures)),
        "description": _told(estimate),
        "width": WIDTH,
        "height": HEIGHT,
        "layer": [*_band(estimate, dark), *_marks(figures, dark)],
        "encoding": {"x": _days(estimate), "y": {"type": "quantitative", **_scale(estimate)}},
    }


def _figures(estimate: Estimate, names: Mapping[str, str]) -> Iterator[Spec]:
    kept = _by_size(estimate, names)
    dated = [
        (label if label in kept else REST, figure)
        for history in estimate.histories
        for label in [_label(history.source, history.origin, names)]
        for figure in history.figures
        if _drawable(figure)
    ]
    rivals, placed = Counter(_day(figure) for _, figure in dated), Counter[date | None]()
    for label, figure in dated:
        when = _day(figure)
        placed[when] += 1
        yield _datum(figure, label, _instant(when, placed[when] / (rivals[when] + 1)))


def _by_size(estimate: Estimate, names: Mapping[str, str]) -> list[str]:
    sizes: Counter[str] = Counter()
    for history in estimate.histories:
        sizes[_label(history.source, history.origin, names)] += len(history.figures)
    labels = sorted(sizes, key=lambda label: (-sizes[label], label))
    return labels if len(labels) <= len(SERIES) else labels[: len(SERIES) - 1]


def _label(source: str, origin: str, names: Mapping[str, str]) -> str:
    behind = names.get(origin)
    said = source if not behind or behind == source else f"{source} (through {behind})"
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"


def _drawable(figure: Figure) -> bool:
    return _day(figure) is not None and _value(figure) is not None


def _day(figure: Figure) -> date | None:
    return figure.day or (figure.published.date() if figure.published else None)


def _value(figure: Figure) -> float | None:
    known = (figure.best, figure.low, figure.high)
    return next((value for value in known if value is not None), None)


def _instant(when: date | None, share: float) -> str:
    # Figures of one day stand side by side within it.
    begin = datetime.combine(when or date.min, time(), UTC)
    return (begin + timedelta(days=share)).isoformat(timespec="minutes")


def _datum(figure: Figure, label: str, at: str) -> Spec:
    return {
        "at": at,
        "day": day(_day(figure)),
        "low": figure.low if figure.low is not None else _value(figure),
        "high": figure.high if figure.high is not None else _value(figure),
        "value": _value(figure),
        "who": label,
        "bound": BOUNDS.get(figure.bound, "figure"),
        "words": figure.quote,
        "claim": figure.claim,
        "changed": figure.changed,
        "replaced": figure.replaced,
    }


def _band(estimate: Estimate, dark: bool) -> Iterator[Spec]:
    ground = PALETTE["muted"].dark if dark else PALETTE["muted"].light
    ink = PALETTE["ink"].dark if dark else PALETTE["ink"].light
    values = [
        {
            "at": _instant(band.day, 0.5),
            "low": band.low if band.low is not None else band.best,
            "high": band.high if band.high is not None else band.best,
            "best": band.best,
        }
        for band in estimate.band
        if band.best is not None or (band.low is not None and band.high is not None)
    ]
    if not values:
        return
    edges = {"y": {"field": "low"}, "y2": {"field": "high"}}
    # A rule a day as well: an area over a single day would have no width.
    yield _layer(
        values, {"type": "rule", "strokeWidth": 9, "opacity": 0.22, "stroke": ground}, edges
    )
    area = {"type": "area", "opacity": 0.14, "color": ground, "interpolate": "linear"}
    yield _layer(values, area, edges)
    dashed = {"type": "line", "color": ink, "strokeDash": [5, 4], "interpolate": "linear"}
    yield _layer(values, {**dashed, "strokeWidth": 1.5}, {"y": {"field": "best"}})


def _marks(figures: list[Spec], dark: bool) -> Iterator[Spec]:
    who = _colours(figures, dark)
    shape = {
        "field": "bound",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(SHAPES), "range": list(SHAPES.values())},
        "legend": {"orient": "bottom", "symbolFillColor": "transparent"},
    }
    # What its page does not say any more is pale.
    pale = {"condition": {"test": "datum.replaced", "value": PALE}, "value": 1}
    spans = {"y": {"field": "low"}, "y2": {"field": "high"}, "color": who, "opacity": pale}
    spread = [figure for figure in figures if figure["low"] != figure["high"]]
    yield _layer(spread, {"type": "rule", "strokeWidth": 2, "strokeCap": "round"}, spans)
    hints = [
        {"field": name, "type": "nominal"} for name in ("who", "day", "bound", "words", "claim")
    ]
    hints.insert(2, {"field": "value", "type": "quantitative", "format": ","})
    marks = {"type": "point", "filled": True, "size": 70}
    seen = {"color": who, "shape": shape, "opacity": pale, "tooltip": hints}
    yield _layer(figures, marks, {"y": {"field": "value"}, **seen})


def _layer(values: list[Spec], mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _colours(figures: Sequence[Spec], dark: bool) -> Spec:
    labels = list(dict.fromkeys(figure["who"] for figure in figures))
    labels.sort(key=lambda label: label == REST)
    colours = [colour.dark if dark else colour.light for colour in SERIES]
    muted = PALETTE["muted"].dark if dark else PALETTE["muted"].light
    picked = [muted if label == REST else colours[n] for n, label in enumerate(labels)]
    return {
        "field": "who",
        "type": "nominal",
        "title": None,
        "scale": {"domain": labels, "range": picked},
        "legend": {"orient": "bottom", "columns": 2, "labelLimit": 300, "symbolType": "square"},
    }


def _days(estimate: Estimate) -> Spec:
    figures = (figure for history in estimate.histories for figure in history.figures)
    known = [*filter(None, map(_day, figures)), *(band.day for band in estimate.band)]
    return {
        "field": "at",
        "type": "temporal",
        "title": None,
        "scale": {"type": "utc", **_room(known)},
        "axis": {"labelOverlap": True, "tickMinStep": 86_400_000, "format": "%-d %b %Y"},
    }


def _room(days: Sequence[date]) -> Spec:
    # On an axis of a day or two, figures of one day would seem to lie far apart.
    if not days or (max(days) - min(days)).days >= FEWEST_DAYS:
        return {"padding": 18}
    middle = min(days) + (max(days) - min(days)) / 2
    ends = (middle + timedelta(days=step) for step in (-FEWEST_DAYS // 2, FEWEST_DAYS // 2 + 1))
    return {"domain": [_instant(end, 0) for end in ends]}


def _scale(estimate: Estimate) -> Spec:
    values = sorted(_values(estimate))
    wide = bool(values) and values[0] > 0 and values[-1] / values[0] > SPREAD
    # A little more than the highest, whose mark would lose its upper half.
    top = {"domainMax": values[-1] * 1.04} if values and values[-1] > 0 else {}
    # Powers of ten alone: the lines between them would stand closer than the figures.
    tens = [10.0**n for n in range(16) if values and values[0] / 10 < 10**n < values[-1] * 10]
    return {
        "title": estimate.unit or estimate.measure,
        "scale": {"type": "log", "nice": True} if wide else {"zero": True, "nice": True, **top},
        "axis": {"format": ",~f", **({"values": tens} if wide else _ticks(values))},
    }


def _ticks(values: Sequence[float]) -> Spec:
    # There is no half of a man: what is counted in whole numbers has none between them.
    whole = all(float(value).is_integer() for value in values)
    return {"tickCount": 6, **({"tickMinStep": 1} if whole else {})}


def _values(estimate: Estimate) -> Iterator[float]:
    for history in estimate.histories:
        for figure in history.figures:
            yield from (v for v in (figure.low, figure.best, figure.high) if v is not None)


def heading(estimate: Estimate) -> str:
    """Return what an estimate counts, of whom and where."""
    counted = f"{estimate.measure}, {estimate.unit}" if estimate.unit else estimate.measure
    whose, _, noun = (estimate.population or "").rpartition(" ")
    if whose and counted.startswith(noun):
        counted = f"{whose} {counted}"
    elif estimate.population and estimate.population not in counted:
        counted = f"{counted}: {estimate.population}"
    return f"{counted}, {estimate.place}" if estimate.place else counted


def fused(estimate: Estimate) -> str:
    """Return the last of the fused band in words; "" where nothing could be fused."""
    if not estimate.band:
        return ""
    last = estimate.band[-1]
    bounds = [number(value) for value in (last.low, last.high) if value is not None]
    best = f"{number(last.best)} " if last.best is not None else ""
    around = f"({'–'.join(dict.fromkeys(bounds))})" if len(set(bounds)) > 1 else ""
    said = f"{best}{around}".strip() or "–".join(bounds)
    # What has no date is fused as of the day on which it was collected.
    when = f"on {day(last.day)}" if any(map(_day, _figures_of(estimate))) else "undated"
    return f"{said} {when}" if said else ""


def _figures_of(estimate: Estimate) -> Iterator[Figure]:
    return (figure for history in estimate.histories for figure in history.figures)


def _title(estimate: Estimate, drawn: int) -> Spec:
    figures = sum(len(history.figures) for history in estimate.histories)
    origins = {history.origin for history in estimate.histories}
    gone = sum(f.replaced for history in estimate.histories for f in history.figures)
    parts = [
        f"{KINDS[estimate.kind]}, {many(figures, 'figure')} from {many(len(origins), 'origin')}",
        f"fused: {fused(estimate)}" if fused(estimate) else "",
        f"{many(figures - drawn, 'figure')} without a day not drawn" if drawn < figures else "",
        f"pale: {gone} no longer said" if gone else "",
    ]
    return {
        "text": heading(estimate),
        "subtitle": " · ".join(part for part in parts if part),
        "anchor": "start",
        "offset": 12,
    }


def _told(estimate: Estimate) -> str:
    # What a screen reader says of the picture.
    return f"Chart of {heading(estimate)}. {_title(estimate, 0)['subtitle'].split(' · ')[0]}."

"""The colours of every page, in light and dark, with the measure that keeps them readable."""

from collections.abc import Mapping
from typing import NamedTuple


class Colour(NamedTuple):
    """One colour of the page: its value on light and on dark ground."""

    light: str
    dark: str


PALETTE = {
    "paper": Colour("#faf9f6", "#14171b"),
    "card": Colour("#ffffff", "#1d2228"),
    "ink": Colour("#1d232b", "#ebe8e2"),
    "muted": Colour("#565f6b", "#a8b0ba"),
    "line": Colour("#d8d5cd", "#39414b"),
    "link": Colour("#0b57a4", "#86bdff"),
    "mark": Colour("#fff1bd", "#4a3f12"),
    "strong": Colour("#ffd765", "#74600f"),
    "occurred": Colour("#33475b", "#b9c6d4"),
    "ongoing": Colour("#1b6b3a", "#82d59d"),
    "prepared": Colour("#974800", "#f2b479"),
    "planned": Colour("#6b3fa0", "#cfaef7"),
    "predicted": Colour("#005f8a", "#80caf0"),
    "hypothetical": Colour("#5b6068", "#b4bac2"),
    "denied": Colour("#b3261e", "#ffa198"),
}
# What tells the lines of a chart apart; beyond the last, lines share the muted colour of the rest.
SERIES = (
    Colour("#0b57a4", "#86bdff"),
    Colour("#b3470b", "#ffa671"),
    Colour("#1b6b3a", "#82d59d"),
    Colour("#6b3fa0", "#cfaef7"),
    Colour("#7a5a00", "#e0c25a"),
    Colour("#a3256b", "#ff9acb"),
    Colour("#0d6b78", "#6fd3df"),
    Colour("#5a4636", "#d8bfa8"),
)
TEXT = ("ink", "muted", "link")
STATUS = ("occurred", "ongoing", "prepared", "planned", "predicted", "hypothetical", "denied")
GROUND = ("paper", "card")


def css(
    root: str = ":root", *, darkened: str = "", more: Mapping[str, Colour] | None = None
) -> str:
    """Return the palette as custom properties of `root`, light by default, dark where asked for.

    `darkened` is a selector of elements that are dark whatever the system says; `more` are the
    page's own colours.
    """
    colours = {**PALETTE, **(more or {})}
    light = "".join(f"--{name}:{colour.light};" for name, colour in colours.items())
    dark = "".join(f"--{name}:{colour.dark};" for name, colour in colours.items())
    forced = f"{darkened}{{{dark}}}" if darkened else ""
    return (
        f"{root}{{color-scheme:light dark;{light}}}"
        f"@media (prefers-color-scheme:dark){{{root}{{{dark}}}}}{forced}"
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, after WCAG 2.2.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

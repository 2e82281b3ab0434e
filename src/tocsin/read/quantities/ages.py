"""Ages that do not say so behind the figure: "aged 7", "Kim Song, 25, said"."""

from tocsin.read.quantities.figures import Figure
from tocsin.read.quantities.lexicon import Lexicon
from tocsin.read.syntax import Document

_WINDOW = 16
_AROUND = ((", ", ","), (", ", "."), (" (", ")"), (", ", ";"))


def age_unit(document: Document, figure: Figure, lexicon: Lexicon) -> str | None:
    """Return the unit of the age that the figure is, or None where it is no age."""
    age = lexicon.units.age
    if age.unit is None or not (figure.unit is None or figure.unit in lexicon.ages):
        return None
    if figure.scale != 1 or figure.kind not in ("digits", "words"):
        return None
    text = document.text
    before = f" {text[max(0, figure.start - _WINDOW) : figure.start].lower()}"
    if before.endswith(lexicon.age_heads) and not _counts(text, figure):
        return lexicon.aged(figure.unit or age.unit)
    return lexicon.aged(age.unit) if _is_of_person(document, figure, lexicon) else None


def _counts(text: str, figure: Figure) -> bool:
    """Whether the figure goes on to what it counts: "she turned 20 pages"."""
    behind = text[figure.end :].split(maxsplit=1)[:1]
    return figure.unit is None and bool(behind) and behind[0].rstrip(".,;").endswith("s")


def _is_of_person(document: Document, figure: Figure, lexicon: Lexicon) -> bool:
    low, high = lexicon.units.age.between or (1, 0)
    if figure.unit is not None or not low <= figure.low <= figure.high <= high:
        return False
    text = document.text
    for opening, closing in _AROUND:
        at = figure.start - len(opening)
        if text.startswith(opening, max(0, at)) and text.startswith(closing, figure.end):
            named = document.tokens_at((max(0, at - 1), at))
            return bool(named) and named[-1].ent.endswith("PER")
    return False

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
    if figure.unit is not None or not _is_age(figure, lexicon):
        return None
    of_person = _is_beside_person(document, figure) or _is_said_of_person(document, figure, lexicon)
    return lexicon.aged(age.unit) if of_person else None


def _counts(text: str, figure: Figure) -> bool:
    """Whether the figure goes on to what it counts: "she turned 20 pages"."""
    behind = text[figure.end :].split(maxsplit=1)[:1]
    return figure.unit is None and bool(behind) and behind[0].rstrip(".,;").endswith("s")


def _is_age(figure: Figure, lexicon: Lexicon) -> bool:
    low, high = lexicon.units.age.between or (1, 0)
    return low <= figure.low <= figure.high <= high


def _is_beside_person(document: Document, figure: Figure) -> bool:
    """Whether the figure stands apart behind a person's name: "Kim Song, 25, said"."""
    text = document.text
    for opening, closing in _AROUND:
        at = figure.start - len(opening)
        if text.startswith(opening, max(0, at)) and text.startswith(closing, figure.end):
            named = document.tokens_at((max(0, at - 1), at))
            return bool(named) and named[-1].ent.endswith("PER")
    return False


def _is_said_of_person(document: Document, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether the figure is what somebody is: "he was 25 when it fell"."""
    number, i = document.head_at((figure.start, figure.end)), document.sentence_at(figure.start)
    if number is None or i is None or number.upos != "NUM":
        return False
    sentence = document.sentences[i]
    somebody, case = sentence.child(number, "nsubj"), sentence.child(number, "case")
    if somebody is None or case is not None or sentence.child(number, "cop") is None:
        return False
    return somebody.ent.endswith("PER") or somebody.lemma.lower() in lexicon.units.age.subject

"""Ages that do not say so behind the figure: "aged 7", "Kim Song, 25, said", "a fitter of 34"."""

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
    if before.endswith(lexicon.age_heads) and not _counts(document, figure):
        return lexicon.aged(figure.unit or age.unit)
    if figure.unit is not None or not _is_age(figure, lexicon):
        return None
    of_person = any(whose(document, figure, lexicon) for whose in _WHOSE)
    return lexicon.aged(age.unit) if of_person else None


def _counts(document: Document, figure: Figure) -> bool:
    """Whether the figure goes on to what it counts: "she turned 20 pages", not "aged 7 was"."""
    rest = document.text[figure.end :]
    if figure.unit is not None or not rest.lstrip() or not rest[0].isspace():
        return False
    at = figure.end + len(rest) - len(rest.lstrip())
    token = next(iter(document.tokens_at((at, at + 1))), None)
    if token is not None:
        return token.upos in ("NOUN", "ADJ", "PROPN")
    return rest.split(maxsplit=1)[0].rstrip(".,;").endswith("s")


def _is_age(figure: Figure, lexicon: Lexicon) -> bool:
    low, high = lexicon.units.age.between or (1, 0)
    return low <= figure.low <= figure.high <= high


def _is_beside_person(document: Document, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether the figure stands apart behind a person: "Kim Song, 25, said", "the driver, 28,"."""
    text = document.text
    for opening, closing in _AROUND:
        at = figure.start - len(opening)
        if text.startswith(opening, max(0, at)) and text.startswith(closing, figure.end):
            named = document.tokens_at((max(0, at - 1), at))
            by_name = bool(named) and named[-1].ent.endswith("PER")
            return by_name or _last_word(text[:at]) in lexicon.units.age.person
    return False


def _is_of_person(document: Document, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether the figure is linked to one person: "a fitter of 34", not "a mother of 4"."""
    age, before = lexicon.units.age, document.text[: figure.start].rstrip()
    link = _last_word(before)
    if link not in age.link or _counts(document, figure):
        return False
    person = _last_word(before[: -len(link)].rstrip())
    return person in age.person and person not in age.bears


def _last_word(text: str) -> str:
    return text[-_WINDOW:].rpartition(" ")[2].lower()


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


_WHOSE = (_is_beside_person, _is_of_person, _is_said_of_person)

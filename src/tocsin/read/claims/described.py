"""Places that a report only describes: "a school", "the road to the port", "his office"."""

from collections.abc import Iterator, Sequence

from tocsin.read.claims.rules import DescribedPlaces
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Place, Span

# What tells of one place among its kind; "in prison" and "at sea" name a state instead.
_MARKS = ("det", "nmod", "nummod", "amod", "compound")
# What ends the words of a place: a clause, an aside, another place beside it.
_ENDS = frozenset({"acl", "advcl", "appos", "conj", "cc", "punct", "parataxis", "orphan"})
# What a place governs only as it is predicated: "2,000 people are in evacuation centres".
_OUTSIDE = frozenset({"case", "nsubj", "csubj", "cop", "aux", "mark", "expl", "advmod"})
_PLURAL = "NNS"


def described(
    document: Document, at: int, taken: Sequence[Span], rules: DescribedPlaces
) -> list[Place]:
    """Return the places that the sentence numbered `at` describes.

    They have no point and no name, though names may help to describe them ("the road between Homs
    and Hama"). Words that hold one of the `taken` spans, such as a time, are left alone.
    """
    sentence = document.sentences[at]
    found = []
    for noun in sentence.tokens:
        if noun.upos == "NOUN" and _is_spot(noun, sentence, rules):
            span = sentence.span(list(_words(noun, sentence)))
            if not any(start < span[1] and span[0] < end for start, end in taken):
                found.append(Place(span=span, text=document.text[slice(*span)]))
    return found


def _is_spot(noun: Token, sentence: Sentence, rules: DescribedPlaces) -> bool:
    # "Its waters" are a place, and water is none.
    forms = {noun.lemma.lower(), noun.text.lower()}
    if not forms & set(rules.noun) or noun.rel in ("compound", "flat"):
        return False
    reached = noun.rel == "obj" and noun.lemma.lower() in rules.reached
    if sentence.child(noun, "case") is None and not reached:
        return False
    marked = noun.xpos == _PLURAL or sentence.child(noun, *_MARKS) is not None
    return marked and not _is_figure_of_speech(noun, sentence, rules)


def _is_figure_of_speech(noun: Token, sentence: Sentence, rules: DescribedPlaces) -> bool:
    """Whether what follows "of" is no place: "in the area of trade", "on the road to peace"."""
    owned = (child for child in sentence.children(noun, "nmod") if child.i > noun.i)
    things = [child for child in owned if child.upos == "NOUN"]
    return any(child.lemma.lower() not in rules.noun for child in things)


def _words(noun: Token, sentence: Sentence) -> Iterator[Token]:
    """Yield the words of the phrase, without its preposition and what is only beside it."""
    yield noun
    for child in sentence.children(noun):
        if child.rel not in _ENDS | _OUTSIDE:
            # "The road between Sikasso and Bamako" is one place, and its joined names are its own.
            yield from sentence.subtree(child, without=_ENDS - {"conj", "cc"})

"""What a figure counts, from the parse: beside it, behind "of", or at a distance."""

from typing import NamedTuple

from tocsin.read.quantities import apart
from tocsin.read.quantities.figures import Figure
from tocsin.read.quantities.lexicon import Lexicon
from tocsin.read.syntax import Document, Sentence, Token

_INSIDE = ("amod", "compound", "flat", "nummod", "fixed", "goeswith", "nmod:poss", "case", "det")
_NOMINAL = ("nummod", "compound", "amod", "det:predet", "nmod:unmarked", "nmod:npmod")
_NOUNS = ("NOUN", "PROPN", "SYM", "ADJ", "X")
_PLURAL = ("NNS", "NNPS")
_IN_RUN = ("JJ", "NN", "NNP", "HYPH", "CC", "VBN")
_DESCRIPTIVE = (*_IN_RUN, "NNPS", "JJS", "JJR")
_LINKS = ("CCONJ", "PUNCT")
_LONGEST_RUN = 5
_HYPHENS = "-‑–"


class Counted(NamedTuple):
    """The counted thing as written, whether it stands right of its figure, and in the plural.

    `listed` says that the figure follows another of the same: "three in Kyiv and *one* in Sumy".
    """

    text: str | None
    to_the_right: bool = False
    plural: bool = False
    listed: bool = False


def counted(document: Document, figure: Figure, lexicon: Lexicon) -> Counted:
    """Return what the figure counts, as the text has it; unknown where the parse does not tell."""
    i = document.sentence_at(figure.number_start)
    tokens = document.tokens_at((figure.start, figure.end))
    if i is None or not tokens:
        return Counted(None)
    reader = _Reader(document.text, document.sentences[i], {t.i for t in tokens}, lexicon)
    thing = reader.thing(tokens, measured=figure.unit is not None)
    return thing._replace(listed=reader.is_listed(tokens))


class _Reader:
    """Reads one figure's counted thing in its sentence."""

    def __init__(self, text: str, sentence: Sentence, inside: set[int], lexicon: Lexicon) -> None:
        self._text = text
        self._sentence = sentence
        self._inside = inside
        self._lexicon = lexicon
        self._rules = lexicon.rules.counted

    def thing(self, tokens: list[Token], *, measured: bool = False) -> Counted:
        """Try what is left unsaid, the state behind, beside, behind "of", then at a distance.

        What an earlier figure counts is nothing to one `measured` in a unit.
        """
        outer = [t for t in reversed(tokens) if t.head not in self._inside]
        if (said := self._said_otherwise(tokens)) is not None:
            return said
        noun = next((n for t in outer if (n := self._noun_beside(t))), None)
        run = self._run(tokens[-1]) if noun is None or noun.xpos not in _PLURAL else None
        if run is not None and (noun is None or tokens[-1].i < noun.i < run.i):
            first = self._sentence.tokens[tokens[-1].i + 1]
            return Counted(self._stretch(first, run), True)
        if noun is not None:
            part = self._part(noun) if noun.lemma.lower() in self._rules.weak else None
            right = noun.i > tokens[-1].i
            return Counted(self._phrase(part or noun), right, right and noun.xpos in _PLURAL)
        part = next((p for t in tokens if (p := self._part(t))), None)
        if part is not None:
            return Counted(self._phrase(part))
        far = (self._apart(t, measured=measured) for t in outer)
        return Counted(next((thing for thing in far if thing), None))

    def is_listed(self, tokens: list[Token]) -> bool:
        """Say whether the figure opens an entry behind another figure: a place or a state of it."""
        first, last = tokens[0], tokens[-1]
        before = self._sentence.tokens[max(0, first.i - 1) : first.i]
        behind = self._sentence.tokens[last.i + 1 : last.i + 2]
        opens = any(t.upos in _LINKS for t in before) and first.xpos == "CD"
        entry = any(t.upos == "ADP" or t.xpos == "VBN" for t in behind)
        return opens and entry and any(t.xpos == "CD" for t in self._sentence.tokens[: first.i])

    def _said_otherwise(self, tokens: list[Token]) -> Counted | None:
        """Return what an elliptic figure counts: a noun said before, or a state."""
        unsaid = apart.unsaid(self._sentence, tokens[0], tokens[-1], self._lexicon)
        if unsaid is not None:
            return Counted(self._phrase(unsaid), plural=True)
        states = apart.states(self._sentence, tokens[-1], self._rules)
        noun = apart.bearer(self._sentence, tokens[-1], self._lexicon)
        noun = noun or apart.before_it(self._sentence, tokens[-1], self._lexicon)
        if noun is not None:
            return Counted(self._phrase(noun))
        return Counted(self._stretch(states[0], states[-1])) if states else None

    def _run(self, last: Token) -> Token | None:
        """Return the plural that ends the words right behind, whatever the tree makes of them."""
        joined = False
        for token in self._sentence.tokens[last.i + 1 : last.i + 1 + _LONGEST_RUN]:
            if token.xpos in _PLURAL and (joined or token.xpos == "NNS"):
                return token
            if token.xpos not in _IN_RUN:
                return None
            joined = token.xpos == "CC"
        return None

    def _apart(self, number: Token, *, measured: bool) -> str | None:
        far = apart.far(self._sentence, number, self._rules)
        if far is None and not measured:
            far = apart.left_out(self._sentence, number, self._lexicon)
        return self._participle(number) or (self._phrase(far) if far else None)

    def _noun_beside(self, number: Token) -> Token | None:
        head = self._sentence.head(number)
        if head is None or number.deprel not in _NOMINAL:
            return None
        return head if head.upos in _NOUNS else None

    def _part(self, number: Token) -> Token | None:
        """Return the noun behind "of"; for a pronoun, the noun of the last figure before it."""
        found = apart.head_behind_of(self._sentence, number, self._inside, self._rules)
        if found is None or found.upos != "PRON":
            return found
        behind = self._sentence.tokens[found.i + 1 : found.i + 2]
        if behind and behind[0].xpos in _PLURAL:
            return behind[0]  # "five of them children"
        return apart.last_counted(self._sentence, number.i, self._lexicon) or found

    def _participle(self, number: Token) -> str | None:
        """Return the state of those counted: 1,000 *killed or wounded*."""
        child = self._sentence.child(number, "acl", "amod", "acl:relcl")
        if child is None or child.i != number.i + 1 or child.xpos not in ("VBN", "JJ"):
            return None
        tail = [t for t in self._sentence.children(child, "conj") if t.xpos in ("VBN", "JJ")]
        return self._text[child.start : max([child.end, *(t.end for t in tail)])]

    def _phrase(self, noun: Token) -> str:
        """Return the noun with what describes it, and nouns side by side with it."""
        first = noun
        while first.i > 0:
            before = self._sentence.tokens[first.i - 1]
            if before.i in self._inside or not self._describes(before, noun):
                break
            first = before
        first = self._behind_figure(noun) or first
        while first.i < noun.i and first.text.lower() in self._rules.empty:
            first = self._sentence.tokens[first.i + 1]
        return self._stretch(first, self._last(noun))

    def _behind_figure(self, noun: Token) -> Token | None:
        """Return the first word behind the figure if all up to the noun describe it.

        A tree often hangs the first of two descriptions elsewhere: "12 *Russian and* Belarusian
        soldiers".
        """
        figure = self._sentence.child(noun, "nummod")
        at = (max(self._inside) if figure is None else figure.i) + 1
        between = self._sentence.tokens[at : noun.i]
        plain = bool(between) and all(t.xpos in _DESCRIPTIVE for t in between)
        return between[0] if plain and between[0].xpos != "CC" else None

    def _stretch(self, first: Token, last: Token) -> str:
        return self._text[first.start : last.end].lstrip(_HYPHENS)

    def _describes(self, token: Token, noun: Token) -> bool:
        if token.deprel in ("det", "case", "nummod", "punct", "cc", "advmod", "nmod:poss"):
            return token.deprel == "punct" and token.text in "-‑–"
        if token.head == noun.i:
            return token.rel in _INSIDE
        above = [t.i for t in self._sentence.ancestors(token)]
        return noun.i in above and token.rel in (*_INSIDE, "conj", "obl", "advcl")

    def _last(self, noun: Token) -> Token:
        last = noun
        for child in self._sentence.children(noun, "conj", "flat"):
            if child.i == last.i + 1 and child.deprel == "flat":
                last = child  # the name of a make: "40 Model 3s"
            elif self._is_side_by_side(child, noun) and child.i - last.i <= 4:
                last = child
        return last

    def _is_side_by_side(self, child: Token, noun: Token) -> bool:
        """Whether `child` is counted together with `noun`: no figure or article of its own."""
        if child.upos != noun.upos or self._sentence.child(child, "nummod", "det"):
            return False
        return all(t.xpos != "CD" for t in self._sentence.tokens[noun.i + 1 : child.i])

"""What a phrase is about: by its head, by what it measures, by what a pronoun stands for."""

from collections.abc import Iterable, Iterator

from tocsin.read.events.rules import EventRules
from tocsin.read.events.words import RELATIVIZERS, preposition
from tocsin.read.syntax import Document, Sentence, Token

_MOST_NESTED = 3
YEAR = 4  # figures of a year
DESCRIBING = "nmod:desc"  # a title before a name
_CLAUSES = ("acl", "acl:relcl", "advcl", "parataxis", "appos", "list", "dep")
# What a noun that is predicated of something governs as its clause, and no part of its phrase.
_CLAUSAL = ("nsubj", "csubj", "cop", "aux", "expl")


class Phrases:
    """Matches phrases of one sentence against word classes."""

    def __init__(self, document: Document, at: int, rules: EventRules) -> None:
        self._document, self._at, self._rules = document, at, rules
        self._sentence = document.sentences[at]
        self._paired: dict[tuple[bool, int], tuple[str, ...]] = {}

    def matches(self, token: Token, refs: Iterable[str]) -> bool:
        """Say whether the phrase that `token` heads is of one of the classes or words."""
        return any(self._matches(token, ref) for ref in refs)

    def _matches(self, token: Token, ref: str) -> bool:
        if ref == "*":
            return True
        if ref.startswith("^"):
            # "Fired missiles on Thursday": a day is a name, and nobody's.
            if self.is_day(token):
                return False
            held = (token, *self._measured(self._sentence, token, _MOST_NESTED))
            return any(_has_label(self._sentence, core, ref[1:]) for core in held)
        words = self._rules.classes[ref[1:]] if ref.startswith("@") else frozenset({ref})
        return any(self._in(core, words) for core in self.cores(token))

    def _in(self, token: Token, words: frozenset[str]) -> bool:
        if any(form in words for form in self._rules.forms(token)):
            return True
        return any(pair in words for pair in self._pairs(token))

    def _pairs(self, token: Token) -> tuple[str, ...]:
        """The head with each of its modifiers and tied nouns: "price war", "war of word"."""
        home = self._home(token)
        key = (home is self._sentence, token.i)
        if key not in self._paired:
            last, forms = token.lemma.lower(), self._rules.forms
            mods = home.children(token, "compound", "amod")
            tied = [(preposition(home, below), below) for below in home.children(token, "nmod")]
            self._paired[key] = (
                *(f"{form} {last}" for mod in mods for form in forms(mod)),
                *(f"{last} {case} {form}" for case, below in tied for form in forms(below)),
            )
        return self._paired[key]

    def cores(self, token: Token) -> Iterator[Token]:
        """Yield the words that say what a phrase is about.

        The head; for a measure ("thousands of troops", "a wave of drones") also what is measured;
        for a carrier ("missile systems") also what it carries; for a pronoun the nearest noun
        before it that could be meant.
        """
        yield token
        sentence = self._home(token)
        if token.upos == "NUM" and token.i and sentence.tokens[token.i - 1].xpos in RELATIVIZERS:
            # "Of whom 49 are held": a parse may tie the pronoun to the verb.
            yield from self._antecedents(sentence.tokens[token.i - 1])
        if token.upos == "PRON":
            # "None of the crew": what the pronoun picks from stands below it.
            named = sentence.children(token, "nmod")
            yield from named
            # "Rockets, most of which fell short": what is picked from was named before.
            meant = [t for t in named if t.upos == "PRON"] if named else [token]
            yield from (found for pronoun in meant for found in self._antecedents(pronoun))
            return
        if token.upos == "PROPN":
            # A name may say of what kind it is: "Cyclone Fytia", "Prime Minister Conille".
            yield from sentence.children(token, "compound")
            yield from (t for t in sentence.children(token, "nmod") if t.deprel == DESCRIBING)
        yield from self._measured(sentence, token, _MOST_NESTED)
        if self._rules.lists("carriers", token):
            for below in sentence.children(token, "compound", "amod"):
                yield from (below, *sentence.children(below, "conj"))

    def _measured(self, sentence: Sentence, token: Token, steps: int) -> Iterator[Token]:
        """What a measure measures, through other measures: "thousands of crates of shells"."""
        if steps and (token.upos == "NUM" or self._rules.lists("measures", token)):
            for below in sentence.children(token, "nmod", "obl"):
                for found in (below, *sentence.children(below, "conj")):
                    yield found
                    yield from self._measured(sentence, found, steps - 1)

    def is_day(self, token: Token) -> bool:
        """Say whether the word dates something: a day, a month, a part of the day."""
        return self._rules.lists("days", token)

    def is_date(self, token: Token) -> bool:
        """Say whether the word is a day or month, or a bare number as long as a year."""
        year = token.upos == "NUM" and token.text.isdigit() and len(token.text) == YEAR
        return self.is_day(token) or (year and not self._home(token).children(token))

    def lends_object(self, mark: Token) -> bool:
        """Say whether what stands behind the word is done by the object: "accused them *of*"."""
        return self._rules.lists("object-lending", mark)

    def tells_whose(self, verb: Token, noun: Token, case: Token) -> bool:
        """Say whether the subject of the verb did what stands behind its object's preposition."""
        owned = self._rules.lists("owning-verbs", verb) and self._rules.lists(
            "responsibility", noun
        )
        return owned or (self._rules.lists("light", verb) and self._rules.lists("listing", case))

    def is_thing(self, token: Token) -> bool:
        """Say whether it is a deed, a weapon or a paper, behind which somebody stands."""
        return any(self._rules.lists(name, token) for name in ("deeds", "arms", "papers"))

    def dateless(self, words: tuple[Token, ...], head: Token) -> tuple[Token, ...]:
        """Return a participant's phrase without the date on it: "the council on Monday"."""
        after = (t for t in self._sentence.children(head, "nmod") if t.i > head.i)
        dated = {t.i for day in after if self.is_day(day) for t in self._sentence.subtree(day)}
        return trimmed(t for t in words if t.i not in dated) or words

    def figured(self, token: Token) -> bool:
        """Say whether the phrase carries a figure: a number, or a measure of something."""
        sentence = self._home(token)
        if token.upos == "NUM" or sentence.child(token, "nummod"):
            return True
        return self._rules.lists("figures", token) and bool(sentence.child(token, "nmod"))

    def _antecedents(self, pronoun: Token) -> Iterator[Token]:
        if not self._rules.lists("pronouns", pronoun):
            return
        before = [t for t in self._sentence.tokens[: pronoun.i] if t.upos in ("NOUN", "PROPN")]
        yield from reversed(before)
        if self._at > 0:
            earlier = self._document.sentences[self._at - 1].tokens
            told = [t for t in earlier if t.rel == "nsubj" and t.xpos in ("NNS", "NNPS")]
            # What the sentence before spoke of is what a pronoun most likely means.
            yield from told or (t for t in reversed(earlier) if t.upos == "NOUN")

    def _home(self, token: Token) -> Sentence:
        tokens = self._sentence.tokens
        if token.i < len(tokens) and tokens[token.i] is token:
            return self._sentence
        return self._document.sentences[self._at - 1]


def _has_label(sentence: Sentence, token: Token, label: str) -> bool:
    if label == "NUM":
        return token.upos == "NUM" or bool(sentence.child(token, "nummod"))
    if label == "NAME":
        return token.upos == "PROPN" or token.ent != "O"
    return token.ent.endswith(label) or token.upos == label


def words_of(sentence: Sentence, head: Token, *, alone: bool = False) -> tuple[Token, ...]:
    """Return a participant's phrase without clauses; `alone` leaves conjuncts out.

    Of a clause ("urged it to cease deliveries") the verb with what it governs, less its subject.
    """
    barred = (*_CLAUSES, *_CLAUSAL, *(("conj", "cc") if alone else ()))
    found = sentence.subtree(head, without=barred)
    # "Left 120 fighters dead: 75 of the army …": what a colon opens is told apart.
    colon = next((t.i for t in sentence.tokens[head.i :] if t.text == ":"), None)
    found = [t for t in found if colon is None or t.i < colon]
    return trimmed(_without_marks(sentence, head, found))


def _without_marks(sentence: Sentence, head: Token, found: list[Token]) -> list[Token]:
    marks = sentence.children(head, "case", "cc", "mark")
    case = {t.i for c in marks if c.rel == "case" or c.i < head.i for t in sentence.subtree(c)}
    return [t for t in found if t.i not in case]


def trimmed(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return a stretch without punctuation at its ends."""
    kept = list(tokens)
    while kept and kept[-1].upos == "PUNCT":
        kept.pop()
    while kept and kept[0].upos == "PUNCT":
        kept.pop(0)
    return tuple(kept)

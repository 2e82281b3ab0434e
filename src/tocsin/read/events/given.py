"""Bare figures that somebody gives: "officials gave 40", "the real number is 40"."""

from tocsin.read.events.event import Event
from tocsin.read.events.rules import EventRules
from tocsin.read.syntax import Sentence, Token

_PLURAL = "NNS"
# What stands beside a clause and is none of it.
_ASIDE = ("parataxis", "appos")


class Given:
    """Asks of the bare figures of one sentence whether and by what they are given."""

    def __init__(self, sentence: Sentence, rules: EventRules) -> None:
        self._sentence, self._rules = sentence, rules

    def holds(self, event: Event, number: Token) -> bool:
        """Say whether the figure is given by an event of its own clause: "put the toll at 83"."""
        words = {event.head.i, event.predicate.i, *(t.i for t in event.trigger)}
        above = [number, *self._sentence.ancestors(number)]
        at = next((n for n, t in enumerate(above) if t.upos == "VERB"), None)
        if at is None or any(t.rel in _ASIDE for t in above[:at]):
            return False  # "killed 61, many times the figure of 14"
        verb = above[at]
        named = self._sentence.children(verb, "obj", "nsubj", "xcomp")
        below = {t.i for noun in named for t in self._sentence.subtree(noun)}
        return bool(words & {*below, verb.i})

    def teller(self, number: Token) -> Token | None:
        """Return who gives a figure by a verb of his own: "*police* say 1,050"."""
        verb = self._sentence.head(number)
        if verb is None or number.rel != "obj" or not self._rules.lists("giving", verb):
            return None
        subject = self._sentence.child(verb, "nsubj")
        return subject if subject is not None and subject.upos in ("NOUN", "PROPN") else None

    def is_bare(self, number: Token) -> bool:
        """Say whether a figure stands without the thing that it counts."""
        behind = self._sentence.tokens[number.i + 1 : number.i + 2]
        counts = number.rel in ("nummod", "compound")
        return not counts and not any(t.upos in ("NOUN", "PROPN", "ADJ", "SYM") for t in behind)

    def is_given(self, number: Token) -> bool:
        """Say whether somebody gives the figure: by a verb, of a word for a figure, as a list."""
        first = number
        above = self._sentence.head(number)
        if number.rel == "conj" and above is not None and above.upos == "NUM":
            first, above = above, self._sentence.head(above)
        if first.rel == "nsubj" and above is not None and self._sentence.child(above, "cop"):
            # "30 were in Tacloban", "230 were children": of those counted before.
            placed = self._sentence.child(above, "case") is not None and above.upos == "PROPN"
            return placed or above.xpos == _PLURAL
        named = [t for node in (first, above) if node for t in self._copular(node)]
        if named:
            return any(self._rules.lists("figure-nouns", t) for t in named)
        if above is None:
            return False
        if first.rel == "nmod":
            case = self._sentence.child(first, "case")
            of = case is not None and self._rules.lists("partitive", case)
            # "The names of 40"; "puts the number at 40", as a parse may have it.
            lists = ("list-nouns", "figure-nouns") if of else ("figure-nouns",)
            return any(self._rules.lists(name, above) for name in lists)
        return self._is_told(first, above)

    def _copular(self, node: Token) -> list[Token]:
        """What is said to be so many: "the real *number* was no less than 40"."""
        said = self._sentence.child(node, "cop") is not None
        case = self._sentence.child(node, "case")
        return self._sentence.children(node, "nsubj") if said and case is None else []

    def _is_told(self, first: Token, verb: Token) -> bool:
        """Whether a verb tells the figure: "there are 40", "gave 40", "taking the total to 40"."""
        if self._sentence.child(verb, "expl") is not None:
            return True
        if first.rel == "obj":
            return self._rules.lists("giving", verb)
        held = self._sentence.children(verb, "obj", "nsubj")
        totals = [t for t in held if self._rules.lists("figure-nouns", t)]
        bare = [t for t in totals if self._sentence.child(t, "nmod") is None]
        spoken = self._rules.lists("giving", verb) and self._sentence.child(verb, "obj") is None
        return first.rel == "obl" and (bool(bare) or (spoken and not totals))

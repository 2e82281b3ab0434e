"""Who and what has a part in what a word names: around it, and around the verb that carries it."""

from collections.abc import Iterator

from tocsin.read.events.arguments import arguments, of_verb
from tocsin.read.events.bulletins import (
    bare_figure,
    labels,
    state_figure,
    tallied,
    tallied_behind,
)
from tocsin.read.events.rules import EventRules, Kind
from tocsin.read.events.words import Argument, is_passive, is_verbal, preposition
from tocsin.read.syntax import Sentence, Token

# The slot of the figure that an entry of a tally has to itself.
TALLY = "tally"
# The slot of what a total consists in: "losses amounted to 45 *men*".
SUM = "sum"
_TOTALS = ("to", "up to", "at", "object")
_FIGURES = ("NUM", "SYM")
_CLAUSES = ("advcl", "acl", "ccomp", "parataxis", "conj")


class Participants:
    """Finds the participants of the words of one sentence.

    `labelled` are the words of labels before a figure ("Killed: 12"), each with its figure.
    """

    def __init__(self, sentence: Sentence, rules: EventRules) -> None:
        self._sentence, self._rules = sentence, rules
        self.labelled = {t.i: one.figure for one in labels(sentence) for t in one.words}

    def of(self, token: Token, predicate: Token) -> Iterator[Argument]:
        """Yield who and what has a part in what `token` names, its light verb's among them."""
        held = self._is_held(token)
        bare = self.tallied(token) or bare_figure(self._sentence, token)
        for argument in arguments(self._sentence, token):
            if bare is not None and argument.shared and argument.slot in ("object", "subject"):
                continue  # "five were killed and 11 wounded": these eleven
            bounded = self._rules.has("bounds", argument.slot) and is_verbal(self._sentence, token)
            undergone = held or self._is_gapped(token)
            undergoes = bounded or (undergone and argument.slot == "subject")
            yield argument._replace(slot="object") if undergoes else argument
        head = self._sentence.head(token)
        if head is not None and token.upos == "ADJ":
            yield from self._of_state_word(token, head)
        yield from self._counted(token)
        yield from self._measures(token, head)
        for det in self._sentence.children(self._first(token), "det"):
            if self._rules.lists("absence", det):
                yield Argument("absent", det)
        if predicate.i != token.i:
            yield Argument("light", predicate)
            yield from self._of_governor(token, predicate)
        elif head is not None and token.upos in ("NOUN", "PROPN"):
            yield Argument("governor", head)
            if token.rel == "obj" and self._rules.lists("authoring", head):
                yield from (a for a in self._of_governor(token, head) if a.slot == "subject")

    def tallied(self, token: Token) -> Token | None:
        """Return the figure of an entry in a tally: "60 *injured*", "the *wounded* 38"."""
        if not self._rules.lists("tallied", token):
            return None
        before = tallied(self._sentence, token, self._is_figure)
        return before or tallied_behind(self._sentence, token, self._is_tie)

    def _is_tie(self, word: Token) -> bool:
        """Whether a word ties a state to its figure: "the dead *number* 29", "put … *at* 29"."""
        if self._rules.lists("counting-verbs", word):
            return True
        before = self._sentence.tokens[: word.i]
        counts = any(self._rules.lists("numbering", t) for t in before)
        return counts and self._rules.lists("counting-ties", word)

    def _is_figure(self, token: Token) -> bool:
        return token.xpos == "CD" or (token.xpos == "NNS" and self._rules.lists("figures", token))

    def _measures(self, token: Token, head: Token | None) -> Iterator[Argument]:
        """What says how many: a figure that a verb gives, the noun below which the thing stands."""
        given = self._given(head) if head is not None else None
        if given is not None and token.rel in ("obj", "xcomp", "nsubj"):
            yield Argument("measure", given)
        measure = self._measured(token)
        if measure.i != token.i:
            # "the number of dead": what is counted is named below the word that counts.
            yield Argument("measure", measure)

    def _counted(self, token: Token) -> Iterator[Argument]:
        """The figure of those of whom a label, a tally or a bare participle tells."""
        if (entry := self.tallied(token)) is not None:
            yield from (Argument(slot, entry) for slot in ("object", "measure", TALLY))
        elif token.i in self.labelled:
            # "Killed: 12", "Missing persons – 9".
            yield from (Argument(slot, self.labelled[token.i]) for slot in ("object", "measure"))
        elif (bare := bare_figure(self._sentence, token)) is not None:
            yield Argument("object", bare)

    def _of_state_word(self, token: Token, head: Token) -> Iterator[Argument]:
        """Who is so: "dead soldiers", "were confirmed dead", "left 20 dead"."""
        if self.tallied(token) is not None:
            return
        figure = state_figure(self._sentence, token)
        if figure is not None:
            yield Argument("object", figure)
            return
        if token.rel == "amod":
            yield Argument("object", head)
        elif token.rel == "xcomp":
            above = list(of_verb(self._sentence, head))
            held = [a for a in above if a.slot == "object"] or above
            held = [] if self.numbers(head) else held
            yield from (a for a in held if a.slot in ("object", "subject"))

    def _of_governor(self, token: Token, governor: Token) -> Iterator[Argument]:
        undergone = self._undergoes(governor, self._measured(token)) and not self._tells_of(token)
        apart = self.numbers(governor) or self._only_tells(token, governor)
        for argument in of_verb(self._sentence, governor):
            amounts = argument.slot in _TOTALS and self._amounts(governor, argument.head)
            if argument.head.i == token.i or argument.slot == "clause":
                continue
            if argument.slot == "object" and not amounts:
                continue
            if argument.slot == "subject" and apart:
                continue  # who only counts has no part in it
            if amounts:
                yield argument._replace(slot=SUM)
                continue
            if undergone and argument.slot == "subject":
                yield argument._replace(slot="object")
            else:
                yield argument

    def _is_held(self, noun: Token) -> bool:
        """Say whether the subject undergoes what the noun names: "was under attack"."""
        copula = self._sentence.child(noun, "cop")
        return copula is not None and self._listed_with("befalling", copula, noun)

    def _is_gapped(self, verb: Token) -> bool:
        """Say whether a participle shares or lacks its auxiliary: "six were killed, two *wounded*".

        A parse may take it for a past tense; of these verbs nobody who is counted is the subject
        without an object.
        """
        if verb.xpos not in ("VBD", "VBN") or not self._rules.lists("tallied", verb):
            return False
        if self._sentence.child(verb, "obj", "aux") is not None:
            return False
        head = self._sentence.head(verb)
        joined = verb.rel == "conj" and head is not None and is_passive(self._sentence, head)
        doers = self._sentence.children(verb, "nsubj")
        return joined or any(t.upos == "NUM" or self._sentence.child(t, "nummod") for t in doers)

    def _undergoes(self, verb: Token, noun: Token) -> bool:
        if noun.rel == "obl":
            return self._listed_with("undergo-with-preposition", verb, noun)
        return noun.rel == "obj" and self._rules.lists("undergo", verb)

    def _listed_with(self, name: str, verb: Token, noun: Token) -> bool:
        case = preposition(self._sentence, noun)
        return any(self._rules.has(name, f"{form} {case}") for form in self._rules.forms(verb))

    def predicate(self, token: Token, kind: Kind) -> Token:
        """Return the light verb that carries a noun's tense and subject, or the word itself."""
        if kind == "verb":
            return token
        node = self._measured(self._first(token))
        above = self._sentence.head(node)
        if above is not None and is_verbal(self._sentence, above):
            if self._carries(above, node):
                return above
            told = self._sentence.child(above, "xcomp")
            if node.rel == "nsubj" and told is not None and self._rules.lists("occurring", told):
                return told
        for clause in self._sentence.children(token, "acl"):
            if self._rules.lists("light", clause):
                return clause
        return token

    def _first(self, token: Token) -> Token:
        """The first of coordinated nouns, which stands where all of them stand."""
        above = self._sentence.head(token)
        apart = self._sentence.child(token, "case") is not None
        joined = token.rel == "conj" and not apart and above is not None and above.upos == "NOUN"
        return above if above is not None and joined else token

    def _measured(self, token: Token) -> Token:
        """The measure in whose phrase a noun stands ("a series of attacks"), or the noun."""
        above = self._sentence.head(token)
        tied = token.rel == "amod" and self._sentence.child(token, "case") is not None
        if above is None or not (tied or token.rel == "nmod"):
            return token
        # "Nine of the dead": a number measures too.
        return above if self._rules.lists("measures", above) or above.upos == "NUM" else token

    def _carries(self, verb: Token, noun: Token) -> bool:
        """Say whether `verb` only tells that, when and by whom what `noun` names is done."""
        if noun.rel == "obl":
            names = ("light-with-preposition", "undergo-with-preposition")
            return any(self._listed_with(name, verb, noun) for name in names)
        if noun.deprel == "nsubj" and self._rules.lists("amounting", verb):
            return True
        if noun.deprel == "nsubj":
            figure = self._sentence.child(verb, "obj")
            counted = figure is None or figure.upos == "NUM"
            return self._rules.lists("occurring", verb) and counted
        if noun.deprel == "nsubj:pass" and self._rules.lists("recorded", verb):
            return True
        if noun.rel == "obj" or noun.deprel == "nsubj:pass":
            light = self._rules.lists("light", verb) or self._rules.lists("undergo", verb)
            return light or self.numbers(verb)
        return False

    def _tells_of(self, noun: Token) -> bool:
        """Say whether a noun names whom it befell: "received the bodies *of 12 soldiers*"."""
        below = self._sentence.children(noun, "nmod")
        return any(t.i > noun.i and self._sentence.child(t, "nummod") for t in below)

    def _only_tells(self, noun: Token, verb: Token) -> bool:
        """Say whether a subject only has or tells the count: "hospitals received 31 wounded"."""
        toll = self._rules.lists("figure-nouns", noun) and self._rules.lists("giving", verb)
        return toll or (self.tallied(noun) is not None and not self._rules.lists("losing", verb))

    def _amounts(self, verb: Token, noun: Token) -> bool:
        """Say whether a verb says in what its subject consists: "losses *amounted* to 45 men"."""
        return noun.upos == "NOUN" and self._rules.lists("amounting", verb)

    def numbers(self, verb: Token) -> bool:
        """Say whether a verb only says how many: "estimated the crowd at 5,000"."""
        return self._given(verb) is not None

    def _given(self, verb: Token) -> Token | None:
        """The figure that a verb of counting gives: "put the dead at *14*"."""
        if not self._rules.lists("numbering", verb):
            return None
        below = self._sentence.subtree(verb, without=_CLAUSES)
        ties = [t for t in below if t.rel == "case" and self._rules.lists("counting-ties", t)]
        figures = (self._sentence.tokens[t.head] for t in ties)
        return next((t for t in figures if t.upos in _FIGURES and t.i > verb.i), None)

"""Candidate events: every word that could name an event in a sense that its clause bears out."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.read.events.arguments import arguments, of_verb
from tocsin.read.events.bulletins import bare_figure, labels, state_figure
from tocsin.read.events.phrases import Phrases
from tocsin.read.events.rules import Entry, EventRules, Kind
from tocsin.read.events.words import Argument, is_verbal, preposition
from tocsin.read.syntax import Sentence, Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word in one sense: the entry it met, its participants, and those that fixed the sense."""

    entry: Entry
    head: Token
    trigger: tuple[Token, ...]
    predicate: Token
    arguments: tuple[Argument, ...]
    fixed: frozenset[tuple[str, int]]
    split: bool = False


class Seeker:
    """Finds the candidates of one sentence."""

    def __init__(
        self, sentence: Sentence, phrases: Phrases, rules: EventRules, topic: str | None
    ) -> None:
        self._sentence, self._phrases, self._rules, self._topic = sentence, phrases, rules, topic
        self._labelled = {t.i: one.figure for one in labels(sentence) for t in one.words}

    def candidates(self) -> Iterator[Candidate]:
        """Yield every candidate, in order of the text."""
        for token in self._sentence.tokens:
            kind = self._kind(token)
            if kind is not None:
                yield from self._of_token(token, kind)
            if self._sentence.child(token, "cop"):
                yield from self._of_state(token)

    def _kind(self, token: Token) -> Kind | None:
        if is_verbal(self._sentence, token):
            return "verb"
        if token.upos == "ADV" and self._sentence.child(token, "cop"):
            # "The lines are down": an adverb that is predicated says a state, as an adjective does.
            return "adj"
        kinds: dict[str, Kind] = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
        return kinds.get(token.upos)

    def _of_token(self, token: Token, kind: Kind) -> Iterator[Candidate]:
        entries = list(self._rules.entries(kind, *self._rules.forms(token)))
        if kind == "verb" and token.xpos == "VBG":
            entries += (
                self._rules.entries("noun", token.text.lower()) if self._nominal(token) else ()
            )
        if kind == "verb" and token.rel == "amod":
            entries += self._rules.entries("adj", token.text.lower())
        if not entries:
            return
        predicate = self._predicate(token, kind)
        found = tuple(self._participants(token, predicate))
        for entry in entries:
            yield from self._meets(entry, token, predicate, found)

    def _nominal(self, token: Token) -> bool:
        return not self._sentence.child(token, "aux", "obj")

    def _participants(self, token: Token, predicate: Token) -> Iterator[Argument]:
        held, bare = self._is_held(token), bare_figure(self._sentence, token)
        for argument in arguments(self._sentence, token):
            if bare is not None and argument.shared and argument.slot in ("object", "subject"):
                continue  # "five were killed and 11 wounded": these eleven
            bounded = self._rules.has("bounds", argument.slot) and is_verbal(self._sentence, token)
            undergoes = bounded or (held and argument.slot == "subject")
            yield argument._replace(slot="object") if undergoes else argument
        head = self._sentence.head(token)
        if head is not None and token.upos == "ADJ":
            yield from self._of_state_word(token, head)
        yield from self._counted(token)
        measure = self._measured(token)
        if measure.i != token.i:
            # "the number of dead": what is counted is named below the word that counts.
            yield Argument("measure", measure)
        for det in self._sentence.children(self._first(token), "det"):
            if self._is("absence", det):
                yield Argument("absent", det)
        if predicate.i != token.i:
            yield Argument("light", predicate)
            yield from self._of_governor(token, predicate)
        elif head is not None and token.upos in ("NOUN", "PROPN"):
            yield Argument("governor", head)
            if token.rel == "obj" and self._is("authoring", head):
                yield from (a for a in self._of_governor(token, head) if a.slot == "subject")

    def _counted(self, token: Token) -> Iterator[Argument]:
        """The figure of those of whom a label or a bare participle tells."""
        if token.i in self._labelled:
            # "Killed: 12", "Missing persons – 9".
            yield from (Argument(slot, self._labelled[token.i]) for slot in ("object", "measure"))
        elif (bare := bare_figure(self._sentence, token)) is not None:
            yield Argument("object", bare)

    def _of_state_word(self, token: Token, head: Token) -> Iterator[Argument]:
        """Who is so: "dead soldiers", "were confirmed dead", "left 20 dead"."""
        figure = state_figure(self._sentence, token)
        if figure is not None:
            yield Argument("object", figure)
            return
        if token.rel == "amod":
            yield Argument("object", head)
        elif token.rel == "xcomp":
            above = list(of_verb(self._sentence, head))
            held = [a for a in above if a.slot == "object"] or above
            yield from (a for a in held if a.slot in ("object", "subject"))

    def _of_governor(self, token: Token, governor: Token) -> Iterator[Argument]:
        undergone = self._undergoes(governor, self._measured(token))
        for argument in of_verb(self._sentence, governor):
            if argument.head.i == token.i or argument.slot in ("object", "clause"):
                continue
            if undergone and argument.slot == "subject":
                yield argument._replace(slot="object")
            else:
                yield argument

    def _is_held(self, noun: Token) -> bool:
        """Say whether the subject undergoes what the noun names: "was under attack"."""
        copula = self._sentence.child(noun, "cop")
        return copula is not None and self._listed_with("befalling", copula, noun)

    def _undergoes(self, verb: Token, noun: Token) -> bool:
        if noun.rel == "obl":
            return self._listed_with("undergo-with-preposition", verb, noun)
        return noun.rel == "obj" and self._is("undergo", verb)

    def _listed_with(self, name: str, verb: Token, noun: Token) -> bool:
        case = preposition(self._sentence, noun)
        return any(self._rules.has(name, f"{form} {case}") for form in self._rules.forms(verb))

    def _predicate(self, token: Token, kind: Kind) -> Token:
        """The light verb that carries a noun's tense and subject, or the word itself."""
        if kind == "verb":
            return token
        node = self._measured(self._first(token))
        above = self._sentence.head(node)
        if above is not None and is_verbal(self._sentence, above):
            if self._carries(above, node):
                return above
            told = self._sentence.child(above, "xcomp")
            if node.rel == "nsubj" and told is not None and self._is("occurring", told):
                return told
        for clause in self._sentence.children(token, "acl"):
            if self._is("light", clause):
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
        if above is None or token.rel != "nmod":
            return token
        # "Nine of the dead": a number measures too.
        return above if self._is("measures", above) or above.upos == "NUM" else token

    def _carries(self, verb: Token, noun: Token) -> bool:
        """Say whether `verb` only tells that, when and by whom what `noun` names is done."""
        if noun.rel == "obl":
            names = ("light-with-preposition", "undergo-with-preposition")
            return any(self._listed_with(name, verb, noun) for name in names)
        if noun.deprel == "nsubj":
            figure = self._sentence.child(verb, "obj")
            counted = figure is None or figure.upos == "NUM"
            return self._is("occurring", verb) and counted
        if noun.deprel == "nsubj:pass" and self._is("recorded", verb):
            return True
        if noun.rel == "obj" or noun.deprel == "nsubj:pass":
            light = self._is("light", verb) or self._is("undergo", verb)
            return light or self._numbers(verb)
        return False

    def _numbers(self, verb: Token) -> bool:
        """Say whether a verb only says how many: "estimated the crowd at 5,000"."""
        behind = self._sentence.children(verb, "obl")
        return self._is("numbering", verb) and any(t.upos == "NUM" for t in behind)

    def _is(self, name: str, token: Token) -> bool:
        return any(self._rules.has(name, form) for form in self._rules.forms(token))

    def _meets(
        self, entry: Entry, token: Token, predicate: Token, found: tuple[Argument, ...]
    ) -> Iterator[Candidate]:
        rest = self._rest(token, entry.rest)
        if rest is None or not self._on_topic(entry) or not self._is_news(entry, token, found):
            return
        fixed = self._fixed(entry, found)
        if fixed is None or self._barred(entry, found):
            return
        words = tuple(sorted({token, *rest}, key=lambda t: t.i))
        yield Candidate(entry, token, words, predicate, found, fixed)

    def _rest(self, token: Token, rest: tuple[str, ...]) -> list[Token] | None:
        near = [t for t in self._sentence.subtree(token) if t.i != token.i] if rest else []
        near += [t for t in self._hyphened(token) if t not in near] if rest else []
        met = []
        for part in rest:
            hit = next((t for t in near if part in self._rules.forms(t)), None)
            if hit is None or abs(hit.i - token.i) > len(rest) + 4:
                return None
            met.append(hit)
        return met

    def _hyphened(self, token: Token) -> Iterator[Token]:
        """The word that a hyphen joins to this one, whatever hangs on what: "test-fire"."""
        if token.i >= 2 and self._sentence.tokens[token.i - 1].xpos == "HYPH":
            yield self._sentence.tokens[token.i - 2]

    def _on_topic(self, entry: Entry) -> bool:
        wanted = entry.trigger.topic
        if self._topic in entry.rule.astray:
            return False
        if wanted is not None and wanted.startswith("!"):
            return self._topic != wanted[1:]
        return wanted is None or wanted == self._topic

    def _is_news(self, entry: Entry, token: Token, found: tuple[Argument, ...]) -> bool:
        """A noun needs somebody or something with it, and a name names no event."""
        named = token.upos == "PROPN" or (token.ent != "O" and token.upos == "NOUN")
        if token.i in self._labelled:
            return token.upos != "PROPN"
        if (named and not entry.trigger.names) or self._is_unasserted(token, found):
            return False
        if self._only_sorts(token) and not entry.rest and not entry.trigger.names:
            return False
        if token.upos not in ("NOUN", "PROPN") or entry.trigger.bare:
            return token.rel != "amod" or self._is_told(token, found)
        slots = {argument.slot for argument in found}
        return bool(slots - {"amod", "compound", "kind", "adverb", "governor", "clause"})

    def _only_sorts(self, token: Token) -> bool:
        """Say whether a noun only says of what kind another thing is: "gunshot wounds"."""
        head = self._sentence.head(token)
        sorting = token.deprel == "compound" and token.upos == "NOUN" and head is not None
        return sorting and head is not None and head.upos == "NOUN" and head.i == token.i + 1

    def _is_unasserted(self, token: Token, found: tuple[Argument, ...]) -> bool:
        """Say whether the word stands where deeds are spoken of, not told."""
        predicate = next((a.head for a in found if a.slot == "light"), token)
        above = self._sentence.head(predicate)
        if above is None:
            return False
        mark = self._sentence.child(predicate, "mark")
        before = self._sentence.tokens[mark.i - 1] if mark is not None and mark.i else above
        if predicate.rel in ("acl", "nmod") and self._is("unasserted", above):
            return True
        if predicate.xpos == "VB" and before.upos == "NOUN" and self._is("unasserted", before):
            return True
        counted = self._sentence.child(token, "nummod") is not None
        silent = token.rel in ("obj", "obl") and self._is("silent", above) and not counted
        return predicate.i == token.i and silent

    def _is_told(self, token: Token, found: tuple[Argument, ...]) -> bool:
        """A participle before a noun tells something only with its doer or with a figure.

        "Iran-backed" and the like say what somebody is, not what somebody did.
        """
        if any(self._hyphened(token)) and not self._is("told-before-noun", token):
            return False
        head = self._sentence.head(token)
        counted = head is not None and (
            head.upos == "NUM" or bool(self._sentence.child(head, "nummod"))
        )
        measure = self._sentence.head(head) if head is not None and head.rel == "nmod" else None
        counted = counted or (measure is not None and self._is("figures", measure))
        return counted or any(a.slot == "subject" and not a.shared for a in found)

    def _fixed(
        self, entry: Entry, found: tuple[Argument, ...]
    ) -> frozenset[tuple[str, int]] | None:
        fixed: set[tuple[str, int]] = set()
        for slot, refs in entry.trigger.needs.items():
            hits = self._hits(slot, refs, found)
            if not hits:
                return None
            fixed |= hits
        return frozenset(fixed)

    def _barred(self, entry: Entry, found: tuple[Argument, ...]) -> bool:
        # A parser may take "December 2023" for an object: a date is no participant.
        real = tuple(argument for argument in found if not self._phrases.is_date(argument.head))
        return any(
            self._hits(slot, refs, real if "*" in refs else found)
            for slot, refs in entry.trigger.bars.items()
        )

    def _hits(
        self, slot: str, refs: tuple[str, ...], found: tuple[Argument, ...]
    ) -> set[tuple[str, int]]:
        slots = slot.split("|")
        return {
            (a.slot, a.head.i)
            for a in found
            if ("any" in slots or a.slot in slots) and self._phrases.matches(a.head, refs)
        }

    def _of_state(self, token: Token) -> Iterator[Candidate]:
        case = preposition(self._sentence, token)
        if case is None:
            return
        entries = list(self._rules.entries("state", case))
        found = tuple(arguments(self._sentence, token)) if entries else ()
        stretch = _from_copula(self._sentence, token)
        for entry in filter(self._on_topic, entries):
            fixed = self._fixed(entry, (*found, Argument("place", token)))
            if fixed is not None and not self._barred(entry, (*found, Argument("place", token))):
                place = Argument("place", token)
                yield Candidate(entry, token, stretch, token, (*found, place), fixed)


def _from_copula(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    copula = sentence.child(token, "cop")
    first = copula.i if copula is not None and copula.i < token.i else token.i
    return sentence.tokens[first : token.i + 1]

"""Candidate events: every word that could name an event in a sense that its clause bears out."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.read.events.arguments import arguments
from tocsin.read.events.participants import Participants
from tocsin.read.events.phrases import Phrases
from tocsin.read.events.rules import Entry, EventRules, Kind
from tocsin.read.events.words import Argument, is_commanded, is_verbal, preposition
from tocsin.read.syntax import Sentence, Token

_PHRASE = 2  # words right behind a noun that make one phrase with it: "on board"
_OPENS_PHRASE = ("ADP", "ADV")
_TIED = ("nmod", "amod", "obl")


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
        self._participants = Participants(sentence, rules)
        # A word of plain war among those of a match or a film: the words mean what they say.
        self._grave = any(rules.lists("grave", token) for token in sentence.tokens)

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
            # "The number of injured": a participle that a preposition ties is a state.
            tied = token.rel in _TIED and self._sentence.child(token, "case")
            return "adj" if tied and self._rules.lists("tallied", token) else "verb"
        if token.upos == "ADV" and self._sentence.child(token, "cop"):
            # "The lines are down": an adverb that is predicated says a state, as an adjective does.
            return "adj"
        kinds: dict[str, Kind] = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
        return kinds.get(token.upos)

    def _of_token(self, token: Token, kind: Kind) -> Iterator[Candidate]:
        if kind == "verb" and self._participants.numbers(token):
            return  # "put the crowd at 5,000" puts nothing anywhere
        entries = list(self._rules.entries(kind, *self._rules.forms(token)))
        if kind == "verb" and token.xpos == "VBG":
            entries += (
                self._rules.entries("noun", token.text.lower()) if self._nominal(token) else ()
            )
        if kind == "verb" and token.rel == "amod":
            entries += self._rules.entries("adj", token.text.lower())
        if not entries:
            return
        predicate = self._participants.predicate(token, kind)
        found = tuple(self._participants.of(token, predicate))
        for entry in entries:
            yield from self._meets(entry, token, predicate, found)

    def _nominal(self, token: Token) -> bool:
        return not self._sentence.child(token, "aux", "obj")

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
        near += [t for t in self._beside(token) if t not in near] if rest else []
        met = []
        for part in rest:
            hit = next((t for t in near if part in self._rules.forms(t)), None)
            if hit is None or abs(hit.i - token.i) > len(rest) + 4:
                return None
            met.append(hit)
        return met

    def _beside(self, token: Token) -> Iterator[Token]:
        """The words that belong to this one wherever they hang: "80 *people* on board"."""
        yield from self._hyphened(token)
        behind = self._sentence.tokens[token.i + 1 : token.i + 1 + _PHRASE]
        if token.upos == "NOUN" and behind and behind[0].upos in _OPENS_PHRASE:
            yield from behind

    def _hyphened(self, token: Token) -> Iterator[Token]:
        """The word that a hyphen joins to this one, whatever hangs on what: "test-fire"."""
        if token.i >= 2 and self._sentence.tokens[token.i - 1].xpos == "HYPH":
            yield self._sentence.tokens[token.i - 2]

    def _on_topic(self, entry: Entry) -> bool:
        wanted = entry.trigger.topic
        if self._topic in entry.rule.astray and not self._grave:
            return False
        if wanted is not None and wanted.startswith("!"):
            return self._topic != wanted[1:]
        return wanted is None or wanted == self._topic

    def _is_news(self, entry: Entry, token: Token, found: tuple[Argument, ...]) -> bool:
        """A noun needs somebody or something with it, and a name names no event."""
        named = token.upos == "PROPN" or (token.ent != "O" and token.upos == "NOUN")
        if token.i in self._participants.labelled or self._is_owned(token):
            return token.upos != "PROPN"
        if self._participants.tallied(token) is not None:
            return True
        if (named and not entry.trigger.names) or self._is_unasserted(token, found):
            return False
        if self._only_sorts(token) and not entry.rest and not entry.trigger.names:
            return False
        if token.upos not in ("NOUN", "PROPN") or entry.trigger.bare:
            return token.rel != "amod" or self._is_told(token, found)
        slots = {argument.slot for argument in found}
        return bool(slots - {"amod", "compound", "kind", "adverb", "governor", "clause"})

    def _is_owned(self, token: Token) -> bool:
        """Say whether somebody answers for what a noun names: "claimed responsibility for it"."""
        above, lists = self._sentence.head(token), self._rules.lists
        if above is None or token.rel not in ("nmod", "obl"):
            return False
        blame = above if token.rel == "nmod" else self._sentence.child(above, "obj")
        verb = self._sentence.head(above) if token.rel == "nmod" else above
        if blame is None or verb is None:
            return False
        return lists("responsibility", blame) and lists("owning-verbs", verb)

    def _only_sorts(self, token: Token) -> bool:
        """Say whether a noun only says of what kind another thing is: "gunshot wounds"."""
        head = self._sentence.head(token)
        sorting = token.deprel == "compound" and token.upos == "NOUN" and head is not None
        return sorting and head is not None and head.upos == "NOUN" and head.i == token.i + 1

    def _is_unasserted(self, token: Token, found: tuple[Argument, ...]) -> bool:
        """Say whether the word stands where deeds are spoken of, not told."""
        lists = self._rules.lists
        predicate = next((a.head for a in found if a.slot == "light"), token)
        above = self._sentence.head(predicate)
        if is_commanded(self._sentence, predicate):
            return True
        if above is None:
            return False
        mark = self._sentence.child(predicate, "mark")
        before = self._sentence.tokens[mark.i - 1] if mark is not None and mark.i else above
        if predicate.rel in ("acl", "nmod") and lists("unasserted", above):
            return True
        if predicate.xpos == "VB" and before.upos == "NOUN" and lists("unasserted", before):
            return True
        counted = self._sentence.child(token, "nummod") is not None
        silent = token.rel in ("obj", "obl") and lists("silent", above) and not counted
        return predicate.i == token.i and silent

    def _is_told(self, token: Token, found: tuple[Argument, ...]) -> bool:
        """A participle before a noun tells something only with its doer or with a figure.

        "Iran-backed" and the like say what somebody is, not what somebody did.
        """
        if any(self._hyphened(token)) and not self._rules.lists("told-before-noun", token):
            return False
        head = self._sentence.head(token)
        counted = head is not None and (
            head.upos == "NUM" or bool(self._sentence.child(head, "nummod"))
        )
        measure = self._sentence.head(head) if head is not None and head.rel == "nmod" else None
        counted = counted or (measure is not None and self._rules.lists("figures", measure))
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
            for bars in (entry.trigger.bars, entry.rule.bars)
            for slot, refs in bars.items()
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
        entries = list(self._rules.entries("state", case, case.partition(" ")[0]))
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

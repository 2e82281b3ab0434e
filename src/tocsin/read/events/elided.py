"""Counts that leave out what they count: "12 in Farah", "five of them children", "gave 40".

The event is one told before, in the sentence or in one before it. What a figure counts is told
there; the figure, the place and who says so are told anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.read.events.clauses import clause_head
from tocsin.read.events.counterparts import Counterparts
from tocsin.read.events.event import Event, RoleWords
from tocsin.read.events.given import Given
from tocsin.read.events.phrases import YEAR, trimmed, words_of
from tocsin.read.events.rules import EventRules
from tocsin.read.events.words import is_verbal
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records.claim import RoleName

# How many sentences back what is counted may be told.
_FAR = 2
# Words between a preposition and the name behind it, between a part and its noun.
_NEAR = 4
_COUNTED: tuple[RoleName, ...] = ("target", "object", "actor", "recipient")
_NAMED = ("NOUN", "PROPN")
_LISTING = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "CCONJ", "PUNCT", "ADV")
_OPENING = ("(",)
_LINKS = ("CCONJ", "PUNCT")
_PLURAL = "NNS"


class Elided:
    """Finds the counts of one sentence that leave out what they count."""

    def __init__(self, document: Document, at: int, rules: EventRules) -> None:
        self._at, self._rules = at, rules
        self._sentence: Sentence = document.sentences[at]
        self._given = Given(self._sentence, rules)

    def events(self, told: Sequence[Event]) -> Iterator[Event]:
        """Yield an event for each such figure; `told` are the events up to this sentence."""
        here = [event for event in told if event.sentence == self._at]
        taken = {t.i for event in here for t in self._counted_words(event)}
        for number in self._sentence.tokens:
            if not self._is_figure(number) or number.i in taken:
                continue
            found = self._part(number, here) or self._gapped(number, here)
            found = found or self._picked(number, told) or self._told_beside(number, here)
            found = found or self._alone(number, here, told)
            if found is not None:
                here.append(found)
                yield found

    def _told_beside(self, number: Token, here: Sequence[Event]) -> Event | None:
        """A figure of another teller: "said 49 were killed, *the rebels 76*"."""
        beside = Counterparts(self._sentence, self._rules).of(number, here)
        if beside is None:
            return None
        event = self._again(number, beside.whole, beside.words)
        return replace(event, teller=beside.teller)

    def _counted_words(self, event: Event) -> Iterator[Token]:
        """The figures that an event has already: of its counted phrases the first."""
        yield from event.trigger
        above = self._sentence.head(event.head)
        if above is not None and above.upos == "NUM":
            yield from (above, *self._sentence.children(above))  # "twenty-two of the dead"
        yield from self._sentence.children(event.head, "nummod")
        for words in event.role(*_COUNTED):
            yield from [t for t in words.tokens if self._is_figure(t)][:1]

    def _is_figure(self, token: Token) -> bool:
        if token.upos != "NUM" or token.xpos != "CD":
            return False
        beside = self._sentence.tokens[max(0, token.i - 1) : token.i + 2]
        dated = any(self._rules.lists("days", t) or t.upos == "SYM" for t in beside)
        year = token.text.isdigit() and len(token.text) == YEAR and token.text[:2] in ("19", "20")
        return not dated and not year

    def _part(self, number: Token, here: Sequence[Event]) -> Event | None:
        """A part of those counted just before: "five of them children", "including six women"."""
        opened = self._noun_of_part(number) or self._included(number)
        if opened is None:
            return None
        first, noun = opened
        before = self._figure_before(first.i)
        whole = next((e for e in here if before in self._all_figures(e)), None)
        if whole is None:
            return None
        words = self._sentence.tokens[number.i : noun.i + 1]
        target = RoleWords(
            role=self._role(whole), head=noun, tokens=words_of(self._sentence, noun, alone=True)
        )
        return self._again(number, whole, words, (target,))

    def _noun_of_part(self, number: Token) -> tuple[Token, Token] | None:
        """The figure and the noun of "five of them children", "three of whom were teachers"."""
        behind = self._sentence.tokens[number.i + 1 : number.i + 3 + _NEAR]
        if len(behind) < 3 or not self._is_pronoun(behind):
            return None
        plain = behind[2:]
        noun = next((t for t in plain if t.upos in _NAMED), None)
        if noun is None or any(
            t.upos in ("VERB", "ADP", "PUNCT") for t in plain[: plain.index(noun)]
        ):
            return None
        above = self._sentence.head(noun)
        compound = noun.rel in ("compound", "amod") and above is not None
        return number, above if compound and above is not None and above.i > noun.i else noun

    def _is_pronoun(self, behind: Sequence[Token]) -> bool:
        """Whether the words pick from those counted before: "of them", "of whom"."""
        return self._rules.lists("partitive", behind[0]) and self._rules.lists(
            "part-pronouns", behind[1]
        )

    def _included(self, number: Token) -> tuple[Token, Token] | None:
        """The word that opens a list of parts, and the noun that the figure counts in it."""
        noun = self._sentence.head(number)
        if number.rel != "nummod" or noun is None or noun.upos not in _NAMED:
            return None
        if noun.i < number.i:
            return None  # a parse that counts what stands before
        for token in reversed(self._sentence.tokens[: number.i]):
            if self._rules.lists("including", token) or token.text in _OPENING:
                return token, noun
            plain = token.upos in _LISTING or self._rules.lists("part-pronouns", token)
            if not plain and not self._is_bracketed(token):
                return None
        return None

    def _is_bracketed(self, token: Token) -> bool:
        """Whether a word of a list stands in an open bracket: "(31 men *of the* firm, 27 …"."""
        marks = [t.text for t in self._sentence.tokens[: token.i] if t.text in ("(", ")")]
        return token.upos in ("ADP", "PRON", "PART") and marks[-1:] == ["("]

    def _figure_before(self, at: int) -> int | None:
        earlier = (t.i for t in reversed(self._sentence.tokens[:at]) if self._is_figure(t))
        return next(earlier, None)

    def _figures(self, event: Event) -> Iterator[int]:
        for words in event.role(*_COUNTED):
            yield from (t.i for t in words.tokens if self._is_figure(t))

    def _gapped(self, number: Token, here: Sequence[Event]) -> Event | None:
        """A figure for another place, joined to one before it: "33 in Herat and 12 in Farah"."""
        name = self._place_behind(number)
        if self._sentence.child(number, "case") is not None:
            return None  # "up from 2,500 in Kenya"
        before = self._sentence.tokens[max(0, number.i - _NEAR) : number.i]
        if name is None or not any(t.upos in _LINKS for t in before) or self._is_subject(number):
            return None
        # What has a figure in a phrase of its own goes first, then what stands last.
        for event in sorted(here, key=lambda e: (not any(self._figures(e)), -e.head.i)):
            figures = [i for i in self._all_figures(event) if i < number.i]
            if figures and not self._is_parted(figures[-1], number.i, event):
                words = self._sentence.tokens[number.i : name.i + 1]
                return self._again(number, event, words)
        return None

    def _is_subject(self, number: Token) -> bool:
        verb = self._sentence.head(number)
        return number.rel == "nsubj" and verb is not None and is_verbal(self._sentence, verb)

    def _place_behind(self, number: Token) -> Token | None:
        """The name that a preposition ties to the figure: "12 in the province of *Farah*"."""
        behind = self._sentence.tokens[number.i + 1 : number.i + 4 + _NEAR]
        if len(behind) > 2 and self._is_pronoun(behind):
            behind = behind[2:]  # "40 of them in Potosi"
        if not behind or not self._rules.lists("gap-ties", behind[0]):
            return None
        named = next((t for t in behind if t.upos == "PROPN"), None) or self._troop(behind)
        while named is not None and named.i + 1 < len(self._sentence.tokens):
            after = self._sentence.tokens[named.i + 1]
            if after.upos not in _NAMED:
                break
            named = after
        return named

    def _troop(self, behind: Sequence[Token]) -> Token | None:
        """The noun of a plain phrase right behind the figure: "75 from *the army*"."""
        plain = len(behind) > 2 and behind[1].xpos == "DT"
        plain = plain and self._rules.lists("parties", behind[2])
        after = self._sentence.tokens[behind[2].i + 1 : behind[2].i + 2] if plain else ()
        return behind[2] if plain and all(t.upos in _LINKS for t in after) else None

    def _all_figures(self, event: Event) -> list[int]:
        held = {*self._figures(event), *(t.i for t in event.clause if self._is_figure(t))}
        above = self._sentence.head(event.head)
        if above is not None and self._is_figure(above):
            held.add(above.i)  # "nine of the dead"
        return sorted(held)

    def _is_parted(self, first: int, last: int, event: Event) -> bool:
        """Whether another verb than the event's own stands between two figures."""
        own = {event.predicate.i, event.head.i, *(t.i for t in event.trigger)}
        between = self._sentence.tokens[first:last]
        return any(
            is_verbal(self._sentence, t) and t.upos == "VERB" and t.i not in own for t in between
        )

    def _picked(self, number: Token, told: Sequence[Event]) -> Event | None:
        """Some of those who were counted before: "seven of the rebels were foreigners"."""
        noun = self._sentence.child(number, "nmod")
        above = self._sentence.head(number)
        if noun is None or noun.upos != "NOUN" or self._sentence.child(noun, "det") is None:
            return None
        if number.rel != "nsubj" or above is None or self._sentence.child(above, "cop") is None:
            return None
        near = (e for e in reversed(told) if 0 < self._at - e.sentence <= _FAR)
        whole = next((e for e in near if self._befell(e, noun)), None)
        words = self._sentence.tokens[number.i : above.i + 1]
        part = RoleWords(role="target", head=above, tokens=words_of(self._sentence, above))
        return None if whole is None else self._again(number, whole, words, (part,), above)

    def _befell(self, event: Event, noun: Token) -> bool:
        heads = {words.head.lemma.lower() for words in event.role("target", "object")}
        return noun.lemma.lower() in heads and self._counts(event)

    def _alone(self, number: Token, here: Sequence[Event], told: Sequence[Event]) -> Event | None:
        """A bare figure for what was counted before: "officials gave 40", "the figure is 60"."""
        if not self._given.is_bare(number) or not self._given.is_given(number):
            return None
        if any(self._given.holds(event, number) for event in here):
            return None
        near = (e for e in reversed(told) if self._at - e.sentence <= _FAR)
        earlier = (e for e in near if e not in here or e.head.i < number.i)
        behind = self._sentence.tokens[number.i + 1 : number.i + 3]
        picked = len(behind) > 1 and self._is_pronoun(behind)
        if picked and number.rel == "nsubj":
            return None  # "41 dead, 12 of whom had been identified"
        whole = next((e for e in earlier if self._counts(e) or (picked and self._tells(e))), None)
        if whole is None:
            return None
        name = self._place_behind(number)
        last = name.i if name is not None else number.i
        verb = next((t for t in self._sentence.ancestors(number) if t.upos == "VERB"), number)
        first = min(
            [verb.i, *(t.i for t in self._sentence.children(verb, "nsubj", "obj")), number.i]
        )
        words = self._sentence.tokens[first : last + 1]
        above = self._sentence.head(number)
        if number.rel == "nsubj" and above is not None and above.xpos == _PLURAL:
            part = RoleWords(role="target", head=above, tokens=words_of(self._sentence, above))
            return self._again(number, whole, words_of(self._sentence, above), (part,), above)
        teller = self._given.teller(number)
        return replace(self._again(number, whole, trimmed(words), predicate=verb), teller=teller)

    def _tells(self, event: Event) -> bool:
        """Whether an event tells of several without a figure: "refugees arrive; 40 of them …"."""
        return any(words.head.xpos == _PLURAL for words in event.role("target", "object", "actor"))

    def _counts(self, event: Event) -> bool:
        return event.again is not None or any(t.upos == "NUM" for t in event.clause)

    def _role(self, event: Event) -> RoleName:
        held = [
            words.role for words in event.role(*_COUNTED) if any(map(self._is_figure, words.tokens))
        ]
        return held[0] if held else "target"

    def _again(
        self,
        number: Token,
        whole: Event,
        words: Sequence[Token],
        roles: tuple[RoleWords, ...] = (),
        predicate: Token | None = None,
    ) -> Event:
        verb = predicate or whole.predicate
        return Event(
            type=whole.type,
            plover=whole.plover,
            mode=whole.mode,
            sentence=self._at,
            head=number,
            trigger=(number,),
            predicate=verb,
            clause_head=clause_head(self._sentence, verb),
            clause=tuple(words) or (number,),
            roles=roles,
            again=whole,
        )

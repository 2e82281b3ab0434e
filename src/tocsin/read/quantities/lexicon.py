"""The rules of quantities made ready to be looked up: tables and patterns, built once."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tocsin.read.quantities.patterns import Sides, any_of, sides
from tocsin.read.quantities.rules import (
    BoundKind,
    Designator,
    Number,
    Quantities,
    Shift,
    Units,
)
from tocsin.records.layers import Change
from tocsin.rules import load

Kind = Literal["digits", "words", "vague", "share", "bare share", "multiple"]
Amount = tuple[Number, Number, Number | None, Kind]


@dataclass(frozen=True)
class Lexicon:
    """Both rule files of a language with the tables that the engine looks things up in."""

    rules: Quantities
    units: Units

    @cached_property
    def starters(self) -> frozenset[str]:
        """First words (lower case) of everything that can open a figure in words."""
        numbers = self.rules.numbers
        texts = [*numbers.word, *numbers.scale, *numbers.lead, *self._phrases]
        return frozenset(re.split(r"[\s-]", text)[0] for text in texts)

    @cached_property
    def _phrases(self) -> dict[str, Amount]:
        """Vague amounts and shares by their words: low, high, best and kind."""
        found: dict[str, Amount] = {}
        for vague in self.rules.vague:
            amount: Amount = (vague.low, vague.high, vague.best, "vague")
            found |= dict.fromkeys(vague.text, amount)
        for share in self.rules.share:
            kind: Kind = "bare share" if share.bound_only else "share"
            found |= dict.fromkeys(share.text, (share.part, share.part, share.part, kind))
        for rule in self.rules.multiple:
            kind = "share" if rule.times is None else "multiple"
            size = rule.times or rule.part or 0
            found |= dict.fromkeys(rule.text, (size, size, size, kind))
        return found

    @cached_property
    def multiples(self) -> dict[str, Change]:
        """Words that change a level by themselves, with their way."""
        return {text: rule.way for rule in self.rules.multiple for text in rule.text}

    @cached_property
    def shifts(self) -> tuple[Sides, ...]:
        """Each rule of change with its patterns."""
        return tuple(sides(rule) for rule in self.rules.shift)

    @cached_property
    def shifts_before(self) -> dict[str, tuple[Shift, ...]]:
        """Words and signs that stand right before a figure, with their rules of change."""
        found: dict[str, tuple[Shift, ...]] = {}
        for rule in self.rules.shift:
            for form in rule.before:
                found[form] = (*found.get(form, ()), rule)
        return found

    @cached_property
    def longest_shift(self) -> int:
        """The most words of change that stand together right before a figure."""
        return max((len(form.split()) for form in self.shifts_before), default=0)

    @cached_property
    def steps(self) -> re.Pattern[str]:
        """Matches, up to a figure, what may stand between it and a word of change."""
        step = self.rules.step
        between = any_of([*step.between, *step.by]) if step else "(?!)"
        return re.compile(f"(?:(?<!\\w)(?:{between})\\s+)*$", re.IGNORECASE)

    @cached_property
    def by(self) -> re.Pattern[str]:
        """Matches what leads from a figure back to its verb of change."""
        return re.compile(f"(?<!\\w)(?:{any_of(self.rules.step.by if self.rules.step else ())})\\s")

    @cached_property
    def family_of(self) -> dict[str, str]:
        """Names of units with the family of each."""
        return {
            unit: family.name
            for family in self.units.family
            for forms in (family.word, family.sign, family.before)
            for unit in forms
        }

    def phrase(self, text: str) -> Amount:
        """Return low, high, best and kind of a vague amount or a share."""
        return self._phrases[" ".join(text.lower().split())]

    @cached_property
    def phrases(self) -> re.Pattern[str]:
        """Matches a vague amount or a share."""
        return re.compile(f"(?:{any_of(self._phrases)})(?!\\w)", re.IGNORECASE)

    @cached_property
    def figure(self) -> re.Pattern[str]:
        """Matches a figure in digits: its groups or its plain digits, then its fraction."""
        numbers = self.rules.numbers
        groups, points = (re.escape("".join(m)) for m in (numbers.group, numbers.decimal))
        pairs = f"[{re.escape(''.join(numbers.pairs))}]" if numbers.pairs else "(?!)"
        return re.compile(
            rf"(?:(?P<pairs>\d{{1,2}}(?:{pairs}\d\d)+{pairs}\d{{3}})(?!\d)"
            rf"|(?P<turned>\d{{1,3}}(?:(?:\.\d{{3}})+,\d{{1,2}}|(?:\.\d{{3}}){{2,}}))"
            rf"|(?P<groups>(?!0[{points}])\d{{1,3}}(?P<mark>[{groups}])\d{{3}}"
            rf"(?:(?P=mark)\d{{3}})*)(?!\d)(?:(?!(?P=mark))[{points}](?P<fraction>\d+))?"
            rf"|(?P<plain>\d+)(?:[{points}](?P<part>\d+))?|\.(?P<point>\d+))"
            r"(?!\d|[.,:/⁄]\d)"
        )

    def grouped(self, written: str) -> bool:
        """Whether a figure is written with a mark between its groups of digits."""
        return any(mark in written for mark in self.rules.numbers.group)

    @cached_property
    def suffix(self) -> re.Pattern[str]:
        """Matches a multiplying letter that is joined to a figure."""
        return re.compile(f"(?:{any_of(self.rules.numbers.suffix)})(?![^\\W_])")

    @cached_property
    def lead(self) -> re.Pattern[str]:
        """Matches what stands before a scale in place of a figure: "half a" million."""
        scales = any_of(self.rules.numbers.scale)
        return re.compile(
            f"({any_of(self.rules.numbers.lead)})[\\s-]+(?=(?:{scales})(?!\\w))", re.IGNORECASE
        )

    @cached_property
    def word(self) -> re.Pattern[str]:
        """Matches one number word or scale."""
        return re.compile(f"({self._words})(?![^\\W_])", re.IGNORECASE)

    @cached_property
    def more(self) -> re.Pattern[str]:
        """Matches the next part of a number in words, with what joins it."""
        numbers = self.rules.numbers
        scales, ands, plus = any_of(numbers.scale), any_of(numbers.and_), any_of(numbers.plus)
        return re.compile(
            f"(?P<plus>\\s+(?P<part>{plus})(?=[\\s-]+(?:{scales})(?!\\w)))"
            f"|\\s+(?P<tail>{any_of(numbers.tail)})(?!\\w)"
            f"|(?:(?P<and>\\s+(?:{ands})\\s+)|\\s+|-)(?P<word>{self._words})(?![^\\W_])",
            re.IGNORECASE,
        )

    @property
    def _words(self) -> str:
        return any_of([*self.rules.numbers.word, *self.rules.numbers.scale])

    @cached_property
    def money(self) -> dict[str, str]:
        """Money signs that stand before a figure, with the currency's code."""
        return {
            form: code
            for family in self.units.family
            for code, forms in family.before.items()
            for form in forms
        }

    @cached_property
    def unit_of(self) -> dict[str, str]:
        """Unit words (lower case) and signs with the unit's name."""
        found: dict[str, str] = {}
        for family in self.units.family:
            found |= {form: name for name, forms in family.word.items() for form in forms}
            found |= {form: name for name, forms in family.sign.items() for form in forms}
        return found

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """Matches a unit behind a figure, joined, spaced or hyphened."""
        words = any_of(f for family in self.units.family for fs in family.word.values() for f in fs)
        signs = any_of(f for family in self.units.family for fs in family.sign.values() for f in fs)
        return re.compile(f"[\\s-]?(?:(?P<word>(?i:{words}))|(?P<sign>{signs}))(?![^\\W_])")

    @cached_property
    def rate(self) -> re.Pattern[str]:
        """Matches "per day", "/h", "a barrel"."""
        forms = [f for family in self.units.family for fs in family.word.values() for f in fs]
        links, words = any_of(self.units.rate.link), any_of([*forms, *self.units.rate.also])
        never = f"(?!\\s+(?:{any_of(self.units.rate.never)})(?!\\w))"
        return re.compile(f"(?:{links})(?P<unit>{words})(?![^\\W_]){never}", re.IGNORECASE)

    @cached_property
    def ages(self) -> frozenset[str]:
        """Units of time, whose figure is an age when an age's tail follows."""
        return frozenset(n for f in self.units.family if f.name == "time" for n in f.word)

    @cached_property
    def age(self) -> re.Pattern[str]:
        """Matches what makes a span of time an age."""
        return re.compile(f"(?:{any_of(self.units.age.tail)})(?!\\w)", re.IGNORECASE)

    def aged(self, unit: str) -> str:
        """Return the unit of an age that is counted in `unit`."""
        return f"{unit} {self.units.age.suffix}".strip()

    @cached_property
    def age_heads(self) -> tuple[str, ...]:
        """What stands before an age, with a space behind it."""
        return tuple(f" {head} " for head in self.units.age.head)

    @cached_property
    def before(self) -> dict[str, BoundKind | None]:
        """Words that stand before a figure with the bound they make; fillers make none."""
        fillers: dict[str, BoundKind | None] = dict.fromkeys(self.rules.filler.before)
        return fillers | {form: rule.kind for rule in self.rules.bound for form in rule.before}

    @cached_property
    def signs_before(self) -> tuple[str, ...]:
        """Bounds that are joined to the figure, such as "~"."""
        return tuple(form for form in self.before if not form[-1].isalnum())

    @cached_property
    def after(self) -> re.Pattern[str]:
        """Matches a bound behind a figure."""
        return re.compile(f"\\s*(?P<form>{any_of(self._after)})(?!\\w)", re.IGNORECASE)

    @property
    def _after(self) -> dict[str, BoundKind]:
        return {form: rule.kind for rule in self.rules.bound for form in rule.after}

    def after_kind(self, form: str) -> BoundKind:
        """Return the bound that the words `form` behind a figure make."""
        return self._after[form.lower()]

    @cached_property
    def designators(self) -> tuple[Designator, ...]:
        """The rules for what counts nothing, but for set phrases."""
        return tuple(rule for rule in self.rules.designator if rule.kind != "fixed")

    @cached_property
    def tolerances(self) -> tuple[str, ...]:
        """What stands before the size of an error, longest first."""
        tolerance = self.rules.tolerance
        return tuple(sorted(tolerance.between, key=len, reverse=True)) if tolerance else ()

    @cached_property
    def minus(self) -> tuple[str, ...]:
        """Signs of a number below zero, longest first."""
        return tuple(sorted(self.rules.numbers.minus, key=len, reverse=True))

    @cached_property
    def fixed(self) -> re.Pattern[str]:
        """Matches a set phrase in which a number word counts nothing."""
        texts = (text for rule in self.rules.designator for text in rule.text)
        return re.compile(f"(?<!\\w)(?:{any_of(texts)})(?!\\w)", re.IGNORECASE)

    @cached_property
    def verbs_of_change(self) -> frozenset[str]:
        """Verbs after which "from A to B" is no range."""
        return frozenset(self.rules.change.verb)

    @cached_property
    def longest_before(self) -> int:
        """The most words in one bound that stands before a figure."""
        return max(len(form.split()) for form in self.before)


def quantity_rules(language: str) -> Lexicon:
    """Return the rules of quantities in `language`, ready for use.

    Raises:
        RuleError: when a rule file is missing, broken or lacks the proof of a rule.
    """
    return Lexicon(
        load(language, "quantities.toml", Quantities),
        load(language, "quantities_units.toml", Units),
    )

"""The conformance suite passes the built-in reader and tells one that breaks a law which."""

import re
from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from tocsin.grade.check_reader import CHECKS, check_reader
from tocsin.records import (
    Attribution,
    Claim,
    Cue,
    EventMention,
    Layers,
    Likelihood,
    Quantity,
    Reading,
    Response,
    Time,
    content_id,
)
from tocsin.run.reader import english


class Stranger:
    """A small reader that keeps every law: each "attacked" is a claim, each figure a quantity."""

    stamp = "stranger-1"

    def read(self, report):
        claims = tuple(self.claim(report, m) for m in re.finditer(r"(?i)\battack\w+", report.text))
        problems = () if report.text.strip() else ("the report holds no text",)
        return Reading(
            reader=self.stamp,
            report=report,
            sentences=((0, len(report.text)),) if report.text else (),
            layers=Layers(quantities=tuple(map(self.quantity, re.finditer("12", report.text)))),
            claims=claims,
            problems=problems,
        )

    def claim(self, report, match):
        return Claim(
            id=content_id("claim", report.id, match.start()),
            span=match.span(),
            quote=match[0],
            event=EventMention(type="attack", text=match[0], span=match.span()),
            cue=Cue(text=match[0], span=match.span(), class_="report"),
            status="occurred",
            polarity="affirmed",
            certainty="certain",
        )

    def quantity(self, match):
        return Quantity(span=match.span(), text="12", low=12, high=12, best=12, bound="exact")


def test_the_built_in_reader_passes_every_check():
    held = check_reader(english)
    assert len(held) == len(CHECKS)
    assert all(sentence.endswith(".") for sentence in held)


def test_a_strangers_reader_passes_too():
    assert len(check_reader(Stranger)) == len(CHECKS)


class Changing(Stranger):
    """A reader whose readings a test changes in one point."""

    def read(self, report):
        return self.change(super().read(report))

    def change(self, reading):
        claims = tuple(self.changed(claim, reading) for claim in reading.claims)
        return replace(reading, claims=claims)

    def changed(self, claim, reading):
        return claim


class Raising(Stranger):
    def read(self, report):
        if report.text.isspace():
            raise IndexError("no token")
        return super().read(report)


class Forgetful(Stranger):
    def read(self, report):
        return None


class Trimming(Stranger):
    def read(self, report):
        return super().read(replace(report, id="", text=report.text.strip()))


class Unstamped(Stranger):
    stamp = " "


class Misstamped(Changing):
    def change(self, reading):
        return replace(reading, reader="other-1")


class Inventive(Changing):
    def changed(self, claim, reading):
        return replace(claim, status="rumoured")


class Listing(Changing):
    def change(self, reading):
        return replace(reading, claims=list(reading.claims))


class Idle(Changing):
    def change(self, reading):
        return replace(reading, claims=(), layers=Layers())


class Sixteen(Changing):
    """Counts in UTF-16, as many a runtime does."""

    def changed(self, claim, reading):
        start = len(reading.report.text[: claim.span[0]].encode("utf-16-le")) // 2
        span = (start, start + len(claim.event.text))
        return replace(claim, event=replace(claim.event, span=span))


class Pointless(Changing):
    def changed(self, claim, reading):
        return replace(claim, event=replace(claim.event, span=(0, 0), text=""))


class Straying(Changing):
    def change(self, reading):
        beyond = Attribution(source=(), cue=(), content=((0, 10**6),), form="direct")
        return replace(reading, layers=Layers(attributions=(beyond,)))


class Disorderly(Changing):
    def change(self, reading):
        return replace(reading, sentences=((5, 9), (0, 7)) if reading.claims else ())


class Numbering(Changing):
    def changed(self, claim, reading):
        return replace(claim, id=f"claim_{reading.claims.index(claim)}")


class Unnamed(Changing):
    def changed(self, claim, reading):
        return replace(claim, id="7")


class ByAddress(Changing):
    def changed(self, claim, reading):
        return replace(claim, id=content_id("claim", claim.id, reading.report.url))


class Answering(Changing):
    def changed(self, claim, reading):
        return replace(claim, responds_to=(Response(claim=claim.id, how="denies"),))


class Backwards(Changing):
    def changed(self, claim, reading):
        day = Time(
            span=claim.span,
            text=claim.quote,
            type="DATE",
            start=date(2024, 12, 24),
            end=date(2024, 12, 23),
        )
        return replace(claim, time=day)


class Certain(Changing):
    def changed(self, claim, reading):
        return replace(claim, likelihood=Likelihood(text="likely", low=55, high=80, scheme="x"))


class Silent(Changing):
    def change(self, reading):
        return replace(reading, problems=())


class Curt(Changing):
    def change(self, reading):
        return replace(reading, problems=("KeyError",))


class Tracing(Changing):
    def change(self, reading):
        return replace(reading, problems=('Traceback (most recent call last):\n  File "x"',))


class Moody(Stranger):
    def __init__(self):
        self.calls = count()

    def read(self, report):
        return replace(super().read(report), problems=(f"call number {next(self.calls)}",))


class Honest(Moody):
    deterministic = False


class Layered(Stranger):
    def layer(self, report, name):
        return self.read(report)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (Raising, "Odd text is never .* On only spaces: IndexError: no token"),
        (Forgetful, "What comes back is a Reading .* On text 1: NoneType came back"),
        (Trimming, "What comes back is a Reading .* On only spaces: .* another one"),
        (Unstamped, "A stamp of the method"),
        (Misstamped, "A stamp of the method"),
        (Inventive, "A reading is as `tocsin schema`"),
        (Listing, "A reading is as `tocsin schema`"),
        (Idle, "Something is found"),
        (Sixteen, "Every span is the very characters.* On text 1 behind emoji"),
        (Pointless, "Every span is the very characters.* is empty"),
        (Straying, "Sentences and attributions lie inside"),
        (Disorderly, "Sentences and attributions lie inside"),
        (Numbering, "Ids of claims begin .* claim_0 is a claim of two different texts"),
        (Unnamed, "Ids of claims begin"),
        (ByAddress, "The same claim of the same text"),
        (Answering, "A claim answers only other claims"),
        (Backwards, "Low is never above high"),
        (Certain, "Low is never above high"),
        (Silent, "An empty text and one of spaces"),
        (Curt, "A problem is one line of words"),
        (Tracing, "A problem is one line of words"),
        (Moody, "Read again.* says `deterministic = False`"),
        (Layered, "A layer that is read alone"),
    ],
)
def test_a_reader_that_breaks_a_law_is_told_which_and_where(broken, sentence):
    with pytest.raises(AssertionError, match=f"does not hold: {sentence}"):
        check_reader(broken)


def test_a_reader_that_says_it_may_differ_may_differ():
    assert len(check_reader(Honest)) == len(CHECKS)


class Finnish(Changing):
    def change(self, reading):
        return reading if "kuoli" in reading.report.text else Idle.change(self, reading)


def test_a_reader_of_another_language_brings_its_own_texts():
    with pytest.raises(AssertionError, match="are `texts` of its language"):
        check_reader(Finnish)
    assert check_reader(Finnish, texts=["Armeijan mukaan 12 kuoli."])

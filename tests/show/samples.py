"""Builders of readings for tests: a text, and claims whose spans are found by their words."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

from tocsin.records import (
    Claim,
    Cue,
    EventMention,
    Layers,
    Likelihood,
    Phrase,
    Place,
    Quantity,
    Reading,
    Report,
    Role,
    Source,
    Time,
    content_id,
)

TEXT = (
    "South Korea's military said on Monday that about 12,000 North Korean troops were in Russia. "
    "The North may test-fire a missile by the end of the year, it said.\n\n"
    "Moscow denied that any foreign soldiers had entered the Kursk region."
)
SENTENCES = ((0, 91), (92, 158), (160, len(TEXT)))


def span_of(text: str, words: str, begin: int = 0) -> tuple[int, int]:
    start = text.index(words, begin)
    return start, start + len(words)


def a_report(text: str = TEXT, **known: Any) -> Report:
    known.setdefault("publisher", "Demo Wire")
    known.setdefault("title", "Seoul counts 12,000 troops")
    known.setdefault("url", "https://example.org/demo-wire/1")
    known.setdefault("published", datetime(2024, 12, 23, 9, 0, tzinfo=UTC))
    known.setdefault("language", "en")
    return Report(text=text, **known)


def a_source(text: str, words: str, **known: Any) -> Source:
    known = {"kind": "organisation", "factuality": "CT+", "evidential": "hearsay"} | known
    return Source(name=known.pop("name", words), text=words, span=span_of(text, words), **known)


def a_quantity(text: str, words: str, **known: Any) -> Quantity:
    return Quantity(span=span_of(text, words), text=words, **({"bound": "exact"} | known))


def a_claim(text: str, quote: str, trigger: str, type: str = "deployment", **known: Any) -> Claim:
    span = span_of(text, quote)
    known = {"status": "occurred", "polarity": "affirmed", "certainty": "certain"} | known
    event = EventMention(type=type, text=trigger, span=span_of(text, trigger, span[0]))
    return Claim(id=content_id("claim", text, span), span=span, quote=quote, event=event, **known)


def a_reading(text: str = TEXT, claims: tuple[Claim, ...] | None = None, **known: Any) -> Reading:
    return Reading(
        reader="test-1",
        report=a_report(text, **known),
        sentences=SENTENCES if text == TEXT else ((0, len(text)),),
        layers=Layers(),
        claims=claims if claims is not None else some_claims(),
    )


def some_claims() -> tuple[Claim, ...]:
    military = a_source(TEXT, "South Korea's military", name="South Korean military")
    moscow = a_source(TEXT, "Moscow", name="Russia", kind="state", factuality="CT-")
    monday = Time(
        span=span_of(TEXT, "Monday"),
        text="Monday",
        type="DATE",
        value="2024-12-23",
        start=date(2024, 12, 23),
        end=date(2024, 12, 23),
    )
    kursk = Place(
        span=span_of(TEXT, "Kursk region"), text="Kursk region", name="Kursk Oblast", country="RU"
    )
    troops = a_quantity(
        TEXT, "about 12,000", low=12000, high=12000, best=12000, bound="about", of="troops"
    )
    north = Role(
        role="actor", text="North Korean troops", span=span_of(TEXT, "North Korean troops")
    )
    said = Cue(text="said", span=span_of(TEXT, "said"), class_="report")
    denied = Cue(text="denied", span=span_of(TEXT, "denied"), class_="deny")
    return (
        a_claim(
            TEXT,
            "about 12,000 North Korean troops were in Russia",
            "were in",
            sources=(military,),
            cue=said,
            roles=(north,),
            quantity=troops,
            said=monday,
            status="ongoing",
        ),
        a_claim(
            TEXT,
            "The North may test-fire a missile by the end of the year",
            "test-fire",
            "weapons-test",
            sources=(military,),
            status="predicted",
            certainty="possible",
            deadline=date(2024, 12, 31),
            hedges=(Phrase(text="may", span=span_of(TEXT, "may")),),
        ),
        a_claim(
            TEXT,
            "any foreign soldiers had entered the Kursk region",
            "entered",
            "troop-movement",
            sources=(moscow,),
            cue=denied,
            place=kursk,
            polarity="denied",
        ),
    )


def likely() -> Likelihood:
    return Likelihood(text="likely", low=0.55, high=0.8, scheme="ICD 203")


class Page(HTMLParser):
    """What a browser would make of a page: its elements, their attributes, its visible text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.words, self._skip = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._skip = tag in ("style", "script")

    def handle_endtag(self, tag):
        self._skip = False

    def handle_data(self, words):
        if not self._skip:
            self.words.append(words)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


HOSTILE = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> [a](javascript:alert(3)) ]]>"


def hostile_reading():
    text = f"Troops moved. {HOSTILE} forces attacked, {HOSTILE} said."
    claim = a_claim(
        text,
        f"{HOSTILE} forces attacked",
        "attacked",
        "attack",
        sources=(a_source(text, HOSTILE),),
        condition=Phrase(text=HOSTILE, span=span_of(text, HOSTILE)),
    )
    return a_reading(
        text, (claim,), title=HOSTILE, publisher=HOSTILE, url="javascript:alert(4)", file=HOSTILE
    )

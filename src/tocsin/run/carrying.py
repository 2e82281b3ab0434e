"""From what a desk holds to what weighing sees: each sighting with the marks of its text.

Marks are worked out when a reading is added and kept beside it. They are a matter of the text and
of the method alone: what was kept equals what would be worked out anew. Marks of an older method
are left aside, and those of today's are kept beside them when they are first needed.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files

import msgspec

from tocsin.keep.found import Marks, Sighting, Standing
from tocsin.read.fingerprints import (
    FILES,
    LineageRules,
    fingerprint,
    hollow_words,
    lineage_rules,
    mentions,
)
from tocsin.records import Carried, Claim, Fingerprint, Mention, Reading, Report, content_id
from tocsin.rules import digest, languages, written

# A text too short to tell its language is read by the first reader there is (see `reader_for`).
UNTOLD = "en"
# One text comes from many sites, one after another: so many are not compared anew.
AT_HAND = 32

_pack = msgspec.msgpack.Encoder(enc_hook=lambda numbers: numbers.packed).encode
_fingerprint = msgspec.msgpack.Decoder(Fingerprint, dec_hook=lambda kind, packed: kind(packed))
_mentions = msgspec.msgpack.Decoder(tuple[Mention, ...])


def marks_of(reading: Reading) -> Marks:
    """Return the marks of the text of `reading`, to be kept with it."""
    report, claims = reading.report, reading.claims
    return Marks(
        stamp=stamp(),
        packed={
            _text_id(report.id, report): _pack(_compared(report)),
            _lineage_id(report.id, report, claims): _pack(_named(report, claims)),
        },
    )


def carried_from(
    standing: Iterable[Standing],
    kept: Mapping[str, bytes] | None = None,
    made: dict[str, bytes] | None = None,
) -> Iterator[Carried]:
    """Yield what weighing may know of each sighting; it never sees the texts themselves.

    `kept` are marks by their ids; what is not there is worked out and put into `made`. A text that
    many sites carry under one title is fingerprinted once.
    """
    there, new, compared = kept or {}, {} if made is None else made, dict[str, Fingerprint]()
    for one in standing:
        seen = one.sighting
        said = one.claims or one.former
        text, lineage = _text_id(seen.report, seen), _lineage_id(seen.report, seen, said)
        if text not in compared:
            packed = there.get(text)
            compared[text] = _fingerprint.decode(packed) if packed else _compared(_report(one))
            if not packed:
                new[text] = _pack(compared[text])
        packed = there.get(lineage)
        named = _mentions.decode(packed) if packed else _named(_report(one), said)
        if not packed:
            new[lineage] = _pack(named)
        yield _carried(one, compared[text], named)


@cache
def stamp() -> str:
    """Return the stamp of the method: its program and those rules of each language that it uses."""
    made = blake2b(digest_size=8)
    folder = files("tocsin.read.fingerprints")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".py"):
            made.update(file.read_bytes())
    for language in languages():
        made.update(digest(language, *FILES).encode())
    return f"marks-{made.hexdigest()}"


def _carried(one: Standing, compared: Fingerprint, named: tuple[Mention, ...]) -> Carried:
    seen = one.sighting
    return Carried(
        sighting=seen.id,
        report=seen.report,
        file=seen.file,
        url=seen.url,
        publisher=seen.publisher,
        title=seen.title,
        byline=seen.byline,
        published=seen.published,
        collected_at=seen.collected_at,
        wire=seen.wire,
        language=seen.language,
        fingerprint=compared,
        mentions=named,
        claims=one.claims,
        former=one.former,
        newer=one.newer,
    )


def _report(one: Standing) -> Report:
    seen = one.sighting
    return Report(
        id=seen.report,
        text=one.text,
        url=seen.url,
        publisher=seen.publisher,
        title=seen.title,
        byline=seen.byline,
        published=seen.published,
        wire=seen.wire,
        language=seen.language,
    )


def _text_id(text: str, seen: Report | Sighting) -> str:
    return content_id("marks", stamp(), text, seen.title, seen.language)


def _lineage_id(text: str, seen: Report | Sighting, claims: Iterable[Claim]) -> str:
    said = (seen.publisher, seen.url, seen.byline, seen.wire, seen.language)
    # Another reader may see the same claim with other sources.
    rests = ((one.id, *((s.name, s.text, s.span) for s in one.sources)) for one in claims)
    return content_id("lineage", stamp(), text, *said, *rests)


def _compared(report: Report) -> Fingerprint:
    return _of_text(report.text, report.title, report.language or UNTOLD)


@lru_cache(AT_HAND)
def _of_text(text: str, title: str | None, language: str) -> Fingerprint:
    return fingerprint(text, title, _hollow(language))


def _named(report: Report, claims: tuple[Claim, ...]) -> tuple[Mention, ...]:
    rules = _rules(report.language or UNTOLD)
    return mentions(report, claims, rules) if rules else ()


@cache
def _rules(language: str) -> LineageRules | None:
    return lineage_rules(language) if written(language, "lineage.toml") else None


@cache
def _hollow(language: str) -> frozenset[int]:
    return hollow_words(language) if written(language, "hollow.toml") else frozenset()

"""The conformance suite of readers: what reads reports must do, built in or a stranger's.

    from tocsin.grade.check_reader import check_reader
    from my_package import make_reader

    def test_my_reader_keeps_the_laws_of_reading():
        check_reader(make_reader)

It needs no test framework. `make_reader` is what the entry point names. Each check says in a
sentence what must hold; the first that does not is an AssertionError with that sentence, the text
it failed on and what was seen. A reader of another language than English gives plain `texts` of
its own, in which it should find something. A reader that may answer differently when asked again
says so with `deterministic = False`.
"""

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from tocsin.grade.odd_texts import ODD, PLAIN
from tocsin.grade.walk import offsets_of, records, things
from tocsin.records import Layers, Reading, Report, content_id, dumps, loads
from tocsin.records.report import UNREAD

# What acts as `tocsin.run.plugins.Reader` does; this room does not open the one that defines it.
Reader = Any
Finding = Iterator[str]

DAY = datetime(2024, 12, 23, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Trial:
    """A text that was given to the reader, and the reading or the error that came back."""

    name: str
    report: Report
    reading: Any = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """A reader with what it made of every text, read once; `plain` are texts of its language."""

    reader: Reader
    make: Callable[[], Reader]
    plain: tuple[Trial, ...]
    odd: tuple[Trial, ...]

    @property
    def readings(self) -> Iterator[tuple[str, Reading]]:
        """The readings that came back, each with the name of its text."""
        trials = (*self.plain, *self.odd)
        return ((t.name, t.reading) for t in trials if isinstance(t.reading, Reading))

    @property
    def deterministic(self) -> bool:
        """Whether the reader is bound to give the same when it is asked again."""
        return bool(getattr(self.reader, "deterministic", True))


def check_reader(make: Callable[[], Reader], *, texts: Sequence[str] = PLAIN) -> tuple[str, ...]:
    """Run every check on the reader that `make` gives and return the sentences that hold.

    Raises:
        AssertionError: with the sentence of the first check that does not hold, and where.
    """
    reader = make()
    named = {f"text {n}": text for n, text in enumerate(texts, 1)}
    # Signs outside the plane of 65,536 tell offsets in code points from those in UTF-16 or bytes.
    shifted = {f"{name} behind emoji": f"🇲🇱🚀 {text}" for name, text in named.items()}
    tried = Tried(
        reader,
        make,
        tuple(_try(reader, *each) for each in (named | shifted).items()),
        tuple(_try(reader, *each, published=None) for each in ODD.items()),
    )
    held = []
    for check in CHECKS:
        sentence = str(check.__doc__)
        for wrong in check(tried):
            raise AssertionError(f"does not hold: {sentence} {wrong}")
        held.append(sentence)
    return tuple(held)


def _try(reader: Reader, name: str, text: str, published: datetime | None = DAY) -> Trial:
    report = Report(text=text, published=published, publisher="Post", url="https://a.example/1")
    try:
        return Trial(name, report, reader.read(report))
    except Exception as error:  # noqa: BLE001 - that there is none is what is checked
        return Trial(name, report, error=error)


def _never_fails(tried: Tried) -> Finding:
    """Odd text is never an exception: it gives fewer claims, or a problem in words."""
    for trial in (*tried.plain, *tried.odd):
        if trial.error is not None:
            yield f"On {trial.name}: {type(trial.error).__name__}: {trial.error}"


def _gives_readings(tried: Tried) -> Finding:
    """What comes back is a Reading of the very report that was given."""
    for trial in (*tried.plain, *tried.odd):
        if not isinstance(trial.reading, Reading):
            yield f"On {trial.name}: {type(trial.reading).__name__} came back."
        elif trial.reading.report != trial.report:
            yield f"On {trial.name}: the report in the reading is another one."


def _has_a_stamp(tried: Tried) -> Finding:
    """A stamp of the method is on the reader and on all that it read."""
    stamp = getattr(tried.reader, "stamp", None)
    if not isinstance(stamp, str) or not stamp.strip():
        yield f"The stamp is {stamp!r}."
    for name, reading in tried.readings:
        if reading.reader != stamp and not _is_unread(reading):
            yield f"On {name}: the stamp is {reading.reader!r}, not {stamp!r}."


def _is_unread(reading: Reading) -> bool:
    # What a reader could not read, and says so, is read when it is met again.
    return reading.reader == UNREAD and not reading.claims and bool(reading.problems)


def _keeps_the_contract(tried: Tried) -> Finding:
    """A reading is as `tocsin schema` describes it, and survives JSON and another process."""
    for name, reading in tried.readings:
        try:
            same = loads(dumps(reading)) == reading == pickle.loads(pickle.dumps(reading))
        except Exception as error:  # noqa: BLE001 - whatever a wrong value leads to
            yield f"On {name}: {error}"
            return
        if not same:
            yield f"On {name}: a value has another type than its field."


def _finds_something(tried: Tried) -> Finding:
    """Something is found in plain text of its language."""
    found = [things(t.reading) for t in tried.plain if isinstance(t.reading, Reading)]
    if not any(found):
        yield "Neither a claim nor anything in a layer was found; are `texts` of its language?"


def _points_back(tried: Tried) -> Finding:
    """Every span is the very characters, in code points from 0, that the words beside it say."""
    for name, reading in tried.readings:
        text = reading.report.text
        for thing in things(reading):
            start, end = thing.span
            words = thing.quote if hasattr(thing, "quote") else thing.text
            if not 0 <= start <= end <= len(text) or text[start:end] != words:
                yield f"On {name}: {words!r} is not at {thing.span}: {text[start:end]!r} is."
            if start == end:
                yield f"On {name}: the span {thing.span} is empty."


def _points_inside(tried: Tried) -> Finding:
    """Sentences and attributions lie inside the text; sentences in order and none overlapping."""
    for name, reading in tried.readings:
        ends = [offset for span in reading.sentences for offset in span]
        inside = [*ends, *offsets_of(reading.layers)]
        if ends != sorted(ends) or any(not 0 <= i <= len(reading.report.text) for i in inside):
            yield f"On {name}: {reading.sentences}"


def _ids_come_from_content(tried: Tried) -> Finding:
    """Ids of claims begin with claim_, differ from each other and come from what is claimed."""
    owner: dict[str, str] = {}
    for name, reading in tried.readings:
        ids = [claim.id for claim in reading.claims]
        if len(set(ids)) != len(ids) or not all(i.startswith("claim_") for i in ids):
            yield f"On {name}: {ids}"
        for one in ids:
            if owner.setdefault(one, reading.report.id) != reading.report.id:
                yield f"{one} is a claim of two different texts."


def _a_copy_has_the_same_ids(tried: Tried) -> Finding:
    """The same claim of the same text has the same id wherever the text is published."""
    for trial in tried.plain:
        elsewhere = replace(trial.report, url="https://b.example/2", publisher="Wire", file="b.txt")
        here, there = (_ids(reading) for reading in (trial.reading, tried.reader.read(elsewhere)))
        if any(there.get(claim, one) != one for claim, one in here.items()):
            yield f"On {trial.name}."


def _answers_within_the_report(tried: Tried) -> Finding:
    """A claim answers only other claims of the same reading, and repeats no other than such."""
    for name, reading in tried.readings:
        known = {claim.id for claim in reading.claims}
        for claim in reading.claims:
            if any(r.claim not in known - {claim.id} for r in claim.responds_to):
                yield f"On {name}: {claim.id} answers {claim.responds_to}."
            if claim.repeats is not None and claim.repeats not in known - {claim.id}:
                yield f"On {name}: {claim.id} repeats {claim.repeats}."


def _values_can_be(tried: Tried) -> Finding:
    """Low is never above high, a start never behind its end, a likelihood is between 0 and 1."""
    for name, reading in tried.readings:
        for thing in records((reading.claims, reading.layers)):
            pairs = (("low", "high"), ("start", "end"))
            for low, high in ((_value(thing, a), _value(thing, b)) for a, b in pairs):
                if low is not None and high is not None and low > high:
                    yield f"On {name}: {thing}"
            if hasattr(thing, "scheme") and not 0 <= thing.low <= thing.high <= 1:
                yield f"On {name}: {thing}"


def _nothing_comes_of_nothing(tried: Tried) -> Finding:
    """An empty text and one of spaces give no claim, and a problem that says so."""
    for name, reading in tried.readings:
        if reading.report.text.strip() == "" and (reading.claims or not reading.problems):
            yield f"On {name}: {len(reading.claims)} claims, problems {reading.problems}."


def _problems_are_words(tried: Tried) -> Finding:
    """A problem is one line of words that a user can read, and no traceback."""
    for name, reading in tried.readings:
        for problem in reading.problems:
            plain = len(problem.split()) > 1 and problem.isprintable()
            if not plain or "Traceback" in problem or "<object" in problem:
                yield f"On {name}: {problem!r}"


def _says_the_same_again(tried: Tried) -> Finding:
    """Read again, after other texts and by a reader made anew, a text gives the same reading."""
    if not tried.deterministic:
        return
    again = tried.make()
    for trial in reversed(tried.plain):
        if not trial.reading == tried.reader.read(trial.report) == again.read(trial.report):
            yield f"On {trial.name}. A reader that may differ says `deterministic = False`."


def _layers_alone_are_those_of_the_whole(tried: Tried) -> Finding:
    """A layer that is read alone is that of the whole reading, and comes without claims."""
    if not tried.deterministic or not hasattr(tried.reader, "layer"):
        return
    for trial in tried.plain:
        for layer in ("times", "quantities", "places"):
            alone = tried.reader.layer(trial.report, layer)
            expected = Layers(**{layer: getattr(trial.reading.layers, layer)})
            if alone.claims or alone.layers != expected:
                yield f"On {trial.name}: {layer}."


def _ids(reading: Reading) -> dict[object, str]:
    blank = content_id("claim")
    return {
        dumps(replace(claim, id=blank, responds_to=(), repeats=None)): claim.id
        for claim in reading.claims
    }


def _value(thing: object, name: str) -> Any:  # noqa: ANN401 - a number or a day
    return getattr(thing, name, None)


CHECKS: tuple[Callable[[Tried], Finding], ...] = (
    _never_fails,
    _gives_readings,
    _has_a_stamp,
    _keeps_the_contract,
    _finds_something,
    _points_back,
    _points_inside,
    _ids_come_from_content,
    _a_copy_has_the_same_ids,
    _answers_within_the_report,
    _values_can_be,
    _nothing_comes_of_nothing,
    _problems_are_words,
    _says_the_same_again,
    _layers_alone_are_those_of_the_whole,
)

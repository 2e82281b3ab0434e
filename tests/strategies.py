"""Hypothesis strategies for the records: `from strategies import readings`."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from tocsin.records import (
    Attribution,
    Claim,
    Cue,
    Entity,
    EventMention,
    Layers,
    Likelihood,
    Phrase,
    Place,
    Quantity,
    Reading,
    Report,
    Response,
    Role,
    Source,
    Time,
    content_id,
)

# Whatever UTF-8 can hold; lone surrogates only in texts as they come (see `reports`).
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
odd_text = st.text(st.characters(), max_size=120)
numbers = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31), timezones=zones)
days = st.dates()


def maybe(strategy):
    return st.none() | strategy


def few(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


def spans(text):
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair)))


def reports(texts=odd_text):
    return st.builds(
        Report,
        text=texts,
        url=maybe(words),
        publisher=maybe(words),
        title=maybe(words),
        file=maybe(words),
        byline=maybe(words),
        published=maybe(moments),
        published_from=...,
        wire=maybe(words),
        language=maybe(st.sampled_from(["en", "fi", "zh"])),
    )


def times(at):
    return st.builds(
        Time,
        span=at,
        text=words,
        type=...,
        value=maybe(words),
        mod=maybe(words),
        start=maybe(days),
        end=maybe(days),
    )


def quantities(at):
    return st.builds(
        Quantity,
        span=at,
        text=words,
        low=maybe(numbers),
        high=maybe(numbers),
        best=maybe(numbers),
        bound=...,
        unit=maybe(words),
        of=maybe(words),
    )


def places(at):
    degrees = st.floats(-180, 180)
    return st.builds(
        Place,
        span=at,
        text=words,
        name=maybe(words),
        geonames=maybe(st.integers(0, 2**31)),
        lat=maybe(degrees),
        lon=maybe(degrees),
        country=maybe(st.sampled_from(["RU", "KP", "NO", "ML"])),
        precision=...,
    )


def sources(at):
    return st.builds(Source, name=words, text=words, span=at, ref=maybe(words))


def layers(at):
    return st.builds(
        Layers,
        times=few(times(at)),
        quantities=few(quantities(at)),
        places=few(places(at)),
        entities=few(
            st.builds(
                Entity, span=at, text=words, name=words, ref=maybe(words), chain=st.integers(0, 9)
            )
        ),
        attributions=few(st.builds(Attribution, source=few(at), cue=few(at), content=few(at))),
    )


@st.composite
def claims(draw, text):
    at = spans(text)
    span = draw(at)
    phrases = st.builds(Phrase, text=words, span=at)
    roles = st.builds(
        Role, text=words, span=at, name=maybe(words), ref=maybe(words), kind=maybe(words)
    )
    share = st.floats(0, 1)
    return draw(
        st.builds(
            Claim,
            id=st.integers().map(lambda n: content_id("claim", text, n)),
            span=st.just(span),
            quote=st.just(text[slice(*span)]),
            sources=few(sources(at)),
            cue=maybe(st.builds(Cue, text=words, span=at)),
            event=st.builds(EventMention, type=words, text=words, span=at, plover=maybe(words)),
            roles=few(roles),
            quantity=maybe(quantities(at)),
            place=maybe(places(at)),
            time=maybe(times(at)),
            said=maybe(times(at)),
            likelihood=maybe(
                st.builds(Likelihood, text=words, low=share, high=share, scheme=words)
            ),
            hedges=few(phrases),
            condition=maybe(phrases),
            purpose=maybe(phrases),
            deadline=maybe(days),
            responds_to=few(st.builds(Response, claim=words)),
            repeats=maybe(words),
            historical=st.booleans(),
        )
    )


@st.composite
def readings(draw, of=None):
    """Return a strategy of readings whose spans lie in their text; `of` gives the reports."""
    report = draw(of if of is not None else reports())
    at = spans(report.text)
    return Reading(
        reader=draw(st.sampled_from(["en-1", "none"])),
        report=report,
        sentences=draw(few(at)),
        layers=draw(layers(at)),
        claims=draw(few(claims(report.text))),
        problems=draw(few(words)),
    )


PLACES = st.tuples(
    st.sampled_from([None, "https://a.example/1", "https://b.example/1"]),
    st.sampled_from([None, "Post", "Wire"]),
    st.sampled_from([None, "Troops sent"]),
    st.sampled_from([None, *(datetime(2024, 12, day, tzinfo=UTC) for day in (22, 23, 24))]),
)


@st.composite
def arrivals(draw):
    """Return pairs of a reading and its time of collection, with copies and versions among them.

    What is read depends on the report alone, and one sighting is collected at one time.
    """
    text = draw(st.sampled_from(["Troops were sent.", "Troops were sent home.", "None was sent."]))
    url, publisher, title, published = draw(PLACES)
    report = Report(text=text, url=url, publisher=publisher, title=title, published=published)
    day = published and published.date()
    time = day and Time(span=(0, 4), text=text[0:4], type="DATE", start=day, end=day)
    claim = Claim(
        id=content_id("claim", text, str(day)),
        span=(0, len(text)),
        quote=text,
        event=EventMention(type="deployment", text="sent", span=(0, 4)),
        time=time,
        status="occurred",
        polarity="affirmed",
        certainty="certain",
    )
    spread = int(content_id("x", text, url, publisher, title, str(day))[-4:], 16) % 5
    collected = datetime(2024, 12, 25, tzinfo=UTC) + timedelta(hours=spread)
    return Reading(reader="en-1", report=report, claims=(claim,)), collected

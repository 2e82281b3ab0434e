"""The tables of a desk, as the newest migration leaves them. Rows are added, never changed.

    reports     a text, once, however many sites carry it
    sightings   the text seen at an address or file, by a publisher, at a time
    versions    a later sighting that takes the place of an earlier one at the same address
    readings    what one reader, by its stamp, saw in the text
    takes       which reading stands for which sighting
    claims      one row per claim, with the columns that views filter by
    problems    what could not be read, in words
    overrides   an analyst's grade of a source, or that one is lifted
    marks       what weighing compares texts by, as the method of `stamp` made it

Four times are kept: `published_at` and `collected_at` of a sighting, `happened_from` and
`happened_to` of a claim, and `believed_at`, when a row was added, of every row.
"""

import sqlalchemy as sa

from tocsin.keep.columns import Id, Instant, Number, short

# Names for every constraint, so that a migration can speak of them on any database.
metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _number() -> "sa.Column[int]":
    return sa.Column("seq", Number, primary_key=True, autoincrement=True)


def _believed() -> "sa.Column[object]":
    return sa.Column("believed_at", Instant, nullable=False)


reports = sa.Table(
    "reports",
    metadata,
    _number(),
    sa.Column("id", Id, nullable=False, unique=True),
    sa.Column("text", sa.Text, nullable=False),
    _believed(),
)

sightings = sa.Table(
    "sightings",
    metadata,
    _number(),
    sa.Column("id", Id, nullable=False, unique=True),
    sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False, index=True),
    # What makes two texts versions of one report: the address, or publisher, title and day.
    sa.Column("carrier", Id, nullable=False, index=True),
    sa.Column("file", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("publisher_words", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("byline", sa.Text),
    # As it came, with its own zone: the day of the place of publication anchors relative times.
    sa.Column("published", short(40)),
    sa.Column("published_at", Instant, index=True),
    sa.Column("published_from", short(16)),
    sa.Column("wire", sa.Text),
    sa.Column("language", short(40)),
    sa.Column("collected_at", Instant, nullable=False),
    _believed(),
)

versions = sa.Table(
    "versions",
    metadata,
    _number(),
    sa.Column("newer", Id, sa.ForeignKey("sightings.id"), nullable=False),
    sa.Column("older", Id, sa.ForeignKey("sightings.id"), nullable=False, index=True),
    _believed(),
    sa.UniqueConstraint("newer", "older"),
)

readings = sa.Table(
    "readings",
    metadata,
    _number(),
    sa.Column("id", Id, nullable=False, unique=True),
    sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("schema", sa.Integer, nullable=False),
    # Sentences and layers as packed JSON; the claims and problems are rows of their own.
    sa.Column("layers", sa.LargeBinary, nullable=False),
    _believed(),
)

takes = sa.Table(
    "takes",
    metadata,
    _number(),
    sa.Column("sighting", Id, sa.ForeignKey("sightings.id"), nullable=False),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("reading", Id, sa.ForeignKey("readings.id"), nullable=False, index=True),
    _believed(),
    sa.UniqueConstraint("sighting", "reader"),
)

# Views walk from the reports in order of publication to their claims; an index by type or country
# would start from the claims, and work out for each of them anew what stands.
claims = sa.Table(
    "claims",
    metadata,
    _number(),
    sa.Column("reading", Id, sa.ForeignKey("readings.id"), nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("id", Id, nullable=False, index=True),
    sa.Column("report", Id, sa.ForeignKey("reports.id"), nullable=False),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("type", short(64), nullable=False),
    sa.Column("status", short(16), nullable=False),
    sa.Column("polarity", short(16), nullable=False),
    sa.Column("certainty", short(16), nullable=False),
    sa.Column("happened_from", sa.Date),
    sa.Column("happened_to", sa.Date),
    sa.Column("deadline", sa.Date),
    sa.Column("quantity_low", sa.Double),
    sa.Column("quantity_high", sa.Double),
    sa.Column("quantity_of", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("country", short(8)),
    sa.Column("lat", sa.Double),
    sa.Column("lon", sa.Double),
    # Names and words of sources and of the place, in a form in which whole words can be matched.
    sa.Column("source_words", sa.Text, nullable=False),
    sa.Column("place_words", sa.Text, nullable=False),
    sa.Column("historical", sa.Boolean, nullable=False),
    # The whole claim as JSON, roles and sources too.
    sa.Column("record", sa.Text, nullable=False),
    _believed(),
    # Added by the sixth step: empty in rows from before it, whose record has them.
    sa.Column("quantity_change", short(8)),
    sa.Column("repeats", Id),
    sa.UniqueConstraint("reading", "ordinal"),
)

problems = sa.Table(
    "problems",
    metadata,
    _number(),
    sa.Column("id", Id, nullable=False, unique=True),
    sa.Column("reading", Id, sa.ForeignKey("readings.id"), index=True),
    sa.Column("ordinal", sa.Integer, nullable=False),
    # The report's id, or the file or address that gave no report.
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    _believed(),
)

overrides = sa.Table(
    "overrides",
    metadata,
    _number(),
    sa.Column("id", Id, nullable=False, unique=True),
    sa.Column("source", sa.Text, nullable=False),
    # Empty where an earlier grade is lifted.
    sa.Column("reliability", sa.String(1)),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    _believed(),
)

marks = sa.Table(
    "marks",
    metadata,
    _number(),
    # Made from what the marks were made of: a text carried by seventy sites has one row.
    sa.Column("id", Id, nullable=False, unique=True),
    sa.Column("stamp", sa.String(40), nullable=False, index=True),
    sa.Column("packed", sa.LargeBinary, nullable=False),
    _believed(),
)

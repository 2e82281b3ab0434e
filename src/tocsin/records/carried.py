"""What weighing knows of a report: where and when it was carried, its marks and its claims.

Weighing never sees a text (a law of the house). `Fingerprint` holds what comparing texts needs, and
is made by `read`.
"""

from dataclasses import dataclass, field
from datetime import datetime

from tocsin.records.claim import Claim
from tocsin.records.layers import Span
from tocsin.records.packed import Numbers, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """A text as hashed runs of words: what copies share, and nothing that could be read.

    `marks[i]` is the hash of the run of `width` words at `spans[i]`, in the order of the text;
    `title_marks` are the hashes of the single words of the title, `words` those of the words of
    title and text, with repeats, that are not common to reports on anything, and once more for
    words printed as names. All have 64 bits.
    """

    width: int
    marks: Numbers = field(default=Numbers(), repr=False)
    spans: Spans = field(default=Spans(), repr=False)
    title_marks: Numbers = field(default=Numbers(), repr=False)
    words: Numbers = field(default=Numbers(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A source that a text credits or cites, at the words that do so.

    `role` is "credit" for a credit line or byline that names an agency, "citation" for "X
    reported", "seen by X", "according to a report by X" or a source that claims rest on.
    """

    name: str
    text: str
    span: Span
    role: str
    kind: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One sighting of a report: a text at one address or in one file, by one publisher.

    Two publishers that carry the very same text share `report` and differ in `sighting`.
    `published` is None where it is not known; `collected_at` always is. `claims` are in the order
    of the text. A version of a page that a newer one, `newer`, has replaced says nothing any more:
    it has no claims but `former` ones, which belong to the history of what the page gave.
    """

    sighting: str
    report: str
    file: str | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    published: datetime | None = None
    collected_at: datetime
    wire: str | None = None
    language: str | None = None
    fingerprint: Fingerprint
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    former: tuple[Claim, ...] = ()
    newer: str | None = None

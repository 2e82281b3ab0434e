"""What the checks of stores keep and look for: a small reading, odd texts, and queries."""

from datetime import UTC, datetime
from typing import Any

from tocsin.records import Claim, EventMention, Place, Reading, Report, Source, content_id

FIRST = "Rebels attacked the town of Gao on Monday, the army said. Nobody was hurt."
SECOND = "Rebels attacked the town of Gao on Monday, the army said. Two people were hurt."
URL = "https://a.example/1"
ODD = ("", "\x00nul\x00", "国防部表示，部队已抵达。", "أعلنت وزارة الدفاع", "🇲🇱 🚀", "a\u0301" * 50)
ODD_QUERIES = (*'"*-(^\x00\ud800', "a AND", "NEAR(", "col:x", "部队", "' --")
# Of a report with the text `FIRST` and the title "Raid in Mali".
FINDING: tuple[str, ...] = (
    "rebels gao",
    '"town of gao"',
    "reb*",
    "zebra OR gao",
    "raid",
    "rebels -zebra",
    "RÉBELS",
)
FINDING += ("gao, (Monday)", "gao-on", "town-o*", '"raid in" army', 'gao -"of town"')
FINDING_NOT: tuple[str, ...] = (
    "zebra",
    '"of town"',
    "rebels -gao",
    "",
    "rebel",
    "ebels",
    '"mali rebels"',
    "gao-mon*",
)
FINDING_NOT += ('gao -"town of"', "raid -reb*", '"gao reb*"')


def a_reading(text: str = FIRST, *, reader: str = "check-1", **facts: Any) -> Reading:  # noqa: ANN401
    """Return a small reading with one claim, of a report with `facts`."""
    plain = {"url": URL, "publisher": "Post", "published": datetime(2024, 12, 23, tzinfo=UTC)}
    report = Report(text=text, **{**plain, **facts})
    return Reading(
        reader=reader,
        report=report,
        sentences=((0, len(text)),),
        claims=(_claim(text),),
        problems=("a part in another language",),
    )


def _claim(text: str) -> Claim:
    span = (0, min(31, len(text)))
    return Claim(
        id=content_id("claim", text),
        span=span,
        quote=text[slice(*span)],
        sources=(
            Source(
                name="army of Mali",
                text="the army",
                span=(0, 0),
                kind="organisation",
                factuality="CT+",
                evidential="hearsay",
            ),
        ),
        event=EventMention(type="attack", text=text[7:15], span=(7, 15)),
        place=Place(span=(0, 0), text="Gao", name="Gao", country="ML"),
        status="occurred",
        polarity="affirmed",
        certainty="certain",
    )

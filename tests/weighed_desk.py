"""A small desk that has all that weighing finds: copies, a toll that differs, a denial, a plan."""

from datetime import UTC, datetime

from tellings import KURSK, TURKEY, on, said

from tocsin.records import Reading, Report

TOLL = "At least 1,100 people were killed in Turkey on Monday, the Health Ministry said"
COUNT = "Hospitals of the Doctors Union say that 2,400 people were killed in Turkey on Monday"
PLAN = "Troops of the Northern Army are being deployed to Kursk, the General Staff said"
DONE = "Troops of the Northern Army were deployed to Kursk on Thursday, the Kursk Council said"
DENIAL = "The Northern Army denies that troops were deployed to Kursk"
# What each report goes on with; a copy goes on as its original does.
TAILS = (
    " The road to the coast was open again by noon and the market held its usual hours.",
    " Two schools in the old town stay closed while engineers look at their walls and roofs.",
    " A convoy of lorries had been seen near the border since the middle of the week.",
    " Trains on the eastern line run late, the operator wrote on its page in the evening.",
    " Its spokesman took no questions and left the hall after less than four minutes.",
)


def a_desk_full():
    """Return readings of six reports by five publishers."""
    toll = {"source": "Health Ministry", "of": "people", "place": TURKEY, "time": on(6)}
    count = {**toll, "source": "Doctors Union"}
    move = {"trigger": "deployed", "type": "deployment", "place": KURSK}
    return [
        told(TOLL, "Demo Wire", 7, TAILS[0], title="Toll of the quake rises", **toll),
        told(TOLL, "Harbour Post", 8, TAILS[0], title="Quake: the toll rises", **toll),
        told(COUNT, "City News", 7, TAILS[1], title="Doctors count the dead", **count),
        told(PLAN, "Demo Wire", 8, TAILS[2], source="General Staff", status="prepared", **move),
        told(
            DONE, "City News", 10, TAILS[3], source="Kursk Council", time=on(9, "Thursday"), **move
        ),
        told(
            DENIAL, "North Daily", 11, TAILS[4], source="Northern Army", polarity="denied", **move
        ),
    ]


def told(text, publisher, day, tail="", title=None, **parts):
    """Return the reading of a report that says `text`, one clause, and goes on with `tail`."""
    one = said(text, publisher="" if title else publisher, day=day, **parts)
    slug = publisher.lower().replace(" ", "-")
    report = Report(
        text=text + "." + tail,
        publisher=publisher,
        title=title or text.partition(",")[0],
        file=f"{slug}-{day}.json",
        url=f"https://{slug}.example/{day}",
        published=datetime(2023, 2, day, 12, tzinfo=UTC),
        language="en",
    )
    return Reading(reader="test-1", report=report, claims=one.claims)

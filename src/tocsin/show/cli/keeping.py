"""Adds readings to a desk and says in one line what that did."""

from collections import Counter

from tocsin.show.cli.desks import named, opened
from tocsin.show.cli.targets import Intake
from tocsin.show.phrases import many


def kept(intake: Intake, db: str | None) -> str:
    """Add what `intake` reads to the desk at `db`; return the closing line."""
    states: Counter[str] = Counter()
    claims = copies = 0
    with opened(db, make=True) as desk:
        for done in desk.add_many(intake.readings(desk.readers_of)):
            states[done.state] += 1
            claims += done.claims if done.state != "known" else 0
            copies += done.state == "known" and done.new_sighting
        for origin, words in intake.passed_over:
            desk.pass_over(origin, words)
    states["known"] += intake.known
    return _closing(states, claims, copies, len(intake.passed_over)) + f" in {named(db)}"


def _closing(states: Counter[str], claims: int, copies: int, passed_over: int) -> str:
    parts = [
        f"{states['added']} added",
        many(states["version"], "new version") if states["version"] else "",
        f"{states['reread']} read anew" if states["reread"] else "",
        f"{states['known']} known" + (f" ({copies} seen at a new place)" if copies else ""),
        f"{passed_over} passed over",
    ]
    return f"{', '.join(part for part in parts if part)}: {many(claims, 'new claim')}"

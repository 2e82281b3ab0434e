"""What a clause commits to: done or planned, yes or no, how surely, under which condition."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tocsin.records import Likelihood, Phrase, Span
from tocsin.records.claim import Certainty, Factuality, Polarity, Status


class Heard(Protocol):
    """The part of a voice of the attribution reader that bears on certainty."""

    @property
    def cue_class(self) -> str:
        """The class of the cue, as in `records.claim.CueClass`."""
        ...

    @property
    def cue(self) -> tuple[Span, ...]:
        """Where the cue stands."""
        ...

    @property
    def negated(self) -> bool:
        """Whether the cue is negated ("cannot confirm")."""
        ...

    @property
    def carried(self) -> bool:
        """Whether the voice goes on from an earlier sentence without a cue."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """The stand that a claim takes on its event; `factuality` is the innermost source's."""

    status: Status
    polarity: Polarity
    certainty: Certainty
    likelihood: Likelihood | None = None
    hedges: tuple[Phrase, ...] = ()
    condition: Phrase | None = None
    purpose: Phrase | None = None
    deadline: date | None = None
    historical: bool = False
    factuality: Factuality


def factuality(status: Status, polarity: Polarity, certainty: Certainty) -> Factuality:
    """Return the FactBank value of a stance: what is only planned or supposed is at most possible.

    >>> factuality("occurred", "denied", "probable"), factuality("planned", "affirmed", "certain")
    ('PR-', 'PS+')
    """
    if status == "hypothetical":
        return "Uu"
    if certainty == "unknown":
        return "Uu"
    if status in ("planned", "prepared"):
        certainty = "possible"
    table: dict[tuple[Certainty, Polarity], Factuality] = {
        ("certain", "affirmed"): "CT+",
        ("certain", "denied"): "CT-",
        ("probable", "affirmed"): "PR+",
        ("probable", "denied"): "PR-",
        ("possible", "affirmed"): "PS+",
        ("possible", "denied"): "PS-",
    }
    return table[certainty, polarity]

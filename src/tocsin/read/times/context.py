"""What a time is read against: the day of publication and the dates mentioned before it."""

from dataclasses import dataclass
from datetime import date, datetime

from tocsin.read.times.periods import Period, containing
from tocsin.read.times.tense import Direction

_NEAR = 300
_FAR = 30


@dataclass(slots=True)
class Context:
    """The anchors at one place of the text, moved on as the text is read.

    A history (`narrative`) is read against the last date mentioned, news against the day of
    publication. In a text of `day_first` dates, 3/4/2024 is 3 April.
    """

    published: datetime | None
    narrative: bool
    at: int = 0
    day_first: bool = False
    direction: Direction = None
    perfect: bool = False
    last: Period | None = None
    last_day: Period | None = None
    last_at: int = 0
    aside: int | None = None

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.published.date() if self.published else None

    def anchor(self) -> Period | None:
        """Return what an incomplete date is completed from."""
        return self.last if self.narrative else self.now()

    def now(self) -> Period | None:
        """Return the day of publication as a period."""
        return containing(self.today, "day") if self.today else None

    def reference(self) -> Period | None:
        """Return what "later", "the next day", "that year" look back to."""
        if self.narrative or (self.last and self.at - self.last_at < _NEAR):
            return self.last
        return self.now()

    def day(self) -> Period | None:
        """Return the day that a bare clock time falls on."""
        if self.narrative or (self.last_day and self.at - self.last_at < _NEAR):
            return self.last_day
        return self.now()

    def mention(self, period: Period, *, explicit: bool) -> None:
        """Note a date, for those that follow.

        A year far from the story's is an aside, until the next one agrees with it.
        """
        if self.narrative and explicit and self._aside(period):
            return
        self.last, self.last_at = period, self.at
        if period.unit == "day":
            self.last_day = period
        elif self.last_day and self.last_day.year != period.year:
            self.last_day = None

    def _aside(self, period: Period) -> bool:
        far = self.last is not None and abs(period.year - self.last.year) > _FAR
        agrees = self.aside is not None and abs(period.year - self.aside) <= _FAR
        self.aside = period.year if far and not agrees else None
        return far and not agrees

"""Days and times as people give them: aware, and in UTC where no zone is said."""

from datetime import UTC, date, datetime, time

from tocsin.errors import InputError

When = str | date | datetime | None


def moment(when: When) -> datetime | None:
    """Return `when` as an aware time; a day is its midnight, and without a zone it is UTC.

    >>> moment("2024-12-23")
    datetime.datetime(2024, 12, 23, 0, 0, tzinfo=datetime.timezone.utc)

    Raises:
        InputError: when `when` is text but not ISO 8601.
    """
    if when is None:
        return None
    found = _parsed(when) if isinstance(when, str) else when
    if not isinstance(found, datetime):
        found = datetime.combine(found, time())
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def last_moment(when: When) -> datetime | None:
    """Return the last moment that `when` names: of a day its end, else `when` itself.

    What was known as of a day is what was known when it ended.

    >>> str(last_moment("2024-12-23"))
    '2024-12-23 23:59:59.999999+00:00'
    """
    begun = moment(when)
    if begun is None or not _is_day(when):
        return begun
    return datetime.combine(begun.date(), time.max, begun.tzinfo)


def _is_day(when: When) -> bool:
    if isinstance(when, str):
        try:
            date.fromisoformat(when.strip())
        except ValueError:
            return False
        return True
    return not isinstance(when, datetime)


def _parsed(when: str) -> datetime:
    try:
        return datetime.fromisoformat(when.strip())
    except ValueError as error:
        raise InputError(
            f"not a date: {when!r}. Write it as 2024-12-23 or 2024-12-23T09:00+09:00"
        ) from error

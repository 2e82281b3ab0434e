"""Datelines: the place, day and agency that a report prints before its first sentence.

They are no part of the sentence that follows ("SEOUL — The army said …"), and its subject is not
the place. Only the form counts here, so no word of a language is needed.
"""

import re

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_DAY = r"(?:[^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [^\W\d_]{3,9}\.?(?: \d{4})?)"
_AGENCY = r"\([^()\n]{2,40}\)"
_SHOUTED = r"[^\W\d_a-z]{2}[^\W\d_a-z.'’-]*"
_DASH = r"(?:\s[-–—―]{1,2}|[—―]|--)\s*"
_NEXT = r"(?=[\"'“‘«(]?[^\W_a-z])"

# Capitals make a dateline: "KYIV, Ukraine (AP) — ", "WASHINGTON, Dec. 23 - ", "SEOUL — ".
_LOUD = rf"{_SHOUTED}(?:[ ,/]+(?:{_DAY}|{_NAME}|{_AGENCY})){{0,6}}{_DASH}"
# "Khartoum, 4 May 2023 – ", "Geneva (Reuters) - ": a day or an agency stands in for the capitals.
_QUIET = rf"{_NAME}(?: {_NAME}){{0,3}},?(?: {_DAY},?)?(?: {_AGENCY}|(?<=\d)){_DASH}"
_DATELINE = re.compile(rf"\s*(?:{_LOUD}|{_QUIET}){_NEXT}")
# "Seoul: South Korea's military reported …", only at the very top of a report.
_TOP = re.compile(rf"\s*{_NAME}(?: {_NAME}){{0,2}}: {_NEXT}")
_LONGEST = 90


def dateline_end(text: str, start: int, end: int, *, top: bool = False) -> int | None:
    """Return where the dateline of the passage `text[start:end]` ends, or None without one.

    >>> dateline_end("SEOUL — The army said no.", 0, 25)
    8
    """
    stop = min(end, start + _LONGEST)
    found = _DATELINE.match(text, start, stop)
    if found is None and top and end - start > _LONGEST:
        found = _TOP.match(text, start, stop)
    return found.end() if found and found.end() < end else None

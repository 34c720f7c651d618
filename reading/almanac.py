"""The calendar's names and its arithmetic: months, days of the week, days that exist."""

import datetime as dt
import re
from functools import cache

from reading.errors import DateError
from reading.lexicon import rows

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@cache
def month_numbers() -> dict[str, int]:
    """Return month name or abbreviation, in lower case → 1 to 12."""
    return {r["name"].lower(): int(r["number"]) for r in _names("month")}


@cache
def weekday_numbers() -> dict[str, int]:
    """Return name or abbreviation of a day, in lower case → 1 (Monday) to 7, as ISO 8601 has it."""
    return {r["name"].lower(): int(r["number"]) for r in _names("weekday")}


@cache
def month_pattern() -> str:
    """Return a regular expression for a month's name, abbreviated with or without stop."""
    return _pattern("month")


@cache
def weekday_pattern() -> str:
    """Return a regular expression for a weekday's name, abbreviated with or without stop."""
    return _pattern("weekday")


def calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, or None where the calendar has no such day.

    Examples
    --------
    >>> calendar_day(2024, 2, 29), calendar_day(2023, 2, 29)
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """Return the last day of a month.

    Examples
    --------
    >>> month_end(2023, 2)
    datetime.date(2023, 2, 28)
    """
    if month == 12:
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def iso_day(text: str, what: str = "the date") -> dt.date:
    """Read ``YYYY-MM-DD``, with or without a time of day behind it.

    Parameters
    ----------
    text : str
        ISO 8601 calendar date in its extended form; a time part after ``T`` or a space is left out.
    what : str
        Name of the value, for the message.

    Raises
    ------
    DateError
        It is no such form, or the calendar has no such day.

    Examples
    --------
    >>> iso_day("2024-10-24T09:00:00Z")
    datetime.date(2024, 10, 24)
    """
    stated = text.strip()
    match = _ISO_DATE.match(stated)
    if match is None or (len(stated) > match.end() and stated[match.end()] not in "T "):
        raise DateError(f"{what} {text!r} is not written YYYY-MM-DD; write 2024-10-24, for example")
    year, month, day = (int(part) for part in match.groups())
    found = calendar_day(year, month, day)
    if found is None:
        raise DateError(f"{what} {text!r} is no day of the calendar; check the month and the day")
    return found


def _names(kind: str) -> list[dict[str, str]]:
    return [row for row in rows("calendar_names") if row["kind"] == kind]


def _pattern(kind: str) -> str:
    names = sorted(_names(kind), key=lambda row: (-len(row["name"]), row["name"]))
    forms = [row["name"] + (r"\.?" if row["form"] == "short" else "") for row in names]
    return "(?:" + "|".join(forms) + ")"

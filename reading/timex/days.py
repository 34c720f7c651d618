"""Stretches of days, how they are counted, and how EDTF writes them."""

import datetime as dt
from typing import Literal, NamedTuple

from reading.almanac import calendar_day, month_end

Direction = Literal["past", "future", "nearest"]
Part = Literal["early", "mid", "late", "start", "end", "first half", "second half"]
LAST_YEAR = 9998
_FAR_AHEAD_DAYS = 300
_THIRDS: tuple[Part, ...] = ("early", "mid", "late")


class Days(NamedTuple):
    """Days from `start` to `end`, both included; None is an open or unknown side."""

    start: dt.date | None
    end: dt.date | None


UNKNOWN = Days(None, None)


def shifted(day: dt.date, days: int) -> dt.date:
    """Return `day` moved by `days`, kept within the calendar."""
    number = day.toordinal() + days
    return dt.date.fromordinal(max(1, min(number, dt.date.max.toordinal())))


def year_days(year: int) -> Days:
    """Return the days of a year, from 1 to 9998; unknown outside."""
    if not 1 <= year <= LAST_YEAR:
        return UNKNOWN
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))


def month_days(year: int, month: int) -> Days:
    """Return the days of a month; `month` may run over the year's ends (0 is December before)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= LAST_YEAR:
        return UNKNOWN
    return Days(dt.date(year, month, 1), month_end(year, month))


def week_days(day: dt.date) -> Days:
    """Return the Monday and the Sunday of the week of `day` (ISO 8601)."""
    monday = shifted(day, 1 - day.isoweekday())
    return Days(monday, shifted(monday, 6))


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the day of the same number `months` earlier, or the last day of that month."""
    month = month_days(day.year, day.month - months)
    if month.start is None or month.end is None:
        return dt.date.min
    return month.start.replace(day=min(day.day, month.end.day))


def weekday_near(anchor: dt.date, weekday: int, direction: Direction) -> dt.date:
    """Return the latest such weekday up to `anchor`, or the first from `anchor` on.

    Examples
    --------
    >>> weekday_near(dt.date(2024, 10, 24), 4, "past")  # a Thursday, on a Thursday
    datetime.date(2024, 10, 24)
    """
    if direction == "future":
        return shifted(anchor, (weekday - anchor.isoweekday()) % 7)
    return shifted(anchor, -((anchor.isoweekday() - weekday) % 7))


def month_near(anchor: dt.date, month: int, direction: Direction) -> Days:
    """Return the month of that number that a report of `anchor` means."""
    if direction == "future":
        year = anchor.year + (month < anchor.month)
    elif direction == "past":
        year = anchor.year - (month > anchor.month)
    else:
        distance = month - anchor.month
        year = anchor.year + (distance < -6) - (distance > 5)
    return month_days(year, month)


def day_near(anchor: dt.date, month: int, day: int, direction: Direction) -> dt.date | None:
    """Return the day of that month and number that a report of `anchor` means."""
    years = range(anchor.year - 8, anchor.year + 9) if (month, day) == (2, 29) else ()
    known = [calendar_day(y, month, day) for y in years or range(anchor.year - 1, anchor.year + 2)]
    days = [found for found in known if found is not None]
    if direction == "past":
        days = [found for found in days if found <= anchor]
    elif direction == "future":
        days = [found for found in days if found >= anchor]
    return min(days, key=lambda found: (_distance(found, anchor), found), default=None)


def is_far_ahead(day: dt.date, anchor: dt.date) -> bool:
    """Say whether `day` is so far ahead that the same name a year earlier is the likelier one."""
    return (day - anchor).days > _FAR_AHEAD_DAYS


def _distance(day: dt.date, anchor: dt.date) -> int:
    """Return how far `day` is; what is to come counts three times, because news looks back."""
    days = (day - anchor).days
    return 3 * days if days > 0 else -days


def part_of(days: Days, part: Part) -> Days:
    """Return the early, middle or late part of `days`, a half of them, or their first or last days.

    "Early and mid-October" reaches to the 20th, "early 2019" to the end of April, "the late 1980s"
    are the years from 1987; "the start of the year" is its first month.
    """
    if days.start is None or days.end is None:
        return days
    length = (days.end - days.start).days + 1
    if length > 300 and part in _THIRDS:
        return _third_by_calendar(days.start, length, part)
    third = round(length / 3)
    if part == "early":
        return Days(days.start, shifted(days.start, third - 1))
    if part == "mid":
        return Days(shifted(days.start, third), shifted(days.start, 2 * third - 1))
    if part == "late":
        return Days(shifted(days.start, 2 * third), days.end)
    if part == "first half":
        return Days(days.start, shifted(days.start, (length + 1) // 2 - 1))
    if part == "second half":
        return Days(shifted(days.start, (length + 1) // 2), days.end)
    edge = _edge(length)
    if part == "start":
        return Days(days.start, shifted(days.start, edge - 1))
    return Days(shifted(days.end, 1 - edge), days.end)


def _third_by_calendar(start: dt.date, length: int, part: Part) -> Days:
    """Cut a year at the ends of April and August, anything longer at years: 4, 3 and the rest."""
    if length < 400:
        first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        year = start.year + (start.month > 1)
        return Days(month_days(year, first).start, month_days(year, last).end)
    count = round(length / 365.25)
    cuts = (0, round(0.4 * count), round(0.7 * count), count)
    rank = _THIRDS.index(part)
    first_year, last_year = start.year + cuts[rank], start.year + cuts[rank + 1] - 1
    return Days(year_days(first_year).start, year_days(last_year).end)


def _edge(length: int) -> int:
    """Return how many days "the start of" takes: 2 of a week, 7 of a month, 31 of a year."""
    if length <= 7:
        return min(2, length)
    return 7 if length <= 31 else max(31, length // 12)


def edtf(days: Days, *, approximate: bool = False) -> str:
    """Write `days` in EDTF level 1: a day, month or year where they fill one, else an interval.

    Examples
    --------
    >>> edtf(Days(dt.date(2024, 2, 1), dt.date(2024, 2, 29)))
    '2024-02'
    >>> edtf(Days(None, dt.date(2024, 12, 31)), approximate=True)
    '../2024-12-31~'
    """
    mark = "~" if approximate else ""
    if days.start is None and days.end is None:
        return "XXXX-XX-XX"
    if days.start is None or days.end is None:
        sides = [".." if side is None else f"{_iso(side)}{mark}" for side in days]
        return "/".join(sides)
    whole = _unit(days.start, days.end)
    if whole is not None:
        return whole.replace("/", f"{mark}/") + mark
    return f"{_iso(days.start)}{mark}/{_iso(days.end)}{mark}"


def _unit(start: dt.date, end: dt.date) -> str | None:
    if start == end:
        return _iso(start)
    if start.day != 1 or end != month_end(end.year, end.month):
        return None
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.year:04}-{start.month:02}"
    if start.month != 1 or end.month != 12:
        left, right = f"{start.year:04}-{start.month:02}", f"{end.year:04}-{end.month:02}"
        return f"{left}/{right}" if start < end else None
    if start.year == end.year:
        return f"{start.year:04}"
    if start.year % 10 == 0 and end.year == start.year + 9:
        return f"{start.year // 10:03}X"
    return f"{start.year:04}/{end.year:04}"


def _iso(day: dt.date) -> str:
    return day.isoformat()

"""The units of the calendar: how long one is, which one lies around a day."""

import datetime as dt
import re
from typing import cast

from reading.model import DatePrecision
from reading.timex.days import Days, month_days, months_before, shifted, week_days, year_days
from reading.timex.grammar import UNIT_DAYS, UNIT_MONTHS

_UNIT_NAMES = (
    "second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century"
)
TRIGGERS = frozenset(
    [name for unit in _UNIT_NAMES.split("|") for name in (unit, f"{unit}s")]
    + ["centuries", "morning", "afternoon", "evening"]
)
PRECISION: dict[str, DatePrecision] = {
    "second": "day", "minute": "day", "hour": "day", "day": "day", "night": "day",
    "weekend": "day", "week": "week", "fortnight": "week", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "vague",
}  # fmt: skip
ISO_UNIT = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "night": "P{}D",
    "week": "P{}W", "month": "P{}M", "year": "P{}Y",
}  # fmt: skip
_ISO_FACTOR = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}


def duration_form(count: float, unit: str) -> str:
    """Write a length of time as ISO 8601 does.

    Examples
    --------
    >>> duration_form(3, "week"), duration_form(1.5, "fortnight"), duration_form(48, "hour")
    ('P3W', 'P3W', 'PT48H')
    """
    unit, factor = _ISO_FACTOR.get(unit, (unit, 1))
    number = count * factor
    return ISO_UNIT[unit].format(int(number) if number == int(number) else number)


def back(day: dt.date, count: float, unit: str) -> dt.date:
    """Return the day `count` units before `day`; forward where `count` is negative."""
    if unit in UNIT_MONTHS:
        return months_before(day, round(count * UNIT_MONTHS[unit]))
    if unit == "hour":
        return shifted(day, -round(count / 24))
    return shifted(day, -round(count * UNIT_DAYS[unit]))


def unit_around(day: dt.date, unit: str) -> Days:
    """Return the whole unit that `day` lies in."""
    if unit in {"week", "fortnight"}:
        return week_days(day)
    if unit == "weekend":
        saturday = shifted(day, 6 - day.isoweekday())
        return Days(saturday, shifted(saturday, 1))
    if unit == "month":
        return month_days(day.year, day.month)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1
        return Days(month_days(day.year, first).start, month_days(day.year, first + 2).end)
    if unit == "year":
        return year_days(day.year)
    if unit == "decade":
        first = day.year // 10 * 10
        return Days(year_days(first).start, year_days(first + 9).end)
    if unit == "century":
        first = (day.year - 1) // 100 * 100 + 1
        return Days(year_days(first).start, year_days(first + 99).end)
    return Days(day, day)


def unit_of(match: re.Match[str], group: str = "u") -> str:
    """Return the unit that a pattern found, in the singular."""
    unit = match.group(group).lower()
    return "century" if unit.startswith("centur") else unit.rstrip("s")


def stepped(base: dt.date, unit: str, step: int) -> dt.date:
    """Return a day that lies so many units ahead of another, or behind it."""
    if unit == "weekend":
        return shifted(base, 7 * step)
    if unit in {"month", "quarter", "year", "decade", "century"}:
        first = unit_around(base, unit).start
        return months_before(cast("dt.date", first), -step * UNIT_MONTHS[unit])
    return back(base, -step, unit)


def plain(unit: str) -> str:
    """Return the unit that is as long: a weekend away is a week away."""
    return "week" if unit == "weekend" else unit

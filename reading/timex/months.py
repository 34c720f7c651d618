"""Months and their days: "Oct. 24", "24 October 2024", "October 24-26", "in October", holidays."""

import datetime as dt
import re
from functools import cache

from reading.almanac import (
    calendar_day,
    month_numbers,
    month_pattern,
    weekday_numbers,
    weekday_pattern,
)
from reading.lexicon import rows
from reading.timex.days import (
    UNKNOWN,
    Days,
    Direction,
    day_near,
    is_far_ahead,
    month_days,
    month_near,
    shifted,
)
from reading.timex.grammar import Atom, S, Scope, no_time

TRIGGERS = frozenset(month_numbers())
HOLIDAY_TRIGGERS = frozenset(
    max(re.findall(r"[a-z]+", row["name"].lower().removesuffix(" day")), key=len)
    for row in rows("holidays")
)
_AMBIGUOUS = frozenset(("march", "may", "mar", "jan", "jun", "dec", "sep"))
_NAMES_OF_PEOPLE = frozenset(("april", "june", "august", "jan", "may"))
_IN = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|during|through|between|before|after|from|to|last|next"
    r"|this|early|late|every|each|and|for|around|throughout|past|previous|that)\s{1,2}|mid-|mid\s"
    r"|[(–—/-])$",
    re.IGNORECASE,
)
_ONE_OF_MANY = re.compile(r"\b(?:one|every|each|a)\s$", re.IGNORECASE)
_MODIFIED = re.compile(r"\b(last|past|next|this|coming)\s$", re.IGNORECASE)
_THAT = re.compile(r"\bthat\s$", re.IGNORECASE)
_ISO = re.compile(r"(?<![\w.-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_SLASHED = re.compile(r"(?<![\w./-])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\w/-])")


def month_days_found(scope: Scope) -> list[Atom]:
    """Find months with the day of the month: kind ``month_day``, or ``date`` with a year."""
    found: list[Atom] = []
    for match in _day_pattern().finditer(scope.text, scope.start, scope.end):
        name = match.group("m1") or match.group("m2")
        month = month_numbers()[name.rstrip(".").lower()]
        first = int(match.group("d1") or match.group("d2"))
        last = int(match.group("e1") or match.group("e2") or first)
        if not (1 <= first <= 31 and first <= last <= 31):
            continue
        found.append(_of_days(scope, match, month, first, last))
    return found


def months(scope: Scope) -> list[Atom]:
    """Find months without a day: "in October", "last March", "May 2023"."""
    found: list[Atom] = []
    for match in _month_pattern().finditer(scope.text, scope.start, scope.end):
        atom = _of_month(scope, match)
        if atom is not None:
            found.append(atom)
    return found


def numeric_dates(scope: Scope) -> list[Atom]:
    """Find 2024-10-24, 24/10/2024 and 24.10.2024; of 5/6/2024 only the year is sure."""
    found: list[Atom] = []
    for match in _ISO.finditer(scope.text, scope.start, scope.end):
        year, month, number = (int(part) for part in match.groups())
        day = calendar_day(year, month, number)
        if day is not None:
            found.append(Atom(*match.span(), Days(day, day), "day", "date"))
    for match in _SLASHED.finditer(scope.text, scope.start, scope.end):
        one, two, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
        day_first = match.group(2) == "." or one > 12 or one == two
        month_first = two > 12
        if not day_first and not month_first:
            form = f"{year:04}-XX-XX"
            found.append(Atom(*match.span(), UNKNOWN, "day", "date", form=form))
            continue
        day = calendar_day(year, one, two) if month_first else calendar_day(year, two, one)
        if day is not None:
            found.append(Atom(*match.span(), Days(day, day), "day", "date"))
    return found


def holidays(scope: Scope) -> list[Atom]:
    """Find holidays that keep their day of the year."""
    found: list[Atom] = []
    for match in _holiday_pattern().finditer(scope.text, scope.start, scope.end):
        name = match.group("name")
        month, number = _holiday_days()[name.replace("'", "’")]
        if _ONE_OF_MANY.search(_before(scope, match)):
            found.append(no_time(match))
            continue
        bare = not name.endswith(("Day", "Eve", "Night", "July", "Mayo"))
        if bare and not _IN.search(_before(scope, match)) and not match.group("year"):
            before = scope.text[max(scope.start, match.start() - 6) : match.start()]
            if not re.search(r"\b(?:on|at|over|around)\s$", before):
                found.append(no_time(match))
                continue
        found.append(_of_days(scope, match, month, number, number, kind="holiday"))
    return found


def _of_days(
    scope: Scope, match: re.Match[str], month: int, first: int, last: int, kind: str = ""
) -> Atom:
    year = match.group("year")
    length = last - first
    kind = kind or ("date_range" if length else "date" if year else "month_day")
    if year:
        start, end = calendar_day(int(year), month, first), calendar_day(int(year), month, last)
        if start is None or end is None:
            return no_time(match)
        return Atom(*match.span(), Days(start, end), "day", kind)

    def near(day: dt.date, direction: Direction) -> Days:
        start = day_near(day, month, first, direction)
        return UNKNOWN if start is None else Days(start, shifted(start, length))

    if calendar_day(2024, month, first) is None or calendar_day(2024, month, last) is None:
        return no_time(match)
    if scope.anchor is None:
        form = f"XXXX-{month:02}-{first:02}" if not length else None
        return Atom(*match.span(), UNKNOWN, "day", kind, floating=near, form=form)
    modifier = _MODIFIED.search(_before(scope, match)) if kind == "holiday" else None
    direction = scope.direction(match.start(), "nearest")
    if modifier is not None:
        direction = "past" if modifier.group(1).lower() in {"last", "past"} else "future"
    days = near(scope.anchor, direction)
    guessed = scope.tense is None and modifier is None and direction == "future"
    if guessed and days.start is not None and is_far_ahead(days.start, scope.anchor):
        days = near(scope.anchor, "past")
    weekday = match.groupdict().get("weekday")
    if weekday is not None and days.start is not None and not length:
        days = _on_weekday(days.start, weekday_numbers()[weekday.rstrip(".").lower()])
    begin = match.start() - (len(modifier.group()) if modifier is not None else 0)
    return Atom(begin, match.end(), days, "day", kind, floating=None if modifier else near)


def _on_weekday(day: dt.date, weekday: int) -> Days:
    """Return the day in the year, of three, in which it falls on the day of the week printed."""
    for year in (day.year, day.year - 1, day.year + 1):
        moved = calendar_day(year, day.month, day.day)
        if moved is not None and moved.isoweekday() == weekday:
            return Days(moved, moved)
    return Days(day, day)


def _of_month(scope: Scope, match: re.Match[str]) -> Atom | None:
    name = match.group("month").rstrip(".").lower()
    number = month_numbers()[name]
    modifier = (match.group("mod") or "").lower()
    year, which = match.group("year"), match.group("which")
    before = _before(scope, match)
    bare = not (year or modifier or which)
    if bare and not _IN.search(before):
        after = scope.text[match.end() : match.end() + 2]
        is_name = name in _NAMES_OF_PEOPLE and (after[:1].isspace() and after[1:].isupper())
        if name in _AMBIGUOUS or is_name:
            return None
    if modifier in {"every", "each"}:
        return no_time(match)

    def near(day: dt.date, direction: Direction) -> Days:
        return month_near(day, number, direction)

    form, floating = None, None
    if year:
        days = month_days(int(year), number)
    elif scope.anchor is None:
        days, floating, form = UNKNOWN, near, f"XXXX-{number:02}"
    elif bare and _THAT.search(before):
        told = scope.reference_start
        days = UNKNOWN if told is None else month_days(told.year + (number < told.month), number)
    elif bare:
        direction = scope.direction(match.start(), "past")
        days, floating = near(scope.anchor, direction), near
        if scope.tense is None and days.start and is_far_ahead(days.start, scope.anchor):
            days = near(scope.anchor, "past")
    else:
        days = _modified(scope.anchor, number, modifier or f"{which} year")
    return Atom(*match.span(), days, "month", "month", floating=floating, form=form)


def _modified(anchor: dt.date, number: int, modifier: str) -> Days:
    """Return the days of "last March", "next March", "March last year"."""
    if modifier in {"last", "past"}:
        return month_near(months_first(anchor, -1), number, "past")
    if modifier == "next":
        return month_near(months_first(anchor, 1), number, "future")
    return month_days(anchor.year + {"last year": -1, "next year": 1}.get(modifier, 0), number)


def months_first(day: dt.date, months_on: int) -> dt.date:
    """Return the first day of the month `months_on` after that of `day`."""
    return month_days(day.year, day.month + months_on).start or day


def _before(scope: Scope, match: re.Match[str]) -> str:
    return scope.text[max(scope.start, match.start() - 14) : match.start()]


_YEAR = r"(?:1[5-9]|20)\d\d"


@cache
def _day_pattern() -> re.Pattern[str]:
    month = month_pattern()
    weekday = rf"(?:\b(?P<weekday>{weekday_pattern()}),?{S})?"
    ordinal = r"(?:st|nd|rd|th)?"
    dash = rf"(?:\s?[-–]\s?|{S}(?:to|and|through|or){S}(?:the{S})?)"
    return re.compile(
        rf"{weekday}(?:"
        rf"\b(?P<m1>{month}){S}(?:the{S})?(?P<d1>\d{{1,2}}){ordinal}(?!\d|[.,:]\d|\s?%|[-–]\d{{3}})"
        rf"(?:{dash}(?P<e1>\d{{1,2}}){ordinal}(?![\d:]|[.,]\d|\s?%|{S}{month}|{S}[a-z]))?"
        rf"|(?<![\d.,:$€£-])\b(?:the{S})?(?P<d2>\d{{1,2}}){ordinal}"
        rf"(?:{dash}(?P<e2>\d{{1,2}}){ordinal})?(?:\.|{S}of)?{S}(?P<m2>{month})(?!\w)"
        rf")(?:,?{S}(?:of{S})?(?P<year>{_YEAR})(?![\w-]|[.,]\d))?"
    )


@cache
def _month_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?P<mod>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Ee]very|[Ee]ach){S})?"
        rf"\b(?P<month>{month_pattern()})(?![\w-]*\w*day)(?![\w])"
        rf"(?:,?{S}(?:of{S})?(?:(?P<year>{_YEAR})(?![\w]|[.,]\d)|(?P<which>last|this|next){S}year))?"
    )


@cache
def _holiday_pattern() -> re.Pattern[str]:
    names = sorted((row["name"] for row in rows("holidays")), key=lambda n: (-len(n), n))
    forms = "|".join(re.escape(name).replace("’", "[’']") for name in names)
    return re.compile(rf"\b(?P<name>{forms})\b(?:,?{S}(?P<year>{_YEAR})\b)?")


@cache
def _holiday_days() -> dict[str, tuple[int, int]]:
    return {row["name"]: (int(row["month"]), int(row["day"])) for row in rows("holidays")}

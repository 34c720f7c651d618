"""Days of the week and the days around today: "Monday night", "last Friday", "yesterday"."""

import datetime as dt
import re
from functools import cache
from typing import cast

from reading.almanac import month_numbers, month_pattern, weekday_numbers
from reading.lexicon import rows
from reading.timex.days import (
    UNKNOWN,
    Days,
    Direction,
    month_days,
    month_near,
    shifted,
    weekday_near,
)
from reading.timex.grammar import Atom, S, Scope, no_time

TRIGGERS = frozenset(
    f"{name}{ending}"
    for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for ending in ("", "s")
)
DAY_TRIGGERS = frozenset(
    ("yesterday", "today", "tonight", "tomorrow", "overnight", "morning", "afternoon", "evening")
)
_PARTS = rf"(?:(?:early|late|mid-?){S})?(?:morning|afternoon|evening|night|midnight|noon|lunchtime)"
_NAMES = r"(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_WEEKDAY = re.compile(
    rf"(?:\b(?P<mod>[Ll]ast|[Nn]ext|[Tt]his(?:{S}(?:past|coming))?|[Tt]he{S}(?:following|previous"
    rf"|next|coming|same)|[Cc]oming|[Pp]ast|[Ee]very|[Ee]ach){S})?\b{_NAMES}"
    rf"(?P<plural>s\b)?(?:{S}{_PARTS}\b)?(?:{S}(?P<week>last|next|this){S}week\b)?"
    rf"(?P<repeats>s\b)?"
)
_WORD = re.compile(
    rf"\b(?:(?:[Tt]he{S}day{S}(?P<two>before{S}yesterday|after{S}tomorrow))"
    rf"|(?P<word>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Oo]vernight)(?:{S}{_PARTS}\b)?"
    rf"|(?P<this>[Tt]his|[Ll]ater{S}this|[Ee]arlier{S}this){S}(?:morning|afternoon|evening)"
    rf"|(?P<last>[Ll]ast){S}(?:night|evening))\b"
)
_NTH = ("first", "second", "third", "fourth")
_OFFSETS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def weekdays(scope: Scope) -> list[Atom]:
    """Find days of the week; plural and repeated ones are no time."""
    return [
        _weekday(scope, match) for match in _WEEKDAY.finditer(scope.text, scope.start, scope.end)
    ]


def nth_weekdays(scope: Scope) -> list[Atom]:
    """Find "the first Tuesday of November 2020", "the last Sunday in May"."""
    found: list[Atom] = []
    for match in _nth_pattern().finditer(scope.text, scope.start, scope.end):
        month = month_numbers()[match.group("month").rstrip(".").lower()]
        weekday = weekday_numbers()[match.group("day").lower()]
        nth = match.group("nth").lower()
        days = UNKNOWN
        whole = UNKNOWN
        if match.group("year"):
            whole = month_days(int(match.group("year")), month)
        elif scope.anchor is not None:
            whole = month_near(scope.anchor, month, scope.direction(match.start()))
        if whole.start is not None and whole.end is not None:
            first = weekday_near(whole.start, weekday, "future")
            last = weekday_near(whole.end, weekday, "past")
            day = last if nth == "last" else shifted(first, 7 * _NTH.index(nth))
            days = Days(day, day)
        found.append(Atom(*match.span(), days, "day", "weekday"))
    return found


def days_around(scope: Scope) -> list[Atom]:
    """Find yesterday, today, tonight, tomorrow, overnight, this morning, last night."""
    found: list[Atom] = []
    for match in _WORD.finditer(scope.text, scope.start, scope.end):
        word = (match.group("word") or "").lower()
        if word == "overnight":
            days = _around(scope.anchor, -1, 0)
            found.append(Atom(*match.span(), days, "day", "overnight"))
            continue
        if match.group("two"):
            offset = -2 if match.group("two").startswith("before") else 2
        else:
            offset = -1 if match.group("last") else _OFFSETS.get(word, 0)
        found.append(Atom(*match.span(), _around(scope.anchor, offset, offset), "day", "day"))
    return found


def _weekday(scope: Scope, match: re.Match[str]) -> Atom:
    name = match.group("name")
    modifier = " ".join((match.group("mod") or "").lower().split())
    if match.group("plural") or match.group("repeats") or modifier in {"every", "each"}:
        return no_time(match)
    if _is_name(scope, match):
        return no_time(match)
    number = weekday_numbers()[name.lower()]
    week = match.group("week")
    floats = not modifier and not week

    def near(day: dt.date, direction: Direction) -> Days:
        return Days(*(weekday_near(day, number, direction),) * 2)

    if scope.anchor is None and not modifier.startswith("the "):
        days = UNKNOWN
    elif floats:
        days = near(cast("dt.date", scope.anchor), scope.direction(match.start()))
    else:
        days = _modified(scope, number, modifier or f"{week} week")
    return Atom(*match.span(), days, "day", "weekday", floating=near if floats else None)


def _modified(scope: Scope, number: int, modifier: str) -> Days:
    """Return the days of "last Friday", "next Friday", "Friday next week", "the next Friday"."""
    if modifier.startswith("the "):
        base = scope.reference_start
        word = modifier.rsplit(maxsplit=1)[-1]
        if base is None:
            base = scope.anchor if word in {"previous", "coming"} else None
        if base is None:
            return UNKNOWN
        if word == "same":
            return Days(*(weekday_near(base, number, "past"),) * 2)
        if word == "previous":
            return Days(*(weekday_near(shifted(base, -1), number, "past"),) * 2)
        return Days(*(weekday_near(shifted(base, 1), number, "future"),) * 2)
    anchor = cast("dt.date", scope.anchor)
    monday = shifted(anchor, 1 - anchor.isoweekday())
    same_week = shifted(monday, number - 1)
    if modifier in {"last", "past", "this past"}:
        day = weekday_near(shifted(anchor, -1), number, "past")
    elif modifier == "last week":
        day = shifted(same_week, -7)
    elif modifier in {"next", "next week"}:
        day = shifted(same_week, 7)
    elif modifier in {"coming", "this coming"}:
        day = weekday_near(shifted(anchor, 1), number, "future")
    else:
        day = same_week
    return Days(day, day)


def _is_name(scope: Scope, match: re.Match[str]) -> bool:
    """Say whether the day is part of a name: Black Friday, the Sunday Times."""
    start, end = match.start("name"), match.end("name")
    before = scope.text[max(0, start - 12) : start].split()[-1:]
    after = scope.text[end : end + 12].split()[:1]
    name = match.group("name")
    names = _names()
    return bool(
        (before and f"{before[0]} {name}" in names)
        or (after and f"{name} {after[0].rstrip('.,;:’')}" in names)
    )


def _around(anchor: dt.date | None, first: int, last: int) -> Days:
    if anchor is None:
        return UNKNOWN
    return Days(shifted(anchor, first), shifted(anchor, last))


@cache
def _nth_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Tt]he{S})?(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast){S}"
        rf"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day){S}(?:of|in){S}"
        rf"(?P<month>{month_pattern()})(?!\w)(?:,?{S}(?P<year>(?:19|20)\d\d)\b)?"
    )


@cache
def _names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("named_weekdays"))

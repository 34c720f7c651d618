"""Years, decades, centuries, quarters, halves and seasons."""

import datetime as dt
import re

from reading.timex.days import UNKNOWN, Days, month_days, months_before, year_days
from reading.timex.grammar import Atom, S, Scope, no_time

QUARTER_TRIGGERS = frozenset(("quarter", "half", "q", "h"))
SEASON_TRIGGERS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
CENTURY_TRIGGERS = frozenset(("century", "centuries"))
_SIZED_REACH = 20
_YEAR = r"(?:1[0-9]|20)\d\d"
_BARE = re.compile(
    rf"(?<![\w.,:/$€£#°’'])(?<!\d-)(?P<year>{_YEAR})(?:(?P<dash>[-–/])(?P<to>\d\d(?:\d\d)?))?"
    rf"(?P<s>[’']?s\b)?(?![\w°%]|[.,:]\d|[-/]\d|{S}(?:BC|metres|meters|km|people|feet|GMT|UTC|hours)\b)"
)
_SHORT_DECADE = re.compile(r"(?<!\w)[’'‘](?P<ten>[2-9]0)s\b")
_LED = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|during|before|after|to|and|between|early|late|year"
    r"|through|throughout|than|as of|around|circa|back in|the|its|his|her|their|our|a|an|that|for"
    r"|s|s’|for|around|about|spring|summer|autumn|fall|winter|season|or)\s{1,2}"
    r"|[’']s\s|mid[- ]|late-|early-|\s[-–]\s?|[(\[–,]\s?)$",
    re.IGNORECASE,
)
_NOUN_LED = re.compile(r"\b(?:the|its|his|her|their|our|a|an|that|for)\s{1,2}$|[’']s?\s$")
_SIZED = re.compile(
    r"\b(?:altitude|attendance|average|budget|capacity|cost|count|crew|crowd|depth|elevation|fleet"
    r"|force|garrison|height|length|membership|population|price|rating|salary|score|speed|staff"
    r"|strength|sum|toll|total|value|workforce)\sof\s$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|around|than|or|some|of)\s$", re.IGNORECASE)
_PLURAL = re.compile(r"\s[a-z]{3,20}s\b")
_FOLLOWED = re.compile(r"\s{1,2}(?:was|is|were|has|saw|brought|began|will|marked|marks|ended)\b")
_COUNTED = re.compile(
    r"\s{1,2}(?:more|other|people|men|women|children|soldiers|troops|homes|houses|families|dollars"
    r"|euros|pounds|tons|tonnes|jobs|cases|deaths|workers|residents|students|members|votes|miles"
    r"|kilometres|kilometers|hectares|acres)\b"
)
_QUARTER = re.compile(
    rf"(?:\b(?P<q>[Qq][1-4]|[Hh][12])\b|\b(?:[Tt]he{S})?"
    rf"(?P<nth>first|second|third|fourth|last|final){S}(?P<unit>quarter|half)\b)(?:,?{S}(?:of{S})?(?:(?P<year>{_YEAR})\b"
    rf"|(?P<which>last|this|next){S}year))?"
)
_SEASON = re.compile(
    rf"(?:\b(?P<mod>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he{S}past){S})?"
    rf"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b"
    rf"(?:,?{S}(?P<of>of{S})?(?P<year>{_YEAR})(?:[-–/](?P<to>\d\d(?:\d\d)?))?\b)?"
)
_SEASON_CODE = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON_LED = re.compile(
    r"\b(?:(?:in|during|over|since|by|until|through|before|after)\s(?:the\s)?"
    r"|(?:early|late)\s|mid-)$",
    re.IGNORECASE,
)
_CENTURY = re.compile(
    rf"\b(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Tt]welfth|[Tt]hirteenth"
    rf"|[Ff]ourteenth|[Ff]ifteenth|[Ss]ixteenth|[Ss]eventeenth|[Ee]ighteenth|[Nn]ineteenth"
    rf"|[Tt]wentieth|[Tt]wenty-first)(?:{S}|-)century\b(?P<bc>{S}BCE?\b)?"
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21,
}  # fmt: skip


def years(scope: Scope) -> list[Atom]:
    """Find years, ranges such as 2014-2020, and decades; a bare number needs a sign of it."""
    found: list[Atom] = []
    for match in _BARE.finditer(scope.text, scope.start, scope.end):
        atom = _year(scope, match)
        if atom is not None:
            found.append(atom)
    return found


def short_decades(scope: Scope) -> list[Atom]:
    """Find "the ’80s"."""
    found: list[Atom] = []
    for match in _SHORT_DECADE.finditer(scope.text, scope.start, scope.end):
        first = 1900 + int(match.group("ten"))
        days = Days(dt.date(first, 1, 1), dt.date(first + 9, 12, 31))
        found.append(Atom(*match.span(), days, "decade", "decade"))
    return found


def quarters(scope: Scope) -> list[Atom]:
    """Find quarters and halves of a year."""
    found: list[Atom] = []
    for match in _QUARTER.finditer(scope.text, scope.start, scope.end):
        atom = _quarter(scope, match)
        if atom is not None:
            found.append(atom)
    return found


def seasons(scope: Scope) -> list[Atom]:
    """Find seasons; which months they are hangs on the hemisphere, so the days are the year's."""
    found: list[Atom] = []
    for match in _SEASON.finditer(scope.text, scope.start, scope.end):
        atom = _season(scope, match)
        if atom is not None:
            found.append(atom)
    return found


def centuries(scope: Scope) -> list[Atom]:
    """Find centuries of our era."""
    found: list[Atom] = []
    for match in _CENTURY.finditer(scope.text, scope.start, scope.end):
        words = match.group("nth").lower()
        number = _ORDINALS.get(words) or int(re.sub(r"\D", "", words) or 0)
        if match.group("bc") or not 1 <= number <= 30:
            found.append(no_time(match))
            continue
        days = Days(dt.date(number * 100 - 99, 1, 1), dt.date(number * 100, 12, 31))
        form = f"{number - 1:02}XX"
        found.append(Atom(*match.span(), days, "vague", "century", form=form))
    return found


def _year(scope: Scope, match: re.Match[str]) -> Atom | None:
    number = int(match.group("year"))
    before = scope.text[max(scope.start, match.start() - 14) : match.start()]
    after = scope.text[match.end() : min(scope.end, match.end() + 14)]
    decade = match.group("s") == "s" or (match.group("s") and before.lower().endswith("the "))
    if decade and (number % 10 == 0 or match.group("s") == "s"):
        if number % 10:
            return None
        length = 100 if number % 100 == 0 and number < 1900 else 10
        days = Days(dt.date(number, 1, 1), dt.date(number + length - 1, 12, 31))
        return Atom(*match.span(), days, "decade", "decade")
    if match.group("to"):
        last = int(match.group("to"))
        last = last if last > 99 else number // 100 * 100 + last
        if not number < last <= number + 150:
            return None
        days = Days(year_days(number).start, year_days(last).end)
        return Atom(*match.span(), days, "year", "year_range")
    led = _LED.search(before) is not None or (not before.strip() and _FOLLOWED.match(after))
    if not led or _COUNTED.match(after):
        return None
    if _SIZED.search(scope.text, max(scope.start, match.start() - _SIZED_REACH), match.start()):
        return None
    if _ABOUT.search(before) and _PLURAL.match(scope.text, match.end(), scope.end):
        return None
    if _NOUN_LED.search(before) and (number % 100 == 0 or number < 1800 or not after[:1].isspace()):
        return None
    end = match.end() - len(match.group("s") or "")
    return Atom(match.start(), end, year_days(number), "year", "year")


def _quarter(scope: Scope, match: re.Match[str]) -> Atom | None:
    code, year, which = match.group("q"), match.group("year"), match.group("which")
    is_half = code[0] in "Hh" if code else match.group("unit") == "half"
    if is_half and not (year or which):
        return None
    last = match.group("nth") in {"last", "final"}
    nth = int(code[1]) if code else 0
    if not code and not last:
        nth = ("first", "second", "third", "fourth").index(match.group("nth")) + 1
    length = 6 if is_half else 3
    if last:
        nth = 12 // length
    if is_half and nth > 2:
        return None
    if year:
        number = int(year)
    elif scope.anchor is None:
        return Atom(*match.span(), UNKNOWN, "quarter", "quarter")
    elif which:
        number = scope.anchor.year + {"last": -1, "this": 0, "next": 1}[which]
    elif last and not code:
        day = months_before(scope.anchor, 3)
        number, nth = day.year, (day.month - 1) // 3 + 1
    else:
        number = scope.anchor.year
        begins = month_days(number, (nth - 1) * length + 1).start
        if begins and begins > scope.anchor and scope.direction(match.start()) == "past":
            number -= 1
    first = month_days(number, (nth - 1) * length + 1)
    days = Days(first.start, month_days(number, nth * length).end)
    return Atom(*match.span(), days, "quarter", "half_year" if is_half else "quarter")


def _season(scope: Scope, match: re.Match[str]) -> Atom | None:
    season = match.group("season").lower()
    modifier = " ".join((match.group("mod") or "").lower().split())
    year = match.group("year")
    before = scope.text[max(scope.start, match.start() - 14) : match.start()]
    if not (year or modifier or _SEASON_LED.search(before)):
        return None
    after = scope.text[match.end() : min(scope.end, match.end() + 12)]
    if not (year or modifier) and re.match(r"\s[a-z]{4}", after):
        return None
    if scope.anchor is None and not year:
        return Atom(*match.span(), UNKNOWN, "season", "season")
    if modifier in {"last", "the past"} and scope.anchor is not None and not year:
        days = Days(months_before(scope.anchor, 12), scope.anchor)
        return Atom(*match.span(), days, "season", "season", approximate=True)
    if year:
        number = int(year)
    else:
        number = scope.anchor.year + (modifier == "next") if scope.anchor else 0
    last = number
    if match.group("to"):
        short = int(match.group("to"))
        last = short if short > 99 else number // 100 * 100 + short
    days = Days(year_days(number).start, year_days(last).end)
    form = f"{number:04}-{_SEASON_CODE[season]}"
    return Atom(*match.span(), days, "season", "season", approximate=True, form=form)

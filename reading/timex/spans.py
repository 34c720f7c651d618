"""One named unit: "last week", "this year", "the day before", "the end of the month"."""

import re

from reading.timex.days import UNKNOWN, Days, shifted
from reading.timex.grammar import AFTER_WORD, Atom, S, Scope, no_time
from reading.timex.units import PRECISION, back, plain, stepped, unit_around

_NAMED = re.compile(
    rf"\b(?P<the>[Tt]he{S})?(?:(?P<mod>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Pp]revious|[Pp]receding"
    rf"|[Ff]ollowing|[Cc]oming|[Ss]ame|[Cc]urrent|[Pp]ast|[Vv]ery{S}same|[Ee]very|[Ee]ach){S})?"
    rf"(?P<u>weekend|day|night|morning|afternoon|evening|week|month|quarter|year|decade|century)\b"
    rf"(?:{S}(?P<after>before{S}last|after{S}next|before|after|ending|old)\b)?",
)
_DAY_PARTS = frozenset(("day", "night", "morning", "afternoon", "evening"))
_IN_THE_DAY = re.compile(r"\b(?:earlier|later)\sin\s$", re.IGNORECASE)
_SINCE_ITS_START = re.compile(r"\bsince\s(?:the\s)?(?:start|beginning)\sof\s\Z", re.IGNORECASE)


def named(scope: Scope) -> list[Atom]:
    """Find one named unit: "last week", "this year", "the following day", "the day before"."""
    found: list[Atom] = []
    for match in _NAMED.finditer(scope.text, scope.start, scope.end):
        atom = _named(scope, match)
        if atom is not None:
            found.append(atom)
    return found


def _named(scope: Scope, match: re.Match[str]) -> Atom | None:
    modifier = " ".join((match.group("mod") or "").lower().split()).removeprefix("very ")
    unit, after = match.group("u"), " ".join((match.group("after") or "").split())
    the = match.group("the") is not None
    if after == "old" or modifier in {"every", "each"}:
        return no_time(match) if modifier else None
    end = match.end("u") if after in {"ending", "after", "before"} and modifier else match.end()
    if not modifier:
        return _bare_unit(scope, match, unit, after) if the else None
    offset = {"last": -1, "next": 1, "previous": -1, "preceding": -1, "following": 1, "coming": 1}
    chained = (the and modifier in {"next", "previous", "preceding", "following", "same"}) or (
        modifier in {"that", "following", "same"}
    )
    step = offset.get(modifier, 0)
    if after == "before last":
        step, end = -2, match.end()
    elif after == "after next":
        step, end = 2, match.end()
    if modifier == "past" and unit not in _DAY_PARTS:
        days = (
            UNKNOWN
            if scope.anchor is None
            else Days(back(scope.anchor, 1, plain(unit)), scope.anchor)
        )
        return Atom(match.start(), end, days, PRECISION[unit], "past_span")
    base = scope.anchor
    if chained:
        base = scope.reference_start
        if base is None and modifier in {"same", "previous", "preceding"}:
            base = scope.anchor
        if modifier == "that" and base is None:
            return None
    if unit in _DAY_PARTS:
        if modifier in {"this", "last", "coming", "current", "past"} or (
            modifier == "next" and not the
        ):
            return None
        unit = "day"
    if the and modifier == "last" and unit != "weekend":
        days = UNKNOWN if base is None else Days(back(base, 1, unit), base)
        return Atom(match.start(), end, days, PRECISION[unit], "past_span")
    days = UNKNOWN if base is None else unit_around(stepped(base, unit, step), unit)
    return Atom(match.start(), end, days, PRECISION[unit], unit)


def _bare_unit(scope: Scope, match: re.Match[str], unit: str, after: str) -> Atom | None:
    """Read "the day before", "the weekend", and "the month" where "the end of" stands before."""
    if after in {"before", "after"} and unit != "weekend":
        base = scope.reference_start
        follows = AFTER_WORD.match(scope.text, match.end(), scope.end) is not None
        if follows or base is None:
            return Atom(*match.span(), UNKNOWN, PRECISION[unit], "chain")
        step = -1 if after == "before" else 1
        days = unit_around(stepped(base, unit, step), unit)
        return Atom(*match.span(), days, PRECISION[unit], "chain")
    start, end = match.start(), match.end("u")
    if unit == "weekend":
        led = scope.text[max(scope.start, start - 9) : start].lower()
        if not led.endswith(("over ", "at ", "during ", "for ", "on ", "by ", "until ", "before ")):
            return None
        days = UNKNOWN
        if scope.anchor is not None:
            this = unit_around(scope.anchor, "weekend")
            ahead = scope.direction(start) == "future"
            behind = this.start is not None and this.start > scope.anchor and not ahead
            days = unit_around(shifted(scope.anchor, -7), "weekend") if behind else this
        return Atom(start, end, days, "day", "weekend")
    base = scope.reference_start or scope.anchor
    if scope.anchor is not None and _SINCE_ITS_START.search(
        scope.text, max(scope.start, start - 24), start
    ):
        base = scope.anchor  # "since the start of the year": of this one
    if unit == "day":
        days = UNKNOWN if base is None else Days(base, base)
        if _IN_THE_DAY.search(scope.text[max(scope.start, start - 12) : start]) is None:
            return None
        return Atom(start, end, days, "day", "day", needs_part=True)
    if unit in _DAY_PARTS:
        return None
    days = UNKNOWN if base is None else unit_around(base, unit)
    return Atom(start, end, days, PRECISION[unit], unit, needs_part=True)

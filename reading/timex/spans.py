"""Units counted from a day: "two days ago", "in recent weeks", "for weeks", "last month"."""

import datetime as dt
import re
from functools import cache
from typing import cast

from reading.model import DatePrecision
from reading.numerals import number_words, small_value
from reading.timex.days import (
    UNKNOWN,
    Days,
    month_days,
    months_before,
    shifted,
    week_days,
    year_days,
)
from reading.timex.grammar import (
    UNIT_DAYS,
    UNIT_MONTHS,
    VAGUE_COUNT,
    VAGUE_SPAN,
    Atom,
    S,
    Scope,
    count_of,
    count_pattern,
    no_time,
)

_UNIT_NAMES = (
    "second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century"
)
_PLURALS = frozenset(("centuries", "nights"))
TRIGGERS = frozenset(
    [name for unit in _UNIT_NAMES.split("|") for name in (unit, f"{unit}s")]
    + ["centuries", "morning", "afternoon", "evening"]
)
_UNIT = (
    r"(?P<u>second|minute|hour|day|night|week|fortnight|month|year|decade|centur)(?P<s>s|y|ies)?\b"
)
_ROUGHLY = (
    rf"(?:more{S}than|less{S}than|fewer{S}than|at{S}least|up{S}to|well{S}over|just{S}over|over"
    rf"|nearly|almost|about|around|some|roughly|approximately|barely|only|just|under)"
)
_MOD = r"(?:last|past|next|previous|preceding|coming|following|recent|first|final)"
_COUNTED = re.compile(
    rf"(?<![\w.,$€£-])(?:(?P<lead>[Ii]n|[Ww]ithin|[Oo]ver|[Dd]uring|[Ff]or|[Tt]hroughout|[Aa]fter"
    rf"|[Ee]very|[Ii]nside){S})?(?:(?P<the>[Tt]he{S})?(?P<mod>{_MOD}){S})?"
    rf"(?:(?P<rough>{_ROUGHLY}){S})?(?:\b(?P<low>[a-z]{{3,9}}|\d{{1,3}})(?:{S}(?:to|or){S}|[-–]))?"
    rf"\b{count_pattern()}(?:{S}and{S}a{S}half)?"
    rf"(?P<gap>{S}|-)(?:more{S}|straight{S}|consecutive{S}|long{S}|full{S})?{_UNIT}"
    rf"(?:{S}and{S}a{S}half)?"
    rf"(?:(?:{S}|-)(?P<tail>ago|earlier|later|before|after(?:wards)?|prior|from{S}now|old|of{S}age|hence)\b)?",
    re.IGNORECASE,
)
_BEFORE_UNIT = re.compile(
    r"\b(\w+)[-‑\s]{1,2}(?:second|minute|hour|day|night|week|fortnight|month|year|decade|centur)",
    re.IGNORECASE,
)
_UNCOUNTED_TRIGGERS = frozenset(("centuries", "past", "last")) | {
    f"{unit}s" for unit in ("minute", "hour", "day", "week", "month", "year", "decade")
}
_UNCOUNTED = re.compile(
    rf"\b(?:(?P<lead>[Ii]n|[Ww]ithin|[Oo]ver|[Dd]uring|[Ff]or|[Tt]hroughout){S})?(?:"
    rf"(?:[Tt]he{S})?(?P<mod>recent|coming){S}(?P<u1>days|weeks|months|years|decades|hours)"
    rf"|[Tt]he{S}(?:past|last){S}(?P<u2>day|week|weeks|month|months|year|years|decade|decades|century)"
    rf"|(?<=\w ){_UNIT.replace('<u>', '<u3>').replace('<s>', '<s3>')}"
    rf"(?:{S}(?P<tail>ago|earlier|later))?)",
)
_NAMED = re.compile(
    rf"\b(?P<the>[Tt]he{S})?(?:(?P<mod>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Pp]revious|[Pp]receding"
    rf"|[Ff]ollowing|[Cc]oming|[Ss]ame|[Cc]urrent|[Pp]ast|[Vv]ery{S}same|[Ee]very|[Ee]ach){S})?"
    rf"(?P<u>weekend|day|night|morning|afternoon|evening|week|month|quarter|year|decade|century)\b"
    rf"(?:{S}(?P<after>before{S}last|after{S}next|before|after|ending|old)\b)?",
)
_RATE = re.compile(r"(?:\b(?:once|twice|times|each|per|every)\s(?:a\s)?|[\d%]\s?an?\s|\ba\s)$")
_REPEATED = re.compile(r"\b(?:every|each|per|times|twice|once)\b[^.]{0,6}$", re.IGNORECASE)
_PRECISION: dict[str, DatePrecision] = {
    "second": "day", "minute": "day", "hour": "day", "day": "day", "night": "day",
    "weekend": "day", "week": "week", "fortnight": "week", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "vague",
}  # fmt: skip
_ISO_UNIT = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "night": "P{}D",
    "week": "P{}W", "month": "P{}M", "year": "P{}Y",
}  # fmt: skip
_ISO_FACTOR = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}
_BACKWARD = frozenset(("last", "past", "previous", "preceding", "recent"))
_FORWARD = frozenset(("next", "coming", "following"))
_DAY_PARTS = frozenset(("day", "night", "morning", "afternoon", "evening"))
_IN_THE_DAY = re.compile(r"\b(?:earlier|later)\sin\s$", re.IGNORECASE)
_SINCE_ITS_START = re.compile(r"\bsince\s(?:the\s)?(?:start|beginning)\sof\s\Z", re.IGNORECASE)
_TIME = re.compile(r"[’']?s?[’']?\stime\b")
_DISTANCE = re.compile(
    r"\s(?:away|drive|walk|flight|ride|north|south|east|west|by\s(?:air|boat|bus|car|road|train))\b"
)
_SERVED = re.compile(
    r"[’']?\s(?:in\s(?:prison|jail|custody|a\slabou?r)|behind\sbars|imprisonment|of\shard"
    r"|(?:in\s)?(?:prison|jail|suspended|driving|playing)\s(?:(?:jail|prison)\s)?"
    r"(?:sentence|term|ban)s?|sentences?)\b",
    re.IGNORECASE,
)
_SENTENCED = re.compile(
    r"\b(?:sentenced|jailed|imprisoned|banned)\s(?:him\s|her\s|them\s)?(?:to|for)\s[^.,;]{0,24}$"
    r"|\bsentences?\s(?:[^.,;]{1,24}\s)?(?:to|of|from)\s[^.,;\d]{0,16}(?:\d{1,2}\sto\s)?$",
    re.IGNORECASE,
)
_SENTENCE_REACH = 60
_AFTER_WORD = re.compile(r"\s{1,2}(?!and\b|but\b|when\b|he\b|she\b|they\b|it\b|in\b|at\b|on\b)\w")


def counted(scope: Scope) -> list[Atom]:
    """Find spans with a number: "two days ago", "the past three months", "several weeks"."""
    found: list[Atom] = []
    if not any(
        word[-1].isdigit() or word.lower() in _count_words()
        for word in _BEFORE_UNIT.findall(scope.text, scope.start, scope.end)
    ):
        return found
    for match in _COUNTED.finditer(scope.text, scope.start, scope.end):
        atom = _counted(scope, match)
        if atom is not None:
            found.append(atom)
    return found


@cache
def _count_words() -> frozenset[str]:
    """Return the words that can stand right before the unit of a counted span."""
    between = ("more", "straight", "consecutive", "long", "full", "an", "a", "half", "of", "dozen")
    return number_words() | frozenset(between) | frozenset(VAGUE_COUNT)


def uncounted(scope: Scope) -> list[Atom]:
    """Find spans without a number: "in recent weeks", "the past month", "within days"."""
    found: list[Atom] = []
    if scope.words.isdisjoint(_UNCOUNTED_TRIGGERS):
        return found
    for match in _UNCOUNTED.finditer(scope.text, scope.start, scope.end):
        atom = _uncounted(scope, match)
        if atom is not None:
            found.append(atom)
    return found


def named(scope: Scope) -> list[Atom]:
    """Find one named unit: "last week", "this year", "the following day", "the day before"."""
    found: list[Atom] = []
    for match in _NAMED.finditer(scope.text, scope.start, scope.end):
        atom = _named(scope, match)
        if atom is not None:
            found.append(atom)
    return found


def duration_form(count: float, unit: str) -> str:
    """Write a length of time as ISO 8601 does.

    Examples
    --------
    >>> duration_form(3, "week"), duration_form(1.5, "fortnight"), duration_form(48, "hour")
    ('P3W', 'P3W', 'PT48H')
    """
    unit, factor = _ISO_FACTOR.get(unit, (unit, 1))
    number = count * factor
    return _ISO_UNIT[unit].format(int(number) if number == int(number) else number)


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


def _unit_of(match: re.Match[str], group: str = "u") -> str:
    unit = match.group(group).lower()
    return "century" if unit.startswith("centur") else unit.rstrip("s")


def _counted(scope: Scope, match: re.Match[str]) -> Atom | None:
    words = " ".join(match.group("n").lower().split())
    tail = " ".join((match.group("tail") or "").lower().split())
    lead, modifier = (match.group("lead") or "").lower(), (match.group("mod") or "").lower()
    unit = _unit_of(match)
    if (
        tail in {"old", "of age"}
        or lead == "every"
        or _DISTANCE.match(scope.text, match.end(), scope.end)
    ):
        return no_time(match)
    if not tail and _is_sentence(scope, match):
        return None
    if modifier and not (lead or match.group("the")):
        modifier = ""
    halved = " half" in match.group().lower() and words not in {"half a", "half an"}
    if words in {"a", "an", "one"} and not (halved or tail or modifier or match.group("rough")):
        short = unit in {"day", "night", "second", "minute"}
        if lead not in {"within", "for", "in"} or (short and lead != "within"):
            return None
    if words.isdigit() and len(words) == 4 and match.group("gap") == " " and int(words) > 1900:
        return None
    count, vague = count_of(words)
    count += 0.5 * halved
    vague = vague or bool(match.group("rough"))
    low = match.group("low")
    is_range = low is not None and (low.isdigit() or small_value(low) is not None)
    vague = vague or is_range
    start = match.start("low" if is_range else "n")
    if match.group("rough") and (is_range or low is None):
        start = match.start("rough")
    if tail:
        if tail == "ago":
            days, precision = _ago(scope.anchor, count, unit, vague=vague)
            kind = f"{'centurie' if unit == 'century' else unit}s_ago"
        else:
            days, precision = _chained(scope, match, count, unit, tail)
            kind = "chain"
        return Atom(start, match.end(), days, precision, kind, approximate=vague)
    if modifier in _BACKWARD or modifier in _FORWARD:
        told = modifier in _FORWARD and scope.tense == "past"
        base = scope.reference_start if told else scope.anchor
        days = _reaching(base, -count if modifier in _FORWARD else count, unit)
        kind = "next_span" if modifier in _FORWARD else "past_span"
        return Atom(*match.span(), days, _PRECISION[unit], kind, approximate=vague)
    days = _lasting(scope, match, lead, count, unit)
    if days == UNKNOWN:
        form = duration_form(count, unit)
        return Atom(start, match.end(), days, _PRECISION[unit], "duration", vague, form=form)
    kind = f"in_{unit}s" if lead == "in" else "duration"
    return Atom(*match.span(), days, _PRECISION[unit], kind, approximate=vague)


def _is_sentence(scope: Scope, match: re.Match[str]) -> bool:
    """Say whether years are what a court gives: "30 years in prison", "jailed for seven years"."""
    lowest = max(scope.start, match.start() - _SENTENCE_REACH)
    return bool(
        _SERVED.match(scope.text, match.end(), scope.end)
        or _SENTENCED.search(scope.text[lowest : match.start("n")])
    )


def _reaching(base: dt.date | None, count: float, unit: str) -> Days:
    """Return the days from `count` units back to `base`; on from it where `count` is negative."""
    if base is None:
        return UNKNOWN
    other = back(base, count, unit)
    return Days(min(base, other), max(base, other))


def _lasting(scope: Scope, match: re.Match[str], lead: str, count: float, unit: str) -> Days:
    """Return the days of a duration, where the words around tie an end of it to the anchor."""
    anchor = scope.anchor
    if anchor is None or not lead:
        return UNKNOWN
    ahead = scope.looks_ahead(match.start())
    if lead in {"within", "inside"} and ahead:
        return Days(anchor, back(anchor, -count, unit))
    if lead == "in" and (ahead or _TIME.match(scope.text, match.end(), scope.end)):
        day = back(anchor, -count, unit)
        return unit_around(day, unit) if unit in {"week", "month", "year"} else Days(day, day)
    if lead == "for" and ahead:
        return Days(anchor, back(anchor, -count, unit))
    if lead == "for" and scope.is_perfect(match.start()):
        return Days(back(anchor, count, unit), anchor)
    return UNKNOWN


def _ago(
    anchor: dt.date | None, count: float, unit: str, *, vague: bool
) -> tuple[Days, DatePrecision]:
    precision = _PRECISION[unit]
    if anchor is None:
        return UNKNOWN, precision
    day = back(anchor, count, unit)
    if unit in {"decade", "century"}:
        reach = 60 if unit == "decade" else 600
        return Days(months_before(day, reach), months_before(day, -reach)), precision
    around = unit_around(day, unit)
    if vague and around.start is not None and around.end is not None and count > 1:
        spread = max(1, round(count / 3))
        first = unit_around(back(anchor, count + spread, unit), unit).start
        last = unit_around(back(anchor, count - spread, unit), unit).end
        return Days(first, min(last, anchor) if last is not None else None), precision
    return around, precision


def _chained(
    scope: Scope, match: re.Match[str], count: float, unit: str, tail: str
) -> tuple[Days, DatePrecision]:
    """Count from what the words before spoke of; unknown where that is unknown."""
    precision = _PRECISION[unit]
    if tail in {"hence", "from now"}:
        base = scope.anchor
        forward = True
    else:
        base = scope.reference_start
        forward = tail in {"later", "after", "afterwards"}
        if tail in {"after", "before", "prior"} and _AFTER_WORD.match(
            scope.text, match.end(), scope.end
        ):
            base = None
    if base is None:
        return UNKNOWN, precision
    day = back(base, -count if forward else count, unit)
    return (unit_around(day, unit) if unit in {"month", "year"} else Days(day, day)), precision


def _uncounted(scope: Scope, match: re.Match[str]) -> Atom | None:
    anchor = scope.anchor
    if match.group("u3"):
        return _plural_only(scope, match)
    unit = (match.group("u1") or match.group("u2")).lower()
    plural = unit.endswith("s")
    unit = unit.rstrip("s")
    count = VAGUE_SPAN.get(unit, 3) if plural else 1
    ahead = match.group("mod") == "coming"
    days = UNKNOWN
    if anchor is not None:
        days = (
            Days(anchor, back(anchor, -count, unit))
            if ahead
            else Days(back(anchor, count, unit), anchor)
        )
    kind = ("vague_future" if ahead else "vague_past") if plural else "past_span"
    precision: DatePrecision = "vague" if plural else _PRECISION[unit]
    return Atom(*match.span(), days, precision, kind, approximate=plural)


def _plural_only(scope: Scope, match: re.Match[str]) -> Atom | None:
    """Read "within days", "for weeks", "years ago", "hours later": a unit with no number."""
    lead, tail = match.group("lead"), match.group("tail")
    if match.group("s3") not in {"s", "ies"} or not (
        tail or lead in {"within", "for", "in", "over"}
    ):
        return None
    unit = _unit_of(match, "u3")
    start = match.start("u3") if tail else match.start()
    count = VAGUE_SPAN.get(unit, 3)
    if tail == "ago":
        end = None if scope.anchor is None else back(scope.anchor, 1 if unit != "hour" else 0, unit)
        return Atom(start, match.end(), Days(None, end), "vague", f"{unit}s_ago", approximate=True)
    days = UNKNOWN
    if scope.anchor is not None and not tail and lead is not None:
        days = _lasting(scope, match, lead.lower(), count, unit)
    form = None if days != UNKNOWN or unit not in _ISO_UNIT else duration_form(count, unit)
    kind = "chain" if tail else "duration"
    return Atom(start, match.end(), days, "vague", kind, approximate=True, form=form)


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
            else Days(back(scope.anchor, 1, _plain(unit)), scope.anchor)
        )
        return Atom(match.start(), end, days, _PRECISION[unit], "past_span")
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
        return Atom(match.start(), end, days, _PRECISION[unit], "past_span")
    days = UNKNOWN if base is None else unit_around(_stepped(base, unit, step), unit)
    return Atom(match.start(), end, days, _PRECISION[unit], unit)


def _bare_unit(scope: Scope, match: re.Match[str], unit: str, after: str) -> Atom | None:
    """Read "the day before", "the weekend", and "the month" where "the end of" stands before."""
    if after in {"before", "after"} and unit != "weekend":
        base = scope.reference_start
        follows = _AFTER_WORD.match(scope.text, match.end(), scope.end) is not None
        if follows or base is None:
            return Atom(*match.span(), UNKNOWN, _PRECISION[unit], "chain")
        step = -1 if after == "before" else 1
        days = unit_around(_stepped(base, unit, step), unit)
        return Atom(*match.span(), days, _PRECISION[unit], "chain")
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
    return Atom(start, end, days, _PRECISION[unit], unit, needs_part=True)


def _stepped(base: dt.date, unit: str, step: int) -> dt.date:
    if unit == "weekend":
        return shifted(base, 7 * step)
    if unit in {"month", "quarter", "year", "decade", "century"}:
        first = unit_around(base, unit).start
        return months_before(cast("dt.date", first), -step * UNIT_MONTHS[unit])
    return back(base, -step, unit)


def _plain(unit: str) -> str:
    return "week" if unit == "weekend" else unit

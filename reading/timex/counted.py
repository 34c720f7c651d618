"""Units counted from a day, or lasting: "two days ago", "in recent weeks", "for weeks"."""

import datetime as dt
import re
from functools import cache

from reading.model import DatePrecision
from reading.numerals import number_words, small_value
from reading.timex.days import UNKNOWN, Days, months_before
from reading.timex.grammar import (
    AFTER_WORD,
    VAGUE_COUNT,
    VAGUE_SPAN,
    Atom,
    S,
    Scope,
    count_of,
    count_pattern,
    no_time,
)
from reading.timex.units import ISO_UNIT, PRECISION, back, duration_form, unit_around, unit_of

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
_BACKWARD = frozenset(("last", "past", "previous", "preceding", "recent"))
_FORWARD = frozenset(("next", "coming", "following"))
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


def _counted(scope: Scope, match: re.Match[str]) -> Atom | None:
    words = " ".join(match.group("n").lower().split())
    tail = " ".join((match.group("tail") or "").lower().split())
    lead, modifier = (match.group("lead") or "").lower(), (match.group("mod") or "").lower()
    unit = unit_of(match)
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
        return Atom(*match.span(), days, PRECISION[unit], kind, approximate=vague)
    days = _lasting(scope, match, lead, count, unit)
    if days == UNKNOWN:
        form = duration_form(count, unit)
        return Atom(start, match.end(), days, PRECISION[unit], "duration", vague, form=form)
    kind = f"in_{unit}s" if lead == "in" else "duration"
    return Atom(*match.span(), days, PRECISION[unit], kind, approximate=vague)


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
    precision = PRECISION[unit]
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
    precision = PRECISION[unit]
    if tail in {"hence", "from now"}:
        base = scope.anchor
        forward = True
    else:
        base = scope.reference_start
        forward = tail in {"later", "after", "afterwards"}
        if tail in {"after", "before", "prior"} and AFTER_WORD.match(
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
    precision: DatePrecision = "vague" if plural else PRECISION[unit]
    return Atom(*match.span(), days, precision, kind, approximate=plural)


def _plural_only(scope: Scope, match: re.Match[str]) -> Atom | None:
    """Read "within days", "for weeks", "years ago", "hours later": a unit with no number."""
    lead, tail = match.group("lead"), match.group("tail")
    if match.group("s3") not in {"s", "ies"} or not (
        tail or lead in {"within", "for", "in", "over"}
    ):
        return None
    unit = unit_of(match, "u3")
    start = match.start("u3") if tail else match.start()
    count = VAGUE_SPAN.get(unit, 3)
    if tail == "ago":
        end = None if scope.anchor is None else back(scope.anchor, 1 if unit != "hour" else 0, unit)
        return Atom(start, match.end(), Days(None, end), "vague", f"{unit}s_ago", approximate=True)
    days = UNKNOWN
    if scope.anchor is not None and not tail and lead is not None:
        days = _lasting(scope, match, lead.lower(), count, unit)
    form = None if days != UNKNOWN or unit not in ISO_UNIT else duration_form(count, unit)
    kind = "chain" if tail else "duration"
    return Atom(start, match.end(), days, "vague", kind, approximate=True, form=form)

"""Join expressions with the words around them: parts, ranges, "since", "until", "in"."""

import datetime as dt
import re

from reading.timex.days import UNKNOWN, Days, Part, edtf, part_of, shifted
from reading.timex.grammar import Atom, Scope, count_of, count_pattern
from reading.timex.units import back

_PART_WORDS: dict[str, Part] = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "latter part": "late",
    "early part": "early",
    "start": "start",
    "beginning": "start",
    "outset": "start",
    "first days": "start",
    "end": "end",
    "close": "end",
    "final days": "end",
    "last days": "end",
    "first half": "first half",
    "second half": "second half",
    "latter half": "second half",
}
_PART_NOUN = (
    r"start|beginning|outset|end|close|middle|early part|latter part|first half|second half"
    r"|latter half|first days|final days|last days"
)
_PART = re.compile(
    rf"(?:(?P<join>(?:(?:between|from)\s)?(?:the\s)?(?P<one>early|mid|late|{_PART_NOUN})(?:[-\s]of)?"
    rf"\s?(?:and|to|or|-|–)\s?)?"
    rf"(?:\bthe\s(?:very\s)?|\bat\s|\b)(?P<two>early|mid|late|{_PART_NOUN})"
    rf"(?:\sin|\son\sin|\sof)?(?:-|\s)(?:the\s)?)$",
    re.IGNORECASE,
)
_FIRST_OR_LAST = re.compile(
    rf"\b(?:the\s)?(?P<end>first|last|final|opening|closing)\s(?:{count_pattern()}\s)?"
    rf"(?P<unit>days?|weeks?|months?|quarters?|years?)\s(?:of|in)\s(?:the\s)?$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?P<word>earlier|later|sometime|early|late)\s(?:on\s|in\s)?$", re.IGNORECASE
)
_FAR = dt.timedelta(days=60)
_GAP = re.compile(r"\s?(?:to|until|till|through|and|[–—-]|up to)\s?(?:the\s|on\s)?", re.IGNORECASE)
_LISTED = re.compile(r"\s(?:and|or)\s(?:on\s)?")
_UP_TO = re.compile(r"\s(?:to|ending|ended|through)\s(?:in\s)?")
_MONTHS = re.compile(r"P(\d+)([MY])")
_RANGE_LEAD = re.compile(r"\b(?P<word>between|from)\s(?:the\s)?$", re.IGNORECASE)
_CLOCK_GAP = re.compile(r",?\s(?:on\s|of\s)?|,?\s(?:at\s)?(?:at|around|about|by|before|after)\s")
_IN = re.compile(r"\bin\s(?:the\s)?$", re.IGNORECASE)
_IN_YEAR = re.compile(r"\bin\s$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_BOUND = re.compile(
    r"(?<![\w-])(?P<word>since|until|till|up to|through|by|before|after|as of|starting|beginning"
    r"|from|throughout|during)\s(?:in\s|on\s|at\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"\s(?:on|onwards?|forward)\b(?!\s\w+day)", re.IGNORECASE)
_PARTABLE = frozenset(("week", "month", "quarter", "year", "decade", "season", "vague"))
_UNPARTED = frozenset(("", "duration", "chain", "past_span", "next_span", "vague_past"))
_LED_BY_IN = frozenset(
    ("month", "year", "season", "decade", "century", "quarter", "half_year", "month_part",
     "year_part", "decade_part", "century_part")
)  # fmt: skip
_SINCE_KINDS = {"month_day": "day", "date": "day", "weekday": "weekday", "holiday": "day"}
_REACH = 48
_NARROWING = frozenset(
    {
        *("early", "mid", "late", "earlier", "later", "sometime", "start", "beginning", "outset"),
        *("end", "close", "middle", "part", "half", "days", "first", "last", "final"),
        *("opening", "closing"),
    }
)
_BOUNDING = frozenset(
    {
        *("since", "until", "till", "up", "through", "by", "before", "after", "as", "starting"),
        *("beginning", "from", "throughout", "during"),
    }
)
"""Without one of these words nothing narrows, and nothing bounds, the days named."""


def with_parts(scope: Scope, atoms: list[Atom]) -> list[Atom]:
    """Narrow units by the words before them: "early", "the end of", "earlier this week"."""
    found: list[Atom] = []
    narrows = not _NARROWING.isdisjoint(scope.words)
    for atom in atoms:
        narrowed = atom
        if (
            narrows
            and (atom.precision in _PARTABLE or atom.kind == "day")
            and atom.kind not in _UNPARTED
        ):
            counts = bool(found) and found[-1].kind in {"duration", "past_span", "next_span"}
            rank = len(found) - 1 - counts
            narrowed = _narrowed(scope, atom, found[rank].end if rank >= 0 else scope.start)
            if counts and narrowed.start < found[-1].end:
                found.pop()
        if not narrowed.needs_part:
            found.append(narrowed)
    return found


def with_clocks(scope: Scope, atoms: list[Atom]) -> list[Atom]:
    """Let a day swallow the time of day that stands beside it."""
    found: list[Atom] = []
    for atom in atoms:
        if found and _is_day(atom) != _is_day(found[-1]):
            last = found[-1]
            pair = {last.kind == "clock", atom.kind == "clock"}
            gap = scope.text[last.end : atom.start]
            if (
                pair == {True, False}
                and (_is_day(atom) or _is_day(last))
                and _CLOCK_GAP.fullmatch(gap)
            ):
                day = last if atom.kind == "clock" else atom
                timed = last.kind == "clock"
                found[-1] = day._replace(start=last.start, end=atom.end, timed=timed)
                continue
        found.append(atom)
    return found


def with_ranges(scope: Scope, atoms: list[Atom]) -> list[Atom]:
    """Join "from Monday to Wednesday", "between 2018 and 2020", "March–May"."""
    found: list[Atom] = []
    for atom in atoms:
        if found and found[-1].kind == atom.kind == "weekday":
            found[-1], atom = _neighbours(scope, found[-1], atom)  # noqa: PLW2901
        joined = _range(scope, found[-1], atom) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(atom)
    return found


def with_bounds(scope: Scope, atoms: list[Atom]) -> list[Atom]:
    """Take in the preposition that bounds the days ("since", "until") or leads them ("in")."""
    found: list[Atom] = []
    floor = scope.start
    for atom in atoms:
        bounded = _bounded(scope, atom, floor) if atom.kind else atom
        found.append(bounded)
        floor = bounded.end
    return found


def _is_day(atom: Atom) -> bool:
    return bool(atom.kind) and atom.precision == "day" and atom.kind not in {"clock", "duration"}


def _narrowed(scope: Scope, atom: Atom, floor: int) -> Atom:
    before = scope.text[max(floor, atom.start - _REACH) : atom.start]
    relative = _RELATIVE.search(before)
    if relative is not None and atom.kind in {"day", "week", "month", "year", "decade"}:
        word = relative.group("word").lower()
        if word in {"earlier", "later"}:
            return _relative(scope, atom, atom.start - len(before) + relative.start(), word)
        if word == "sometime":
            return atom._replace(start=atom.start - len(before) + relative.start())
    match = None if atom.kind == "day" else _PART.search(before)
    if match is None:
        return _first_or_last(scope, atom, before)
    start = atom.start - len(before) + match.start()
    if atom.kind == "season":
        return atom._replace(start=start)
    last = _PART_WORDS[" ".join(match.group("two").lower().split())]
    base = (
        "century" if atom.kind == "century" else "month" if atom.precision == "month" else atom.kind
    )
    kind = f"{base}_part" if not base.endswith("_part") else base
    first = last
    if match.group("join"):
        first = _PART_WORDS[" ".join(match.group("one").lower().split())]
        kind += "_range"
    days = _parts(atom.days, first, last)
    floating = None
    if atom.floating is not None:
        whole = atom.floating

        def floating(day: dt.date, direction: str) -> Days:
            return _parts(whole(day, direction), first, last)  # type: ignore[arg-type]

    form = None if days != UNKNOWN else atom.form
    return atom._replace(
        start=start, days=days, kind=kind, approximate="half" not in last,
        floating=floating, form=form, needs_part=False,
    )  # fmt: skip


def _first_or_last(scope: Scope, atom: Atom, before: str) -> Atom:
    """Read "the first six months of 2023", "the last three days of January"."""
    match = _FIRST_OR_LAST.search(before)
    if match is None or atom.days.start is None or atom.days.end is None:
        return atom
    unit = match.group("unit").lower().rstrip("s")
    count, _ = count_of(match.group("n") or "a")
    if match.group("end").lower() in {"first", "opening"}:
        last = shifted(back(atom.days.start, -count, unit), -1)
        days = Days(atom.days.start, min(last, atom.days.end))
    else:
        first = back(shifted(atom.days.end, 1), count, unit)
        days = Days(max(first, atom.days.start), atom.days.end)
    start = atom.start - len(before) + match.start()
    kind = f"{'month' if atom.precision == 'month' else atom.kind}_part"
    return atom._replace(
        start=start, days=days, kind=kind, floating=None, needs_part=False, form=None
    )


def _parts(days: Days, first: Part, last: Part) -> Days:
    return Days(part_of(days, first).start, part_of(days, last).end)


def _relative(scope: Scope, atom: Atom, start: int, word: str) -> Atom:
    """Read "earlier this week": up to the day before the report; "later this week": from it on."""
    if atom.kind == "day":
        return atom._replace(start=start, needs_part=False)
    kind = f"{atom.kind}_part"
    first, last = atom.days
    anchor = scope.anchor
    if anchor is None or first is None or last is None or not first <= anchor <= last:
        return atom._replace(start=start, kind=kind, approximate=True, needs_part=False)
    if word == "earlier":
        days = Days(first, max(first, shifted(anchor, -1)))
    else:
        days = Days(anchor, last)
    return atom._replace(
        start=start, days=days, kind=kind, approximate=True, floating=None, needs_part=False
    )


def _range(scope: Scope, one: Atom, two: Atom) -> Atom | None:
    gap = scope.text[one.end : two.start]
    if one.kind == "duration" and two.kind == "month":
        return _span_up_to(scope, one, two)
    if not (one.kind and two.kind) or len(gap) > 12 or _GAP.fullmatch(gap) is None:
        return None
    if {one.kind, two.kind} & {
        "duration",
        "clock",
        "chain",
        "overnight",
        "past_span",
        "vague_past",
    }:
        return None
    lead = _RANGE_LEAD.search(scope.text[max(scope.start, one.start - 14) : one.start])
    has_and = gap.strip().lower().startswith("and")
    if has_and and (lead is None or lead.group("word").lower() != "between"):
        return None
    first, last = _ordered(scope, one, two)
    days = Days(first.start, last.end)
    if days.start is not None and days.end is not None and days.start > days.end:
        return None
    days = _going_on(scope, one, two, days)
    start = one.start if lead is None else one.start - len(lead.group())
    kind = two.kind if two.kind.endswith("_range") else f"{_base(two)}_range"
    approximate = one.approximate or two.approximate
    return Atom(start, two.end, days, two.precision, kind, approximate)


def _going_on(scope: Scope, one: Atom, two: Atom, days: Days) -> Days:
    """Put "is holding drills from Thursday through Sunday" in the week that goes on."""
    weekdays = one.floating is not None and two.floating is not None
    if scope.anchor is None or days.end is None or scope.tense != "present" or not weekdays:
        return days
    later = Days(shifted(days.start, 7) if days.start else None, shifted(days.end, 7))
    goes_on = later.start is not None and later.start <= scope.anchor <= shifted(days.end, 7)
    return later if days.end < scope.anchor and goes_on else days


def _base(atom: Atom) -> str:
    return "date" if atom.kind in {"date", "month_day"} else atom.kind


def _neighbours(scope: Scope, one: Atom, two: Atom) -> tuple[Atom, Atom]:
    """Let "Thursday and Friday" be days of one week: the second follows the first."""
    gap = scope.text[one.end : two.start]
    if one.floating is None or two.floating is None or _LISTED.fullmatch(gap) is None:
        return one, two
    first, last = _ordered(scope, one, two)
    return one._replace(days=first), two._replace(days=last)


def _span_up_to(scope: Scope, one: Atom, two: Atom) -> Atom | None:
    """Read "the three months to June", "the 12 months ending in July 2017"."""
    length = _MONTHS.fullmatch(one.form or "")
    gap = scope.text[one.end : two.start]
    if length is None or two.days.end is None or _UP_TO.fullmatch(gap) is None:
        return None
    months = int(length.group(1)) * (12 if length.group(2) == "Y" else 1)
    days = Days(back(shifted(two.days.end, 1), months, "month"), two.days.end)
    return Atom(one.start, two.end, days, "month", "month_range")


def _ordered(scope: Scope, one: Atom, two: Atom) -> tuple[Days, Days]:
    """Resolve the two ends so that the first comes first: the sure one leads."""
    anchor = scope.anchor
    first, last = one.days, two.days
    if one.floating and not two.floating and last.end is not None:
        return one.floating(last.end, "past"), last
    if two.floating and not one.floating and first.start is not None:
        return first, two.floating(first.start, "future")
    if one.floating and two.floating and anchor is not None:
        if scope.direction(one.start) == "future":
            first = one.floating(anchor, "future")
            return first, (two.floating(first.start, "future") if first.start else last)
        last = two.floating(anchor, "past")
        return (one.floating(last.start, "past") if last.start else first), last
    return first, last


def _bounded(scope: Scope, atom: Atom, floor: int) -> Atom:
    before = scope.text[max(floor, atom.start - 24) : atom.start]
    bound = None if _BOUNDING.isdisjoint(scope.words) else _BOUND.search(before)
    if bound is not None and not atom.kind.startswith(("vague", "past_span", "duration")):
        start = atom.start - len(bound.group())
        onwards = _ONWARDS.match(scope.text, atom.end, scope.end)
        placed = _bound(scope, atom, bound.group("word").lower(), start, onwards)
        if placed is not None:
            return placed
    lead = _RANGE_LEAD.search(before) if atom.kind in {"date_range", "year_range"} else None
    if lead is not None:
        return atom._replace(start=atom.start - len(lead.group()))
    into = (_IN_YEAR if atom.kind in {"year", "year_range"} else _IN).search(before)
    if into is not None and (
        atom.kind.removesuffix("_range") in _LED_BY_IN or atom.kind.endswith("_part")
    ):
        return atom._replace(start=atom.start - len(into.group()))
    the = _THE.search(before)
    if the is not None and atom.kind in {"decade", "century", "quarter", "half_year"}:
        return atom._replace(start=atom.start - len(the.group()))
    return atom


def _bound(
    scope: Scope, atom: Atom, word: str, start: int, onwards: re.Match[str] | None
) -> Atom | None:
    first, last = atom.days
    anchor = scope.anchor
    if word == "since" or onwards is not None or word in {"starting", "beginning"}:
        end = anchor if anchor is not None and first is not None and first <= anchor else None
        if word != "since" and scope.tense != "past":
            end = None
        kind = f"since_{_SINCE_KINDS.get(atom.kind, atom.kind)}"
        stop = atom.end if onwards is None else onwards.end()
        if word not in {"since", "from", "starting", "beginning", "as of"}:
            return None
        return _open(atom, Days(first, end), start, stop, kind)
    possessive = scope.text[atom.end : atom.end + 1] in {"’", "'"}
    if word in {"until", "till", "up to", "through", "by"} and not possessive:
        last = _nearest(atom, anchor, last) if word in {"until", "till"} else last
        begin = anchor if anchor is not None and last is not None and anchor <= last else None
        if scope.tense == "past":
            begin = None
        if begin is None and word != "by" and scope.reference_start is not None:
            reference = scope.reference_start
            begin = reference if last is not None and reference <= last else None
        return _open(atom, Days(begin, last), start, atom.end, atom.kind)
    if atom.timed:
        return None
    if atom.kind == "clock" and word in {"before", "after"}:  # an hour before 2 a.m. is that day
        return atom._replace(start=start)
    if word == "before" and first is not None and not possessive:
        return _open(atom, Days(None, shifted(first, -1)), start, atom.end, f"before_{atom.kind}")
    if word == "after" and last is not None and not possessive:
        begin = last if atom.precision == "day" else shifted(last, 1)
        return _open(atom, Days(begin, None), start, atom.end, f"after_{atom.kind}")
    if word in {"throughout", "during"} and atom.kind in _LED_BY_IN:
        return atom._replace(start=start)
    return None


def _nearest(atom: Atom, anchor: dt.date | None, last: dt.date | None) -> dt.date | None:
    """Return the end of the day or month of that name that lies nearest: "until June 3"."""
    if atom.floating is None or anchor is None or last is None or anchor - last < _FAR:
        return last
    ends = [atom.floating(anchor, "past").end, atom.floating(anchor, "future").end]
    known = [end for end in ends if end is not None]
    return min(known, key=lambda end: abs(end - anchor), default=last)


def _open(atom: Atom, days: Days, start: int, end: int, kind: str) -> Atom:
    form = edtf(days, approximate=atom.approximate) if days != UNKNOWN else atom.form
    return atom._replace(start=start, end=end, days=days, kind=kind, form=form)


JOINS_OF_ONE = (with_parts, with_bounds)
JOINS = (with_parts, with_clocks, with_ranges, with_bounds)

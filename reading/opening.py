"""Read how an article opens: its headline, and the dateline before its first sentence.

Both are looked for in the first lines only, and both are spans of the unchanged text.
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from reading.almanac import calendar_day, month_numbers, month_pattern, weekday_pattern
from reading.errors import DateError
from reading.lexicon import rows
from reading.text import Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_LINES_READ = 12
_HEADLINE_LENGTH = 160
_PARAGRAPH_LENGTH = 200
_DATELINE_LENGTH = 110
_LINE_ALONE = 60
_DASH = re.compile(r"\s?(?:[—–]|--)|\s?-(?=\s)|(?<=\))\s?-(?=\S)")
_UNDASHED = re.compile(
    r"([A-Z][A-Z .'-]{3,}(?:, [^().]{2,30}\.?)? \((?:[A-Z]{2,8}|[A-Z][a-z]{2,10})\)) (?=[A-Z“\"])"
)
_AGENCY = re.compile(r"\s*\(([^()]{2,40})\)\s*$")
_IN_BRACKETS = re.compile(r"\s\(([^()]{2,30})\)")
_BYLINE = re.compile(r"(?:By|Reporting by|Written by|Photo|Published|Updated|Posted)\b")
_LABEL = re.compile(
    r"(?:Published|Updated|Posted|Date|Published on|Posted on)\s?:?\s", re.IGNORECASE
)
_PLACE_WORD = re.compile(r"[^\W\d_][\w.'’-]*\Z")
_SMALL = frozenset(("al", "and", "da", "de", "del", "di", "el", "la", "las", "near", "of", "the"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline stands, and the day that it names with its year, if it does."""

    span: Span
    day: dt.date | None


def find_headline(text: str, title: str | None) -> Span | None:
    r"""Return where the headline stands: the title if it opens the text, else a short first line.

    A first line is a headline when a blank line (or a line that is a paragraph, or a date) follows
    and it does not end as a sentence does.

    Examples
    --------
    >>> find_headline("River floods town\n\nThe river rose on Monday.", None)
    Span(start=0, end=17)
    """
    lines = _first_lines(text)
    if not lines:
        return None
    start = lines[0].start
    if title is not None and title.strip():
        wanted = title.strip()
        end = start + len(wanted)
        if text[start:end].casefold() == wanted.casefold() and not text[end : end + 1].isalnum():
            return Span(start, end)
    if len(lines) < 2:
        return None
    first, second = lines[0], lines[1]
    words = first.of(text)
    if words.startswith("#"):
        start += len(words) - len(words.lstrip("# "))
        return Span(start, first.end) if start < first.end else None
    ends = words.rstrip("\"'”’»)]")[-1:] in {".", ":", ";", ","}
    if ends or len(first) > _HEADLINE_LENGTH or _standalone_day(words) or _BYLINE.match(words):
        return None
    apart = len(_line_breaks(text[first.end : second.start])) > 1
    long_second = len(second) > max(_PARAGRAPH_LENGTH, 2 * len(first))
    if not (apart or long_second or _standalone_day(second.of(text))):
        return None
    return None if _dash_dateline(text, first) else first


def find_dateline(text: str, headline: Span | None) -> Dateline | None:
    """Return the dateline of `text`, the dash behind it included.

    Three forms are known: "KYIV, Ukraine, Oct. 24 (Agency) —", "24 October 2024, Nairobi –", and a
    line that holds a date and nothing else.

    Raises
    ------
    DateError
        It names a day that the calendar does not have ("30 February 2024").

    Examples
    --------
    >>> find_dateline("LIMA, Peru, 3 May 2021 — The mayor left.", None)
    Dateline(span=Span(start=0, end=24), day=datetime.date(2021, 5, 3))
    """
    alone: Dateline | None = None
    begin = 0 if headline is None else headline.end
    for printed in _first_lines(text):
        if printed.end <= begin:
            continue
        line = _trimmed(text, max(begin, printed.start), printed.end)
        words = line.of(text)
        opened = _dash_dateline(text, line)
        if opened is not None:
            day = opened.day or (alone.day if alone is not None else None)
            return Dateline(opened.span, day)
        found = _standalone_day(words)
        if found is None and len(words) <= _LINE_ALONE and words[-1].isdigit():
            parts = _parts(words)  # "Lima (Agency) May 3, 2021"
            found = None if parts is None else parts.day
        if alone is None and found is not None:
            alone = Dateline(line, found)
        if len(line) > _PARAGRAPH_LENGTH:
            break
    return alone


def _first_lines(text: str) -> list[Span]:
    lines: list[Span] = []
    for match in _LINE.finditer(text):
        line = _trimmed(text, match.start(), match.end())
        if line.start < line.end:
            lines.append(line)
        if len(lines) == _LINES_READ:
            break
    return lines


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _line_breaks(between: str) -> list[str]:
    return between.replace("\r\n", "\n").splitlines()


def _standalone_day(words: str) -> dt.date | None:
    """Return the day of a line that is a date with its year and nothing else."""
    if len(words) > 60:
        return None
    label = _LABEL.match(words)
    stated = words[label.end() :] if label is not None else words
    found = _full_date().fullmatch(stated.strip())
    return None if found is None else _day(found)


def _dash_dateline(text: str, line: Span) -> Dateline | None:
    reach = text[line.start : min(line.end, line.start + _DATELINE_LENGTH)]
    for dash in _DASH.finditer(reach):
        if dash.start() and (parts := _parts(reach[: dash.start()])) is not None:
            if not any(c.islower() for c in text[line.start + dash.end() : line.end]):
                return None
            return Dateline(Span(line.start, line.start + dash.end()), parts.day)
    if undashed := _UNDASHED.match(reach):
        parts = _parts(undashed[1])
        if parts is not None:
            return Dateline(Span(line.start, line.start + undashed.end(1)), parts.day)
    head, colon, tail = reach.partition(": ")
    town, comma, _ = head.partition(",")
    is_told = line.end - line.start > _DATELINE_LENGTH
    prints_town = head.isupper() or (bool(comma) and town.isupper() and is_told)
    if colon and len(town) > 3 and prints_town and any(c.islower() for c in tail):
        parts = _parts(head)
        if parts is not None:
            return Dateline(Span(line.start, line.start + len(head) + 1), parts.day)
    return None


@dataclass(frozen=True, slots=True)
class _Parts:
    day: dt.date | None


def _parts(head: str) -> _Parts | None:
    """Read "KYIV, Ukraine, Oct. 24 (Agency)": places, at most one date, at most one agency."""
    agency = _AGENCY.search(head)
    body = head[: agency.start()] if agency is not None else head
    dated = _any_date().search(body)
    day: dt.date | None = None
    if dated is not None:
        day = _day(dated) if dated.group("year") or dated.group("iso") else None
        body = body[: dated.start()] + "," + body[dated.end() :]
    body = _IN_BRACKETS.sub(r", \g<1>", body)
    places = [piece.strip() for piece in re.split(r"[,/|;]", body) if piece.strip()]
    if not all(_is_place(piece) for piece in places):
        return None
    capitals = bool(places) and places[0].isupper() and places[0].split()[0] not in _kickers()
    if capitals or (dated is not None and (places or agency)) or agency:
        return _Parts(day)
    return None


def _is_place(piece: str) -> bool:
    words = piece.split()
    return 0 < len(words) <= 5 and all(
        word.lower() in _SMALL or (word[0].isupper() and _PLACE_WORD.match(word) is not None)
        for word in words
    )


def _day(match: re.Match[str]) -> dt.date:
    if (iso := match.group("iso")) is not None:
        year, month, number = (int(part) for part in iso.split("-"))
    else:
        name = match.group("month") or match.group("month2")
        month = month_numbers()[name.rstrip(".").lower()]
        year, number = int(match.group("year")), int(match.group("day") or match.group("day2"))
    found = calendar_day(year, month, number)
    if found is None:
        raise DateError(
            f"the dateline names {match.group().strip()!r}, no day of the calendar; "
            "give the date of publication"
        )
    return found


@cache
def _any_date() -> re.Pattern[str]:
    """Return the pattern of a day, with or without its year."""
    month = month_pattern()
    number = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?:{weekday_pattern()},?\s)?(?:"
        rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
        rf"|(?:(?P<month>{month})\s{number.format('day')}"
        rf"|{number.format('day2')}\s(?P<month2>{month}))"
        rf"(?:,?\s(?P<year>\d{{4}}))?)(?![\w])",
        re.IGNORECASE,
    )


@cache
def _full_date() -> re.Pattern[str]:
    """Return the pattern of a day with its year, a time of day after it allowed."""
    clock = r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?"
    source = _any_date().pattern.replace(r"(?P<year>\d{4}))?)", r"(?P<year>\d{4})))")
    return re.compile(source + clock + r"\.?", re.IGNORECASE)


@cache
def _kickers() -> frozenset[str]:
    return frozenset(row["kicker"] for row in rows("kickers"))

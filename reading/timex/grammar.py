"""What the rules for time share: the window they look at, what they find, the words of number."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from reading.model import DatePrecision
from reading.numerals import small_pattern, small_value
from reading.timex.days import UNKNOWN, Days, Direction

Tense = Literal["past", "present", "future"]
S = r"\s{1,2}"
VAGUE_COUNT = {"several": 3, "few": 3, "couple of": 2, "couple": 2, "some": 3, "many": 5}
VAGUE_SPAN = {"day": 7, "week": 3, "month": 3, "year": 3, "decade": 3, "century": 3, "hour": 24}
UNIT_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14}
UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DEADLINE = re.compile(r"\b(?:by|until|till|through|before|pending|no later than|due)\s(?:the\s)?$")
_AHEAD = re.compile(
    r"\b(?:will|shall|would|[’']ll|going to|set to|due|scheduled|planned|plans?|expects?|expected"
    r"|(?:is|are|was|were) to|upcoming|deadline|ahead of|forecast|hopes?|intends?)\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"(?:\b(?:have|has)|[’']ve)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:!?][\s”\"]|[“”\"]")
_REACH = 70
_SINCE = re.compile(r"\bsince\s(?:early\s|mid-?|late\s|last\s)?$", re.IGNORECASE)
AFTER_WORD = re.compile(r"\s{1,2}(?!and\b|but\b|when\b|he\b|she\b|they\b|it\b|in\b|at\b|on\b)\w")


class Scope(NamedTuple):
    """The window that is read, its words and figures in lower case, and what is known about it."""

    text: str
    start: int
    end: int
    anchor: dt.date | None
    tense: Tense | None
    reference: tuple[dt.date | None, dt.date | None] | None
    words: frozenset[str] = frozenset()

    def before(self, at: int) -> str:
        """Return the words of the same clause that stand before `at`, 70 characters at most."""
        reach = self.text[max(self.start, at - _REACH) : at]
        for stop in _CLAUSE_END.finditer(reach):
            last = stop.end()
            if last < len(reach):
                reach = " " * last + reach[last:]
        return reach

    def direction(self, at: int, default: Direction = "past") -> Direction:
        """Return which way a name of a day or month at `at` looks from the anchor."""
        if self.tense == "past":
            return "past"
        before = self.before(at)
        if _SINCE.search(before):
            return "past"
        if self.tense == "future" or _DEADLINE.search(before) or _AHEAD.search(before):
            return "future"
        return default

    def looks_ahead(self, at: int) -> bool:
        """Say whether the words before `at` speak of what is to come."""
        if self.tense is not None:
            return self.tense == "future"
        return _AHEAD.search(self.before(at)) is not None

    def is_perfect(self, at: int) -> bool:
        """Say whether the words before `at` tell what has gone on until now."""
        return self.tense == "present" or _PERFECT.search(self.before(at)) is not None

    @property
    def reference_day(self) -> dt.date | None:
        """Return the day that the words before spoke of, if it is one day."""
        if self.reference is None or self.reference[0] != self.reference[1]:
            return None
        return self.reference[0]

    @property
    def reference_start(self) -> dt.date | None:
        """Return the first day of what the words before spoke of."""
        if self.reference is None:
            return None
        return self.reference[0] or self.reference[1]


class Atom(NamedTuple):
    """One expression of time without its prepositions.

    ``floating`` finds the days again from another day and direction, for names that carry no year;
    ``form`` is an EDTF form that the days alone do not give; ``kind`` is empty for words that look
    like a time and are none, so that nothing else is read into them. ``needs_part`` marks words
    that are a time only after "the end of"; ``timed`` that a time of day stands before it.
    """

    start: int
    end: int
    days: Days
    precision: DatePrecision
    kind: str
    approximate: bool = False
    floating: Callable[[dt.date, Direction], Days] | None = None
    form: str | None = None
    needs_part: bool = False
    timed: bool = False


def no_time(match: re.Match[str]) -> Atom:
    """Return an atom that keeps other rules off the words of `match`."""
    return Atom(match.start(), match.end(), UNKNOWN, "vague", "")


@cache
def count_pattern() -> str:
    """Return a regular expression, one group ``n``, for how many units a span has."""
    vague = r"several|a few|few|a couple of|a couple|couple of|some|many"
    return (
        rf"(?P<n>{vague}|\d{{1,4}}(?:\.\d)?|(?:a|two|three|half a) dozen"
        rf"|(?:{small_pattern()})\b|half an?|a hundred|an?)"
    )


def count_of(words: str) -> tuple[float, bool]:
    """Return how many the words of ``n`` say, and whether they only say it about."""
    stated = " ".join(words.lower().split())
    if stated in {"a", "an"}:
        return 1, False
    if stated in {"half a", "half an"}:
        return 0.5, False
    if stated == "a hundred":
        return 100, False
    if stated.endswith("dozen"):
        return {"a": 12, "half a": 6, "two": 24, "three": 36}[stated.removesuffix(" dozen")], False
    bare = stated.removeprefix("a ")
    if bare in VAGUE_COUNT:
        return VAGUE_COUNT[bare], bare != "couple of"
    if stated[0].isdigit():
        return float(stated), False
    return float(small_value(stated) or 0), False

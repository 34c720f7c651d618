"""How names and days compare when a prediction is judged.

Names compare as sets of words, so that "Defense Intelligence of Ukraine" and "Ukraine's Defense
Intelligence" are one speaker; days compare as intervals with open sides.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date

from layers.errors import EvaluationError

WORD = re.compile(r"\w+")
STOP = frozenset({"the", "a", "an", "of", "and", "s", "in", "on", "at", "mr", "mrs", "ms", "dr"})
GENERIC = STOP | {
    "city",
    "coast",
    "county",
    "district",
    "governorate",
    "municipality",
    "oblast",
    "province",
    "region",
    "republic",
    "state",
    "territory",
    "town",
}
ENOUGH_IN_COMMON = 0.6
_BEFORE_THE_REST = re.compile(r",| in | near ")

Interval = tuple[date | None, date | None]


def fold(text: str | None) -> tuple[str, ...]:
    """Return the words of a name, case, underscores and curly apostrophes set aside.

    >>> fold("Ukraine’s Far_East")
    ('ukraine', 's', 'far', 'east')
    """
    return tuple(WORD.findall((text or "").replace("’", "'").replace("_", " ").casefold()))


def similar(left: str | None, right: str | None, without: frozenset[str]) -> bool:
    """Say whether two names share enough words (Dice coefficient) once common ones are left out.

    >>> similar("the Kursk region", "Kursk Oblast", GENERIC)
    True
    >>> similar(None, None, GENERIC)
    False
    """
    a, b = set(fold(left)) - without, set(fold(right)) - without
    if not a or not b:
        return fold(left) == fold(right) != ()
    return 2 * len(a & b) / (len(a) + len(b)) >= ENOUGH_IN_COMMON


def head(name: str | None) -> str:
    """Return what stands before a comma, "in" or "near": "Mecca" of "Mecca, Saudi Arabia"."""
    whole = name or ""
    return _BEFORE_THE_REST.split(whole)[0] or whole


def day(value: object, *, last: bool) -> date | None:
    """Read a day, month or year as its first or `last` day; None and "" stay open.

    Raises
    ------
    EvaluationError
        The value is no ISO date.

    Examples
    --------
    >>> day("2024-02", last=True)
    datetime.date(2024, 2, 29)
    """
    if value is None or value == "":
        return None
    try:
        parts = [int(part) for part in str(value)[:10].split("-")]
        if len(parts) == 1:
            parts += [12, 31] if last else [1, 1]
        elif len(parts) == 2:
            parts.append(calendar.monthrange(*parts)[1] if last else 1)
        year, month, number = parts
        return date(year, month, number)
    except ValueError as error:
        raise EvaluationError(
            f"{value!r} is no ISO date; write YYYY, YYYY-MM or YYYY-MM-DD"
        ) from error


def compare_intervals(options: Iterable[Interval], guess: Interval) -> tuple[bool, bool]:
    """Compare a guess with every interval that counts as right: (one is right, one is touched)."""
    verdicts = [_compare(option, guess) for option in options]
    return any(right for right, _ in verdicts), any(touched for _, touched in verdicts)


def _compare(gold: Interval, guess: Interval) -> tuple[bool, bool]:
    if guess == (None, None):
        return False, False
    gold_first, gold_last = gold[0] or date.min, gold[1] or date.max
    first, last = guess[0] or date.min, guess[1] or date.max
    touched = first <= gold_last and gold_first <= last
    if gold[0] and gold[1]:
        if not (guess[0] and guess[1]) or not touched:
            return False, touched
        shared = (min(gold_last, last) - max(gold_first, first)).days + 1
        union = (max(gold_last, last) - min(gold_first, first)).days + 1
        return shared / union >= 0.5, touched
    if gold[1]:
        near = guess[1] is not None and abs((guess[1] - gold[1]).days) <= 1
        return near and first <= gold_last, touched
    near = guess[0] is not None and gold[0] is not None and abs((guess[0] - gold[0]).days) <= 1
    return near, touched

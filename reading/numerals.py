"""Read number words: "twenty-five", "a hundred and three", "two and a half million"."""

import re
from functools import cache

from reading.lexicon import rows


@cache
def values(kind: str) -> dict[str, int]:
    """Return the number words of one class (``unit``, ``ten``, ``scale``, ``group``, ``suffix``)."""
    return {row["word"]: int(row["value"]) for row in rows("numbers") if row["class"] == kind}


@cache
def small_pattern() -> str:
    """Return a regular expression for a number word from one to ninety-nine."""
    unit = _joined(values("unit").keys() - {"zero"})
    ten = _joined(values("ten"))
    return rf"(?:(?:{ten})(?:[-‑ ](?:{unit}))?|{unit})"


def small_value(words: str) -> int | None:
    """Return what a number word from zero to ninety-nine says, None for any other words.

    Examples
    --------
    >>> small_value("Twenty-five"), small_value("twelve"), small_value("many")
    (25, 12, None)
    """
    parts = re.split(r"[-‑\s]", words.lower())
    found = [values("unit").get(part) or values("ten").get(part) for part in parts]
    known = [value for value in found if value is not None]
    if len(known) != len(parts) or len(parts) > 2:
        return None
    return sum(known)


def _joined(words: object) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))  # type: ignore[call-overload]

"""Read numbers, in figures and in words: "3,000", "2.5 million", "a hundred and three"."""

import re
from collections.abc import Iterable
from functools import cache

from reading.lexicon import rows

_FIGURE = (
    r"(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3}){1,6}(?!\d)|\d{1,15})"
    r"(?:\.\d{1,6}(?!\d|\.\d))?"
)
_LONGEST_FIGURE = 15
_TOKEN = re.compile(r"[^\W\d_]+")
_SPLIT = re.compile(r"[-‑\s]{1,3}")


@cache
def values(kind: str) -> dict[str, int]:
    """Return the words of one class (``unit``, ``ten``, ``scale``, ``group``, ``suffix``)."""
    return {row["word"]: int(row["value"]) for row in rows("numbers") if row["class"] == kind}


@cache
def number_words() -> frozenset[str]:
    """Return every word that a number in words can begin with, in lower case."""
    return frozenset((*values("unit"), *values("ten"), *values("scale"), *values("group"), "half"))


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
    found = [values("unit").get(part, values("ten").get(part)) for part in parts]
    known = [value for value in found if value is not None]
    if len(known) != len(parts) or len(parts) > 2:
        return None
    return sum(known)


def figure_pattern() -> str:
    """Return a regular expression for a number in figures, grouped by commas or thin spaces."""
    return _FIGURE


@cache
def word_pattern() -> str:
    """Return a regular expression for a number in words, "a dozen" and "half a million" too."""
    any_word = _joined((*values("unit"), *values("ten"), *values("scale"), *values("group")))
    scale = _joined((*values("scale"), *values("group")))
    tail = rf"(?:(?:[-‑ ]|\sand\s)(?:{any_word}\b)){{0,9}}"
    return (
        rf"(?:half\sa\s(?:{scale})\b|an?\s(?:half\s)?(?:{scale})\b{tail}"
        rf"|(?:{any_word})\b(?:\sand\sa\shalf\s(?:{scale})\b)?{tail})"
    )


def number_value(words: str) -> float | None:
    """Return the number that figures or words say; None where they say none.

    Parameters
    ----------
    words : str
        Figures with commas, thin spaces or a decimal point, number words, or figures and a scale.

    Examples
    --------
    >>> number_value("3,000"), number_value("2.5 million"), number_value("twelve thousand")
    (3000.0, 2500000.0, 12000.0)
    >>> number_value("half a million"), number_value("a hundred and three"), number_value("Kursk")
    (500000.0, 103.0, None)
    """
    if len(words) <= _LONGEST_FIGURE and words.isdecimal():
        return float(words)
    stated = words.lower().replace("\u00a0", " ").replace("\u2009", " ").replace("\u202f", " ")
    figure = re.match(_FIGURE, stated)
    if figure is not None:
        value = float(re.sub(r"[, ]", "", figure.group()))
        rest = stated[figure.end() :].strip(" -‑")
        for word in _SPLIT.split(rest) if rest else ():
            factor = _factor(word)
            if factor is None:
                return None
            value = round(value * factor, 3)  # 34.3 billion, to the last dollar
        return value
    return _words_value([part for part in _SPLIT.split(stated.strip()) if part])


def words_length(words: str) -> int:
    """Return how many characters of `words` are one number: "three and four" holds two.

    Examples
    --------
    >>> words_length("three and four"), words_length("two hundred and four"), words_length("a")
    (5, 20, 0)
    """
    end, last = 0, ""
    for token in _TOKEN.finditer(words):
        word = token.group().lower()
        kind = _class_of(word)
        if word == "and":
            last = f"{last} and"
            continue
        if kind == "unit" and last not in {"", "a", "ten", "scale", "scale and"}:
            break
        if kind == "ten" and last not in {"", "scale", "scale and"}:
            break
        if kind in {"scale", "group"} and last.endswith(" and"):
            break
        if kind is None and word not in {"a", "an", "half"}:
            break
        if kind is not None:
            end = token.end()
        last = kind or ("a" if not last else last.removesuffix(" and"))
    return end


def _class_of(word: str) -> str | None:
    for kind in ("unit", "ten", "scale", "group"):
        if word in values(kind):
            return kind
    return None


def _words_value(parts: list[str]) -> float | None:
    """Add up units and tens, multiply by scales, as English says numbers."""
    if not parts:
        return None
    total, current, seen = 0.0, 0.0, False
    for rank, part in enumerate(parts):
        small = values("unit").get(part, values("ten").get(part))
        factor = values("scale").get(part, values("group").get(part))
        if small is not None:
            current += small
            seen = True
        elif part == "half":
            current += 0.5
        elif factor is not None:
            current = (current or 1) * factor
            if factor >= 1000 or part in values("group"):
                total, current = _gathered(total, current, factor)
            seen = True
        elif part not in {"a", "an", "and"} or (part == "and" and rank == 0):
            return None
    return total + current if seen else None


def _gathered(total: float, current: float, factor: int) -> tuple[float, float]:
    """Carry a finished group over; "two hundred thousand million" multiplies what stands before."""
    if total and factor > total:
        return total * factor if current == factor else total + current, 0.0
    return total + current, 0.0


def _factor(word: str) -> int | None:
    for kind in ("scale", "group", "suffix"):
        if word in values(kind):
            return values(kind)[word]
    return None


def _joined(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))

"""Find everything in a text that reads as a number, whatever it means."""

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple, cast

from reading.lexicon import rows
from reading.model import Qualifier
from reading.numerals import (
    figure_pattern,
    number_value,
    number_words,
    values,
    word_pattern,
    words_length,
)
from reading.quantities.units import currencies, currency_pattern

_SCALES = r"hundred|thousand|million|billion|trillion|lakh|crore|dozen|bn|mn|tn|mln|bln"
_SIGNS = frozenset("0123456789$€£¥₹₽₩₴₦₺₪₱₵₫₸฿")
_HINT = re.compile(r"([^\W\d_]+|[\d$€£¥₹₽₩₴₦₺₪₱₵₫₸฿])")
_LETTERS = re.compile(r"[^\W\d_]*")
_ARTICLES = frozenset({"a", "an"})
_AFTER_ARTICLE = re.compile(r"\s?([^\W\d_]+|\$)")
_ENDS_IN_SCALE = re.compile(rf"(?:{_SCALES}|[bmk])$")


class Number(NamedTuple):
    """A number as printed; ``value`` is None for "dozens", which has only a least size."""

    start: int
    end: int
    value: float | None
    minimum: float | None
    qualifier: Qualifier
    money: str | None
    is_figure: bool


def numbers(text: str, start: int, end: int) -> list[Number]:
    """Return the numbers in ``text[start:end]``, in text order."""
    found: list[Number] = []
    edge = start
    openers, others, figures = _openers(), _sums_and_words(), _figures()
    # Words and what stands between them take turns, so their lengths add up to where they stand.
    parts = _HINT.split(text[start:end])
    opening = [at for at in range(1, len(parts), 2) if parts[at].lower() in openers]
    borders = [*accumulate(map(len, parts), initial=start)]
    for at in opening:
        hint, begin, behind = parts[at], borders[at], borders[at + 1]
        if begin < edge:
            continue
        if hint in _ARTICLES and not _counts(text, behind):
            continue
        pattern = figures if hint.isdecimal() else others
        match = pattern.match(text, begin, end)
        if match is None or _is_scale_of_sum(text, begin, hint.lower()):
            continue
        kind = cast("str", match.lastgroup)
        words = match.group(kind)
        if kind == "vague":
            row = vague_words()[" ".join(words.lower().split())]
            qualifier = cast("Qualifier", row["qualifier"])
            least = float(row["minimum"])
            edge = match.end()
            found.append(Number(*match.span(), None, least, qualifier, None, is_figure=False))
            continue
        stop = match.end()
        if kind == "word":
            stop = match.start() + words_length(words)
            words = words[: stop - match.start()]
        money = match.group("sign") if kind == "money" else None
        value = number_value(words if money is None else words[len(money) :].strip())
        edge = max(stop, behind)
        if value is not None:
            is_figure = kind != "word"
            found.append(Number(match.start(), stop, value, value, "exactly", money, is_figure))
    return found


def _is_scale_of_sum(text: str, at: int, word: str) -> bool:
    """Say whether "million" is the scale of a figure that is not read: "QQ700 million"."""
    return word in values("scale") and text[max(0, at - 2) : at - 1].isdigit()


def scale_of(words: str) -> float:
    """Return the scale that a number ends in, 0 for none.

    Examples
    --------
    >>> scale_of("30 million"), scale_of("30")
    (1000000.0, 0.0)
    """
    last = _ENDS_IN_SCALE.search(words.lower())
    if last is None:
        return 0.0
    bare = number_value(words[: last.start()].strip(" -"))
    return (number_value(words) or 0.0) / (bare or 1.0)


@cache
def triggers() -> frozenset[str]:
    """Return the words, in lower case, without which a text without figures holds no number."""
    vague = {word for phrase in vague_words() for word in phrase.split()}
    return (number_words() | vague) - {"a", "of", "and", "upon"}


@cache
def _openers() -> frozenset[str]:
    """Return the words, in lower case, and signs that a number can begin with."""
    signs = {cast("re.Match[str]", _LETTERS.match(s)).group().lower() for s in currencies()} - {""}
    vague = {phrase.split()[0] for phrase in vague_words()}
    return number_words() | vague | signs | _SIGNS | _ARTICLES


def _counts(text: str, at: int) -> bool:
    """Say whether the "a" that ends at `at` begins a number: "a dozen", "a few", "A$30"."""
    following = _AFTER_ARTICLE.match(text, at)
    return following is not None and following.group(1).lower() in _after_articles()


@cache
def _after_articles() -> frozenset[str]:
    vague = {phrase.split()[1] for phrase in vague_words() if phrase.split()[0] in _ARTICLES}
    return frozenset({"half", "$", *values("scale"), *values("group"), *vague})


@cache
def vague_words() -> dict[str, dict[str, str]]:
    """Return the rows of the lexicon of vague quantities by their phrase."""
    return {row["phrase"]: row for row in rows("vague_quantities")}


@cache
def _figures() -> re.Pattern[str]:
    """Return the pattern of what begins with a figure, which is no sum of money."""
    figure = figure_pattern()
    return re.compile(
        rf"(?<![\w.,/:+°#])(?<![^\W\d_][-‑])(?:(?P<figure>{figure}(?:[-\s]?(?:{_SCALES})\b)?)"
        rf"(?![\w]|(?<=\d)[.,]\d)"
        rf"|(?P<measured>{figure})(?=(?:km|kms|kg|mm|cm|ft|mph|kph|bn|mw|gw|m|ha|pct|pc|c|f)\b))",
        re.IGNORECASE,
    )


@cache
def _sums_and_words() -> re.Pattern[str]:
    """Return the pattern of what begins with a sign of money or a word."""
    figure = figure_pattern()
    phrases = sorted(vague_words(), key=lambda phrase: (-len(phrase), phrase))
    vague = "|".join(phrase.replace(" ", r"\s") for phrase in phrases)
    return re.compile(
        rf"(?P<money>(?<![\w])(?P<sign>(?-i:{currency_pattern()}))\s?{figure}"
        rf"(?:[-\s]?(?:{_SCALES}|[bmk])\b)?)(?![\w])"
        rf"|(?<![\w-])(?P<vague>{vague})\b|(?<![\w-])(?P<word>{word_pattern()})",
        re.IGNORECASE,
    )

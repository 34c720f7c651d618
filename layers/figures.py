"""What the words around a number say of it: so many a day, so many more, so many of a total."""

import re
from collections.abc import Sequence
from itertools import pairwise

from layers.lexicon import table
from reading.quantities.numbers import numbers

_EACH = frozenset({"a", "an", "each", "every", "per"})
_SPANS = frozenset({"day", "hour", "month", "week", "year"})
_YEARLY = frozenset({"annually", "yearly"})
_AGO = frozenset({"after", "ago", "before", "earlier", "later"})
_ABOUT = frozenset({"a", "about", "around", "another", "at", "least", "more", "over", "some"})
_GROWING = frozenset(
    {"climbed", "climbing", "dropped", "fallen", "fell", "grew", "grown", "increased", "jumped"}
    | {"lower", "higher", "rise", "risen", "rising", "rose", "up", "down", "decreased"}
)
_OF_THE_NUMBER = re.compile(
    r"\bof (?:the|these|those) (\d[\d,]{0,12})(?:,? \d|(?: [a-z]+){1,3}, )", re.IGNORECASE
)
_PEOPLE = (
    r"(?:men|women|children|boys|girls|babies|adults|minors|civilians|soldiers|police ?officers)"
)
_WHO = re.compile(rf" {_PEOPLE}\b")
_LISTED = re.compile(rf"{_PEOPLE}(?:, | and |, and )")
_LIST_JOINTS = re.compile(r"(?:, | and |, and )")
_RAISED = re.compile(
    r"(?:correct|lower|rais|replac|revis|supersed|updat)ing (?:a|an|its|the|their) "
    r"(?:earlier|first|initial|preliminary|previous)\b"
)
_REACH = 4


def is_rate(words: Sequence[str]) -> bool:
    """Say whether a number is so many a year.

    Parameters
    ----------
    words : sequence of str
        In lower case, without the marks around them.

    Examples
    --------
    >>> is_rate("12 people a day".split()), is_rate("12 people a day later".split())
    (True, False)
    """
    if not _YEARLY.isdisjoint(words):
        return True
    if "per" in words and any(one == "per" and two != "cent" for one, two in pairwise(words)):
        return True
    if _SPANS.isdisjoint(words):
        return False
    return any(
        one in _EACH and two in _SPANS and after not in _AGO
        for one, two, after in zip(words, words[1:], (*words[2:], ""), strict=False)
    )


def is_change(words: Sequence[str]) -> bool:
    """Say whether a number is by how many another grew or fell.

    >>> is_change("the toll rose by about 12".split()), is_change("rose by 12 to 30".split())
    (True, False)
    """
    if "by" not in words or _GROWING.isdisjoint(words):
        return False
    at = words.index("by")
    after = next((word for word in words[at + 1 :] if word not in _ABOUT), "")
    if any(one == "to" and _is_number(two) for one, two in pairwise(words[at:])):
        return False
    return _is_number(after) and not _GROWING.isdisjoint(words[max(0, at - _REACH) : at])


def is_of_total(words: Sequence[str]) -> bool:
    """Say whether a number is given of its own total.

    >>> is_of_total("54 of 60 flights".split()), is_of_total("54 of the dead".split())
    (True, False)
    """
    if "of" not in words:
        return False
    padded = ("", *words, "", "")
    return any(
        word == "of"
        and _is_number(padded[at - 1])
        and _is_number(padded[at + 2 if padded[at + 1] == "the" else at + 1])
        for at, word in enumerate(padded[1:-2], start=1)
    )


def counts_others(words: Sequence[str]) -> bool:
    """Say whether those are counted who are not among those counted before.

    >>> counts_others("30 people had died elsewhere in Mali".split()), counts_others(["30", "died"])
    (True, False)
    """
    return "elsewhere" in words


def is_additional(words: Sequence[str]) -> bool:
    """Say whether a number comes on top of one before: "another 21 patients".

    >>> is_additional("another 21 patients came".split()), is_additional("another day".split())
    (True, False)
    """
    return "another" in words and any(
        one == "another" and _is_number(two) for one, two in pairwise(words)
    )


def is_of_rest(words: Sequence[str]) -> bool:
    """Say whether those are counted who are left beside somebody named.

    >>> is_of_rest("killing the groom and 24 other guests".split())
    True
    """
    return "other" in words and any(
        two == "other" and _is_number(one) for one, two in pairwise(words)
    )


def total_of(quote: str) -> float | None:
    """Return how many those are who are listed by sex or age: "12 girls and five boys".

    >>> total_of("12 girls and five boys were held"), total_of("12 girls were held")
    (17.0, None)
    """
    if _LISTED.search(quote) is None:
        return None
    total, parts, end = 0.0, 0, 0
    for number in numbers(quote, 0, len(quote)):
        who = _WHO.match(quote, number.end)
        if who is None or number.value is None:
            continue
        if parts and _LIST_JOINTS.fullmatch(quote, end, number.start) is None:
            return None
        total, parts, end = total + number.value, parts + 1, who.end()
    return total if parts > 1 else None


def is_growth(before: str) -> bool:
    """Say whether a number behind these words is by how many another grew: "rose by".

    >>> is_growth("Deaths nationwide rose by "), is_growth("He was killed by ")
    (True, False)
    """
    *words, last = before.casefold().split()[-3:] or [""]
    return last == "by" and not _GROWING.isdisjoint(words)


def whole_named(quote: str) -> float | None:
    """Return the number of which a claim tells a part: "Of the 41, 21 were in Tamale".

    >>> whole_named("Of the 1,240, 300 were children"), whole_named("Of the dead, 12 were men")
    (1240.0, None)
    """
    match = _OF_THE_NUMBER.search(quote)
    return float(match.group(1).replace(",", "")) if match is not None else None


def tells_before(quote: str) -> bool:
    """Say whether a number is the one before another: "up from 40 the day before".

    >>> tells_before("raising an earlier toll of nine"), tells_before("raising the toll to nine")
    (True, False)
    """
    return quote.startswith(("up from ", "down from ")) or _RAISED.match(quote) is not None


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in table("numbers")

"""Words and numbers of claims in a form in which they compare."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise

from layers.lexicon import table
from layers.model import HowMany
from reading.filled import filled
from reading.lexicon import rows

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3
_PLACE_REACH = 5
_STATE_REACH = 10
_ABOUT = 0.1
_WHOLES = frozenset({"the", "them", "these", "those", "whom", "which"})
_WHOLE_NOUNS = frozenset(
    {"bodies", "casualties", "dead", "deceased", "detained", "injured", "killed", "victims"}
    | {"wounded"}
)
_IDENTIFIED = frozenset({"identified", "unidentified"})
_PLACING = frozenset({"as", "at", "by", "from", "in", "near", "on"})
_SOME = frozenset(
    {"half", "many", "most", "several", "some", "third", "thirds", "quarter", "quarters"}
)
_RANKING = frozenset({"best", "few", "first", "last", "main", "most", "only", "worst"})
_NO_NUMBERS = frozenset({"dozens", "hundreds", "many", "most", "several", "some", "thousands"})
_AROUND_AMOUNTS = frozenset(
    {"a", "about", "and", "around", "at", "cent", "including", "least", "nearly", "over", "per"}
    | {"percent", "roughly", "with"}
)
_PART_REACH = 8
_MARKS = ',.:;“”"'
_OF_OR_AMONG = (("of",), ("among",))
_OF_THEM = (("them",), ("these",), ("those",), ("whom",), ("which",))
_OF_THESE = frozenset(chain.from_iterable(_OF_THEM))
_NAMING_A_WHOLE = frozenset({"among", "of", "other", "others"})
_BEFALLING = frozenset(
    {"attack", "casualties", "crime", "disaster", "evacuation", "health", "protest"}
)
_HOSPITALS = frozenset({"hospital", "hospitals"})
_TAKING = frozenset({"admitted", "brought", "rushed", "sent", "taken"})
_TAKEN_WHERE = (
    ["aboard"], ["aside"], ["away"], ["by"], ["from"], ["home"], ["ill"], ["in"], ["into"],
    ["off"], ["out"], ["part"], ["to"],
)  # fmt: skip
_ENDINGS = ("ations", "ation", "ings", "ing", "ers", "ies", "ied", "ed", "es", "er", "s", "e", "y")


@filled
@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from `low` to `high`, ends included; None is an open side."""

    low: float | None
    high: float | None

    def touches(self, other: "Interval") -> bool:
        """Say whether one number could lie in both.

        >>> Interval(3000, None).touches(Interval(12000, 12000))
        True
        >>> Interval(5, 5).touches(Interval(3, 3))
        False
        """
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and other.high < self.low
        return not (below or above)


def interval_of(many: HowMany) -> Interval | None:
    """Return the numbers that a printed quantity allows; "about" leaves a tenth to either side."""
    low, high = many.quantity_min, many.quantity_max
    if low is None and high is None and many.quantity is None:
        return None
    if many.quantity is not None and many.quantity_qualifier in {"approximately", "nearly"}:
        above = 0.0 if many.quantity_qualifier == "nearly" else _ABOUT
        return Interval(many.quantity * (1 - _ABOUT), many.quantity * (1 + above))
    if low is None and high is None:
        return Interval(many.quantity, many.quantity)
    return Interval(low, high)


def kind_of_unit(unit: str | None, event_type: str, quote: str) -> str | None:
    """Return what is counted, so that "bodies", "dead" and "people" who died compare.

    >>> kind_of_unit("bodies", "casualties", "14 bodies were found")
    'dead'
    >>> kind_of_unit("people", "casualties", "60 people are missing")
    'missing'
    >>> kind_of_unit("protesters", "crime", "85 protesters had been arrested")
    'arrested'
    """
    if not unit:
        return None
    known = table("units").get(unit)
    if known is None and unit not in table("persons"):
        money = table("units").get(unit.rpartition(" ")[2])
        if money is not None and money["kind"] == "money":
            return "money"
        return " ".join(sorted(stems(unit))) or unit
    if known is not None and known["kind"] != "people":
        return known["kind"]
    if event_type in _BEFALLING or "taken" in quote:
        state = _state_of(unit, quote)
        if state is not None:
            return state
        if event_type == "casualties" and known is not None:
            return "dead"
    return "people" if known is not None else " ".join(sorted(stems(unit))) or unit


def counts_persons(unit: str | None) -> bool:
    """Say whether what is counted are people: "soldiers", "passengers"."""
    if unit in table("persons"):
        return True
    row = table("units").get(unit) if unit else None
    return row is not None and row["kind"] == "people"


def camp_of(unit: str | None) -> str | None:
    """Say whether those in uniform are counted ("policemen"), or fighters ("rebels").

    >>> camp_of("soldiers"), camp_of("gunmen"), camp_of("people")
    ('uniformed', 'fighter', None)
    """
    row = table("persons").get(unit) if unit else None
    return row["means"] if row is not None and row["means"] != "person" else None


def _are_taken_to_hospital(words: Sequence[str]) -> bool:
    """Find "were taken to hospitals", "was rushed to a hospital"."""
    return any(
        word in _TAKING and not _HOSPITALS.isdisjoint(words[at + 2 : at + 6])
        for at, word in enumerate(words[:-2])
        if words[at + 1] == "to"
    )


def _state_of(unit: str, quote: str) -> str | None:
    """Return what befell those who are counted, by the word for it that stands nearest to them."""
    words = _WORD.findall(quote.casefold())
    at = words.index(unit) if unit in words else 0
    if not _HOSPITALS.isdisjoint(words) and _are_taken_to_hospital(words):
        return "hurt"
    found = [
        (abs(n - at) + (n < at), row["kind"])
        for n, word in enumerate(words)
        if n != at
        and abs(n - at) <= _STATE_REACH
        and (row := table("states").get(word)) is not None
        and not (word == "taken" and words[n + 1 : n + 2] in _TAKEN_WHERE)
    ]
    return min(found)[1] if found else None


def counts_a_part(quote: str) -> bool:
    """Say whether a number is taken from a whole that was named before: "two of the dead".

    >>> counts_a_part("22 of the patients had died"), counts_a_part("in one of the worst storms")
    (True, False)
    >>> counts_a_part("The two others drowned"), counts_a_part("a boy was among the dead")
    (True, True)
    """
    words = said(quote)
    if words[:2] == ("among", "them") or _is_of_one_place(words) or _tells_of_some(words):
        return True
    if _NAMING_A_WHOLE.isdisjoint(words):
        return False
    padded = ("", "", *words, "", "")
    return any(
        word in _NAMING_A_WHOLE and _is_of_whole(word, *padded[at - 2 : at + 3])
        for at, word in enumerate(words, start=2)
    )


def _is_of_whole(word: str, left: str, before: str, _: str, after: str, right: str) -> bool:
    """Say whether a word names a whole with those around it: "two of the", "the other five"."""
    if word == "of":
        counted = _is_number(before) and before not in _NO_NUMBERS and left != "but"
        ranks = before == "one" and (right.endswith("est") or right in _RANKING)
        placed = left in _PLACING and right not in _WHOLE_NOUNS
        return after in _WHOLES and not placed and counted and not ranks
    if word == "others":
        return left == "the" and _is_number(before)
    if word == "other":
        return before == "the" and _is_number(after)
    return after == "the" and right in _WHOLE_NOUNS


def _tells_of_some(words: Sequence[str]) -> bool:
    """Find "The dead included four boys", and "the 37 bodies identified", not all that there are.

    >>> _tells_of_some("police identified the three dead".split())
    False
    """
    if words[2:3] and words[0] == "the" and words[1] in _WHOLE_NOUNS:
        return words[2] in {"include", "included"}
    if _IDENTIFIED.isdisjoint(words):
        return False
    at = next(n for n, word in enumerate(words) if word in _IDENTIFIED)
    return "as" not in words[at:] and any(map(_is_number, words[max(0, at - _STATE_REACH) : at]))


def _is_of_one_place(words: Sequence[str]) -> bool:
    """Find "five in his city alone": there were more elsewhere."""
    alone = words.index("alone") if "alone" in words else 0
    return "in" in words[max(0, alone - _PLACE_REACH) : alone]


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in table("numbers")


def speaks_of_some(quote: str) -> bool:
    """Say whether a claim begins with some of what was named right before it.

    >>> speaks_of_some("one of them off the island"), speaks_of_some("them")
    (True, False)
    >>> speaks_of_some("Of these 90 are children"), speaks_of_some("About a third of them fled")
    (True, True)
    """
    words = said(quote)[:_PART_REACH]
    if _OF_THESE.isdisjoint(words[1:]):
        return False
    if words[:1] in _OF_OR_AMONG and words[1:2] in _OF_THEM:
        return True
    return any(
        one == "of" and (two,) in _OF_THEM and _is_amount(words[:at])
        for at, (one, two) in enumerate(pairwise(words))
    )


def _is_amount(words: Sequence[str]) -> bool:
    """Say whether nothing but an amount stands in words: "and about a third", "40 per cent"."""
    counted = [word for word in words if word not in _AROUND_AMOUNTS]
    return bool(counted) and all(_is_number(word) or word in _SOME for word in counted)


def matters(words: Sequence[str]) -> frozenset[str]:
    """Return what words of different make have in common: "turnout" and "participation" a share.

    >>> sorted(matters(["participation"]) & matters(["turnout"]))
    ['share']
    """
    known = table("matters")
    if known.keys().isdisjoint(words):
        return frozenset()
    return frozenset(m for word in words if word in known for m in known[word]["matters"].split())


@lru_cache(maxsize=8)  # several questions are asked of one claim, one after the other
def said(quote: str) -> tuple[str, ...]:
    """Return the words of a claim in lower case, without the marks around them."""
    return tuple([word.strip(_MARKS) for word in quote.casefold().split()])


@lru_cache(maxsize=256)  # speakers, cues and subjects are the same from claim to claim
def stems(text: str) -> frozenset[str]:
    """Return the longer words of a text, their endings cut off.

    >>> sorted(stems("the shelling of shelled houses"))
    ['hous', 'shell']
    """
    return frozenset(chain.from_iterable(map(_stems_of, text.casefold().split())))


def families_named(words: frozenset[str]) -> frozenset[str]:
    """Return the kinds of event that words name: "incursion" names a movement of troops."""
    return frozenset(_families()[word] for word in words if word in _families())


@cache
def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("events"):
        traits = table("event_traits").get(row["event_type"])
        for stem in stems(row["phrase"]) if "_" not in row["phrase"] else ():
            found.setdefault(stem, traits["family"] if traits else row["event_type"])
    return found


@lru_cache(maxsize=1 << 14)
def _stems_of(run: str) -> tuple[str, ...]:
    """Return the stems of the words that stand together: "five-day", "soldiers,"."""
    return tuple(stem for word in _WORD.findall(run) if (stem := _stem(word)))


def _stem(word: str) -> str:
    if len(word) < _SHORTEST or word in table("stop_words"):
        return ""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word

"""Find places by a name that is typed: exactly, by a variant, by its beginning, or misspelt.

A misspelling is within one edit of short names and two of longer ones (optimal string alignment:
insert, drop, replace, swap neighbours; Damerau 1964, without the second edit of a pair). Names one
edit away are made and looked up; names two edits away are sought among those that share the first
two letters, since people seldom mistake the beginning.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from geo.gazetteer.index import Index
from geo.gazetteer.names import fold
from geo.gazetteer.records import prominence
from geo.geodesy import Position, distance_km
from geo.model import Place

Match = Literal["exact", "variant", "prefix", "fuzzy"]
_ORDER: dict[Match, int] = {"exact": 0, "variant": 1, "prefix": 2, "fuzzy": 3}
_LETTERS = "abcdefghijklmnopqrstuvwxyz '-"
_TWO_EDITS_FROM = 6
_LONGEST_FUZZY = 40
_NEAR_HALVES_KM = 500.0
"""A place this far from where one looks counts for one power of ten less of people."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that was found, and how.

    Parameters
    ----------
    place : Place
    name : str
        The folded name that matched.
    match : str
        ``exact`` where it is the place's preferred name, ``variant`` another name of it, ``prefix``
        the beginning of one, ``fuzzy`` a name spelt like it.
    edits : int
        0 unless fuzzy.
    score : float
        Ranks within a match: prominence, less what the distance costs.
    """

    place: Place
    name: str
    match: Match
    edits: int
    score: float


def search(
    index: Index,
    name: str,
    *,
    country: str | None = None,
    near: Position | None = None,
    limit: int = 10,
    fuzzy: bool = False,
) -> tuple[Found, ...]:
    """Return the places of a name, the best first.

    Parameters
    ----------
    index : Index
    name : str
        Any spelling, any script.
    country : str, optional
        ISO 3166-1 alpha-2; only places there.
    near : (lon, lat), optional
        Degrees; the nearer of equals comes first.
    limit : int
        At most so many.
    fuzzy : bool
        Look for misspellings and beginnings too.
    """
    key = fold(name)
    if not key or limit < 1:
        return ()
    found: dict[str, Found] = {}

    def add(keys: Iterable[tuple[str, Match, int]]) -> None:
        for form, match, edits in keys:
            for place in index.places(form):
                if country and country.upper() not in {
                    place.country_code, place.country_code_defacto
                }:  # fmt: skip
                    continue
                how: Match = match
                if match == "variant" and fold(place.name) == form:
                    how = "exact"
                one = Found(place, form, how, edits, _score(place, near))
                if place.id not in found or _rank(one) < _rank(found[place.id]):
                    found[place.id] = one

    add([(key, "variant", 0)])
    if fuzzy:
        add((form, "prefix", 0) for form in index.keys_after(key, 8 * limit) if form != key)
        if len(key) <= _LONGEST_FUZZY:
            add((form, "fuzzy", 1) for form in sorted(set(one_edit(key))) if index.has_key(form))
            if len(key) >= _TWO_EDITS_FROM and len(found) < limit:
                add((form, "fuzzy", edits) for form, edits in _two_edits(index, key))
    return tuple(sorted(found.values(), key=_rank)[:limit])


def _rank(found: Found) -> tuple[int, int, float, str]:
    return _ORDER[found.match], found.edits, -found.score, found.place.id


def _score(place: Place, near: Position | None) -> float:
    score = prominence(place)
    if near is not None and place.longitude_deg is not None and place.latitude_deg is not None:
        away_km = distance_km(*near, place.longitude_deg, place.latitude_deg)
        score -= away_km / _NEAR_HALVES_KM
    return score


def one_edit(key: str) -> Iterator[str]:
    """Yield all strings one edit away from a key.

    Examples
    --------
    >>> "kursk" in set(one_edit("kusrk"))
    True
    """
    letters = sorted(set(_LETTERS) | set(key))
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        if tail:
            yield head + tail[1:]
            for letter in letters:
                yield head + letter + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail


def _two_edits(index: Index, key: str) -> Iterator[tuple[str, int]]:
    for form in index.keys(key[:2]):
        if abs(len(form) - len(key)) <= 2 and form != key:
            edits = edit_distance(key, form, 2)
            if edits <= 2:
                yield form, edits


def edit_distance(one: str, other: str, most: int) -> int:
    """Return the optimal string alignment distance, or ``most + 1`` where it is larger.

    Examples
    --------
    >>> edit_distance("kursk", "krusk", 2), edit_distance("kursk", "minsk", 2)
    (1, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        two_before, before, row = before, row, [i] * (len(other) + 1)
        low, high = max(1, i - most), min(len(other), i + most)
        if low > 1:
            row[low - 1] = most + 1
        for j in range(low, high + 1):
            b = other[j - 1]
            cost = min(before[j - 1] + (a != b), before[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, two_before[j - 2] + 1)
            row[j] = cost
        if high < len(other):
            row[high + 1 :] = [most + 1] * (len(other) - high)
        if min(row[low - 1 : high + 1]) > most:
            return most + 1
    return min(row[-1], most + 1)

"""Which place lies within which, and which of two says more of where something is."""

from geo.gazetteer import Gazetteer
from geo.model import Place, Resolution

_FINENESS = {"point": 0, "city": 1, "district": 2, "region": 3, "vague_area": 3.5, "country": 4}
_SECOND_LEVEL = 2.5


def is_finer(one: Resolution, other: Resolution) -> bool:
    """Say whether one mention pins down more than another."""
    return _rank(one) < _rank(other)


def _rank(resolution: Resolution) -> float:
    rank = _FINENESS.get(resolution.precision, 5)
    if rank == 3 and resolution.place is not None and resolution.place.feature_code == "ADM2":
        rank = _SECOND_LEVEL
    # Half a country is larger than one of its provinces, valleys and islands.
    if resolution.part is not None and resolution.place is not None:
        rank = max(rank, _FINENESS.get(resolution.place.precision, 3) - 0.4)
    return rank


def holds(outer: Resolution, inner: Resolution, gazetteer: Gazetteer) -> bool:
    """Say whether a place lies within another, as far as their codes tell."""
    large, small = outer.place, inner.place
    if large is None or small is None:
        return False
    if large.id == small.id:
        return True
    if gazetteer.country_code(large) != gazetteer.country_code(small):
        return False
    return _code_holds(large, small)


def _code_holds(large: Place, small: Place) -> bool:
    if large.precision == "country":
        return large.country_code is not None
    if large.composition is not None:
        return _is_put_together_of(large.composition, small)
    if large.admin1_code is None or large.admin1_code != small.admin1_code:
        return False
    if large.feature_code == "ADM1":
        return True
    return large.admin2_code is not None and large.admin2_code == small.admin2_code


def _is_put_together_of(composition: str, small: Place) -> bool:
    """Say whether a curated region includes a place: by its list of areas, else by its country."""
    kind, _, areas = composition.partition(":")
    if kind != "union" or small.admin1_code is None:
        return kind == "part" and small.admin1_code is not None
    return f"{small.country_code}.{small.admin1_code}" in areas.split()

"""What the rest of a text says about which place a name means.

Names lend each other support: each spreads one vote over the divisions and the neighbourhoods of the
places it could mean, by how probable they are so far; places in well-supported divisions gain. Only
names with several candidates are re-ranked, and only the order changes: what is no place does not
become one.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.model import Place
from geo.resolution import weights
from geo.resolution.candidates import Group, Option
from geo.senses import is_country

ROUNDS = 2
Region = tuple[str, str]
Cell = tuple[int, int]


def apply_context(groups: Sequence[Group], home: Place | None) -> None:
    """Re-rank the options of all groups by what the other groups say.

    Groups of one name ("Paris", "the city of Paris") have one vote together and none for each other.
    """
    believed = [group for group in groups if group.belief > weights.ACCEPT - 1.0 and group.options]
    if home is not None:
        _favour_home(groups, home)
    _favour_named(groups, believed)
    base = {id(group): [option.score for option in group.options] for group in groups}
    for step in range(ROUNDS):
        final = step == ROUNDS - 1
        ballots = _ballots(believed)
        divisions: dict[Region, float] = defaultdict(float)
        cells: dict[Cell, float] = defaultdict(float)
        for ballot in ballots.values():
            for region, share in ballot.divisions.items():
                divisions[region] += share
            for cell, share in ballot.cells.items():
                cells[cell] += share
        for group in groups:
            if len(group.options) > 1:
                own = ballots.get(group.key, _EMPTY)
                _vote(group, base[id(group)], divisions, cells, own, final=final)


def shares(group: Group) -> list[float]:
    """Return how probable each option of a group is, given the scores so far."""
    top = max(option.score for option in group.options)
    powers = [
        math.exp(max(-40.0, weights.MARGIN_SLOPE * (option.score - top)))
        for option in group.options
    ]
    total = sum(powers)
    return [power / total for power in powers]


def region_of(place: Place) -> Region | None:
    """Return country and division of a place, or None where it lies in none."""
    if place.country_code and place.admin1_code and not is_country(place):
        return place.country_code, place.admin1_code
    return None


def realm_of(place: Place) -> Region | None:
    """Return what supports a place by lying in it too: its division, or for a country all of it."""
    if is_country(place) and place.country_code:
        return place.country_code, ""
    return region_of(place)


def cell_of(place: Place) -> Cell | None:
    """Return the one-degree cell of a town or county."""
    if place.latitude_deg is None or place.longitude_deg is None:
        return None
    if place.feature_class != "P" and place.feature_code != "ADM2":
        return None
    return math.floor(place.latitude_deg), math.floor(place.longitude_deg)


def _favour_home(groups: Iterable[Group], home: Place) -> None:
    for group in groups:
        for option in group.options:
            if region_of(option.place) == region_of(home) is not None:
                option.add("home", weights.HOME, f"the outlet is at home near {home.name}")
            elif option.place.country_code == home.country_code is not None:
                option.add(
                    "home", weights.HOME / 2, f"the outlet is at home in {home.country_code}"
                )


def _favour_named(groups: Iterable[Group], believed: Iterable[Group]) -> None:
    """Favour places in countries and divisions that other names of the text mean."""
    named: dict[object, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    names: dict[object, str] = {}
    for group in believed:
        for option, share in zip(group.options, shares(group), strict=True):
            place = option.place
            if share < 0.2 or not place.country_code:
                continue
            if is_country(place):
                keys: tuple[object, ...] = (place.country_code,)
            elif place.feature_code == "ADM1" and place.admin1_code:
                keys = ((place.country_code, place.admin1_code), place.country_code)
            else:
                continue
            names.setdefault(keys[0], place.name)
            for key in keys:
                named[key][group.key] += share * len(group.mentions)
    if not named:
        return
    totals = {key: sum(by_name.values()) for key, by_name in named.items()}
    most = max(totals.values())
    for group in groups:
        if len(group.options) < 2:
            continue
        for option in group.options:
            _favour(
                option,
                {
                    key: totals[key] - named[key].get(group.key, 0.0)
                    for key in _keys(option)
                    if key in totals
                },
                names,
                most,
            )


def _keys(option: Option) -> tuple[object, ...]:
    place = option.place
    region = region_of(place) if place.feature_code != "ADM1" else None
    country = place.country_code if not is_country(place) else None
    return tuple(key for key in (region, country) if key is not None)


def _favour(
    option: Option, support: dict[object, float], names: dict[object, str], most: float
) -> None:
    for key, strength in support.items():
        if strength < 0.05:
            continue
        words = f"{names.get(key, key)} is named in the text"
        if isinstance(key, tuple):
            option.add("division named", weights.DIVISION_NAMED * min(1.0, strength), words)
        else:
            option.add("country named", weights.COUNTRY_NAMED * min(1.0, strength / most), words)


@dataclass(frozen=True, slots=True)
class _Ballot:
    """How one name spreads its vote over divisions and cells."""

    divisions: dict[Region, float]
    cells: dict[Cell, float]


_EMPTY = _Ballot({}, {})


def _ballots(believed: Iterable[Group]) -> dict[str, _Ballot]:
    ballots: dict[str, _Ballot] = {}
    for group in believed:
        ballot = ballots.setdefault(group.key, _Ballot({}, {}))
        for region, share in _division_shares(group).items():
            ballot.divisions[region] = max(share, ballot.divisions.get(region, 0.0))
        for cell, share in _cell_shares(group).items():
            ballot.cells[cell] = max(share, ballot.cells.get(cell, 0.0))
    return ballots


def _division_shares(group: Group) -> dict[Region, float]:
    found: dict[Region, float] = defaultdict(float)
    for option, share in zip(group.options, shares(group), strict=True):
        region = region_of(option.place)
        if region is not None:
            found[region] += share
            found[region[0], ""] += share
    return found


def _cell_shares(group: Group) -> dict[Cell, float]:
    found: dict[Cell, float] = defaultdict(float)
    for option, share in zip(group.options, shares(group), strict=True):
        cell = cell_of(option.place)
        if cell is not None:
            found[cell] += share
    return found


def _vote(
    group: Group,
    base: Sequence[float],
    divisions: dict[Region, float],
    cells: dict[Cell, float],
    own: _Ballot,
    *,
    final: bool,
) -> None:
    """Add to each option what the other groups say of its division and neighbourhood."""
    gains = []
    for option in group.options:
        region, cell = realm_of(option.place), cell_of(option.place)
        others = 0.0
        if region is not None:
            others = max(0.0, divisions.get(region, 0.0) - own.divisions.get(region, 0.0))
        near = 0.0
        if cell is not None:
            around = [(cell[0] + dy, cell[1] + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
            near = sum(cells.get(at, 0.0) - own.cells.get(at, 0.0) for at in around)
        gains.append(
            (weights.VOTE * math.log1p(4 * others), weights.NEAR * math.log1p(4 * max(0.0, near)))
        )
    for option, score, (division, near) in zip(group.options, base, gains, strict=True):
        option.score = score
        if final:
            if division > 0.05:
                option.add("division", division, "other names of the text lie in the same division")
            if near > 0.05:
                option.add("near", near, "other names of the text lie nearby")
        else:
            option.score += division + near

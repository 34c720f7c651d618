"""What the rest of a text says about which place a name means.

Names lend each other support: each spreads one vote over the divisions and the neighbourhoods of
the places it could mean, by how probable they are so far; places in well-supported divisions gain.
Only names with several candidates are re-ranked, and only the order changes: what is no place does
not become one.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.model import Place
from geo.resolution import weights
from geo.resolution.candidates import NAMED_AFTER, Cell, Group, Option, Region
from geo.senses import is_country

ROUNDS = 2
LEAST_ELSEWHERE = 2.0
LEAST_HERE = 0.5
SMALL_PEOPLE = 100_000
_LEAST_SHARE = 0.02
_AROUND = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1))


def apply_context(groups: Sequence[Group], home: Place | None) -> None:
    """Re-rank the options of all groups by what the other groups say.

    Groups of one name ("Paris", "the city of Paris") have one vote together, none for each other.
    """
    believed = [group for group in groups if group.belief > -1.0 and group.options]
    unsure = [group for group in groups if len(group.options) > 1]
    if home is not None:
        _favour_home(groups, home)
    _favour_named(unsure, believed)
    _favour_fuller(unsure, believed)
    _favour_called(unsure, groups)
    base = [[option.score for option in group.options] for group in unsure]
    for step in range(ROUNDS):
        ballots = _ballots(believed)
        divisions: defaultdict[Region, float] = defaultdict(float)
        cells: defaultdict[Cell, float] = defaultdict(float)
        places: defaultdict[str, float] = defaultdict(float)
        for ballot in ballots.values():
            for region, share in ballot.divisions.items():
                divisions[region] += share
            for cell, share in ballot.cells.items():
                cells[cell] += share
            for place, share in ballot.places.items():
                places[place] += share
        votes = _Ballot(divisions, cells, places)
        gains = [_gains(group, votes, ballots.get(group.key, _EMPTY)) for group in unsure]
        for group, scores, gained in zip(unsure, base, gains, strict=True):
            _apply(group, scores, gained, final=step == ROUNDS - 1)
    _mark_strangers(groups, believed)


def shares(group: Group) -> list[float]:
    """Return how probable each option of a group is, given the scores so far."""
    if len(group.options) == 1:
        return [1.0]
    top = max(option.score for option in group.options)
    slope = weights.MARGIN_SLOPE
    powers = [math.exp(max(-40.0, slope * (option.score - top))) for option in group.options]
    total = sum(powers)
    return [power / total for power in powers]


def _favour_home(groups: Iterable[Group], home: Place) -> None:
    region = (home.country_code or "", home.admin1_code or "")
    for group in groups:
        for option in group.options:
            if option.region is not None and option.region == region:
                option.add("home", weights.HOME, f"the outlet is at home near {home.name}")
            elif option.place.country_code == home.country_code is not None:
                words = f"the outlet is at home in {home.country_code}"
                option.add("home", weights.HOME / 2, words)


def _favour_named(unsure: Iterable[Group], believed: Iterable[Group]) -> None:
    """Favour places in countries and divisions that other names of the text mean."""
    named: defaultdict[Region, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    names: dict[Region, str] = {}
    for group in believed:
        for option, share in zip(group.options, shares(group), strict=True):
            place = option.place
            if share < 0.2 or option.realm is None:
                continue
            if not is_country(place) and place.feature_code != "ADM1":
                continue
            names.setdefault(option.realm, place.name)
            strength = share * len(group.mentions)
            for realm in {option.realm, (option.realm[0], "")}:
                named[realm][group.key] += strength
    if not named:
        return
    totals = {realm: sum(by_name.values()) for realm, by_name in named.items()}
    most = max(totals.values())
    for group in unsure:
        for option in group.options:
            for realm in _containers(option):
                strength = totals.get(realm, 0.0)
                if strength:
                    strength -= named[realm].get(group.key, 0.0)
                if strength >= 0.05:
                    _favour(option, realm, strength, most, names)


def _favour_fuller(unsure: Iterable[Group], believed: Iterable[Group]) -> None:
    """Take a short name for the country that the text calls by its full name.

    "Congo" beside "the Democratic Republic of Congo" means that one of the two.
    """
    fuller = [
        (f" {group.key} ", group.best.place)
        for group in believed
        if " " in group.key and is_country(group.best.place)
    ]
    for group in unsure:
        for words, place in fuller:
            if f" {group.key} " not in words or f" {group.key} " == words:
                continue
            for option in group.options:
                if option.place.id == place.id:
                    reason = f"{place.name} is named in full in the text"
                    option.add("fuller name", weights.QUALIFIED, reason)


def _favour_called(unsure: Iterable[Group], groups: Iterable[Group]) -> None:
    """Take a bare name for the division that the text calls by it elsewhere.

    "The province of Idlib … airstrikes in Idlib".
    """
    called = {
        (group.key, group.best.place.id): group.best.place.name
        for group in groups
        if group.role.partition("/")[0] and group.options
    }
    for group in unsure:
        if group.town_word is not None or group.role.partition("/")[0]:
            continue
        for option in group.options:
            metropolis = any(reason.name == NAMED_AFTER for reason in option.evidence)
            if (group.key, option.place.id) in called and not metropolis and _is_division(option):
                words = f"the text calls {option.place.name} so"
                option.add("called so", weights.DIVISION_NAMED, words)


def _is_division(option: Option) -> bool:
    return option.place.feature_code == "ADM1"


def _containers(option: Option) -> tuple[Region, ...]:
    """Return division and country that hold a place, without the place itself."""
    if option.region is None:
        return ()
    country = (option.region[0], "")
    return (country,) if option.place.feature_code == "ADM1" else (option.region, country)


def _favour(
    option: Option, realm: Region, strength: float, most: float, names: dict[Region, str]
) -> None:
    words = f"{names.get(realm, realm[0])} is named in the text"
    if realm[1]:
        option.add("division named", weights.DIVISION_NAMED * min(1.0, strength), words)
    else:
        option.add("country named", weights.COUNTRY_NAMED * min(1.0, strength / most), words)


@dataclass(frozen=True, slots=True)
class _Ballot:
    """How one name spreads its vote over divisions, countries, and one-degree cells and around."""

    divisions: dict[Region, float]
    cells: dict[Cell, float]
    places: dict[str, float]


_EMPTY = _Ballot({}, {}, {})


def _ballots(believed: Iterable[Group]) -> dict[str, _Ballot]:
    ballots: dict[str, _Ballot] = {}
    for group in believed:
        divisions: defaultdict[Region, float] = defaultdict(float)
        cells: defaultdict[Cell, float] = defaultdict(float)
        places: dict[str, float] = {}
        for option, share in zip(group.options, shares(group), strict=True):
            if share < _LEAST_SHARE:
                continue
            places[option.place.id] = share
            if option.region is not None:
                divisions[option.region] += share
                divisions[option.region[0], ""] += share
            if option.cell is not None:
                lat, lon = option.cell
                for dy, dx in _AROUND:
                    cells[lat + dy, lon + dx] += share
        before = ballots.get(group.key)
        if before is not None:
            for region, share in before.divisions.items():
                divisions[region] = max(share, divisions[region])
            for cell, share in before.cells.items():
                cells[cell] = max(share, cells[cell])
            for place, share in before.places.items():
                places[place] = max(share, places.get(place, 0.0))
        ballots[group.key] = _Ballot(divisions, cells, places)
    return ballots


def _mark_strangers(groups: Iterable[Group], believed: Iterable[Group]) -> None:
    """Mark small towns in countries that nothing else in the text points to.

    Where a text is about one country, an unlisted village of it is likelier than its namesake
    overseas.
    """
    by_name: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for group in believed:
        votes = by_name[group.key]
        for option, share in zip(group.options, shares(group), strict=True):
            country = option.place.country_code
            if country is not None:
                votes[country] = min(1.0, votes[country] + share)
    totals: defaultdict[str, float] = defaultdict(float)
    for votes in by_name.values():
        for country, share in votes.items():
            totals[country] += share
    for group in groups:
        place = group.best.place if group.options else None
        if place is None or place.feature_class != "P" or place.population >= SMALL_PEOPLE:
            continue
        own = by_name[group.key]
        others = {country: total - own[country] for country, total in totals.items()}
        here = others.pop(place.country_code or "", 0.0)
        group.stranger = here < LEAST_HERE and max(others.values(), default=0) >= LEAST_ELSEWHERE


def _gains(group: Group, votes: _Ballot, own: _Ballot) -> list[tuple[float, float]]:
    """Return what the other names' votes give each option: by division, and by neighbourhood.

    Another name of the same place ("Dublin", "Dublin City") is no support for it.
    """
    found = []
    for option in group.options:
        division = near = 0.0
        place = option.place.id
        same = votes.places.get(place, 0.0) - own.places.get(place, 0.0)
        if option.realm is not None:
            others = votes.divisions.get(option.realm, 0.0) - own.divisions.get(option.realm, 0.0)
            if option.region is not None:
                others -= same
            if others > _LEAST_SHARE:
                division = weights.VOTE * math.log1p(4 * others)
        if option.cell is not None:
            others = votes.cells.get(option.cell, 0.0) - own.cells.get(option.cell, 0.0) - same
            if others > _LEAST_SHARE:
                near = weights.NEAR * math.log1p(4 * others)
        found.append((division, near))
    _share_with_cities(group, found)
    return found


def _share_with_cities(group: Group, gains: list[tuple[float, float]]) -> None:
    """Give a city what lies near the division that is called like it: both lie in one spot."""
    for at, option in enumerate(group.options):
        if option.place.feature_code != "ADM1":
            continue
        for other, city in enumerate(group.options):
            if city.place.feature_class == "P" and city.region == option.region:
                division, near = gains[other]
                gains[other] = division, max(near, gains[at][1])


def _apply(
    group: Group, base: Sequence[float], gains: Sequence[tuple[float, float]], *, final: bool
) -> None:
    for option, score, (division, near) in zip(group.options, base, gains, strict=True):
        if not final:
            option.score = score + division + near
            continue
        option.score = score
        if division:
            option.add("division", division, "other names of the text lie in the same division")
        if near:
            option.add("near", near, "other names of the text lie nearby")

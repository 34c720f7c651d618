"""The places that one name of a text could mean, and how each scores."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.model import Candidate, Evidence, Place
from geo.resolution import weights
from geo.senses import is_country

_WIDE_DEG = 6
ROW = 1000
"""Difference between a cell and the one north of it; the one east of it is the next number."""
_WIDE = 1000 * ROW  # cells of countries and divisions are told apart from those of towns


Region = tuple[str, str]
"""Country and division; a country as a whole has an empty division."""
_ALL = (1.0,)
_FAR_BEHIND = -40.0
_FAR_POWER = math.exp(_FAR_BEHIND)
Cell = int
"""Number of a one-degree cell, by its south-west corner; of countries and divisions a wider one."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a place lies, as far as other names of a text can speak for it.

    Parameters
    ----------
    region, country : Region or None
        The division that holds a place, and all of the country around that.
    realm : Region or None
        What supports it by lying in it too: its division, or all of a country.
    within, inside : tuple of Region
        The division and country that hold it, without and with the place itself.
    leads : bool
        The place is its realm: a country or a division.
    cell : Cell or None
        Where a town or county lies.
    """

    region: Region | None
    country: Region | None
    realm: Region | None
    within: tuple[Region, ...]
    inside: tuple[Region, ...]
    leads: bool
    cell: Cell | None

    @classmethod
    def of(cls, place: Place) -> "Site":
        """Return where a place lies."""
        region = country = realm = cell = None
        within: tuple[Region, ...] = ()
        inside: tuple[Region, ...] = ()
        division = place.feature_code == "ADM1"
        if place.country_code is not None:
            inside = ((place.country_code, ""),)
        if place.country_code:
            if is_country(place):
                realm = (place.country_code, "")
            elif place.admin1_code:
                region = realm = (place.country_code, place.admin1_code)
                country = (place.country_code, "")
                within = (country,) if division else (region, country)
                inside = (country, region)
        lat, lon = place.latitude_deg, place.longitude_deg
        if lat is not None and lon is not None:
            if place.feature_class == "P" or place.feature_code == "ADM2":
                cell = math.floor(lat) * ROW + math.floor(lon)
            elif is_country(place) or division:
                cell = _WIDE + math.floor(lat / _WIDE_DEG) * ROW + math.floor(lon / _WIDE_DEG)
        leads = realm is not None and (region is None or division)
        return cls(region, country, realm, within, inside, leads, cell)


@dataclass(slots=True)
class Option:
    """A place that a name could mean, with the reasons gathered so far.

    `bare` is what it is as a candidate as long as there are none.
    """

    place: Place
    site: Site
    bare: Candidate
    prior: float
    score: float
    evidence: tuple[Evidence, ...] = ()

    @classmethod
    def of(cls, place: Place, prior: float) -> "Option":
        """Make an option that knows where it lies."""
        return cls(place, Site.of(place), Candidate(place, round(prior, 3)), prior, prior)

    def copy(self) -> "Option":
        """Return the same option with a score and reasons of its own."""
        return Option(self.place, self.site, self.bare, self.prior, self.score, self.evidence)

    def add(self, name: str, weight: float, words: str) -> None:
        """Add a reason."""
        self.score += weight
        self.evidence += (Evidence(name, round(weight, 3), words),)

    @property
    def candidate(self) -> Candidate:
        """What the reader sees of it."""
        if not self.evidence:
            return self.bare
        return Candidate(self.place, round(self.score, 3), self.evidence)


@dataclass(slots=True)
class Group:
    """All mentions of one name in one role, which share one sense.

    `belief` is the score for the name's being a place at all, by its most favourable mention;
    a `stranger` is a small town in a country that nothing else in the text points to, a `native` a
    town in a division that several other names lie in.
    """

    key: str
    role: str
    options: list[Option]
    mentions: list[int] = field(default_factory=list)
    town_word: str | None = None
    belief: float = 0.0
    stranger: bool = False
    native: bool = False
    _scores: Sequence[float] = ()
    _shares: Sequence[float] = ()

    @property
    def shares(self) -> Sequence[float]:
        """How probable each option is, given the scores so far."""
        if len(self.options) == 1:
            return _ALL
        scores = [option.score for option in self.options]
        if scores != self._scores:
            self._scores, self._shares = scores, _shares(scores)
        return self._shares

    @property
    def best(self) -> Option:
        """The leading option."""
        if len(self.options) == 1:
            return self.options[0]
        return max(self.options, key=_rank)

    def ranked(self) -> list[Option]:
        """Return all options, the best first."""
        if len(self.options) == 1:
            return self.options
        return sorted(self.options, key=_rank, reverse=True)


def _rank(option: Option) -> tuple[float, int, str]:
    return option.score, option.place.population, option.place.id


def _shares(scores: Sequence[float]) -> list[float]:
    """Return how probable options with these scores are."""
    top, slope = max(scores), weights.MARGIN_SLOPE
    powers = [
        math.exp(behind) if (behind := slope * (score - top)) > _FAR_BEHIND else _FAR_POWER
        for score in scores
    ]
    total = sum(powers)
    return [power / total for power in powers]

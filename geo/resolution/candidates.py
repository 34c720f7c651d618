"""The places that one name of a text could mean, and how each scores."""

import math
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from sys import intern

from geo.model import Candidate, Evidence, Place
from geo.resolution import weights
from geo.resolution.describe import Meaning, whole
from geo.senses import is_country

HAMLET_PEOPLE = 5_000
FAMOUS_PEOPLE = 200_000
_WIDE_DEG = 6
ROW = 1000
"""Difference between a cell and the one north of it; the one east of it is the next number."""
_WIDE = 1000 * ROW  # cells of countries and divisions are told apart from those of towns
_AROUND = tuple(rows * ROW + columns for rows in (-1, 0, 1) for columns in (-1, 0, 1))

Region = str
"""Country and division, "US.TX"; a country as a whole has an empty division, "US."."""
Cell = int
"""Number of a one-degree cell, by its south-west corner; of countries and divisions a wider one."""
Key = Region | Cell | None
"""What is voted for: a region, a cell, the id of a place; nothing votes for None."""
_ALL = (1.0,)
_FIRST = (0,)
_FAR_BEHIND = -40.0
_FAR_POWER = math.exp(_FAR_BEHIND)


def region_of(country: str, division: str = "") -> Region:
    """Return the region of a country or division: one string for all places that lie in it."""
    return intern(f"{country}.{division}")


def is_whole(region: Region) -> bool:
    """Tell whether a region is a country as a whole."""
    return region[-1] == "."


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
    backed : tuple of Key
        What gets the vote of a name that means it: the place, its division, its country, its cell
        and those around.
    """

    region: Region | None
    country: Region | None
    realm: Region | None
    within: tuple[Region, ...]
    inside: tuple[Region, ...]
    leads: bool
    cell: Cell | None
    backed: tuple[Key, ...]

    @classmethod
    def of(cls, place: Place) -> "Site":
        """Return where a place lies."""
        region = country = realm = cell = None
        within: tuple[Region, ...] = ()
        inside: tuple[Region, ...] = ()
        division = place.feature_code == "ADM1"
        if place.country_code is not None:
            inside = (region_of(place.country_code),)
        if place.country_code:
            if is_country(place):
                realm = region_of(place.country_code)
            elif place.admin1_code:
                region = realm = region_of(place.country_code, place.admin1_code)
                country = region_of(place.country_code)
                within = (country,) if division else (region, country)
                inside = (country, region)
            elif place.precision == "vague_area":
                realm = region_of(place.country_code)
        lat, lon = place.latitude_deg, place.longitude_deg
        if lat is not None and lon is not None:
            if place.feature_class == "P" or place.feature_code == "ADM2":
                cell = math.floor(lat) * ROW + math.floor(lon)
            elif is_country(place) or division:
                cell = _WIDE + math.floor(lat / _WIDE_DEG) * ROW + math.floor(lon / _WIDE_DEG)
        leads = realm is not None and (division or is_country(place))
        cells = () if cell is None else tuple(cell + step for step in _AROUND)
        around: list[Key] = [place.id, region, country, *cells]
        backed = tuple(key for key in around if key is not None)
        return cls(region, country, realm, within, inside, leads, cell, backed)


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name could mean.

    `bare` is how it is shown while no reason was added, `whole` what a toponym means that says no
    more than its name; a `variant` is mostly called by another name.
    """

    place: Place
    site: Site
    bare: Candidate
    whole: Meaning
    variant: bool = False


@dataclass(slots=True)
class Tally:
    """The places that a name could mean, and beside each how it scores so far, and why.

    Parameters
    ----------
    options : sequence of Option
        Shared by all texts; what is counted in one is in the other three.
    priors : list of float
        How probable each is before the context is known, in log-odds.
    scores : list of float
        The same with all that was added.
    evidence : list of tuple of Evidence
        What was added.
    """

    options: Sequence[Option]
    priors: list[float]
    scores: list[float]
    evidence: list[tuple[Evidence, ...]]

    @classmethod
    def of(
        cls, places: Iterable[Place], priors: Sequence[float], variants: Container[str] = ()
    ) -> "Tally":
        """Begin with what each place is worth by itself; `variants` are ids of places."""
        options = [
            Option(
                place, Site.of(place), Candidate(place, prior), whole(place), place.id in variants
            )
            for place, prior in zip(places, priors, strict=True)
        ]
        return cls(options, [*priors], [*priors], [()] * len(options))

    def add(self, at: int, name: str, weight: float, words: str) -> None:
        """Add a reason to one option."""
        self.scores[at] += weight
        self.evidence[at] += (Evidence(name, weight, words),)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as it is called, before any text.

    Parameters
    ----------
    key : str
        The folded name.
    role, called : str
        What tells mentions of one name apart: what it is called, and how short words look; and what
        it is called alone, empty where it is not.
    town_word : str or None
        The word that calls it a town: "the port of Izmail".
    tally : Tally
        What it could mean; each text goes on with a copy.
    ids, realms, cells, inside : tuple
        Of each option its place and where that lies, side by side.
    ties : tuple of (int, str)
        Of each option its people and id, which tell what goes first of equal ones.
    leads : bool
        Some option is a country or a division.
    twins : tuple of (int, int)
        Options that are a division and a city in it: both are called so.
    faint : tuple of bool
        Of each option, whether reports that mean it say so: a hamlet that is called like a famous
        place, a town that is seldom called like a capital.
    """

    key: str
    role: str
    called: str
    town_word: str | None
    tally: Tally
    ids: tuple[str, ...]
    realms: tuple[Region | None, ...]
    cells: tuple[Cell | None, ...]
    inside: tuple[tuple[Region, ...], ...]
    ties: tuple[tuple[int, str], ...]
    leads: bool
    twins: tuple[tuple[int, int], ...]
    faint: tuple[bool, ...]

    @classmethod
    def of(cls, key: str, role: str, town_word: str | None, tally: Tally) -> "Naming":
        """Make a naming of what a name could mean."""
        options = tally.options
        divisions = [at for at, option in enumerate(options) if option.place.feature_code == "ADM1"]
        return cls(
            key,
            role,
            role.partition("/")[0],
            town_word,
            tally,
            tuple(option.place.id for option in options),
            tuple(option.site.realm for option in options),
            tuple(option.site.cell for option in options),
            tuple(option.site.inside for option in options),
            tuple((option.place.population, option.place.id) for option in options),
            any(option.site.leads for option in options),
            tuple(
                (at, other)
                for at in divisions
                for other, city in enumerate(options)
                if city.place.feature_class == "P" and city.site.region == options[at].site.region
            ),
            _faint(options),
        )


def _faint(options: Sequence[Option]) -> tuple[bool, ...]:
    famous = any(option.place.population >= FAMOUS_PEOPLE for option in options)
    capital = any(option.place.feature_code == "PPLC" and not option.variant for option in options)
    return tuple(
        famous
        and option.place.feature_class == "P"
        and (option.place.population < HAMLET_PEOPLE or (capital and option.variant))
        for option in options
    )


@dataclass(slots=True)
class Group(Tally):
    """All mentions of one name in one role, which share one sense.

    `takes_article` tells that "the" stands before one,
    `prior` is what its most probable place is worth, `belief` the score for the name's being a
    place at all, by its most favourable mention;
    a `stranger` is a small town in a country that nothing else in the text points to, a `native` a
    town in a division that several other names lie in.
    """

    name: Naming
    mentions: list[int] = field(default_factory=list)
    town_word: str | None = None
    takes_article: bool = False
    prior: float = -math.inf
    belief: float = -math.inf
    stranger: bool = False
    native: bool = False
    _shares: Sequence[float] | None = None
    _ranked: Sequence[int] | None = None

    @classmethod
    def called(cls, name: Naming) -> "Group":
        """Begin the group of a name in a text."""
        tally = name.tally
        return cls(tally.options, [*tally.priors], [*tally.scores], [*tally.evidence], name)

    @property
    def shares(self) -> Sequence[float]:
        """How probable each option is, given the scores so far."""
        if self._shares is None:
            self._shares = _shares(self.scores) if len(self.scores) > 1 else _ALL
        return self._shares

    @property
    def ranked(self) -> Sequence[int]:
        """All options by their place in the tally, the best first."""
        if self._ranked is None:
            self._ranked = _ranked(self.scores, self.name.ties) if len(self.scores) > 1 else _FIRST
        return self._ranked

    @property
    def best(self) -> Option:
        """The leading option."""
        return self.options[self.ranked[0]]

    def add(self, at: int, name: str, weight: float, words: str) -> None:
        """Add a reason to one option, which may change how all of them rank."""
        Tally.add(self, at, name, weight, words)
        self._shares = self._ranked = None

    def rescore(self, scores: list[float]) -> None:
        """Take other scores for those so far."""
        self.scores = scores
        self._shares = self._ranked = None

    def candidate(self, at: int) -> Candidate:
        """Return what the reader sees of an option."""
        option, evidence = self.options[at], self.evidence[at]
        if not evidence:
            return option.bare
        return Candidate(option.place, self.scores[at], evidence)


def _ranked(scores: Sequence[float], ties: Iterable[tuple[int, str]]) -> list[int]:
    ranks = [*zip(scores, ties, strict=True)]
    return sorted(range(len(ranks)), key=ranks.__getitem__, reverse=True)


def _shares(scores: Sequence[float]) -> list[float]:
    """Return how probable options with these scores are."""
    top, slope = max(scores), weights.MARGIN_SLOPE
    powers = [
        math.exp(behind) if (behind := slope * (score - top)) > _FAR_BEHIND else _FAR_POWER
        for score in scores
    ]
    total = sum(powers)
    return [power / total for power in powers]

"""The places that one name of a text could mean, and how each scores."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from geo.cues import DATELINE
from geo.lexicon import word_map
from geo.model import Evidence, Place, Toponym
from geo.resolution import weights
from geo.senses import Senses, is_country

_WIDE_DEG = 6
ROW = 1000
"""Difference between a cell and the one north of it; the one east of it is the next number."""
_WIDE = 1000 * ROW  # cells of countries and divisions are told apart from those of towns


UNKNOWN_TOWN_PEOPLE = 2000
"""Of towns that are listed as seats of some office, without a count."""
NAMED_AFTER = "city of the name"
"""Evidence against a division whose metropolis is meant first: New York, Ankara."""
Region = tuple[str, str]
"""Country and division; a country as a whole has an empty division."""
Cell = int
"""Number of a one-degree cell, by its south-west corner; of countries and divisions a wider one."""


@dataclass(slots=True)
class Option:
    """A place that a name could mean, with the reasons gathered so far.

    `region` is the division that holds it, `country` all of the country around that, `realm` what
    supports it by lying in it too (its division, or all of a country), `cell` where a town or
    county lies.
    """

    place: Place
    prior: float
    score: float
    region: Region | None = None
    country: Region | None = None
    realm: Region | None = None
    cell: Cell | None = None
    evidence: list[Evidence] = field(default_factory=list)

    @classmethod
    def of(cls, place: Place, prior: float) -> "Option":
        """Make an option that knows where it lies."""
        region = country = realm = cell = None
        if place.country_code:
            if is_country(place):
                realm = (place.country_code, "")
            elif place.admin1_code:
                region = realm = (place.country_code, place.admin1_code)
                country = (place.country_code, "")
        lat, lon = place.latitude_deg, place.longitude_deg
        if lat is not None and lon is not None:
            if place.feature_class == "P" or place.feature_code == "ADM2":
                cell = math.floor(lat) * ROW + math.floor(lon)
            elif is_country(place) or place.feature_code == "ADM1":
                cell = _WIDE + math.floor(lat / _WIDE_DEG) * ROW + math.floor(lon / _WIDE_DEG)
        return cls(place, prior, prior, region, country, realm, cell)

    def copy(self) -> "Option":
        """Return the same option with evidence of its own."""
        return Option(
            self.place,
            self.prior,
            self.score,
            self.region,
            self.country,
            self.realm,
            self.cell,
            self.evidence.copy(),
        )

    def add(self, name: str, weight: float, words: str) -> None:
        """Add a reason."""
        self.score += weight
        self.evidence.append(Evidence(name, round(weight, 3), words))


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
    mentions: list[int]
    town_word: str | None = None
    belief: float = 0.0
    stranger: bool = False
    native: bool = False

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


def prior(place: Place, *, preferred: bool) -> float:
    """Return how probable a bare mention of one of its names means this place."""
    people = place.population
    if is_country(place):
        bonus = weights.COUNTRY
    elif place.feature_code == "CONT":
        return weights.COUNTRY + weights.PEOPLE_PER_DECADE * 5
    elif place.feature_code == "ADM1":
        bonus, people = weights.DIVISION, people or weights.UNKNOWN_PEOPLE
    elif place.id.startswith("dl:") or place.feature_class != "P":
        bonus, people = weights.REGION, people or weights.UNKNOWN_PEOPLE
    else:
        bonus = weights.CAPITAL if place.feature_code == "PPLC" else 0.0
        people = people or UNKNOWN_TOWN_PEOPLE
    score = bonus + weights.PEOPLE_PER_DECADE * (math.log10(people + 100) - 3)
    if preferred or (is_country(place) and people > weights.UNKNOWN_PEOPLE):
        return score
    return score + weights.VARIANT_NAME


def options_of(toponym: Toponym, senses: Senses) -> list[Option]:
    """Return what a toponym could mean, before any context."""
    if senses.demonyms:
        places: Sequence[Place] = [place for place, _ in senses.demonyms]
        scores = [
            prior(place, preferred=True) + (weights.CAPITAL if is_country(place) else 0.0)
            for place in places
        ]
        return [Option.of(place, score) for place, score in zip(places, scores, strict=True)]
    if senses.metonyms and (senses.names_building or not senses.places):
        return [Option.of(place, weights.COUNTRY + 2) for place, _ in senses.metonyms]
    options = [item.copy() for item in _base(senses, toponym.core.endswith("."))]
    for word in (toponym.qualifier or "").split():
        if _level(word) != "city":
            _match_type(word, options)
    return options


@lru_cache(maxsize=1 << 16)
def _base(senses: Senses, dotted: bool) -> tuple[Option, ...]:
    """Return a name's options before any context, made once for each name."""
    options = {}
    for place in senses.abbreviated:
        options[place.id] = Option.of(place, prior(place, preferred=True))
    if not (options and dotted):
        for place, preferred in zip(senses.places, senses.preferred, strict=True):
            if place.id not in options:
                score = prior(place, preferred=preferred or place.id.startswith("dl:"))
                if place.id in senses.foreign:
                    score += weights.VARIANT_NAME
                options[place.id] = Option.of(place, score)
        _prefer_city(list(options.values()))
    return tuple(options.values())


def _prefer_city(options: Sequence[Option]) -> None:
    """Take a division as second to the metropolis that it is named after.

    "Washington" is the capital and "New York" the city unless "state" follows: the capital of the
    country, or a city with a good part of the division's people.
    """
    for division in options:
        if division.place.feature_code != "ADM1":
            continue
        for city in options:
            place = city.place
            if place.feature_class != "P" or place.country_code != division.place.country_code:
                continue
            most = place.population > weights.METROPOLIS_SHARE * (
                division.place.population or math.inf
            )
            if place.feature_code == "PPLC" or (
                most and place.admin1_code == division.place.admin1_code
            ):
                weight = weights.VARIANT_NAME
                division.add(NAMED_AFTER, weight, f"{place.name} is what people mean first")
                division.prior += weight
                break


def city_word(toponym: Toponym) -> str | None:
    """Return the word that calls a place a town ("the port of Izmail"), or that it is a dateline.

    What one mention says of a town holds for all that say no other kind.
    """
    if DATELINE in toponym.rules:
        return DATELINE
    words = (toponym.qualifier or "").split()
    return next((word for word in words if _level(word) == "city"), None)


def prefer_towns(options: Sequence[Option], word: str) -> None:
    """Prefer towns to divisions of the name, because a mention calls it one."""
    _match_type(word, options, level="city")


def doubt_towns(options: Sequence[Option]) -> None:
    """Doubt the towns of a name that stands after the article: "the Severn" is the river."""
    others = any(option.place.feature_class != "P" for option in options)
    weight = weights.WITH_ARTICLE - (weights.TYPE_MATCH if others else 0.0)
    for option in options:
        if option.place.feature_class == "P":
            option.prior += weights.WITH_ARTICLE
            option.add("article", weight, "the text says “the” before it")


def _level(word: str) -> str | None:
    return word_map("area_words").get(word)


def _match_type(word: str, options: Sequence[Option], level: str | None = None) -> None:
    """Prefer what the words call it: a region for "Kursk region", a county for "Kent County"."""
    level = level or _level(word)
    fitting = [level is not None and _is_level(option.place, level) for option in options]
    if not any(fitting):
        return
    for option, fits in zip(options, fitting, strict=True):
        weight = weights.TYPE_MATCH if fits else -weights.TYPE_MATCH
        option.add("kind named", weight, f"the text says “{word}”")


def _is_level(place: Place, level: str) -> bool:
    if level == "region":
        return place.feature_code == "ADM1" or place.precision in ("region", "vague_area")
    if level == "district":
        return place.feature_code in ("ADM2", "ADM3") or place.precision == "district"
    return place.feature_class == "P"

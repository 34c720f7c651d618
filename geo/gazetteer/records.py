"""What goes into an index: places with their names, and the words that stand for places."""

import math
from dataclasses import dataclass
from typing import Literal

from geo.model import Place, PlaceName

LexiconKind = Literal["demonym", "metonym", "government", "abbreviation"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place and all its names, the preferred one first."""

    place: Place
    names: tuple[PlaceName, ...]


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A word that stands for a place without being its name: "Russian", "the Kremlin", "N.C.".

    Parameters
    ----------
    kind : str
    word : str
        As printed.
    place_id : str
    note : str
        What the word is there: ``adjective`` or ``people``; ``capital``, ``seat``, ``building``,
        ``district``, ``body`` or ``figure``; the name of the government; ``postal``, ``ap``, ….
    """

    kind: LexiconKind
    word: str
    place_id: str
    note: str


_CLASS_PRIOR = {
    "PCLI": 5.0,
    "PCLS": 4.0,
    "PCLD": 3.5,
    "PCLF": 4.0,
    "PCLIX": 3.5,
    "PCL": 4.0,
    "TERR": 3.0,
    "PCLH": 1.5,
    "CONT": 4.5,
    "RGN": 2.0,
    "ADM1": 1.0,
    "PPLC": 2.0,
    "PPLA": 0.6,
    "ADM2": 0.0,
}
_POPULATION_UNKNOWN = {"A": 5.3, "L": 5.3, "T": 4.5, "H": 5.0}


def prominence(place: Place) -> float:
    """Return how likely a bare mention means this place, as log10 of people plus a prior.

    Countries come before states, states before cities, capitals before towns; within a class the
    more populous place is first.
    """
    if place.population > 0:
        people = math.log10(place.population + 10)
    else:
        people = _POPULATION_UNKNOWN.get(place.feature_class, 2.0)
    return people + _CLASS_PRIOR.get(place.feature_code, 0.0)

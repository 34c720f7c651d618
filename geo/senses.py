"""What a name can mean: its places, and the places that it stands for as a demonym and the like.

Recognition asks whether a word can be a place at all, resolution which one; both ask here, and each
name is looked up once.
"""

import math
import re
from dataclasses import dataclass
from functools import cached_property

from geo.gazetteer import Gazetteer, fold
from geo.gazetteer.index import LONGEST_NAME
from geo.gazetteer.names import script_tag
from geo.model import Place

MOST_PLACES = 60
"""Places kept of one name, the most prominent first; "San Antonio" has six hundred."""
LONGEST_SHORT = 4
PLURALS = {
    "counties": "county",
    "departments": "department",
    "districts": "district",
    "governorates": "governorate",
    "parishes": "parish",
    "prefectures": "prefecture",
    "provinces": "province",
    "regions": "region",
    "states": "state",
}
"""What a list says once of names that the gazetteer holds with the word."""
_SHARED_SCRIPTS = frozenset(
    f"und{script}"
    for script in (
        "",
        "-Latn",
        "-Zyyy",
        "-Hani",
        "-Jpan",
        "-Hang",
        "-Thai",
        "-Laoo",
        "-Khmr",
        "-Mymr",
        "-Tibt",
    )
)
_BEFORE_NAME = re.compile(
    r"^(?:(?:al|el|ad|ed|an|en|ar|er|as|es|ash|esh|at|et|az|ez)[ -]|ban |city of |kamp[ou]ng )"
)
_SHORTEST_RESPELT = 5
_LONG_RESPELT = 8
_CACHED_NAMES = 1 << 16
_MUNICIPAL = frozenset({"AD", "LI", "LV", "ME", "MK", "MT", "PR", "SI", "SM"})
"""Countries whose divisions are municipalities, or nearly all."""
_CITY_PEOPLE = 50_000


@dataclass(frozen=True, eq=False)
class Senses:
    """All that one folded name can mean.

    Parameters
    ----------
    key : str
        The folded name.
    places : tuple of Place
        By prominence.
    demonyms, metonyms : tuple of (Place, str)
        Places whose people or things, or whose government, are called so.
    abbreviated : tuple of Place
        Places shortened so.
    foreign : frozenset of str
        Ids of countries that only other languages than English call so.
    english : frozenset of str
        Ids of cities that English calls so too: "Calcutta" for Kolkata.
    """

    key: str
    places: tuple[Place, ...]
    demonyms: tuple[tuple[Place, str], ...]
    metonyms: tuple[tuple[Place, str], ...]
    abbreviated: tuple[Place, ...]
    foreign: frozenset[str] = frozenset()
    english: frozenset[str] = frozenset()

    @cached_property
    def states(self) -> tuple[Place, ...]:
        """Countries and first-level divisions of this name."""
        return tuple(place for place in self.places if is_state(place))

    @cached_property
    def is_state(self) -> bool:
        """Tell whether the name is foremost that of a country or division, or of its people."""
        return bool(self.demonyms) or (bool(self.places) and is_state(self.places[0]))

    @cached_property
    def names_power(self) -> bool:
        """Tell whether the name may stand for a government: a country, a capital, a bloc."""
        leading = bool(self.places) and _is_power(self.places[0])
        return leading or (bool(self.abbreviated) and is_country(self.abbreviated[0]))

    @cached_property
    def preferred(self) -> tuple[bool, ...]:
        """For each place, whether this is its preferred name; if of none, that spelt alike."""
        exact = tuple(self.key == _bare(place) or place.id in self.english for place in self.places)
        if any(exact):
            return exact
        if _spells_alone(self.key):
            return (True,) * len(exact)
        return tuple(_is_spelling(self.key, _bare(place)) for place in self.places)

    @cached_property
    def names_building(self) -> bool:
        """Tell whether the name is that of a seat of power: "Kremlin", "White House"."""
        return any(note == "building" for _, note in self.metonyms)

    @cached_property
    def most_people_log(self) -> float:
        """Common logarithm of the population of the most populous place of the name."""
        return max((math.log10(place.population + 1) for place in self.places), default=0.0)

    @cached_property
    def is_known(self) -> bool:
        """Tell whether the name means anything."""
        return bool(self.places or self.demonyms or self.metonyms or self.abbreviated)


class _Openings(dict[str, tuple[int, bool]]):
    """The longest name within words of a text, and whether other names begin with all of them.

    Words are given with what stands between them and after the last one, mostly a blank, which lets
    a longer name go on but no longer word.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def __missing__(self, opening: str) -> tuple[int, bool]:
        if len(opening) > LONGEST_NAME:
            return 0, True  # and is not worth remembering
        known = self._gazetteer.names_within(opening)
        if len(self) < _CACHED_NAMES:
            self[opening] = known
        return known


class Lexicon:
    """Looks names up in a gazetteer and remembers what they mean."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.openings = _Openings(gazetteer)
        self._senses: dict[str, Senses] = {}

    def _foreign(self, key: str, places: tuple[Place, ...]) -> frozenset[str]:
        """Return the countries of a name that English does not call so ("Équateur")."""
        if len(places) < 2:
            return frozenset()
        return frozenset(
            place.id
            for place in places[:3]
            if is_country(place)
            and not any(
                fold(name.name) == key and name.lang in ("en", "und-Latn")
                for name in self.gazetteer.names(place.id)
            )
        )

    def _english(self, key: str, places: tuple[Place, ...]) -> frozenset[str]:
        """Return the cities among the first places that English calls so beside their own name."""
        return frozenset(
            place.id
            for place in places[:3]
            if place.feature_class == "P"
            and place.population >= _CITY_PEOPLE
            and _bare(place) != key
            and any(
                name.lang == "en" and fold(name.name) == key
                for name in self.gazetteer.names(place.id)
            )
        )

    def printed(self, key: str, word: str) -> Senses:
        """Return what a name can mean as it is printed.

        Of short words the print tells: "ACT" and "Act", "L.A." and "La" are different names.
        """
        senses = self.senses(key)
        if len(key) > LONGEST_SHORT:
            return senses
        found = self._senses.get(f"{key}\t{word}")
        if found is None:
            found = self._senses[f"{key}\t{word}"] = self._restricted(senses, word)
        return found

    def _restricted(self, senses: Senses, word: str) -> Senses:
        forms = {
            place.id: {name.name for name in self.gazetteer.names(place.id)}
            for place in (*senses.places, *senses.abbreviated)
        }
        exact = {place_id for place_id, names in forms.items() if word in names}
        if not exact and not word.isupper():
            exact = {
                place_id
                for place_id, names in forms.items()
                if any(fold(name) == senses.key and name[1:].islower() for name in names)
            }
        elif not exact:
            return senses
        return Senses(
            senses.key,
            tuple(place for place in senses.places if place.id in exact),
            senses.demonyms,
            senses.metonyms,
            tuple(place for place in senses.abbreviated if place.id in exact),
            senses.foreign,
            senses.english,
        )

    def senses(self, key: str) -> Senses:
        """Return what a folded name can mean."""
        found = self._senses.get(key)
        if found is None:
            gazetteer = self.gazetteer
            places = gazetteer.places_named(key)[:MOST_PLACES]
            found = Senses(
                key,
                places,
                gazetteer.demonym(key),
                gazetteer.metonym(key),
                gazetteer.abbreviation(key),
                self._foreign(key, places),
                self._english(key, places),
            )
            if len(self._senses) >= _CACHED_NAMES:
                self._senses.clear()
            self._senses[key] = found
        return found


def _spells_alone(key: str) -> bool:
    """Tell whether a name is in a script in which no preferred name is written: "Одеса", "القدس".

    Of scripts without blanks the same letters may be an ordinary word.
    """
    return not key.isascii() and script_tag(key) not in _SHARED_SCRIPTS


def _is_spelling(key: str, name: str) -> bool:
    """Tell whether two names are the same but for how they are romanised: "Izmail", "Izmayil".

    An article counts as little ("Er Rahad", "Ar Rahad") as what says that it is a village.
    """
    plain, other = _BEFORE_NAME.sub("", key), _BEFORE_NAME.sub("", name)
    if plain == other:
        return True
    if len(plain) < _SHORTEST_RESPELT or plain[0] != other[:1]:
        return False
    from geo.gazetteer.search import edit_distance  # few names come here

    most = 1 if len(plain) < _LONG_RESPELT else 2
    return edit_distance(plain, other, most) <= most


def _bare(place: Place) -> str:
    """Return the folded name without what tells it from its namesakes: "Georgia (U.S. state)"."""
    return fold(place.name.partition(" (")[0])


def is_country(place: Place) -> bool:
    """Tell whether a place is a country or dependent territory."""
    return place.feature_class == "A" and (
        place.feature_code.startswith("PCL") or place.feature_code == "TERR"
    )


def _is_power(place: Place) -> bool:
    if place.feature_code == "ADM1":
        return True
    return is_country(place) or place.feature_code == "PPLC" or place.sense == "bloc"


def is_municipality(place: Place) -> bool:
    """Tell whether a first-level division is no more than a town with its land."""
    return place.feature_code == "ADM1" and place.country_code in _MUNICIPAL


def is_state(place: Place) -> bool:
    """Tell whether a place is a country, a division, a continent or a curated region: no county."""
    return place.feature_code != "ADM2" and (
        is_country(place)
        or place.feature_code in ("ADM1", "CONT")
        or place.precision in ("region", "country", "vague_area")
        or place.sense == "bloc"
    )

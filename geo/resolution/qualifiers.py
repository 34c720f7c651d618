"""Names that say where another name lies: "Paris, Texas", "the Kursk region in western Russia"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geo.geodesy import distance_km
from geo.model import Place, Toponym
from geo.resolution import weights
from geo.resolution.candidates import Group, Option
from geo.senses import is_country, is_state

_AFTER: Final = frozenset({", ", ",", " (", ", (", " in ", ", in ", " in the ", " , ", "; "})
_CHAIN: Final = (
    r"(?:(?:, an?(?: [\w-]{1,14})?)?"
    r" (?:village|town|city|area|district|community|neighbou?rhood|suburb|township|hamlet))?"
    r",? (?:in|of)(?: the)?(?: \w{1,14}(?:-\w{1,8})?)?"
    r"(?: (?:state|province|region|county|district|governorate|department|prefecture|territory)"
    r" of)?"
    r"(?: the)? "
)
"""Between "Safi village of Abu district", "Cascavel, in the state of Parana", "Sukkur in southern
Sindh"."""
_LONGEST_GAP: Final = 40
COUNTY_REACH_KM: Final = 80.0
_POSSESSIVE: Final = frozenset({"'s ", "’s ", "' ", "’ "})


@dataclass(frozen=True, slots=True)
class Qualification:
    """A mention is qualified by, or qualifies, another mention."""

    other: int
    container: Place


def apply_qualifiers(
    text: str, toponyms: Sequence[Toponym], of_mention: Sequence[Group | None]
) -> dict[int, Qualification]:
    """Favour what a qualifier next to a name says; return which mentions are so tied together."""
    found: dict[int, Qualification] = {}
    seen: set[tuple[int, str]] = set()
    for index in range(len(toponyms) - 1):
        gap = text[toponyms[index].span.end : toponyms[index + 1].span.start]
        if len(gap) > _LONGEST_GAP:
            continue
        if gap in _AFTER or ((" in" in gap or " of" in gap) and re.fullmatch(_CHAIN, gap)):
            inner, outer = index, index + 1
        elif gap in _POSSESSIVE:
            inner, outer = index + 1, index
        else:
            continue
        inner_group, outer_group = of_mention[inner], of_mention[outer]
        if (toponyms[outer].qualifier or "").endswith(" of"):
            continue  # "Baquba, north of Baghdad" does not lie in it
        if inner_group is None or outer_group is None or inner_group is outer_group:
            continue
        container = _container(inner_group, outer_group)
        if container is None:
            continue
        found[inner] = Qualification(outer, container)
        found.setdefault(outer, Qualification(inner, container))
        if (id(inner_group), container.id) not in seen:
            seen.add((id(inner_group), container.id))
            _favour(inner_group, outer_group, container)
    return found


def _container(inner: Group, outer: Group) -> Place | None:
    """Return the place of the outer name that holds a place of the inner one, or None."""
    best = inner.best.place
    scores = outer.scores
    for at in sorted(range(len(scores)), key=lambda at: -scores[at]):
        place = outer.options[at].place
        if (is_state(place) or place.feature_code == "ADM2") and any(
            _fits(best, place, item) for item in inner.options
        ):
            return place
    return None


def _fits(best: Place, container: Place, option: Option) -> bool:
    """Tell whether a place lies in a container that qualifies it, and is not its equal in a list.

    `best` is what the name means so far. In "Arizona, Texas and Utah" or "from Mexico, Canada" the
    second name qualifies nothing.
    """
    if not holds(container, option.place):
        return False
    if is_country(best) and best.id != container.id:
        return option.place.feature_code == "ADM1" and is_country(container)
    return not (
        best.feature_code == "ADM1"
        and not is_country(container)
        and best.country_code == container.country_code
    )


def holds(container: Place, place: Place) -> bool:
    """Tell whether a country or division holds a place; of a county or region, if it lies near."""
    if container.id == place.id or container.country_code is None:
        return False
    if place.country_code != container.country_code:
        return False
    if is_country(container):
        return not is_country(place)
    if container.feature_code == "ADM2":
        return place.feature_class == "P" and _is_near(container, place, COUNTY_REACH_KM)
    if container.precision == "vague_area":
        reach_km = max(container.uncertainty_km or 0.0, COUNTY_REACH_KM)
        return place.feature_class == "P" and _is_near(container, place, reach_km)
    return container.admin1_code is not None and place.admin1_code == container.admin1_code


def _is_near(container: Place, place: Place, reach_km: float) -> bool:
    if container.longitude_deg is None or container.latitude_deg is None:
        return False
    if place.longitude_deg is None or place.latitude_deg is None:
        return False
    away_km = distance_km(
        container.longitude_deg, container.latitude_deg, place.longitude_deg, place.latitude_deg
    )
    return away_km <= reach_km


def _favour(inner: Group, outer: Group, container: Place) -> None:
    best = inner.best.place
    fitting = [at for at, option in enumerate(inner.options) if _fits(best, container, option)]
    for at in fitting:
        inner.add(at, "qualified", weights.QUALIFIED, f"{container.name} stands beside it")
    for at, option in enumerate(outer.options):
        if option.place.id == container.id:
            outer.add(at, "qualifies", weights.QUALIFIED / 2, f"{inner.name.key} lies in it")

"""What the text itself says against a reading: "Limbe, on the outskirts of Blantyre".

A town that is said to lie at another one is not the famous town of that name a thousand kilometres
off. The nearest candidate takes its place; where there is none, the name stays without a place. So
does a small town "in the Ségou Region of Mali" of which all that is known is a namesake elsewhere,
and "the village of Madrid" in a report that names nothing else in Spain, and much in another land.
"""

import re
from collections.abc import Sequence

from geo.geodesy import distance_km
from geo.model import Evidence, Place, Resolution
from geo.senses import is_country

FARTHEST_KM = 100.0
METROPOLIS_PEOPLE = 1_000_000
WELL_KNOWN_PEOPLE = 300_000
_LONGEST_GAP = 48
_KINDS = "suburb|township|district|neighbou?rhood|quarter|village|town|hamlet|community|ward"
_PARTS = frozenset(
    {"area", "district", "neighborhood", "neighbourhood", "quarter", "suburb", "township"}
)
_OWNS = frozenset({"'s ", "’s "})
_LISTS = frozenset({" and ", ", ", ", and "})
_SMALL = frozenset(
    {"communities", "community", "district", "districts", "hamlet", "hamlets", "settlement"}
    | {"settlements", "town", "towns", "township", "townships", "village", "villages"}
)
_LEAST_ELSEWHERE = 2
_LIES_IN = re.compile(
    rf"(?: (?:{_KINDS}|region|area))?,? (?:in|of)(?: the)?(?: \w{{1,14}}(?:-\w{{1,8}})?)?"
    r"(?: (?:state|province|region|county|governorate|department|prefecture|territory) of)?"
    r"(?: the)? "
)
_LIES_AT = re.compile(
    rf",? (?:(?:on|in) the (?:outskirts|edge|suburbs) of|just outside|outside|near|close to"
    rf"|an? (?:\w{{1,12}} )?(?:{_KINDS}) (?:of|near|outside|in)) (?:the (?:city|town|capital) of )?"
)


def heed_neighbours(text: str, found: Sequence[Resolution]) -> list[Resolution]:
    """Return the resolutions, those put right or given up whose place the text says is elsewhere.

    Parameters
    ----------
    text : str
    found : sequence of Resolution
        In text order.
    """
    out = list(found)
    for index in range(len(out) - 1):
        one, other = out[index], out[index + 1]
        gap = text[one.toponym.span.end : other.toponym.span.start]
        owned = gap in _OWNS and _is_called_part(other) and other.precision == "city"
        if owned and (one.precision == "city" or not _is_same_land(one.place, other.place)):
            # "Kabul’s Kandahar quarter" is none of Kandahar.
            out[index + 1] = _nearer(other, one)
        if len(gap) > _LONGEST_GAP or not (_LIES_AT.fullmatch(gap) or _is_part(one, gap)):
            continue
        towns = one.precision == "city" and other.precision in {"city", "district"}
        if towns and one.part is None and other.part is None and not _is_metropolis(one):
            out[index] = _nearer(one, other)
    return _without_namesakes(_without_strangers(text, out))


def _without_namesakes(found: list[Resolution]) -> list[Resolution]:
    """Give up what is called a village or district in a land of which the text says nothing else.

    However famous: it is the one in the land that the text does tell of, or one that no list knows.
    """
    small = {_called(one) for one in found if _is_called_small(one)}
    if not small:
        return found
    lands: dict[str, set[str]] = {}
    for one in found:
        code = one.place.country_code if one.place is not None else None
        if code is not None:
            lands.setdefault(code, set()).add(one.toponym.core)
    told = {code for code, names in lands.items() if len(names) >= _LEAST_ELSEWHERE}
    if not told:
        return found
    return [
        _at_home(one, told)
        if _called(one) in small
        and one.place is not None
        and lands.get(one.place.country_code or "") == {one.toponym.core}
        else one
        for one in found
    ]


def _is_called_small(one: Resolution) -> bool:
    words = (one.toponym.qualifier or "").split()
    return bool(words) and words[-1] in _SMALL and one.precision in {"city", "district"}


def _called(one: Resolution) -> tuple[str, str | None]:
    return one.toponym.core, one.place.id if one.place is not None else None


def _at_home(one: Resolution, told: set[str]) -> Resolution:
    """Return a name as the place of that name in a land that the text tells of, or as none."""
    for candidate in one.candidates:
        place = candidate.place
        if place.country_code in told and place.precision in {"city", "district"}:
            reason = Evidence("beside", 0.0, "the text tells of its country")
            return _moved(one, place, (*candidate.evidence, reason))
    none = _given_up(one, "no place of that name is known in the lands that the text tells of")
    district = (one.toponym.qualifier or "").endswith(("district", "districts"))
    return none._replace(precision="district") if district else none


def _without_strangers(text: str, found: list[Resolution]) -> list[Resolution]:
    """Give up towns that the text puts into a land where none of their name is known."""
    strange: dict[tuple[str, str], Resolution] = {}
    for index in range(len(found) - 1):
        land, at = found[index + 1], index
        gap = text[found[at].toponym.span.end : land.toponym.span.start]
        if len(gap) > _LONGEST_GAP or not _LIES_IN.fullmatch(gap) or not _is_land(land):
            continue
        while at >= 0 and _lies_elsewhere(found[at], land):
            place = found[at].place
            if place is not None:
                strange[found[at].toponym.core, place.id] = land
            at -= 1
            if text[found[at].toponym.span.end : found[at + 1].toponym.span.start] not in _LISTS:
                break
    if not strange:
        return found
    out = []
    for one in found:
        named = strange.get((one.toponym.core, one.place.id)) if one.place is not None else None
        words = f"no place of that name is known in {named.name}" if named is not None else ""
        out.append(_given_up(one, words) if words else one)
    return out


def _is_same_land(one: Place | None, other: Place | None) -> bool:
    return one is not None and other is not None and one.country_code == other.country_code


def _is_land(one: Resolution) -> bool:
    """Tell whether a name is that of a country or division, or of a part of one."""
    place = one.place
    if place is None or one.toponym.kind not in {"literal", "metonym", "vague_region"}:
        return False
    return is_country(place) or place.feature_code == "ADM1"


def _lies_elsewhere(one: Resolution, land: Resolution) -> bool:
    """Tell whether a town of some size at most lies in another country than the text says."""
    place, around = one.place, land.place
    if place is None or around is None or one.precision != "city" or one.part is not None:
        return False
    if one.toponym.kind != "literal" or place.population >= WELL_KNOWN_PEOPLE:
        return False
    codes = (place.country_code, around.country_code)
    return None not in codes and codes[0] != codes[1] and place.feature_code != "PPLC"


def _given_up(one: Resolution, words: str) -> Resolution:
    return one._replace(
        place=None,
        name=one.toponym.text,
        latitude_deg=None,
        longitude_deg=None,
        confidence=0.5,
        evidence=(Evidence("beside", 0.0, words),),
    )


def _moved(one: Resolution, place: Place, evidence: tuple[Evidence, ...]) -> Resolution:
    return one._replace(
        place=place,
        name=place.name,
        precision=place.precision,
        latitude_deg=place.latitude_deg,
        longitude_deg=place.longitude_deg,
        evidence=evidence,
    )


def _is_metropolis(one: Resolution) -> bool:
    """Tell whether a city is too well known to be another: "in Kyiv, near Kharkiv, …"."""
    place = one.place
    return place is not None and (
        place.feature_code == "PPLC" or place.population >= METROPOLIS_PEOPLE
    )


def _is_part(one: Resolution, gap: str) -> bool:
    """Tell whether the words make a part of the next place of it: "Eastleigh in Nairobi"."""
    words = (one.toponym.qualifier or "").split()
    return gap == " in " and (not words or words[0] in _PARTS)


def _is_called_part(one: Resolution) -> bool:
    """Tell whether the text calls a name a quarter of a town."""
    return (one.toponym.qualifier or "").rpartition(" ")[2] in _PARTS


def _nearer(one: Resolution, other: Resolution) -> Resolution:
    if _is_near(one.place, other):
        return one
    for candidate in one.candidates:
        place = candidate.place
        if place.precision == "city" and _is_near(place, other):
            reason = Evidence("beside", 0.0, f"the text puts it beside {other.name}")
            return _moved(one, place, (*candidate.evidence, reason))
    none = _given_up(one, f"no place of that name is known beside {other.name}")
    return none._replace(precision="none")


def _is_near(place: Place | None, other: Resolution) -> bool:
    if place is None or place.longitude_deg is None or place.latitude_deg is None:
        return True
    if other.longitude_deg is None or other.latitude_deg is None:
        return True
    away_km = distance_km(
        place.longitude_deg, place.latitude_deg, other.longitude_deg, other.latitude_deg
    )
    return away_km <= FARTHEST_KM

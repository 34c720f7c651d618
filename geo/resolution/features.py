"""Streets and landmarks lie in the town that the text names nearest to them.

Mountains, bays and islands are wider: they lie by what their own sentence names, town or region.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from geo.cues import LOCAL_FEATURE, UNLISTED
from geo.lexicon import words_as
from geo.model import Evidence, Resolution, Toponym
from geo.resolution import weights
from geo.senses import is_country

_BESIDE_CHARS: Final = 6
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')]?\s|\n")
_LONGEST_WAY: Final = 300


def place_features(
    text: str, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> list[Resolution]:
    """Return resolutions of toponyms that no gazetteer lists: the town that holds local features.

    The town named right after ("Elm Street, Salem") comes first, then the last one named before,
    then the first one after. Without any town the feature is left out.
    """
    towns = [
        item
        for item in resolutions
        if item.place is not None
        and item.toponym.kind == "literal"
        and item.place.feature_class == "P"
        and item.part is None
    ]
    marks = [item for item in resolutions if _may_hold(item)]
    found = _place_unlisted(text, toponyms, marks) if marks else []
    if not towns:
        return found
    at = 0
    for feature in toponyms:
        if LOCAL_FEATURE not in feature.rules:
            continue
        while at < len(towns) and towns[at].toponym.span.start < feature.span.end:
            at += 1
        after = towns[at] if at < len(towns) else None
        before = towns[at - 1] if at else None
        beside = after is not None and after.toponym.span.start - feature.span.end <= _BESIDE_CHARS
        town = after if beside or before is None else before
        if _is_natural(feature):
            town = _in_sentence(text, feature, marks) or town
        if town is not None:
            found.append(_within(feature, town))
    return found


def _place_unlisted(
    text: str, toponyms: Sequence[Toponym], marks: Sequence[Resolution]
) -> list[Resolution]:
    """Return resolutions of the unlisted: all mentions of one name lie in one place.

    It is by what their own sentence names, else by what comes before, else by what comes after.
    """
    found: list[Resolution] = []
    by_name: dict[str, Resolution] = {}
    unlisted = [item for item in toponyms if UNLISTED in item.rules]
    for item in unlisted:
        beside = _in_sentence(text, item, marks)
        if beside is not None:
            by_name.setdefault(item.core, beside)
    for item in unlisted:
        beside = by_name.get(item.core)
        if beside is None:
            at = bisect_left(marks, item.span.start, key=lambda mark: mark.toponym.span.start)
            beside = marks[max(0, at - 1)]
        found.append(_within(item, beside))
    return found


def _may_hold(item: Resolution) -> bool:
    """Tell whether a natural feature may lie by a place: a town, an island, but no country."""
    place = item.place
    if place is None or item.latitude_deg is None or item.part is not None:
        return False
    if item.toponym.kind not in ("literal", "vague_region"):
        return False
    return not is_country(place) and place.feature_code != "CONT" and place.sense != "bloc"


def _in_sentence(text: str, feature: Toponym, marks: Sequence[Resolution]) -> Resolution | None:
    """Return the place nearest to a feature in its sentence, or None."""
    begin, end = feature.span.start, feature.span.end
    at = bisect_left(marks, begin, key=lambda item: item.toponym.span.start)
    near: list[tuple[int, Resolution]] = []
    for item in marks[max(0, at - 1) : at]:
        span = item.toponym.span
        if span.end <= begin and not _SENTENCE_END.search(text, span.end, begin):
            near.append((begin - span.end, item))
    for item in marks[at : at + 2]:
        span = item.toponym.span
        if span.start >= end and not _SENTENCE_END.search(text, end, span.start):
            near.append((span.start - end, item))
            break
    way, best = min(near, key=lambda found: found[0], default=(0, None))
    return best if way <= _LONGEST_WAY else None


def _is_natural(feature: Toponym) -> bool:
    """Tell whether it is a river, a lake: it reaches further than the town near it."""
    words = feature.text.casefold().split()
    return words[-1] in words_as("natural") or words[0] in words_as("natural")


def _is_wide(feature: Toponym) -> bool:
    """Tell whether all that is known of a place is an area: it is no pin."""
    return UNLISTED in feature.rules or _is_natural(feature)


def _within(feature: Toponym, town: Resolution) -> Resolution:
    place = town.place
    name = place.name if place is not None else town.name
    return Resolution(
        toponym=feature,
        place=place,
        name=f"{feature.text}, {name}",
        precision="vague_area" if _is_wide(feature) else "city",
        latitude_deg=town.latitude_deg,
        longitude_deg=town.longitude_deg,
        confidence=round(town.confidence * weights.SHARE, 4),
        evidence=(
            Evidence("within", 0.0, f"no gazetteer lists it; the text names {name} nearest"),
        ),
        candidates=town.candidates,
        part="in",
    )

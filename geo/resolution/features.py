"""Streets and landmarks lie in the town that the text names nearest to them."""

from collections.abc import Sequence
from typing import Final

from geo.cues import LOCAL_FEATURE
from geo.lexicon import words_as
from geo.model import Evidence, Resolution, Toponym
from geo.resolution import weights

_BESIDE_CHARS: Final = 6


def place_features(
    text: str, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> list[Resolution]:
    """Return resolutions of the local features: the town that holds them.

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
    if not towns:
        return []
    found: list[Resolution] = []
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
        if town is not None:
            found.append(_within(feature, town))
    return found


def _is_natural(feature: Toponym) -> bool:
    """Tell whether it is a river, a lake: it reaches further than the town near it."""
    words = feature.text.casefold().split()
    return words[-1] in words_as("natural") or words[0] in words_as("natural")


def _within(feature: Toponym, town: Resolution) -> Resolution:
    place = town.place
    name = place.name if place is not None else town.name
    return Resolution(
        toponym=feature,
        place=place,
        name=f"{feature.text}, {name}",
        precision="vague_area" if _is_natural(feature) else "city",
        latitude_deg=town.latitude_deg,
        longitude_deg=town.longitude_deg,
        confidence=round(town.confidence * weights.WITHIN_SHARE, 4),
        evidence=(
            Evidence("within", 0.0, f"no gazetteer lists it; the text names {name} nearest"),
        ),
        candidates=town.candidates,
        part="in",
    )

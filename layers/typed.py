"""Places that the gazetteer knows, held to the kind that the text gives them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from geo.cues import DATELINE
from geo.gazetteer import fold
from geo.model import Evidence, Resolution
from layers.appellatives import appellative
from layers.lexicon import table
from reading.model import Span
from reading.tokens import Tokens

_DIVISIONS = frozenset({"department", "governorate", "province", "region", "state"})
_TOWNS = frozenset({"city", "town"})
_WATERS = frozenset({"bay", "channel", "gulf", "lagoon", "lake", "passage", "sea", "strait"})


def as_typed(
    sentences: Sequence[Tokens], resolutions: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """Return the resolutions, none of them a town where the text says region, river or valley.

    "The region of Arequipa" is the region if the gazetteer knows one; "the Colca valley" is no town
    of Colca, and keeps its name without a position. What points back must agree in kind.
    """
    starts = [tokens[0].start for tokens in sentences if tokens]
    filled = [tokens for tokens in sentences if tokens]
    settled = []
    for resolution in resolutions:
        number = bisect_right(starts, resolution.toponym.span.start) - 1
        tokens = filled[number] if number >= 0 else Tokens()
        settled.append(_as_typed(tokens, resolution))
    return _as_islands(resolutions, _as_divisions(sentences, settled))


def _as_divisions(
    sentences: Sequence[Tokens], settled: Sequence[Resolution]
) -> Sequence[Resolution]:
    """Return the resolutions, a bare name as the province that the text calls so elsewhere.

    "Strikes in Idlib … in Idlib province": the town is meant where the text speaks of a city too.
    """
    divisions = {
        r.toponym.core: r
        for r in settled
        if r.precision == "region" and r.part is None and r.toponym.kind == "literal"
        if (r.toponym.qualifier or "").rpartition(" ")[2] in _DIVISIONS
    }
    if not divisions or any(map(_speaks_of_town, sentences)):
        return settled
    filed = {r.toponym.core for r in settled if DATELINE in r.toponym.rules}
    return [
        division._replace(toponym=r.toponym)
        if (division := divisions.get(r.toponym.core)) is not None
        and r.precision == "city"
        and r.toponym.kind == "literal"
        and r.toponym.qualifier is None
        and r.toponym.core not in filed
        and _is_around(division, r)
        else r
        for r in settled
    ]


def _speaks_of_town(tokens: Tokens) -> bool:
    """Say whether "the city" stands in a sentence without its name: not "the city of Idlib"."""
    lowers = tokens.lowers
    if _TOWNS.isdisjoint(lowers):
        return False
    return any(
        lowers[at] in _TOWNS
        and (lowers[at - 1] == "the" or tokens.tags[at - 1] == "NP")
        and lowers[at + 1 : at + 2] not in (("of",), (",",))
        for at in range(1, len(lowers))
    )


def _is_around(division: Resolution, town: Resolution) -> bool:
    large, small = division.place, town.place
    if large is None or small is None:
        return False
    codes = (large.country_code, large.admin1_code)
    return None not in codes and codes == (small.country_code, small.admin1_code)


def _as_islands(
    resolutions: Sequence[Resolution], settled: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """Return the resolutions, every mention of an island as that and not as its town."""
    islands = {
        after.toponym.core: after
        for before, after in zip(resolutions, settled, strict=True)
        if before.precision == "city" and after.place is None and _is_island(after)
    }
    if not islands:
        return tuple(settled)
    return tuple(
        islands[r.toponym.core]._replace(toponym=r.toponym)
        if r.precision == "city" and r.toponym.core in islands and r.toponym.qualifier is None
        else r
        for r in settled
    )


def _is_island(resolution: Resolution) -> bool:
    return _says(resolution.name, "island") in resolution.evidence


def _as_typed(tokens: Tokens, resolution: Resolution) -> Resolution:
    toponym, place = resolution.toponym, resolution.place
    if toponym.kind == "anaphor":
        return _agreeing(resolution)
    is_land = toponym.kind in {"literal", "vague_region"} and resolution.precision != "city"
    if is_land and place is not None:
        return _as_water(tokens, resolution)
    if toponym.kind != "literal" or place is None or resolution.precision != "city":
        return resolution
    first = bisect_left(tokens.starts, toponym.span.start)
    last = bisect_left(tokens.starts, toponym.span.end)
    if first == last:
        return resolution
    name, kind = appellative(tokens, first, last, apposed=False)
    precision = table("place_types")[kind]["precision"] if kind else "city"
    if kind is None or precision == "city":
        return resolution
    if fold(place.name) == fold(name) and fold(name).endswith(kind):
        # Fall River is a town.
        return resolution
    for candidate in resolution.candidates:
        other = candidate.place
        if other.precision == precision and other.country_code == place.country_code:
            return resolution._replace(
                place=other,
                name=other.name,
                precision=other.precision,
                latitude_deg=other.latitude_deg,
                longitude_deg=other.longitude_deg,
                evidence=(*resolution.evidence, _says(name, kind)),
            )
    if precision == "district":
        # A town gives its name to the district around it; its point lies within.
        return resolution._replace(
            precision="district",
            evidence=(*resolution.evidence, _says(name, kind)),
        )
    return resolution._replace(
        place=None,
        name=name,
        precision=precision,  # type: ignore[arg-type]
        latitude_deg=None,
        longitude_deg=None,
        confidence=0.0,
        evidence=(_says(name, kind),),
    )


def _as_water(tokens: Tokens, resolution: Resolution) -> Resolution:
    """Return a land as it is, but for the sea that is named after it: "the Åland Sea"."""
    span = resolution.toponym.span
    following = bisect_left(tokens.starts, span.end)
    after = tokens[following] if following < len(tokens) else None
    if after is None or after.tag != "NP" or after.lower not in _WATERS:
        return resolution
    name = f"{resolution.toponym.core} {after.text}"
    return resolution._replace(
        toponym=resolution.toponym._replace(
            span=Span(span.start, after.end),
            text=f"{resolution.toponym.text} {after.text}",
        ),
        place=None,
        name=name,
        precision="vague_area",
        latitude_deg=None,
        longitude_deg=None,
        confidence=0.0,
        evidence=(_says(name, after.lower),),
    )


def _agreeing(resolution: Resolution) -> Resolution:
    """Return what "the island" points back to, unless that is a town; "the city" is no province."""
    row = table("place_types").get(resolution.toponym.text.split()[-1].lower())
    if row is None or (row["precision"] == "city") == (resolution.precision in {"city", "point"}):
        return resolution
    return resolution._replace(place=None, precision="none", latitude_deg=None, longitude_deg=None)


def _says(name: str, kind: str) -> Evidence:
    return Evidence("typed", 0.0, f"the text calls {name} a {kind}")

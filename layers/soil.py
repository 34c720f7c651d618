"""The speaker's own soil: "a drone landed on its territory" happened in the speaker's country."""

from collections.abc import Sequence

from geo.gazetteer import Gazetteer
from geo.model import Evidence, Resolution, Toponym
from layers.model import PlaceRole
from layers.placement import Placement
from layers.syntax import Syntax
from reading.model import Span
from reading.tokens import Token

_SOILS = frozenset({"airspace", "land", "side", "soil", "territory", "waters"})
_BETWEEN = frozenset({"JJ", "NN"})
_ENTERING = frozenset({"cross", "enter", "infringe", "violate"})
_INTO = frozenset({"into", "onto"})
_LONGEST = 3
_CONFIDENCE = 0.8


def speaks_of_own(content: Span, syntax: Syntax) -> bool:
    """Say whether "its" stands in what is claimed."""
    return " its " in syntax.text_of(content)


def own_soil(
    content: Span, syntax: Syntax, code: str | None, gazetteer: Gazetteer
) -> list[Placement]:
    """Return the country of whoever says "its territory", where something came down or in.

    Parameters
    ----------
    content : Span
        What is claimed.
    syntax : Syntax
    code : str or None
        The country of the speaker, ISO 3166-1 alpha-2.
    gazetteer : Gazetteer
    """
    if code is None:
        return []
    found, country = _soil(syntax.words(content)), gazetteer.country(code)
    if found is None or country is None:
        return []
    span, role = found
    resolution = Resolution(
        toponym=Toponym(
            span, syntax.text_of(span), "anaphor", country.name, rules=("points back",)
        ),
        place=country,
        name=country.name,
        precision=country.precision,
        latitude_deg=country.latitude_deg,
        longitude_deg=country.longitude_deg,
        confidence=_CONFIDENCE,
        evidence=(Evidence("own soil", 0.0, f"the speaker is of {country.name}"),),
    )
    return [Placement(resolution, role, True, ("role:own-soil",))]


def _soil(words: Sequence[Token]) -> tuple[Span, PlaceRole] | None:
    """Return the words "its own territory" behind a preposition or "entered", and the role."""
    for at in range(1, len(words)):
        if words[at].lower != "its":
            continue
        end = at + 1
        while end < len(words) and end - at < _LONGEST and words[end].lower not in _SOILS:
            if words[end].tag not in _BETWEEN:
                break
            end += 1
        if end >= len(words) or words[end].lower not in _SOILS:
            continue
        before = words[at - 1]
        if before.tag in {"IN", "SC"} or before.lemma in _ENTERING:
            goes = before.lower in _INTO or before.lemma in _ENTERING
            role: PlaceRole = "destination" if goes else "event_location"
            return Span(words[at].start, words[end].end), role
    return None

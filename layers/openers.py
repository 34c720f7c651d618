"""What a report opens with: the places of its headline and first sentence, and its dateline.

A dateline says where a report was filed. Where its first paragraph names no place, that is where
what it tells happened; a capital, where all is filed, says nothing.
"""

from collections.abc import Sequence

from geo.model import Resolution
from layers.denotation import is_capital, is_country
from layers.located import Located
from layers.placement import FILED, Placement
from layers.speakers import Speakers
from layers.syntax import Syntax
from layers.traits import traits_of
from reading.model import Claim, Reading, Sentence

_FIRST = 3
_TOWNS = frozenset({"city", "district", "point"})
_STATES = frozenset({"government_metonym", "ministry"})
_NAMELESS = frozenset({"authorities", "officials", "police"})


def opening(
    reading: Reading, located: Located, speakers: Speakers, syntax: Syntax
) -> list[Resolution]:
    """Return what the headline and the first sentence name, but for who speaks in them.

    "Authorities in Zambia" speak of Zambia, where nothing else is named.
    """
    named: list[Resolution] = []
    for sentence in reading.segmentation.sentences[:_FIRST]:
        named += located.within(sentence.span)
        if not sentence.is_headline:
            break
    seats = {
        resolution.toponym.span: claim
        for index, claim in enumerate(reading.claims[:_FIRST])
        for resolution in speakers.of(index).named
    }
    told = [
        r for r in named if r.toponym.span not in seats and syntax.of(r.toponym.span).joined is None
    ]
    return told or [r for r in named if _is_own_land(r, seats.get(r.toponym.span))]


def _is_own_land(resolution: Resolution, claim: Claim | None) -> bool:
    """Say whether a country or officials without a name tell of an event, which is there."""
    if claim is None or not is_country(resolution):
        return False
    first = claim.source.name.lower().partition(" ")[0]
    tells = traits_of(claim.event_type).on_site != "no" and claim.stance == "asserts"
    return first in _NAMELESS or (tells and claim.source.type in _STATES)


def filed_from(reading: Reading, located: Located) -> Placement | None:
    """Return the town of the dateline; a capital, from where all is filed, is none."""
    dateline = reading.article.dateline
    if dateline is None:
        return None
    towns = [
        r
        for r in located.within(dateline)
        if r.precision in _TOWNS and r.place is not None and not is_capital(r)
    ]
    if len(towns) != 1:
        return None
    return Placement(towns[0], "event_location", False, (FILED,))


def names_a_place(reading: Reading, located: Located, filed: Placement) -> bool:
    """Say whether a report opens with another place than the town it is filed from."""
    return any(
        r.toponym.kind != "nested" and r.name != filed.resolution.name
        for sentence in _first_paragraph(reading.segmentation.sentences)
        for r in located.within(sentence.span)
    )


def _first_paragraph(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences of the headline and of the first paragraph under it."""
    story = next((s.paragraph for s in sentences if not s.is_headline), 0)
    return [s for s in sentences if s.paragraph <= story]

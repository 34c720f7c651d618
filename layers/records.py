"""The gazetteer's records of the places that a map speaks of, kept with it.

A page can then show and find a place by all its names without a gazetteer at hand, and a map that
is read again says the names that it was read with.
"""

from collections.abc import Iterable

from geo.gazetteer import Gazetteer
from geo.model import Place
from layers.model import Annotation, Mention, PlaceRecord


def records(
    gazetteer: Gazetteer,
    annotations: Iterable[Annotation],
    mentions: Iterable[Mention],
    at_hand: Iterable[Place] = (),
) -> tuple[PlaceRecord, ...]:
    """Return the record of each place once, in order of first use.

    Parameters
    ----------
    gazetteer : Gazetteer
        The one that the places were found in.
    annotations, mentions
        Of the whole map.
    at_hand : iterable of Place
        Records that need not be looked up again.
    """
    ids = dict.fromkeys(
        [a.where.gazetteer_id for a in annotations] + [m.place_id for m in mentions]
    )
    known = {place.id: place for place in at_hand}
    found = (known.get(one) or gazetteer.place(one) for one in ids if one is not None)
    return tuple(_record(gazetteer, place) for place in found if place is not None)


def _record(gazetteer: Gazetteer, place: Place) -> PlaceRecord:
    return PlaceRecord(
        id=place.id,
        name=place.name,
        precision=place.precision,
        country_code=gazetteer.country_code(place),
        longitude_deg=place.longitude_deg,
        latitude_deg=place.latitude_deg,
        geonameid=place.geonameid,
        wikidata_id=place.wikidata_id,
        names=tuple([name for name in gazetteer.names(place.id) if name.kind != "adjective"]),
    )

"""From a text to its places: recognise, resolve, and say it in the form of the terminal."""

from typing import Any
from weakref import WeakKeyDictionary

from geo.gazetteer import Gazetteer
from geo.model import Geoparse, Place, Resolution
from geo.recognition import recognise
from geo.resolution import resolve
from geo.senses import Lexicon
from reading.text import Article

_LEXICONS: WeakKeyDictionary[Gazetteer, Lexicon] = WeakKeyDictionary()


def locate(
    article: Article | str,
    gazetteer: Gazetteer,
    *,
    home: Place | None = None,
    unlisted: bool = True,
) -> Geoparse:
    """Find the places that a text names, and say which they are.

    Parameters
    ----------
    article : Article or str
        Offsets of the result index its text.
    gazetteer : Gazetteer
        An open gazetteer.
    home : Place, optional
        Where the outlet is at home: its surroundings are the likelier sense of a name.
    unlisted : bool
        Find villages and districts too that the gazetteer does not know, by what the text calls
        them; they lie somewhere near what their sentence names.

    Returns
    -------
    Geoparse
        Resolutions in text order.
    """
    text = article if isinstance(article, str) else article.text
    lexicon = _LEXICONS.get(gazetteer)
    if lexicon is None:
        lexicon = _LEXICONS.setdefault(gazetteer, Lexicon(gazetteer))
    toponyms = recognise(text, lexicon, unlisted=unlisted)
    resolutions = resolve(text, toponyms, lexicon, home)
    return Geoparse(resolutions, gazetteer.version, gazetteer.warnings)


def to_json(geoparse: Geoparse, id: str, text: str) -> dict[str, Any]:  # noqa: A002
    """Return a geoparse as the record that ``dateline geoparse`` writes.

    Parameters
    ----------
    geoparse : Geoparse
    id : str
        Of the document.
    text : str
        The text that was located; quoted verbatim.
    """
    return {"id": id, "places": [_place(item, text) for item in geoparse.resolutions]}


def _place(resolution: Resolution, text: str) -> dict[str, Any]:
    place = resolution.place
    return {
        "start": resolution.toponym.span.start,
        "end": resolution.toponym.span.end,
        "text": resolution.toponym.span.of(text),
        "kind": resolution.toponym.kind,
        "place_id": place.id if place else None,
        "name": resolution.name,
        "lat": resolution.latitude_deg,
        "lon": resolution.longitude_deg,
        "feature_code": place.feature_code if place else None,
        "country_code": place.country_code if place else None,
        "precision": resolution.precision,
        "confidence": resolution.confidence,
        "evidence": [
            {"name": item.name, "weight": round(item.weight, 3), "words": item.words}
            for item in resolution.evidence
        ],
        "candidates": [
            {
                "place_id": candidate.place.id,
                "name": candidate.place.name,
                "country_code": candidate.place.country_code,
                "score": round(candidate.score, 3),
            }
            for candidate in resolution.candidates
        ],
    }

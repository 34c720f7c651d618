"""The whole trip on one page: articles in, a map document out."""

import dataclasses
from collections.abc import Sequence
from typing import Literal

import reading
from geo.boundaries import Boundaries
from geo.gazetteer import Gazetteer
from geo.geoparser import locate
from geo.model import Geoparse, Place, Resolution
from geo.pauses import no_cycle_search
from layers.annotate import annotate
from layers.build import build, slug
from layers.citations import credit_lines
from layers.model import Annotation, MapDocument, Mention
from layers.overrides import Override, check_overrides
from layers.records import records
from layers.relations import relate
from reading.claims import extract
from reading.extractor import Extractor, read_with
from reading.language import reads_as_english
from reading.model import Article, Reading

AMBIGUOUS_BELOW = 0.6
MAX_CANDIDATES = 5


@no_cycle_search()  # of a report's ten thousand values none is in a ring
def read(
    articles: Sequence[Article],
    gazetteer: Gazetteer,
    boundaries: Boundaries,
    *,
    id: str | None = None,  # noqa: A002  (the word that the address and the store use)
    title: str | None = None,
    overrides: Sequence[Override] = (),
    extractor: Extractor | None = None,
) -> MapDocument:
    """Read one or more reports onto one map.

    Parameters
    ----------
    articles : sequence of Article
        At least one; articles with equal ids are told apart by a number.
    gazetteer, boundaries
        What places and outlines are taken from.
    id, title : str, optional
        Of the map; by default the first article's.
    overrides : sequence of Override
        Corrections by hand.
    extractor : Extractor, optional
        Who hears the claims; by default the rules do.

    Returns
    -------
    MapDocument

    Raises
    ------
    ValueError
        No article is given.
    OverrideError
        A correction matches nothing.
    """
    if not articles:
        raise ValueError("a map needs at least one article")
    articles = _distinct(articles)
    check_overrides(overrides, articles, gazetteer)
    annotations: list[Annotation] = []
    mentions: list[Mention] = []
    at_hand: list[Place] = []
    warnings: list[str] = []
    for article in articles:
        heard = extract(article) if extractor is None else read_with(article, extractor)
        located = locate(article, gazetteer, unlisted=False)
        annotations += annotate(heard, located, gazetteer, boundaries, overrides=overrides)
        mentions += _mentions(article, located)
        at_hand += [r.place for r in located.resolutions if r.place is not None]
        warnings += [*article.warnings, *heard.warnings, *located.warnings]
        warnings += _silences(heard, located)
    related = relate(tuple(annotations))
    name = title or articles[0].title or articles[0].id
    return MapDocument(
        id=id or slug(articles[0].id),
        title=name,
        articles=tuple(articles),
        annotations=related,
        mentions=tuple(mentions),
        layers=build(related),
        extractor_version=reading.__version__,
        gazetteer_version=gazetteer.version,
        worldview=boundaries.worldview,
        credits=credit_lines(tuple(articles)),
        warnings=tuple(dict.fromkeys(warnings)),
        places=records(gazetteer, related, mentions, at_hand),
    )


def _silences(heard: Reading, located: Geoparse) -> list[str]:
    """Say so where a report that was read gave nothing to show."""
    found = []
    if not heard.claims and reads_as_english(heard.article.language, heard.article.text):
        found.append("No claim was found in this report.")
    if not located.resolutions:
        found.append("No place was found in this report, so nothing of it is drawn.")
    return found


def _distinct(articles: Sequence[Article]) -> tuple[Article, ...]:
    seen: dict[str, int] = {}
    out = []
    for article in articles:
        seen[article.id] = seen.get(article.id, 0) + 1
        number = seen[article.id]
        out.append(
            article if number == 1 else dataclasses.replace(article, id=f"{article.id}-{number}")
        )
    return tuple(out)


def _mentions(article: Article, located: Geoparse) -> list[Mention]:
    return [_mention(article.id, resolution) for resolution in located.resolutions]


def _mention(article_id: str, resolution: Resolution) -> Mention:
    toponym, place = resolution.toponym, resolution.place
    return Mention(
        article_id=article_id,
        start=toponym.span.start,
        end=toponym.span.end,
        text=toponym.text,
        kind=toponym.kind,
        status=_status(resolution),
        place_id=place.id if place else None,
        name=resolution.name,
        precision=resolution.precision,
        country_code=place.country_code if place else None,
        longitude_deg=resolution.longitude_deg,
        latitude_deg=resolution.latitude_deg,
        confidence=resolution.confidence,
        candidates=tuple([c.place.name for c in resolution.candidates[:MAX_CANDIDATES]]),
        evidence=tuple([e.words for e in resolution.evidence]),
    )


def _status(resolution: Resolution) -> Literal["resolved", "ambiguous", "not_found"]:
    if resolution.place is None and resolution.latitude_deg is None:
        return "not_found"
    return "ambiguous" if resolution.confidence < AMBIGUOUS_BELOW else "resolved"

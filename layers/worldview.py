"""The same map with its areas drawn as another worldview has them.

Only outlines change. Which place is meant, what is said of it and every id stay as they were kept;
a place that the text no longer yields, as after a correction by hand, keeps its old outline and
says so.
"""

from dataclasses import replace

from geo.boundaries import Boundaries
from geo.gazetteer import Gazetteer
from geo.geoparser import locate
from geo.model import Resolution
from layers.marks import Marker
from layers.model import Annotation, MapDocument
from reading.model import Article


def redrawn(document: MapDocument, gazetteer: Gazetteer, boundaries: Boundaries) -> MapDocument:
    """Return a map whose areas follow other boundaries.

    Parameters
    ----------
    document : MapDocument
    gazetteer : Gazetteer
    boundaries : Boundaries
        Those of the worldview to show.

    Returns
    -------
    MapDocument
        The same, where the map follows these boundaries already.
    """
    if boundaries.worldview == document.worldview:
        return document
    marker = Marker(gazetteer, boundaries)
    found: dict[str, dict[tuple[int, int], Resolution]] = {}
    old = 0
    made = []
    for annotation in document.annotations:
        if not _is_outline(annotation, document.worldview):
            made.append(annotation)
            continue
        article_id = annotation.anchor.article_id
        if article_id not in found:
            found[article_id] = _resolutions(document.article(article_id), gazetteer)
        other = _redrawn(annotation, found[article_id], marker)
        old += other is None
        made.append(other or annotation)
    warnings = document.warnings
    if old:
        warnings += (f"{old} outlines are still those of the view in which the report was read.",)
    return replace(
        document, annotations=tuple(made), worldview=boundaries.worldview, warnings=warnings
    )


def _is_outline(annotation: Annotation, worldview: str) -> bool:
    """Say whether the annotation's shape is one that a worldview decides."""
    shape = annotation.drawn.shape
    return annotation.geometry is not None and (shape or "").endswith(f"@{worldview}")


def _resolutions(article: Article, gazetteer: Gazetteer) -> dict[tuple[int, int], Resolution]:
    return {
        (one.toponym.span.start, one.toponym.span.end): one
        for one in locate(article, gazetteer, unlisted=False).resolutions
    }


def _redrawn(
    annotation: Annotation, found: dict[tuple[int, int], Resolution], marker: Marker
) -> Annotation | None:
    where = annotation.where
    if where.place_start is None or where.place_end is None:
        return None
    resolution = found.get((where.place_start, where.place_end))
    if resolution is None or resolution.place is None:
        return None
    if resolution.place.id != where.gazetteer_id:
        return None
    mark = marker.mark(resolution, where.place_role)
    if mark.geometry is None:
        return None
    return replace(annotation, drawn=mark.drawn, geometry=mark.geometry)

"""A document as a table with geometry, for those who go on in geopandas."""

from typing import TYPE_CHECKING

from layers.export.geometry import geometry_object
from layers.model import MapDocument

if TYPE_CHECKING:
    import geopandas


def to_geodataframe(document: MapDocument) -> "geopandas.GeoDataFrame":
    """Return one row an annotation, in text order.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, x = longitude; columns as in ``docs/annotation.md``; None as geometry of claims
        without a place. Dates stay ISO text, because an open side has no timestamp.
    """
    import geopandas
    from shapely.geometry import shape

    rows = [annotation.properties() for annotation in document.annotations]
    objects = (geometry_object(a.geometry) for a in document.annotations)
    geometries = [None if item is None else shape(item) for item in objects]
    columns = sorted(rows[0]) if rows else ["id"]
    return geopandas.GeoDataFrame(rows, columns=columns, geometry=geometries, crs="EPSG:4326")

"""The ground that every map is drawn on."""

from functools import cache

from geo.data import data_path


@cache
def basemap_bytes() -> bytes:
    """Return outlines, disputed lines and names as GeoJSON.

    Raises
    ------
    GazetteerError
        The file is not there.
    """
    return data_path("boundaries", "basemap.geojson").read_bytes()

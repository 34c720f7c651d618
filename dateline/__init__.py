"""Dateline reads a news report and puts it on a map, on whose word it is.

>>> import dateline
>>> document = dateline.read("report.txt", date="2024-10-24")  # doctest: +SKIP
>>> document.save("map.html")  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

from reading import __version__

if TYPE_CHECKING:
    from dateline.api import MapDocument, geocode, geoparse, read

__all__ = ["MapDocument", "__version__", "geocode", "geoparse", "read"]


def __getattr__(name: str) -> Any:
    """Import the face when it is first asked for, so that ``import dateline`` costs nothing."""
    if name in __all__:
        from dateline import api

        return getattr(api, name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")

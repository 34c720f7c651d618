"""The gazetteer and the outlines as the doors open them: once for each folder and view."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.boundaries import Boundaries
    from geo.gazetteer import Gazetteer
    from geo.model import Worldview


def open_places(
    data_dir: str | Path | None = None, worldview: "Worldview" = "un"
) -> "tuple[Gazetteer, Boundaries]":
    """Open the gazetteer and the boundaries, once for each folder and view."""
    return open_gazetteer(data_dir, worldview), _boundaries(data_dir, worldview)


@lru_cache(maxsize=4)
def open_gazetteer(
    data_dir: str | Path | None = None, worldview: "Worldview" = "un"
) -> "Gazetteer":
    """Open the gazetteer, once for each folder and view; the world index is built if there is none.

    Parameters
    ----------
    data_dir : path, optional
        By default ``DATELINE_DATA``, else the platform's folder for user data.
    worldview : {"un", "defacto"}
    """
    from geo.gazetteer.ready import open_ready
    from web.settings import Settings

    settings = Settings.from_environ()
    return open_ready(
        settings.data_dir if data_dir is None else Path(data_dir),
        core_only=settings.gazetteer == "core",
        worldview=worldview,
    )


@lru_cache(maxsize=2)
def _boundaries(data_dir: str | Path | None, worldview: "Worldview") -> "Boundaries":
    from geo.boundaries import Boundaries
    from web.settings import Settings

    folder = Settings.from_environ().data_dir if data_dir is None else Path(data_dir)
    return Boundaries.open(worldview, data_dir=folder)

"""The gazetteer as the doors open it: the world index, built first where there is none.

A damaged or outdated index is not rebuilt unasked: the core answers and
the warning says what to do.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import GazetteerError
from geo.gazetteer.lookup import Gazetteer, default_data_dir
from geo.gazetteer.store import POINTER
from geo.model import Worldview

if TYPE_CHECKING:
    from geo.gazetteer.writer import Progress


def open_ready(
    data_dir: Path | None = None,
    *,
    core_only: bool = False,
    worldview: Worldview = "un",
    progress: "Progress | None" = None,
) -> Gazetteer:
    """Open the gazetteer, building the world index first where there is none.

    Parameters
    ----------
    data_dir : Path, optional
        Where the world index lives; the platform's user data folder by default.
    core_only : bool
        Leave the world index aside and build nothing.
    worldview : {"un", "defacto"}
        Whose borders decide a place's country.
    progress : callable, optional
        Called with the step and the number of records done; by default a line on standard error
        where that is a terminal.

    Returns
    -------
    Gazetteer
        The core alone, with a warning, where the world cannot be built.
    """
    folder = data_dir or default_data_dir()
    trouble: tuple[str, ...] = ()
    if not core_only and not (folder / "gazetteer" / POINTER).exists():
        from geo.gazetteer import world  # what builds is not needed where all is built

        try:
            world.build(folder, progress=progress or terminal_progress)
        except GazetteerError as error:
            trouble = (str(error),)
    gazetteer = Gazetteer.open(folder, core_only=core_only, worldview=worldview)
    gazetteer.warnings += trouble
    return gazetteer


def terminal_progress(step: str, done: int) -> None:
    """Show the progress of a build on one line of a terminal; say nothing elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[Kbuilding the world gazetteer, once: {step} {done:,}")
        sys.stderr.flush()

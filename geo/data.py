"""Where the data lies that every installation carries."""

from functools import cache
from pathlib import Path

from geo.errors import GazetteerError

_WHEEL = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).parent.parent / "data"


@cache
def data_root() -> Path:
    """Return the folder that holds ``gazetteer.csv``, ``curated/`` and ``boundaries/``.

    Raises
    ------
    GazetteerError
        Neither the wheel's ``geo/_data`` nor a checkout's ``data`` is there.
    """
    for root in (_WHEEL, _CHECKOUT):
        if (root / "gazetteer.csv").is_file():
            return root
    raise GazetteerError(
        f"gazetteer.csv is neither in {_WHEEL} nor in {_CHECKOUT}: install dateline again, "
        "or work from a complete checkout"
    )


def data_path(*parts: str) -> Path:
    """Return the path of a file of the data, ``data_path("curated", "demonyms.csv")``.

    Parameters
    ----------
    *parts : str
        Path below the data folder.

    Raises
    ------
    GazetteerError
        The data, or this part of it, is not there.
    """
    path = data_root().joinpath(*parts)
    if not path.exists():
        raise GazetteerError(f"{path} is missing: install dateline again, or restore the checkout")
    return path

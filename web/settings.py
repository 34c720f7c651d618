"""Settings from ``DATELINE_*`` variables; read by the web and the terminal, without flask."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from geo.model import Worldview
from web.errors import SettingsError

ANY_ORIGIN = "*"
_WORLDVIEWS: tuple[Worldview, ...] = ("un", "defacto")
_ORIGIN = re.compile(r"https?://[a-z0-9.*:\[\]-]+\Z", re.IGNORECASE)
_DEFAULT_BODY_BYTES = 1_048_576
_SMALLEST_BODY_BYTES = 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """All that an operator can choose.

    Parameters
    ----------
    data_dir : Path
        ``DATELINE_DATA``: where the world index and the store live; by default the platform's
        folder for user data.
    store : str
        ``DATELINE_STORE``: path of the store; by default ``maps.sqlite3`` in `data_dir`.
    gazetteer : {"world", "core"}
        ``DATELINE_GAZETTEER``: ``core`` leaves the world index aside and builds none; by default
        ``world``.
    worldview : {"un", "defacto"}
        ``DATELINE_WORLDVIEW``: whose borders are drawn; by default ``un``.
    tiles : str or None
        ``DATELINE_TILES``: address of raster tiles with ``{z}``, ``{x}``, ``{y}``; by default none,
        the base map is drawn from our own outlines and nothing is asked of any other host.
    tiles_credit : str or None
        ``DATELINE_TILES_CREDIT``: credit line of the tiles, plain text; needed with `tiles`.
    embed_origins : tuple of str
        ``DATELINE_EMBED_ORIGINS``: origins that may frame the embed pages, separated by spaces;
        by default ``*``, any.
    max_body_bytes : int
        ``DATELINE_MAX_BODY_BYTES``: longest request body; by default 1,048,576.
    hosts : tuple of str
        ``DATELINE_HOSTS``: host names that are answered, separated by spaces; by default any.
    base_url : str or None
        ``DATELINE_BASE_URL``: public address of the site, for links that are copied; by
        default that of the request.
    editor_token : str or None
        ``DATELINE_EDITOR_TOKEN``: who adds or removes a map must send it; by default nobody
        is asked.
    """

    data_dir: Path
    store: str
    gazetteer: Literal["world", "core"] = "world"
    worldview: Worldview = "un"
    tiles: str | None = None
    tiles_credit: str | None = None
    embed_origins: tuple[str, ...] = (ANY_ORIGIN,)
    max_body_bytes: int = _DEFAULT_BODY_BYTES
    hosts: tuple[str, ...] = ()
    base_url: str | None = None
    editor_token: str | None = None

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read the settings.

        Parameters
        ----------
        environ : mapping, optional
            By default the variables of the process; an empty value counts as absent.

        Raises
        ------
        SettingsError
            A value cannot be used; the message names the variable.
        """
        given = {
            name.removeprefix("DATELINE_"): value.strip()
            for name, value in environ.items()
            if name.startswith("DATELINE_") and value.strip()
        }
        data_dir = Path(given["DATA"]) if "DATA" in given else _user_data()
        tiles, credit = given.get("TILES"), given.get("TILES_CREDIT")
        _check_tiles(tiles, credit)
        return cls(
            data_dir=data_dir,
            store=given.get("STORE", str(data_dir / "maps.sqlite3")),
            gazetteer=_gazetteer(given.get("GAZETTEER", "world")),
            worldview=_worldview(given.get("WORLDVIEW", "un")),
            tiles=tiles,
            tiles_credit=credit,
            embed_origins=_origins(given.get("EMBED_ORIGINS", ANY_ORIGIN)),
            max_body_bytes=_bytes(given.get("MAX_BODY_BYTES")),
            hosts=tuple(given.get("HOSTS", "").split()),
            base_url=_base_url(given.get("BASE_URL")),
            editor_token=given.get("EDITOR_TOKEN"),
        )

    @property
    def tiles_origin(self) -> str | None:
        """Origin of the tiles, for the content policy."""
        if self.tiles is None:
            return None
        from urllib.parse import urlsplit

        parts = urlsplit(self.tiles)
        host = parts.netloc.replace("{s}.", "*.")
        return f"{parts.scheme}://{host}"


def _user_data() -> Path:
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False)


def _gazetteer(value: str) -> Literal["world", "core"]:
    if value == "world":
        return "world"
    if value == "core":
        return "core"
    raise SettingsError(f"DATELINE_GAZETTEER is {value!r}: write world or core")


def _worldview(value: str) -> Worldview:
    for known in _WORLDVIEWS:
        if value == known:
            return known
    raise SettingsError(f"DATELINE_WORLDVIEW is {value!r}: write un or defacto")


def _check_tiles(tiles: str | None, credit: str | None) -> None:
    if tiles is None:
        return
    from urllib.parse import urlsplit

    parts = urlsplit(tiles)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise SettingsError(f"DATELINE_TILES is {tiles!r}: write an http or https address")
    if not all(slot in tiles for slot in ("{z}", "{x}", "{y}")):
        raise SettingsError(f"DATELINE_TILES is {tiles!r}: it needs {{z}}, {{x}} and {{y}}")
    if credit is None:
        raise SettingsError(
            "DATELINE_TILES needs DATELINE_TILES_CREDIT, the credit line of the tiles"
        )


def _origins(value: str) -> tuple[str, ...]:
    origins = tuple(value.split())
    for origin in origins:
        if origin != ANY_ORIGIN and not _ORIGIN.match(origin):
            raise SettingsError(
                f"DATELINE_EMBED_ORIGINS holds {origin!r}: write https://host, or * for any"
            )
    return (ANY_ORIGIN,) if ANY_ORIGIN in origins else origins


def _bytes(value: str | None) -> int:
    if value is None:
        return _DEFAULT_BODY_BYTES
    if not value.isascii() or not value.isdigit() or int(value) < _SMALLEST_BODY_BYTES:
        raise SettingsError(
            f"DATELINE_MAX_BODY_BYTES is {value!r}: write a number from {_SMALLEST_BODY_BYTES}"
        )
    return int(value)


def _base_url(value: str | None) -> str | None:
    if value is None:
        return None
    from urllib.parse import urlsplit

    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise SettingsError(f"DATELINE_BASE_URL is {value!r}: write an http or https address")
    return value.rstrip("/")

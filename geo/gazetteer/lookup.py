"""The open gazetteer: names in, places out."""

import math
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from geo.data import data_root
from geo.errors import GazetteerError
from geo.gazetteer.index import Index
from geo.gazetteer.store import known_core_digest, open_core, open_current
from geo.geodesy import Position, distance_km
from geo.model import Place, PlaceName, Worldview

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from geo.gazetteer.search import Found

BUILD_COMMAND = "dateline gazetteer build"
_COUNTRY = (
    "feature_class = 'A' AND feature_code != 'PCLH' "
    "AND (feature_code GLOB 'PCL*' OR feature_code = 'TERR')"
)
_KM_PER_DEG = 111.195


def default_data_dir() -> Path:
    """Return the platform's folder for the world index and the store."""
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False)


class Gazetteer:
    """Names in, places out.

    Made by :meth:`open`. Reading is safe from several threads.
    """

    def __init__(
        self,
        index: Index,
        *,
        core_only: bool,
        worldview: Worldview = "un",
        warnings: Sequence[str] = (),
        scratch: "TemporaryDirectory[str] | None" = None,
    ) -> None:
        self._index = index
        self._scratch = scratch
        self.is_core_only = core_only
        self.worldview = worldview
        self.warnings = tuple(warnings)
        self.version: str = str(index.manifest["version"])
        self._stood_for: dict[tuple[str, str], tuple[tuple[Place, str], ...]] = {}
        self.find_names = index.find_names
        self.names_at = index.names_at
        self.names_within = index.names_within

    @classmethod
    def open(
        cls,
        data_dir: Path | None = None,
        *,
        core_only: bool = False,
        worldview: Worldview = "un",
        core: Path | None = None,
    ) -> "Gazetteer":
        """Open the world index, or the core alone where there is none.

        Parameters
        ----------
        data_dir : Path, optional
            Where the world index lies; the platform's user data folder by default.
        core_only : bool
            Leave the world index aside.
        worldview : {"un", "defacto"}
            Whose borders decide a place's country.
        core : Path, optional
            Folder with ``gazetteer.csv`` and ``curated/``; the package's own by default.

        Returns
        -------
        Gazetteer
            Its `warnings` say when the world is missing, damaged or outdated, and what to do.

        Raises
        ------
        GazetteerError
            The core is missing or a row of it cannot be used.
        """
        folder = data_dir or default_data_dir()
        root = core or data_root()
        digest = known_core_digest(root, folder / "gazetteer")
        warnings: tuple[str, ...] = ()
        if not core_only:
            try:
                return cls(
                    open_current(folder / "gazetteer", digest), core_only=False, worldview=worldview
                )
            except GazetteerError as error:
                warnings = (_core_only_warning(error, folder),)
        index, scratch = open_core(folder / "gazetteer", root, digest)
        return cls(index, core_only=True, worldview=worldview, warnings=warnings, scratch=scratch)

    def close(self) -> None:
        """Close the files."""
        self._index.close()
        if self._scratch is not None:
            self._scratch.cleanup()

    def places_named(self, folded: str) -> tuple[Place, ...]:
        """Return the places of a folded name, the most prominent first."""
        return self._index.places(folded)

    def place(self, place_id: str) -> Place | None:
        """Return the place of an id, or None."""
        found = self._index.select("id = ?", (place_id,))
        return found[0] if found else None

    def names(self, place_id: str) -> tuple[PlaceName, ...]:
        """Return all names of a place, the preferred one first."""
        return self._index.names(place_id)

    def demonym(self, folded: str) -> tuple[tuple[Place, str], ...]:
        """Return the places whose people or things are called so, with what the word is."""
        return self._standing("demonym", folded)

    def metonym(self, folded: str) -> tuple[tuple[Place, str], ...]:
        """Return the places whose name stands for a government ("Kremlin"), with what they are.

        ``capital``, ``seat``, ``building``, ``district``, ``body`` or ``figure``; the place is
        where it stands, its country the one that is governed.
        """
        return self._standing("metonym", folded)

    def government(self, folded: str) -> str | None:
        """Return the government that a metonym stands for ("Government of Russia"), or None."""
        return next((note for _place, note in self._standing("government", folded)), None)

    def abbreviation(self, folded: str) -> tuple[Place, ...]:
        """Return the places that are shortened so ("N.C." folds to "nc")."""
        return tuple(place for place, _note in self._standing("abbreviation", folded))

    def region(self, folded: str) -> tuple[Place, ...]:
        """Return the curated regions of this name, vague ones and blocs among them."""
        return tuple(place for place in self.places_named(folded) if place.id.startswith("dl:"))

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166-1 alpha-2 code, or None."""
        return self._countries.get(code)

    def admin1(self, country: str, code: str) -> Place | None:
        """Return the first-level division of a country by its GeoNames code, or None."""
        return self._divisions.get((country, code))

    def capital(self, code: str) -> Place | None:
        """Return the capital of a country, or None."""
        found = self._index.select("feature_code = 'PPLC' AND country_code = ?", (code,))
        return found[0] if found else None

    def parent(self, place: Place) -> Place | None:
        """Return the division or country that holds a place, or None."""
        country = self.country_code(place)
        if country is None:
            return None
        if place.admin1_code and not place.feature_code.startswith(("ADM1", "PCL")):
            division = self.admin1(place.country_code or country, place.admin1_code)
            if division is not None and division.id != place.id:
                return division
        parent = self.country(country)
        return parent if parent is not None and parent.id != place.id else None

    def country_code(self, place: Place) -> str | None:
        """Return the country of a place in this gazetteer's worldview."""
        if self.worldview == "defacto":
            return place.country_code_defacto or place.country_code
        return place.country_code

    def search(
        self,
        name: str,
        *,
        country: str | None = None,
        near: Position | None = None,
        limit: int = 10,
        fuzzy: bool = False,
    ) -> "tuple[Found, ...]":
        """Return the places of a typed name, as :func:`geo.gazetteer.search.search` finds them."""
        from geo.gazetteer.search import search

        return search(self._index, name, country=country, near=near, limit=limit, fuzzy=fuzzy)

    def near(
        self, lon_deg: float, lat_deg: float, limit: int = 10, max_km: float = 200.0
    ) -> tuple[tuple[Place, float], ...]:
        """Return the places around a point with their distance, the nearest first.

        Parameters
        ----------
        lon_deg, lat_deg : float
            Degrees, WGS 84.
        limit : int
        max_km : float
            Great-circle distance.
        """
        radius_km = min(25.0, max_km)
        while True:
            found = self._within(lon_deg, lat_deg, radius_km)
            if len(found) >= limit or radius_km >= max_km:
                return tuple(found[:limit])
            radius_km = min(radius_km * 4, max_km)

    def _within(
        self, lon_deg: float, lat_deg: float, radius_km: float
    ) -> list[tuple[Place, float]]:
        dlat = radius_km / _KM_PER_DEG + 1e-3
        south, north = lat_deg - dlat, lat_deg + dlat
        widest = max(abs(south), abs(north))
        dlon = 180.0 if widest >= 89 else min(180.0, dlat / math.cos(math.radians(widest)))
        west, east = lon_deg - dlon, lon_deg + dlon
        boxes = [(max(west, -180.0), min(east, 180.0))]
        if west < -180:
            boxes.append((west + 360, 180.0))
        if east > 180:
            boxes.append((-180.0, east - 360))
        records: set[int] = set()
        for low, high in boxes:
            rows = self._index.query(
                "SELECT record FROM point WHERE max_lon >= ? AND min_lon <= ? "
                "AND max_lat >= ? AND min_lat <= ?",
                (low, high, south, north),
            )
            records.update(row[0] for row in rows)
        places = self._index.places_of(sorted(records))
        near = [
            (place, distance_km(lon_deg, lat_deg, place.longitude_deg, place.latitude_deg))
            for place in places
            if place.longitude_deg is not None and place.latitude_deg is not None
        ]
        near = [(place, away) for place, away in near if away <= radius_km]
        return sorted(near, key=lambda pair: (pair[1], pair[0].id))

    @cached_property
    def _countries(self) -> dict[str, Place]:
        found = self._index.select(_COUNTRY, ())
        out: dict[str, Place] = {}
        for place in sorted(found, key=lambda place: place.feature_code != "PCLI"):
            if place.country_code:
                out.setdefault(place.country_code, place)
        return out

    @cached_property
    def _divisions(self) -> dict[tuple[str, str], Place]:
        found = self._index.select("feature_class = 'A' AND feature_code = 'ADM1'", ())
        return {
            (place.country_code, place.admin1_code): place
            for place in reversed(found)
            if place.country_code and place.admin1_code
        }

    def _standing(self, kind: str, folded: str) -> tuple[tuple[Place, str], ...]:
        """Return the places that a word stands for, which are read when it is first met."""
        notes: dict[str, str] = {}
        for one, place_id, note in self._index.words(folded):
            if one == kind:
                notes.setdefault(place_id, note)
        if not notes:
            return ()
        found = self._stood_for.get((kind, folded))
        if found is None:
            places = self._index.places_with_ids(tuple(notes))
            # A town of the world index is not there while the core alone answers.
            found = tuple((places[one], note) for one, note in notes.items() if one in places)
            self._stood_for[kind, folded] = found
        return found


def _core_only_warning(error: GazetteerError, folder: Path) -> str:
    # The warning travels with every result, so it names no path of this machine.
    what = str(error).replace(str(folder), "the data folder")
    return (
        f"{what}. Only the core gazetteer answers: most towns are unknown to it. "
        f"Run `{BUILD_COMMAND}`."
    )

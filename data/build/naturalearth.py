"""Natural Earth's first-order divisions and disputed lines as packaged with QGIS.

Every piece is assigned to what it belongs to: a GeoNames admin-1 code, a country without a
division, or a disputed territory. The assignment is by hand where ``boundary_pieces.csv`` and
``boundary_cuts.csv`` say so, else by the majority of the city points inside, else by name.
"""

import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from data.build.admin1 import Division
from data.build.errors import CuratedError
from data.build.geonames import City
from data.build.packages import read_deb
from data.build.shapes import reach_antimeridian
from data.build.tables import read_table

_MEMBER = "usr/share/qgis/resources/data/world_map.gpkg"
VOTE_SHARE = 0.75
VOTE_SHARE_LOW = 0.5
SWALLOWED_SHARE = 0.5
SITES_MINIMUM = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """One polygon of the source.

    ``assign`` is ``admin1:<code>``, ``country:<ISO>``, ``territory:<id>`` or ``none``;
    ``vote_share`` the share of its city points that carry the winning code. ``sites`` are the
    cities (code, longitude, latitude) among which a piece is divided that holds several codes.
    """

    admin: str
    name: str
    iso2: str
    fips: str
    other_names: tuple[str, ...]
    shape: BaseGeometry
    assign: str = ""
    vote_share: float = 0.0
    votes: int = 0
    sites: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A disputed line of the source."""

    name: str
    country: str
    shape: BaseGeometry


def read_pieces(deb: Path) -> tuple[list[Piece], list[ClaimLine]]:
    """Read divisions and disputed lines, in a fixed order."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "world_map.gpkg"
        path.write_bytes(read_deb(deb, _MEMBER))
        divisions = pyogrio.read_dataframe(path, layer="states_provinces", use_arrow=False)
        lines = pyogrio.read_dataframe(path, layer="disputed_borders", use_arrow=False)
    pieces = [
        Piece(
            admin=_text(row.admin),
            name=_text(row.name),
            iso2=_text(row.iso_a2),
            fips=_text(row.fips),
            other_names=tuple(filter(None, map(_text, (row.gn_name, row.woe_name)))),
            shape=shapely.make_valid(reach_antimeridian(row.geometry)),
        )
        for row in divisions.itertuples(index=False)
    ]
    claims = [
        ClaimLine(_text(row.name), _text(row.adm0_left), row.geometry)
        for row in lines.itertuples(index=False)
    ]
    return pieces, claims


def assign_pieces(
    pieces: Sequence[Piece],
    claims: Sequence[ClaimLine],
    curated: Path,
    cities: Sequence[City],
    divisions: Sequence[Division],
) -> list[Piece]:
    """Return the pieces, cut where curated cuts say so, each with its assignment.

    Raises
    ------
    CuratedError
        A curated row names a piece, a claim or a code that does not exist.
    """
    by_hand = {
        (row["admin"], row["name"]): row["assign"]
        for row in read_table(curated / "boundary_pieces.csv")
    }
    whole = _cut(pieces, claims, curated)
    missing = sorted(by_hand.keys() - {(piece.admin, piece.name) for piece in whole})
    if missing:
        raise CuratedError(f"boundary_pieces.csv names pieces that do not exist: {missing}")
    known = {division.code for division in divisions}
    names = _names_by_country(divisions)
    members = _members(whole, cities)
    totals = Counter(city_code(city) for city in cities)
    assigned = []
    for piece, inside in zip(whole, members, strict=True):
        key = (piece.admin, piece.name)
        if piece.assign:
            assigned.append(piece)
        elif key in by_hand:
            assigned.append(replace(piece, assign=by_hand[key]))
        else:
            assigned.append(_by_vote(piece, inside, totals, names, known))
    for piece in assigned:
        kind, _, code = piece.assign.partition(":")
        if kind == "admin1" and code not in known:
            raise CuratedError(f"{piece.admin}, {piece.name}: no admin-1 code {code!r}")
    return assigned


def _by_vote(
    piece: Piece,
    inside: Sequence[City],
    totals: Counter[str],
    names: dict[str, dict[str, str]],
    known: set[str],
) -> Piece:
    """Assign a piece by its cities, or by its name where it holds none: labels err, cities do not.

    Three quarters of the cities settle it. Below that the code the piece is named after wins if
    it has a city there; else half of them do, when the rest are strays from across the border. A
    piece that swallows most of the cities of several codes was drawn before those divisions were
    made: it is kept with its sites, to be divided among them.
    """
    ballot = Counter(city_code(city) for city in inside)
    votes = sum(ballot.values())
    named = _by_name(piece, names)
    if not votes:
        return replace(piece, assign=f"admin1:{named}" if named else f"country:{piece.iso2}")
    code, count = min(ballot.items(), key=lambda item: (-item[1], item[0]))
    share = count / votes
    swallowed = {
        other
        for other, number in ballot.items()
        if number >= SITES_MINIMUM and number / totals[other] > SWALLOWED_SHARE and other in known
    }
    if len(swallowed) > 1:
        sites = tuple(
            (city_code(city), city.point.longitude_deg, city.point.latitude_deg)
            for city in inside
            if city_code(city) in swallowed
        )
        assign = f"country:{piece.iso2}"
        return replace(piece, assign=assign, vote_share=share, votes=votes, sites=sites)
    if share < VOTE_SHARE and named in ballot:
        return replace(piece, assign=f"admin1:{named}", vote_share=share, votes=votes)
    if share >= (VOTE_SHARE_LOW if swallowed <= {code} else VOTE_SHARE) and code in known:
        return replace(piece, assign=f"admin1:{code}", vote_share=share, votes=votes)
    return replace(piece, assign=f"country:{piece.iso2}", vote_share=share, votes=votes)


def _by_name(piece: Piece, names: dict[str, dict[str, str]]) -> str:
    """Code of the division a piece is named after; ``""`` when there is none."""
    by_name = names.get(piece.iso2, {})
    matches = (by_name.get(fold(name), "") for name in (piece.name, *piece.other_names))
    return next(filter(None, matches), "")


def _cut(pieces: Sequence[Piece], claims: Sequence[ClaimLine], curated: Path) -> list[Piece]:
    rows = {(row["admin"], row["name"]): row for row in read_table(curated / "boundary_cuts.csv")}
    result = []
    for piece in pieces:
        row = rows.pop((piece.admin, piece.name), None)
        if row is None:
            result.append(piece)
            continue
        lines = _cut_lines(row["cut"], claims)
        point = shapely.Point(float(row["longitude"]), float(row["latitude"]))
        parts = _split(piece.shape, lines)
        inside = [part for part in parts if part.contains(point)]
        if len(inside) != 1 or len(parts) < 2:
            raise CuratedError(f"boundary_cuts.csv: {row['cut']!r} does not cut {piece.name}")
        rest = shapely.union_all([part for part in parts if part is not inside[0]])
        result.append(replace(piece, shape=rest))
        result.append(
            replace(
                piece,
                name=f"{piece.name}, cut off",
                other_names=(),
                shape=inside[0],
                assign=row["assign"],
            )
        )
    if rows:
        raise CuratedError(f"boundary_cuts.csv names pieces that do not exist: {sorted(rows)}")
    return result


def _cut_lines(cut: str, claims: Sequence[ClaimLine]) -> list[BaseGeometry]:
    """Lines of a cut: all claim lines of that name, or ``line:lon lat,lon lat``."""
    if cut.startswith("line:"):
        pairs = cut.removeprefix("line:").split(",")
        return [shapely.LineString([tuple(map(float, pair.split())) for pair in pairs])]
    return [claim.shape for claim in claims if claim.name == cut]


def _split(shape: BaseGeometry, lines: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Polygons into which lines divide a shape; line ends are drawn out a little to reach it."""
    edges = shapely.union_all([shape.boundary, *(_drawn_out(line) for line in lines)])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(edges)))
    return [face for face in faces if shape.contains(face.representative_point())]


def _drawn_out(line: BaseGeometry, by_deg: float = 0.05) -> BaseGeometry:
    merged = shapely.line_merge(line)
    parts = []
    for part in shapely.get_parts(merged):
        xy = shapely.get_coordinates(part)
        start = xy[0] + _unit(xy[0] - xy[1]) * by_deg
        end = xy[-1] + _unit(xy[-1] - xy[-2]) * by_deg
        parts.append(shapely.LineString(np.vstack([start, xy, end])))
    return shapely.union_all(parts)


def _unit(vector: np.ndarray) -> np.ndarray:
    length = float(np.hypot(*vector))
    return vector / length if length else vector


def _members(pieces: Sequence[Piece], cities: Sequence[City]) -> list[list[City]]:
    """List the cities inside each piece: those of the piece's country that have a division."""
    tree = shapely.STRtree([piece.shape for piece in pieces])
    points = shapely.points(
        [city.point.longitude_deg for city in cities], [city.point.latitude_deg for city in cities]
    )
    members: list[list[City]] = [[] for _ in pieces]
    for city_index, piece_index in tree.query(points, predicate="within").T:
        city = cities[city_index]
        if city.country_code == pieces[piece_index].iso2 and city.admin1 not in ("", "00"):
            members[piece_index].append(city)
    return members


def city_code(city: City) -> str:
    """GeoNames admin-1 code of a city, as in ``RU.41``."""
    return f"{city.country_code}.{city.admin1}"


def _names_by_country(divisions: Sequence[Division]) -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = defaultdict(dict)
    ambiguous: set[tuple[str, str]] = set()
    for division in divisions:
        for name in {fold(n) for n in (division.name, division.base, *division.variants)}:
            key = (division.country_code, name)
            if name in names[division.country_code]:
                ambiguous.add(key)
            names[division.country_code][name] = division.code
    for country, name in ambiguous:
        del names[country][name]
    return names


def fold(name: str) -> str:
    """Fold a name for comparison: no case, marks, spaces or punctuation."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in decomposed if char.isalnum())


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

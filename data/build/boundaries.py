"""Build the boundary files: divisions, countries, curated regions, disputed lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.build.admin1 import Division
from data.build.errors import CuratedError
from data.build.features import Boundary
from data.build.naturalearth import ClaimLine, Piece
from data.build.records import Territory
from data.build.shapes import (
    ISLET_DEG2,
    buffered_line,
    dissolve,
    divide,
    drop_islets,
    group,
    on_grid,
    shared_line,
    simplify_together,
    union_of,
)
from data.build.tables import read_table

TOLERANCE_DEG = 0.03
REGION_TOLERANCE_DEG = 0.1
KM_PER_DEG = 111.2
SOURCE = "Natural Earth 4.1.0"
JOINED_SOURCE = "Natural Earth 4.1.0, codes by GeoNames city points"
ESTIMATED_SOURCE = "Natural Earth 4.1.0, divided by nearest GeoNames city (estimate)"
OWN_SOURCE = "Dateline, coarse"
VIEWS = ("un", "defacto")


@dataclass(frozen=True, slots=True)
class Shapes:
    """Dissolved shapes: divisions by code, countries by view and code, territories by id.

    ``estimated`` are the codes whose borders within an older polygon are guessed from cities;
    ``pieces`` the shapes of single pieces by ``<admin>/<name>``.
    """

    divisions: Mapping[str, BaseGeometry]
    estimated: frozenset[str]
    countries: Mapping[str, Mapping[str, BaseGeometry]]
    territories: Mapping[str, BaseGeometry]
    pieces: Mapping[str, BaseGeometry]


def dissolve_pieces(pieces: Sequence[Piece], territories: Mapping[str, Territory]) -> Shapes:
    """Simplify all pieces as one coverage, then dissolve them by what they are assigned to.

    Countries are the union of the very pieces that make their divisions, so that borders agree.
    """
    used = [piece for piece in pieces if piece.assign != "none"]
    shapes = simplify_together(
        [drop_islets(piece.shape, ISLET_DEG2) for piece in used], TOLERANCE_DEG
    )
    by_kind: dict[str, list[tuple[str, BaseGeometry]]] = {
        "admin1": [], "country": [], "territory": []
    }  # fmt: skip
    by_view: dict[str, list[tuple[str, BaseGeometry]]] = {view: [] for view in VIEWS}
    estimated = set()
    for piece, shape in zip(used, shapes, strict=True):
        kind, _, key = piece.assign.partition(":")
        if piece.sites:
            parts = divide(shape, piece.sites)
            by_kind["admin1"] += parts
            estimated |= {code for code, _ in parts}
        else:
            by_kind[kind].append((key, shape))
        territory = territories.get(key)
        plain = key if kind == "country" else key.split(".")[0]
        for view in VIEWS:
            country = plain
            if territory and view == "un":
                country = territory.country_code_un
            elif territory:
                country = territory.country_code_defacto or plain
                if kind == "territory":
                    country = territory.country_code_defacto
            if country:
                by_view[view].append((country, shape))
    return Shapes(
        divisions={key: dissolve(parts) for key, parts in group(by_kind["admin1"]).items()},
        estimated=frozenset(estimated),
        countries={
            view: {key: dissolve(parts) for key, parts in group(by_view[view]).items()}
            for view in VIEWS
        },
        territories={key: dissolve(parts) for key, parts in group(by_kind["territory"]).items()},
        pieces={
            f"{piece.admin}/{piece.name}".replace(" ", "_"): shape
            for piece, shape in zip(used, shapes, strict=True)
        },
    )


def division_boundaries(
    shapes: Shapes, divisions: Sequence[Division], territories: Mapping[str, Territory]
) -> list[Boundary]:
    """One feature for each division; two where the views name different countries."""
    names = {division.code: division.name for division in divisions}
    boundaries = []
    for code, shape in shapes.divisions.items():
        territory = territories.get(code)
        own = code.split(".")[0]
        un = territory.country_code_un if territory else own
        fact = territory.country_code_defacto if territory else own
        views = [("any", un)] if un == fact else [("un", un), ("defacto", fact)]
        boundaries += [
            Boundary(
                code, names[code], country, view, shape,
                ESTIMATED_SOURCE if code in shapes.estimated else JOINED_SOURCE,
                note=territory.note if territory else "",
            )
            for view, country in views
        ]  # fmt: skip
    return boundaries


def country_boundaries(shapes: Shapes, names: Mapping[str, str]) -> list[Boundary]:
    """One feature for each country; two where its extent differs between the views."""
    boundaries = []
    for code in sorted(shapes.countries["un"].keys() | shapes.countries["defacto"].keys()):
        un = shapes.countries["un"].get(code)
        fact = shapes.countries["defacto"].get(code)
        if code not in names:
            raise CuratedError(f"a polygon is assigned to the unknown country {code!r}")
        if un is not None and fact is not None and un.equals(fact):
            boundaries.append(Boundary(code, names[code], code, "any", un, SOURCE))
            continue
        for view, shape in (("un", un), ("defacto", fact)):
            if shape is not None:
                boundaries.append(Boundary(code, names[code], code, view, shape, SOURCE))
    return boundaries


def region_boundaries(curated: Path, shapes: Shapes) -> tuple[list[Boundary], list[str]]:
    """Shapes of the curated regions that are mapped, and members that have no polygon.

    Raises
    ------
    CuratedError
        A composition is not written in the little language of ``data/README.md``.
    """
    boundaries = []
    missing = []
    countries = shapes.countries["un"]
    pieces = {f"ne:{key}": shape for key, shape in shapes.pieces.items()}
    for row in read_table(curated / "regions.csv"):
        kind, _, rest = row["composition"].partition(":")
        shape: BaseGeometry | None
        source = OWN_SOURCE
        if kind == "none":
            continue
        if kind == "union":
            members = rest.split()
            pool = {**countries, **shapes.divisions, **pieces}
            missing += [f"{row['id']} {code}" for code in members if code not in pool]
            shape = union_of(members, pool)
            source = JOINED_SOURCE if "." in rest else SOURCE
        elif kind == "piece":
            shape = shapes.territories.get(row["id"])
            source = SOURCE
        elif kind == "polygon":
            shape = on_grid(_polygon(row["id"], rest))
        elif kind == "line":
            width = max(float(row["uncertainty_km"]) / KM_PER_DEG / 2, 0.02)
            shape = on_grid(buffered_line(_positions(row["id"], rest), width))
        else:
            raise CuratedError(f"regions.csv: {row['id']} has the composition {kind!r}")
        if shape is None or shape.is_empty:
            missing.append(f"{row['id']} has no polygon")
            continue
        if shape.area > 100:
            shape = on_grid(drop_islets(simplify_together([shape], REGION_TOLERANCE_DEG)[0], 0.05))
        single = row["countries"] if len(row["countries"].split()) == 1 else ""
        boundaries.append(
            Boundary(row["id"], row["name"], single, "any", shape, source, row["definition"])
        )
    return boundaries, missing


def disputed_lines(shapes: Shapes, claims: Sequence[ClaimLine]) -> list[Boundary]:
    """Natural Earth's claim lines, and the edges of the territories the views differ on."""
    lines = [
        Boundary(
            f"line:claim-{number:02d}", claim.name, "", "any", on_line_grid(claim.shape), SOURCE,
            note=f"{claim.name}, drawn within or along {claim.country}",
        )
        for number, claim in enumerate(claims, start=1)
    ]  # fmt: skip
    india, pakistan = (
        dissolve([shapes.divisions[code] for code in codes])
        for codes in (("IN.12", "IN.41"), ("PK.06", "PK.07"))
    )
    pairs = (
        ("kashmir-control", "Line of Control in Kashmir", india, pakistan, "any"),
        ("ladakh-control", "Line of Actual Control in Ladakh", india,
         shapes.countries["un"]["CN"], "any"),
        ("crimea", "Crimea and mainland Ukraine", shapes.divisions["UA.11"],
         shapes.divisions["UA.08"], "any"),
        ("golan-syria", "Golan Heights and Syria", shapes.territories["dl:golan-heights"],
         shapes.divisions["SY.03"], "any"),
        ("golan-israel", "Golan Heights and Israel", shapes.territories["dl:golan-heights"],
         shapes.divisions["IL.03"], "any"),
        ("cyprus", "Northern Cyprus and the rest of the island",
         shapes.territories["dl:northern-cyprus"], shapes.countries["defacto"]["CY"], "any"),
        ("somaliland", "Somaliland and Somalia", shapes.territories["dl:somaliland"],
         shapes.countries["defacto"]["SO"], "any"),
        ("western-sahara", "Western Sahara and Morocco", shapes.countries["un"]["EH"],
         shapes.countries["un"]["MA"], "any"),
        ("western-sahara-berm", "Berm in Western Sahara", shapes.countries["defacto"]["EH"],
         shapes.countries["defacto"]["MA"], "any"),
        ("kosovo", "Kosovo and Serbia", shapes.countries["un"]["XK"],
         shapes.countries["un"]["RS"], "any"),
        ("gaza-israel", "Gaza Strip and Israel", shapes.divisions["PS.GZ"],
         shapes.countries["defacto"]["IL"], "any"),
        ("west-bank", "West Bank and Israel, line of 1949", shapes.divisions["PS.WE"],
         shapes.countries["defacto"]["IL"], "any"),
    )  # fmt: skip
    for slug, name, first, second, view in pairs:
        shape = shared_line(first, second)
        if shape is None:
            raise CuratedError(f"{name} share no border: look at the pieces again")
        lines.append(Boundary(f"line:{slug}", name, "", view, shape, SOURCE))
    return lines


def on_line_grid(shape: BaseGeometry) -> BaseGeometry:
    """Simplify and round a line."""
    merged = shapely.line_merge(shape).simplify(TOLERANCE_DEG / 3)
    return shapely.transform(merged, lambda xy: np.round(xy, 3) + 0.0)


def _polygon(region: str, text: str) -> BaseGeometry:
    shape = shapely.Polygon(_positions(region, text))
    if not shape.is_valid:
        raise CuratedError(f"regions.csv: the polygon of {region} crosses itself")
    return shape


def _positions(region: str, text: str) -> list[tuple[float, float]]:
    try:
        pairs = [tuple(map(float, pair.split())) for pair in text.split(",")]
        return [(longitude, latitude) for longitude, latitude in pairs]
    except ValueError as error:
        raise CuratedError(f"regions.csv: {region}: positions are not 'lon lat,…'") from error

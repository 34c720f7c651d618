"""The boundary files: their form, and where well-known places must lie in them."""

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest
import shapely

DATA = Path(__file__).resolve().parents[2] / "data"

BOUNDARIES = DATA / "boundaries"
FILES = (
    "admin1.geojsonl", "border_zones.geojsonl", "countries.geojsonl", "disputed.geojsonl",
    "regions.geojsonl",
)  # fmt: skip
OVERLAP_DEG2 = 0.0005


@pytest.mark.parametrize("file", FILES)
def test_features_are_sorted_and_stand_once(file: str, areas) -> None:
    keys = [(area.id, area.worldview) for area in areas(file)]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("file", FILES)
def test_one_seek_reads_one_feature(file: str, table) -> None:
    rows = [row for row in table("boundaries/index.tsv") if row["file"] == file]
    content = (BOUNDARIES / file).read_bytes()
    assert len(rows) == content.count(b"\n")
    end = 0
    for row in rows:
        start, length = int(row["offset"]), int(row["length"])
        assert start == end
        end = start + length
        if start % 7 == 0 or row is rows[-1]:
            properties = json.loads(content[start:end])["properties"]
            assert (properties["id"], properties["worldview"]) == (row["id"], row["worldview"])
    assert end == len(content)


def test_every_polygon_is_valid_and_turned_as_rfc_7946_wants(everything) -> None:
    for area in everything:
        assert shapely.is_valid(area.geometry), area.id
        for part in shapely.get_parts(area.geometry):
            assert part.exterior.is_ccw, area.id
            assert not any(ring.is_ccw for ring in part.interiors), area.id


def test_coordinates_stay_on_the_globe_with_three_decimals(everything) -> None:
    for area in everything:
        xy = shapely.get_coordinates(area.geometry)
        assert abs(xy[:, 0]).max() <= 180, area.id
        assert abs(xy[:, 1]).max() <= 90, area.id
        assert abs(xy * 1000 - (xy * 1000).round()).max() < 1e-6, area.id


def test_labels_lie_inside(everything) -> None:
    for area in everything:
        assert area.holds(*area.label), area.id


def test_boxes_hold_their_polygons(everything) -> None:
    for area in everything:
        west, south, east, north = area.bbox
        for part in shapely.get_parts(area.geometry):
            left, bottom, right, top = part.bounds
            assert south - 1e-9 <= bottom <= top <= north + 1e-9, area.id
            if west <= east:
                assert west - 1e-9 <= left <= right <= east + 1e-9, area.id
            else:
                assert left >= west - 1e-9 or right <= east + 1e-9, area.id


def test_boxes_cross_the_date_line_where_the_land_does(divisions, countries, regions) -> None:
    crossing = {
        area.id
        for area in (*divisions.values(), *countries["un"].values(), *regions.values())
        if area.bbox[0] > area.bbox[2]
    }
    assert {"RU", "RU.15", "US", "US.AK", "FJ", "NZ", "dl:ru-far-east"} <= crossing
    assert not {"FR", "AU", "CA", "JP", "RU.63", "NO", "AQ"} & crossing
    assert countries["un"]["RU"].bbox[0] == pytest.approx(19.6, abs=0.2)
    assert countries["un"]["RU"].bbox[2] == pytest.approx(-169.0, abs=0.2)


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [
        ("RU.41", 36.18457, 51.72689),  # Kursk
        ("RU.41", 35.27, 51.19),  # Sudzha
        ("RU.59", 131.97, 43.85),  # inland of Vladivostok
        ("UA.12", 30.5238, 50.45466),  # Kyiv
        ("UA.13", 30.11, 49.80),  # Bila Tserkva
        ("RU.48", 37.61781, 55.75204),  # Moscow
        ("RU.47", 38.75, 55.08),  # Kolomna
        ("GB.SCT", -3.19, 55.93),  # Edinburgh
        ("GB.NIR", -6.65, 54.35),  # Armagh
        ("FR.76", 1.444, 43.60),  # Toulouse
        ("US.DC", -77.03, 38.90),  # Washington
        ("CN.13", 87.6, 43.8),  # Urumqi
        ("IN.40", 78.46, 17.38),  # Hyderabad, a state younger than the polygon
        ("IN.02", 80.63, 16.52),  # Vijayawada
        ("CD.17", 30.25, 1.57),  # Bunia
        ("GY.12", -58.1, 6.6),  # south of Georgetown, where the source mislabels
        ("ER.05", 38.93, 15.33),  # Asmara, the same
        ("EH", -13.2, 27.1),
    ],
)
def test_a_place_lies_in_its_division(divisions, countries, code, longitude, latitude) -> None:
    area = divisions.get(code) or countries["un"][code]
    assert area.holds(longitude, latitude)


def test_the_city_is_not_part_of_the_oblast_around_it(divisions) -> None:
    assert not divisions["UA.13"].holds(30.5238, 50.45466)
    assert not divisions["RU.47"].holds(37.61781, 55.75204)


def test_crimea_goes_with_the_worldview(countries) -> None:
    simferopol = (34.1, 44.95)
    assert countries["un"]["UA"].holds(*simferopol)
    assert not countries["un"]["RU"].holds(*simferopol)
    assert countries["defacto"]["RU"].holds(*simferopol)
    assert not countries["defacto"]["UA"].holds(*simferopol)


def test_the_golan_goes_with_the_worldview(countries, regions) -> None:
    katzrin = (35.69, 32.99)
    assert countries["un"]["SY"].holds(*katzrin)
    assert countries["defacto"]["IL"].holds(*katzrin)
    assert not countries["un"]["IL"].holds(*katzrin)
    assert regions["dl:golan-heights"].holds(*katzrin)


def test_east_jerusalem_lies_in_the_west_bank(divisions, countries) -> None:
    assert divisions["PS.WE"].holds(35.24, 31.785)
    assert not countries["un"]["IL"].holds(35.24, 31.785)


def test_overseas_lands_are_not_drawn_with_their_state(countries) -> None:
    west, south, east, north = countries["un"]["FR"].bbox
    assert west > -6
    assert south > 41
    assert countries["un"]["GF"].holds(-53, 4)
    assert countries["un"]["SJ"].holds(16, 78.5)
    assert north < 52
    assert east < 10


def test_the_far_east_has_eleven_subjects_and_their_whole_area(divisions, regions, table) -> None:
    row = next(row for row in table("curated/regions.csv") if row["id"] == "dl:ru-far-east")
    members = row["composition"].removeprefix("union:").split()
    assert members == sorted(
        f"RU.{number}"
        for number in ("05", "11", "15", "30", "44", "59", "63", "64", "89", "92", "93")
    )
    area = regions["dl:ru-far-east"]
    total = sum(divisions[code].geometry.area for code in members)
    assert area.geometry.area == pytest.approx(total, rel=0.005)
    assert area.holds(129.73, 62.03), "Yakutsk"
    assert area.holds(-173.5, 65.8), "Chukotka beyond 180°"
    assert not area.holds(104.3, 52.3), "Irkutsk"


def test_occupied_ukraine_is_six_whole_regions_and_says_so(regions, table) -> None:
    row = next(row for row in table("curated/regions.csv") if row["id"] == "dl:ua-occupied")
    assert row["composition"] == "union:UA.05 UA.08 UA.11 UA.14 UA.20 UA.26"
    assert "not the front line" in row["definition"]
    assert regions["dl:ua-occupied"].holds(37.8, 48.0)
    assert not regions["dl:ua-occupied"].holds(36.25, 49.99), "Kharkiv"


def test_divisions_do_not_overlap(divisions) -> None:
    shapes = list(divisions.values())
    tree = shapely.STRtree([area.geometry for area in shapes])
    pairs = tree.query([area.geometry for area in shapes], predicate="overlaps").T
    for one, other in pairs:
        if one < other:
            common = shapes[one].geometry.intersection(shapes[other].geometry).area
            assert common < OVERLAP_DEG2, (shapes[one].id, shapes[other].id)


@pytest.mark.parametrize(
    ("one", "other"),
    [("RU.41", "UA.21"), ("RU.41", "RU.09"), ("US.TX", "US.OK"), ("DE.02", "CZ.87")],
)
def test_neighbours_share_their_border_vertex_by_vertex(divisions, one: str, other: str) -> None:
    first = segments(divisions[one].geometry)
    second = segments(divisions[other].geometry)
    assert len(first & second) >= 15


def test_a_country_is_what_its_divisions_are(divisions, countries) -> None:
    for country in ("UA", "RU", "US", "DE", "KP", "FR", "CN"):
        parts = [
            area.geometry for code, area in divisions.items() if code.startswith(f"{country}.")
        ]
        whole = countries["un"][country].geometry
        assert shapely.union_all(parts).symmetric_difference(whole).area < whole.area * 0.002


def test_every_boundary_the_gazetteer_names_is_there(gazetteer, table) -> None:
    known = {row["id"] for row in table("boundaries/index.tsv")}
    named = {row["boundary_id"] for row in gazetteer.values() if row["boundary_id"]}
    assert named <= known
    assert len(named) > 4000


def test_what_has_no_polygon_is_listed(gazetteer, divisions, table) -> None:
    rows = table("build/unmatched.tsv")
    listed = {row["key"] for row in rows if row["reason"] == "no polygon"}
    assert "VA" in listed
    codes = {row["boundary_id"] for row in gazetteer.values() if row["feature_code"] == "ADM1"}
    assert codes - {""} == divisions.keys()
    missing = sum(
        row["feature_code"] == "ADM1" and not row["boundary_id"] for row in gazetteer.values()
    )
    assert missing == sum(row["kind"] == "admin1" and row["reason"] == "no polygon" for row in rows)
    assert not listed & divisions.keys()
    estimated = {row["key"] for row in rows if row["reason"] == "estimated polygon"}
    assert estimated == {area.id for area in divisions.values() if "estimate" in area.source}


def test_country_points_lie_at_their_countries(gazetteer, countries) -> None:
    for row in gazetteer.values():
        area = countries["un"].get(row["country_code"])
        if row["precision"] != "country" or area is None:
            continue
        west, south, east, north = area.bbox
        longitude, latitude = float(row["longitude"]), float(row["latitude"])
        assert south - 2 <= latitude <= north + 2, row["name"]
        inside = west - 2 <= longitude <= east + 2
        across = west > east and (longitude >= west - 2 or longitude <= east + 2)
        assert inside or across, row["name"]


def test_division_points_lie_in_their_divisions(gazetteer, divisions) -> None:
    far = [
        row["name"]
        for row in gazetteer.values()
        if row["feature_code"] == "ADM1"
        and row["boundary_id"]
        and not divisions[row["boundary_id"]].holds(float(row["longitude"]), float(row["latitude"]))
    ]
    assert far == []


def test_the_basemap_shows_the_united_nations_view_and_is_small() -> None:
    content = (BOUNDARIES / "basemap.geojson").read_bytes()
    assert len(gzip.compress(content, 9, mtime=0)) <= 250_000
    collection = json.loads(content)
    features = collection["features"]
    ids = [feature["properties"]["id"] for feature in features]
    assert len(ids) == len(set(ids))
    shapes = {f["properties"]["id"]: shapely.geometry.shape(f["geometry"]) for f in features}
    assert shapes["UA"].covers(shapely.Point(34.1, 45.2))
    assert not shapes["RU"].covers(shapely.Point(34.1, 45.2))
    assert "line:crimea" in shapes
    for feature in features:
        if feature["properties"]["kind"] == "country":
            assert shapely.is_valid(shapes[feature["properties"]["id"]])
            assert 1 <= feature["properties"]["rank"] <= 6


def segments(geometry: shapely.Geometry) -> set[frozenset[tuple[float, float]]]:
    found = set()
    for part in shapely.get_parts(geometry):
        for ring in (part.exterior, *part.interiors):
            found |= {frozenset(pair) for pair in pairwise(ring.coords)}
    return found

import shutil

import pytest
import shapely
from shapely.geometry import shape

from geo import shapes
from geo.boundaries import Boundaries
from geo.data import data_path
from geo.errors import BoundaryError
from geo.model import Geometry

FAR_EAST = [
    f"RU.{code}" for code in ("05", "11", "15", "30", "44", "59", "63", "64", "89", "92", "93")
]
KURSK = (36.19, 51.73)


def drawn(geometry):
    return shape({"type": geometry.type, "coordinates": geometry.coordinates})


def assert_rfc_7946(geometry):
    figure = drawn(geometry)
    assert figure.is_valid
    west, south, east, north = figure.bounds
    assert west >= -180
    assert east <= 180
    assert south >= -90
    assert north <= 90
    for polygon in shapely.get_parts(figure):
        assert polygon.exterior.is_ccw
        assert not any(hole.is_ccw for hole in polygon.interiors)


def test_kursk_oblast_holds_kursk(boundaries):
    assert shapes.contains(boundaries.geometry("RU.41"), *KURSK)
    assert not shapes.contains(boundaries.geometry("UA.21"), *KURSK)


def test_crimea_is_ukraine_to_the_un_and_russia_de_facto(boundaries):
    assert shapes.contains(boundaries.geometry("UA"), 34.1, 45.2)
    assert not shapes.contains(boundaries.geometry("RU"), 34.1, 45.2)
    defacto = Boundaries.open("defacto")
    assert shapes.contains(defacto.geometry("RU"), 34.1, 45.2)
    assert not shapes.contains(defacto.geometry("UA"), 34.1, 45.2)


def test_an_unknown_id_has_no_outline(boundaries):
    assert boundaries.geometry("XX.99") is None
    assert boundaries.label("XX.99") is None
    assert boundaries.bbox("XX.99") is None
    assert "XX.99" not in boundaries


def test_every_label_of_a_country_lies_inside_it(boundaries):
    outside = [
        one
        for one in boundaries.ids()
        if len(one) == 2 and not shapes.contains(boundaries.geometry(one), *boundaries.label(one))
    ]
    assert outside == []


def test_chukotka_has_a_box_across_180(boundaries):
    west, _south, east, _north = boundaries.bbox("RU.15")
    assert west > 150
    assert east < -160


def test_every_outline_is_valid_and_on_the_map(boundaries):
    for one in boundaries.ids():
        if not one.startswith("line:"):
            assert_rfc_7946(boundaries.geometry(one))


def test_the_far_east_is_one_area_split_at_180(boundaries):
    area = boundaries.union(FAR_EAST)
    assert area.type == "MultiPolygon"
    assert_rfc_7946(area)
    west, _south, east, _north = shapes.bbox(area)
    assert west == pytest.approx(98.6, abs=0.5)
    assert east == pytest.approx(-169.7, abs=1.5)


def test_a_union_leaves_no_border_inside(boundaries):
    donbas = drawn(boundaries.union(["UA.05", "UA.14"]))
    parts = sum(drawn(boundaries.geometry(one)).area for one in ("UA.05", "UA.14"))
    assert donbas.area == pytest.approx(parts, rel=1e-4)
    assert donbas.geom_type == "Polygon"
    assert len(donbas.interiors) == 0


def test_a_union_of_nothing_known_is_nothing(boundaries):
    assert boundaries.union([]) is None
    assert boundaries.union(["XX", "YY.01"]) is None


def test_eastern_russia_crosses_180_and_is_split(boundaries):
    east = boundaries.part("RU", "east")
    assert_rfc_7946(east)
    assert shapes.contains(east, 135.07, 48.48)
    assert shapes.contains(east, -172.0, 66.0)
    assert not shapes.contains(east, 37.6, 55.75)
    box = shapes.bbox(east)
    assert box[0] > box[2]


def test_the_western_united_states_are_not_alaska(boundaries):
    west = boundaries.part("US", "west")
    assert shapes.contains(west, -115.1, 36.2)
    assert not shapes.contains(west, -150.0, 63.0)
    assert not shapes.contains(west, -75.0, 41.0)


def test_a_quarter_is_smaller_than_a_half(boundaries):
    quarter, half = boundaries.part("FR", "south-west"), boundaries.part("FR", "southern")
    assert drawn(quarter).area < drawn(half).area
    assert shapes.contains(quarter, -0.6, 44.4)
    assert shapes.contains(half, 5.4, 43.6)
    assert not shapes.contains(quarter, 5.4, 43.6)


def test_the_middle_of_poland_holds_lodz(boundaries):
    assert shapes.contains(boundaries.part("PL", "central"), 19.46, 51.77)


def test_what_is_no_direction_is_named(boundaries):
    with pytest.raises(BoundaryError, match="'upward' is no compass direction"):
        boundaries.part("RU", "upward")


def test_the_border_zone_lies_on_both_sides_and_goes_no_farther(boundaries):
    zone = boundaries.border_zone("RU", "UA")
    assert_rfc_7946(zone)
    assert shapes.contains(zone, 35.27, 51.2)
    assert shapes.contains(zone, 34.8, 50.95)
    assert not shapes.contains(zone, *KURSK)
    assert not shapes.contains(zone, 30.5, 50.45)


@pytest.mark.parametrize(("one", "other"), [("RU", "UA"), ("KP", "KR"), ("MW", "TZ")])
def test_the_border_zone_that_is_kept_is_the_one_that_would_be_cut(boundaries, one, other):
    shapes_of = boundaries.geometry(one), boundaries.geometry(other)
    cut = shapes.border_zone(*shapes_of, 50)
    kept = boundaries.border_zone(other, one, 50)
    assert drawn(kept).equals(drawn(cut))
    assert boundaries.border_label(one, other) == shapes.label_point(cut)


def test_the_border_zone_is_as_wide_as_it_says(boundaries):
    wide = drawn(boundaries.border_zone("RU", "UA", 50)).area
    narrow = drawn(boundaries.border_zone("RU", "UA", 25)).area
    assert wide == pytest.approx(2 * narrow, rel=0.12)


def test_japan_and_brazil_share_no_border(boundaries):
    assert boundaries.border_zone("JP", "BR") is None


def test_a_composition_may_be_a_polygon_a_line_or_nothing(boundaries):
    box = boundaries.compose("polygon:170 60,170 65,-170 65,-170 60")
    assert box.type == "MultiPolygon"
    assert_rfc_7946(box)
    assert drawn(box).area == pytest.approx(100)
    river = boundaries.compose("line:29 -16,30 -16", 20)
    assert shapes.contains(river, 29.5, -16.1)
    assert not shapes.contains(river, 29.5, -16.3)
    assert boundaries.compose("line:29 -16,30 -16") is None
    assert boundaries.compose("none") is None
    assert boundaries.compose(None) is None


@pytest.mark.parametrize("text", ["polygon:1 2,3", "polygon:1 2,3 4", "circle:1 2", "line:1 2"])
def test_a_composition_that_cannot_be_read_is_named(boundaries, text):
    with pytest.raises(BoundaryError, match=text.partition(":")[2]):
        boundaries.compose(text, 10)


def test_a_buffer_in_a_direction_is_a_quarter_of_the_circle(boundaries):
    whole = boundaries.buffer(36.0, 51.0, 40)
    north = boundaries.buffer(36.0, 51.0, 40, "north")
    assert drawn(north).area == pytest.approx(drawn(whole).area / 4, rel=0.02)
    assert shapes.contains(north, 36.0, 51.2)
    assert not shapes.contains(north, 36.0, 50.9)


def test_a_circle_over_180_is_split(boundaries):
    assert_rfc_7946(boundaries.buffer(179.9, 65.0, 100))


def test_a_worldview_that_is_none_is_named():
    with pytest.raises(BoundaryError, match="'us' is no worldview"):
        Boundaries.open("us")


def test_disputed_lines_are_lines_with_a_note(boundaries):
    outline = boundaries.outline("line:claim-01")
    assert outline.geometry.type in {"LineString", "MultiLineString"}
    assert outline.note
    assert "line:claim-01" in boundaries.disputed()


def test_a_file_that_was_cut_is_named(tmp_path):
    folder = tmp_path / "boundaries"
    shutil.copytree(data_path("boundaries"), folder)
    countries = folder / "countries.geojsonl"
    countries.write_bytes(countries.read_bytes()[:1000])
    with pytest.raises(BoundaryError, match=r"countries\.geojsonl is damaged.*no outline of RU"):
        Boundaries.open(folder=folder).geometry("RU")


def test_a_shifted_file_never_gives_another_country(tmp_path):
    folder = tmp_path / "boundaries"
    shutil.copytree(data_path("boundaries"), folder)
    countries = folder / "countries.geojsonl"
    first, _newline, rest = countries.read_bytes().partition(b"\n")
    countries.write_bytes(first.replace(b'"id":"AD"', b'"id":"ZZ"') + b"\n" + rest)
    with pytest.raises(BoundaryError, match="'ZZ' where AD should be"):
        Boundaries.open(folder=folder).geometry("AD")


def test_an_index_with_other_columns_is_named(tmp_path):
    (tmp_path / "index.tsv").write_text("a\tb\n", "utf-8")
    with pytest.raises(BoundaryError, match="line 1: the columns must be"):
        Boundaries.open(folder=tmp_path)


def test_a_bow_tie_becomes_two_triangles():
    bow_tie = Geometry("Polygon", (((0, 0), (2, 2), (2, 0), (0, 2), (0, 0)),))
    repaired = shapes.union([bow_tie])
    assert_rfc_7946(repaired)
    assert drawn(repaired).area == pytest.approx(2)

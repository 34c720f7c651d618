"""Layers, looks, queries and GeoJSON of a document."""

import dataclasses
import json
from datetime import date

import pytest

from geo.model import Geometry
from layers import citations
from layers.build import build, slug, view
from layers.errors import ExportError
from layers.export.geojson import collection
from layers.export.geometry import geometry_object, geometry_text, write
from layers.model import Annotation, View
from layers.query import Query, select
from layers.style import SPEAKER_COLOURS, legend, speaker_styles, style_of


def test_every_annotation_stands_in_one_topic_and_one_speaker(document):
    for annotation in document.annotations:
        homes = [layer for layer in document.layers if annotation.id in layer.annotation_ids]
        assert sorted(layer.kind for layer in homes) == ["speaker", "topic"]


def test_an_annotation_survives_its_flat_form(document):
    for annotation in document.annotations:
        flat = annotation.properties()
        assert list(flat) == sorted(flat)
        assert Annotation.from_properties(flat, annotation.geometry) == annotation


def test_slugs_keep_to_lower_case_ascii():
    assert slug("Médecins Sans Frontières") == "medecins-sans-frontieres"
    assert len(slug("北京")) == 9
    assert slug("北京") != slug("東京")


def test_speakers_who_read_to_the_same_slug_keep_two_layers(document):
    first, second = document.annotations
    other = dataclasses.replace(second, who=second.who._replace(source="The Ministry"))
    layers = [layer.id for layer in build((first, other)) if layer.kind == "speaker"]
    assert layers == ["speaker-the-ministry", "speaker-the-ministry-"]


def test_the_view_has_a_margin_and_knows_when_nothing_is_drawn(document):
    assert view(document.annotations) == View(9.5, 9.5, 12.5, 12.5)
    assert view(document.annotations[1:]) is None


def test_small_islands_far_out_do_not_decide_the_view(document):
    def square(west, south, side):
        east, north = west + side, south + side
        return (((west, south), (east, south), (east, north), (west, north), (west, south)),)

    def seen(*polygons):
        geometry = Geometry("MultiPolygon", polygons)
        return view((dataclasses.replace(document.annotations[0], geometry=geometry),))

    assert seen(square(0, 0, 20), square(40, 40, 0.5)) == view(
        (
            dataclasses.replace(
                document.annotations[0], geometry=Geometry("Polygon", square(0, 0, 20))
            ),
        )
    )
    assert seen(square(0, 0, 20), square(40, 40, 5)).north_lat_deg > 45
    archipelago = [square(3 * n, 0, 0.5) for n in range(20)]
    assert seen(*archipelago).east_lon_deg > 57.5, "where all are small, all are seen"


def test_a_speaker_has_one_hue_and_the_status_decides_the_line(document):
    styles = speaker_styles(document.annotations)
    stated, denied = (style_of(a, styles) for a in document.annotations)
    assert (stated.colour, denied.colour) == SPEAKER_COLOURS[:2]
    assert (stated.dash, denied.dash) == (None, "8 5")
    assert stated.hatch == "diagonal"


def test_speakers_beyond_the_hues_are_told_apart_by_a_pattern(document):
    first = document.annotations[0]
    many = tuple(
        dataclasses.replace(first, who=first.who._replace(source=f"speaker {n}")) for n in range(21)
    )
    styles = speaker_styles(many)
    assert styles["speaker 7"].colour == styles["speaker 0"].colour
    assert (styles["speaker 0"].lap, styles["speaker 7"].lap) == (0, 1)
    assert len({(look.colour, look.lap) for look in styles.values()}) == 21
    assert style_of(many[7], styles).hatch == "diagonal", "the hatch tells of the place alone"


def test_the_legend_counts_the_unplaced(document):
    entries = {(e.kind, e.key): e.count for e in legend(document.annotations)}
    assert entries[("unplaced", "unplaced")] == 1
    assert entries[("geometry", "region")] == 1
    assert entries[("status", "denies")] == 1


@pytest.mark.parametrize(
    ("query", "starts"),
    [
        (Query(), [0, 48]),
        (Query(source="THE MINISTRY"), [0]),
        (Query(stance="denies"), [48]),
        (Query(bbox=(11.0, 11.0, 20.0, 20.0)), [0]),
        (Query(bbox=(-20.0, 0.0, 5.0, 20.0)), []),
        (Query(datetime=(date(2024, 10, 24), None)), [0, 48]),
        (Query(datetime=(date(2024, 10, 25), None)), []),
        (Query(said=(None, date(2024, 10, 23))), []),
        (Query(layer="speaker-officials"), [48]),
        (Query(limit=1), [0]),
    ],
)
def test_a_query_keeps_what_fits(document, query, starts):
    assert [a.anchor.start for a in select(document, query)] == starts


def test_an_unknown_layer_is_an_error(document):
    with pytest.raises(KeyError):
        select(document, Query(layer="speaker-nobody"))


def test_geojson_carries_sourcing_in_properties_and_null_for_the_unplaced(document):
    data = json.loads(collection(document))
    placed, unplaced = data["features"]
    assert placed["geometry"]["type"] == "Polygon"
    assert unplaced["geometry"] is None
    assert unplaced["properties"]["relations"] == "denies:c000"
    assert placed["properties"]["publisher"] == "The <b>Post</b>"
    assert data["bbox"] == [10.0, 10.0, 12.0, 12.0]
    assert data["counts"]["unplaced"] == 1
    assert "crs" not in data
    text = document.articles[0].text
    for feature in data["features"]:
        own = feature["properties"]
        assert text[own["start"] : own["end"]] == own["quote"]


def test_the_same_document_gives_the_same_bytes(document):
    assert collection(document) == collection(document)


def test_a_nan_never_reaches_the_output(document):
    first = document.annotations[0]
    bad = dataclasses.replace(first, how_many=first.how_many._replace(quantity=float("nan")))
    with pytest.raises(ExportError, match="quantity is nan"):
        collection(document, [bad])


@pytest.mark.parametrize("position", [(181.0, 0.0), (0.0, 91.0), (float("nan"), 0.0)])
def test_a_position_off_the_globe_is_an_error(position):
    with pytest.raises(ExportError, match="no longitude and latitude"):
        geometry_object(Geometry("Point", position))


def test_coordinates_have_five_decimals_and_no_negative_zero():
    point = Geometry("Point", (-0.0000001, 51.1234567))
    assert json.dumps(geometry_object(point)["coordinates"]) == "[0.0, 51.12346]"


@pytest.mark.parametrize(
    ("corner", "written"),
    [
        ((-75.12345, -12.5), "[-75.12345,-12.5]"),
        ((20, 10), "[20.0,10.0]"),
        ((20.123456, 10.5), "[20.12346,10.5]"),
        ((20.5, -0.0), "[20.5,0.0]"),
        ((0.00000012, 1e-9), "[0.0,0.0]"),
        ((20.5, 10.5, 250.0), "[20.5,10.5]"),
    ],
)
def test_whatever_the_numbers_two_of_five_decimals_are_written(corner, written):
    ring = ((0.5, 0.5), corner, (1.5, 1.5), (0.5, 0.5))
    text = geometry_text(Geometry("Polygon", (ring,)))
    expected = f'{{"coordinates":[[[0.5,0.5],{written},[1.5,1.5],[0.5,0.5]]],"type":"Polygon"}}'
    assert text.decode() == expected


def test_an_outline_is_written_once_and_no_other_is_taken_for_it():
    def square(west):
        ring = tuple((west + x, y + 0.5) for x, y in ((0, 0), (0.5, 0), (0.5, 1), (0, 1), (0, 0)))
        return Geometry("Polygon", (ring,))

    kept = square(10.25)
    assert write(kept) is write(kept)
    # The number of an object that is gone is given to another one.
    for west in range(-150, 150):
        for away in (0.125, 0.25):
            shape = square(west + away)
            assert write(shape).text == geometry_text(shape)
            assert write(shape).box == (west + away, 0.5, west + away + 0.5, 1.5)
    assert write(kept).text == geometry_text(kept)


@pytest.mark.parametrize("bad", [(1.0, float("nan")), (181.0, 2.0), (3.0, -float("inf"))])
def test_one_corner_off_the_globe_is_an_error_wherever_it_stands(bad):
    for line in (((0.0, 0.0), bad), (bad, (0.0, 0.0))):
        with pytest.raises(ExportError, match="no longitude and latitude"):
            geometry_text(Geometry("LineString", line))


def test_a_citation_names_speaker_words_outlet_and_hash(document):
    line = citations.cite(document, document.annotations[0])
    assert line.startswith("the ministry: “Two camps stand in Elbonia, the ministry said.”")
    assert "The <b>Post</b>, 2024-10-24" in line
    assert document.articles[0].sha256[:12] in line


def test_a_geodataframe_has_a_row_an_annotation(document):
    from layers.export.frame import to_geodataframe

    frame = to_geodataframe(document)
    assert frame.crs.to_epsg() == 4326
    assert list(frame["claim_id"]) == ["c000", "c048"]
    assert frame.geometry.iloc[0].area == pytest.approx(2.0)
    assert frame.geometry.iloc[1] is None

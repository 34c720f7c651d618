import json
import zipfile

import pytest

from geo import shapes
from geo.boundaries import Boundaries
from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer
from geo.gazetteer.importers import (
    Imports,
    import_file,
    imported,
    remove_import,
    tell_format,
)
from geo.gazetteer.world import build, check

HAMLET = (
    "900000001\tKlukvino\tKlukvino\tKlyukvino,Клюквино\t51.8\t36.3\tP\tPPL\tRU\t\t41\t\t\t\t"
    "120\t\t180\tEurope/Moscow\t2024-01-01"
)
HILL = (
    "900000002\tBald Hill\tBald Hill\t\t51.9\t36.4\tT\tHLL\tRU\t\t41\t\t\t\t"
    "0\t\t200\tEurope/Moscow\t2024-01-01"
)
SQUARE = [[[36.0, 51.0], [37.0, 51.0], [37.0, 52.0], [36.0, 52.0], [36.0, 51.0]]]


def area(name, coordinates, **facts):
    return {
        "type": "Feature",
        "properties": {"name": name, **facts},
        "geometry": {"type": "Polygon", "coordinates": coordinates},
    }


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": features}, indent=1)


@pytest.fixture
def entries():
    """All entries of what a folder has taken in."""

    def read(folder):
        imports = Imports(folder)
        found = {entry.place.id: entry for entry in imports.entries()}
        imports.close()
        return found

    return read


def test_a_geonames_dump_brings_places_with_their_names(tmp_path, entries):
    dump = tmp_path / "RU.txt"
    dump.write_text(f"{HAMLET}\n{HILL}\n", "utf-8")
    done = import_file(tmp_path, dump, source="GeoNames", licence="CC BY 4.0")
    assert (done.format, done.places, done.names, done.bad) == ("geonames", 2, 4, 0)
    hamlet = entries(tmp_path)["gn:900000001"]
    assert (hamlet.place.latitude_deg, hamlet.place.longitude_deg) == (51.8, 36.3)
    assert (hamlet.place.admin1_code, hamlet.place.population) == ("41", 120)
    assert [(name.name, name.lang) for name in hamlet.names] == [
        ("Klukvino", "und-Latn"),
        ("Klyukvino", "und-Latn"),
        ("Клюквино", "und-Cyrl"),
    ]
    assert entries(tmp_path)["gn:900000002"].place.precision == "point"


def test_a_zipped_dump_is_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "RU.zip", "w") as archive:
        archive.writestr("readme.txt", "columns")
        archive.writestr("RU.txt", f"{HAMLET}\n")
    assert import_file(tmp_path, tmp_path / "RU.zip").places == 1


def test_alternate_names_come_without_codes_and_links(tmp_path):
    rows = [
        "1\t538560\tuk\tКурськ\t1\t\t\t\t\t",
        "2\t538560\tlink\thttps://example.org/kursk\t\t\t\t\t\t",
        "3\t538560\tiata\tURS\t\t\t\t\t\t",
        "4\t538560\tde\tKursk an der Tuskar\t\t\t\t1\t\t",
    ]
    (tmp_path / "alternateNamesV2.txt").write_text("\n".join(rows) + "\n", "utf-8")
    done = import_file(tmp_path, tmp_path / "alternateNamesV2.txt")
    assert (done.places, done.names) == (0, 2)
    imports = Imports(tmp_path)
    assert [(one.name, one.lang, one.kind) for one in imports.names("gn:538560")] == [
        ("Курськ", "uk", "preferred"),
        ("Kursk an der Tuskar", "de", "historical"),
    ]
    imports.close()


def test_admin_codes_bring_divisions_without_points(tmp_path, entries):
    rows = "RU.41.539000\tKurskiy Rayon\tKurskiy Rayon\t900000003\n"
    (tmp_path / "admin2Codes.txt").write_text(rows, "utf-8")
    import_file(tmp_path, tmp_path / "admin2Codes.txt", format="geonames")
    place = entries(tmp_path)["gn:900000003"].place
    assert (place.feature_code, place.latitude_deg, place.precision) == ("ADM2", None, "region")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("one\ttwo", "line 2: 2 columns, 19 expected"),
        (HAMLET.replace("51.8", "95"), "line 2: latitude 95.0, longitude 36.3 lie off the earth"),
        (HAMLET.replace("51.8", "nan"), "line 2: latitude nan"),
        (HAMLET.replace("51.8", "north"), "line 2: latitude 'north'"),
        (HAMLET.replace("900000001", "9e8"), "line 2: the geonameid '9e8' is no whole number"),
        (HAMLET.replace("\t120\t", "\tmany\t"), "line 2: the population 'many'"),
        (HAMLET.replace("Klukvino", " "), "line 2: the name is empty"),
        (HILL, "line 2: the id gn:900000002 stands on a row before"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_nothing_is_taken_in(tmp_path, line, said):
    dump = tmp_path / "RU.txt"
    dump.write_text(f"{HILL}\n{line}\n", "utf-8")
    with pytest.raises(GazetteerError, match=f"1 bad row, nothing was taken in: {said}"):
        import_file(tmp_path, dump)
    assert imported(tmp_path) == ()
    assert list((tmp_path / "gazetteer" / "imports").iterdir()) == []


def test_bad_rows_may_be_left_out(tmp_path):
    dump = tmp_path / "RU.txt"
    dump.write_text(f"{HAMLET}\nbroken\n{HILL}\n", "utf-8")
    done = import_file(tmp_path, dump, skip_bad=True)
    assert (done.places, done.bad) == (2, 1)
    assert [error.line for error in done.errors] == [2]


def test_a_table_needs_names_and_degrees(tmp_path, entries):
    table = tmp_path / "my places.csv"
    table.write_text(
        "Name,Lat,Lon,id,alternatenames,country_code\n"
        '"Old Mill",51.7,36.2,mill,"The Mill|Стара млин",ru\n'
        "Second,1,2,,,\n",
        "utf-8",
    )
    done = import_file(tmp_path, table)
    assert (done.name, done.places) == ("my-places", 2)
    mill = entries(tmp_path)["my-places:mill"]
    assert (mill.place.name, mill.place.country_code) == ("Old Mill", "RU")
    assert [name.name for name in mill.names] == ["Old Mill", "The Mill", "Стара млин"]
    assert "my-places:2" in entries(tmp_path)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("name,x\nA,1\n", "line 1: no column latitude and longitude"),
        ("name,lat,lon\n,1,2\n", "line 2: the name is empty"),
        ("name,lat,lon\nA,36,251\n", "line 2: latitude 36.0, longitude 251.0 lie off"),
        ("name,lat,lon,country_code\nA,1,2,RUS\n", "line 2: the country code 'RUS'"),
        ("name,lat,lon,precision\nA,1,2,exact\n", "line 2: the precision 'exact'"),
    ],
)
def test_a_table_row_that_cannot_be_used_is_named(tmp_path, rows, said):
    (tmp_path / "t.csv").write_text(rows, "utf-8")
    with pytest.raises(GazetteerError, match=said):
        import_file(tmp_path, tmp_path / "t.csv")


def test_whos_on_first_brings_languages_as_bcp_47(tmp_path, entries):
    facts = {
        "wof:id": 101752787,
        "wof:name": "Kursk",
        "wof:placetype": "locality",
        "wof:country": "RU",
        "wof:population": 409431,
        "wof:concordances": {"gn:id": 538560},
        "geom:latitude": 51.7,
        "geom:longitude": 36.2,
        "name:rus_x_preferred": ["Курск"],
        "name:ukr_x_variant": ["Курськ"],
        "edtf:deprecated": "uuuu",
    }
    old = dict(facts, **{"wof:id": 2, "mz:is_current": 0})
    folder = tmp_path / "whosonfirst"
    for one in (facts, old):
        file = folder / str(one["wof:id"]) / f"{one['wof:id']}.geojson"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({"type": "Feature", "properties": one}), "utf-8")
    assert tell_format(folder) == "wof"
    assert import_file(tmp_path, folder).places == 1
    found = entries(tmp_path)["wof:101752787"]
    assert found.place.geonameid == 538560
    assert {(name.name, name.lang) for name in found.names} >= {("Курск", "ru"), ("Курськ", "uk")}


def test_linked_places_bring_their_names(tmp_path, entries):
    feature = {
        "@id": "https://example.org/places/7",
        "type": "Feature",
        "properties": {"title": "Chernigov", "ccodes": ["UA"], "fclasses": ["P"]},
        "geometry": {"type": "Point", "coordinates": [31.3, 51.5]},
        "names": [
            {"toponym": "Чернігів", "lang": "uk"},
            {"toponym": "Czernihów", "when": {"timespans": [{"end": {"in": "1793"}}]}},
        ],
    }
    path = tmp_path / "old.json"
    path.write_text(collection(feature), "utf-8")
    assert tell_format(path) == "lpf"
    import_file(tmp_path, path)
    found = entries(tmp_path)["old:7"]
    assert (found.place.longitude_deg, found.place.latitude_deg) == (31.3, 51.5)
    assert [name.kind for name in found.names] == ["preferred", "variant", "historical"]


def test_polygons_come_with_source_licence_and_date(tmp_path, small_core, small_source):
    path = tmp_path / "control.geojson"
    path.write_text(collection(area("Zone held in August", SQUARE, id="aug")), "utf-8")
    with pytest.raises(GazetteerError, match="need a source, a licence and a date"):
        import_file(tmp_path, path)
    import_file(
        tmp_path, path, source="Field Notes", licence="CC0-1.0", as_of="2024-08-20", name="control"
    )
    boundaries = Boundaries.open(data_dir=tmp_path)
    assert shapes.contains(boundaries.geometry("control:aug"), 36.5, 51.5)
    assert boundaries.source("control:aug") == "Field Notes"
    assert boundaries.as_of("control:aug") == "2024-08-20"
    assert "RU" in boundaries
    build(tmp_path, 15000, core=small_core, source=small_source)
    world = Gazetteer.open(tmp_path, core=small_core)
    (place,) = world.places_named("zone held in august")
    assert (place.boundary_id, place.precision) == ("control:aug", "vague_area")
    world.close()


@pytest.mark.parametrize(
    ("feature", "said"),
    [
        ({"type": "Feature", "properties": {"name": "X"}, "geometry": None}, "geometry is None"),
        (area("", SQUARE), "no name in its properties"),
        (area("X", [[[36, 51], [137, 251], [36, 51]]]), "lie off the earth"),
        (area("X", [[[36, 51], [36, 51], [36, 51], [36, 51]]]), "has no area"),
        (area("X", [["a", "b"]]), "'b' is no position"),
        (area("X", [[[36, "b"]]]), "could not convert"),
        (area("X", []), "polygon is empty"),
    ],
)
def test_a_polygon_that_cannot_be_used_is_named(tmp_path, feature, said):
    path = tmp_path / "areas.geojson"
    path.write_text(collection(area("Good", SQUARE), feature), "utf-8")
    with pytest.raises(GazetteerError, match=f"1 bad row.*{said}"):
        import_file(tmp_path, path, source="s", licence="l", as_of="2024-01-01", format="geojson")


def test_a_broken_end_of_a_collection_is_named(tmp_path):
    path = tmp_path / "areas.geojson"
    path.write_text(collection(area("Good", SQUARE), area("Bad", SQUARE))[:-300], "utf-8")
    with pytest.raises(GazetteerError, match="the JSON ends, or is broken, inside this feature"):
        import_file(tmp_path, path, source="s", licence="l", as_of="2024-01-01", format="geojson")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cannot be told"),
        (b"\xff\xfe\x00K", "cannot be read|not UTF-8"),
        (b"just words\n", "cannot be told"),
        (b"\x00\x01\x02", "cannot be told"),
    ],
)
def test_a_file_that_is_no_gazetteer_is_refused(tmp_path, content, said):
    (tmp_path / "f.bin").write_bytes(content)
    with pytest.raises(GazetteerError, match=said):
        import_file(tmp_path, tmp_path / "f.bin")


def test_what_is_not_there_cannot_be_read(tmp_path):
    with pytest.raises(GazetteerError, match="cannot be read"):
        import_file(tmp_path, tmp_path / "missing.txt")


@pytest.mark.parametrize("name", ["../up", "GN", "gn", "a b", ""])
def test_a_name_that_could_leave_its_folder_is_refused(tmp_path, name):
    (tmp_path / "t.csv").write_text("name,lat,lon\nA,1,2\n", "utf-8")
    with pytest.raises(GazetteerError, match="cannot name an import"):
        import_file(tmp_path, tmp_path / "t.csv", name=name or "-")
    with pytest.raises(GazetteerError, match="no import"):
        remove_import(tmp_path, name)


def test_a_date_that_is_none_is_refused(tmp_path):
    (tmp_path / "t.csv").write_text("name,lat,lon\nA,1,2\n", "utf-8")
    with pytest.raises(GazetteerError, match="'August' is no date"):
        import_file(tmp_path, tmp_path / "t.csv", as_of="August")


def test_the_world_holds_imports_under_the_core(tmp_path, small_core, small_source, gazetteer):
    dump = tmp_path / "RU.txt"
    own = HAMLET.replace("900000001", "538560").replace("Klukvino", "Other Kursk")
    dump.write_text(f"{HAMLET}\n{own}\n", "utf-8")
    import_file(tmp_path, dump, source="GeoNames dump", licence="CC BY 4.0")
    build(tmp_path, 15000, core=small_core, source=small_source)
    assert check(tmp_path, small_core) == []
    world = Gazetteer.open(tmp_path, core=small_core)
    assert [place.id for place in world.places_named("клюквино")] == ["gn:538560", "gn:900000001"]
    assert world.place("gn:538560") == gazetteer.place("gn:538560")
    world.close()
    remove_import(tmp_path, "ru")
    assert "outdated: other files were imported" in check(tmp_path, small_core)[0]


def test_an_import_of_the_same_name_is_replaced(tmp_path, entries):
    dump = tmp_path / "RU.txt"
    dump.write_text(f"{HAMLET}\n", "utf-8")
    import_file(tmp_path, dump)
    dump.write_text(f"{HILL}\n", "utf-8")
    import_file(tmp_path, dump)
    assert set(entries(tmp_path)) == {"gn:900000002"}
    assert [one.name for one in imported(tmp_path)] == ["ru"]

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, fold, fold_with_offsets
from geo.gazetteer.core import read_core
from geo.gazetteer.records import prominence

HEADER = (
    "id,geonameid,wikidata_id,name,asciiname,alternatenames,latitude,longitude,feature_class,"
    "feature_code,country_code,country_code_defacto,admin1_code,admin2_code,iso_3166_2,population,"
    "timezone,boundary_id,precision,dispute_note,valid_from,valid_to,source,source_version,licence,"
    "modification_date"
)


def row(place_id, name, lat, lon):
    return f"{place_id},,,{name},{name},,{lat},{lon},P,PPL,RU,RU,41,,,10,,,city,,,,test,1,,"


def starts(folded):
    return [
        at
        for at, char in enumerate(folded)
        if char.isalnum() and (at == 0 or not folded[at - 1].isalnum())
    ]


def names_in(gazetteer, text):
    folded, offsets = fold_with_offsets(text)
    return [
        text[offsets[start] : offsets[end]]
        for start, end in gazetteer.find_names(folded, starts(folded))
    ]


def test_kursk_is_the_oblast_and_the_city(gazetteer):
    found = gazetteer.places_named("kursk")
    assert [(place.id, place.precision) for place in found] == [
        ("gn:538555", "region"),
        ("gn:538560", "city"),
    ]


@pytest.mark.parametrize("name", ["Kyiv", "Kiev", "KYIV", "Київ", "Киев", "Ки\u0456\u0308в"])
def test_kyiv_is_found_by_each_of_its_names(gazetteer, name):
    assert "gn:703448" in {place.id for place in gazetteer.places_named(fold(name))}


def test_georgia_the_country_comes_before_georgia_the_state(gazetteer):
    first, second, *_ = gazetteer.places_named("georgia")
    assert (first.country_code, first.precision) == ("GE", "country")
    assert (second.country_code, second.precision) == ("US", "region")


def test_a_name_that_nobody_has_has_no_places(gazetteer):
    assert gazetteer.places_named("qwrtpsdf") == ()
    assert gazetteer.places_named("") == ()


def test_names_come_back_with_their_languages(gazetteer):
    names = {(name.name, name.lang) for name in gazetteer.names("gn:2017370")}
    assert ("Russia", "en") in names
    assert ("Россия", "ru") in names
    assert ("Russland", "de") in names


def test_an_unknown_id_is_no_place(gazetteer):
    assert gazetteer.place("gn:0") is None
    assert gazetteer.names("gn:0") == ()


def test_the_longest_name_is_found_where_words_end(gazetteer):
    found = names_in(gazetteer, "North Korea sold New York City cheese.")
    assert "North Korea" in found
    assert "New York City" in found
    assert "New York" not in found


def test_a_name_inside_a_word_is_no_name(gazetteer):
    assert "Mali" not in names_in(gazetteer, "The Malian army and Malis stood by.")


def test_a_name_before_an_apostrophe_is_found(gazetteer):
    assert names_in(gazetteer, "Russia\u2019s army") == ["Russia"]


def test_a_name_broken_by_a_line_end_is_found_whole(gazetteer):
    assert "South\nSudan" in names_in(gazetteer, "in South\nSudan today")


def test_chinese_names_end_without_a_blank(gazetteer):
    assert names_in(gazetteer, "北京說") == ["北京"]


def test_names_at_gives_every_length_longest_first(gazetteer):
    ends = gazetteer.names_at("north korea said", 0)
    assert ends[0] == len("north korea")
    assert ends == sorted(ends, reverse=True)


def test_countries_and_divisions_are_found_by_code(gazetteer):
    assert gazetteer.country("KP").name == "North Korea"
    assert gazetteer.country("XX") is None
    assert gazetteer.admin1("RU", "41").id == "gn:538555"
    assert gazetteer.admin1("RU", "??") is None
    assert gazetteer.capital("KP").name == "Pyongyang"
    assert gazetteer.capital("AQ") is None


def test_every_country_has_a_point(gazetteer, core):
    entries, _ = read_core(core)
    countries = {
        entry.place.country_code
        for entry in entries
        if entry.place.precision == "country" and entry.place.feature_code == "PCLI"
    }
    assert len(countries) > 190
    for code in countries:
        assert gazetteer.country(code).latitude_deg is not None


def test_kursk_lies_in_its_oblast_and_that_in_russia(gazetteer):
    oblast = gazetteer.parent(gazetteer.place("gn:538560"))
    assert oblast.id == "gn:538555"
    country = gazetteer.parent(oblast)
    assert country.country_code == "RU"
    assert gazetteer.parent(country) is None


def test_crimea_is_ukraine_to_the_un_and_russia_de_facto(gazetteer, gazetteer_dir, core):
    crimea = gazetteer.admin1("UA", "11")
    assert gazetteer.country_code(crimea) == "UA"
    defacto = Gazetteer.open(gazetteer_dir, core_only=True, worldview="defacto", core=core)
    assert defacto.country_code(crimea) == "RU"
    defacto.close()


def test_a_bloc_has_no_precision_and_nothing_to_draw(gazetteer):
    (west,) = gazetteer.region("the west")
    assert (west.sense, west.precision, west.composition) == ("bloc", "none", None)


def test_a_curated_region_knows_what_it_is_made_of(gazetteer):
    (donbas,) = gazetteer.region("donbas")
    assert donbas.composition == "union:UA.05 UA.14"
    assert donbas.boundary_id == donbas.id


def test_a_city_is_no_region(gazetteer):
    assert gazetteer.region("kursk") == ()


def test_postal_abbreviations_stand_for_their_states(gazetteer):
    assert [place.name for place in gazetteer.abbreviation("tx")] == ["Texas"]


def test_the_kremlin_stands_for_the_government_of_russia(gazetteer):
    ((place, kind),) = gazetteer.metonym("kremlin")
    assert (place.country_code, kind) == ("RU", "building")
    assert "Russia" in gazetteer.government("kremlin")
    assert gazetteer.government("kursk") is None


def test_georgians_are_of_the_country_or_of_the_state(gazetteer):
    found = {(place.country_code, kind) for place, kind in gazetteer.demonym("georgians")}
    assert found == {("GE", "people"), ("US", "people")}


def test_what_is_near_comes_nearest_first(gazetteer):
    (first, first_km), (_, second_km), *_ = gazetteer.near(36.19, 51.73, 5, 500)
    assert first.id == "gn:538560"
    assert first_km < 2
    assert first_km <= second_km


def test_what_is_near_the_antimeridian_lies_on_both_sides(gazetteer):
    found = gazetteer.near(179.9, -17.5, 10, 1500)
    lons = [place.longitude_deg for place, _km in found]
    assert min(lons) < 0 < max(lons)


def test_nothing_is_near_the_middle_of_the_ocean(gazetteer):
    assert gazetteer.near(-140.0, -40.0, 5, 100) == ()


def test_a_typed_name_is_found_exactly_by_variant_and_misspelt(gazetteer):
    assert gazetteer.search("Kursk")[0].match == "exact"
    assert gazetteer.search("Kiev")[0].match == "variant"
    assert gazetteer.search("Vladivostock") == ()
    (found, *_) = gazetteer.search("Vladivostock", fuzzy=True)
    assert (found.place.name, found.match, found.edits) == ("Vladivostok", "fuzzy", 1)


def test_a_typed_name_is_found_in_a_country_and_near_a_point(gazetteer):
    assert {found.place.country_code for found in gazetteer.search("Georgia", country="us")} == {
        "US"
    }
    london = gazetteer.search("London", near=(-81.0, 43.0))[0].place
    assert london.country_code == "CA"


def test_a_beginning_finds_what_goes_on_from_it(gazetteer):
    found = gazetteer.search("Pyongya", fuzzy=True)
    assert any(one.place.name == "Pyongyang" and one.match == "prefix" for one in found)


def test_an_empty_name_finds_nothing(gazetteer):
    assert gazetteer.search(" ") == ()


def test_without_the_world_the_core_says_so(gazetteer_dir, core):
    gazetteer = Gazetteer.open(gazetteer_dir, core=core)
    assert gazetteer.is_core_only
    (warning,) = gazetteer.warnings
    assert "not built" in warning
    assert "dateline gazetteer build" in warning


def test_asked_for_the_core_alone_it_has_nothing_to_warn_of(gazetteer, core):
    assert gazetteer.warnings == ()
    assert gazetteer.version.startswith("core-")


def test_the_core_answers_where_nothing_can_be_written(tmp_path, core):
    (tmp_path / "gazetteer").write_text("a file where a folder should be", "utf-8")
    gazetteer = Gazetteer.open(tmp_path, core_only=True, core=core)
    assert gazetteer.country("RU").name == "Russia"
    gazetteer.close()


def test_a_damaged_index_of_the_core_is_written_anew(tmp_path, core):
    Gazetteer.open(tmp_path, core_only=True, core=core).close()
    (trie,) = tmp_path.glob("gazetteer/core-*/names.marisa")
    trie.write_bytes(trie.read_bytes()[:100])
    gazetteer = Gazetteer.open(tmp_path, core_only=True, core=core)
    assert gazetteer.places_named("pyongyang")
    gazetteer.close()


def test_an_edited_core_is_read_anew(tmp_path):
    core = tmp_path / "core"
    core.mkdir()
    table = core / "gazetteer.csv"
    table.write_text(f"{HEADER}\n{row('dl:one', 'Onetown', 51, 36)}\n", "utf-8")
    first = Gazetteer.open(tmp_path, core_only=True, core=core)
    assert first.places_named("onetown")
    table.write_text(f"{HEADER}\n{row('dl:two', 'Twotown', 51, 36)}\n", "utf-8")
    second = Gazetteer.open(tmp_path, core_only=True, core=core)
    assert second.places_named("twotown")
    assert not second.places_named("onetown")
    assert first.version != second.version


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (row("dl:x", "X", 95, 36), "line 2: dl:x lies at latitude 95"),
        (row("dl:x", "X", "north", 36), "line 2: could not convert"),
        (f"{row('dl:x', 'X', 1, 2)}\n{row('dl:x', 'Y', 1, 2)}", "line 3: the id 'dl:x' is taken"),
        ("", "holds no place"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(tmp_path, line, said):
    (tmp_path / "gazetteer.csv").write_text(f"{HEADER}\n{line}\n", "utf-8")
    with pytest.raises(GazetteerError, match=said):
        Gazetteer.open(tmp_path / "data", core_only=True, core=tmp_path)


def test_a_flipped_bit_in_a_record_is_named_and_never_a_wrong_place(tmp_path, core):
    Gazetteer.open(tmp_path, core_only=True, core=core).close()
    (records,) = tmp_path.glob("gazetteer/core-*/places.sqlite")
    content = bytearray(records.read_bytes())
    at = content.index(b"gn:538560Kursk")
    content[at + 9] ^= 1
    records.write_bytes(content)
    gazetteer = Gazetteer.open(tmp_path, core_only=True, core=core)
    with pytest.raises(GazetteerError, match=r"places\.sqlite is damaged.*dateline gazetteer"):
        gazetteer.places_named("kursk")


def test_prominence_puts_countries_before_their_namesakes(gazetteer):
    country, city = gazetteer.country("LU"), gazetteer.capital("LU")
    assert prominence(country) > prominence(city)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_forked_workers_read_the_same_places(gazetteer_dir, core):
    code = (
        "import os, sys; from pathlib import Path; from geo.gazetteer import Gazetteer;"
        "g = Gazetteer.open(Path(sys.argv[1]), core_only=True, core=Path(sys.argv[2]));"
        "g.place('gn:538560'); child = os.fork();"
        "names = [g.names(p.id) for c in 'RU UA FR DE JP CN US BR'.split()"
        " for p in (g.country(c), g.capital(c)) for _ in range(20) if p];"
        "assert len(names) == 320 and all(names);"
        "sys.exit(1 if child and os.waitpid(child, 0)[1] else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(gazetteer_dir), str(core)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_threads_read_the_same_places(gazetteer):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(gazetteer.places_named, ["kursk", "georgia", "london"] * 200))
    assert len({tuple(place.id for place in places) for places in found}) == 3


def test_opening_imports_nothing_heavy():
    code = (
        "import sys; from geo.gazetteer import Gazetteer; from geo.boundaries import Boundaries;"
        "import geo.footprint;"
        "heavy = {'numpy', 'shapely', 'pandas', 'geopandas', 'folium', 'flask', 'pyproj'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

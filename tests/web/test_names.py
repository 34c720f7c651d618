"""Places are called what the reader calls them, with the names of those who live there beside."""

import pytest

from geo.model import PlaceName
from layers.model import PlaceRecord
from web import language, names

SAMPLE = "/maps/nk-soldiers-kursk"


def record(**given) -> PlaceRecord:
    known = {
        "id": "gn:1", "name": "Somewhere", "precision": "city", "country_code": None,
        "longitude_deg": None, "latitude_deg": None, "geonameid": None, "wikidata_id": None,
        "names": (),
    }  # fmt: skip
    return PlaceRecord(**{**known, **given})


RUSSIA = record(
    name="Russia",
    precision="country",
    country_code="RU",
    longitude_deg=100.0,
    latitude_deg=60.0,
    geonameid=2017370,
    names=(
        PlaceName("Russia", "en", "preferred"),
        PlaceName("Росія", "uk", "preferred"),
        PlaceName("Россия", "ru", "preferred"),
        PlaceName("روسيا", "ar", "preferred"),
        PlaceName("Mother Russia", "en", "variant"),
        PlaceName("ሩሲያ", "und-Ethi", "variant"),
    ),
)


def test_a_country_is_called_as_the_reader_calls_it_with_its_own_name_beside():
    (own,) = names.beside(RUSSIA)
    assert (names.shown(RUSSIA), own.names, own.lang, own.label) == (
        "Russia",
        ("Россия",),
        "ru",
        "Russian",
    )
    with language.speaking("uk"):
        assert names.shown(RUSSIA) == "Росія"
        assert [line.names for line in names.beside(RUSSIA)] == [("Russia",), ("Россия",)]


def test_a_capital_is_known_by_the_name_of_its_time_zone():
    kyiv = record(name="Kyiv", country_code="UA")
    with language.speaking("uk"):
        assert names.shown(kyiv) == "Київ"
    assert names.called(record(name="Kyiv", country_code="US"), "uk") is None
    assert names.called(record(name="Kyiv", country_code="UA", precision="region"), "uk") is None


def test_a_division_is_called_by_cldr_or_at_least_its_kind_is():
    kursk = record(id="gn:538555", name="Kursk Oblast", precision="region", country_code="RU")
    county = record(id="fips:13049", name="Charlton County", precision="district")
    town = record(id="gn:1", name="Orange County", precision="city")
    with language.speaking("uk"):
        assert names.shown(kursk) == "Курська область"
        assert names.of_place("Kursk Oblast", kursk).name == "Курська область"
        assert names.shown(county) == "Округ Charlton"
        assert names.shown(town) == "Orange County"
    assert names.shown(kursk) == "Kursk Oblast"


def test_a_town_that_is_printed_in_another_script_is_called_in_english_on_an_english_page():
    cairo = record(
        name="Cairo",
        country_code="EG",
        names=(PlaceName("القاهرة", "und-Arab", "variant"), PlaceName("Le Caire", "fr", "variant")),
    )
    assert names.of_place("القاهرة", cairo).name == "Cairo"
    assert names.of_place("Le Caire", cairo).name == "Le Caire"


def test_of_a_name_whose_language_is_unknown_only_the_script_is_told():
    kursk = record(
        name="Kursk",
        country_code="RU",
        names=(
            PlaceName("Курск", "und-Cyrl", "variant"),
            PlaceName("كورسك", "und-Arab", "variant"),
        ),
    )
    (own,) = names.beside(kursk)
    assert (own.lang, own.is_language, own.label) == ("und-Cyrl", False, "Cyrillic script")
    assert [line.lang for line in names.lines(kursk)] == ["und-Arab", "und-Cyrl"]


def test_too_many_names_in_one_script_are_left_to_the_list():
    many = tuple(PlaceName(f"Курс{c}", "und-Cyrl", "variant") for c in "абвг")
    assert names.beside(record(country_code="RU", names=many)) == ()
    assert len(names.lines(record(country_code="RU", names=many))[0].names) == 4


def test_languages_come_before_scripts_and_each_line_says_its_direction():
    lines = names.lines(RUSSIA)
    assert [line.is_language for line in lines] == [True] * 4 + [False]
    assert {line.lang: line.dir for line in lines}["ar"] == "rtl"


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("ar", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("und-Hebr", "rtl"), ("und-Thaa", "rtl"),
     ("uk", "ltr"), ("und-Hani", "ltr"), ("zh-Hant", "ltr"), ("nonsense", "ltr")],
)  # fmt: skip
def test_the_direction_is_that_of_the_script(tag, direction):
    assert names.direction(tag) == direction


def test_an_area_is_looked_at_elsewhere_without_a_marker_and_what_has_no_record_is_not():
    addresses = [way.address for way in names.elsewhere(RUSSIA)]
    assert addresses == [
        "https://www.openstreetmap.org/#map=4/60.0000/100.0000",
        "https://www.geonames.org/2017370",
    ]
    assert names.elsewhere(record(longitude_deg=1.0, latitude_deg=2.0)) == ()
    assert names.elsewhere(record(wikidata_id="javascript:alert(1)")) == ()
    (way,) = names.elsewhere(record(wikidata_id="Q159"))
    assert way.address == "https://www.wikidata.org/wiki/Q159"


def test_a_part_of_a_country_is_not_called_by_the_whole_s_name():
    with language.speaking("uk"):
        part = names.of_place("eastern Russia", RUSSIA)
        assert (part.name, part.beside, part.elsewhere) == ("Схід Росії", (), ())
        assert names.of_place("Russia", RUSSIA).name == "Росія"


def test_the_list_of_places_has_names_spellings_claims_and_ways(client):
    page = client.get(f"{SAMPLE}/places").text
    assert '<bdi lang="uk" dir="ltr">Україна</bdi>' in page
    assert '<bdi lang="he" dir="rtl">' in page
    assert '“<bdi lang="en">Kursk region</bdi>” <span class="muted">×2</span>' in page
    assert 'href="https://www.geonames.org/2017370" rel="noopener noreferrer nofollow"' in page
    assert f'href="{SAMPLE}?claim=' in page


def test_the_cards_name_places_in_the_language_of_the_page(client):
    page = client.get(f"{SAMPLE}?lang=uk").text
    assert "<b><bdi>Північна Корея</bdi></b>" in page
    assert '<bdi lang="ko" dir="ltr">북한</bdi>' in page


def test_a_map_without_records_says_how_to_get_them(client):
    assert "read it again to have them" in client.get("/maps/camps/places").text


def test_the_map_writes_places_and_countries_in_the_language_of_the_page(client):
    drawn = client.get(f"{SAMPLE}/drawing.json", query_string={"lang": "uk"}).json["shapes"][
        "place"
    ]
    assert "Росія" in drawn
    assert {"Схід Росії", "Курська область", "Далекий Схід Росії"} <= set(drawn)
    ground = client.get("/basemap.geojson", query_string={"lang": "uk"}).json["features"]
    names = {f["properties"]["id"]: f["properties"]["name"] for f in ground}
    assert names["RU"] == "Росія"
    plain = client.get("/basemap.geojson").json["features"]
    assert {f["properties"]["id"]: f["properties"]["name"] for f in plain}["RU"] == "Russia"
    assert [f["geometry"] for f in plain] == [f["geometry"] for f in ground]

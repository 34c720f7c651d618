"""Which words are places, and of which kind. Sentences are our own; ids are GeoNames'."""

import pytest

from geo.geoparser import locate

RUSSIA, UKRAINE, NORTH_KOREA = "gn:2017370", "gn:690791", "gn:1873107"
UNITED_STATES, FRANCE = "gn:6252001", "gn:3017382"


def found(gazetteer, text):
    """(words, kind, place id) of everything that is located."""
    return [
        (item.toponym.text, item.toponym.kind, item.place.id if item.place else None)
        for item in locate(text, gazetteer).resolutions
    ]


def words(gazetteer, text):
    return [text for text, _kind, _place in found(gazetteer, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Jordan said he would not run again, and Mrs Jordan agreed.",
        "Paris Hilton opened the fair.",
        "The mayor thanked coach Austin Hill.",
        "Chelsea Clinton and Israel Katz spoke on Tuesday in May.",
        "The Washington Post reported it first.",
        "On Sunday the march in March was over.",
        "He likes reading, and a mobile of nice orange paper hangs in his bath.",
    ],
)
def test_persons_newspapers_calendars_and_common_words_are_no_places(gazetteer, text):
    assert found(gazetteer, text) == []


def test_a_town_in_the_name_of_its_newspaper_is_like_a_demonym(gazetteer):
    text = "The council of Gaborone met, the Gaborone Courier reported."
    assert found(gazetteer, text)[-1][:2] == ("Gaborone", "demonym")


def test_names_with_an_apostrophe_inside_are_whole(gazetteer):
    assert found(gazetteer, "Shells fell on Sana’a and N’Djamena.") == [
        ("Sana’a", "literal", "gn:71137"),
        ("N’Djamena", "literal", "gn:2427123"),
    ]


def test_a_country_within_a_hyphenated_name_has_no_capital(gazetteer):
    text = "Storms reached Kenya and Sudan-Orvel, and in the capital trees fell."
    assert found(gazetteer, text)[-1] == ("the capital", "anaphor", "gn:184745")


def test_the_capital_is_that_of_the_country_named_last(gazetteer):
    text = "Storms reached Kenya, and in the capital trees fell."
    assert found(gazetteer, text)[-1] == ("the capital", "anaphor", "gn:184745")


@pytest.mark.parametrize(
    "text",
    [
        "Police stopped a Toyota with ivory in Lusaka.",
        "Police in Lusaka found two Toyota pickups and a Lincoln.",
        "Tailings Dam Bursts In Lusaka\n\nThe tailings flowed through Lusaka on Monday.",
    ],
)
def test_makes_of_cars_and_words_of_headlines_are_no_towns(gazetteer, text):
    assert set(words(gazetteer, text)) == {"Lusaka"}


def test_a_town_of_a_make_is_a_town_where_it_holds_something(gazetteer):
    assert words(gazetteer, "Strikers marched in Toyota, Japan.") == ["Toyota", "Japan"]


@pytest.mark.parametrize(
    ("text", "words", "capital"),
    [
        (
            "Germany and Russia objected. Nine hundred marched in the capital.",
            "the capital",
            "Sofia",
        ),
        (
            "Germany objected. Nine hundred people marched outside parliament.",
            "parliament",
            "Sofia",
        ),
        ("Thousands sat in front of the parliament building.", "the parliament", "Sofia"),
        ("In Uganda, hundreds marched outside parliament.", "parliament", "Kampala"),
        ("Parliament voted. A bill before parliament failed.", "parliament", None),
        ("They marched outside parliament in Accra.", "parliament", None),
    ],
)
def test_the_capital_is_that_of_the_land_the_report_is_about(gazetteer, text, words, capital):
    text = f"Bulgarian Premier Quits\n\nBulgaria's premier resigned on Monday.\n\n{text}"
    meant = [r.name for r in locate(text, gazetteer).resolutions if r.toponym.text == words]
    assert meant == ([] if capital is None else [capital])


def test_counties_of_a_list_are_counties(gazetteer):
    text = "The governor of Georgia named Charlton, Clinch and Ware counties."
    counties = [item for item in locate(text, gazetteer).resolutions if item.place.admin2_code]
    assert [item.place.id for item in counties] == ["fips:13049", "fips:13065", "fips:13299"]


def test_according_to_a_capital_is_a_government(gazetteer):
    text = "The missile flew far, according to Seoul."
    assert found(gazetteer, text) == [("Seoul", "metonym", "gn:1835848")]


def test_a_ministry_of_a_country_speaks_and_not_the_country(gazetteer):
    text = "The health ministry of Chad said so."
    assert [kind for _, kind, _ in found(gazetteer, text)] == ["literal"]


def test_a_surname_that_the_text_has_introduced_is_no_place(gazetteer):
    text = "Ann Houston won the race. Houston trained for two years."
    assert words(gazetteer, text) == []


def test_a_demonym_is_returned_with_its_country(gazetteer):
    text = "Two French engineers met North Korean officials."
    assert found(gazetteer, text) == [
        ("French", "demonym", FRANCE),
        ("North Korean", "demonym", NORTH_KOREA),
    ]


def test_us_is_a_country_and_us_is_a_pronoun(gazetteer):
    text = "They told us that the US and U.S. troops would leave us alone."
    assert [place for _text, _kind, place in found(gazetteer, text)] == [UNITED_STATES] * 2
    assert words(gazetteer, text) == ["US", "U.S."]


def test_a_country_before_a_noun_works_like_a_demonym(gazetteer):
    text = "U.S. officials discussed the Egypt-Sudan dispute with Kenya's Interior Ministry."
    kinds = {words: kind for words, kind, _ in found(gazetteer, text)}
    assert kinds == {"U.S.": "demonym", "Egypt": "demonym", "Sudan": "demonym", "Kenya": "demonym"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nairobi has signed the treaty.", "Nairobi"),
        ("The envoy blamed Ankara for the delay.", "Ankara"),
        ("Negotiators broke off talks with Tehran.", "Tehran"),
        ("Sanctions were imposed by Norway last week.", "Norway"),
        ("Brazil is also facing criticism.", "Brazil"),
        ("Chile: Miners have reached a deal", "Chile"),
    ],
)
def test_a_capital_or_country_that_acts_is_a_metonym(gazetteer, text, name):
    assert [(words, kind) for words, kind, _ in found(gazetteer, text)] == [(name, "metonym")]


def test_both_members_of_an_acting_pair_are_metonyms(gazetteer):
    text = "Both Peru and Bolivia have rejected the map."
    assert [kind for _, kind, _ in found(gazetteer, text)] == ["metonym", "metonym"]


@pytest.mark.parametrize(
    "text", ["Thousands demonstrated in Nairobi.", "The convoy drove from Ankara to Tehran."]
)
def test_where_something_happens_is_literal(gazetteer, text):
    assert {kind for _, kind, _ in found(gazetteer, text)} == {"literal"}


def test_the_region_is_not_the_city_of_its_name(gazetteer):
    text = "Shells fell in the Kursk region, and shops closed in the city of Kursk."
    assert found(gazetteer, text) == [
        ("Kursk region", "literal", "gn:538555"),
        ("Kursk", "literal", "gn:538560"),
    ]


def test_a_compass_part_is_a_vague_region(gazetteer):
    text = "Floods hit northern Chad and eastern Russia."
    assert [(words, kind) for words, kind, _ in found(gazetteer, text)] == [
        ("northern Chad", "vague_region"),
        ("eastern Russia", "vague_region"),
    ]
    north, east = locate(text, gazetteer).resolutions
    assert (north.part, north.precision) == ("north", "vague_area")
    assert east.place.id == "dl:eastern-russia"  # written down: it is not half of the map


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("Gunmen fled to north-eastern Nigeria.", "north-eastern Nigeria", "northeast"),
        ("Rain fell on south-west Syria.", "south-west Syria", "southwest"),
        ("Rain fell on Pakistan's south-western Balochistan province.", "Balochistan", None),
        ("Rain fell on Pakistan’s eastern Punjab province.", "Punjab (Pakistan)", None),
        ("Rain fell on eastern Punjab province.", "eastern Punjab (Pakistan)", "east"),
    ],
)
def test_a_compass_word_may_be_hyphened_and_may_tell_where_a_province_lies(
    gazetteer, text, name, part
):
    last = locate(f"Pakistan had storms. {text}", gazetteer).resolutions[-1]
    assert (last.name, last.part) == (name, part)


def test_a_border_zone_holds_the_two_countries(gazetteer):
    text = "Smugglers cross the Chad-Sudan border area at night."
    zone = next(item for item in locate(text, gazetteer).resolutions if item.partner)
    assert (zone.toponym.text, zone.toponym.kind) == ("Chad-Sudan border area", "vague_region")
    assert (zone.place.country_code, zone.part) == ("TD", "border:SD")
    kinds = {words: kind for words, kind, _ in found(gazetteer, text)}
    assert (kinds["Chad"], kinds["Sudan"]) == ("nested", "nested")


def test_land_occupied_by_another_state_is_one_area(gazetteer):
    text = "Trains run into the Georgian territories occupied by Russia."
    area = next(
        item for item in locate(text, gazetteer).resolutions if item.toponym.kind == "vague_region"
    )
    assert area.toponym.text == "the Georgian territories occupied by Russia"
    assert area.place.country_code == "GE"


def test_a_distance_moves_the_point_and_says_how_far_it_may_be_off(gazetteer):
    (camp,) = locate("The camp lies 30 km north of Nairobi.", gazetteer).resolutions
    assert camp.toponym.text == "30 km north of Nairobi"
    assert (camp.part, camp.precision, camp.uncertainty_km) == ("30 km north", "vague_area", 9.0)
    assert camp.latitude_deg == pytest.approx(camp.place.latitude_deg + 30 / 110.6, abs=0.01)
    assert camp.longitude_deg == pytest.approx(camp.place.longitude_deg, abs=0.01)


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("Gunmen stopped a bus north of Nairobi.", "north of Nairobi", "north side"),
        ("South-east of Nairobi, a dam burst.", "South-east of Nairobi", "southeast side"),
        ("It burned to the west of Nairobi.", "west of Nairobi", "west side"),
    ],
)
def test_beside_a_town_is_an_area_outside_it(gazetteer, text, words, side):
    (area,) = locate(text, gazetteer).resolutions
    assert (area.toponym.text, area.part, area.precision) == (words, side, "vague_area")
    assert area.uncertainty_km == 25.0
    assert area.latitude_deg != area.place.latitude_deg or side == "west side"


@pytest.mark.parametrize(
    ("text", "part"),
    [("Shops burned in the north of Nairobi.", None), ("He lives north of Mali.", None)],
)
def test_the_north_of_a_town_is_in_it_and_a_land_has_no_edge(gazetteer, text, part):
    (found,) = locate(text, gazetteer).resolutions
    assert found.part == part
    assert found.precision in {"city", "country"}


def test_a_border_named_by_one_side_is_the_land_along_it(gazetteer):
    text = "Trucks wait at the Ugandan border. Ugandan border guards let none pass."
    first, second = locate(text, gazetteer).resolutions
    assert (first.toponym.text, first.part, first.precision) == (
        "Ugandan border",
        "near",
        "vague_area",
    )
    assert second.toponym.text == "Ugandan"


@pytest.mark.parametrize(
    "text",
    ["Gunmen attacked Goma’adweyn.", "The convoy left for Goma'adweyn."],
)
def test_the_front_of_a_longer_name_is_no_name(gazetteer, text):
    assert locate(text, gazetteer, unlisted=False).resolutions == ()


def test_a_day_is_no_town_that_is_called_by_it(core_with):
    there = core_with([("gn:2", "6 October", 29.9, 30.9, "EG", "03", 300_000, "October 6")])
    dated = "The patient died on October 6 in Cairo. He was born on 6 October 1970."
    assert {r.toponym.text for r in locate(dated, there).resolutions} == {"Cairo"}


def test_a_road_between_two_towns_lies_in_the_middle(gazetteer):
    text = "Gunmen closed the road between Nairobi and Mombasa."
    road = next(item for item in locate(text, gazetteer).resolutions if item.part == "between")
    assert road.partner.name == "Mombasa"
    assert road.place.latitude_deg > road.latitude_deg > road.partner.latitude_deg


def test_off_the_coast_is_near_the_land(gazetteer):
    (sea,) = locate("A tanker burned off the coast of Yemen.", gazetteer).resolutions
    assert (sea.toponym.text, sea.part) == ("off the coast of Yemen", "near")
    assert sea.uncertainty_km == 100.0


def test_the_region_points_back_to_the_region_and_not_to_what_holds_it(gazetteer):
    text = "Fires burn in the Belgorod region in western Russia. The region has no rain."
    back = locate(text, gazetteer).resolutions[-1]
    assert (back.toponym.text, back.toponym.kind) == ("The region", "anaphor")
    assert (back.place.id, back.precision) == ("gn:578071", "region")


def test_the_region_without_a_region_before_points_nowhere(gazetteer):
    assert words(gazetteer, "Rain fell in Nairobi. The region has had no rain.") == ["Nairobi"]


def test_his_country_is_the_country_the_text_gave_him(gazetteer):
    text = "Kenyan President William Ruto met the French. Ruto said his country would send troops."
    assert found(gazetteer, text)[-1] == ("his country", "anaphor", "gn:192950")


def test_unnamed_sites_lie_in_the_area_and_are_no_pins(gazetteer):
    text = "They train at five camps in northern Chad."
    camps = locate(text, gazetteer).resolutions[0]
    assert (camps.toponym.text, camps.toponym.kind) == ("five camps", "vague_region")
    assert (camps.place.country_code, camps.precision) == ("TD", "vague_area")


def test_the_front_line_is_somewhere_that_the_words_do_not_tell(gazetteer):
    (front,) = locate("More men were sent to the front line.", gazetteer).resolutions
    assert (front.place, front.latitude_deg, front.precision) == (None, None, "none")


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("The wreck lies at 51.7500, 36.1900.", 51.75, 36.19),
        ("It sank at 12.50° S, 45.25° E yesterday.", -12.5, 45.25),
        ("The well is at 51°45'N 36°11'E.", 51.75, 36.18333),
        ("Seen at 50°27'00\"N, 30°31'24\"E.", 50.45, 30.52333),
        ("The grid was 18SUJ2348306479 on the map.", 38.8895, -77.0353),
        ("Meet at 8FVC9G8F+6X in the park.", 47.365590, 8.524997),
    ],
)
def test_coordinates_are_points(gazetteer, text, lat, lon):
    (point,) = locate(text, gazetteer).resolutions
    assert (point.toponym.kind, point.precision, point.place) == ("coordinate", "point", None)
    assert point.latitude_deg == pytest.approx(lat, abs=1e-3)
    assert point.longitude_deg == pytest.approx(lon, abs=1e-3)


def test_versions_and_prices_are_no_coordinates(gazetteer):
    assert found(gazetteer, "Version 1.25, 3.50 dollars, 95.1234, 200.5678.") == []


def test_capitals_all_over_are_read_too(gazetteer):
    assert (
        words(gazetteer, "NAIROBI (Agency) - Rain fell.\n\nTROOPS LEAVE NORTHERN CHAD")[0]
        == "NAIROBI"
    )


def test_places_are_found_in_other_scripts(gazetteer):
    text = "Президент прибыл в Москва. 東京で会議。"
    assert [place for _, _, place in found(gazetteer, text)] == ["gn:524901", "gn:1850147"]


def test_a_bloc_is_a_power_and_an_organisation_is_no_place(gazetteer):
    text = "He blamed the West, and the UN said nothing."
    assert found(gazetteer, text) == [("the West", "metonym", "dl:the-west")]
    assert locate(text, gazetteer).resolutions[0].precision == "none"


def test_a_street_lies_in_the_town_named_beside_it(gazetteer):
    text = "The fire began on Cedar Street, Nairobi. It reached Elm Avenue."
    street, town, avenue = locate(text, gazetteer).resolutions
    assert (street.name, street.place.id, street.part) == (
        "Cedar Street, Nairobi",
        town.place.id,
        "in",
    )
    assert avenue.place.id == town.place.id


def test_a_street_in_a_text_without_towns_is_left_out(gazetteer):
    assert found(gazetteer, "A dog barked on Cedar Street.") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Roads were cut in the north of Bolivia.", "the north of Bolivia", "northern Bolivia"),
        ("Gunmen came to Nigeria’s north-east.", "Nigeria’s north-east", "northeastern Nigeria"),
        ("Rain fell in Nigeria's south on Monday.", "Nigeria's south", "southern Nigeria"),
        ("Rain fell on Nigeria’s south coast.", "Nigeria", "Nigeria"),
    ],
)
def test_the_compass_part_of_a_land_may_be_named_by_a_noun(gazetteer, text, words, name):
    (item,) = locate(text, gazetteer).resolutions
    assert (item.toponym.text, item.name) == (words, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bus crashed in San Miguel de Tucumán.", ["San Miguel de Tucumán"]),
        ("A bus crashed, Miguel de Tucumán said.", []),
    ],
)
def test_a_saint_before_a_first_name_makes_a_town_and_no_person(gazetteer, text, expected):
    assert words(gazetteer, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people died in Eastern Kenya.", ["Eastern Kenya"]),
        ("The Eastern Kenya Power Company has closed.", []),
    ],
)
def test_a_part_of_a_country_may_have_a_capital(gazetteer, text, expected):
    assert words(gazetteer, text) == expected

"""What reports from everywhere brought up: how names stand in print. Sentences are our own."""

import pytest

from geo.footprint import footprint
from geo.geoparser import locate
from geo.recognition.tokens import UNCASED, tokenise


def located(gazetteer, text):
    """(words, place name) of everything that is located."""
    return [
        (item.toponym.text, item.place.name if item.place else None)
        for item in locate(text, gazetteer).resolutions
    ]


def resolved(gazetteer, text, words):
    """The resolution of the first toponym that reads so."""
    return next(item for item in locate(text, gazetteer).resolutions if item.toponym.text == words)


def test_a_longer_name_after_the_article_wins_over_a_shorter_one_with_it(gazetteer):
    text = "The tanker crossed the Gulf of Aden and the Mediterranean Sea."
    assert located(gazetteer, text) == [
        ("the Gulf of Aden", "Gulf of Aden"),
        ("Mediterranean Sea", "Mediterranean Sea"),
    ]


def test_a_division_known_only_by_its_whole_name_is_found(gazetteer):
    text = "Police in Plateau state of Nigeria told reporters so."
    assert located(gazetteer, text)[0] == ("Plateau state", "Plateau State")


def test_a_division_named_like_a_country_is_told_from_what_is_of_the_state(gazetteer):
    assert located(gazetteer, "Gunmen came to Niger state.") == [("Niger state", "Niger State")]
    assert located(gazetteer, "Niger state television said so.") == [("Niger", "Niger")]


def test_a_nickname_does_not_cut_a_person_in_two(gazetteer):
    text = "The trial of Carlos “El Toro” Guadalajara went on; Guadalajara said nothing."
    assert located(gazetteer, text) == []


def test_a_place_that_begins_like_a_person_is_a_place_after_a_direction(gazetteer):
    assert located(gazetteer, "Rain fell near General Santos.") == [
        ("General Santos", "General Santos")
    ]
    assert located(gazetteer, "A portrait of General Santos hung there.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The USS Nairobi left.",
        "Sailors of HMS Lagos sang.",
        "The frigate Bamako and its crew left.",
    ],
)
def test_a_ship_is_not_the_place_it_is_named_after(gazetteer, text):
    assert located(gazetteer, text) == []


def test_part_of_a_name_after_an_arabic_article_is_no_place(gazetteer):
    assert located(gazetteer, "Shells hit the town of Qaret al-Derry at dawn.") == []


def test_members_of_a_list_of_places_are_places(gazetteer):
    bare = "Shops closed early. Bhakkar was calm."
    listed = "Rain fell in Lahore, Bhakkar and Multan."
    assert [words for words, _ in located(gazetteer, listed)] == ["Lahore", "Bhakkar", "Multan"]
    sure = resolved(gazetteer, listed, "Bhakkar").confidence
    assert sure > max(
        (item.confidence for item in locate(bare, gazetteer).resolutions), default=0.0
    )


def test_a_postal_code_alone_means_a_division_that_the_text_names(gazetteer):
    text = "A fire burns in British Columbia. The BC Wildfire Service sent crews."
    assert ("BC", "British Columbia") in located(gazetteer, text)
    assert located(gazetteer, "The BC era ended.") == []


def test_a_long_short_form_stands_alone(gazetteer):
    assert located(gazetteer, "The NSW fire service sent crews.") == [("NSW", "New South Wales")]


def test_what_is_said_of_a_name_is_no_anaphor(gazetteer):
    text = "Nigerian police spoke in Jos, the capital of the state. Mopti is the capital."
    assert "the capital" not in [words for words, _ in located(gazetteer, text)]


def test_a_dateline_is_a_town_and_no_government(gazetteer):
    text = "ZAPORIZHZHIA, Ukraine (AP) — Shells fell in the Zaporizhzhia region at dawn."
    item = resolved(gazetteer, text, "ZAPORIZHZHIA")
    assert (item.place.feature_class, item.toponym.kind) == ("P", "literal")
    assert resolved(gazetteer, text, "Zaporizhzhia region").place.feature_code == "ADM1"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("5km north of Nairobi", "5 km north"),
        ("20 kilometers (12 miles) north-west of Nairobi", "20 km northwest"),
        ("23 nautical miles southeast of Nairobi", "42.6 km southeast"),
        ("three kilometres from Nairobi", "3 km"),
        ("50 km to the east of the city of Nairobi", "50 km east"),
        ("70 km north of the capital Nairobi", "70 km north"),
        ("10 miles north-northeast of Nairobi", "16.1 km north-northeast"),
        ("300 metres outside Nairobi", "0.3 km"),
    ],
)
def test_distances_are_read_as_print_writes_them(gazetteer, words, part):
    item = resolved(gazetteer, f"A camp lies {words}.", words)
    assert (item.place.name, item.part, item.precision) == ("Nairobi", part, "vague_area")


def test_a_distance_is_also_from_a_land_with_the_article(gazetteer):
    words = "10 miles south of the Seychelles"
    item = resolved(gazetteer, f"The trawler sank {words}.", words)
    assert (item.place.name, item.part) == ("Seychelles", "16.1 km south")


def test_the_state_department_is_an_office_of_its_country(gazetteer):
    item = resolved(gazetteer, "The U.S. State Department welcomed the truce.", "U.S.")
    assert (item.place.name, item.toponym.kind) == ("United States", "demonym")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("off the southern coast of Yemen", "off the coast of Yemen"),
        ("off Somalia's northern coast", "off the coast of Somalia"),
        ("off the coast of the Philippines", "off the coast of Philippines"),
        ("near the eastern border with Kenya", "near the border of Kenya"),
        ("near its border with Chad", "near the border of Chad"),
        ("80 km north of Mount Everest", "80 km north of Mount Everest"),
    ],
)
def test_coasts_borders_and_mountains_are_areas_near_a_place(gazetteer, boundaries, words, name):
    item = resolved(gazetteer, f"The storm raged {words} on Monday.", words)
    assert (item.name, item.precision) == (name, "vague_area")
    assert item.uncertainty_km > 0
    drawn = footprint(item, gazetteer, boundaries)
    assert drawn.geometry.type in {"Polygon", "MultiPolygon"}


@pytest.mark.parametrize(
    "words",
    ["Sudan's border with Chad", "Sudanese border with Chad", "Sudan's western border with Chad"],
)
def test_the_border_of_one_country_with_another_is_a_zone(gazetteer, words):
    item = resolved(gazetteer, f"Families camp near {words}.", words)
    assert (item.name, item.part) == ("Sudan-Chad border zone", "border:TD")


def test_coordinates_beside_a_distance_say_it_better(gazetteer):
    text = "The epicentre was 32 km north of Nairobi, at 1.05°S, 36.82°E."
    assert [item.toponym.kind for item in locate(text, gazetteer).resolutions] == [
        "literal",
        "coordinate",
    ]


def test_a_long_distance_says_how_far_apart_places_are(gazetteer):
    text = "The island is 1,400 miles east of Jakarta."
    assert located(gazetteer, text) == [("Jakarta", "Jakarta")]


@pytest.mark.parametrize(
    "text",
    [
        "The bus came from Cascavel, in the state of Parana.",
        "The bus came from Cascavel in Brazil's southern Parana.",
        "The bus came from Cascavel in southern Parana.",
    ],
)
def test_a_name_lies_in_the_division_that_words_put_it_in(gazetteer, text):
    place = resolved(gazetteer, text, "Cascavel").place
    assert (place.country_code, place.admin1_code) == ("BR", "18")


def test_a_division_does_not_gain_over_its_city_by_what_lies_near(gazetteer):
    text = "Troops from Turkey, Syria, Iraq and Georgia met. No word came from Ankara."
    assert resolved(gazetteer, text, "Ankara").place.feature_code == "PPLC"


def test_a_small_town_abroad_is_doubted_where_nothing_points_to_its_country(gazetteer):
    alone = resolved(gazetteer, "Fires burn in Lashkar Gah.", "Lashkar Gah")
    text = "Fires burn in Lashkar Gah. Kenya and Uganda sent help; so did Nairobi and Kampala."
    others = [item.toponym.text for item in locate(text, gazetteer).resolutions]
    assert alone.place.name == "Lashkar Gah"
    assert others == ["Lashkar Gah", "Kenya", "Uganda", "Nairobi", "Kampala"]
    doubted = resolved(gazetteer, text, "Lashkar Gah")
    assert doubted.confidence < alone.confidence
    assert "stranger" in {reason.name for reason in doubted.evidence}


@pytest.mark.parametrize(
    ("text", "words", "place_id"),
    [
        ("A man was hurt in Lincolnshire.", "Lincolnshire", "dl:gb-lincolnshire"),
        ("Kerry County Council met.", "Kerry County", "dl:ie-county-kerry"),
        ("Troops landed on Palawan.", "Palawan", "dl:ph-palawan"),
        ("Fires burn in Gippsland.", "Gippsland", "dl:gippsland"),
        ("Migrants reached Lanzarote.", "Lanzarote", "dl:lanzarote"),
        ("A flight left Heathrow for Nairobi.", "Heathrow", "dl:heathrow-airport"),
        (
            "Rockets hit the Ain al-Asad air base.",
            "Ain al-Asad air base",
            "dl:ain-al-asad-air-base",
        ),
        ("Families fled the Zamzam camp.", "Zamzam camp", "dl:zamzam-camp"),
    ],
)
def test_counties_islands_airports_bases_and_camps_are_known(gazetteer, text, words, place_id):
    found = {item.toponym.text: item.place.id for item in locate(text, gazetteer).resolutions}
    assert found[words] == place_id


def test_a_site_is_drawn_as_the_spot_it_is(gazetteer, boundaries):
    drawn = footprint(
        resolved(gazetteer, "Rockets hit Ain al-Asad air base.", "Ain al-Asad air base"),
        gazetteer,
        boundaries,
    )
    assert (drawn.geometry.type, drawn.role) == ("Point", "label_point")
    assert drawn.reason.startswith("The spot of Ain al-Asad air base")


def test_a_town_lies_in_the_county_beside_it(gazetteer):
    text = "Shots were fired in Derry, County Londonderry."
    item = resolved(gazetteer, text, "Derry")
    assert item.place.country_code == "GB"
    assert "qualified" in {reason.name for reason in item.evidence}


def test_a_name_romanised_otherwise_is_hardly_less_likely(gazetteer):
    usual = resolved(gazetteer, "Shells fell on Kharkiv.", "Kharkiv").confidence
    other = resolved(gazetteer, "Shells fell on Kharkov.", "Kharkov").confidence
    assert other > usual - 0.1


def test_a_part_of_a_town_is_not_its_namesake_elsewhere(gazetteer):
    text = "She lives in the mainly Somali neighbourhood of Derry in Nairobi."
    item = resolved(gazetteer, text, "Derry")
    assert (item.place, item.precision) == (None, "none")


def test_a_capital_near_another_city_stays_the_capital(gazetteer):
    assert resolved(gazetteer, "In Kyiv, near Kharkiv, shops closed.", "Kyiv").place is not None


def test_the_region_is_not_what_merely_lies_off_a_place(gazetteer):
    text = "A ship sank off the coast of Yemen. Aid reached the region."
    assert [words for words, _ in located(gazetteer, text)] == ["off the coast of Yemen"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Θεσσαλονίκη και Πάτρα.", "Thessaloniki"),
        ("В бою под Одеса пал.", "Odesa"),
        ("القدس.", "Jerusalem"),
        ("תל אביב.", "Tel Aviv"),
        ("北京", "Beijing"),
    ],
)
def test_names_are_found_in_the_scripts_that_the_gazetteer_knows(gazetteer, text, name):
    assert name in [place for _, place in located(gazetteer, text)]


def test_words_of_a_script_without_capitals_may_all_begin_a_name():
    assert set(tokenise("გორი და თბილისი 平壌").shapes) == {UNCASED}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They left the province of Sultan Kudarat and came back to Sultan Kudarat.",
            ["Sultan Kudarat", "Sultan Kudarat"],
        ),
        ("Sultan Kudarat said that Sultan Kudarat was his name.", []),
        ("Rain fell off the West Coast of Scotland.", ["off the West Coast of Scotland"]),
        ("Rain fell on Canada's East Coast.", ["Canada"]),
        ("Rain fell on the East Coast.", ["East Coast"]),
    ],
)
def test_towns_called_like_princes_and_the_coasts_of_others(gazetteer, text, found):
    resolutions = locate(text, gazetteer).resolutions
    assert [r.toponym.text for r in resolutions if r.toponym.kind != "nested"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rift Valley fever and West Nile virus were found in Kenya.", ["Kenya"]),
        ("Crimean-Congo hemorrhagic fever and Hong Kong flu were found in Iraq.", ["Iraq"]),
        ("Japanese encephalitis and Middle East respiratory syndrome spread.", []),
        ("In Hong Kong the flu spread.", ["Hong Kong"]),
        ("Ships lay in the Strait of Kowloon and the Gulf of Finland.", ["the Gulf of Finland"]),
    ],
)
def test_diseases_and_waters_named_after_places_are_not_these(gazetteer, text, found):
    assert [item.toponym.text for item in locate(text, gazetteer).resolutions] == found


def test_a_dateline_in_capitals_may_be_a_state(gazetteer):
    found = locate("RIO GRANDE DO SUL: Rain fell in Brazil on Monday.", gazetteer).resolutions
    assert next(item.name for item in found) == "Rio Grande do Sul"


def test_kurdistan_beside_iraq_is_its_region(gazetteer):
    found = locate("In Erbil, Iraq, they spoke of Kurdistan.", gazetteer).resolutions
    assert [item.name for item in found][-1] == "Kurdistan Region of Iraq"


def test_one_foreigner_does_not_move_the_capital(gazetteer):
    text = "In Angola a French nurse fell ill. In the capital all was quiet."
    assert locate(text, gazetteer).resolutions[-1].name == "Luanda"

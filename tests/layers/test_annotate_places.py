"""Places against what the text itself calls them, and which lies within which."""

import pytest

from geo.model import Candidate, Place, Resolution, Toponym
from layers.containment import holds, is_finer
from layers.marks import Marker
from layers.naming import Names
from layers.typed import as_typed
from layers.unlocated import unlocated
from reading.article import read_article
from reading.model import Span
from reading.segment import segment
from reading.tokens import tokenise


def place(name, precision="city", code="PPL", country="PE", admin1="04", **more):
    return Place(
        id=f"gn:{name}",
        name=name,
        latitude_deg=-15.0,
        longitude_deg=-72.0,
        feature_class="P" if precision == "city" else "A",
        feature_code=code,
        country_code=country,
        admin1_code=admin1,
        admin2_code=None,
        population=1000,
        precision=precision,
        **more,
    )


def resolved(text, words, where, kind="literal", candidates=(), **more):
    start = text.index(words)
    return Resolution(
        toponym=Toponym(Span(start, start + len(words)), words, kind, words),
        place=where,
        name=where.name,
        precision=where.precision,
        latitude_deg=where.latitude_deg,
        longitude_deg=where.longitude_deg,
        confidence=0.8,
        candidates=tuple(Candidate(other, 0.0) for other in candidates),
        **more,
    )


def sentences(text):
    article = read_article(text, date="2024-10-24")
    return tokenise(article, segment(article))


def typed(text, words, where, **more):
    return as_typed(sentences(text), [resolved(text, words, where, **more)])[0]


def test_an_island_is_not_the_town_of_its_name_at_any_mention():
    text = "The island of Norva burned. Norva was cut off. Crews left the town of Norva."
    here = place("Norva")
    first = resolved(text, "Norva", here)
    at = text.index("Norva was")
    second = first._replace(toponym=first.toponym._replace(span=Span(at, at + 5)))
    at = text.rindex("Norva")
    third = first._replace(
        toponym=first.toponym._replace(span=Span(at, at + 5), qualifier="town"),
    )
    found = as_typed(sentences(text), [first, second, third])
    assert [(r.place, r.precision) for r in found] == [
        (None, "region"),
        (None, "region"),
        (here, "city"),
    ]
    assert found[1].toponym == second.toponym


def test_a_regency_is_finer_than_its_province():
    text = "Rain fell in Norva, Sarle."
    regency = resolved(text, "Norva", place("Norva", "region", "ADM2"))
    province = resolved(text, "Sarle", place("Sarle", "region", "ADM1"))
    assert is_finer(regency, province)
    assert not is_finer(province, regency)


def test_a_valley_is_no_town_of_its_name():
    found = typed("Rain cut off villages in the Colca valley.", "Colca", place("Colca"))
    assert (found.place, found.precision, found.name) == (None, "vague_area", "Colca valley")
    assert found.latitude_deg is None


def test_the_region_of_a_name_is_the_region_where_one_is_known():
    region = place("Arequipa Region", "region", "ADM1")
    found = typed(
        "A quake shook the region of Arequipa.",
        "Arequipa",
        place("Arequipa"),
        candidates=(place("Arequipa"), region),
    )
    assert (found.place, found.precision) == (region, "region")


def test_both_of_two_provinces_are_provinces():
    text = "Most of the deaths were in the provinces of Batangas and Rizal."
    names = [resolved(text, "Batangas", place("Batangas")), resolved(text, "Rizal", place("Rizal"))]
    assert [r.precision for r in as_typed(sentences(text), names)] == ["region", "region"]


def test_a_town_named_after_a_river_is_a_town():
    where = place("Fall River", country="US")
    found = typed("Crowds met in Fall River on Monday.", "Fall River", where)
    assert found.place == where


@pytest.mark.parametrize(
    ("words", "where", "stays"),
    [
        ("the peninsula", place("Kusong"), False),
        ("the city", place("Kusong"), True),
        ("the region", place("Arequipa Region", "region", "ADM1"), True),
        ("the city", place("Arequipa Region", "region", "ADM1"), False),
        ("the area", place("Kusong"), True),
    ],
)
def test_what_points_back_agrees_in_kind(words, where, stays):
    found = typed(f"Nobody lives on {words} now.", words, where, kind="anaphor")
    assert (found.place is not None) is stays


def test_names_without_a_record_are_found_by_what_they_are_called():
    text = (
        "Floods cut off the village of Zzyrkwa. The ferry to Qworra Island was late. People from "
        "Zzyrkwa met John Smith of Brown Brothers in Vaxholme, a small town."
    )
    found = {(r.name, r.precision) for r in unlocated(sentences(text), [], text)}
    assert found == {("Zzyrkwa", "city"), ("Qworra Island", "region"), ("Vaxholme", "city")}
    assert sum(r.name == "Zzyrkwa" for r in unlocated(sentences(text), [], text)) == 2


def test_a_name_that_the_gazetteer_knows_is_left_alone():
    text = "Floods cut off the village of Zzyrkwa."
    known = resolved(text, "Zzyrkwa", place("Zzyrkwa"))
    assert unlocated(sentences(text), [known], text) == ()


def test_a_town_lies_in_its_region_and_its_country(gazetteer):
    text = "Arequipa, Arequipa Region, Peru, Chile"
    town = resolved(text, "Arequipa", place("Arequipa"))
    region = resolved(text, "Arequipa Region", place("Arequipa Region", "region", "ADM1"))
    country = resolved(text, "Peru", place("Peru", "country", "PCLI", admin1=None))
    other = resolved(text, "Chile", place("Chile", "country", "PCLI", "CL", None))
    assert holds(region, town, gazetteer)
    assert holds(country, town, gazetteer)
    assert not holds(other, town, gazetteer)
    assert not holds(town, region, gazetteer)
    assert is_finer(town, region)
    assert is_finer(region, country)


def test_a_region_put_together_of_others_holds_what_lies_in_them(gazetteer):
    text = "Arequipa, southern Peru"
    town = resolved(text, "Arequipa", place("Arequipa"))
    south = place(
        "southern Peru", "vague_area", "RGN", admin1=None, composition="union:PE.04 PE.23"
    )
    north = place("northern Peru", "vague_area", "RGN", admin1=None, composition="union:PE.14")
    assert holds(resolved(text, "southern Peru", south), town, gazetteer)
    assert not holds(resolved(text, "southern Peru", north), town, gazetteer)


def test_half_a_country_says_more_than_the_country():
    text = "Peru"
    whole = resolved(text, "Peru", place("Peru", "country", "PCLI", admin1=None))
    half = whole._replace(part="east", precision="vague_area")
    assert is_finer(half, whole)


def test_a_town_is_called_as_the_report_spells_it(gazetteer):
    text = "A boat sank near Chhatak."
    town = resolved(text, "Chhatak", place("Chhātak", country="BD"))
    assert Names(gazetteer, text).shown(town) == "Chhatak"


def test_a_capital_letter_headline_does_not_shout_on_the_map(gazetteer):
    text = "FIRE IN LIMA"
    town = resolved(text, "LIMA", place("Lima"))
    assert Names(gazetteer, text).shown(town) == "Lima"


def test_a_line_across_the_date_line_is_cut_there(gazetteer, boundaries):
    text = "from Fiji to Samoa"
    start = resolved(text, "Fiji", place("Suva", country="FJ"))
    start = start._replace(latitude_deg=-18.0, longitude_deg=178.0)
    end = resolved(text, "Samoa", place("Apia", country="WS"))
    end = end._replace(latitude_deg=-14.0, longitude_deg=-172.0)
    mark = Marker(gazetteer, boundaries).mark(start, "origin", end)
    assert mark.geometry.type == "MultiLineString"
    assert mark.drawn.geometry_role == "flow"
    assert mark.drawn.shape == "flow:gn:Suva>gn:Apia"
    seam = [line[-1][0] for line in mark.geometry.coordinates[:1]]
    assert seam == [180.0]


def test_an_origin_at_the_place_itself_is_no_line(gazetteer, boundaries):
    text = "from Lima to Lima"
    town = resolved(text, "Lima", place("Lima"))
    mark = Marker(gazetteer, boundaries).mark(town, "origin", town)
    assert mark.geometry.type == "Point"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("the north of the country", "northern Bolivia"),
        ("the country’s west", "western Bolivia"),
        ("the east", "eastern Bolivia"),
    ],
)
def test_the_part_of_the_country_in_hand_is_an_area_of_it(pin, words, place):
    annotations = pin(f"Rains have flooded Bolivia. Roads were cut in {words}, officials said.")
    where = annotations[-1].where
    assert (where.place, where.place_role, where.place_precision) == (
        place,
        "event_location",
        "vague_area",
    )


def test_the_north_is_of_no_country_where_two_are_named(pin):
    annotations = pin("Rains have flooded Bolivia and Peru. Roads were cut in the north.")
    assert annotations[-1].where.place is None


def test_a_hospital_is_where_the_hurt_go_and_not_where_it_happened(pin):
    annotations = pin(
        "A fire killed 12 people in Arequipa. The injured were taken to a hospital in Lima. "
        "Six people are still missing."
    )
    assert [(a.where.place, a.where.place_role) for a in annotations] == [
        ("Arequipa", "event_location"),
        ("Lima", "destination"),
        ("Arequipa", "event_location"),
    ]


def test_near_the_capital_is_not_in_it(pin):
    (annotation,) = pin("Egypt mourns: a boat carrying farm workers sank near the capital.")[-1:]
    assert (annotation.where.place, annotation.where.place_role) == ("Cairo", "neighbour")


def test_whence_a_storm_came_in_an_aside_leads_to_no_line(pin):
    text = "The storm, which weakened before leaving Cuba on Sunday, brought rain to Haiti."
    assert [a.where.place for a in pin(text)] == ["Haiti"]

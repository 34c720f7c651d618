import pytest

from geo import shapes
from geo.boundaries import Boundaries
from geo.footprint import footprint
from geo.gazetteer.core import read_core
from geo.model import Resolution, Toponym
from reading.model import Span

RUSSIA, UKRAINE, KURSK_OBLAST, KURSK = "gn:2017370", "gn:690791", "gn:538555", "gn:538560"


@pytest.fixture
def meant(gazetteer):
    """Makes a resolution of words to a place."""

    def make(text, place_id, **changes):
        place = gazetteer.place(place_id) if place_id else None
        toponym = Toponym(Span(0, len(text)), text, "literal", text)
        base = Resolution(
            toponym=toponym,
            place=place,
            name=place.name if place else text,
            precision=place.precision if place else "none",
            latitude_deg=place.latitude_deg if place else None,
            longitude_deg=place.longitude_deg if place else None,
            confidence=0.9,
            uncertainty_km=place.uncertainty_km if place else None,
        )
        return base._replace(**changes)

    return make


@pytest.fixture
def drawn(gazetteer, boundaries):
    return lambda resolution: footprint(resolution, gazetteer, boundaries)


def test_a_region_is_drawn_as_its_outline_with_the_reason_and_whose_it_is(meant, drawn):
    found = drawn(meant("Kursk region", KURSK_OBLAST))
    assert found.geometry.type == "Polygon"
    assert shapes.contains(found.geometry, 36.19, 51.73)
    assert found.role == "area_within_which"
    assert found.reason == "Outline of Kursk Oblast: the text says only “Kursk region”."
    assert found.boundary_source.startswith("Natural Earth 4.1.0")
    assert found.boundary_worldview == "un"
    assert found.boundary_as_of == "2018-05"
    assert shapes.contains(found.geometry, found.label_lon_deg, found.label_lat_deg)


def test_a_town_is_a_point_in_longitude_latitude(meant, drawn):
    found = drawn(meant("Kursk", KURSK))
    assert found.geometry.type == "Point"
    lon, lat = found.geometry.coordinates
    assert (lon, lat) == pytest.approx((36.18, 51.73), abs=0.05)
    assert found.boundary_source is None
    assert found.role == "label_point"


def test_coordinates_are_drawn_exactly_without_any_place(meant, drawn):
    given = meant("51.5N 36.5E", None, precision="point", latitude_deg=51.5, longitude_deg=36.5)
    found = drawn(given)
    assert found.geometry.coordinates == (36.5, 51.5)
    assert found.role == "exact"


def test_a_country_is_drawn_in_the_view_that_was_chosen(meant, gazetteer, boundaries):
    ukraine = meant("Ukraine", UKRAINE)
    un = footprint(ukraine, gazetteer, boundaries)
    defacto = footprint(ukraine, gazetteer, Boundaries.open("defacto"))
    assert shapes.contains(un.geometry, 34.1, 45.2)
    assert not shapes.contains(defacto.geometry, 34.1, 45.2)
    assert defacto.boundary_worldview == "defacto"


def test_no_place_leaves_nothing_to_draw(meant, drawn):
    found = drawn(meant("Atlantis", None))
    assert found.geometry is None
    assert found.label_lon_deg is None
    assert found.reason == "Not drawn: no place is known for “Atlantis”."


def test_the_west_is_not_on_the_map(meant, drawn):
    found = drawn(meant("the West", "dl:the-west"))
    assert found.geometry is None
    assert found.reason == "Not drawn: the West is a group of countries, not a place on the map."


def test_donbas_is_its_two_oblasts(meant, drawn):
    found = drawn(meant("Donbas", "dl:donbas"))
    assert shapes.contains(found.geometry, 37.8, 48.0)
    assert shapes.contains(found.geometry, 39.3, 48.57)
    assert not shapes.contains(found.geometry, 36.2, 50.0)


def test_the_far_east_is_cut_at_180(meant, drawn):
    found = drawn(meant("the Far East", "dl:ru-far-east"))
    west, _south, east, _north = shapes.bbox(found.geometry)
    assert west > east
    assert "eleven" in found.reason


def test_eastern_ukraine_is_what_people_mean_and_not_half_of_the_map(meant, drawn):
    found = drawn(meant("eastern Ukraine", UKRAINE, part="east", precision="vague_area"))
    assert shapes.contains(found.geometry, 37.8, 48.0)
    assert not shapes.contains(found.geometry, 32.6, 46.6)
    assert "Outline of Eastern Ukraine" in found.reason


def test_northern_kenya_is_a_rough_half(meant, drawn):
    found = drawn(meant("northern Kenya", "gn:192950", part="north", precision="vague_area"))
    assert found.reason == (
        "The northern half of Kenya, a rough cut: the text says only “northern Kenya”."
    )
    assert shapes.contains(found.geometry, 35.6, 3.1)
    assert not shapes.contains(found.geometry, 36.8, -1.3)
    assert shapes.contains(found.geometry, found.label_lon_deg, found.label_lat_deg)


def test_a_border_is_the_land_on_both_sides(meant, drawn, gazetteer):
    border = meant(
        "the border with Ukraine",
        RUSSIA,
        part="border:UA",
        partner=gazetteer.place(UKRAINE),
        precision="vague_area",
        latitude_deg=None,
        longitude_deg=None,
    )
    found = drawn(border)
    assert found.reason.startswith("Land within 50 km of the border between Russia and Ukraine")
    assert found.uncertainty_km == 50
    assert shapes.contains(found.geometry, found.label_lon_deg, found.label_lat_deg)


def test_countries_without_a_common_border_are_drawn_whole(meant, drawn, gazetteer):
    border = meant(
        "the border",
        RUSSIA,
        part="border:BR",
        partner=gazetteer.country("BR"),
        precision="vague_area",
    )
    assert drawn(border).reason.startswith("Outline of Russia")


def test_thirty_kilometres_north_is_a_circle_around_that_point(meant, drawn):
    relative = meant(
        "30 km north of Kursk",
        KURSK,
        part="30 km north",
        precision="vague_area",
        latitude_deg=52.0,
        longitude_deg=36.18,
        uncertainty_km=9.0,
    )
    found = drawn(relative)
    assert found.geometry.type == "Polygon"
    assert shapes.contains(found.geometry, 36.18, 52.05)
    assert not shapes.contains(found.geometry, 36.18, 51.73)
    assert found.uncertainty_km == 9.0
    assert "Circle of 9 km around the point 30 km north of Kursk" in found.reason


def test_a_side_of_a_town_is_a_circle_that_touches_it(meant, drawn):
    side = meant(
        "north of Kursk",
        KURSK,
        part="north side",
        precision="vague_area",
        latitude_deg=51.95,
        longitude_deg=36.18,
        uncertainty_km=25.0,
    )
    found = drawn(side)
    assert shapes.contains(found.geometry, 36.18, 51.95)
    assert not shapes.contains(found.geometry, 36.18, 51.6)
    assert "north of Kursk, at no distance given" in found.reason


def test_between_two_towns_is_a_circle_around_the_middle(meant, drawn, gazetteer):
    between = meant(
        "between Kursk and Moscow",
        KURSK,
        part="between",
        partner=gazetteer.place("gn:524901"),
        precision="vague_area",
        latitude_deg=53.7,
        longitude_deg=36.9,
        uncertainty_km=228.0,
    )
    found = drawn(between)
    assert shapes.contains(found.geometry, 36.9, 53.7)
    assert "between Kursk and Moscow" in found.reason


def test_off_the_coast_is_sea_and_not_land(meant, drawn):
    sea = meant(
        "off the coast of Somalia",
        "gn:51537",
        part="near",
        precision="vague_area",
        uncertainty_km=100.0,
    )
    sea = sea._replace(toponym=sea.toponym._replace(qualifier="off the coast"))
    found = drawn(sea)
    assert shapes.contains(found.geometry, 48.9, 5.6)
    assert not shapes.contains(found.geometry, 45.3, 4.0)
    assert found.reason.startswith("Sea within 100 km of the coast of Somalia")


def test_near_the_border_of_poland_is_land_on_both_sides(meant, drawn):
    land = meant(
        "near the Polish border",
        "gn:798544",
        part="near",
        precision="vague_area",
        uncertainty_km=50.0,
    )
    land = land._replace(toponym=land.toponym._replace(qualifier="near the border"))
    found = drawn(land)
    assert shapes.contains(found.geometry, 24.0, 50.4)
    assert not shapes.contains(found.geometry, 19.5, 51.8)
    assert not shapes.contains(found.geometry, 17.0, 54.9)


def test_occupied_ukraine_is_whole_regions_and_says_that_it_is_no_front_line(
    meant, drawn, gazetteer
):
    occupied = meant(
        "Russian-occupied Ukraine",
        UKRAINE,
        part="occupied",
        partner=gazetteer.place(RUSSIA),
        precision="vague_area",
    )
    found = drawn(occupied)
    assert shapes.contains(found.geometry, 34.1, 45.2)
    assert not shapes.contains(found.geometry, 30.5, 50.45)
    assert "not the front line" in found.reason


def test_a_town_with_a_vague_radius_is_a_circle(meant, drawn):
    near = meant("near Kursk", KURSK, part="near", precision="vague_area", uncertainty_km=15.0)
    assert drawn(near).reason == "Circle of 15 km around Kursk: the text says only “near Kursk”."


def test_a_vague_area_without_outline_or_radius_is_not_drawn(meant, drawn):
    vague = meant("a camp near Kursk", KURSK, precision="vague_area")
    found = drawn(vague)
    assert found.geometry is None
    assert found.reason.startswith("Not drawn: no outline of Kursk is at hand")


def test_every_place_of_the_core_is_drawn_as_its_precision_allows(core, drawn, meant):
    entries, _ = read_core(core)
    countries_without = []
    base = meant("it", KURSK)
    for place in (entry.place for entry in entries if entry.place.precision != "city"):
        one = base._replace(
            place=place,
            name=place.name,
            precision=place.precision,
            latitude_deg=place.latitude_deg,
            longitude_deg=place.longitude_deg,
            uncertainty_km=place.uncertainty_km,
        )
        found = drawn(one)
        if found.geometry is None:
            assert found.reason.startswith("Not drawn: ")
            if place.feature_code == "PCLI":
                countries_without.append(place.country_code)
        elif found.geometry.type == "Point":
            assert place.precision in {"district", "point"}
        else:
            assert found.geometry.type in {"Polygon", "MultiPolygon"}
            assert place.precision in {"region", "country", "vague_area"}
    assert len(countries_without) <= 1


def test_an_ocean_without_outline_is_not_drawn_as_a_circle(meant, gazetteer, boundaries):
    drawn = footprint(meant("the Atlantic", "dl:atlantic"), gazetteer, boundaries)
    assert drawn.geometry is None
    assert drawn.reason.startswith("Not drawn: no outline of Atlantic Ocean is at hand")

"""More than a thousand marks of all kinds are one picture: areas and movements too."""

import dataclasses

import pytest

from benchmarks.crowd import crowded
from geo.model import Geometry
from layers.build import build
from layers.style import DASHES

COUNT = 1200
KINDS = 3  # points in the south, areas in the middle, movements in the north
COLUMNS, WIDE_DEG, HIGH_DEG = 40, 8.0, 3.0
SOUTH = {"point": -45.0, "area": -5.0, "flow": 35.0}


def corner(rank: int, kind: str) -> tuple[float, float]:
    """The south-western corner of a cell of its own."""
    row, column = divmod(rank, COLUMNS)
    return -160.0 + WIDE_DEG * column, SOUTH[kind] + HIGH_DEG * row


def box(west: float, south: float, east: float, north: float) -> Geometry:
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return Geometry("Polygon", (ring,))


def moved(one, number: int):
    """The same claim as a point, an area or a movement."""
    rank, kind = number // KINDS, ("point", "area", "flow")[number % KINDS]
    west, south = corner(rank, kind)
    if kind == "point":
        geometry, precision, role = Geometry("Point", (west, south)), "city", "spot"
    elif kind == "area":
        geometry, precision, role = box(west, south, west + 5, south + 2), "region", "area"
    else:
        line = ((west, south), (west + 5, south))
        geometry, precision, role = Geometry("LineString", line), "city", "flow"
    if number == 1:  # under all the others of its kind
        geometry, precision = box(-165.0, -7.0, 165.0, 26.0), "country"
    return dataclasses.replace(
        one,
        geometry=geometry,
        where=one.where._replace(place_precision=precision),
        drawn=one.drawn._replace(geometry_role=role, label_lon=west + 1.0, label_lat=south + 1.0),
    )


@pytest.fixture(scope="module")
def shapes(app):
    """A map of 400 points, 400 areas (one of them wide, under the others) and 400 movements."""
    document = crowded(COUNT, "shapes")
    made = tuple(moved(one, number) for number, one in enumerate(document.annotations))
    document = dataclasses.replace(document, annotations=made, layers=build(made))
    store = app.extensions["dateline"].store
    store.add(document)
    yield document
    store.remove("shapes")


@pytest.fixture
def page(shapes, map_page):
    return map_page("/maps/shapes/map")


def on_screen(page, lon: float, lat: float) -> tuple[float, float]:
    return tuple(
        page.evaluate(
            "([lon, lat]) => { const p = Dateline.map.latLngToContainerPoint([lat, lon]);"
            "const b = Dateline.box.getBoundingClientRect(); return [p.x + b.x, p.y + b.y]; }",
            [lon, lat],
        )
    )


def inked(page, west: float, south: float, east: float, north: float) -> float:
    """The share of the picture's pixels between four sides that are not empty."""
    return page.evaluate(
        "([west, south, east, north]) => { const c = document.querySelector('canvas.crowd');"
        "const b = c.getBoundingClientRect(); const o = Dateline.box.getBoundingClientRect();"
        "const at = (lon, lat) => { const p = Dateline.map.latLngToContainerPoint([lat, lon]);"
        "return [Math.round(p.x + o.x - b.x), Math.round(p.y + o.y - b.y)]; };"
        "const [x, y] = at(west, north); const [u, v] = at(east, south);"
        "const d = c.getContext('2d').getImageData(x, y, u - x, v - y).data;"
        "let n = 0; for (let i = 3; i < d.length; i += 4) { n += d[i] > 0 ? 1 : 0; }"
        "return 4 * n / d.length; }",
        [west, south, east, north],
    )


def only(page, group: str, value: str) -> None:
    page.locator(f"fieldset[data-group={group}] [data-only='{value}']").evaluate("e => e.click()")


def chosen(page, lon: float, lat: float) -> str:
    """The claim that a click opens, with its card."""
    page.mouse.click(*on_screen(page, lon, lat))
    page.locator(".card:visible").wait_for()
    return page.evaluate("Dateline.state.claim")


def test_no_mark_is_an_element_and_the_page_says_so(page):
    assert page.locator(".mark, .mark-line").count() == 0
    assert page.get_by_text("the list of claims leads to each of them").is_visible()
    assert page.locator("canvas.crowd").get_attribute("aria-hidden") == "true"


def test_areas_movements_and_points_are_all_in_the_picture_and_follow_the_filters(page):
    sides = {"area": (-6, 24), "flow": (34, 64), "point": (-46, -19)}
    bands = {kind: (-160, low, 150, high) for kind, (low, high) in sides.items()}
    assert all(inked(page, *band) > 0.02 for band in bands.values())
    only(page, "precision", "precision-region")
    assert inked(page, *bands["area"]) > 0.02
    assert inked(page, *bands["flow"]) == inked(page, *bands["point"]) == 0
    only(page, "precision", "precision-city")
    assert inked(page, *bands["area"]) == 0
    assert inked(page, *bands["flow"]) > 0.02
    assert inked(page, *bands["point"]) > 0.02


def test_an_area_is_hatched_and_its_outline_dashed_where_it_is_denied(page):
    only(page, "precision", "precision-region")
    west, south = corner(211, "area")
    page.evaluate(
        "([lon, lat]) => Dateline.map.setView([lat, lon], 7, { animate: false })",
        [west + 2.5, south + 1],
    )
    inside = inked(page, west + 1, south + 0.3, west + 4, south + 1.7)
    assert 0.1 < inside < 0.6
    dashes = page.evaluate(
        "() => { const own = CanvasRenderingContext2D.prototype.setLineDash;"
        "const found = new Set();"
        "CanvasRenderingContext2D.prototype.setLineDash = function (dash) {"
        " found.add(dash.join(' ')); own.call(this, dash); };"
        "Dateline.map.setView([10, 0], 2, { animate: false });"
        "CanvasRenderingContext2D.prototype.setLineDash = own; return Array.from(found); }"
    )
    assert set(dashes) == {"", DASHES["denies"], DASHES["speculates"]}


def test_a_click_means_the_smallest_area_under_it_and_a_hover_names_it(page, shapes):
    number = 3 * 211 + 1
    west, south = corner(211, "area")
    page.mouse.move(*on_screen(page, west + 2.5, south + 1))
    page.locator(".leaflet-tooltip", has_text=f"Place {number}, 1 claim").wait_for()
    assert chosen(page, west + 2.5, south + 1) == f"c{number:06}"
    assert page.locator(".card:visible mark").inner_text() == (
        shapes.annotations[number].anchor.quote
    )
    assert page.locator("path.crowd-ring.is-selected").count() == 1


def test_between_small_areas_a_click_means_the_wide_one(page):
    west, south = corner(211, "area")
    assert chosen(page, west + 6.5, south + 2.5) == "c000001"


def test_a_movement_is_reached_along_its_curve(page):
    number = 3 * 211 + 2
    lon, lat = page.evaluate(
        "id => { const one = Dateline.crowd.find(s => s.annotations[0].claim.id === id);"
        "const p = one.curves[0].latLngs[16]; return [p.lng, p.lat]; }",
        f"c{number:06}",
    )
    assert lat > corner(211, "flow")[1]
    assert chosen(page, lon, lat) == f"c{number:06}"


def test_the_list_selects_an_area_in_the_picture(page):
    page.evaluate("Dateline.select({ claim: 'c000634' }, 'list')")
    page.locator(".card:visible .chip-number", has_text="635").wait_for()
    west, south = corner(211, "area")
    seen = page.evaluate(
        "() => { const b = Dateline.map.getBounds(); return [b.getWest(), b.getSouth(),"
        " b.getEast(), b.getNorth()]; }"
    )
    assert seen[0] < west
    assert seen[1] < south
    assert seen[2] > west + 5
    assert seen[3] > south + 2
    assert page.locator("path.crowd-ring.is-selected").count() == 1


def test_on_paper_the_picture_is_drawn_for_the_sheet(page):
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#map_00.on-paper").count() == 1
    assert inked(page, -160, -6, 150, 24) > 0.02
    assert page.locator(".count-numbers").count() > 0

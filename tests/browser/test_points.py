"""Up to a thousand marks, points are elements that hand and keyboard reach one by one."""

import pytest
from playwright.sync_api import expect

from benchmarks.crowd import crowded

COUNT = 40


@pytest.fixture(scope="module")
def few(app):
    document = crowded(COUNT, "few")
    store = app.extensions["dateline"].store
    store.add(document)
    yield document
    store.remove("few")


@pytest.fixture
def page(few, map_page):
    return map_page("/maps/few/map")


def spot(page, number: int) -> tuple[float, float]:
    """Where the place of a claim lies on the screen."""
    return tuple(
        page.evaluate(
            "number => { const s = Array.from(Dateline.claims.values())[number].annotations[0];"
            "const shape = Array.from(Dateline.shapes.values()).find(x =>"
            " x.annotations.includes(s));"
            "const p = Dateline.map.latLngToContainerPoint(shape.latLng);"
            "const b = Dateline.box.getBoundingClientRect(); return [p.x + b.x, p.y + b.y]; }",
            number,
        )
    )


def mark(page, number: int):
    return page.locator(f".mark-point[aria-label='Place {number}: 1 claim']")


def middle(page, number: int) -> tuple[float, float]:
    box = mark(page, number).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def alone(few) -> int:
    """The claim whose place lies farthest from any other."""
    spots = [one.geometry.coordinates for one in few.annotations]

    def room(number: int) -> float:
        x, y = spots[number]
        return (
            min(
                (x - a) ** 2 + (y - b) ** 2
                for other, (a, b) in enumerate(spots)
                if other != number and abs(y) < 40
            )
            if abs(y) < 40
            else 0.0
        )

    return max(range(COUNT), key=room)


def test_each_point_has_a_name_a_role_and_a_stop(page):
    marks = page.locator(".mark-point")
    assert marks.count() == COUNT
    names = marks.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    assert sorted(names) == sorted(f"Place {number}: 1 claim" for number in range(COUNT))
    assert page.locator(".mark-point[role=button][tabindex='0']").count() == COUNT


def test_points_stay_on_their_places_when_the_map_is_moved_and_zoomed(page, few):
    number = alone(few)
    assert middle(page, number) == pytest.approx(spot(page, number), abs=1)
    page.evaluate(
        "number => Dateline.map.setView(Array.from(Dateline.shapes.values())[number].latLng,"
        " 4.5, { animate: false })",
        number,
    )
    assert middle(page, number) == pytest.approx(spot(page, number), abs=1)
    page.evaluate("Dateline.map.panBy([60, 40], { animate: false })")
    assert middle(page, number) == pytest.approx(spot(page, number), abs=1)


def test_a_hover_names_a_point_and_a_click_opens_its_claim(page, few):
    number = alone(few)
    page.mouse.move(*middle(page, number))
    page.locator(".leaflet-tooltip", has_text=f"Place {number}, 1 claim").wait_for()
    assert page.locator(".mark-point.is-hinted").count() == 1
    page.mouse.click(*middle(page, number))
    page.locator(".card:visible").wait_for()
    assert page.evaluate("Dateline.state.claim") == f"c{number:06}"
    page.mouse.move(*(side - 60 for side in middle(page, number)))
    expect(page.locator(".leaflet-tooltip")).to_have_count(0)


def test_dragging_the_map_by_a_point_opens_nothing(page, few):
    x, y = middle(page, alone(few))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 50, y + 30, steps=6)
    page.mouse.up()
    assert middle(page, alone(few))[0] > x + 30  # a thrown map goes on for a while
    assert page.evaluate("Dateline.state.claim") is None


@pytest.mark.parametrize("key", ["Enter", " "])
def test_the_keyboard_opens_the_claim_of_a_point(page, few, key):
    number = alone(few)
    mark(page, number).focus()
    page.locator(".leaflet-tooltip", has_text=f"Place {number},").wait_for()
    page.keyboard.press(key)
    page.locator(".card:visible").wait_for()
    assert page.evaluate("Dateline.state.claim") == f"c{number:06}"


def test_a_filter_takes_points_away_and_out_of_the_way_of_the_keyboard(page, few):
    stated = sum(one.how.stance == "asserts" for one in few.annotations)
    page.locator("[data-only='status-asserts']").evaluate("e => e.click()")
    assert page.locator(".mark-point:not(.is-off)").count() == stated
    assert page.locator(".mark-point[tabindex='0']").count() == stated

"""Small screens and frames, twice the size, the reader's own colours: nothing is cut or covered."""

import pytest

from tests.browser.conftest import PHONE, SAMPLE

FRAMES = {
    "as copied": ("/embed/nk-soldiers-kursk", {"width": 800, "height": 560}),
    "small": ("/embed/nk-soldiers-kursk", {"width": 390, "height": 480}),
    "twice the size": (SAMPLE, {"width": 720, "height": 450}),
    "a phone on its side": (SAMPLE, {"width": 844, "height": 390}),
}


@pytest.mark.parametrize("query", ["", "?lang=uk"], ids=["english", "ukrainian"])
@pytest.mark.parametrize("width", [360, 390])
def test_the_head_of_a_phones_page_takes_two_rows(open_page, site, width, query):
    page = open_page(f"{site}{SAMPLE}/claims{query}", {"width": width, "height": 780}).page
    page.evaluate("document.querySelector('.menu').open = false")
    rows = page.evaluate(
        "[...document.querySelectorAll('.site a, .site summary')]"
        ".filter((one) => one.checkVisibility())"
        ".map((one) => one.getBoundingClientRect()).map((box) => (box.top + box.bottom) / 2)"
    )
    assert len({round(middle / 12) for middle in rows}) == 2


def test_what_can_be_taken_away_fits_on_a_phone(open_page, site):
    page = open_page(f"{site}{SAMPLE}", PHONE).page
    page.locator(".menu summary").click()
    page.get_by_label("HTML to copy").scroll_into_view_if_needed()
    page.get_by_role("button", name="Copy", exact=True).click(trial=True)


@pytest.mark.parametrize("name", FRAMES)
def test_all_that_is_drawn_fits_into_the_map_of_any_size(open_page, site, name):
    path, viewport = FRAMES[name]
    page = open_page(site + path, viewport).page
    west, south, east, north = page.evaluate(
        "(() => { const [w, s, e, n] = Dateline.view; const east = e < w ? e + 360 : e;"
        " const shift = (w + east) / 2 < Dateline.seam ? 360 : 0;"
        " const at = (lat, lon) => Dateline.map.latLngToContainerPoint([lat, lon + shift]);"
        " const one = at(n, w), other = at(s, east);"
        " return [one.x, other.y, other.x, one.y]; })()"
    )
    wide, high = page.evaluate(
        "[document.getElementById('map_00').clientWidth,"
        " document.getElementById('map_00').clientHeight]"
    )
    assert west >= 0
    assert east <= wide
    assert north >= 0
    assert south <= high


@pytest.mark.parametrize("name", FRAMES)
def test_the_controls_of_a_low_map_do_not_lie_over_each_other(open_page, site, name):
    path, viewport = FRAMES[name]
    page = open_page(site + path, viewport).page
    buttons = page.locator(".map-buttons").bounding_box()
    scale = page.locator(".leaflet-control-scale").bounding_box()
    assert buttons["y"] + buttons["height"] <= scale["y"]


def test_in_the_readers_own_colours_a_claims_bar_keeps_its_hue(open_page, site):
    page = open_page(site + SAMPLE, forced_colors="active").page
    bars = page.evaluate(
        "[...document.querySelectorAll('.opening')]"
        ".map((bar) => getComputedStyle(bar).backgroundColor)"
    )
    assert "rgba(0, 0, 0, 0)" not in bars
    assert len(set(bars)) > 3

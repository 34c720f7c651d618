"""On every page, wide and narrow: nothing foreign asked for, no complaint, nothing refused."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE, SAMPLE

PAGES = (
    "/",
    SAMPLE,
    f"{SAMPLE}/map",
    f"{SAMPLE}/claims",
    f"{SAMPLE}/why",
    "/embed/nk-soldiers-kursk",
    f"{SAMPLE}.html",
    "/maps/hostile",
    "/?q=kyiv&lang=uk",
    f"{SAMPLE}/claims?sort=said&how=denies",
    f"{SAMPLE}/places?lang=uk",
    f"{SAMPLE}/method",
    f"{SAMPLE}/picture.svg",
)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_quiet_and_fits_its_screen(open_page, site, path, viewport):
    record = open_page(site + path, viewport)
    record.check_quiet(f"{site}/")
    width = record.page.evaluate("document.documentElement.scrollWidth")
    assert width <= viewport["width"]


def test_the_page_is_usable_at_twice_the_size(open_page, site):
    record = open_page(site + SAMPLE, {"width": 720, "height": 450}, device_scale_factor=2)
    assert record.page.evaluate("document.documentElement.scrollWidth") <= 720
    record.page.locator("a.chip").first.click()
    assert record.page.locator(".card:visible").count() == 1


def test_without_script_the_report_and_the_chosen_card_are_there(browser, site, claims):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{SAMPLE}?claim={claims[3].claim_id}")
    cards = page.locator(".card:visible")
    assert cards.count() == 1
    assert " ".join(claims[3].anchor.quote.split()) in " ".join(cards.inner_text().split())
    page.locator("a.chip").nth(0).click()
    assert f"claim={claims[0].claim_id}" in page.url
    page.get_by_role("button", name="Show these layers").scroll_into_view_if_needed()
    still = page.get_by_role("img", name="Map with")
    assert still.evaluate("(picture) => picture.naturalWidth") > 0
    assert still.bounding_box()["width"] > 400
    context.close()


def test_the_map_is_drawn_before_anyone_waits(open_page, site):
    record = open_page(site + SAMPLE)
    state = record.page.evaluate("document.getElementById('map_00').dataset.ready")
    assert state == "yes"
    assert "claims" in record.page.locator(".map-status").inner_text()


def test_a_report_without_places_shows_the_world_and_says_so(open_page, site, app):
    words = {"text": "It was quiet. “Nothing will change,” the minister said.", "id": "quiet"}
    assert app.test_client().post("/articles", json=words).status_code == 201
    record = open_page(f"{site}/maps/quiet")
    record.check_quiet(f"{site}/")
    assert record.page.locator(".mark").count() == 0
    assert record.page.locator(".map-status").inner_text().endswith("0 on the map")
    app.extensions["dateline"].store.remove("quiet")


def test_when_no_script_comes_what_it_would_have_hidden_shows_after_all(browser, site):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.route("**/map-page.js*", lambda route: route.abort())
    page.goto(site + SAMPLE)
    sheets = page.locator(".desk-sheet:visible")
    assert sheets.count() == 1
    page.evaluate("document.getAnimations().forEach(one => one.finish())")
    assert sheets.count() == 3
    context.close()

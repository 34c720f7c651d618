"""axe-core finds nothing on any page, wide and narrow, bright and dark, with and without a card."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESKTOP, PHONE, SAMPLE

VIEWS = {
    "list": ("/", DESKTOP, {}),
    "list on a phone": ("/", PHONE, {}),
    "reader": (SAMPLE, DESKTOP, {}),
    "reader with a card": (f"{SAMPLE}?claim=CLAIM", DESKTOP, {}),
    "reader in the dark": (f"{SAMPLE}?claim=CLAIM", DESKTOP, {"color_scheme": "dark"}),
    "reader on a phone": (f"{SAMPLE}?claim=CLAIM", PHONE, {}),
    "list of claims": (f"{SAMPLE}?panel=claims", DESKTOP, {}),
    "list of claims on a phone": (f"{SAMPLE}?panel=claims", PHONE, {}),
    "days beside the map": (f"{SAMPLE}?panel=timeline", DESKTOP, {"color_scheme": "dark"}),
    "days on a phone": (f"{SAMPLE}?panel=timeline", PHONE, {}),
    "only denials": (f"{SAMPLE}?filter=status&layer=status-denies", DESKTOP, {}),
    "nothing is on": (f"{SAMPLE}?filter=speaker", DESKTOP, {}),
    "map": (f"{SAMPLE}/map", DESKTOP, {}),
    "map on a phone": (f"{SAMPLE}/map", PHONE, {}),
    "timeline": (f"{SAMPLE}/timeline", DESKTOP, {}),
    "timeline on a phone": (f"{SAMPLE}/timeline", PHONE, {}),
    "questions": (f"{SAMPLE}/questions", DESKTOP, {}),
    "questions on a phone": (f"{SAMPLE}/questions", PHONE, {"color_scheme": "dark"}),
    "claims": (f"{SAMPLE}/claims", DESKTOP, {}),
    "claims on a phone": (f"{SAMPLE}/claims", PHONE, {"color_scheme": "dark"}),
    "reasons": (f"{SAMPLE}/why#why-CLAIM", DESKTOP, {}),
    "reasons on a phone": (f"{SAMPLE}/why", PHONE, {"color_scheme": "dark"}),
    "embed": ("/embed/nk-soldiers-kursk", {"width": 700, "height": 520}, {}),
    "file": (f"{SAMPLE}.html", DESKTOP, {}),
    "search": ("/?q=kyiv", DESKTOP, {}),
    "list in ukrainian": ("/?lang=uk", PHONE, {"color_scheme": "dark"}),
    "reader in ukrainian": (f"{SAMPLE}?lang=uk&claim=CLAIM", DESKTOP, {}),
    "one claim": (f"{SAMPLE}/claims/CLAIM", DESKTOP, {}),
    "one claim on a phone": (f"{SAMPLE}/claims/CLAIM", PHONE, {}),
    "places": (f"{SAMPLE}/places", DESKTOP, {}),
    "places on a phone": (f"{SAMPLE}/places?lang=uk", PHONE, {"color_scheme": "dark"}),
    "method": (f"{SAMPLE}/method", DESKTOP, {}),
    "method on a phone": (f"{SAMPLE}/method", PHONE, {"color_scheme": "dark"}),
    "file on a phone": (f"{SAMPLE}.html", PHONE, {}),
    "embed on a phone": ("/embed/nk-soldiers-kursk", PHONE, {}),
    "keys": (f"{SAMPLE}#keys", DESKTOP, {}),
    "error": ("/no-such-page", DESKTOP, {}),
}


@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing(open_page, site, claims, name):
    path, viewport, options = VIEWS[name]
    address = site + path.replace("CLAIM", claims[6].claim_id)
    page = open_page(address, viewport, bypass_csp=True, reduced_motion="reduce", **options).page
    if address.endswith("#keys"):
        page.get_by_role("button", name="Keys").click()
    found = Axe().run(page).response["violations"]
    words = [
        f"{v['id']}: {v['help']} — {node['html'][:160]}" for v in found for node in v["nodes"][:3]
    ]
    assert words == []


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_on_a_reading_before_it_is_kept(open_page, site, viewport):
    page = open_page(site, viewport, bypass_csp=True).page
    page.fill("#text", "At least 12 people were hurt in Lagos on Monday, the agency said.")
    page.click("button.primary")
    page.wait_for_selector("h1:text('What was read')")
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_on_what_another_reading_would_change(open_page, site, viewport):
    page = open_page(site, viewport, bypass_csp=True).page
    own = page.locator(".map-entry", has_text="Camps")
    own.locator("summary").click()
    own.locator("button", has_text="Read again").click()
    page.wait_for_selector(".difference")
    assert Axe().run(page).response["violations"] == []

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
    "map": (f"{SAMPLE}/map", DESKTOP, {}),
    "claims": (f"{SAMPLE}/claims", DESKTOP, {}),
    "claims on a phone": (f"{SAMPLE}/claims", PHONE, {"color_scheme": "dark"}),
    "reasons": (f"{SAMPLE}/why#why-CLAIM", DESKTOP, {}),
    "reasons on a phone": (f"{SAMPLE}/why", PHONE, {"color_scheme": "dark"}),
    "embed": ("/embed/nk-soldiers-kursk", {"width": 700, "height": 520}, {}),
    "file": (f"{SAMPLE}.html", DESKTOP, {}),
    "error": ("/no-such-page", DESKTOP, {}),
}


@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing(open_page, site, claims, name):
    path, viewport, options = VIEWS[name]
    address = site + path.replace("CLAIM", claims[6].claim_id)
    page = open_page(address, viewport, bypass_csp=True, reduced_motion="reduce", **options).page
    found = Axe().run(page).response["violations"]
    words = [
        f"{v['id']}: {v['help']} — {node['html'][:160]}" for v in found for node in v["nodes"][:3]
    ]
    assert words == []

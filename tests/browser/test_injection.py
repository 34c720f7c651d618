"""Hostile words in every field are shown as words, and nothing in them runs."""

import pytest

from tests.browser.conftest import EVALUATED, PAYLOADS
from web.standalone import standalone_page

OWN = "/maps/hostile"
PAGES = (
    "/",
    OWN,
    f"{OWN}?lang=uk",
    *(f"{OWN}/{name}" for name in ("map", "claims", "places", "questions", "timeline", "why")),
    "/embed/hostile",
)
# Pages that show a part of what the map holds.
PARTIAL = (
    f"{OWN}/method",
    f"{OWN}/claims/c3",
    "/?q=window",
    "/?q={{5309*2741}}",
    f"{OWN}/claims?q=<img",
)


PICTURE = "[src^='/maps/'], [src^='data:image/svg+xml;base64,']"


def visible(words: str) -> str:
    return " ".join(words.split())


def check_inert(record, own: str) -> None:
    page = record.page
    assert page.evaluate("typeof window.__x") == "undefined"
    assert page.locator("[href^='javascript' i], [src^='javascript' i]").count() == 0
    assert page.locator(f"img:not({PICTURE}), object, embed, iframe").count() == 0
    handlers = page.evaluate(
        "Array.from(document.querySelectorAll('*')).filter(e =>"
        " e.getAttributeNames().some(n => n.startsWith('on'))).length"
    )
    assert handlers == 0
    record.check_quiet(own)


def wake_everything(page) -> None:
    """Hover and open all there is: marks, cards, menus, tooltips."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    if page.locator("#map_00").count():
        page.evaluate(
            "Dateline.shapes.forEach((shape) => {"
            " const centre = { bubbles: true, clientX: 400, clientY: 300 };"
            " shape.target.getElement().dispatchEvent(new MouseEvent('mouseover', centre));"
            " Dateline.select({ place: shape.key }, 'map'); });"
            "Dateline.claims.forEach((claim) => Dateline.select({ claim: claim.id }, 'list'));"
        )
        page.wait_for_timeout(100)


@pytest.mark.parametrize("path", PAGES)
def test_payloads_stay_words_on_every_page(open_page, site, path):
    record = open_page(site + path, reduced_motion="reduce")
    wake_everything(record.page)
    check_inert(record, f"{site}/")
    text = visible(record.page.evaluate("document.body.textContent"))
    for payload in PAYLOADS:
        assert visible(payload) in text, payload
    assert EVALUATED not in text


@pytest.mark.parametrize("path", PARTIAL)
def test_payloads_are_inert_where_only_some_are_shown(open_page, site, path):
    record = open_page(site + path, reduced_motion="reduce")
    wake_everything(record.page)
    check_inert(record, f"{site}/")
    assert EVALUATED not in record.page.evaluate("document.body.textContent")


def test_payloads_stay_words_in_a_reading_that_is_not_kept(open_page, site, app):
    record = open_page(f"{site}/")
    page = record.page
    page.fill("#text", "\n\n".join(f"The {p} ministry said 30 {p} people died." for p in PAYLOADS))
    page.fill("#title", PAYLOADS[6])
    page.fill("#publisher", PAYLOADS[9])
    before = app.extensions["dateline"].store.list()
    page.click("button.primary")
    page.wait_for_selector("h1:text('What was read')")
    wake_everything(page)
    check_inert(record, f"{site}/")
    assert EVALUATED not in page.evaluate("document.body.textContent")
    assert app.extensions["dateline"].store.list() == before


def test_payloads_stay_words_in_the_file_from_disk(open_page, app, tmp_path):
    document = app.extensions["dateline"].store.get("hostile")
    for quotes_only in (False, True):
        path = tmp_path / f"hostile-{quotes_only}.html"
        path.write_bytes(standalone_page(document, quotes_only=quotes_only))
        record = open_page(path.as_uri(), offline=True, reduced_motion="reduce")
        wake_everything(record.page)
        check_inert(record, "file://")
        text = visible(record.page.evaluate("document.body.textContent"))
        for payload in PAYLOADS:
            assert visible(payload) in text, payload


def test_payloads_stay_words_in_a_notebooks_map(open_page, app, tmp_path):
    from web.notebook import folium_map

    document = app.extensions["dateline"].store.get("hostile")
    path = tmp_path / "notebook.html"
    path.write_text(folium_map(document).get_root().render(), encoding="utf-8")
    record = open_page(path.as_uri(), offline=True)
    wake_everything(record.page)
    assert record.page.evaluate("typeof window.__x") == "undefined"
    assert record.complaints == []
    assert record.requests == [path.as_uri()]
    assert "{{5309*2741}}" in record.page.evaluate("document.body.textContent")


def test_a_report_of_payloads_read_by_the_pipeline_stays_words(open_page, site, app):
    words = "\n\n".join(
        f"The {payload} ministry said on Monday that 30 {payload} people died in Lagos, Nigeria."
        for payload in PAYLOADS
    )
    answer = app.test_client().post(
        "/articles", json={"text": words, "title": PAYLOADS[6], "id": "hostile-read"}
    )
    assert answer.status_code == 201
    try:
        record = open_page(f"{site}/maps/hostile-read", reduced_motion="reduce")
        wake_everything(record.page)
        check_inert(record, f"{site}/")
    finally:
        app.extensions["dateline"].store.remove("hostile-read")


def test_words_that_turn_the_reading_direction_end_with_their_field(open_page, site):
    page = open_page(f"{site}/maps/hostile").page
    directions = page.locator(".paragraph > p").evaluate_all(
        "all => all.map(e => getComputedStyle(e).unicodeBidi)"
    )
    assert set(directions) == {"isolate"}
    assert page.evaluate("document.title.includes('\u202e')") is False

"""Text and map speak to each other, by mouse and by keyboard, and the address remembers."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import DESKTOP, SAMPLE


def state(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def bounds(page) -> list[float]:
    return page.evaluate(
        "(() => { const b = Dateline.map.getBounds();"
        "return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]; })()"
    )


def claim_at(claims, words: str):
    return next(a for a in claims if words in a.anchor.quote)


def quote_of(page) -> str:
    return " ".join(page.locator(".card:visible mark").inner_text().split())


def test_a_sentence_brings_the_map_to_its_place_and_opens_its_card(map_page, claims):
    page = map_page()
    before = bounds(page)
    claim = claim_at(claims, "five camps")
    page.locator(".run.claimed", has_text="five camps").first.click()
    assert state(page) == {"claim": [claim.claim_id]}
    assert quote_of(page) == " ".join(claim.anchor.quote.split())
    west, _south, east, _north = bounds(page)
    assert bounds(page) != before
    assert west < 110, "the Far East lies in one piece"
    assert east > 180
    assert page.locator(".run.is-selected", has_text="five camps").count() >= 1
    assert page.locator(".mark-area.is-selected").count() == 1


def test_hovering_hints_and_never_moves_the_map(map_page):
    page = map_page()
    before = bounds(page)
    page.locator(".run.claimed", has_text="five camps").first.hover()
    assert page.locator(".mark-area.is-hinted").count() >= 1
    assert bounds(page) == before
    assert state(page) == {}


def test_a_mark_brings_the_sentence_into_view(map_page, claims):
    page = map_page()
    shape = page.evaluate(
        "Array.from(Dateline.shapes.values())"
        ".find((s) => s.place === 'Kursk Oblast' && !s.flow).key"
    )
    page.evaluate(
        "(key) => { Dateline.map.fitBounds(Dateline.boundsOf([key]), { animate: false }); }", shape
    )
    box = page.evaluate(
        "(key) => { const p = Dateline.map.latLngToContainerPoint("
        "Dateline.boundsOf([key]).getCenter());"
        "const b = Dateline.box.getBoundingClientRect(); return [p.x + b.x, p.y + b.y]; }",
        shape,
    )
    page.mouse.click(*box)
    assert state(page) == {"place": [shape]}
    lines = page.locator(".place-card:visible .claim-line")
    assert lines.count() >= 2
    last = lines.last
    number = last.locator(".chip-number").inner_text()
    last.click()
    claim = claims[int(number) - 1]
    assert state(page) == {"claim": [claim.claim_id]}
    run = page.locator(".run.is-selected").first
    place = run.bounding_box()
    assert 0 <= place["y"] <= DESKTOP["height"]


def test_a_link_restores_the_selection_and_the_layers(map_page, site, claims):
    claim = claim_at(claims, "at least 3,000")
    layers = "&layer=speaker-john-kirby&layer=topic-movements"
    address = f"{SAMPLE}?filter=speaker&filter=topic{layers}"
    page = map_page(f"{address}&claim={claim.claim_id}")
    assert quote_of(page) == " ".join(claim.anchor.quote.split())
    checked = page.locator(".layers input:checked")
    values = set(checked.evaluate_all("boxes => boxes.map(b => b.value)"))
    assert {one for one in values if one.startswith(("speaker-", "topic-"))} == {
        "speaker-john-kirby",
        "topic-movements",
    }
    drawn = page.evaluate("Array.from(document.querySelectorAll('.mark:not(.is-off)')).length")
    assert 1 <= drawn <= 4


def test_escape_closes_the_card_and_gives_the_focus_back(map_page):
    page = map_page()
    chip = page.locator("a.chip").nth(4)
    chip.focus()
    page.keyboard.press("Enter")
    assert page.locator(".card:visible").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("#dock").is_hidden()
    assert state(page) == {}
    assert chip.evaluate("chip => chip === document.activeElement")


def test_marks_are_reached_and_opened_by_keyboard(map_page):
    page = map_page()
    marks = page.locator(".mark[role=button]")
    assert marks.count() == page.evaluate("Dateline.shapes.size")
    for mark in marks.all():
        assert "claim" in mark.get_attribute("aria-label")
    marks.first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#dock").is_visible()
    focused = page.evaluate("document.activeElement.tagName")
    assert focused == "H3"


def test_n_and_p_walk_the_claims_while_the_map_has_the_focus(map_page, claims):
    page = map_page()
    page.locator("#map_00").focus()
    page.keyboard.press("n")
    assert state(page) == {"claim": [claims[0].claim_id]}
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert state(page) == {"claim": [claims[0].claim_id]}
    page.locator("a.brand").focus()
    page.keyboard.press("n")
    assert state(page) == {"claim": [claims[0].claim_id]}


def test_only_one_speaker_leaves_their_marks_legend_and_count(map_page, claims):
    page = map_page()
    kirby = {a.claim_id for a in claims if a.who.source == "John Kirby"}
    page.locator("[data-only='speaker-john-kirby']").click()
    status = page.locator(".map-status").inner_text()
    assert status.startswith(f"{len(kirby)} of {len(claims)} claims shown")
    tones = page.evaluate(
        "Array.from(new Set(Array.from(document.querySelectorAll("
        "'.mark-outline:not(.is-off)'),"
        "p => p.getAttribute('class').match(/tone-\\w+/)[0])))"
    )
    assert len(tones) == 1
    assert page.locator(".legend li[data-key=denies]").is_hidden()
    assert page.locator(".legend li[data-key=asserts]").is_visible()
    page.locator("fieldset[data-group=speaker] [data-set=all]").click()
    assert state(page) == {}
    assert page.locator(".map-status").inner_text().startswith(f"{len(claims)} claims")


def test_with_no_layer_nothing_is_drawn_and_the_page_says_so(map_page, claims):
    page = map_page()
    page.locator("fieldset[data-group=topic] [data-set=none]").click()
    assert page.locator(".mark:not(.is-off)").count() == 0
    assert page.locator(".count-label").count() == 0
    assert page.locator(".map-status").inner_text().startswith(f"0 of {len(claims)} claims shown")


def test_the_tray_opens_the_claims_that_have_no_place(map_page, claims):
    page = map_page()
    page.locator(".tray summary").click()
    line = page.locator(".tray .claim-line").first
    line.click()
    assert page.locator(".card:visible").get_by_text("No place given").count() <= 1
    assert page.locator(".card:visible").count() == 1
    assert page.locator("path.is-selected").count() == 0


def test_related_claims_lead_to_each_other(map_page, claims):
    related = next(a for a in claims if a.relations)
    page = map_page(f"{SAMPLE}?claim={related.claim_id}")
    page.locator(".card:visible dd a[data-claim]").first.click()
    assert state(page)["claim"] != [related.claim_id]
    assert page.locator(".card:visible").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_citation_can_be_copied(open_page, site, claims, scheme):
    record = open_page(
        f"{site}{SAMPLE}?claim={claims[1].claim_id}",
        color_scheme=scheme,
        permissions=["clipboard-read", "clipboard-write"],
    )
    record.page.get_by_role("button", name="Copy citation").locator("visible=true").click()
    record.page.get_by_role("button", name="Copied").wait_for()
    copied = record.page.evaluate("navigator.clipboard.readText()")
    assert claims[1].anchor.quote in copied
    assert claims[1].who.source in copied


def test_on_a_phone_the_card_is_a_sheet_under_the_map(map_page, claims):
    page = map_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.locator("a.chip").nth(5).tap()
    sheet = page.locator("#dock").bounding_box()
    stage = page.locator(".map-figure").bounding_box()
    assert stage["y"] <= 120
    assert sheet["y"] + sheet["height"] <= 845
    assert sheet["y"] >= stage["y"] + stage["height"] + 60, "the sentence has room between"
    run = page.locator(".run.is-selected").first.bounding_box()
    assert stage["y"] + stage["height"] - 1 <= run["y"] <= sheet["y"]
    page.locator("#dock .close").tap()
    assert page.locator("#dock").is_hidden()

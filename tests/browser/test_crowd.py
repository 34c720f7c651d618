"""More than a thousand marks: one picture, a list a sheet at a time, cards when they are opened."""

import dataclasses

import pytest
from playwright.sync_api import expect

from benchmarks.crowd import crowded
from layers.build import build
from tests.browser.conftest import PAYLOADS

CROWD = "/maps/crowd/map"
COUNT = 1200


@pytest.fixture(scope="module")
def crowd(app):
    """A map of 1,200 claims, the quotes of the first of them hostile."""
    document = crowded(COUNT)
    first = [
        dataclasses.replace(
            one,
            anchor=one.anchor._replace(prefix=payload, suffix=payload),
            who=one.who._replace(source=payload, source_role=payload),
            where=one.where._replace(place=payload),
        )
        for one, payload in zip(document.annotations, PAYLOADS, strict=False)
    ]
    made = (*first, *document.annotations[len(first) :])
    store = app.extensions["dateline"].store
    store.add(dataclasses.replace(document, annotations=made, layers=build(made)))
    yield document
    store.remove("crowd")


@pytest.fixture
def page(crowd, map_page):
    return map_page(CROWD)


def inked(page) -> int:
    """How many pixels of the picture are not empty."""
    return page.evaluate(
        "(() => { const c = document.querySelector('canvas.crowd');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "let n = 0; for (let i = 3; i < d.length; i += 4) { n += d[i] > 0 ? 1 : 0; } return n; })()"
    )


def spot(page, index: int) -> tuple[float, float]:
    return page.evaluate(
        "(index) => { const p = Dateline.map.latLngToContainerPoint(Dateline.crowd[index].latLng);"
        "const b = Dateline.box.getBoundingClientRect(); return [p.x + b.x, p.y + b.y]; }",
        index,
    )


def test_the_spots_are_one_picture_and_the_page_says_so(page):
    assert page.locator(".mark").count() == 0
    assert inked(page) > 5_000
    assert page.get_by_text("the list of claims leads to each of them").is_visible()
    assert page.locator(".map-status").inner_text().startswith("1,200 claims") or page.locator(
        ".map-status"
    ).inner_text().startswith("1200 claims")


def test_filters_change_the_picture_and_the_list(page):
    before = inked(page)
    page.locator("fieldset[data-group=status] [data-only='status-denies']").click(force=True)
    assert inked(page) < before / 2
    page.get_by_role("tab", name="Claims").click()
    stated = page.locator(".walked .status", has_not_text="denied")
    expect(stated).to_have_count(0, timeout=20_000)
    assert page.locator(".walked .status").count() == 100
    page.locator("fieldset[data-group=status] [data-set=none]").evaluate("e => e.click()")
    assert inked(page) == 0


def test_a_spot_of_the_picture_opens_its_claim(page, crowd):
    index = page.evaluate(
        "Dateline.crowd.findIndex((s, i) => { const p = Dateline.map.latLngToContainerPoint("
        "s.latLng); return i > 100 && p.x > 200 && p.x < 700 && p.y > 200 && p.y < 500; })"
    )
    page.mouse.move(*spot(page, index))
    page.locator(".leaflet-tooltip").wait_for()
    page.mouse.click(*spot(page, index))
    page.locator(".card:visible").wait_for()
    claim = page.evaluate("Dateline.state.claim")
    quote = next(a.anchor.quote for a in crowd.annotations if a.claim_id == claim)
    assert page.locator(".card:visible mark").inner_text() == quote
    assert page.locator("path.crowd-ring.is-selected").count() == 1


def test_the_list_leads_to_every_claim_a_sheet_at_a_time(page):
    page.get_by_role("tab", name="Claims").click()
    assert page.locator(".walked a").count() == 100
    page.get_by_role("link", name="Further claims").click()
    expect(page.locator(".walked .chip-number").first).to_have_text("101")
    line = page.locator(".walked a").first
    line.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".card:visible .chip-number", has_text="102").wait_for()
    assert page.evaluate("document.activeElement.tagName") in {"H3", "A"}


def test_the_timeline_comes_when_it_is_opened_and_follows_the_filters(page):
    assert page.locator("#sheet-timeline .lane-row").count() == 0
    page.get_by_role("tab", name="Timeline").click()
    chips = page.locator("#sheet-timeline a.chip:visible")
    page.locator("#sheet-timeline .lane-row").first.wait_for()
    whole = chips.count()
    assert whole > 500
    page.locator("fieldset[data-group=status] [data-set=none]").evaluate("e => e.click()")
    assert chips.count() == 0
    page.locator("fieldset[data-group=status] [data-set=all]").evaluate("e => e.click()")
    assert chips.count() == whole


def test_an_address_that_opens_the_timeline_has_its_rows_without_script(browser, site, crowd):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{CROWD}?panel=timeline")
    assert page.locator("#sheet-timeline .lane-row").count() == 500
    page.goto(f"{site}{CROWD}")
    page.locator("#sheet-timeline").get_by_role("link", name="Timeline").click()
    assert page.url.endswith("/maps/crowd/timeline")
    context.close()


def test_without_script_the_list_has_sheets_and_the_card_of_the_address_is_open(
    browser, site, crowd
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{CROWD}?list=12&claim=c000700")
    assert page.locator(".walked .chip-number").first.inner_text() == "1101"
    assert page.locator(".card:visible .chip-number").inner_text() == "701"
    with page.expect_navigation():  # until the next sheet is there as a whole
        page.get_by_role("link", name="Earlier claims").click()
    assert page.locator(".walked .chip-number").first.inner_text() == "1001"
    context.close()


def test_reports_of_a_large_map_are_read_one_at_a_time(map_page, crowd, monkeypatch):
    from web import reports

    monkeypatch.setattr(reports, "MOST_CHARACTERS", 1000)
    page = map_page("/maps/crowd?claim=c000150")
    assert page.get_by_text("Report 2 of 12").is_visible()
    assert page.locator(".run.is-selected").count() >= 1
    assert page.locator("article.report").count() == 1


def test_hostile_words_of_a_fetched_card_stay_words(open_page, site, crowd):
    record = open_page(site + CROWD)
    for number in range(len(PAYLOADS)):
        record.page.evaluate(f"Dateline.select({{ claim: 'c{number:06}' }}, 'list')")
        record.page.locator(f".card[data-claim=c{number:06}]:not([hidden])").wait_for()
    assert record.page.evaluate("typeof window.__x") == "undefined"
    record.check_quiet(f"{site}/")

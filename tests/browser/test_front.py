"""What a person does on the main page and around it: find, add, look before keeping, read again."""

import pytest

from tests.browser.conftest import PHONE, SAMPLE

REPORT = """Bridge closed in Lagos

LAGOS, Nigeria — At least 12 people were hurt in Lagos on Monday, the emergency agency said.

Officials in Abuja denied that the bridge had been closed."""


@pytest.fixture
def front(open_page, site):
    """Open the main page, and say at the end that nothing was foreign, refused or complained of."""
    opened = []

    def open_(path: str = "/", **options):
        record = open_page(site + path, **options)
        record.page.set_default_timeout(10_000)
        opened.append(record)
        return record.page

    yield open_
    for record in opened:
        record.check_quiet(f"{site}/")


@pytest.fixture
def store(app):
    """The store behind the site; what a test adds to it is taken out again."""
    kept = app.extensions["dateline"].store
    before = {one.id for one in kept.list()}
    yield kept
    for one in kept.list():
        if one.id not in before:
            kept.remove(one.id)


def entry(page, title: str):
    return page.locator(".map-entry", has_text=title)


def test_a_map_is_a_link_with_its_outlet_its_day_its_counts_and_its_picture(front, site):
    page = front()
    own = entry(page, "North Korean troops")
    assert own.locator("h2 a").get_attribute("href") == SAMPLE
    assert "24 Oct 2024" in own.locator(".kicker").inner_text()
    assert "claims," in own.locator(".counts").inner_text()
    own.locator("img").scroll_into_view_if_needed()
    image = own.locator("img").element_handle()
    page.wait_for_function("image => image.complete && image.naturalWidth === 320", arg=image)
    own.locator("h2 a").click()
    assert page.url == site + SAMPLE


def test_a_place_is_found_in_another_script_and_leads_to_its_names(front):
    page = front()
    page.fill("#q", "україна")
    page.press("#q", "Enter")
    page.wait_for_selector(".found")
    assert page.locator(".map-entry").count() == 1
    page.locator(".hits a", has_text="Ukraine").first.click()
    page.wait_for_selector("h1:text('Places')")
    assert page.locator(":target h2").inner_text().startswith("Ukraine")


def test_a_speaker_is_found_and_leads_to_what_he_says(front):
    page = front("/?q=kirby")
    page.locator(".hits a", has_text="John Kirby").first.click()
    page.wait_for_selector("table.claims")
    speakers = page.locator("tbody tr:not([hidden]) td:nth-child(2)").all_inner_texts()
    assert {words.strip() for words in speakers} == {"John Kirby"}


def test_words_of_the_report_are_found_and_lead_to_their_paragraph(front):
    page = front("/?q=telegram+channel")
    page.locator(".hits .quoted").first.click()
    page.wait_for_selector("#map_00[data-ready=yes]")
    assert "Telegram channel" in page.locator(":target").inner_text()


def test_what_is_on_no_map_says_so_and_the_way_back_is_one_link(front):
    page = front("/?q=zzzz")
    assert "is on no map" in page.locator(".found").inner_text()
    page.click(".found a")
    page.wait_for_selector(".map-entry")


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["wide", "phone"])
def test_a_pasted_report_is_looked_at_and_then_kept(front, store, viewport):
    page = front(**({"viewport": viewport} if viewport else {}))
    before = store.list()
    page.fill("#text", REPORT)
    page.fill("#date_published", "2024-05-07")
    page.fill("#publisher", "The Example")
    page.click("button.primary")
    page.wait_for_selector("h1:text('What was read')")
    assert store.list() == before
    assert "At least 12 people were hurt" in page.locator(".read-claims").inner_text()
    assert page.locator("img.picture").evaluate("image => image.naturalWidth") == 320
    page.click("text=Keep this map")
    page.wait_for_selector("#map_00[data-ready=yes]")
    assert "/maps/bridge-closed-in-lagos" in page.url
    assert page.locator(".kicker").first.inner_text().startswith("The Example · 7 May 2024")


def test_a_reading_that_is_discarded_leaves_nothing(front, store):
    page = front()
    before = store.list()
    page.fill("#text", REPORT)
    page.click("button.primary")
    page.click("text=Discard it")
    page.wait_for_selector("#add-title")
    assert store.list() == before


def test_doubts_are_shown_and_missing_details_can_be_given_before_keeping(front, store):
    page = front()
    page.fill("#text", REPORT)
    page.click("button.primary")
    assert "No publication date" in page.locator(".doubts").inner_text()
    page.fill("#date_published", "2024-05-07")
    page.click("text=Read again with these details")
    page.wait_for_function("!document.querySelector('.doubts')")
    assert "7 May 2024" in page.locator(".read-head").inner_text()


def test_changed_details_are_shown_again_before_they_are_kept(front, store):
    page = front()
    before = store.list()
    page.fill("#text", REPORT)
    page.click("button.primary")
    page.fill("#date_published", "2024-05-07")
    page.click("text=Keep this map")
    assert "nothing was kept" in page.locator(".notice").inner_text()
    assert store.list() == before


def test_an_uploaded_file_is_looked_at_and_then_kept(front, store, tmp_path):
    path = tmp_path / "report.md"
    path.write_text(f"# {REPORT}", encoding="utf-8")
    page = front()
    page.set_input_files("#file", path)
    page.click("button.primary")
    page.wait_for_selector("h1:text('What was read')")
    page.click("text=Keep this map")
    page.wait_for_selector("#map_00[data-ready=yes]")
    assert "Bridge closed in Lagos" in page.locator("h1").inner_text()


def test_a_map_is_read_again_its_differences_shown_and_the_old_one_replaced(front, store):
    import dataclasses

    from layers.build import build

    page = front()
    page.fill("#text", REPORT)
    page.fill("#date_published", "2024-05-07")
    page.click("button.primary")
    page.click("text=Keep this map")
    page.wait_for_selector("#map_00[data-ready=yes]")
    fresh = store.get("bridge-closed-in-lagos")
    # As an older version might have read it: one claim was not heard, of others the speaker.
    kept = [
        dataclasses.replace(a, who=a.who._replace(source="The agency"))
        for a in fresh.annotations
        if a.claim_id != fresh.annotations[-1].claim_id
    ]
    older = dataclasses.replace(
        fresh, annotations=tuple(kept), layers=build(tuple(kept)), extractor_version="0.0.9"
    )
    store.add(older, replace=True)

    page.goto(page.url.split("/maps/")[0])
    own = entry(page, "Bridge closed in Lagos")
    assert "Read with older rules (0.0.9)" in own.inner_text()
    own.locator("summary").click()
    own.locator("button", has_text="Read again").click()
    page.wait_for_selector("h1:text('Read again')")
    assert "denied that the bridge" in page.locator(".came").inner_text()
    changed = page.locator("section.difference").first.inner_text()
    assert "The agency" in changed
    assert store.get("bridge-closed-in-lagos") == older
    page.click("text=Replace the old reading")
    page.wait_for_selector("#map_00[data-ready=yes]")
    assert store.get("bridge-closed-in-lagos") == fresh


def test_a_map_is_removed_after_it_was_asked_for_twice(front, store):
    page = front()
    page.fill("#text", REPORT)
    page.click("button.primary")
    page.click("text=Keep this map")
    page.wait_for_selector("#map_00[data-ready=yes]")
    page.goto(page.url.split("/maps/")[0])
    own = entry(page, "Bridge closed in Lagos")
    assert not own.locator("text=Remove this map for good").is_visible()
    own.locator("summary").click()
    own.locator("text=Remove this map for good").click()
    page.wait_for_function("!document.body.textContent.includes('Bridge closed in Lagos')")


def test_all_of_it_works_without_script(front, store):
    page = front(java_script_enabled=False)
    page.fill("#text", REPORT)
    page.fill("#date_published", "2024-05-07")
    page.click("button.primary")
    page.click("text=Keep this map")
    page.wait_for_url("**/maps/bridge-closed-in-lagos*")
    page.goto(page.url.split("/maps/")[0] + "/?q=lagos")
    page.locator(".map-entry h2 a", has_text="Bridge").click()
    assert "Bridge closed in Lagos" in page.locator("h1").inner_text()


def test_the_language_that_was_chosen_goes_along_on_every_way(front, store):
    page = front()
    page.click("nav.languages a")
    page.wait_for_selector("h1:text('Мапи')")
    page.fill("#text", REPORT)
    page.fill("#date_published", "2024-05-07")
    page.click("button.primary")
    page.wait_for_selector("h1:text('Що прочитано')")
    page.click("text=Зберегти мапу")
    page.wait_for_selector("#map_00[data-ready=yes]")
    assert "lang=uk" in page.url
    page.locator(".text a.chip").first.click()
    page.wait_for_function("location.search.includes('claim=')")
    assert "lang=uk" in page.url
    page.click("nav.tools >> text=Хронологія")
    page.wait_for_selector("h1:text('Хронологія')")
    page.locator("input[name=undated]").uncheck()
    page.wait_for_function("location.search.includes('filter=')")
    assert "lang=uk" in page.url

"""The disagreement view and the timeline in use: eyes, keys, phone, paper, without script."""

import dataclasses
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from layers.model import Relation
from tests.browser.conftest import DESKTOP, EVALUATED, PAYLOADS, SAMPLE, hostile_map
from tests.browser.test_injection import check_inert, visible

PHONE = {"width": 390, "height": 844}
QUESTIONS, TIMELINE = f"{SAMPLE}/questions", f"{SAMPLE}/timeline"
QUARREL = "/maps/quarrel"


@pytest.fixture(scope="module")
def quarrel(app, document):
    """A map of payloads on which each claim denies the one before it."""
    made = hostile_map(document)
    linked = [made.annotations[0]]
    for before, annotation in zip(made.annotations, made.annotations[1:], strict=False):
        denial = annotation.how._replace(stance="denies")
        relation = (Relation("denies", before.claim_id),)
        linked.append(dataclasses.replace(annotation, how=denial, relations=relation))
    store = app.extensions["dateline"].store
    store.add(dataclasses.replace(made, id="quarrel", annotations=tuple(linked)))
    yield
    store.remove("quarrel")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [QUESTIONS, TIMELINE])
def test_axe_finds_nothing(open_page, site, path, viewport, scheme):
    record = open_page(site + path, viewport, bypass_csp=True, color_scheme=scheme)
    found = Axe().run(record.page).response["violations"]
    assert [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"][:3]] == []


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", [QUESTIONS, TIMELINE, "/maps/hostile/questions"])
def test_a_page_is_quiet_and_fits_its_screen(open_page, site, path, viewport):
    record = open_page(site + path, viewport)
    record.check_quiet(f"{site}/")
    assert record.page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.parametrize("path", [f"{QUARREL}/questions", f"{QUARREL}/timeline"])
def test_payloads_stay_words(open_page, site, quarrel, path):
    record = open_page(site + path)
    check_inert(record, f"{site}/")
    text = visible(record.page.evaluate("document.body.textContent"))
    for payload in PAYLOADS:
        assert visible(payload) in text, payload
    assert EVALUATED not in text


def test_a_cell_leads_to_the_sentence_and_to_the_mark(open_page, site):
    page = open_page(site + QUESTIONS, reduced_motion="reduce").page
    row = page.get_by_role("row", name=re.compile("How many camps"))
    cell = row.get_by_role("cell").filter(has_text="3 camps")
    number = cell.locator("a.chip").inner_text()
    cell.locator("a.chip").click()
    page.wait_for_selector("#map_00[data-ready=yes]")
    assert page.locator(".card:visible .chip-number").inner_text() == number
    assert "three camps" in "".join(page.locator(".run.is-selected").all_inner_texts())
    page.go_back()
    cell.get_by_role("link", name=re.compile("on the map")).click()
    page.wait_for_selector("#map_00[data-ready=yes]")
    assert page.locator(".mark-area.is-selected").count() >= 1


def test_the_row_says_how_the_answers_stand(open_page, site):
    page = open_page(site + QUESTIONS).page
    row = page.get_by_role("row", name=re.compile("How many soldiers"))
    assert "compatible, lower bound" in row.get_by_role("rowheader").inner_text()
    cell = row.get_by_role("cell").filter(has_text="Neither confirms nor denies")
    assert "declines to confirm" in cell.inner_text()
    assert cell.locator("svg.range").count() == 0


def test_all_bars_of_a_row_share_one_axis(open_page, site):
    page = open_page(site + QUESTIONS).page
    row = page.get_by_role("row", name=re.compile("How many camps"))
    points = row.locator(".bar-point").evaluate_all("all => all.map(e => e.getAttribute('cx'))")
    assert points == ["83.33%", "50.0%"]


def test_on_a_phone_cells_are_stacked_and_name_their_speaker(open_page, site):
    page = open_page(site + QUESTIONS, PHONE).page
    row = page.get_by_role("row", name=re.compile("How many camps"))
    boxes = [cell.bounding_box() for cell in row.locator("td:visible").all()]
    assert len({box["x"] for box in boxes}) == 1
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
    assert row.get_by_text("John Kirby", exact=True).first.is_visible()
    sizes = [chip.bounding_box() for chip in row.locator("a.chip").all()]
    assert all(box["width"] >= 44 and box["height"] >= 44 for box in sizes)


def test_on_paper_every_answer_keeps_its_speaker_and_its_bar(open_page, site):
    page = open_page(site + QUESTIONS).page
    page.emulate_media(media="print")
    row = page.get_by_role("row", name=re.compile("How many camps"))
    assert row.get_by_text("John Kirby", exact=True).first.is_visible()
    assert row.locator("svg.range").first.is_visible()
    assert not page.locator(".tools").is_visible()


def moments(page):
    return page.locator("[data-moment]:visible").count()


def test_the_handles_speak_and_step_days_and_weeks(open_page, site):
    page = open_page(site + TIMELINE).page
    last = page.get_by_role("slider", name="Last day shown")
    assert last.get_attribute("aria-valuetext") == "Thursday 24 October 2024"
    last.focus()
    page.keyboard.press("ArrowLeft")
    assert last.get_attribute("aria-valuetext") == "Wednesday 23 October 2024"
    page.keyboard.press("PageDown")
    assert last.get_attribute("aria-valuetext") == "Wednesday 16 October 2024"
    assert page.get_by_label("To", exact=True).input_value() == "2024-10-16"
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowRight")
    assert last.get_attribute("aria-valuetext") == "Thursday 24 October 2024"
    assert page.get_by_label("To", exact=True).input_value() == ""


def test_a_handle_never_passes_the_other(open_page, site):
    page = open_page(site + TIMELINE).page
    first = page.get_by_role("slider", name="First day shown")
    first.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    last = page.get_by_role("slider", name="Last day shown")
    assert first.get_attribute("aria-valuenow") == last.get_attribute("aria-valuenow")
    assert last.get_attribute("aria-valuemin") == first.get_attribute("aria-valuenow")
    page.keyboard.press("Home")
    assert page.get_by_label("From", exact=True).input_value() == ""


def test_moving_a_handle_hides_claims_and_the_address_brings_them_back_hidden(open_page, site):
    page = open_page(site + TIMELINE).page
    whole = moments(page)
    page.get_by_label("was said").check()
    page.get_by_role("slider", name="Last day shown").focus()
    page.keyboard.press("ArrowLeft")
    kept = moments(page)
    assert 0 < kept < whole
    assert page.get_by_role("status").inner_text() == f"{kept} of {whole} claims shown"
    assert page.locator(".lane-row:visible").count() < page.locator(".lane-row").count()
    again = open_page(page.url).page
    assert moments(again) == kept
    handle = again.get_by_role("slider", name="Last day shown")
    assert handle.get_attribute("aria-valuetext") == "Wednesday 23 October 2024"


def test_script_and_server_keep_the_same_claims(open_page, site):
    query = "?filter=days&lane=refers&from=2024-10-24&undated=1"
    page = open_page(site + TIMELINE).page
    page.get_by_label("From", exact=True).fill("2024-10-24")
    scripted = page.locator("[data-moment]:visible").evaluate_all(
        "a => a.map(e => e.dataset.moment)"
    )
    served = open_page(site + TIMELINE + query, java_script_enabled=False).page
    bare = served.locator("[data-moment]:visible")
    assert [item.get_attribute("data-moment") for item in bare.all()] == scripted
    assert 0 < len(scripted) < page.locator("[data-moment]").count()


def test_dragging_a_handle_moves_its_day(open_page, site):
    page = open_page(site + TIMELINE).page
    handle = page.get_by_role("slider", name="First day shown")
    box, track = handle.bounding_box(), page.locator(".track").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] / 2, box["y"] + 10, steps=4)
    page.mouse.up()
    middle = page.get_by_label("From", exact=True).input_value()
    assert "2024-08-01" < middle < "2024-08-31"


def test_without_script_the_form_filters(open_page, site):
    page = open_page(site + TIMELINE, java_script_enabled=False).page
    whole = moments(page)
    assert page.get_by_role("slider").count() == 0
    page.get_by_label("was said").check()
    page.get_by_label("To", exact=True).fill("2024-10-23")
    page.get_by_role("button", name="Show these days").click()
    assert 0 < moments(page) < whole
    assert page.get_by_label("To", exact=True).input_value() == "2024-10-23"
    page.get_by_role("link", name="All days").click()
    assert moments(page) == whole

"""The desk beside the map: layers by group, the list that arrow keys walk, days, keys, the view."""

from urllib.parse import parse_qs, urlsplit

from tests.browser.conftest import SAMPLE


def state(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def status(page) -> str:
    return page.locator(".map-status").inner_text()


def listed(page) -> list[str]:
    return page.locator(".walked li:not([hidden]) a").evaluate_all(
        "a => a.map(e => e.dataset.claim)"
    )


def test_a_status_can_be_shown_alone(map_page, claims):
    page = map_page()
    denials = [a.claim_id for a in claims if a.how.stance == "denies"]
    page.locator("[data-only='status-denies']").click(force=True)
    assert status(page).startswith(f"{len(denials)} of {len(claims)} claims shown")
    assert state(page) == {"filter": ["status"], "layer": ["status-denies"]}
    page.get_by_role("tab", name="Claims").click()
    assert listed(page) == denials
    page.get_by_role("link", name="Show all").click()
    assert len(listed(page)) == len(claims)
    assert state(page) == {"panel": ["claims"]}


def test_the_server_writes_what_the_script_shows(map_page, browser, site):
    address = "?filter=status&layer=status-denies&filter=days&lane=said&to=2024-10-24&undated=1"
    with_script = map_page(SAMPLE + address)
    context = browser.new_context(java_script_enabled=False)
    without = context.new_page()
    without.goto(f"{site}{SAMPLE}{address}")
    assert listed(without) == listed(with_script) != []
    assert status(without) == status(with_script)
    for page in (without, with_script):
        dimmed = page.locator(".text a.chip.is-off").evaluate_all(
            "a => a.map(e => e.dataset.claim)"
        )
        assert not set(dimmed) & set(listed(page))
        assert dimmed
    context.close()


def test_with_a_group_off_the_page_says_why_nothing_is_shown(map_page):
    page = map_page()
    group = page.locator("fieldset[data-group=precision]")
    group.locator("[data-set=none]").click()
    assert group.get_by_text("All are off, so nothing is shown.").is_visible()
    page.get_by_role("tab", name="Claims").click()
    assert page.get_by_text("No claim is left by the layers and days that are on.").is_visible()


def test_arrow_keys_walk_the_list_and_enter_opens_a_claim(map_page, claims):
    page = map_page(f"{SAMPLE}?panel=claims")
    lines = page.locator(".walked a")
    assert lines.evaluate_all("a => a.filter(e => e.tabIndex === 0).length") == 1
    lines.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    focused = page.evaluate("document.activeElement.dataset.claim")
    assert focused == claims[1].claim_id
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert state(page)["claim"] == [claims[-1].claim_id]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.claim") == claims[-1].claim_id


def test_the_list_comes_before_the_marks_of_the_map_for_the_keyboard(map_page):
    page = map_page()
    order = page.evaluate(
        "document.querySelector('.walked').compareDocumentPosition(Dateline.box)"
        " & Node.DOCUMENT_POSITION_FOLLOWING"
    )
    assert order
    panel = page.locator(".panel").bounding_box()
    assert page.locator("#map_00").bounding_box()["y"] < panel["y"], "on the screen it stands below"


def test_the_days_filter_map_text_and_list_together(map_page, claims):
    page = map_page(f"{SAMPLE}?panel=timeline")
    handle = page.get_by_role("slider", name="Last day shown")
    assert handle.get_attribute("aria-valuetext").startswith("Thursday 24 October 2024")
    page.get_by_label("was said").check()
    handle.focus()
    page.keyboard.press("ArrowLeft")
    assert handle.get_attribute("aria-valuetext").startswith("Wednesday 23 October 2024")
    kept = [
        a.claim_id
        for a in claims
        if a.when.statement_date_start is None
        or a.when.statement_date_start.isoformat() <= "2024-10-23"
    ]
    assert state(page) == {
        "panel": ["timeline"], "filter": ["days"], "lane": ["said"], "to": ["2024-10-23"],
        "undated": ["1"],
    }  # fmt: skip
    assert status(page).startswith(f"{len(kept)} of {len(claims)} claims shown")
    assert listed(page) == kept
    shown = page.evaluate("Array.from(Dateline.shapes.values()).flatMap(s => s.shown)"
                          ".map(a => a.claim.id)")  # fmt: skip
    assert set(shown) <= set(kept)
    page.get_by_role("link", name="All days").click()
    assert listed(page) == [a.claim_id for a in claims]


def test_a_chip_of_the_timeline_opens_the_claim_beside_the_map(map_page):
    page = map_page(f"{SAMPLE}?panel=timeline")
    chip = page.locator("#sheet-timeline .lane-row:not([hidden]) a.chip").first
    claim = chip.get_attribute("data-claim")
    chip.click()
    assert state(page)["claim"] == [claim]
    assert page.locator(".card:visible").count() == 1


def test_a_question_mark_shows_the_keys_and_letters_can_be_switched_off(map_page):
    page = map_page()
    page.locator("#map_00").focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()
    dialog.get_by_label("Single letters and signs work as keys").uncheck()
    page.keyboard.press("Escape")
    assert dialog.is_hidden()
    page.locator("#map_00").focus()
    page.keyboard.press("n")
    assert state(page) == {}
    page.reload()
    page.wait_for_selector("#map_00[data-ready=yes]")
    page.locator("#map_00").focus()
    page.keyboard.press("n")
    page.keyboard.press("?")
    assert state(page) == {}
    assert dialog.is_hidden()
    page.get_by_role("button", name="Keys").click()
    assert dialog.is_visible()


def test_where_the_hand_moves_the_map_stands_in_the_address(map_page, site):
    page = map_page()
    page.locator("#map_00").focus()
    page.keyboard.press("+")
    page.wait_for_url(lambda address: "view=" in address)
    view = state(page)["view"][0].split(",")
    assert len(view) == 3
    centre = page.evaluate("[Dateline.map.getCenter().wrap().lng, Dateline.map.getZoom()]")
    again = map_page(f"{SAMPLE}?view={','.join(view)}")
    there = again.evaluate("[Dateline.map.getCenter().wrap().lng, Dateline.map.getZoom()]")
    assert abs(there[0] - centre[0]) < 0.01
    assert there[1] == centre[1]
    page.locator("a.chip").nth(3).click()
    assert "view" not in state(page), "the map went to the claim"


def test_names_counts_and_disputed_lines_can_be_put_away(map_page):
    page = map_page()
    assert page.locator(".land-name").count() > 0
    page.get_by_label("Names of countries").uncheck()
    page.get_by_label("Places and counts on the map").uncheck()
    page.get_by_label("Disputed boundaries").uncheck()
    assert page.locator("#map_00 .land-name").count() == 0
    assert page.locator("#map_00 .count-label").count() == 0
    assert page.locator("path.disputed").first.is_hidden()
    assert page.locator(".legend li[data-key=disputed]").is_hidden()
    assert page.locator(".reset").is_hidden(), "no claim is hidden by this"


def test_the_legend_names_a_disputed_boundary_only_where_one_is_seen(map_page):
    page = map_page(f"{SAMPLE}?view=-95,40,5")
    assert page.locator(".legend li[data-key=disputed]").is_hidden()


def test_on_paper_each_mark_has_the_numbers_of_its_claims(map_page):
    page = map_page(f"{SAMPLE}/map")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    labels = page.locator("#map_00 .count-label").all_inner_texts()
    told = {}
    for label in labels:
        *place, numbers = label.split("\n")
        told.setdefault(place[0] if place else "", set()).add(numbers)
    for place, numbers in page.evaluate(
        "Array.from(Dateline.shapes.values()).filter(s => !s.flow).map(s => [s.place,"
        "Array.from(new Set(s.annotations.map(a => a.claim.number))).sort((a, b) => a - b)])"
    ):
        if place in told:
            ends = [
                [int(n) for n in part.split("–")] for one in told[place] for part in one.split(", ")
            ]
            assert [n for low, *high in ends for n in range(low, (high or [low])[0] + 1)] == numbers
    assert len([place for place in told if place]) >= 6
    assert page.locator(".print-only").first.is_visible()
    assert page.locator(".tabs").is_hidden()


def test_on_paper_the_text_has_the_numbers_of_its_claims_and_the_page_its_address(map_page, site):
    page = map_page()
    page.emulate_media(media="print")
    first = page.locator(".paragraph").first
    assert first.locator(".chip").first.is_visible()
    assert first.locator(".opening").first.is_visible()
    assert page.get_by_text(f"{site}{SAMPLE}", exact=True).is_visible()


def test_one_town_alone_is_shown_with_the_countries_around(open_page, site, app):
    words = {"text": "Three people died in Omdurman, the police said.", "id": "alone"}
    assert app.test_client().post("/articles", json=words).status_code == 201
    page = open_page(f"{site}/maps/alone").page
    shown = page.locator(".land-name:visible").all_inner_texts()
    app.extensions["dateline"].store.remove("alone")
    assert len(shown) >= 4


def test_the_other_borders_come_with_the_same_layers(map_page):
    page = map_page()
    page.locator("[data-only='status-denies']").click(force=True)
    page.get_by_role("link", name="de facto view").click()
    page.wait_for_selector("#map_00[data-ready=yes]")
    assert state(page)["worldview"] == ["defacto"]
    assert state(page)["filter"] == ["status"]
    assert "RU@defacto" in page.evaluate("Array.from(Dateline.shapes.keys())")
    assert "de facto view" in page.locator(".credit").inner_text()


def test_speakers_of_one_hue_are_told_apart(sample_map):
    looks = sample_map.locator("fieldset[data-group=speaker] .swatch").evaluate_all(
        "all => all.map(e => e.getAttribute('class') + e.innerHTML.replace(/\\s+/g, ''))"
    )
    assert len(looks) > 8
    assert len(set(looks)) == len(looks)

"""On other people's pages and on disk: the frame and the file work, and ask for nothing foreign."""

import pytest

from tests.browser.conftest import SAMPLE, wait_for_map
from web.standalone import standalone_page

EMBED = "/embed/nk-soldiers-kursk"


def frame_page(site: str, sandbox: str | None, path: str = EMBED) -> str:
    held = "" if sandbox is None else f' sandbox="{sandbox}"'
    frame = f'<iframe src="{site}{path}" width="700" height="520"{held}></iframe>'
    return f"<!doctype html><title>A report</title><link rel=icon href=data:,>{frame}"


def snippet_of(client, path: str) -> str:
    import html

    page = client.get(path).text
    inside = page.split('id="snippet"', 1)[1].split(">", 1)[1].split("</textarea>")[0]
    return html.unescape(inside)


@pytest.mark.parametrize("sandbox", [None, "allow-scripts"], ids=["plain", "sandboxed"])
@pytest.mark.parametrize("place", ["foreign site", "disk"])
def test_the_embed_works_in_a_page_of_others(open_page, site, foreign, tmp_path, sandbox, place):
    address, folder = foreign
    folder = folder if place == "foreign site" else tmp_path
    (folder / "report.html").write_text(frame_page(site, sandbox), encoding="utf-8")
    page_address = (
        f"{address}/report.html" if place == "foreign site" else (folder / "report.html").as_uri()
    )
    record = open_page(page_address)
    frame = record.page.frames[1]
    wait_for_map(frame)
    assert frame.locator(".mark").count() > 3
    frame.locator(".mark[role=button]").first.focus()
    record.page.keyboard.press("Enter")
    assert frame.locator("#dock").is_visible()
    record.check_quiet(f"{site}/", address, "file://")


def test_the_snippet_as_copied_works_in_a_foreign_page(open_page, site, foreign, app):
    address, folder = foreign
    snippet = snippet_of(app.test_client(), SAMPLE).replace("http://localhost/", f"{site}/")
    page = f"<!doctype html><title>Copy</title><link rel=icon href=data:,>{snippet}"
    (folder / "copied.html").write_text(page, encoding="utf-8")
    record = open_page(f"{address}/copied.html")
    record.page.locator("iframe").scroll_into_view_if_needed()
    wait_for_map(record.page.frames[1])
    record.check_quiet(f"{site}/", address)


def test_a_page_that_is_no_embed_is_never_framed(open_page, site, foreign):
    address, folder = foreign
    (folder / "trap.html").write_text(frame_page(site, None, SAMPLE), encoding="utf-8")
    record = open_page(f"{address}/trap.html")
    assert record.page.frames[1].locator("#map_00").count() == 0
    assert any("frame-ancestors" in words for words in record.complaints)


def test_the_wheel_in_an_embed_belongs_to_the_page_around_it(open_page, site):
    page = open_page(site + EMBED).page
    zoom = page.evaluate("Dateline.map.getZoom()")
    page.mouse.move(400, 300)
    page.mouse.wheel(0, -400)
    page.locator(".gesture-hint").wait_for()
    assert page.evaluate("Dateline.map.getZoom()") == zoom


@pytest.fixture(scope="module", params=[False, True], ids=["whole", "quotes only"])
def file_on_disk(request, app, tmp_path_factory):
    document = app.extensions["dateline"].store.get("nk-soldiers-kursk")
    path = tmp_path_factory.mktemp("file") / "map.html"
    path.write_bytes(standalone_page(document, quotes_only=request.param))
    return path


def test_the_file_works_from_disk_with_the_network_off(open_page, file_on_disk):
    record = open_page(file_on_disk.as_uri(), offline=True, reduced_motion="reduce")
    page = record.page
    assert record.requests == [file_on_disk.as_uri()]
    assert page.locator(".mark").count() > 3
    page.locator(".text a[data-claim]").nth(6).click()
    assert page.locator(".card:visible").count() == 1
    assert page.locator(".mark-area.is-selected").count() >= 1
    assert "#claim=" in page.url
    page.locator("[data-only='speaker-john-kirby']").click(force=True) if page.locator(
        "#dock"
    ).is_hidden() else page.locator("#dock .close").click()
    record.check_quiet("file://")


def test_a_link_into_the_file_opens_its_card(open_page, file_on_disk, claims):
    page = open_page(f"{file_on_disk.as_uri()}#claim={claims[2].claim_id}").page
    assert page.locator(".card:visible .chip-number").inner_text() == "3"

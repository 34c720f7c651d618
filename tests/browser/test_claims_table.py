"""The table of claims sorts, filters and links, with a script and without."""

import pytest

from benchmarks.crowd import crowded
from tests.browser.conftest import SAMPLE

TABLE = f"{SAMPLE}/claims"
ROWS = "tbody tr:not([hidden])"


def column(page, number: int) -> list[str]:
    return [w.strip() for w in page.locator(f"{ROWS} td:nth-child({number})").all_inner_texts()]


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without a script"])
def test_a_column_sorts_up_and_down_and_the_address_says_so(map_page, script):
    page = map_page(TABLE, java_script_enabled=script)
    page.click("th >> text=When it was said")
    page.wait_for_function("location.search.includes('sort=said')") if script else None
    said = [
        v
        for v in page.locator(f"{ROWS} td:nth-child(9)").evaluate_all(
            "cells => cells.map(cell => cell.dataset.value)"
        )
        if v
    ]
    assert said == sorted(said)
    page.click("th >> text=When it was said")
    page.wait_for_function("location.search.includes('order=down')") if script else None
    said = [
        v
        for v in page.locator(f"{ROWS} td:nth-child(9)").evaluate_all(
            "cells => cells.map(cell => cell.dataset.value)"
        )
        if v
    ]
    assert said == sorted(said, reverse=True)
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("When it was said")


def test_numbers_sort_as_numbers_and_what_has_none_comes_last(map_page):
    page = map_page(f"{TABLE}?sort=count")
    counts = page.locator(f"{ROWS} td:nth-child(6)").evaluate_all(
        "cells => cells.map(cell => cell.dataset.value)"
    )
    numbers = [float(value) for value in counts if value]
    assert numbers == sorted(numbers)
    assert counts[len(numbers) :] == [""] * (len(counts) - len(numbers))


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without a script"])
def test_claims_are_filtered_by_words_and_by_speaker(map_page, script):
    page = map_page(TABLE, java_script_enabled=script)
    page.select_option("#by-speaker", label="Vladimir Putin")
    page.fill("#by-words", "North Korea")
    if not script:
        page.click("text=Show these claims")
    shown = column(page, 2)
    assert shown
    assert set(shown) == {"Vladimir Putin"}
    assert all("north korea" in words.lower() for words in column(page, 4))
    total = page.locator("tbody tr").count()
    assert page.locator(".shown").inner_text() == f"{len(shown)} of {total} claims shown"
    if script:
        assert "q=North+Korea" in page.url


def test_a_filter_in_the_address_is_there_again(map_page):
    page = map_page(f"{TABLE}?how=denies&sort=speaker&order=down")
    assert page.locator("#by-how").input_value() == "denies"
    assert set(column(page, 3)) == {"denied"}
    page.click("text=All claims")
    page.wait_for_selector("#by-how")
    assert page.locator(ROWS).count() == page.locator("tbody tr").count()


def test_each_claim_has_an_address_of_its_own_with_its_neighbours(map_page, claims, site):
    page = map_page(TABLE)
    page.locator("tbody tr .chip").nth(1).click()
    page.wait_for_selector(".single")
    second = claims[1].claim_id
    assert page.url == f"{site}{TABLE}/{second}"
    quote = " ".join(claims[1].anchor.quote.split())
    assert quote in " ".join(page.locator("blockquote").inner_text().split())
    page.click("a[rel=next]")
    page.wait_for_url(f"**/{claims[2].claim_id}")
    page.click("text=In the report and on the map")
    page.wait_for_selector("#map_00[data-ready=yes]")
    assert f"claim={claims[2].claim_id}" in page.url


def test_how_the_map_was_made_is_one_link_away_and_the_rebuild_matches(map_page):
    page = map_page(TABLE)
    page.click("nav.tools >> text=Method")
    page.wait_for_selector("h1:text('How this was made')")
    assert page.locator(".verdict-line").inner_text().split("\n")[-1] == "The rebuild matches."
    codes = page.locator("section").first.locator("code").all_inner_texts()
    assert len(codes) == 2
    assert codes[0] == codes[1]


def test_a_table_of_more_than_a_thousand_claims_has_sheets(open_page, site, app):
    app.extensions["dateline"].store.add(crowded(1200))
    page = open_page(f"{site}/maps/crowd/claims").page
    assert "1,200 claims" in page.locator(".standfirst").inner_text()
    assert page.locator(".sheets").first.inner_text().startswith("Claims 1 to 1,000 of 1,200")
    assert page.locator("tbody tr").count() == 1000
    page.get_by_role("link", name="Further claims").first.click()
    assert page.locator(".sheets").first.inner_text().startswith("Claims 1,001 to 1,200 of 1,200")
    assert column(page, 1) == [str(number) for number in range(1001, 1201)]
    page.get_by_role("link", name="Earlier claims").last.click()
    assert column(page, 1)[0] == "1"
    app.extensions["dateline"].store.remove("crowd")

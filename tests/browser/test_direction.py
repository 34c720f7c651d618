"""Reports that run from right to left, and English ones that quote them."""

import pytest

from tests.browser.conftest import PHONE

ARABIC = """مقتل 40 شخصا في قصف على سوق في الفاشر

قُتل ما لا يقل عن 40 شخصا عندما سقطت قذائف على سوق في مدينة الفاشر في السودان يوم الثلاثاء.

وقال الجيش السوداني في الخرطوم إن 62 شخصا لقوا حتفهم.
"""
QUOTING = """الجيش السوداني and rebels trade blame over a market

At least 40 people were killed in Khartoum on Tuesday, said Adam Regal (آدم رجال), a spokesman.

"خرجنا من البيت ليلا" was what a survivor told the UN, said Toby Harward in Khartoum.
"""


@pytest.fixture(scope="module")
def reports(app):
    client = app.test_client()
    for name, text, outlet in (
        ("arabic", ARABIC, "شبكة دارفور"),
        ("quoting", QUOTING, "Darfur Wire"),
    ):
        sent = {"text": text, "publisher": outlet, "date_published": "2025-03-05", "id": name}
        assert client.post("/articles", json=sent).status_code == 201
    yield
    for name in ("arabic", "quoting"):
        app.extensions["dateline"].store.remove(name)


def middle(locator) -> float:
    box = locator.bounding_box()
    return float(box["x"] + box["width"] / 2)


@pytest.mark.usefixtures("reports")
def test_an_arabic_report_has_its_numbers_right_and_its_speakers_left(open_page, site):
    page = open_page(f"{site}/maps/arabic").page
    paragraph = page.locator(".paragraph").first
    number, words, voice = (
        middle(paragraph.locator(part)) for part in (".paragraph-number", "p[lang]", ".voices")
    )
    assert voice < words < number
    opening = page.locator(".paragraph .opening").first.bounding_box()
    text = paragraph.locator("p[lang]").bounding_box()
    assert opening["x"] > text["x"] + 0.9 * text["width"]


@pytest.mark.usefixtures("reports")
def test_an_arabic_report_fits_a_phone_and_its_day_stays_in_order(open_page, site):
    page = open_page(f"{site}/maps/arabic", PHONE).page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    day = page.locator(".report-head time")
    parts = day.evaluate(
        "(time) => { const text = time.firstChild; const at = (from, to) => {"
        " const range = document.createRange(); range.setStart(text, from); range.setEnd(text, to);"
        " return range.getBoundingClientRect().left; }; return [at(0, 1), at(2, 5), at(6, 10)]; }"
    )
    assert day.inner_text() == "5 Mar 2025"
    assert parts == sorted(parts)


@pytest.mark.usefixtures("reports")
def test_an_english_report_stays_english_where_it_begins_with_arabic_words(open_page, site):
    page = open_page(f"{site}/maps/quoting").page
    assert page.locator("h1").evaluate("(e) => getComputedStyle(e).direction") == "ltr"
    last = page.locator(".paragraph p[lang]").last
    assert last.evaluate("(e) => getComputedStyle(e).direction") == "ltr"
    page.goto(site)
    title = page.locator("h2", has_text="rebels trade blame")
    assert title.evaluate("(e) => getComputedStyle(e).direction") == "ltr"
    own = page.locator("h2", has_text="مقتل")
    assert own.evaluate("(e) => getComputedStyle(e).direction") == "rtl"


@pytest.mark.usefixtures("reports")
def test_an_arabic_outlet_does_not_turn_the_line_that_names_it(client_text):
    assert (
        "<bdi>Claims: speakers as quoted by <bdi>شبكة دارفور</bdi>, 2025-03-05.</bdi>"
        in client_text("/maps/arabic")
    )


@pytest.fixture
def client_text(app):
    return lambda path: app.test_client().get(path).text

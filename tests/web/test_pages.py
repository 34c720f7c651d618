"""What every page promises: complete without script, nothing inline, one policy."""

import dataclasses
from html.parser import HTMLParser

import pytest

from layers.store import open_store
from web import create_app
from web.settings import Settings

SAMPLE = "/maps/nk-soldiers-kursk"
PAGES = (
    "/",
    SAMPLE,
    f"{SAMPLE}/map",
    f"{SAMPLE}/claims",
    f"{SAMPLE}/why",
    "/embed/nk-soldiers-kursk",
    "/no-such",
)
APP_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
)


class Tags(HTMLParser):
    """Collects every tag with its attributes, and the text of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def read(html: str) -> Tags:
    parser = Tags()
    parser.feed(html)
    return parser


def claims_of(client) -> list[dict]:
    features = client.get(f"{SAMPLE}.geojson").json["features"]
    return [{**f["properties"], "drawn": f["geometry"] is not None} for f in features]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_script_or_style_or_a_foreign_address(client, path):
    page = read(client.get(path, headers={"Accept": "text/html"}).text)
    for tag, attributes in page.tags:
        assert "style" not in attributes, (tag, attributes)
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
        assert tag != "style"
        if tag == "script" and attributes.get("type") != "application/json":
            assert (attributes["src"] or "").startswith("/static/")
        if tag == "link" and attributes["rel"] in {"stylesheet", "icon"}:
            assert (attributes["href"] or "").startswith("/static/")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_a_language_a_title_and_lets_people_zoom(client, path):
    page = read(client.get(path, headers={"Accept": "text/html"}).text)
    tags = dict(page.tags[:10])
    assert tags["html"]["lang"] == "en"
    assert "title" in tags
    viewport = next(a for t, a in page.tags if t == "meta" and a.get("name") == "viewport")
    assert "maximum-scale" not in viewport["content"]
    assert "user-scalable" not in viewport["content"]
    assert sum(tag == "h1" for tag, _ in page.tags) == 1


@pytest.mark.parametrize("path", PAGES)
def test_pages_carry_the_policy_and_embeds_may_be_framed(client, path):
    policy = client.get(path, headers={"Accept": "text/html"}).headers["Content-Security-Policy"]
    framed = "" if path.startswith("/embed") else "; frame-ancestors 'none'"
    assert policy == APP_POLICY + framed


def test_the_list_of_maps_gives_each_as_a_link_with_its_counts(client):
    page = client.get("/")
    assert f'href="{SAMPLE}"' in page.text
    summary = next(
        s for s in client.application.extensions["dateline"].store.list() if s.id == SAMPLE[6:]
    )
    assert f"{summary.claims} claims, {summary.places} places" in page.text
    assert "24 Oct 2024" in page.text


def test_an_empty_store_explains_how_to_add_a_report(make_app):
    app = make_app()
    app.extensions["dateline"].store.remove("camps")
    assert "Paste a report below" in app.test_client().get("/").text


def test_the_page_holds_every_word_of_the_report_and_every_quote(client, app):
    document = app.extensions["dateline"].store.get("nk-soldiers-kursk")
    words = "".join("".join(read(client.get(SAMPLE).text).words).split())
    for paragraph in document.articles[0].text.split("\n\n"):
        assert "".join(paragraph.split()) in words
    for group in document.claims():
        assert "".join(group[0].anchor.quote.split()) in words


def test_a_selected_claim_is_open_without_script(client):
    first, second = dict.fromkeys(a["claim_id"] for a in claims_of(client)), None
    second = list(first)[1]
    page = read(client.get(SAMPLE, query_string={"claim": second}).text)
    cards = [a for t, a in page.tags if t == "article" and "data-count" in a]
    assert [a["data-claim"] for a in cards if "hidden" not in a] == [second]
    assert "hidden" not in next(a for t, a in page.tags if a.get("id") == "dock")


def test_a_selected_place_lists_its_claims_without_script(client):
    shape = client.get(f"{SAMPLE}/drawing.json").json["shapes"]["key"][1]
    page = read(client.get(SAMPLE, query_string={"place": shape}).text)
    lists = [a for t, a in page.tags if a.get("class") == "place-card"]
    assert [a["data-shape"] for a in lists if "hidden" not in a] == [shape]


def test_layers_in_the_address_are_ticked_without_script(client):
    query = {"filter": "speaker", "layer": "speaker-john-kirby"}
    page = read(client.get(SAMPLE, query_string=query).text)
    boxes = [a for t, a in page.tags if t == "input" and a.get("name") == "layer"]
    ticked = [a["value"] for a in boxes if "checked" in a]
    assert [value for value in ticked if value.startswith("speaker-")] == ["speaker-john-kirby"]
    others = [a["value"] for a in boxes if not a["value"].startswith("speaker-")]
    assert [value for value in ticked if not value.startswith("speaker-")] == others


@pytest.mark.parametrize(
    "query",
    [
        {"claim": "nonsense"},
        {"place": "../../etc/passwd"},
        {"filter": "topic", "layer": "{{5309*2741}}"},
        {"claim": "\u202e" * 500},
    ],
)
def test_a_state_that_this_map_does_not_know_is_left_out(client, query):
    answer = client.get(SAMPLE, query_string=query)
    assert answer.status_code == 200
    page = read(answer.text)
    assert "hidden" in next(a for t, a in page.tags if a.get("id") == "dock")


def test_the_claims_table_has_a_row_and_a_link_for_each_claim(client):
    page = read(client.get(f"{SAMPLE}/claims").text)
    ids = dict.fromkeys(a["claim_id"] for a in claims_of(client))
    rows = [a["id"] for t, a in page.tags if t == "tr" and "id" in a]
    assert rows == [f"claim-{claim}" for claim in ids]
    links = {a["href"] for t, a in page.tags if t == "a" and "href" in a}
    assert {f"{SAMPLE}?claim={claim}" for claim in ids} <= links


def test_the_tray_shows_its_number_and_each_claim_without_a_place(client):
    placed = {a["claim_id"] for a in claims_of(client) if a["drawn"]}
    unplaced = {a["claim_id"] for a in claims_of(client)} - placed
    text = client.get(SAMPLE).text
    assert f'No place given: <span class="tray-count">{len(unplaced)}</span>' in text


def test_the_snippet_to_copy_is_a_sandboxed_frame_with_a_title_and_a_fallback_link(client):
    page = client.get(SAMPLE)
    snippet = page.text.split('id="snippet"', 1)[1].split(">", 1)[1].split("</textarea>")[0]
    assert "&lt;iframe src=&#34;http://localhost/embed/nk-soldiers-kursk&#34;" in snippet
    assert "sandbox=&#34;allow-scripts" in snippet
    assert "title=" in snippet
    assert "loading=&#34;lazy&#34;" in snippet
    assert "&lt;a href=&#34;http://localhost/maps/nk-soldiers-kursk&#34;" in snippet


def test_pages_are_the_same_bytes_each_time(client):
    for path in PAGES[:-1]:
        assert client.get(path).data == client.get(path).data


@pytest.mark.parametrize(
    "path", ["/maps/none", "/maps/none/map", "/maps/none/claims", "/embed/none", "/maps/A.b/map"]
)
def test_a_map_that_is_not_kept_is_404_in_words(client, path):
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "<h1>Not Found</h1>" in answer.text
    assert answer.headers["X-Request-ID"] in answer.text


def test_static_files_may_be_kept_for_a_year_under_their_digest(client):
    page = read(client.get(SAMPLE).text)
    for source in [a["src"] for t, a in page.tags if t == "script" and "src" in a]:
        answer = client.get(source)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "immutable" not in client.get("/static/page.css").headers["Cache-Control"]


@pytest.mark.parametrize(
    "name", ["../settings.py", "..%2fsettings.py", "js/../../app.py", "nothing.js", "js/", ""]
)
def test_nothing_outside_static_is_given(client, name):
    assert client.get(f"/static/{name}").status_code == 404


def test_the_licence_of_leaflet_is_served_beside_it(client):
    assert "BSD 2-Clause License" in client.get("/static/vendor/leaflet/LICENSE").text


def test_a_page_costs_little_beside_the_base_map(client):
    page = client.get(SAMPLE, headers={"Accept-Encoding": "gzip"})
    tags = read(client.get(SAMPLE).text).tags
    assets = [a["src"] for t, a in tags if t == "script" and "src" in a]
    assets += [a["href"] for t, a in tags if t == "link" and a["rel"] == "stylesheet"]
    assets += [f"{SAMPLE}/drawing.json"]
    sizes = [len(client.get(a, headers={"Accept-Encoding": "gzip"}).data) for a in assets]
    assert len(page.data) + sum(sizes) < 150_000


def test_healthz_says_that_store_and_gazetteer_answer(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json["status"] == "ok"
    assert answer.json["gazetteer"]


def test_the_sample_is_offered_once_even_where_maps_were_added_before(web_data, document, tmp_path):
    path = tmp_path / "maps.sqlite3"
    settings = Settings(data_dir=web_data, store=str(path), gazetteer="core")
    with open_store(path) as store:
        store.add(document)
    assert create_app(settings).test_client().get(SAMPLE).status_code == 200
    with open_store(path) as store:
        store.remove("nk-soldiers-kursk")
    again = create_app(settings).test_client()
    assert again.get(SAMPLE).status_code == 404
    assert again.get("/maps/camps").status_code == 200


def test_a_page_follows_its_map_its_query_and_its_address(make_app, document):
    app = make_app()
    client = app.test_client()
    first = client.get("/maps/camps")
    assert client.get("/maps/camps").data == first.data
    assert client.get("/maps/camps?claim=c000").data != first.data
    assert client.get("/maps/camps", base_url="http://other.example").data != first.data
    store = app.extensions["dateline"].store
    store.add(dataclasses.replace(document, title="Other camps"), replace=True)
    assert b"Other camps" in client.get("/maps/camps").data

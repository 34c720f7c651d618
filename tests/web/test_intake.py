"""Reports come in: read, kept and answered for; what cannot be read is refused in words."""

import io
import json

import pytest

REPORT = (
    "Flood in Lagos\n\nAt least 30 people have died in Lagos, Nigeria, the country’s emergency "
    "agency said on Monday.\n\nThe governor denied that."
)
GOOD = {"text": REPORT, "date_published": "2024-05-06", "publisher": "The Example"}
PAGE = (
    "<!doctype html><html lang=en><head><title>Flood in Lagos</title></head><body><article>"
    "<h1>Flood in Lagos</h1>"
    + "".join(f"<p>{words}</p>" for words in REPORT.split("\n\n")[1:] * 2)
    + "<script>window.__x=1</script></article></body></html>"
)
HTML = {"Accept": "text/html"}


@pytest.fixture
def small(make_app):
    """An application whose maps may be changed."""
    return make_app().test_client()


@pytest.fixture(scope="module")
def steady(web_data, document, tmp_path_factory):
    """An application that the tests which use it leave as it is."""
    from layers.store import open_store
    from web import create_app
    from web.settings import Settings

    path = tmp_path_factory.mktemp("steady") / "maps.sqlite3"
    with open_store(path) as store:
        store.add(document)
        store.note("nk-soldiers-kursk")
    app = create_app(Settings(data_dir=web_data, store=str(path), gazetteer="core"))
    yield app.test_client()
    app.extensions["dateline"].store.close()


def kept(client) -> set[str]:
    return {one.id for one in client.application.extensions["dateline"].store.list()}


def test_a_posted_report_becomes_a_map_at_the_given_location(small):
    answer = small.post("/articles", json=GOOD)
    assert answer.status_code == 201
    assert answer.headers["Location"] == "/maps/flood-in-lagos"
    assert answer.json["location"] == "http://localhost/maps/flood-in-lagos"
    assert answer.json["claims"] >= 2
    page = small.get(answer.headers["Location"], headers=HTML).text
    assert "the country’s emergency" in page
    assert "The Example" in page


def test_the_form_leads_a_person_to_the_new_map(small):
    answer = small.post("/articles", data=GOOD, headers=HTML)
    assert answer.status_code == 201
    assert answer.headers["Location"] == "/maps/flood-in-lagos"
    assert answer.headers["Refresh"] == "0; url=/maps/flood-in-lagos"
    assert 'href="/maps/flood-in-lagos"' in answer.text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.txt", REPORT.encode()),
        ("report.md", REPORT.encode()),
        ("report.json", json.dumps({"text": REPORT}).encode()),
        ("report.html", PAGE.encode()),
        ("REPORT.TXT", REPORT.encode("utf-16")),
    ],
)  # fmt: skip
def test_files_are_read_by_their_kind(small, name, content):
    data = {"file": (io.BytesIO(content), name), "date_published": "2024-05-06"}
    answer = small.post("/articles", data=data)
    assert answer.status_code == 201, answer.text
    assert "emergency" in small.get(answer.headers["Location"]).text


def test_the_same_headline_twice_gives_two_maps(small):
    first = small.post("/articles", json=GOOD)
    second = small.post("/articles", json={**GOOD, "text": REPORT + " Rain goes on."})
    assert first.headers["Location"] == "/maps/flood-in-lagos"
    assert second.headers["Location"] == "/maps/flood-in-lagos-2"


def test_an_id_of_ones_own_is_taken_once(small):
    assert small.post("/articles", json={**GOOD, "id": "lagos"}).status_code == 201
    answer = small.post("/articles", json={**GOOD, "id": "lagos"})
    assert answer.status_code == 409
    assert "'lagos' is kept already" in answer.json["detail"]


def test_a_report_without_claims_or_places_is_a_map_too(small):
    answer = small.post("/articles", json={"text": "Nothing happened. It was quiet."})
    assert answer.status_code == 201
    assert any("date" in warning for warning in answer.json["warnings"])
    for page in ("", "/map", "/claims", ".html", ".geojson"):
        assert small.get(answer.headers["Location"] + page).status_code == 200
    assert small.get("/embed/" + answer.json["id"]).status_code == 200


BAD = {
    "no body": ({"data": b"", "content_type": "application/json"}, 400, "no JSON"),
    "no type": ({"data": b"hello"}, 415, "application/json"),
    "plain text": ({"data": b"hello", "content_type": "text/plain"}, 415, "text/plain"),
    "broken JSON": ({"data": b'{"text": ', "content_type": "application/json"}, 400, "no JSON"),
    "JSON in latin-1": (
        {"data": '{"text":"é"}'.encode("latin-1"), "content_type": "application/json"},
        400,
        "no JSON",
    ),
    "a list": ({"json": [1]}, 400, "no object"),
    "null": ({"data": b"null", "content_type": "application/json"}, 400, "no object"),
    "nested": (
        {"data": b"[" * 200_000, "content_type": "application/json"},
        400,
        "JSON",
    ),
    "no text": ({"json": {"title": "x"}}, 400, 'either "text" or "html"'),
    "text and html": ({"json": {"text": "a", "html": "b"}}, 400, 'either "text" or "html"'),
    "text a number": ({"json": {"text": 7}}, 400, "'text' is no string"),
    "unknown key": ({"json": {**GOOD, "colour": "red"}}, 400, "'colour'"),
    "empty": ({"json": {"text": ""}}, 422, "empty"),
    "blank": ({"json": {"text": " \n\t "}}, 422, "empty"),
    "NUL": ({"json": {"text": "a\0b"}}, 422, ""),
    "half a character": (
        {"data": b'{"text": "\\ud800 said"}', "content_type": "application/json"},
        400,
        "half a character",
    ),
    "half a character in the title": (
        {"data": b'{"text": "x", "title": "\\udfff"}', "content_type": "application/json"},
        400,
        "title holds half a character",
    ),
    "a date that is none": ({"json": {**GOOD, "date_published": "2024-02-30"}}, 422, "2024-02-30"),
    "a date in words": ({"json": {**GOOD, "date_published": "yesterday"}}, 422, "yesterday"),
    "a bad id": ({"json": {**GOOD, "id": "../etc"}}, 422, "lower-case"),
    "an id with a dot": ({"json": {**GOOD, "id": "a.b"}}, 422, "lower-case"),
    "a long title": ({"json": {**GOOD, "title": "x" * 2001}}, 400, "longer than 2,000"),
    "a line break in the title": ({"json": {**GOOD, "title": "a\nb"}}, 400, "control"),
    "an empty form": ({"data": {}}, 415, "application/json"),
    "a form without text": ({"data": {"title": "x"}}, 422, "empty"),
    "a form of unknown kind": ({"data": {"text": "x", "kind": "exe"}}, 400, "'exe'"),
    "a picture": (
        {"data": {"file": (io.BytesIO(b"\x89PNG\r\n\x1a\n"), "a.png")}},
        400,
        ".png",
    ),
    "a picture called text": (
        {"data": {"file": (io.BytesIO(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "a.txt")}},
        422,
        "",
    ),
    "bytes that are no UTF-8": (
        {"data": {"file": (io.BytesIO(b"caf\xe9 \xff\xfe\xfa said"), "a.txt")}},
        422,
        "",
    ),
    "too long": ({"json": {"text": "word " * 300_000}}, 413, "1,048,576"),
    "many parts": ({"data": {f"f{n}": "x" for n in range(1000)}}, 413, ""),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_bad_input_is_refused_in_words_and_nothing_is_kept(steady, name, accept):
    request, status, words = BAD[name]
    if isinstance(request.get("data"), dict):
        data = dict(request["data"])
        if "file" in data:
            content = data["file"][0].getvalue()
            data["file"] = (io.BytesIO(content), data["file"][1])
        if name == "many parts":
            request = {"data": data, "content_type": "multipart/form-data"}
        else:
            request = {"data": data}
    before = kept(steady)
    answer = steady.post("/articles", headers={"Accept": accept}, **request)
    assert answer.status_code == status, answer.text[:500]
    assert "Traceback" not in answer.text
    if accept == "application/json":
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert words in answer.json["detail"]
        assert answer.json["status"] == status
    else:
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["X-Request-ID"]
    assert kept(steady) == before


PAYLOADS = [
    "{{5309*2741}}",
    "{% for %}",
    "{# comment",
    "${5309*2741}",
    "`${alert(1)}`",
    "</script><script>window.__x=1</script>",
    "<img src=x onerror=window.__x=1>",
    "\u2028window.__x=1\u2029",
    "\u202eevil\u202c",
    "'; DROP TABLE maps; --",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_in_every_field_stay_words(small, payload):
    report = {
        "text": f"{payload} in Lagos\n\nThe {payload} ministry said 3 {payload} fell in {payload} "
        f"Lagos, Nigeria.\n\n“{payload}” was denied by {payload} officials.",
        "title": f"Title {payload}",
        "publisher": f"Outlet {payload}",
        "author": f"Author {payload}",
        "url": f"https://example.org/{payload}",
        "date_published": "2024-05-06",
    }
    answer = small.post("/articles", json=report)
    assert answer.status_code == 201, answer.text
    place = answer.headers["Location"]
    pages = [place, f"{place}/map", f"{place}/claims", f"{place}.html", f"/embed{place[5:]}", "/"]
    pages += [f"{place}.geojson"]
    for path in pages:
        shown = small.get(path)
        assert shown.status_code == 200
        if "<" in payload and not path.endswith(".geojson"):
            assert payload not in shown.text
        if "5309*2741" in payload:
            assert "14551969 in Lagos" not in shown.text
            assert "Title 14551969" not in shown.text
    if payload[0] not in "\u2028\u202e":
        import html

        assert html.escape(payload).replace("&#x27;", "&#39;") in small.get(place).text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "https://user:pass@example.org/",
        "https://example.org\\@evil.example/",
        "//example.org/x",
        "https://exаmple.org/",
        "https://",
        "not an address",
        "http://[::1",
    ],
)
def test_an_address_that_is_no_plain_web_address_never_becomes_a_link(small, url):
    answer = small.post("/articles", json={**GOOD, "url": url})
    assert answer.status_code in {201, 422}, answer.text
    if answer.status_code == 201:
        place = answer.headers["Location"]
        for path in (place, f"{place}/claims", f"/embed{place[5:]}"):
            text = small.get(path).text
            assert "the report at its source" not in text
            assert f'href="{url}"' not in text


def test_a_report_with_an_address_links_to_it_safely(small):
    place = small.post("/articles", json={**GOOD, "url": "https://example.org/a?b=1"}).headers[
        "Location"
    ]
    link = 'href="https://example.org/a?b=1" rel="noopener noreferrer nofollow"'
    assert link in small.get(place).text


def test_a_map_is_removed_by_form_and_by_program(small):
    assert small.post("/maps/camps/remove").status_code == 303
    assert small.get("/maps/camps").status_code == 404
    assert small.delete("/maps/camps").status_code == 404
    small.post("/articles", json={**GOOD, "id": "lagos"})
    assert small.delete("/maps/lagos").status_code == 204
    assert kept(small) == set()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:81"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/articles"), ("POST", "/maps/camps/remove"), ("DELETE", "/maps/camps")],
)
def test_a_foreign_page_changes_nothing(steady, headers, method, path):
    data = GOOD if path == "/articles" else None
    answer = steady.open(path, method=method, data=data, headers=headers)
    assert answer.status_code == 403
    assert kept(steady) == {"camps"}


def test_our_own_page_may_post(small):
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}):
        assert small.post("/articles", data=GOOD, headers=headers).status_code == 201


def test_an_editors_token_is_asked_for_where_one_is_set(make_app):
    client = make_app(editor_token="öffne dich").test_client()  # noqa: S106
    assert client.post("/articles", json=GOOD).status_code == 403
    assert client.delete("/maps/camps").status_code == 403
    assert client.post("/articles", data={**GOOD, "token": "wrong"}).status_code == 403
    assert client.post("/articles", data={**GOOD, "token": "öffne dich"}).status_code == 201
    assert 'name="token"' in client.get("/").text


def test_the_limit_is_a_setting(make_app):
    client = make_app(max_body_bytes=2048).test_client()
    answer = client.post("/articles", json={"text": "word " * 1000})
    assert answer.status_code == 413
    assert "2,048" in answer.json["detail"]


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "application/json"])
def test_a_body_in_pieces_is_whole_or_refused(small, kind):
    def post(words: str):
        body = json.dumps({"text": words}) if kind.endswith("json") else f"text={words}"
        return small.post(
            "/articles",
            input_stream=io.BytesIO(body.encode()),
            content_type=kind,
            headers={"Transfer-Encoding": "chunked"},
            environ_overrides={"wsgi.input_terminated": True},
        )

    assert post("Rain fell in Lagos. " * 60_000).status_code == 413
    answer = post("Rain fell in Lagos.")
    assert answer.status_code == 201, answer.text


def test_a_headline_in_another_script_gives_no_stray_number_for_an_address(small):
    text = "مقتل 40 شخصا في الفاشر\n\nوقال الجيش السوداني في الخرطوم إن 62 شخصا لقوا حتفهم."
    made = small.post("/articles", json={"text": text, "date_published": "2025-03-05"})
    assert made.headers["Location"].startswith("/maps/article-")

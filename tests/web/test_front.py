"""The main page finds maps, and shows a reading before it is kept or replaces another."""

import base64
import dataclasses
import io
import re
from html import unescape

import pytest

from layers import style
from layers.build import build
from layers.store import digest

REPORT = (
    "Flood in Lagos\n\nAt least 30 people have died in Lagos, Nigeria, the country’s emergency "
    "agency said on Monday.\n\nThe governor denied that."
)
GOOD = {"text": REPORT, "date_published": "2024-05-06", "publisher": "The Example"}
HTML = {"Accept": "text/html"}


@pytest.fixture
def small(make_app):
    return make_app().test_client()


def store_of(client):
    return client.application.extensions["dateline"].store


def hidden(page: str) -> dict[str, str]:
    """What the form to keep a reading sends besides its visible fields."""
    form = page.split('class="add decide"', 1)[1].split("<details", 1)[0]
    found = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    text = re.search(r'<textarea name="text"[^>]*>\n(.*?)</textarea>', form, re.DOTALL)
    if text:
        found["text"] = text[1]
    return {name: unescape(value) for name, value in found.items()}


def test_a_preview_shows_claims_counts_and_doubts_and_keeps_nothing(small):
    before = store_of(small).list()
    answer = small.post("/articles/preview", data={"text": REPORT}, headers=HTML)
    assert answer.status_code == 200
    assert "What was read" in answer.text
    assert "At least 30 people have died in Lagos" in answer.text
    assert "No publication date" in answer.text
    assert store_of(small).list() == before


def test_what_was_seen_is_what_is_kept(small):
    form = hidden(small.post("/articles/preview", data=GOOD, headers=HTML).text)
    answer = small.post("/articles", data={**GOOD, **form}, headers=HTML)
    assert answer.status_code == 201
    assert digest(store_of(small).get("flood-in-lagos")) == form["expect"]


def test_an_upload_comes_back_with_the_form_and_is_kept_as_it_was(small):
    upload = {"file": (io.BytesIO(REPORT.encode()), "report.txt"), "date_published": "2024-05-06"}
    form = hidden(small.post("/articles/preview", data=upload, headers=HTML).text)
    assert base64.b64decode(form["content"]).decode() == REPORT
    answer = small.post("/articles", data={**form, "date_published": "2024-05-06"}, headers=HTML)
    assert answer.status_code == 201
    assert store_of(small).get("flood-in-lagos").articles[0].text == REPORT


@pytest.mark.parametrize("content", ["not base64!", "äöü", "AAA"])
def test_content_that_is_no_base64_is_refused_in_words(small, content):
    answer = small.post("/articles", data={"content": content, "kind": "txt"})
    assert answer.status_code == 400
    assert "base64" in answer.json["detail"]


def test_details_that_changed_since_are_shown_before_they_are_kept(small):
    form = hidden(small.post("/articles/preview", data=GOOD, headers=HTML).text)
    later = {**GOOD, **form, "date_published": "2024-06-06"}
    answer = small.post("/articles", data=later, headers=HTML)
    assert answer.status_code == 200
    assert "nothing was kept" in answer.text
    assert {one.id for one in store_of(small).list()} == {"camps"}


def test_a_report_as_long_as_allowed_can_be_looked_at_and_kept(make_app):
    client = make_app(max_body_bytes=20_000).test_client()
    text = (REPORT + "\n\n") * 200
    upload = {"file": (io.BytesIO(text.encode()[:19_000]), "report.txt")}
    page = client.post("/articles/preview", data=upload, headers=HTML)
    assert page.status_code == 200
    kept = client.post("/articles", data=hidden(page.text), headers=HTML)
    assert kept.status_code == 201
    too_long = {"file": (io.BytesIO(text.encode()[:21_000]), "report.txt")}
    assert client.post("/articles/preview", data=too_long).status_code == 413


def test_a_preview_asks_for_the_editors_token_and_hands_it_on(make_app):
    client = make_app(editor_token="open sesame").test_client()  # noqa: S106
    assert client.post("/articles/preview", data=GOOD).status_code == 403
    page = client.post("/articles/preview", data={**GOOD, "token": "open sesame"}, headers=HTML)
    assert 'value="open sesame"' in page.text
    assert client.post("/maps/camps/again").status_code == 403


@pytest.mark.parametrize(
    "path", ["/articles/preview", "/maps/camps/again", "/maps/camps/again/keep"]
)
def test_a_foreign_page_cannot_have_anything_read(small, path):
    answer = small.post(path, data=GOOD, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def add_report(client):
    client.post("/articles", json=GOOD)
    return store_of(client).get("flood-in-lagos")


def misheard(document):
    """The document as if its last claim had not been heard and its first were denied."""
    first, last = document.annotations[0].claim_id, document.annotations[-1].claim_id
    kept = tuple(
        dataclasses.replace(a, how=a.how._replace(stance="denies")) if a.claim_id == first else a
        for a in document.annotations
        if a.claim_id != last
    )
    return dataclasses.replace(document, annotations=kept, layers=build(kept))


def test_what_another_reading_would_change_is_shown_and_nothing_replaced(small):
    fresh = add_report(small)
    older = misheard(fresh)
    store_of(small).add(older, replace=True)
    page = small.post("/maps/flood-in-lagos/again", headers=HTML).text
    assert "1 claim came, 0 went, 1 changed" in page
    assert "<del><bdi>denied</bdi></del> → <ins><bdi>stated</bdi></ins>" in page
    assert store_of(small).get("flood-in-lagos") == older


def test_a_change_behind_the_same_name_is_told_in_words(small):
    fresh = add_report(small)
    drawn = next(a for a in fresh.annotations if a.where.gazetteer_id)
    moved = tuple(
        dataclasses.replace(a, where=a.where._replace(gazetteer_id="gn:1")) if a is drawn else a
        for a in fresh.annotations
    )
    store_of(small).add(dataclasses.replace(fresh, annotations=moved), replace=True)
    page = small.post("/maps/flood-in-lagos/again", headers=HTML).text
    assert "a place has another outline, or another record behind the same name" in page


def test_the_new_reading_replaces_the_old_only_as_it_was_shown(small):
    fresh = add_report(small)
    store_of(small).add(misheard(fresh), replace=True)
    page = small.post("/maps/flood-in-lagos/again", headers=HTML).text
    form = dict(re.findall(r'type="hidden" name="(seen|expect)" value="(\w+)"', page))
    stale = small.post("/maps/flood-in-lagos/again/keep", data={**form, "seen": "other"})
    assert "nothing was replaced" in stale.text
    assert store_of(small).get("flood-in-lagos") == misheard(fresh)
    answer = small.post("/maps/flood-in-lagos/again/keep", data=form)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/maps/flood-in-lagos")
    assert store_of(small).get("flood-in-lagos") == fresh


def test_a_reading_that_is_the_same_says_so(small):
    add_report(small)
    page = small.post("/maps/flood-in-lagos/again", headers=HTML).text
    assert "Nothing would change" in page
    assert "Replace the old reading" not in page


def test_corrections_by_hand_are_not_lost_in_silence(small):
    fresh = add_report(small)
    first = fresh.annotations[0]
    audit = first.audit._replace(rules=(*first.audit.rules, "override:drop"))
    by_hand = (dataclasses.replace(first, audit=audit), *fresh.annotations[1:])
    store_of(small).add(dataclasses.replace(fresh, annotations=by_hand), replace=True)
    page = small.post("/maps/flood-in-lagos/again", headers=HTML).text
    assert "1 claim was corrected by hand" in page


def test_the_method_page_reads_again_and_compares(small):
    fresh = add_report(small)
    page = small.get("/maps/flood-in-lagos/method").text
    assert "The rebuild matches." in page
    assert page.count(f"<code>{digest(fresh)}</code>") == 2
    assert f"sha256 {fresh.articles[0].sha256}" in page
    assert "its checksum, computed for this page, is the same" in page
    store_of(small).add(misheard(fresh), replace=True)
    page = small.get("/maps/flood-in-lagos/method").text
    assert "The rebuild does not match." in page
    assert "1 claim came, 0 went, 1 changed" in page


def test_a_text_that_was_tampered_with_is_told(small):
    fresh = add_report(small)
    article = dataclasses.replace(fresh.articles[0], text=fresh.articles[0].text + " ")
    store_of(small).add(dataclasses.replace(fresh, articles=(article,)), replace=True)
    assert "is not the one that was read" in small.get("/maps/flood-in-lagos/method").text


@pytest.mark.parametrize(
    "query", ["Nigeria", "нігерія", "ナイジェリア", "emergency agency", "have died"]
)
def test_maps_are_found_by_place_speaker_and_words(small, query):
    add_report(small)
    page = small.get("/", query_string={"q": query}).text
    assert "/maps/flood-in-lagos" in page
    assert "/maps/camps" not in page


@pytest.mark.parametrize(
    "query", ["zzz", "{{5309*2741}}", "<script>alert(1)</script>", "%", "\u202e"]
)
def test_what_is_on_no_map_is_said_in_safe_words(small, query):
    answer = small.get("/", query_string={"q": query})
    assert answer.status_code == 200
    assert "14551969" not in answer.text
    assert "<script>alert" not in answer.text


def test_the_picture_is_small_the_same_each_time_and_named_by_its_content(client):
    page = client.get("/").text
    address = re.search(r'src="(/maps/nk-soldiers-kursk/picture\.svg\?v=\w+)"', page)[1]
    answer = client.get(address)
    assert answer.mimetype == "image/svg+xml"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.data == client.get(address).data
    assert len(client.get(address, headers={"Accept-Encoding": "gzip"}).data) < 30_000
    assert client.get("/maps/none/picture.svg").status_code == 404


def test_the_picture_has_the_colours_of_the_map_and_no_words_of_the_report(client):
    document = store_of(client).get("nk-soldiers-kursk")
    drawn = {look.colour for look in style.speaker_styles(document.annotations).values()}
    picture = client.get("/maps/nk-soldiers-kursk/picture.svg").text
    used = set(re.findall(r"#[0-9a-f]{6}\b", picture.split("</style>")[1]))
    assert used <= drawn
    assert len(used) > 2
    assert not re.findall(r">\s*[A-Za-z]{3,}", picture.split("</style>")[1].replace("</svg>", ""))

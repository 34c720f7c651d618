"""The stand-alone file: one page, no request, nothing that could end an element early."""

import dataclasses
import json
import re

import pytest

from layers.render.standalone import Parts, inert_json, policy_of, standalone
from web.standalone import standalone_page

MAP = "/maps/nk-soldiers-kursk"


@pytest.fixture(scope="module")
def kept(app):
    return app.extensions["dateline"].store.get("nk-soldiers-kursk")


def test_two_files_of_one_map_are_equal(kept):
    assert standalone_page(kept) == standalone_page(kept)


def test_the_site_gives_the_same_file_as_the_terminal(client, kept):
    assert client.get(f"{MAP}.html").data == standalone_page(kept)
    quotes = client.get(f"{MAP}.html?quotes_only=1").data
    assert quotes == standalone_page(kept, quotes_only=True)
    assert client.get(f"{MAP}.html?quotes_only=maybe").status_code == 400


def test_the_file_names_no_address_but_those_of_text(kept):
    page = standalone_page(kept).decode()
    loaded = re.findall(r"<(?:script|link|img|iframe|use|image)[^>]*\b(?:src|href)=", page)
    assert loaded == []
    assert "@import" not in page


def test_quotes_only_leaves_the_text_and_the_context_out(document):
    unquoted = "The harbour master kept silent."
    article = document.articles[0]
    longer = dataclasses.replace(article, text=f"{article.text} {unquoted}")
    first, last = document.annotations
    anchor = last.anchor._replace(suffix=f" {unquoted}")
    kept = dataclasses.replace(
        document,
        articles=(longer,),
        annotations=(first, dataclasses.replace(last, anchor=anchor)),
    )
    assert unquoted in standalone_page(kept).decode()
    quotes = standalone_page(kept, quotes_only=True).decode()
    assert "harbour" not in quotes
    assert "The report’s text is left out" in quotes
    for annotation in kept.annotations:
        assert annotation.anchor.quote in quotes


def test_data_cannot_end_its_element():
    hostile = '{"a":"</script><script>x</script>\u2028&<!--"}'.encode()
    assert not set("<>&\u2028\u2029") & set(inert_json(hostile))
    assert json.loads(inert_json(hostile)) == json.loads(hostile)


def test_a_script_of_ours_that_would_end_itself_is_refused():
    with pytest.raises(ValueError, match="</script"):
        standalone(Parts("t", "<body></body>", [b""], [b"let a = '</script>'"], {}))


def test_the_server_names_the_same_hashes_as_the_file(client, kept):
    page = standalone_page(kept)
    header = client.get(f"{MAP}.html").headers["Content-Security-Policy"]
    for name, value in policy_of(page).items():
        assert f"{name} {value}" in header
        assert value.replace("'", "&#x27;") in page.decode()
    assert "default-src 'none'" in header


def test_a_title_is_text(document):
    page = standalone_page(dataclasses.replace(document, title="</title><b>{{x}}\u202e")).decode()
    assert "<title>&lt;/title&gt;&lt;b&gt;{{x}}</title>" in page

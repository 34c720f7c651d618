"""The policy table, the settings, and what may become a link."""

from pathlib import Path

import pytest

from web.errors import SettingsError
from web.security import POLICIES, policy
from web.settings import Settings
from web.words import safe_link


def settings(**environ: str) -> Settings:
    return Settings.from_environ(
        {"DATELINE_DATA": "data", **{f"DATELINE_{k}": v for k, v in environ.items()}}
    )


def test_without_variables_the_defaults_hold():
    found = Settings.from_environ({})
    assert found.store.endswith("maps.sqlite3")
    assert found.worldview == "un"
    assert found.tiles is None
    assert found.embed_origins == ("*",)
    assert found.editor_token is None
    assert found.max_body_bytes == 1_048_576


def test_the_store_lies_in_the_data_folder_unless_it_is_named():
    assert settings().store == str(Path("data") / "maps.sqlite3")
    assert settings(STORE="/srv/m.sqlite3").store == "/srv/m.sqlite3"
    assert settings(STORE="  ").store == str(Path("data") / "maps.sqlite3")


@pytest.mark.parametrize(
    "environ",
    [
        {"WORLDVIEW": "mine"},
        {"TILES": "ftp://x/{z}/{x}/{y}"},
        {"TILES": "https://x/{z}/{x}", "TILES_CREDIT": "c"},
        {"TILES": "https://x/{z}/{x}/{y}"},
        {"EMBED_ORIGINS": "https://a.example; script-src *"},
        {"EMBED_ORIGINS": "javascript:"},
        {"MAX_BODY_BYTES": "much"},
        {"MAX_BODY_BYTES": "-5"},
        {"MAX_BODY_BYTES": "12"},
        {"BASE_URL": "example.org"},
    ],
)
def test_a_setting_that_cannot_be_used_names_its_variable(environ):
    with pytest.raises(SettingsError, match=f"DATELINE_{next(iter(environ))}"):
        settings(**environ)


def test_apps_are_never_framed_and_embeds_by_whom_the_operator_names():
    any_origin, one = settings(), settings(EMBED_ORIGINS="https://a.example https://b.example")
    assert policy("app", one).endswith("frame-ancestors 'none'")
    assert "frame-ancestors" not in policy("embed", any_origin)
    assert policy("embed", one).endswith("frame-ancestors https://a.example https://b.example")


def test_no_policy_allows_inline_code_or_a_foreign_host():
    for directives in POLICIES.values():
        words = " ".join(directives.values())
        assert "unsafe" not in words
        assert "http" not in words
        assert directives["default-src"] == "'none'"


def test_tiles_open_the_pictures_of_their_host_and_nothing_else():
    tiled = settings(TILES="https://{s}.tiles.example/{z}/{x}/{y}.png", TILES_CREDIT="T")
    assert "img-src 'self' data: https://*.tiles.example;" in policy("app", tiled)
    assert "connect-src 'self';" in policy("app", tiled)


def test_tiles_are_off_by_default_and_credited_when_on(make_app):
    plain = make_app().test_client().get("/maps/camps").text
    assert "data-tiles" not in plain
    tiled = make_app(tiles="https://t.example/{z}/{x}/{y}.png", tiles_credit="© <T>")
    page = tiled.test_client().get("/maps/camps").text
    assert 'data-tiles="https://t.example/{z}/{x}/{y}.png"' in page
    assert 'data-tiles-credit="© &lt;T&gt;"' in page


def test_only_named_hosts_are_answered(make_app):
    client = make_app(hosts=("maps.example",)).test_client()
    assert client.get("/", headers={"Host": "maps.example"}).status_code == 200
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_a_request_id_is_kept_if_it_is_plain(client):
    assert client.get("/", headers={"X-Request-ID": "abc-1"}).headers["X-Request-ID"] == "abc-1"
    odd = client.get("/", headers={"X-Request-ID": "a b<script>"}).headers["X-Request-ID"]
    assert odd.isalnum()


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/a", True),
        ("http://example.org:8080/a?b=c#d", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://a@example.org", False),
        ("https://:b@example.org", False),
        ("https://пример.example", False),
        ("https:///path", False),
        ("https://a\\b", False),
        ("ftp://example.org", False),
        ("//example.org", False),
        ("", False),
        (None, False),
        ("http://[::1", False),
    ],
)
def test_what_may_become_a_link(address, is_link):
    assert safe_link(address) == (address if is_link else None)


def test_an_unknown_failure_is_a_500_with_its_number_and_no_traceback(make_app):
    app = make_app()
    app.config["PROPAGATE_EXCEPTIONS"] = False

    @app.get("/boom")
    def boom():
        raise ZeroDivisionError("secret words")

    answer = app.test_client().get("/boom")
    assert answer.status_code == 500
    assert answer.json["request_id"] == answer.headers["X-Request-ID"]
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_the_wrong_method_says_which_are_right(client):
    answer = client.put("/articles")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]

"""Data by address: complete, filtered, cacheable, open to any origin."""

import gzip

import pytest

MAP = "/maps/nk-soldiers-kursk"


def test_the_whole_map_is_geojson_with_sourcing_in_the_properties(client, app):
    answer = client.get(f"{MAP}.geojson")
    assert answer.headers["Content-Type"] == "application/geo+json"
    body = answer.json
    document = app.extensions["dateline"].store.get("nk-soldiers-kursk")
    assert [f["id"] for f in body["features"]] == [a.id for a in document.annotations]
    text = document.articles[0].text
    for feature in body["features"]:
        properties = feature["properties"]
        assert text[properties["start"] : properties["end"]] == properties["quote"]
        assert properties["source"]


def test_any_origin_may_read_data(client):
    for path in (".geojson", "/drawing.json"):
        answer = client.get(MAP + path, headers={"Origin": "https://other.example"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    for path in ("/basemap.geojson", "/ground.json"):
        assert client.get(path).headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_an_etag_saves_the_body(client, coding):
    headers = {"Accept-Encoding": coding}
    first = client.get(f"{MAP}.geojson", headers=headers)
    tag = first.headers["ETag"]
    assert not tag.startswith("W/")
    again = client.get(f"{MAP}.geojson", headers={**headers, "If-None-Match": tag})
    assert again.status_code == 304
    assert again.data == b""
    assert again.headers["ETag"] == tag
    other = client.get(f"{MAP}.geojson?limit=1", headers={**headers, "If-None-Match": tag})
    assert other.status_code == 200


def test_gzip_holds_the_same_bytes_and_has_a_tag_of_its_own(client):
    plain = client.get(f"{MAP}.geojson", headers={"Accept-Encoding": "identity"})
    zipped = client.get(f"{MAP}.geojson", headers={"Accept-Encoding": "gzip, br"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.data) == plain.data
    assert zipped.headers["ETag"] != plain.headers["ETag"]
    assert zipped.headers["Vary"] == "Accept-Encoding"


def test_a_changed_map_changes_its_tag_at_once(make_app, document):
    import dataclasses

    app = make_app()
    client, store = app.test_client(), app.extensions["dateline"].store
    before = client.get("/maps/camps.geojson").headers["ETag"]
    store.add(dataclasses.replace(document, title="Corrected"), replace=True)
    after = client.get("/maps/camps.geojson", headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after.json["title"] == "Corrected"


def test_each_layer_has_an_address(client, app):
    layers = app.extensions["dateline"].store.get("nk-soldiers-kursk").layers
    for layer in layers:
        body = client.get(f"{MAP}/layers/{layer.id}.geojson").json
        assert [f["id"] for f in body["features"]] == list(layer.annotation_ids)
        assert layer.title in body["title"]


def test_an_unknown_layer_names_those_that_are_there(client):
    answer = client.get(f"{MAP}/layers/nothing.geojson")
    assert answer.status_code == 404
    assert "speaker-john-kirby" in answer.json["detail"]


def test_filters_leave_what_was_asked_for(client):
    body = client.get(f"{MAP}.geojson?source=John%20Kirby").json
    assert {f["properties"]["source"] for f in body["features"]} == {"John Kirby"}
    body = client.get(f"{MAP}.geojson?stance=denies").json
    assert {f["properties"]["stance"] for f in body["features"]} == {"denies"}
    assert len(client.get(f"{MAP}.geojson?limit=2").json["features"]) == 2


def test_a_box_across_180_degrees_finds_chukotka_and_not_ukraine(client):
    body = client.get(f"{MAP}.geojson?bbox=170,60,-170,70").json
    shapes = {f["properties"]["place"] for f in body["features"]}
    assert "Russian Far East" in shapes
    assert "Ukraine" not in shapes


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("bbox=1,2,3", {"bbox"}),
        ("bbox=a,b,c,d", {"bbox"}),
        ("bbox=0,0,nan,1", {"bbox"}),
        ("bbox=0,0,inf,1", {"bbox"}),
        ("bbox=0,50,1,40", {"bbox"}),
        ("bbox=0,0,999,1", {"bbox"}),
        ("datetime=soon", {"datetime"}),
        ("datetime=2024-13-01", {"datetime"}),
        ("datetime=2024-02-01/2024-01-01", {"datetime"}),
        ("datetime=../..", {"datetime"}),
        ("said=2024-10-24/nonsense", {"said"}),
        ("stance=shouts", {"stance"}),
        ("limit=0", {"limit"}),
        ("limit=-1", {"limit"}),
        ("limit=99999999999999999999", {"limit"}),
        ("limit=%C2%B2", {"limit"}),
        ("source=", {"source"}),
        ("limit=1&limit=2", {"limit"}),
        ("nonsense=1", {"nonsense"}),
        ("bbox=1&datetime=x&limit=y&zzz=1", {"bbox", "datetime", "limit", "zzz"}),
        ("%7B%7B5309*2741%7D%7D=1", {"{{5309*2741}}"}),
    ],
)
def test_all_bad_parameters_are_reported_together(client, query, names):
    answer = client.get(f"{MAP}.geojson?{query}", headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert {error["parameter"] for error in answer.json["errors"]} == names
    assert answer.json["request_id"] == answer.headers["X-Request-ID"]


@pytest.mark.parametrize(
    "query", ["datetime=2024-10-24", "datetime=../2024-10-24", "datetime=2024-10-01/..",
              "said=2024-10-24T10:00:00Z", "bbox=20,40,0,60,60,9000"],
)  # fmt: skip
def test_forms_of_intervals_and_boxes_are_understood(client, query):
    assert client.get(f"{MAP}.geojson?{query}").status_code == 200


def test_the_base_map_has_every_country_once_and_marks_disputed_lines(client):
    features = client.get("/basemap.geojson").json["features"]
    countries = [f["properties"]["id"] for f in features if f["properties"]["kind"] == "country"]
    assert len(countries) == len(set(countries)) > 200
    assert {"UA", "RU", "KP", "FJ", "LI"} <= set(countries)
    assert any(f["properties"]["kind"] == "disputed" for f in features)
    assert all(f["geometry"]["coordinates"] for f in features)


def test_the_united_nations_view_draws_crimea_in_ukraine(client):
    import shapely

    features = client.get("/basemap.geojson").json["features"]
    shapes = {
        f["properties"]["id"]: shapely.geometry.shape(f["geometry"])
        for f in features
        if f["properties"]["kind"] == "country"
    }
    simferopol = shapely.Point(34.1, 44.95)
    assert shapes["UA"].contains(simferopol)
    assert not shapes["RU"].contains(simferopol)


def test_oembed_gives_the_frame_for_a_map_and_refuses_other_addresses(client):
    answer = client.get("/oembed?url=http://localhost/maps/nk-soldiers-kursk&maxwidth=500").json
    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert answer["width"] == 500
    assert '<iframe src="http://localhost/embed/nk-soldiers-kursk"' in answer["html"]
    assert client.get("/oembed?url=http://localhost/").status_code == 400
    assert client.get("/oembed").status_code == 400
    assert client.get("/oembed?url=http://localhost/maps/none").status_code == 404
    many = client.get("/oembed?url=x&format=xml&maxwidth=wide").json
    assert {e["parameter"] for e in many["errors"]} == {"url", "format", "maxwidth"}

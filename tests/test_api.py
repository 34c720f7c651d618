"""The Python face: a text goes in, a document with ways out comes back."""

import json

import pytest

import dateline
from layers.errors import ExportError
from reading.errors import ArticleError, DateError

TEXT = (
    "At least 40 people were killed in floods in Lagos on Monday, the health ministry said. "
    "Police in Ikeja put the toll at {{ 5309 * 2741 }} and {% raw %} ${x} </script>."
)


@pytest.fixture(scope="module", autouse=True)
def _core(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_DATA", str(tmp_path_factory.mktemp("data")))
        patch.setenv("DATELINE_GAZETTEER", "core")
        yield


@pytest.fixture(scope="module")
def document(_core):
    return dateline.read(TEXT, date="2024-10-24", title="Floods", publisher="The Post")


def test_a_text_is_read(document):
    first = document.annotations[0]
    assert (first.where.place, first.how_many.quantity) == ("Lagos", 40)
    assert document.title == "Floods"
    assert {layer.kind for layer in document.layers} == {"speaker", "topic"}


def test_a_path_is_read_too(document, tmp_path):
    path = tmp_path / "floods.txt"
    path.write_text(TEXT, encoding="utf-8")
    again = dateline.read(path, date="2024-10-24")
    assert [a.claim_id for a in again.annotations] == [a.claim_id for a in document.annotations]
    assert dateline.read(str(path), date="2024-10-24").id == "floods"


def test_it_becomes_a_geodataframe(document):
    frame = document.to_geodataframe()
    assert frame.crs.to_epsg() == 4326
    assert len(frame) == len(document.annotations)
    assert frame.geometry.iloc[0].geom_type == "Point"


def test_it_becomes_a_folium_map_that_renders_no_word_of_the_text(document):
    import folium

    drawn = document.to_folium()
    assert isinstance(drawn, folium.Map)
    page = drawn.get_root().render()
    assert "14551969" not in page
    assert "{{ 5309 * 2741 }}" in page
    assert '</script>."' not in page


def test_it_shows_itself_in_a_notebook(document):
    frame = document._repr_html_()
    assert frame.startswith('<iframe title="Floods" srcdoc="&lt;!doctype html&gt;')
    assert 'sandbox="allow-scripts"' in frame


def test_it_is_saved_by_its_suffix(document, tmp_path):
    layers = document.save(tmp_path / "floods.geojson")
    assert json.loads(layers.read_bytes())["title"] == "Floods"
    page = document.save(tmp_path / "floods.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    with pytest.raises(ExportError, match=r"'floods\.doc'"):
        document.save(tmp_path / "floods.doc")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["floods.geojson", "floods.html"]


def test_places_of_a_text(document):
    (place,) = dateline.geoparse("Snow fell in Oslo.")["places"]
    assert (place["name"], place["country_code"], place["start"]) == ("Oslo", "NO", 13)


def test_places_of_a_name(document):
    assert dateline.geocode("Paris")[0].place.country_code == "FR"


@pytest.mark.parametrize(
    ("text", "date", "error"),
    [("", None, ArticleError), ("   \n", None, ArticleError), (TEXT, "2024-13-01", DateError)],
)
def test_what_cannot_be_read_is_an_error_of_ours(document, text, date, error):
    with pytest.raises(error):
        dateline.read(text, date=date)


def test_what_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'fly'"):
        dateline.fly  # noqa: B018

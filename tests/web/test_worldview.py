"""One map, seen with other borders: the outlines change, and nothing that anybody said."""

import pytest

from layers.worldview import redrawn

SAMPLE = "/maps/nk-soldiers-kursk"
CRIMEA = (34.1, 45.0)


@pytest.fixture(scope="module")
def both(app):
    """The sample as kept, and as the de facto view draws it."""
    here = app.extensions["dateline"]
    kept = here.store.get("nk-soldiers-kursk")
    return kept, redrawn(kept, here.gazetteer, here.boundaries_of("defacto"))


def outline(document, name):
    import shapely

    found = next(
        a for a in document.annotations if a.where.place == name and a.drawn.boundary_worldview
    )
    return shapely.geometry.shape(
        {"type": found.geometry.type, "coordinates": found.geometry.coordinates}
    )


def test_crimea_lies_in_ukraine_or_in_russia_as_the_view_has_it(both):
    import shapely

    un, defacto = both
    spot = shapely.Point(CRIMEA)
    assert outline(un, "Ukraine").contains(spot)
    assert not outline(un, "Russia").contains(spot)
    assert not outline(defacto, "Ukraine").contains(spot)
    assert outline(defacto, "Russia").contains(spot)


def test_only_outlines_change(both):
    un, defacto = both
    assert [a.id for a in un.annotations] == [a.id for a in defacto.annotations]
    for one, other in zip(un.annotations, defacto.annotations, strict=True):
        assert (one.anchor, one.who, one.where) == (other.anchor, other.who, other.where)
        assert (one.geometry is None) == (other.geometry is None)
    views = {a.drawn.boundary_worldview for a in defacto.annotations} - {None}
    assert views == {"defacto"}
    assert defacto.warnings == un.warnings


def test_a_place_chosen_by_hand_keeps_its_outline_and_the_map_says_so(app, both):
    import dataclasses

    here = app.extensions["dateline"]
    kept = both[0]
    at = next(n for n, a in enumerate(kept.annotations) if a.drawn.boundary_worldview)
    chosen = dataclasses.replace(
        kept.annotations[at],
        where=kept.annotations[at].where._replace(gazetteer_id="gn:1"),
    )
    document = dataclasses.replace(
        kept, annotations=(*kept.annotations[:at], chosen, *kept.annotations[at + 1 :])
    )
    made = redrawn(document, here.gazetteer, here.boundaries_of("defacto"))
    assert made.annotations[at] == chosen
    assert "1 outlines are still those of the view in which the report was read." in made.warnings


def test_the_view_of_the_address_is_drawn_named_and_offered(client):
    un = client.get(f"{SAMPLE}/drawing.json")
    defacto = client.get(f"{SAMPLE}/drawing.json?worldview=defacto")
    assert un.headers["ETag"] != defacto.headers["ETag"]
    assert un.json["claims"] == defacto.json["claims"]
    assert "RU@un" in un.json["shapes"]["key"]
    assert "RU@defacto" in defacto.json["shapes"]["key"]
    page = client.get(f"{SAMPLE}?worldview=defacto").text
    assert "Boundaries: Natural Earth, de facto view." in page
    assert "these follow the de facto view" in page
    assert 'href="?worldview=un" data-worldview="un"' in page
    assert "ground.json?worldview=defacto" in page
    for path in ("/basemap.geojson", "/ground.json"):
        ground = client.get(f"{path}?worldview=defacto").data
        assert ground != client.get(f"{path}?worldview=un").data


@pytest.mark.parametrize("path", ["", "/map", "/drawing.json"])
def test_a_view_that_nobody_knows_is_an_error(client, path):
    answer = client.get(f"{SAMPLE}{path}?worldview=mine")
    assert answer.status_code == 400
    assert "write one of un, defacto" in answer.text


def test_without_script_links_keep_filters_and_view(client):
    query = "filter=status&layer=status-denies&worldview=defacto"
    page = client.get(f"{SAMPLE}?{query}").text
    assert f'class="chip is-off" href="?{query.replace("&", "&amp;")}&amp;claim=' in page

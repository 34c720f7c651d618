"""The map page: what is made once, and what a request costs, beside folium for each request."""

import tempfile
from importlib.metadata import version
from pathlib import Path

from benchmarks.corpus import DATE, SAMPLE
from benchmarks.tables import ms, show, times
from benchmarks.timing import own_cpu_s

_PER_SAMPLE = 20
_ADDRESSES = (
    ("reader page", "/maps/nk-soldiers-kursk"),
    ("what it draws from", "/maps/nk-soldiers-kursk/drawing.json"),
    ("all annotations as GeoJSON", "/maps/nk-soldiers-kursk.geojson"),
)


def run() -> None:
    """Print CPU milliseconds of making and of serving a map."""
    import folium

    from dateline.api import read
    from layers.export.geojson import collection
    from web.maps import ready

    document = read(SAMPLE, date=DATE)
    points = [
        (one.drawn.label_lat, one.drawn.label_lon, one.anchor.claim_id)
        for one in document.annotations
        if one.drawn.label_lat is not None
    ]

    def folium_page() -> str:
        drawn = folium.Map()
        for lat, lon, label in points:
            folium.Marker((lat, lon), popup=label).add_to(drawn)
        return str(drawn.get_root().render())

    made = [
        ("layers as GeoJSON", own_cpu_s(lambda: collection(document))),
        ("what the page draws from", own_cpu_s(lambda: ready(document, "").drawing)),
        ("stand-alone page", own_cpu_s(document.to_html)),
    ]
    peer = own_cpu_s(folium_page)
    rows = [*made, *_served()]
    rows.append((f"peer: folium {version('folium')} per request, {len(points)} markers", peer))
    show(
        "Map page",
        ("the sample", "CPU ms", "folium takes × as long"),
        [(name, ms(seconds), times(peer / seconds)) for name, seconds in rows],
    )


def _served() -> list[tuple[str, float]]:
    """Return CPU seconds per request of a server that has the map at hand."""
    from web import create_app
    from web.settings import Settings

    found = []
    own = Settings.from_environ()
    with tempfile.TemporaryDirectory() as scratch:
        store = str(Path(scratch, "maps.sqlite3"))
        app = create_app(Settings(data_dir=own.data_dir, store=store, gazetteer=own.gazetteer))
        client = app.test_client()
        for name, address in _ADDRESSES:
            answer = client.get(address)
            if answer.status_code != 200:
                raise RuntimeError(f"{address} answers {answer.status_code}")
            tag = {"If-None-Match": answer.headers.get("ETag", "")}
            found.append((f"cached {name}, per request", _per_request(client, address, {})))
            if tag["If-None-Match"]:
                found.append((f"unchanged {name} (304)", _per_request(client, address, tag)))
        app.extensions["dateline"].store.close()
    return found


def _per_request(client: object, address: str, headers: dict[str, str]) -> float:
    def several() -> None:
        for _ in range(_PER_SAMPLE):
            client.get(address, headers=headers)  # type: ignore[attr-defined]

    return own_cpu_s(several) / _PER_SAMPLE

"""Print the tables: start-up, report to annotations, page build; each beside a peer."""

import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks.timing import child_cpu_s, machine, own_cpu_s, python_cpu_s

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "sample" / "nk-soldiers-kursk.txt"
DATE = "2024-10-24"


def main() -> None:
    """Run everything; a minute on two cores."""
    print(f"{machine()}; CPU milliseconds, medians\n")
    _table("Start-up", _start_up())
    _table("Report to annotations (the sample, 3,000 characters)", _reading())
    _table("Map page", _page())


def _start_up() -> list[tuple[str, float]]:
    dateline = [sys.executable, "-m", "dateline"]
    return [
        ("python -c pass", python_cpu_s("pass")),
        ("import dateline", python_cpu_s("import dateline")),
        ("dateline --version", child_cpu_s([*dateline, "--version"])),
        ("dateline geoparse SAMPLE", child_cpu_s([*dateline, "geoparse", str(SAMPLE)])),
        ("dateline read SAMPLE", child_cpu_s([*dateline, "read", str(SAMPLE), "--date", DATE])),
        (f"peer: import folium {version('folium')}", python_cpu_s("import folium")),
        (f"peer: import geopandas {version('geopandas')}", python_cpu_s("import geopandas")),
    ]


def _reading() -> list[tuple[str, float]]:
    from dateline.api import open_places
    from geo.geoparser import locate
    from layers.reader import read
    from reading.article import read_article
    from reading.claims import extract

    article = read_article(SAMPLE, date=DATE)
    gazetteer, boundaries = open_places(None, "un")
    return [
        ("claims", own_cpu_s(lambda: extract(article))),
        ("places", own_cpu_s(lambda: locate(article, gazetteer))),
        ("report to document", own_cpu_s(lambda: read([article], gazetteer, boundaries))),
    ]


def _page() -> list[tuple[str, float]]:
    import folium

    from dateline.api import read
    from layers.export.geojson import collection
    from layers.export.view import claims, shapes

    document = read(SAMPLE, date=DATE)
    points = [
        (a.drawn.label_lat, a.drawn.label_lon, a.anchor.claim_id)
        for a in document.annotations
        if a.drawn.label_lat is not None
    ]

    def folium_page() -> str:
        drawn = folium.Map()
        for lat, lon, label in points:
            folium.Marker((lat, lon), popup=label).add_to(drawn)
        return str(drawn.get_root().render())

    return [
        ("layers as GeoJSON", own_cpu_s(lambda: collection(document))),
        ("shapes and claims of the page", own_cpu_s(lambda: (shapes(document), claims(document)))),
        ("stand-alone page", own_cpu_s(document.to_html)),
        (f"peer: folium {version('folium')}, {len(points)} Markers", own_cpu_s(folium_page)),
    ]


def _table(title: str, rows: list[tuple[str, float]]) -> None:
    print(f"## {title}\n\n| what | ms | × last row |\n|---|---:|---:|")
    for name, seconds in rows:
        print(f"| {name} | {seconds * 1000:.1f} | {seconds / rows[-1][1]:.2f} |")
    print()


if __name__ == "__main__":
    main()

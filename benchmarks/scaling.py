"""Ten times the text: how much longer it takes; and a text of ten megabytes without a space."""

from benchmarks import corpus
from benchmarks.tables import mb, ms, show, times
from benchmarks.timing import child, own_cpu_s

_HOSTILE = """
import json, sys
from dateline.opening import open_gazetteer
from geo.geoparser import locate
gazetteer = open_gazetteer()
locate("Kursk", gazetteer)
text = sys.argv[1] * (10_000_000 // len(sys.argv[1]))
before, cpu = probe.peak_bytes(), probe.cpu_s()
locate(text, gazetteer)
print(json.dumps({"cpu_s": probe.cpu_s() - cpu, "peak": probe.peak_bytes()}))
"""
_TEXTS = (("letters", "kurskberlin"), ("one name, run together", "Kursk"), ("ideographs", "平壌市"))


def run() -> None:
    """Print times for a text and for ten of it."""
    from dateline.opening import open_places
    from geo.geoparser import locate
    from layers.export.geojson import collection
    from layers.reader import read
    from reading.article import read_article
    from reading.claims import extract

    gazetteer, boundaries = open_places(None, "un")
    text = "\n\n".join(corpus.reports())
    one = read_article(text.encode(), date=corpus.DATE)
    ten = read_article("\n\n".join([text] * 10).encode(), date=corpus.DATE)
    few, many = (read([article], gazetteer, boundaries) for article in (one, ten))
    rows = []
    for name, work, small, large in (
        ("claims", extract, one, ten),
        ("places", lambda article: locate(article, gazetteer), one, ten),
        ("report to annotations", lambda article: read([article], gazetteer, boundaries), one, ten),
        ("annotations to GeoJSON", collection, few, many),
    ):
        short = own_cpu_s(lambda work=work, small=small: work(small), 5)
        long = own_cpu_s(lambda work=work, large=large: work(large), 5)
        rows.append((name, ms(short), ms(long), times(long / short)))
    show(
        "Scaling",
        (f"{len(one.text):,} characters", "CPU ms", "ten times the text", "ratio"),
        rows,
    )
    hostile = []
    for name, letters in _TEXTS:
        found = child(_HOSTILE, letters)
        hostile.append((name, ms(found["cpu_s"]), mb(found["peak"])))
    show(
        "Ten million characters without a space, places sought",
        ("text", "CPU ms", "peak RSS, MB"),
        hostile,
        note="One run each.",
    )

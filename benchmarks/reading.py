"""Reports a second: claims alone, places alone, the whole way to annotations."""

from collections.abc import Callable

from benchmarks import corpus
from benchmarks.tables import ms, show
from benchmarks.timing import own_cpu_s


def run() -> None:
    """Print reports a second of 3,000 characters."""
    from dateline.opening import open_places
    from geo.geoparser import locate
    from layers.export.geojson import collection
    from layers.reader import read
    from reading.article import read_article
    from reading.claims import extract

    articles = [read_article(text.encode(), date=corpus.DATE) for text in corpus.reports()]
    gazetteer, boundaries = open_places(None, "un")
    characters = sum(len(article.text) for article in articles)
    documents = [read([article], gazetteer, boundaries) for article in articles]
    claims = sum(len(document.claims()) for document in documents)

    def all_of(work: Callable[..., object], items: list[object]) -> float:
        seconds = own_cpu_s(lambda: [work(item) for item in items])
        return seconds / characters * corpus.REPORT_CHARACTERS

    rows = [
        ("claims alone", all_of(extract, articles)),
        ("places alone", all_of(lambda one: locate(one, gazetteer), articles)),
        ("report to annotations", all_of(lambda one: read([one], gazetteer, boundaries), articles)),
        ("annotations to GeoJSON", all_of(collection, documents)),
    ]
    per_report = claims / characters * corpus.REPORT_CHARACTERS
    show(
        "Reading",
        ("per 3,000 characters", "CPU ms", "reports/s"),
        [(name, ms(seconds), f"{1 / seconds:,.0f}") for name, seconds in rows],
        note=f"{len(articles)} reports with {per_report:.0f} claims for 3,000 characters.",
    )

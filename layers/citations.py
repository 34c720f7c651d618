"""Credit lines, the disclaimer on borders, and how to cite a report's map."""

from layers.model import Annotation, MapDocument
from reading.model import Article

GAZETTEER_CREDIT = "Places: GeoNames (geonames.org), CC BY 4.0; names of countries: Unicode CLDR."
BOUNDARY_CREDIT = "Boundaries: made with Natural Earth, public domain; simplified."
LICENCE = (
    "Quotations belong to their authors and publishers; place data CC BY 4.0 (GeoNames); "
    "boundaries public domain (Natural Earth)"
)
_VIEWS = {
    "un": "the United Nations view (A/RES/68/262, A/RES/ES-11/4)",
    "defacto": "the de facto view",
}


def credit_lines(articles: tuple[Article, ...]) -> tuple[str, ...]:
    """Return who is to be named under a map: the outlets, the gazetteer, the boundaries."""
    outlets = tuple(f"Claims: speakers as quoted by {_outlet(article)}." for article in articles)
    return (*dict.fromkeys(outlets), GAZETTEER_CREDIT, BOUNDARY_CREDIT)


def disclaimer(worldview: str) -> str:
    """Return the sentence about borders that stands on every map and in every export."""
    view = _VIEWS.get(worldview, worldview)
    return (
        f"Borders are someone's view: these follow {view}. They imply no opinion on the legal "
        "status of any territory. Areas show where something is said to be, not its exact spot."
    )


def cite(document: MapDocument, annotation: Annotation) -> str:
    """Return one line that cites a claim: speaker, words, outlet, date, address, hash."""
    article = document.article(annotation.anchor.article_id)
    who = "The report itself" if annotation.who.source == "narrator" else annotation.who.source
    parts = [f"{who}: “{annotation.anchor.quote}”", _outlet(article)]
    if article.url:
        parts.append(article.url)
    parts.append(f"paragraph {annotation.anchor.paragraph + 1}")
    parts.append(f"text sha256 {article.sha256[:12]}")
    return ", ".join(parts) + "."


def _outlet(article: Article) -> str:
    name = article.publisher or article.title or "the report"
    if article.date_published is None:
        return f"{name} (undated)"
    return f"{name}, {article.date_published.isoformat()}"

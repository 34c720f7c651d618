"""The Python face: ``dateline.read``, ``dateline.geoparse``, ``dateline.geocode``."""

import datetime as dt
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import layers.model
from dateline.opening import open_gazetteer, open_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    import folium
    import geopandas

    from geo.model import Worldview
    from reading.model import Article

_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".json"})


@dataclass(frozen=True, slots=True)
class MapDocument(layers.model.MapDocument):
    """One or more reports and all their annotations, with ways to take them elsewhere."""

    def to_geojson(self) -> bytes:
        """Return the FeatureCollection of ``docs/annotation.md`` (RFC 7946), UTF-8."""
        from layers.export.geojson import collection

        return collection(self)

    def to_geodataframe(self) -> "geopandas.GeoDataFrame":
        """Return one row an annotation, EPSG:4326, unplaced claims with an empty geometry."""
        from layers.export.frame import to_geodataframe

        return to_geodataframe(self)

    def to_folium(self) -> "folium.Map":
        """Return a folium map whose text is safe: no word of the report passes through folium."""
        from web.notebook import folium_map

        return folium_map(self)

    def to_html(self, *, quotes_only: bool = False, lang: str = "en") -> bytes:
        """Return the stand-alone page: one file, no request.

        Parameters
        ----------
        quotes_only : bool
            Leave out the full text, which often may not be republished.
        lang : str
            Language of the page; the report and its quotes stay in theirs.

        Raises
        ------
        ExportError
            There is no translation into that language.
        """
        from layers.errors import ExportError
        from web.language import LANGUAGES, speaking
        from web.standalone import standalone_page

        if lang not in LANGUAGES:
            raise ExportError(f"no pages in {lang!r}: choose {' or '.join(LANGUAGES)}")
        with speaking(lang):
            return standalone_page(self, quotes_only=quotes_only)

    def save(self, path: str | Path, *, quotes_only: bool = False) -> Path:
        """Write the map: ``.html`` stand-alone page, ``.geojson`` or ``.json`` the layers.

        Returns
        -------
        Path
            Where it was written; an older file is replaced at once or not at all.

        Raises
        ------
        ExportError
            The suffix says no format that can be written.
        """
        from dateline.output import write_atomically
        from layers.errors import ExportError

        target = Path(path)
        suffix = target.suffix.lower()
        if suffix in {".html", ".htm"}:
            content = self.to_html(quotes_only=quotes_only)
        elif suffix in {".geojson", ".json"}:
            content = self.to_geojson()
        else:
            raise ExportError(f"{target.name!r}: save as .html (map) or .geojson (layers)")
        write_atomically(target, (content,))
        return target

    def _repr_html_(self) -> str:
        import html

        page = html.escape(self.to_html().decode(), quote=True)
        title = html.escape(self.title, quote=True)
        return (
            f'<iframe title="{title}" srcdoc="{page}" sandbox="allow-scripts" '
            'style="width:100%;height:640px;border:0"></iframe>'
        )


def read(
    *reports: "str | bytes | Path | Article",
    date: str | dt.date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
    id: str | None = None,  # noqa: A002  (the word that the address and the store use)
    data_dir: str | Path | None = None,
    worldview: "Worldview" = "un",
    overrides: "str | Path | None" = None,
) -> MapDocument:
    """Read one or more reports onto one map.

    Parameters
    ----------
    *reports : str, bytes, Path or Article
        The path of a ``.txt``, ``.md``, ``.html`` or ``.json`` file, or the text itself.
    date : str or date, optional
        Day of publication, ``YYYY-MM-DD``; without it relative dates stay open.
    title, publisher, author, url : str, optional
        What is known about the report.
    id : str, optional
        Of the map: lower-case letters, digits, hyphens.
    data_dir : path, optional
        Where the world index lives; by default ``DATELINE_DATA``, else the platform's user folder.
    worldview : {"un", "defacto"}
        Whose borders are drawn.
    overrides : path, optional
        A CSV of corrections by hand.

    Returns
    -------
    MapDocument

    Raises
    ------
    reading.errors.ArticleError
        The input is empty, binary or cannot be decoded.
    reading.errors.DateError
        The date is none.
    """
    from layers.overrides import load_overrides
    from layers.reader import read as read_articles
    from reading.article import read_article
    from reading.model import Article

    articles = [
        report
        if isinstance(report, Article)
        else read_article(
            _path_or_text(report),
            date=date,
            title=title,
            publisher=publisher,
            author=author,
            url=url,
        )
        for report in reports
    ]
    gazetteer, boundaries = open_places(data_dir, worldview)
    corrections = load_overrides(Path(overrides)) if overrides is not None else ()
    document = read_articles(
        articles, gazetteer, boundaries, id=id, title=title, overrides=corrections
    )
    return with_methods(document)


def geoparse(text: str, *, data_dir: str | Path | None = None) -> dict[str, Any]:
    """Return the places that a text names, as ``dateline geoparse`` prints them.

    Examples
    --------
    >>> [place["name"] for place in geoparse("Floods reached Lagos.")["places"]]  # doctest: +SKIP
    ['Lagos']
    """
    from geo.geoparser import locate, to_json

    gazetteer = open_gazetteer(data_dir)
    return to_json(locate(text, gazetteer), "text", text)


def geocode(
    name: str,
    *,
    country: str | None = None,
    limit: int = 10,
    fuzzy: bool = False,
    data_dir: str | Path | None = None,
) -> "Sequence[Any]":
    """Return the places that a name may mean, most likely first."""
    gazetteer = open_gazetteer(data_dir)
    return gazetteer.search(name, country=country, limit=limit, fuzzy=fuzzy)


def with_methods(document: layers.model.MapDocument) -> MapDocument:
    """Return the same document with the methods of the Python face."""
    return MapDocument(**{f.name: getattr(document, f.name) for f in fields(document)})


def _path_or_text(report: str | bytes | Path) -> str | bytes | Path:
    """Take a short one-line string that ends like a file name for a path."""
    if isinstance(report, str) and "\n" not in report and len(report) < 1024:
        path = Path(report)
        if path.suffix.lower() in _SUFFIXES:
            return path
    return report

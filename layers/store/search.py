"""Finding maps: by places in any script, by speakers, headlines and words of the report.

Each map leaves rows of searchable words beside it, folded as the gazetteer folds names, its
punctuation turned into spaces. A query is found in a row if each of its words begins a word there;
in scripts that leave no spaces, if it stands anywhere.
"""

import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from geo.gazetteer import fold
from layers.model import MapDocument
from layers.store import schema
from layers.style import NARRATOR
from reading.segment import segment

TermKind = Literal["headline", "place", "speaker", "text"]
MOST_WORDS = 8
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "HANGUL")


@dataclass(frozen=True, slots=True)
class Found:
    """One row that fits a query.

    Parameters
    ----------
    map_id : str
    kind : {"headline", "place", "speaker", "text"}
    key : str
        Of a place its id in the gazetteer, or its name where it has none; of a speaker the name;
        of a text ``article:paragraph``, counted from 1; of a headline the article's id.
    name : str
        Of a place the English name, of others the same as `shown`.
    shown : str
        What the query was found in.
    lang : str or None
        BCP 47 tag of `shown`, where it is known.
    """

    map_id: str
    kind: TermKind
    key: str
    name: str
    shown: str
    lang: str | None


def term_rows(document: MapDocument) -> list[dict[str, Any]]:
    """Return the searchable rows of a map."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}

    def put(kind: TermKind, key: str, name: str, shown: str, lang: str | None = None) -> None:
        folded = normal(shown)
        if folded.strip():
            row = {"kind": kind, "key": key, "name": name, "shown": shown}
            found.setdefault((kind, key, folded), {**row, "folded": folded, "lang": lang})

    put("headline", document.id, document.title, document.title)
    for record in document.places:
        put("place", record.id, record.name, record.name, "en")
        for one in record.names:
            put("place", record.id, record.name, one.name, one.lang)
    for annotation in document.annotations:
        where, who = annotation.where, annotation.who
        if where.place is not None:
            key = where.gazetteer_id or where.place
            put("place", key, where.place, where.place)
            if where.place_mention:
                put("place", key, where.place, where.place_mention, annotation.anchor.language)
        if who.source != NARRATOR:
            put("speaker", who.source, who.source, who.source)
    for article in document.articles:
        if article.title:
            put("headline", article.id, article.title, article.title, article.language)
        for number, span in enumerate(segment(article).paragraphs, 1):
            words = span.of(article.text)
            put("text", f"{article.id}:{number}", "", words, article.language)
    return [{"ordinal": ordinal, **row} for ordinal, row in enumerate(found.values())]


def normal(text: str) -> str:
    """Return the form in which words are compared, a space before each.

    Examples
    --------
    >>> normal("“Kursk” – São Paulo")
    ' kursk sao paulo '
    """
    words = "".join(c if unicodedata.category(c)[0] not in "PZSC" else " " for c in fold(text))
    return f" {' '.join(words.split())} "


def condition(query: str) -> sa.ColumnElement[bool] | None:
    """Return what a row must fulfil, or None for a query without words."""
    words = normal(query).split()[:MOST_WORDS]
    if not words:
        return None
    column = schema.terms.c.folded
    return sa.and_(
        *(
            column.contains(word if _is_unspaced(word) else f" {word}", autoescape=True)
            for word in words
        )
    )


def _is_unspaced(word: str) -> bool:
    return any(unicodedata.name(c, "").startswith(_UNSPACED) for c in word)

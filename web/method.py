"""How a map was made: sources, versions, licences, and whether it can be made again the same."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint

import reading
from geo.errors import GeoError
from layers.explanation import Fired, in_words
from layers.model import MapDocument
from reading.model import Article
from web.context import Context, context, page
from web.maps import Ready
from web.pages import map_values
from web.rereading import Reread, again, by_hand

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("method", __name__)


@dataclass(frozen=True, slots=True)
class Source:
    """One report and the checksum of its text, computed anew from the text that is kept."""

    article: Article
    sha256: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and in how many claims it fired."""

    fired: Fired
    claims: int


@blueprint.get("/maps/<map_id>/method")
def show(map_id: str) -> "Response":
    """Show how the map was made; its reports are read again for it, once for each version."""
    here = context()
    ready = here.maps.get(map_id)
    made, trouble = _rebuilt(here, ready)
    return page(
        "method.html",
        sources=tuple(_source(article) for article in ready.document.articles),
        rules=_rules(ready.document),
        made=made,
        trouble=trouble,
        is_same=made is not None and made.version == ready.version,
        by_hand=by_hand(ready.document),
        now=reading.__version__,
        gazetteer_now=None if made is None else made.document.gazetteer_version,
        **map_values(ready, "method"),
    )


def _rebuilt(here: Context, ready: Ready) -> tuple[Reread | None, str | None]:
    try:
        return again(here, ready), None
    except GeoError as error:
        return None, str(error)


def _source(article: Article) -> Source:
    sha256 = hashlib.sha256(article.text.encode()).hexdigest()
    return Source(article, sha256, sha256 == article.sha256)


def _rules(document: MapDocument) -> tuple[Rule, ...]:
    counts: Counter[str] = Counter()
    for group in document.claims():
        counts.update({rule for annotation in group for rule in annotation.audit.rules})
    return tuple(Rule(in_words(rule), claims) for rule, claims in counts.most_common())

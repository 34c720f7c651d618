"""Why the report was read so: sentence by sentence, its claims, and every rule that fired."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint

from layers.explanation import Fired, explain, rules_fired
from web.cards import Card
from web.context import context, page
from web.language import gettext
from web.maps import Ready
from web.pages import map_values

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("why", __name__)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule by its name and, where it is described, in words."""

    rule: str
    words: str | None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim with the rules that made it."""

    card: Card
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence of the report; without claims the program heard none in it."""

    number: int
    text: str
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report, its paragraphs in order; each is its number and its sentences."""

    title: str
    language: str
    paragraphs: tuple[tuple[int, tuple[SentenceLine, ...]], ...]


@blueprint.get("/maps/<map_id>/why")
def show(map_id: str) -> "Response":
    """Show for each sentence what was read in it and why."""
    ready = context().maps.get(map_id)
    return page("why.html", explained=reports(ready), **map_values(ready, "why"))


def reports(ready: Ready) -> tuple[ReportLine, ...]:
    """Return every report of a map with the reading of each sentence."""
    cards = {card.claim_id: card for card in ready.cards}
    found: dict[str, dict[int, list[SentenceLine]]] = {}
    for sentence in explain(ready.document):
        lines = tuple(
            ClaimLine(cards[claim[0].claim_id], tuple(map(_rule, rules_fired(claim))))
            for claim in sentence.claims
        )
        paragraphs = found.setdefault(sentence.article_id, {})
        paragraphs.setdefault(sentence.paragraph, []).append(
            SentenceLine(sentence.number, " ".join(sentence.text.split()), lines)
        )
    return tuple(
        ReportLine(
            article.title or article.id,
            article.language,
            tuple((number, tuple(lines)) for number, lines in found.get(article.id, {}).items()),
        )
        for article in ready.document.articles
    )


def _rule(fired: Fired) -> RuleLine:
    if fired.words is None:
        return RuleLine(fired.rule, None)
    return RuleLine(fired.rule, gettext(fired.words).replace("{word}", fired.of or ""))

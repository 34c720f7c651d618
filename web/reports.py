"""Which reports of a map stand beside it: all of them, or one at a time where they are many."""

from dataclasses import dataclass

from web.manuscript import Manuscript
from web.maps import Ready
from web.state import State

# About forty printed pages; beyond, a page would take longer to arrive than to leaf through.
MOST_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports that are shown; the ids of those before and after where one is shown alone."""

    manuscripts: tuple[Manuscript, ...]
    number: int
    total: int
    before: str | None = None
    after: str | None = None


def reports(ready: Ready, state: State) -> Reports:
    """Return the reports to show.

    Of many, the one that the selected claim stands in, or the one asked for, or the first.
    """
    articles = ready.document.articles
    total = len(articles)
    if not ready.manuscripts:
        return Reports((), 1, total)
    if total == 1 or sum(len(article.text) for article in articles) <= MOST_CHARACTERS:
        return Reports(tuple(ready.manuscripts), 1, total)
    wanted = ready.cards.of(state.claim).article_id if state.claim else state.report
    ids = [article.id for article in articles]
    place = ids.index(wanted) if wanted in ids else 0
    return Reports(
        (ready.manuscripts[place],),
        place + 1,
        total,
        ids[place - 1] if place else None,
        ids[place + 1] if place + 1 < total else None,
    )

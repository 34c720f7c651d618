"""The claims as a list: what the keyboard walks, and the way to each claim of a large map."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from web.cards import Card
from web.maps import Ready

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

LINES = 100
PARAMETER = "list"


@dataclass(frozen=True, slots=True)
class Listing:
    """One sheet of the list, counted from 1.

    A map whose cards all stand in the page has one sheet with every claim, those hidden included,
    so that a script can show them again; of a larger one, only claims that are shown are listed.
    """

    cards: tuple[Card, ...]
    sheet: int
    sheets: int

    @property
    def first(self) -> int:
        """The place of the first line among all that are shown."""
        return (self.sheet - 1) * LINES + 1


def asked(arguments: "MultiDict[str, str]") -> int:
    """Return the sheet that an address asks for; anything unreadable is the first."""
    given = arguments.get(PARAMETER, "1")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def listing(ready: Ready, shown: Collection[str], sheet: int) -> Listing:
    """Return a sheet of the claims; past the end, the last one."""
    if not ready.is_large:
        return Listing(tuple(ready.cards), 1, 1)
    claims = [claim for claim in ready.cards.numbers if claim in shown]
    sheets = max(1, -(-len(claims) // LINES))
    held = min(max(sheet, 1), sheets)
    kept = claims[(held - 1) * LINES : held * LINES]
    return Listing(tuple(ready.cards.of(claim) for claim in kept), held, sheets)

"""Times of day: they never make a day of their own, but they belong to the day beside them."""

import re

from reading.timex.days import UNKNOWN, Days, shifted
from reading.timex.grammar import Atom, S, Scope

_CLOCK = re.compile(
    rf"(?<![\w.,:$€£/-])(?:\d{{1,2}}(?:[:.]\d{{2}})?\s?(?:[AaPp]\.\s?[Mm]\.|[AaPp][Mm]\b)"
    rf"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])|(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:GMT|UTC|hours|hrs)\b)"
    rf"|\d{{1,2}}{S}o[’']clock)(?:{S}(?:local{S}time|GMT|UTC|[A-Z]{{2,4}}T)\b)?"
    rf"(?:{S}\(\d{{1,2}}[:.]?\d{{2}}\s?(?:GMT|UTC)\))?"
)
_NAMED = re.compile(r"\b(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|daybreak|nightfall)\b")
_MORNING = frozenset(("dawn", "daybreak", "sunrise"))
_UNTIL = re.compile(r"\b(?:until|till)\s$", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:at|by|until|till|before|after|around|since|from|about|shortly after|just before)\s$",
    re.IGNORECASE,
)


def clocks(scope: Scope) -> list[Atom]:
    """Find times of day; alone they mean the day that the words before spoke of.

    What goes on "until dawn" began on that day and ends on the next.
    """
    day = scope.reference_day
    days = UNKNOWN if day is None else Days(day, day)
    found = [
        Atom(*match.span(), days, "day", "clock")
        for match in _CLOCK.finditer(scope.text, scope.start, scope.end)
    ]
    for match in _NAMED.finditer(scope.text, scope.start, scope.end):
        before = scope.text[max(scope.start, match.start() - 14) : match.start()]
        if _LED.search(before):
            through_night = day is not None and _UNTIL.search(before) and match.group() in _MORNING
            spent = Days(day, shifted(day, 1)) if day is not None and through_night else days
            found.append(Atom(*match.span(), spent, "day", "clock"))
    return found

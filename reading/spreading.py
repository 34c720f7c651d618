"""Days that one clause of a sentence gives to the clauses beside it.

"Troops have held the line since the invasion began on August 6" lasts since that day; in "21 were
killed and 14 wounded on Monday" and "the court rejected the appeal and freed him on Monday" the day
at the end is that of both.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace

from reading.model import Claim, TimeExpression
from reading.numerals import small_value
from reading.statement import Statement


def spread_dates(statements: Sequence[Statement], claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with the days that their neighbours give them.

    Parameters
    ----------
    statements : sequence of Statement
    claims : sequence of Claim
        One for each statement, in text order.
    """
    spread = list(claims)
    _since(statements, spread)
    _days_before(statements, spread)
    for index in range(len(spread) - 1, 0, -1):
        if _shares_its_day(statements, spread, index):
            spread[index - 1] = _with_day_of(spread[index - 1], spread[index])
    return spread


def last_day(start: dt.date | None, words: TimeExpression | None) -> dt.date | None:
    """Return the last day of the month or year that "since" named, if `words` open with it."""
    if start is None or words is None or not words.kind.startswith("since"):
        return None
    if words.precision == "year":
        return dt.date(start.year, 12, 31)
    if words.precision == "month":
        return start.replace(day=monthrange(start.year, start.month)[1])
    return start if words.precision == "day" else None


def _since(statements: Sequence[Statement], claims: list[Claim]) -> None:
    """Date the clause before "since the invasion began on August 6" as well."""
    for index, statement in enumerate(statements):
        claim = claims[index]
        if statement.clause.kind != "since" or claim.event_start is None:
            continue
        for other in range(index - 1, -1, -1):
            earlier = claims[other]
            if earlier.sentence != statement.sentence:
                break
            if earlier.source.name != claim.source.name:
                continue
            if earlier.date_basis == "tense" and earlier.event_start is None:
                claims[other] = _dated(earlier, claim)


def _days_before(statements: Sequence[Statement], claims: list[Claim]) -> None:
    """Date ", two days after police raided it" by the day of the clause that it hangs on."""
    for index, statement in enumerate(statements):
        claim, lead = claims[index], claims[index - 1]
        if statement.clause.kind != "earlier" or claim.date_basis != "tense" or not index:
            continue
        days = _days_counted(statement)
        day = lead.event_start
        if days is None or day is None or day != lead.event_end:
            continue
        if lead.date_basis != "expression" or lead.sentence != claim.sentence:
            continue
        before = day - dt.timedelta(days=days)
        claims[index] = replace(
            claim,
            event_start=before,
            event_end=before,
            date_basis="carried",
            rules=(*claim.rules, "event_time:days_before"),
        )


def _days_counted(statement: Statement) -> int | None:
    """Return the two of "two days after" before a clause."""
    tokens, after = statement.tokens, statement.clause.start - 1
    if after < 2 or tokens[after - 1].lower not in {"day", "days"}:
        return None
    word = tokens[after - 2].lower
    return (
        1 if word in {"a", "one"} else small_value(word) or (int(word) if word.isdigit() else None)
    )


def _shares_its_day(statements: Sequence[Statement], claims: Sequence[Claim], index: int) -> bool:
    """Say whether the day that closes a clause is that of the clause before it as well."""
    claim, earlier = claims[index], claims[index - 1]
    if (claim.sentence, claim.source.name) != (earlier.sentence, earlier.source.name):
        return False
    if claim.date_basis not in {"expression", "carried"} or earlier.date_basis != "tense":
        return False
    clause = statements[index].clause
    if statements[index].tokens[clause.start].lower == "with":
        return False  # "thousands fled, with two towns still cut off on Sunday"
    kind = clause.kind
    victims = claim.event_type == earlier.event_type == "casualties"
    if kind == "gapped" and earlier.event_type == "casualties":  # "six killed and 30 hurt Sunday"
        return claim.date_basis == "expression" and earlier.event_start is None
    if kind == "coordinate":
        return victims and claim.date_basis == "expression"
    if kind not in {"shared_subject", "result"} or earlier.event_start is not None:
        return False
    words = claim.event_time
    one_day = words is not None and words.precision == "day" and words.start == words.end
    return victims or (one_day and claim.event_end is not None)


def _with_day_of(earlier: Claim, claim: Claim) -> Claim:
    return replace(
        earlier,
        event_start=claim.event_start,
        event_end=claim.event_end,
        event_time=claim.event_time,
        date_basis="carried",
        rules=(*earlier.rules, "event_time:shared"),
    )


def _dated(claim: Claim, since: Claim) -> Claim:
    start, end = since.event_start, claim.event_end
    if start is not None and end is not None and end < start:
        end = since.event_end
    return replace(
        claim,
        event_start=start,
        event_end=end,
        event_time=since.event_time,
        date_basis="carried",
        rules=(*claim.rules, "event_time:since"),
    )

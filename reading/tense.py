"""When: the tense of a clause, the day of the event and the day of the statement.

Two slots. An expression beside the cue or the speaker dates the statement, one in the content dates
the event. Without one the tense speaks: what is past or present happened by the day it was said,
what is expected, planned or conditional comes after it, and timeless background has no date.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from reading.clause import Clause
from reading.filled import filled
from reading.model import DateBasis, TimeExpression
from reading.phrases import Range, Tokens, verb_group
from reading.tokens import FINITE
from reading.words import verb_forms

Tense = Literal["past", "present", "future"]
Interval = tuple[dt.date | None, dt.date | None]

_FUTURE_MODALS = frozenset(
    {"will", "shall", "’ll", "would", "’d", "won’t", "wouldn’t", "may", "might"}
)
_PAST_AUXILIARIES = frozenset({"was", "were", "did", "didn’t", "wasn’t", "weren’t"})
_THINKING = frozenset(
    {"mean", "know", "believe", "think", "hope", "expect", "fear", "wonder", "doubt"}
)
_UNSURE = frozenset({"clear", "unclear", "uncertain", "unknown"})
_FUTURE_WORDS = frozenset(
    {"going", "expected", "due", "scheduled", "planned", "projected", "forecast", "set", "likely"}
)
_AND = frozenset({len(" and "), len(" and on ")})
_DAYS_JOINED = 3
_STATIVE = frozenset(
    {
        *("lie", "border", "share", "belong", "consist", "contain", "cover", "connect", "separate"),
        *("stretch", "extend", "depend", "matter", "want", "like", "love", "hate"),
    }
)
_STATIVE_PARTICIPLES = frozenset({"located", "situated", "bordered", "known", "named", "called"})


@filled
@dataclass(frozen=True, slots=True)
class EventTime:
    """When the event is, the words that say so, and on what that rests."""

    start: dt.date | None
    end: dt.date | None
    expression: TimeExpression | None
    basis: DateBasis
    rule: str


def tense_of(tokens: Tokens, clause: Clause) -> Tense | None:
    """Return the tense of the clause's finite verb; None where it has none.

    Of "we do not know if they will fight" it is that of what is not known.
    """
    verb = clause.verb
    if verb is None:
        return None
    if tokens[verb].tag == "MD":
        return _of_modal(tokens, verb, clause.end)
    if tokens[verb].tag == "AX":
        tense = _of_auxiliary(tokens, verb, clause.end)
    else:
        form = verb_forms().get(tokens[verb].lower)
        tense = "past" if form is None or "D" in form.kinds else "present"
    inner = _thought(tokens, verb, clause.end)
    if inner is not None and (tense == "present" or tokens[inner].tag == "MD"):
        return tense_of(tokens, Clause(inner, clause.end, "main", inner)) or tense
    return tense


def _of_modal(tokens: Tokens, verb: int, end: int) -> Tense:
    following = tokens[verb + 1].lower if verb + 1 < end else ""
    obliged = verb + 2 < end and tokens[verb + 2].tag == "TO"  # "would have to be halved"
    if following == "have" and not obliged:
        return "past"
    if tokens[verb].lower in _FUTURE_MODALS:
        return "future"
    if tokens[verb].lower == "could" and following in {"not", "be"}:
        return "past"
    if tokens[verb].lower in {"can", "cannot", "can’t"}:
        return "present"
    return "future"


def _of_auxiliary(tokens: Tokens, verb: int, end: int) -> Tense:
    token = tokens[verb]
    if token.lemma == "be":
        for index in range(verb + 1, min(end, verb + 4)):
            ahead = tokens[index].lower in _FUTURE_WORDS or tokens[index].tag == "TO"
            to_be = index + 1 < end and tokens[index + 1].tag == "TO"
            if ahead and (tokens[index].lower not in {"going", "set"} or to_be):
                return "future"
            if tokens[index].tag not in {"RB", "BE"}:
                break
    return "past" if token.lemma == "have" or token.lower in _PAST_AUXILIARIES else "present"


def _thought(tokens: Tokens, verb: int, end: int) -> int | None:
    """Return the finite verb of what is thought, hoped or not known, if that is what is said."""
    group_end = verb_group(tokens, verb, end)[1]
    near = tokens.lowers[group_end - 1 : min(end, group_end + 2)]
    if tokens[group_end - 1].lemma not in _THINKING and _UNSURE.isdisjoint(near):
        return None
    for index in range(group_end, end):
        if tokens[index].tag in FINITE:
            return index
        if tokens[index].lower in {",", ";"}:
            return None
    return None


def is_timeless(tokens: Tokens, clause: Clause, tense: Tense | None, event: str) -> bool:
    """Say whether a clause states lasting background ("shares a border") or a mere opinion."""
    if event in {"background_geography", "position"} and tense == "present":
        return True
    verb = clause.verb
    if tense != "present" or verb is None:
        return False
    if tokens[verb].lemma in _STATIVE:
        return True
    return verb + 1 < clause.end and tokens[verb + 1].lower in _STATIVE_PARTICIPLES


def event_time(
    expressions: tuple[TimeExpression, ...],
    tense: Tense | None,
    said: Interval,
    *,
    ahead: bool,
    timeless: bool,
    told_back: bool = False,
) -> EventTime:
    """Return the interval of the event of one clause.

    Parameters
    ----------
    expressions : tuple of TimeExpression
        Those in the content, in text order.
    tense : str or None
        Of the clause.
    said : (date or None, date or None)
        When it was said.
    ahead : bool
        The content is pledged, demanded, expected or planned.
    timeless : bool
        Lasting background or opinion.
    told_back : bool
        The verb is of the past: what "had been due in 2022" was to come then.
    """
    said_start, said_end = said
    anchor, begins = said_end or said_start, said_start or said_end
    future = tense == "future" or ahead
    placed = [e for e in expressions if e.start is not None or e.end is not None]
    dated = [
        e
        for e in placed
        if not (future and begins is not None and e.end is not None and e.end < begins)
    ]
    if told_back and placed and not dated:
        dated, future, tense = placed, False, "past"
    if dated:
        chosen = _main_expression(dated)
        start, end = chosen.start, _joined_end(chosen, dated)
        rule = "event_time:expression"
        if anchor is not None and tense in {"past", "present"} and not future:
            if start is None and end is not None and end > anchor:
                start = said_start or anchor  # "wants to halve it by 2030"
            past = start is None or start < anchor
            if past and (end is None or end > anchor) and (end is not None or start is not None):
                end = anchor
                rule = "event_time:cut_at_statement"
        if (
            anchor is not None
            and future
            and end is not None
            and end >= anchor
            and (start is None or (begins is not None and start < begins <= end))
            and not chosen.kind.startswith("since")
        ):
            start = begins
            rule = "event_time:from_statement"
        return EventTime(start, end, chosen, "expression", rule)
    if timeless and not future:
        return EventTime(None, None, None, "none", "event_time:timeless")
    words = expressions[0] if expressions else None
    basis: DateBasis = "expression" if words is not None else "tense"
    if anchor is None:
        return EventTime(None, None, words, "none", "event_time:no_date")
    if future:
        return EventTime(said_start or anchor, None, words, basis, "event_time:after_statement")
    return EventTime(None, anchor, words, basis, "event_time:by_statement")


def _main_expression(dated: list[TimeExpression]) -> TimeExpression:
    """Return the most precise one: a day before a month, a month before a year; then the first."""
    order = {"day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "year": 4, "decade": 5}
    return min(dated, key=lambda e: order.get(e.precision, 6))


def _joined_end(chosen: TimeExpression, dated: list[TimeExpression]) -> dt.date | None:
    """Return the end of "on Monday and Tuesday" and "on Monday and on Tuesday"."""
    for other in dated:
        gap = other.span.start - chosen.span.end
        days = chosen.precision == other.precision == "day"
        if days and gap in _AND and chosen.end is not None and other.end is not None:
            near = 0 < (other.end - chosen.end).days <= _DAYS_JOINED
            return other.end if near else chosen.end
    return chosen.end


def words_within(tokens: Tokens, where: Range) -> tuple[int, int]:
    """Return the article offsets of a range of words."""
    return tokens[where[0]].start, tokens[where[1] - 1].end

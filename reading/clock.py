"""The times of one report, told claim after claim: when it was said, and when it happened.

What was said on a day is still said on that day three sentences later, "two days later" counts from
the day told last, and a clause without a day may happen on that of the clause before it. So times
are told in text order, by one clock for one report.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from reading.dating import dates_a_participle, dates_the_event, dates_what_was, goes_on_since
from reading.model import Article, Claim, Segmentation, TimeExpression
from reading.spreading import last_day
from reading.statement import Statement
from reading.tense import EventTime, Interval, Tense, event_time, is_timeless, words_within
from reading.timex import time_expressions

_DEPENDENT = frozenset({"part", "gapped", "result"})
_LONG = frozenset({"month", "quarter", "year", "decade"})
_IN_THE_DAY = " in the day"
_WERE = frozenset({"was", "were", "had"})
_NOT_TOLD = frozenset({"position", "background_geography"})
_LONG_AGO = dt.timedelta(days=60)


class Clock:
    """Tells the times of the statements of one report, asked in text order.

    Parameters
    ----------
    article : Article
    segmentation : Segmentation
    statements : sequence of Statement
        ``lead`` and ``inherits`` point to earlier ones.
    """

    def __init__(
        self, article: Article, segmentation: Segmentation, statements: Sequence[Statement]
    ) -> None:
        self._article = article
        self._segmentation = segmentation
        self._statements = statements
        self._said: list[tuple[Interval, TimeExpression | None]] = []
        self._said_by: dict[str, tuple[Interval, TimeExpression | None]] = {}
        self._expressions: dict[tuple[int, int], TimeExpression] = {}
        self._reference: Interval | None = None
        self._said_last: Interval | None = None

    @property
    def expressions(self) -> tuple[TimeExpression, ...]:
        """All words of time met so far, in text order."""
        return tuple(self._expressions[key] for key in sorted(self._expressions))

    def said(self, index: int) -> tuple[Interval, TimeExpression | None]:
        """Return when statement `index` was said, and the words that say so."""
        if index == len(self._said):
            self._said.append(self._time_of_speaking(self._statements[index]))
        return self._said[index]

    def times_in(
        self, start: int, end: int, index: int, tense: Tense | None
    ) -> tuple[TimeExpression, ...]:
        """Return the words of time in what statement `index` says."""
        reference, (said, words) = self._reference, self._said[index]
        if words is not None and self._article.text.find(_IN_THE_DAY, start, end) >= 0:
            reference = said  # "said on Wednesday that it fell earlier in the day"
        return self._times(start, end, tense, reference, self._told_on(index, tense))

    def happened(
        self,
        index: int,
        tense: Tense | None,
        event: str,
        ahead: bool,
        found: tuple[TimeExpression, ...],
        before: Claim | None,
    ) -> EventTime:
        """Return when what statement `index` says happens.

        Parameters
        ----------
        index : int
        tense : Tense or None
        event : str
            Its event type.
        ahead : bool
            It lies ahead by what its words mean: a pledge, a plan.
        found : tuple of TimeExpression
            What :meth:`times_in` found.
        before : Claim or None
            The claim before it.
        """
        time = self._event(self._statements[index], index, tense, event, ahead, found, before)
        if time.start is not None and time.basis == "expression":
            self._reference = (time.start, time.end)
        return time

    def _times(
        self,
        start: int,
        end: int,
        tense: Tense | None,
        reference: Interval | None,
        anchor: dt.date | None = None,
    ) -> tuple[TimeExpression, ...]:
        if end <= start:
            return ()
        anchor = anchor or self._article.date_published
        found = time_expressions(
            self._article.text, start, end, anchor, tense=tense, reference=reference
        )
        for expression in found:
            self._expressions.setdefault((expression.span.start, expression.span.end), expression)
        return found

    def _told_on(self, index: int, tense: Tense | None) -> dt.date | None:
        """Return the day from which "would open in May" counts where that was said long ago."""
        published, (begun, ended) = self._article.date_published, self._said[index][0]
        if tense != "future" or published is None or begun is None or ended is None:
            return None
        return begun if published - ended > _LONG_AGO else None

    def _time_of_speaking(self, statement: Statement) -> tuple[Interval, TimeExpression | None]:
        published = self._article.date_published
        if statement.inherits is not None and statement.inherits < len(self._said):
            return self._said[statement.inherits]
        if statement.lead is not None and statement.lead < len(self._said):
            return self._said[statement.lead]
        if statement.source.type == "narrator":
            return (published, published), None
        tokens = statement.tokens
        for where in statement.frame_words:
            for expression in self._times(*words_within(tokens, where), "past", self._said_last):
                start, end = expression.start, expression.end
                if published is not None and start is not None and start > published:
                    continue
                if start is not None or end is not None:
                    if published is not None and end is not None and end > published:
                        end = published
                    said = ((start, end), expression)
                    self._said_last = (start, end)
                    self._said_by[statement.source.name] = said
                    return said
        known = self._said_by.get(statement.source.name)
        if known is not None:
            return known
        return (None, published), None

    def _event(
        self,
        statement: Statement,
        index: int,
        tense: Tense | None,
        event: str,
        ahead: bool,
        found: tuple[TimeExpression, ...],
        before: Claim | None,
    ) -> EventTime:
        said = self._said[index][0]
        tokens = statement.tokens
        told = statement.source.type != "narrator" and event not in {
            "position",
            "background_geography",
        }
        timeless = not told and is_timeless(tokens, statement.clause, tense, event)
        dating = tuple(e for e in found if dates_the_event(tokens, statement.clause, e))
        clause = statement.clause
        dating = tuple(e for e in dating if not dates_a_participle(tokens, clause, e, ahead=ahead))
        if len(dating) > 1:
            beside = tuple(e for e in dating if not dates_what_was(tokens, clause, e))
            dating = beside or dating  # "began a week ago a raid that ended on Sunday"
        if tense == "future" and dating:
            dating = tuple(e for e in dating if not dates_what_was(tokens, clause, e))
        verb = statement.clause.verb
        back = verb is not None and (tokens[verb].lower in _WERE or tense == "past")
        time = event_time(dating, tense, said, ahead=ahead, timeless=timeless, told_back=back)
        begun = time.start is not None and said[1] is not None and time.start <= said[1]
        if begun and goes_on_since(tokens, statement.clause, time.expression):
            time = replace(time, end=said[1], rule="event_time:since")
        words = self._said[index][1]
        counted = statement.frame is not None and statement.frame.complement == "np"
        if counted and time.basis == "tense" and words is not None and words.precision in _LONG:
            return EventTime(words.start, words.end, words, "expression", "event_time:counted_in")
        if (
            before is not None
            and before.sentence == statement.sentence
            and time.basis == "tense"
            and before.date_basis in {"expression", "carried"}
            and self._shares_time(statement, index, before)
        ):
            end = before.event_end
            if statement.clause.kind == "relative":  # "since 2023, when …" happened in 2023
                end = last_day(before.event_start, before.event_time) or end
            return EventTime(
                before.event_start,
                end,
                before.event_time,
                "carried",
                "event_time:carried",
            )
        return time

    def _shares_time(self, statement: Statement, index: int, before: Claim) -> bool:
        """Say whether a clause without a date happens when the clause before it does."""
        kind = statement.clause.kind
        if kind in _DEPENDENT:
            return True
        if statement.frame is not None and statement.frame.form == "participle":
            return True
        tokens = statement.tokens
        if kind == "relative":
            return tokens[statement.content[0]].lower == "when"
        earlier = self._statements[index - 1]
        verb = earlier.clause.verb
        if kind not in {"shared_subject", "coordinate"} or verb is None:
            return False
        words = before.event_time
        return words is not None and words.span.end <= tokens[verb].start

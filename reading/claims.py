"""From an article to its claims: the assembling module of reading.

:func:`extract` cuts the text, tags its words once, finds who says what, and gives each claim its
stance, times, quantities and the slots in which names may stand.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from reading.attribution import Statement, attribute
from reading.certainty import Judgement, judge
from reading.clause import object_of, subject_of
from reading.dating import dates_the_event, goes_on_since, looks_ahead
from reading.events import event_type, is_stoppage, tells_of_labour
from reading.language import reads_as_english
from reading.model import (
    Article,
    Certainty,
    Claim,
    Quantity,
    Reading,
    Segmentation,
    Slot,
    Stance,
    TimeExpression,
)
from reading.openings import share
from reading.phrases import Range, Tokens, span_of, verb_group, words_of
from reading.quantities import quantities
from reading.segment import segment
from reading.slots import slots
from reading.spreading import last_day, spread_dates
from reading.tense import (
    EventTime,
    Interval,
    Tense,
    event_time,
    is_timeless,
    tense_of,
    words_within,
)
from reading.timex import time_expressions
from reading.tokens import tokenise

_DEPENDENT = frozenset({"part", "gapped", "result"})
_CARRIED_CLAIMS = 6
_ANAPHORS = frozenset({"this", "that", "these", "those", "the", "such"})
_DEEDS = frozenset(
    {"bill", "deal", "law", "measure", "measures", "offer", "plan", "proposal", "sanctions"}
)
_LONG = frozenset({"month", "quarter", "year", "decade"})
_GEOGRAPHY = "background_geography"
_WERE = frozenset({"was", "were", "had"})
_HAVE = frozenset({"has", "have"})
_LONG_AGO = dt.timedelta(days=60)
_AHEAD = frozenset({"pledges", "threatens", "requests"})


def extract(article: Article) -> Reading:
    """Hear who says what in `article`.

    Parameters
    ----------
    article : Article
        In English; a text in another language gives no claims, and the article says so in its
        warnings.

    Returns
    -------
    Reading
        Claims in text order.

    Examples
    --------
    >>> from reading.article import read_article
    >>> text = "The ministry said on Monday that the bridge had collapsed."
    >>> reading = extract(read_article(text, date="2024-05-07"))
    >>> reading.claims[0].source.name, reading.claims[0].statement_start
    ('ministry', datetime.date(2024, 5, 6))
    """
    segmentation = segment(article)
    if not reads_as_english(article.language, article.text):
        return Reading(article, segmentation, (), (), ())
    sentences = tokenise(article, segmentation)
    return claims_of(article, segmentation, attribute(sentences, segmentation, article.text))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was already decided of a statement; None leaves it to the rules."""

    stance: Stance
    certainty: Certainty
    event_type: str | None = None
    subject: str | None = None
    object: str | None = None


def claims_of(
    article: Article,
    segmentation: Segmentation,
    statements: Sequence[Statement],
    verdicts: Sequence[Verdict] = (),
) -> Reading:
    """Give statements their times, quantities, slots, and whatever no verdict has decided.

    Parameters
    ----------
    article : Article
    segmentation : Segmentation
    statements : sequence of Statement
        In text order; ``lead`` and ``inherits`` point to earlier ones.
    verdicts : sequence of Verdict
        One for each statement, or none at all.
    """
    return _Reader(article, segmentation, statements, verdicts).read()


class _Reader:
    def __init__(
        self,
        article: Article,
        segmentation: Segmentation,
        statements: Sequence[Statement],
        verdicts: Sequence[Verdict],
    ) -> None:
        self._article = article
        self._segmentation = segmentation
        self._statements = statements
        self._verdicts = verdicts
        self._claims: list[Claim] = []
        self._said: list[tuple[Interval, TimeExpression | None]] = []
        self._said_by: dict[str, tuple[Interval, TimeExpression | None, int]] = {}
        self._expressions: dict[tuple[int, int], TimeExpression] = {}
        self._quantities: dict[tuple[int, int], Quantity] = {}
        self._ordinals: dict[tuple[int, int, str], int] = {}
        self._is_of_labour = cache(partial(tells_of_labour, article.text))
        self._reference: Interval | None = None
        self._said_last: Interval | None = None

    def read(self) -> Reading:
        for index, statement in enumerate(self._statements):
            self._said.append(self._time_of_speaking(statement, index))
            self._claims.append(self._claim(statement, index))
        self._claims = spread_dates(self._statements, self._claims)
        return Reading(
            self._article,
            self._segmentation,
            tuple(self._expressions[key] for key in sorted(self._expressions)),
            tuple(self._quantities[key] for key in sorted(self._quantities)),
            tuple(self._claims),
        )

    # -- times ------------------------------------------------------------------------------------

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

    def _time_of_speaking(
        self, statement: Statement, index: int
    ) -> tuple[Interval, TimeExpression | None]:
        published = self._article.date_published
        if statement.inherits is not None and statement.inherits < len(self._said):
            return self._said[statement.inherits]
        if statement.lead is not None and statement.lead < len(self._said):
            return self._said[statement.lead]
        if statement.source.type == "narrator":
            return (published, published), None
        tokens = statement.tokens
        paragraph = self._segmentation.sentences[statement.sentence].paragraph
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
                    self._said_by[statement.source.name] = (*said, paragraph)
                    return said
        known = self._said_by.get(statement.source.name)
        if known is not None:
            return known[0], known[1]
        return (None, published), None

    def _event(
        self,
        statement: Statement,
        index: int,
        tense: Tense | None,
        event: str,
        ahead: bool,
        found: tuple[TimeExpression, ...],
    ) -> EventTime:
        said = self._said[index][0]
        tokens = statement.tokens
        told = statement.source.type != "narrator" and event not in {"position", _GEOGRAPHY}
        timeless = not told and is_timeless(tokens, statement.clause, tense, event)
        dating = tuple(e for e in found if dates_the_event(tokens, statement.clause, e))
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
        before = self._claims[-1] if self._claims else None
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

    # -- one claim --------------------------------------------------------------------------------

    def _judged(self, statement: Statement, verdict: Verdict | None) -> Judgement:
        judged = judge(
            statement.tokens,
            statement.content,
            statement.cue,
            statement.frame.words if statement.frame is not None else None,
            direct=statement.direct,
            unattributed=statement.source.type == "unattributed_reports",
        )
        if verdict is None:
            return judged
        return Judgement(verdict.stance, verdict.certainty, judged.hedges, ())

    def _event_type(self, statement: Statement, judged: Judgement) -> str:
        tokens, verb = statement.tokens, statement.clause.verb
        group = None if verb is None else verb_group(tokens, verb, statement.content[1])
        event = event_type(tokens, self._told(statement), group)
        if event == "other":
            event = self._event_of_thread(statement)
        elif event == "attack" and is_stoppage(tokens, statement.content) and self._is_of_labour():
            event = "protest"
        by_cue = statement.cue is not None and statement.cue.stance == "denies"
        if judged.stance == "denies" and (by_cue or event == "other"):
            event = "denial"
        return event

    def _claim(self, statement: Statement, index: int) -> Claim:
        text = self._article.text
        tokens = statement.tokens
        verdict = self._verdicts[index] if self._verdicts else None
        judged = self._judged(statement, verdict)
        event = verdict.event_type if verdict is not None else None
        if event is None:
            event = self._event_type(statement, judged)
        tense = self._tense(statement, index)
        ahead = judged.stance in _AHEAD or judged.certainty in {"expected", "planned"}
        span = span_of(tokens, statement.evidence)
        content = span_of(tokens, statement.content)
        open_end = ahead or (judged.certainty == "possible" and tense == "present")
        tense_told: Tense | None = "future" if open_end else tense
        found = self._times(
            content.start,
            content.end,
            tense_told,
            self._reference,
            self._told_on(index, tense_told),
        )
        time = self._event(statement, index, tense, event, ahead, found)
        if time.start is not None and time.basis == "expression":
            self._reference = (time.start, time.end)
        dated = tuple(e.span for e in found)
        whole = self._whole(statement, index)
        of = None if whole is None else self._claims[whole].quantities[0]
        counted = quantities(text, content.start, content.end, exclude=dated, whole=of)
        for quantity in counted:
            self._quantities.setdefault((quantity.span.start, quantity.span.end), quantity)
        said, said_words = self._said[index]
        subject, obj = self._arguments(tokens, statement)
        if verdict is not None:
            subject, obj = verdict.subject or subject, verdict.object or obj
        sentence = self._segmentation.sentences[statement.sentence]
        antecedent, anaphor_rule = self._antecedent(tokens, statement, index, judged.stance)
        return Claim(
            evidence=span,
            content=content,
            sentence=statement.sentence,
            paragraph=sentence.paragraph,
            ordinal=self._ordinal(span.start, span.end, statement),
            source=statement.source,
            attribution=statement.attribution,
            cue=None if statement.frame is None else span_of(tokens, statement.frame.words),
            stance=judged.stance,
            certainty=judged.certainty,
            hedges=judged.hedges,
            subject=subject,
            object=obj,
            event_type=event,
            quantities=counted,
            event_start=time.start,
            event_end=time.end,
            event_time=time.expression,
            date_basis=time.basis,
            statement_start=said[0],
            statement_end=said[1],
            statement_time=said_words,
            slots=slots(tokens, statement),
            carried=self._carried(statement, index, antecedent),
            part_of=whole if counted and statement.clause.kind == "part" else None,
            antecedent=antecedent,
            rules=statement.rules + judged.rules + (time.rule,) + anaphor_rule,
        )

    def _told(self, statement: Statement) -> Range:
        """Return the words that say what happened: with the cue where its object is the deed."""
        frame, content = statement.frame, statement.content
        deed = frame is not None and frame.form == "before" and frame.complement == "np"
        deed = deed and statement.clause.kind == "main"
        if frame is None or not deed or frame.words[0] > content[0]:
            return content
        return frame.words[0], content[1]

    def _event_of_thread(self, statement: Statement) -> str:
        """Return the kind of the claim that this one was split from, or speaks on from."""
        before = statement.lead if statement.lead is not None else statement.inherits
        if before is None or statement.direct or statement.attribution == "narrator":
            dependent = before is not None and statement.clause.kind in _DEPENDENT
            if before is None or not dependent:
                return "other"
        kind = self._claims[before].event_type
        return "other" if kind in {"denial", "statement", "position"} else kind

    def _tense(self, statement: Statement, index: int) -> Tense | None:
        tokens = statement.tokens
        frame = statement.frame
        if frame is not None and frame.form == "passive":
            return self._tense_of_passive(tokens, frame.words[1])
        told = statement.clause.kind == "relative"
        if (
            frame is not None
            and not told
            and frame.complement in {"to", "object_to", "on_to", "for", "to_for"}
        ):
            return "past" if _is_perfect(tokens, statement.content[0]) else "future"
        if frame is not None and frame.cue.name == "warn" and frame.complement == "of":
            return "future"
        tense = tense_of(tokens, statement.clause)
        if tense is None and statement.lead is not None:
            return self._tense(self._statements[statement.lead], statement.lead)
        framed, verb = frame is not None and tense is not None, statement.clause.verb
        framed = framed or (verb is not None and tokens[verb].lower in _HAVE)
        if (framed or tense == "present") and looks_ahead(tokens, statement.clause):
            return "future"
        return tense or "past"

    def _tense_of_passive(self, tokens: Tokens, after: int) -> Tense:
        """Tell "is believed to have fled", past, from "to be hiding" and "to hold"."""
        for index in range(after, min(len(tokens), after + 3)):
            if tokens[index].lower in {"have", "having"}:
                return "past"
        return "present"

    def _ordinal(self, start: int, end: int, statement: Statement) -> int:
        key = (start, end, statement.source.name)
        ordinal = self._ordinals.get(key, 0)
        self._ordinals[key] = ordinal + 1
        return ordinal

    def _arguments(self, tokens: Tokens, statement: Statement) -> tuple[str | None, str | None]:
        text = self._article.text
        clause = statement.clause
        subject = subject_of(tokens, clause)
        obj = None
        if clause.verb is not None:
            obj = object_of(tokens, clause, verb_group(tokens, clause.verb, clause.end)[1])
        if subject is not None and obj is not None and tokens[subject[0]].lower == "there":
            subject, obj = obj, None
        if subject is None and statement.lead is not None and clause.kind == "shared_subject":
            subject = subject_of(tokens, self._statements[statement.lead].clause)
        return (
            words_of(tokens, subject, text) if subject is not None else None,
            words_of(tokens, obj, text) if obj is not None else None,
        )

    def _whole(self, statement: Statement, index: int) -> int | None:
        """Return the claim before whose number a part is a part of, or whose unit it shares."""
        clause = statement.clause
        if clause.kind not in {"part", "gapped"}:
            return None
        listed = share(statement.tokens, clause.start, clause.end)  # one beside other parts
        for other in range(index - 1, -1, -1):
            if self._statements[other].sentence != statement.sentence:
                return None
            whole = self._claims[other]
            if whole.quantities and not (listed and whole.part_of is not None):
                return other
        return None

    def _antecedent(
        self, tokens: Tokens, statement: Statement, index: int, stance: str
    ) -> tuple[int | None, tuple[str, ...]]:
        """Return what "these accusations" answer to: the nearest claim of somebody else."""
        if stance not in {"denies", "neither_confirms_nor_denies"}:
            return None, ()
        start, end = statement.content
        while end > start and tokens[end - 1].tag == "PU":
            end -= 1
        first = tokens[start].lower
        short = end - start <= 4 and first in _ANAPHORS
        comment = statement.frame is not None and statement.frame.complement == "none"
        if not (short or comment) or (short and tokens[end - 1].lower in _DEEDS):
            return None, ()
        for other in range(index - 1, -1, -1):
            claim = self._claims[other]
            if claim.source.name != statement.source.name and claim.stance == "asserts":
                told = self._statements[other]
                goes_on = short and told.clause.kind == "shared_subject" and told.lead is not None
                # "had crossed and been driven back": the crossing
                return told.lead if goes_on else other, ("antecedent:nearest",)
        return None, ()

    def _carried(
        self, statement: Statement, index: int, antecedent: int | None
    ) -> tuple[Slot, ...]:
        """Slots of the claims before in the same thread, nearest first."""
        if antecedent is not None:
            return self._claims[antecedent].slots
        found: list[Slot] = []
        for other in range(index - 1, max(-1, index - 1 - _CARRIED_CLAIMS), -1):
            earlier = self._statements[other]
            same_sentence = earlier.sentence == statement.sentence
            same_thread = statement.inherits is not None and (
                statement.inherits in {other, earlier.inherits}
            )
            paragraphs = self._segmentation.sentences
            same_paragraph = (
                paragraphs[earlier.sentence].paragraph == paragraphs[statement.sentence].paragraph
            )
            if not (same_sentence or same_thread or same_paragraph):
                break
            found += [slot for slot in self._claims[other].slots if slot.function != "source"]
        return tuple(found)


def _is_perfect(tokens: Tokens, index: int) -> bool:
    """Say whether "to have taken" opens the content."""
    return [token.lower for token in tokens[index : index + 2]] == ["to", "have"]

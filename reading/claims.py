"""From an article to its claims: the assembling module of reading.

:func:`extract` cuts the text, tags its words once, finds who says what, and gives each claim its
stance, times, quantities and the slots in which names may stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from reading.attribution import attribute
from reading.certainty import Judgement, judge
from reading.clause import object_of, subject_of
from reading.clock import Clock
from reading.dating import looks_ahead
from reading.events import event_type, is_stoppage, tells_of_court, tells_of_labour
from reading.language import reads_as_english
from reading.lookback import antecedent_of, carried_slots, whole_of
from reading.model import (
    Article,
    Certainty,
    Claim,
    Quantity,
    Reading,
    Segmentation,
    Stance,
)
from reading.phrases import Range, Tokens, span_of, verb_group, words_of
from reading.quantities import quantities
from reading.segment import segment
from reading.slots import slots
from reading.spreading import spread_dates
from reading.statement import Statement
from reading.tense import (
    Tense,
    tense_of,
)
from reading.tokens import tokenise
from reading.witnesses import hear_witnesses

_DEPENDENT = frozenset({"part", "gapped", "result"})
_HAVE = frozenset({"has", "have"})
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
        self._clock = Clock(article, segmentation, statements)
        self._quantities: dict[tuple[int, int], Quantity] = {}
        self._ordinals: dict[tuple[int, int, str], int] = {}
        self._is_of_labour = cache(partial(tells_of_labour, article.text))
        self._is_of_court = cache(partial(tells_of_court, article.text))

    def read(self) -> Reading:
        for index, statement in enumerate(self._statements):
            self._claims.append(self._claim(statement, index))
        self._claims = spread_dates(self._statements, self._claims)
        self._claims = hear_witnesses(self._statements, self._claims, self._article.text)
        return Reading(
            self._article,
            self._segmentation,
            self._clock.expressions,
            tuple(self._quantities[key] for key in sorted(self._quantities)),
            tuple(self._claims),
        )

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
        event = self._kind(statement)
        by_cue = statement.cue is not None and statement.cue.stance == "denies"
        if judged.stance == "denies" and (by_cue or event == "other"):
            event = "denial"
        elif judged.stance == "neither_confirms_nor_denies" and event == "other":
            event = "statement"
        return event

    def _kind(self, statement: Statement) -> str:
        """Return the kind of event that the words tell of, whether they deny it or not."""
        tokens, verb = statement.tokens, statement.clause.verb
        group = None if verb is None else verb_group(tokens, verb, statement.content[1])
        event = event_type(tokens, self._told(statement), group)
        if event == "other":
            event = self._event_of_thread(statement)
        elif event == "attack" and is_stoppage(tokens, statement.content) and self._is_of_labour():
            event = "protest"
        elif event == "health" and self._is_of_court():
            event = "crime"
        return event

    def _claim(self, statement: Statement, index: int) -> Claim:
        text = self._article.text
        tokens = statement.tokens
        said, said_words = self._clock.said(index)
        verdict = self._verdicts[index] if self._verdicts else None
        judged = self._judged(statement, verdict)
        event = verdict.event_type if verdict is not None else None
        if event is None:
            event = self._event_type(statement, judged)
        tense = self._tense(statement, index)
        ahead = judged.stance in _AHEAD or judged.certainty in {"expected", "planned"}
        if ahead and _was_forecast(statement):
            ahead, tense = False, "past"
        span = span_of(tokens, statement.evidence)
        content = span_of(tokens, statement.content)
        open_end = ahead or (judged.certainty == "possible" and tense == "present")
        tense_told: Tense | None = "future" if open_end else tense
        found = self._clock.times_in(content.start, content.end, index, tense_told)
        before = self._claims[-1] if self._claims else None
        time = self._clock.happened(index, tense, event, ahead, found, before)
        dated = tuple(e.span for e in found)
        whole = whole_of(self._statements, self._claims, index)
        of = None if whole is None else self._claims[whole].quantities[0]
        counted = quantities(
            text,
            content.start,
            content.end,
            exclude=dated,
            whole=of,
            headline=self._segmentation.sentences[statement.sentence].is_headline,
        )
        for quantity in counted:
            self._quantities.setdefault((quantity.span.start, quantity.span.end), quantity)
        subject, obj = self._arguments(tokens, statement)
        if verdict is not None:
            subject, obj = verdict.subject or subject, verdict.object or obj
        sentence = self._segmentation.sentences[statement.sentence]
        antecedent, anaphor_rule = antecedent_of(
            self._statements, self._claims, index, judged.stance
        )
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
            carried=carried_slots(
                self._statements,
                self._claims,
                self._segmentation.sentences,
                index,
                antecedent,
            ),
            part_of=whole if counted and statement.clause.kind == "part" else None,
            antecedent=antecedent,
            rules=statement.rules + judged.rules + (time.rule,) + anaphor_rule,
            matter=self._kind(statement) if event == "denial" else None,
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


def _was_forecast(statement: Statement) -> bool:
    """Find what has come by now, as forecast or not: "had forecast a rise in May"."""
    frame, cue = statement.frame, statement.cue
    if frame is None or cue is None or cue.certainty != "expected":
        return False
    return statement.tokens[frame.words[0]].lower == "had"


def _is_perfect(tokens: Tokens, index: int) -> bool:
    """Say whether "to have taken" opens the content."""
    return tokens.lowers[index : index + 2] == ("to", "have")

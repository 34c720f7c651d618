"""The disagreement view: one row a question, one column a speaker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flask import Blueprint

from layers.model import Style
from layers.questions import Answer, Question, questions
from layers.style import DASHES, speakers
from web import units, words
from web.axis import NumberAxis, number_axis
from web.cards import Card
from web.context import context, page
from web.language import gettext
from web.maps import Ready
from web.pages import map_values
from web.phrases import phrase

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("questions", __name__)
MOST_COLUMNS = 5
_QUOTE_CHARS = 220


@dataclass(frozen=True, slots=True)
class Bar:
    """A number on the axis of its row, in per cent of the width; `others` are the row's others.

    ``left`` and ``right`` bound the numbers that the words allow; ``point`` is the printed one.
    """

    left: float
    right: float
    point: float | None
    open_left: bool
    open_right: bool
    dash: str | None
    others: tuple[float, ...]
    axis: NumberAxis


@dataclass(frozen=True, slots=True)
class LinkLine:
    """How an answer stands to that of another speaker."""

    words: str
    type: str
    claim_id: str
    number: int
    speaker: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What a cell says once; several claims where they say the same."""

    value: str
    detail: str | None
    quote: str | None
    status: str
    cards: tuple[Card, ...]
    bar: Bar | None
    links: tuple[LinkLine, ...]
    outlet: str | None


@dataclass(frozen=True, slots=True)
class CellLine:
    """One column of a row; without answers the speaker says nothing to the question."""

    speaker: str
    look: Style
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One row."""

    id: str
    kind: str
    text: str
    verdicts: tuple[str, ...]
    cells: tuple[CellLine, ...]

    @property
    def answered(self) -> tuple[CellLine, ...]:
        """The cells with answers."""
        return tuple(cell for cell in self.cells if cell.answers)


@blueprint.get("/maps/<map_id>/questions")
def show(map_id: str) -> "Response":
    """Show who answers which question how."""
    ready = context().maps.get(map_id)
    asked = questions(ready.document)
    compared = tuple(question for question in asked if question.is_compared)
    voices = _voices(ready, compared)
    answered = {answer.claim_id for question in asked for answer in question.answers}
    return page(
        "questions.html",
        voices=tuple((words.speaker(name), _looks(ready)[name]) for name in voices),
        rows=tuple(_line(ready, question, voices) for question in compared),
        alone=tuple(
            _line(ready, question, tuple(cell.source for cell in question.cells))
            for question in asked
            if not question.is_compared
        ),
        silent=len(ready.cards) - len(answered),
        is_wide=len(voices) > MOST_COLUMNS,
        **map_values(ready, "questions"),
    )


def _voices(ready: Ready, compared: Sequence[Question]) -> tuple[str, ...]:
    """Return who answers any of the compared questions, in the order of the map."""
    found = {cell.source for question in compared for cell in question.cells}
    return tuple(name for name in speakers(ready.document.annotations) if name in found)


def _looks(ready: Ready) -> dict[str, Style]:
    return {card.speaker_id: replace(card.look, dash=None) for card in ready.cards}


def _line(ready: Ready, question: Question, voices: Sequence[str]) -> QuestionLine:
    cards = {card.claim_id: card for card in ready.cards}
    looks = _looks(ready)
    cells = {cell.source: cell for cell in question.cells}
    axis = _axis(question)
    return QuestionLine(
        id=question.id,
        kind=question.kind,
        text=phrase(question.text),
        verdicts=tuple(phrase(verdict) for verdict in question.verdicts),
        cells=tuple(
            CellLine(
                words.speaker(name),
                looks[name],
                _answers(ready, question, cells[name].answers, cards, axis)
                if name in cells
                else (),
            )
            for name in voices
        ),
    )


def _axis(question: Question) -> NumberAxis | None:
    """Return the axis that all bars of a row share; without two numbers there is none."""
    counted = [a for a in question.answers if a.interval is not None and question.kind != "where"]
    values = [
        value
        for answer in counted
        if answer.interval is not None
        for value in (answer.interval.low, answer.interval.high, answer.how_many.quantity)
        if value is not None
    ]
    return number_axis(values) if len(counted) > 1 and values else None


def _answers(
    ready: Ready,
    question: Question,
    answers: Sequence[Answer],
    cards: Mapping[str, Card],
    axis: NumberAxis | None,
) -> tuple[AnswerLine, ...]:
    several = len(ready.document.articles) > 1
    lines: dict[tuple[object, ...], AnswerLine] = {}
    for rank, answer in enumerate(answers):
        card = cards[answer.claim_id]
        outlet = _outlet(card) if several else None
        line = AnswerLine(
            value=_value(question, answer, cards),
            detail=_detail(question, answer, cards),
            quote=_shortened(card.quote) if _needs_words(question, answer) else None,
            status=card.status if card.certainty is None else f"{card.status}, {card.certainty}",
            cards=(card,),
            bar=_bar(question, answer, axis),
            links=tuple(
                LinkLine(
                    phrase(link.words),
                    link.type,
                    link.claim_id,
                    cards[link.claim_id].number,
                    words.speaker(link.source),
                )
                for link in answer.links
            ),
            outlet=outlet,
        )
        key: tuple[object, ...] = (rank,)
        if question.kind == "where":
            key = (line.value, line.status, outlet)
        before = lines.get(key)
        if before is not None:
            line = replace(before, cards=(*before.cards, card), links=(*before.links, *line.links))
        lines[key] = line
    return tuple(lines.values())


def _value(question: Question, answer: Answer, cards: Mapping[str, Card]) -> str:
    """Return the answer itself in words."""
    if answer.stance == "denies":
        return gettext("Denies it")
    if answer.stance == "neither_confirms_nor_denies":
        return gettext("Neither confirms nor denies")
    if question.kind == "where":
        return _named(answer.places, cards)
    if question.kind == "how_many":
        return words.quantity(answer.how_many) or _bounds(answer)
    return gettext("Leaves it open") if answer.stance == "speculates" else gettext("Says so")


def _named(places: Sequence[str], cards: Mapping[str, Card]) -> str:
    """Return places as the cards call them."""
    called = {p.name: p.called.name for card in cards.values() for p in card.places}
    return "; ".join(called.get(place, place) for place in places)


def _needs_words(question: Question, answer: Answer) -> bool:
    """Say whether the answer is only understood by what was said: a denial, a yes."""
    return question.kind == "whether" or (question.kind == "how_many" and answer.interval is None)


def _shortened(quote: str) -> str:
    said = " ".join(quote.split())
    if len(said) <= _QUOTE_CHARS:
        return said
    return said[:_QUOTE_CHARS].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _bounds(answer: Answer) -> str:
    """Return a number that was printed as a range."""
    interval = answer.interval
    noun = answer.how_many.quantity_unit
    unit = f" {units.counted(noun)}" if noun else ""
    if interval is None:
        return gettext("A number is not given")
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return gettext("%(low)s to %(high)s", low=words.number(low), high=words.number(high)) + unit
    if low is not None:
        return gettext("%(low)s or more", low=words.number(low)) + unit
    return gettext("up to %(number)s", number=words.number(high or 0.0)) + unit


def _detail(question: Question, answer: Answer, cards: Mapping[str, Card]) -> str | None:
    """Return what else the fields say to the question."""
    if question.kind == "how_many":
        return _named(answer.places, cards) or None
    if question.kind == "whether" and answer.interval is not None:
        return words.quantity(answer.how_many)
    return None


def _bar(question: Question, answer: Answer, axis: NumberAxis | None) -> Bar | None:
    interval = answer.interval
    if axis is None or interval is None:
        return None
    printed = answer.how_many.quantity
    others = tuple(
        dict.fromkeys(
            axis.at(value)
            for other in question.answers
            if other.source != answer.source
            and other.interval is not None
            and (value := other.how_many.quantity) is not None
        )
    )
    return Bar(
        left=0.0 if interval.low is None else axis.at(interval.low),
        right=100.0 if interval.high is None else axis.at(interval.high),
        point=None if printed is None else axis.at(printed),
        open_left=interval.low is None,
        open_right=interval.high is None,
        dash=DASHES[answer.stance],
        others=others,
        axis=axis,
    )


def _outlet(card: Card) -> str:
    outlet = card.publisher or card.headline or card.article_id
    return f"{outlet}, {card.published}" if card.published else outlet

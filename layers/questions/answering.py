"""Which questions the claims of a map answer, and who answers them how.

Three kinds of question are asked: how many of something there are, where something is, and whether
it is so at all. Numbers compare as intervals (:mod:`layers.relations`): "at least 3,000" and
"about 12,000" are compatible, five camps and three camps differ, and who neither confirms nor
denies has declined to confirm. The words of a question come from the fields of its claims only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from layers.model import Annotation, HowMany, MapDocument, RelationType, When
from layers.questions.inquiry import PLACED, Inquiry, Kind, Topic, gather
from layers.questions.wording import word
from layers.style import speakers
from layers.topics import Interval, interval_of
from reading.model import Certainty, Stance

# From the strongest to the mildest; the order in which questions are shown.
_STRENGTH: tuple[RelationType, ...] = (
    "contradicts",
    "denies",
    "differs",
    "declines_to_confirm",
    "updates",
    "compatible",
    "corroborates",
)
_SHOWN: Mapping[Kind, frozenset[RelationType]] = {
    "how_many": frozenset(
        {"denies", "differs", "declines_to_confirm", "updates", "compatible", "corroborates"}
    ),
    "where": frozenset({"updates", "corroborates"}),
    "whether": frozenset(
        {"contradicts", "denies", "declines_to_confirm", "updates", "corroborates"}
    ),
}
RELATION_WORDS: Mapping[RelationType, str] = {
    "contradicts": "contradicts",
    "denies": "denies",
    "differs": "differs",
    "declines_to_confirm": "declines to confirm",
    "updates": "updates",
    "compatible": "compatible",
    "corroborates": "corroborates",
}


@dataclass(frozen=True, slots=True)
class Link:
    """How an answer stands to the claim of another speaker in the same row.

    ``words`` are those of ``type``, for compatible numbers with the bound that makes them so.
    """

    type: RelationType
    words: str
    claim_id: str
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim as an answer.

    ``interval`` is None where the claim counts nothing, as a denial does; ``places`` are the names
    of where it happens, in text order.
    """

    claim_id: str
    article_id: str
    source: str
    stance: Stance
    certainty: Certainty
    how_many: HowMany
    interval: Interval | None
    places: tuple[str, ...]
    when: When
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one speaker answers, in text order."""

    source: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question and its answers.

    Parameters
    ----------
    id : str
        Kind and first claim: unique within the map, and the same for the same text.
    text : str
        "How many camps?"
    cells : tuple of Cell
        One for each speaker who answers, in the order of the map; the report itself last.
    verdicts : tuple of str
        The words of all links of the row, the strongest first.
    """

    id: str
    kind: Kind
    text: str
    cells: tuple[Cell, ...]
    verdicts: tuple[str, ...]

    @property
    def is_compared(self) -> bool:
        """Whether two speakers answer, or one claim refers to another."""
        return len(self.cells) > 1 or bool(self.verdicts)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers, by speaker."""
        return tuple(answer for cell in self.cells for answer in cell.answers)


def questions(document: MapDocument) -> tuple[Question, ...]:
    """Return the questions of a map: those that can be compared first, the most contested on top.

    Parameters
    ----------
    document : MapDocument
        With one report or several; a speaker of two reports has one cell.

    Returns
    -------
    tuple of Question
        Equal documents give equal questions. Claims that answer no question are not in it.
    """
    inquiry = Inquiry(document)
    order = {name: rank for rank, name in enumerate(speakers(document.annotations))}
    topics = gather(inquiry)
    texts = word(inquiry, topics)
    made = [
        _question(inquiry, topic, text, order) for topic, text in zip(topics, texts, strict=True)
    ]
    return tuple(sorted(made, key=_rank))


def _rank(question: Question) -> tuple[bool, bool, int]:
    """Order by what can be compared, numbers first, then by the strongest relation.

    Ties stay in text order.
    """
    types = {link.type for answer in question.answers for link in answer.links}
    strength = next((n for n, kind in enumerate(_STRENGTH) if kind in types), len(_STRENGTH))
    is_counted = question.kind == "how_many" and bool(types)
    return not question.is_compared, not is_counted, strength


def _question(inquiry: Inquiry, topic: Topic, text: str, order: Mapping[str, int]) -> Question:
    answers = [_answer(inquiry.claims[claim_id]) for claim_id in topic.claim_ids]
    linked = [
        replace(answer, links=tuple(_links(inquiry, topic, answers, answer))) for answer in answers
    ]
    by_source: dict[str, list[Answer]] = {}
    for answer in linked:
        by_source.setdefault(answer.source, []).append(answer)
    cells = tuple(
        Cell(source, tuple(by_source[source]))
        for source in sorted(by_source, key=order.__getitem__)
    )
    links = sorted(
        (link for answer in linked for link in answer.links), key=lambda x: _STRENGTH.index(x.type)
    )
    return Question(
        id=f"{topic.kind.replace('_', '-')}-{topic.claim_ids[0]}",
        kind=topic.kind,
        text=text,
        cells=cells,
        verdicts=tuple(dict.fromkeys(link.words for link in links)),
    )


def _answer(group: Sequence[Annotation]) -> Answer:
    head = group[0]
    asserted = head.how.stance not in {"denies", "neither_confirms_nor_denies"}
    return Answer(
        claim_id=head.claim_id,
        article_id=head.anchor.article_id,
        source=head.who.source,
        stance=head.how.stance,
        certainty=head.how.certainty,
        how_many=head.how_many,
        interval=interval_of(head.how_many) if asserted else None,
        places=_places(group),
        when=head.when,
    )


def _places(group: Sequence[Annotation]) -> tuple[str, ...]:
    """Return where it happens; "five unnamed camps in Elbonia" adds nothing to "Elbonia"."""
    names = dict.fromkeys(
        a.where.place for a in group if a.where.place and a.where.place_role in PLACED
    )
    return tuple(
        name
        for name in names
        if not any(name != other and name.endswith(f" in {other}") for other in names)
    )


def _links(
    inquiry: Inquiry, topic: Topic, answers: Sequence[Answer], answer: Answer
) -> Iterable[Link]:
    """Yield how an answer stands to others of its row.

    What comparing all claims of the map found comes first. A number that was linked to none of the
    row is held against the first number of another speaker.
    """
    inside = {other.claim_id: other for other in answers}
    linked = False
    for relation in inquiry.claims[answer.claim_id][0].relations:
        other = inside.get(relation.target)
        if other is None or relation.type not in _SHOWN[topic.kind]:
            continue
        if other.source == answer.source:
            continue
        linked = True
        yield Link(relation.type, _words(relation.type, answer, other), *_who(other))
    if linked or topic.kind != "how_many" or answer.interval is None:
        return
    for other in answers[: answers.index(answer)]:
        if other.interval is not None and other.source != answer.source:
            kind: RelationType = (
                "compatible" if answer.interval.touches(other.interval) else "differs"
            )
            yield Link(kind, _words(kind, answer, other), *_who(other))
            return


def _who(answer: Answer) -> tuple[str, str]:
    return answer.claim_id, answer.source


def _words(kind: RelationType, answer: Answer, other: Answer) -> str:
    """Return the words of a relation; of compatible numbers, which open side makes them so."""
    words = RELATION_WORDS[kind]
    if kind != "compatible":
        return words
    intervals = [x.interval for x in (answer, other) if x.interval is not None]
    if any(interval.high is None for interval in intervals):
        return f"{words}, lower bound"
    if any(interval.low is None for interval in intervals):
        return f"{words}, upper bound"
    return words

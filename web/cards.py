"""What a reader is told of one claim: the card, made once for page, embed and stand-alone file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import overload

from layers import citations, style
from layers.model import Annotation, MapDocument, PlaceRecord, RelationType, Style
from web import words
from web.language import gettext
from web.names import Called, by_id, name_of, of_place, text_direction
from web.phrases import phrase

MOST_AT_ONE_PLACE = 200
_QUOTE_IN_LIST_CHARS = 110


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place of a claim; `shape` is the key of what is drawn, or None."""

    annotation_id: str
    name: str
    called: Called
    mention: str | None
    role: str
    precision: str
    reason: str | None
    evidence: tuple[str, ...]
    confidence_percent: int | None
    candidates: int | None
    boundary: str | None
    shape: str | None
    flow: bool


@dataclass(frozen=True, slots=True)
class RelationLine:
    """How this claim stands to another one of the map."""

    words: str
    claim_id: str
    number: int
    speaker: str


@dataclass(frozen=True, slots=True)
class Card:
    """One claim, in the words of its card; numbers count from 1 in text order."""

    number: int
    claim_id: str
    article_id: str
    speaker: str
    speaker_id: str
    role: str | None
    via: str | None
    inherited: bool
    look: Style
    stance: str
    status: str
    certainty: str | None
    hedges: tuple[str, ...]
    language: str
    direction: str
    quote: str
    prefix: str
    suffix: str
    short: str
    event_type: str
    quantity: str | None
    count: float | None
    map_count: str | None
    part_of: int | None
    happened: str
    happened_iso: str
    dated: bool
    said: str
    said_iso: str
    places: tuple[PlaceLine, ...]
    headline: str | None
    publisher: str | None
    published: str | None
    accessed: str | None
    paragraph: int
    link: str | None
    link_text: str | None
    sha256: str
    relations: tuple[RelationLine, ...]
    grade: str
    review: str
    citation: str

    @property
    def placed(self) -> bool:
        """Whether anything of the claim is drawn."""
        return any(place.shape for place in self.places)


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """The claims about one drawn shape, for the list that opens on its mark.

    ``claims`` counts all of them; of very many only the first are listed.
    """

    shape: str
    name: str
    called: Called
    precision: str
    flow: bool
    cards: tuple[Card, ...]
    claims: int


class Cards(Sequence[Card]):
    """The cards of a map in text order, each made when it is first asked for.

    Parameters
    ----------
    document : MapDocument
    quotes_only : bool
        Leave out the context around each quote.
    """

    def __init__(self, document: MapDocument, *, quotes_only: bool = False) -> None:
        self._document = document
        self._quotes_only = quotes_only
        self._groups = document.claims()
        self._styles = style.speaker_styles(document.annotations)
        self._records = by_id(document.places)
        self._made: dict[int, Card] = {}
        self.numbers = {group[0].claim_id: rank for rank, group in enumerate(self._groups, 1)}
        self._links = _links(document, self.numbers)

    def __len__(self) -> int:
        return len(self._groups)

    @overload
    def __getitem__(self, place: int) -> Card: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Card, ...]: ...

    def __getitem__(self, place: int | slice) -> Card | tuple[Card, ...]:
        if isinstance(place, slice):
            return tuple(self[rank] for rank in range(*place.indices(len(self))))
        rank = range(len(self))[place]
        if rank not in self._made:
            self._made[rank] = self._card(self._groups[rank])
        return self._made[rank]

    def of(self, claim_id: str) -> Card:
        """Return the card of a claim.

        Raises
        ------
        KeyError
            The map has no such claim.
        """
        return self[self.numbers[claim_id] - 1]

    def place_words(self, annotation: Annotation) -> str | None:
        """Return what the place of an annotation is called, None without a name."""
        where = annotation.where
        if where.place is None:
            return None
        return name_of(where.place, self._records.get(where.gazetteer_id or ""))

    def annotations_of(self, claim_id: str) -> tuple[Annotation, ...]:
        """Return the annotations of a claim."""
        return self._groups[self.numbers[claim_id] - 1]

    def _card(self, group: tuple[Annotation, ...]) -> Card:
        relations = self._relations(group[0].claim_id)
        made = _card(self._document, group, self.numbers, self._styles, relations, self._records)
        return replace(made, prefix="", suffix="") if self._quotes_only else made

    def _relations(self, claim_id: str) -> tuple[RelationLine, ...]:
        """Return the links of a claim, those that point at it included once."""
        lines: dict[tuple[str, str], RelationLine] = {}
        for kind, other, reverse in self._links.get(claim_id, ()):
            if (kind, other) in lines:
                continue
            first = {one: self.annotations_of(one)[0] for one in (claim_id, other)}
            bounds = {a.how_many.quantity_qualifier for a in first.values()}
            lines[kind, other] = RelationLine(
                words.relation(kind, reverse=reverse, lower_bound="at_least" in bounds),
                other,
                self.numbers[other],
                words.speaker(first[other].who.source),
            )
        return tuple(lines.values())


class Places(Mapping[str, PlaceCard]):
    """The drawn shapes in order of first use, each with the claims about it."""

    def __init__(self, document: MapDocument, made: Cards) -> None:
        self._cards = made
        self._records = by_id(document.places)
        self._first: dict[str, Annotation] = {}
        self._claims: dict[str, dict[str, None]] = {}
        for annotation in document.annotations:
            shape = annotation.drawn.shape
            if annotation.geometry is not None and shape is not None:
                self._first.setdefault(shape, annotation)
                self._claims.setdefault(shape, {})[annotation.claim_id] = None

    def __len__(self) -> int:
        return len(self._first)

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __contains__(self, shape: object) -> bool:
        return shape in self._first

    def __getitem__(self, shape: str) -> PlaceCard:
        annotation, claims = self._first[shape], tuple(self._claims[shape])
        return PlaceCard(
            shape=shape,
            name=annotation.where.place or gettext("Unnamed place"),
            called=_called(annotation, self._records),
            precision=phrase(style.PRECISION_WORDS[annotation.where.place_precision]),
            flow=annotation.drawn.geometry_role == "flow",
            cards=tuple(self._cards.of(claim) for claim in claims[:MOST_AT_ONE_PLACE]),
            claims=len(claims),
        )


def _card(
    document: MapDocument,
    group: tuple[Annotation, ...],
    numbers: Mapping[str, int],
    styles: Mapping[str, Style],
    relations: tuple[RelationLine, ...],
    records: Mapping[str, PlaceRecord],
) -> Card:
    head = group[0]
    anchor, who, how, audit = head.anchor, head.who, head.how, head.audit
    drawn = next((a for a in group if a.geometry is not None), head)
    link = words.safe_link(anchor.url)
    quote = " ".join(anchor.quote.split())
    return Card(
        number=numbers[head.claim_id],
        claim_id=head.claim_id,
        article_id=anchor.article_id,
        speaker=words.speaker(who.source),
        speaker_id=who.source,
        role=who.source_role or words.source_type(who.source_type),
        via=who.via or who.medium,
        inherited=who.source_inherited,
        look=style.style_of(drawn, styles),
        stance=how.stance,
        status=phrase(style.STATUS_WORDS[how.stance]),
        certainty=words.certainty(how.certainty),
        hedges=how.hedges,
        language=words.language_of(anchor.language),
        direction=text_direction(anchor.language),
        quote=anchor.quote,
        prefix=words.context_before(anchor.prefix),
        suffix=words.context_after(anchor.suffix),
        short=quote if len(quote) <= _QUOTE_IN_LIST_CHARS else _shortened(quote),
        event_type=phrase(head.what.event_type.replace("_", " ")),
        quantity=words.quantity(head.how_many),
        count=head.how_many.quantity,
        map_count=words.map_count(head),
        part_of=numbers.get(head.how_many.part_of or ""),
        happened=words.event_date(head.when),
        happened_iso=str(head.when.date_start or head.when.date_end or ""),
        dated=head.when.date_start is not None or head.when.date_end is not None,
        said=words.statement_date(head.when),
        said_iso=str(head.when.statement_date_start or head.when.statement_date_end or ""),
        places=tuple(_place(a, records) for a in group if a.where.place is not None),
        headline=anchor.headline,
        publisher=anchor.publisher,
        published=words.day(anchor.date_published) if anchor.date_published else None,
        accessed=words.day(anchor.date_accessed) if anchor.date_accessed else None,
        paragraph=anchor.paragraph + 1,
        link=link,
        link_text=anchor.url if link is None else None,
        sha256=anchor.article_sha256,
        relations=relations,
        grade=f"{audit.reliability or ''}{audit.credibility or ''}" or gettext("not graded (F6)"),
        review=audit.review_state,
        citation=citations.cite(document, head),
    )


def _called(annotation: Annotation, records: Mapping[str, PlaceRecord]) -> Called:
    where = annotation.where
    if where.place is None:
        return Called(gettext("Unnamed place"))
    return of_place(where.place, records.get(where.gazetteer_id or ""))


def _place(annotation: Annotation, records: Mapping[str, PlaceRecord]) -> PlaceLine:
    where, drawn = annotation.where, annotation.drawn
    shown = annotation.geometry is not None
    boundary = None
    if drawn.boundary_source:
        boundary = drawn.boundary_source
        if drawn.boundary_worldview:
            boundary += f", {words.worldview(drawn.boundary_worldview)}"
        if drawn.boundary_as_of:
            boundary += gettext(", as of %(day)s", day=drawn.boundary_as_of)
    return PlaceLine(
        annotation_id=annotation.id,
        name=where.place or "",
        called=_called(annotation, records),
        mention=where.place_mention,
        role=words.place_role(where.place_role, drawn=shown),
        precision=phrase(style.PRECISION_WORDS[where.place_precision]),
        reason=drawn.geometry_reason,
        evidence=where.match_evidence,
        confidence_percent=(
            None if where.match_confidence is None else round(100 * where.match_confidence)
        ),
        candidates=where.candidates,
        boundary=boundary,
        shape=drawn.shape if shown else None,
        flow=drawn.geometry_role == "flow",
    )


def _links(
    document: MapDocument, known: Mapping[str, int]
) -> dict[str, list[tuple[RelationType, str, bool]]]:
    """Return what each claim says of others, then what others say of it."""
    links: dict[str, list[tuple[RelationType, str, bool]]] = {}
    pairs = [
        (a.claim_id, r) for a in document.annotations for r in a.relations if r.target in known
    ]
    for claim_id, relation in pairs:
        links.setdefault(claim_id, []).append((relation.type, relation.target, False))
    for claim_id, relation in pairs:
        links.setdefault(relation.target, []).append((relation.type, claim_id, True))
    return links


def _shortened(quote: str) -> str:
    return quote[:_QUOTE_IN_LIST_CHARS].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"

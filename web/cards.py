"""What a reader is told of one claim: the card, made once for page, embed and stand-alone file."""

from collections.abc import Mapping
from dataclasses import dataclass

from layers import citations, style
from layers.model import Annotation, MapDocument, PlaceRecord, Relation, Style
from web import words
from web.language import gettext
from web.names import Called, by_id, of_place
from web.phrases import phrase

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
    quote: str
    prefix: str
    suffix: str
    short: str
    event_type: str
    quantity: str | None
    map_count: str | None
    part_of: int | None
    happened: str
    dated: bool
    said: str
    said_iso: str
    places: tuple[PlaceLine, ...]
    layer_ids: tuple[str, ...]
    annotation_ids: tuple[str, ...]
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
    """All claims about one drawn shape, for the list that opens on its mark."""

    shape: str
    name: str
    called: Called
    precision: str
    flow: bool
    cards: tuple[Card, ...]


def cards(document: MapDocument) -> tuple[Card, ...]:
    """Return the cards of all claims, in text order."""
    groups = document.claims()
    numbers = {group[0].claim_id: rank for rank, group in enumerate(groups, 1)}
    styles = style.speaker_styles(document.annotations)
    first = {group[0].claim_id: group[0] for group in groups}
    layers_of: dict[str, list[str]] = {}
    for layer in document.layers:
        for annotation_id in layer.annotation_ids:
            layers_of.setdefault(annotation_id, []).append(layer.id)
    relations = _relations(document, first, numbers)
    records = by_id(document.places)
    return tuple(
        _card(
            document,
            group,
            numbers,
            styles,
            layers_of,
            relations.get(group[0].claim_id, ()),
            records,
        )
        for group in groups
    )


def place_cards(document: MapDocument, made: tuple[Card, ...]) -> tuple[PlaceCard, ...]:
    """Return one list of claims for each drawn shape, in order of first use."""
    by_claim = {card.claim_id: card for card in made}
    records = by_id(document.places)
    first: dict[str, Annotation] = {}
    claims: dict[str, dict[str, Card]] = {}
    for annotation in document.annotations:
        shape = annotation.drawn.shape
        if annotation.geometry is not None and shape is not None:
            first.setdefault(shape, annotation)
            claims.setdefault(shape, {})[annotation.claim_id] = by_claim[annotation.claim_id]
    return tuple(
        PlaceCard(
            shape=shape,
            name=annotation.where.place or gettext("Unnamed place"),
            called=_called(annotation, records),
            precision=phrase(style.PRECISION_WORDS[annotation.where.place_precision]),
            flow=annotation.drawn.geometry_role == "flow",
            cards=tuple(claims[shape].values()),
        )
        for shape, annotation in first.items()
    )


def _card(
    document: MapDocument,
    group: tuple[Annotation, ...],
    numbers: Mapping[str, int],
    styles: Mapping[str, Style],
    layers_of: Mapping[str, list[str]],
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
        quote=anchor.quote,
        prefix=words.context_before(anchor.prefix),
        suffix=words.context_after(anchor.suffix),
        short=quote if len(quote) <= _QUOTE_IN_LIST_CHARS else _shortened(quote),
        event_type=phrase(head.what.event_type.replace("_", " ")),
        quantity=words.quantity(head.how_many),
        map_count=words.map_count(head),
        part_of=numbers.get(head.how_many.part_of or ""),
        happened=words.event_date(head.when),
        dated=head.when.date_start is not None or head.when.date_end is not None,
        said=words.statement_date(head.when),
        said_iso=str(head.when.statement_date_start or head.when.statement_date_end or ""),
        places=tuple(_place(a, records) for a in group if a.where.place is not None),
        layer_ids=tuple(dict.fromkeys(i for a in group for i in layers_of.get(a.id, ()))),
        annotation_ids=tuple(a.id for a in group),
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


def _relations(
    document: MapDocument, first: Mapping[str, Annotation], numbers: Mapping[str, int]
) -> dict[str, tuple[RelationLine, ...]]:
    """Return the links of each claim, those that point at it included once."""
    links: dict[str, dict[tuple[str, str], RelationLine]] = {}

    def put(one: str, other: str, relation: Relation, *, reverse: bool) -> None:
        lines = links.setdefault(one, {})
        if (relation.type, other) in lines:
            return
        bounds = {first[c].how_many.quantity_qualifier for c in (one, other)}
        lines[relation.type, other] = RelationLine(
            words.relation(relation.type, reverse=reverse, lower_bound="at_least" in bounds),
            other,
            numbers[other],
            words.speaker(first[other].who.source),
        )

    pairs = [
        (a.claim_id, r) for a in document.annotations for r in a.relations if r.target in first
    ]
    for claim_id, relation in pairs:
        put(claim_id, relation.target, relation, reverse=False)
    for claim_id, relation in pairs:
        put(relation.target, claim_id, relation, reverse=True)
    return {claim_id: tuple(lines.values()) for claim_id, lines in links.items()}


def _shortened(quote: str) -> str:
    return quote[:_QUOTE_IN_LIST_CHARS].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"

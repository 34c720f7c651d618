"""Where reading and geography meet: claims and resolutions in, annotations out."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import reading as extractor
from geo.boundaries import Boundaries
from geo.cues import UNLISTED
from geo.gazetteer import Gazetteer
from geo.model import Geoparse, Resolution
from layers.main_figure import main_quantity
from layers.marks import NOTHING, Marker
from layers.mentioned import mentions
from layers.model import (
    Anchor,
    Annotation,
    Audit,
    How,
    HowMany,
    Relation,
    RelationType,
    What,
    When,
    Where,
    Who,
)
from layers.naming import Names
from layers.overrides import Corrected, Override, correct
from layers.placement import PRIMARY, Placement, key_of
from layers.placements import Placer
from layers.speakers import Speaker
from layers.summaries import summarise
from layers.themes import RULE as THEMED
from layers.themes import theme_of, themed
from reading.model import Claim, Quantity, Reading, Span

CONTEXT_CHARACTERS = 32
GEONAMES = "https://sws.geonames.org/"
_ID_LENGTH = 12
_UCDP = {"point": 1, "city": 1, "district": 3, "region": 4, "vague_area": 5, "country": 6}
_ACLED = {"point": 1, "city": 1, "district": 2, "region": 3, "vague_area": 3, "country": 3}
_SEA = "H"
_UCDP_SEA = 7
_NO_KEY: tuple[object, ...] = ("",)
_UNSAID = Where(
    place=None,
    place_role="none",
    place_mention=None,
    place_start=None,
    place_end=None,
    place_explicit=False,
    place_country=None,
    place_precision="none",
    where_prec=None,
    geo_precision=None,
    gazetteer_id=None,
    gazetteer_uri=None,
    match_confidence=None,
    match_evidence=(),
    candidates=None,
)
_DENIALS: dict[str, RelationType] = {
    "denies": "denies",
    "neither_confirms_nor_denies": "declines_to_confirm",
}


def annotate(
    reading: Reading,
    geoparse: Geoparse,
    gazetteer: Gazetteer,
    boundaries: Boundaries,
    *,
    overrides: Sequence[Override] = (),
) -> tuple[Annotation, ...]:
    """Pin the claims of one article to places.

    Parameters
    ----------
    reading : Reading
        What is said.
    geoparse : Geoparse
        Which places the same text names.
    gazetteer, boundaries
        What places and outlines are taken from.
    overrides : sequence of Override
        Corrections by hand; recorded in ``rules``.

    Returns
    -------
    tuple of Annotation
        In text order; a claim without a place gives one annotation without geometry. Their
        ``relations`` hold only what the words of one claim say of another; :func:`relate` adds
        the rest.
    """
    # Of what no list knows the syntax of the claims tells more.
    listed = [item for item in geoparse.resolutions if UNLISTED not in item.toponym.rules]
    fixed = correct(listed, reading.article, gazetteer, overrides)
    unread = mentions(reading, fixed.resolutions)
    if unread is not None:
        reading, _ = unread
    placer = Placer(reading, fixed.resolutions, gazetteer, fixed.roles, fixed.rules)
    marker = Marker(gazetteer, boundaries)
    writer = _Writer(reading, placer, marker, gazetteer, fixed)
    annotations: list[Annotation] = []
    for index, places in enumerate(placer.places() if unread is None else unread[1]):
        annotations += writer.write(index, places)
    return tuple(annotations)


def claim_ids(reading: Reading) -> tuple[str, ...]:
    """Return the id of every claim: twelve hex digits of SHA-256 over what makes it itself."""
    article = reading.article.sha256
    return tuple(
        [
            _digest((article, c.evidence.start, c.evidence.end, c.source.name, c.ordinal))
            for c in reading.claims
        ]
    )


def _digest(parts: Iterable[object]) -> str:
    words = "\x1f".join([f"{part}" for part in parts])
    return hashlib.sha256(words.encode()).hexdigest()[:_ID_LENGTH]


class _Writer:
    """Writes the annotations of one article."""

    def __init__(
        self,
        reading: Reading,
        placer: Placer,
        marker: Marker,
        gazetteer: Gazetteer,
        fixed: Corrected,
    ) -> None:
        self._claims, self._text = reading.claims, reading.article.text
        self._speakers = placer.speakers
        self._marker = marker
        self._gazetteer = gazetteer
        self._by_hand = fixed.rules
        self._ids = claim_ids(reading)
        article = reading.article
        # In the order of the last fields of an anchor.
        self._of_article = (
            article.id,
            article.sha256,
            article.headline.of(article.text) if article.headline else article.title,
            article.publisher,
            article.author,
            article.url,
            article.url_archived,
            article.date_accessed,
            article.language,
            article.timezone,
            article.date_published,
            article.date_source,
        )
        self._names = Names(gazetteer, reading.article.text)
        self._theme = theme_of(reading)

    def write(self, index: int, places: Sequence[Placement]) -> list[Annotation]:
        """Return the annotations of one claim: one for each place, or one without."""
        claim, text = self._claims[index], self._text
        quantity = main_quantity(claim, text)
        summary = summarise(claim, quantity, places, self._names)
        who = _who(claim, self._speakers.of(index), text)
        how, when = _how(claim, text), _when(claim, text)
        event, rules = claim.event_type, claim.rules
        if self._theme is not None:
            event = themed(claim, self._theme)
        if event != claim.event_type:
            rules = (*rules, THEMED)
        what = What(claim.subject, claim.object, event, summary)
        how_many, relations = self._how_many(claim, quantity), self._relations(claim)
        claim_id, rest = self._ids[index], self._rest_of_anchor(claim)
        written = []
        for placement in places or (None,):
            mark, where, key = NOTHING, _UNSAID, _NO_KEY
            if placement is not None:
                leads = _target(places) if placement.role == "origin" else None
                mark = self._marker.mark(placement.resolution, placement.role, leads)
                where, key = self._where(placement), key_of(placement)
            written.append(
                Annotation(
                    Anchor(_digest((claim_id, *key)), claim_id, *rest),
                    who,
                    how,
                    what,
                    how_many,
                    when,
                    where,
                    mark.drawn,
                    self._audit(claim, rules, placement),
                    relations,
                    mark.geometry,
                )
            )
        return written

    def _rest_of_anchor(self, claim: Claim) -> tuple[Any, ...]:
        """Return what an anchor has after its ids: which words, with those around them, of what."""
        text, start, end = self._text, claim.evidence.start, claim.evidence.end
        before = text[max(0, start - CONTEXT_CHARACTERS) : start]
        after = text[end : end + CONTEXT_CHARACTERS]
        return (text[start:end], start, end, before, after, claim.paragraph, *self._of_article)

    def _how_many(self, claim: Claim, quantity: Quantity | None) -> HowMany:
        part_of = self._ids[claim.part_of] if claim.part_of is not None else None
        if quantity is None:
            return HowMany(None, None, None, None, None, part_of)
        return HowMany(
            quantity.value,
            quantity.minimum,
            quantity.maximum,
            quantity.qualifier,
            quantity.unit,
            part_of,
        )

    def _where(self, placement: Placement) -> Where:
        resolution, text = placement.resolution, self._text
        place, count = resolution.place, placement.count
        span = _counted(count) if count and placement.explicit else resolution.toponym.span
        precision = "vague_area" if count else resolution.precision
        return Where(
            self._names.shown(resolution, count),
            placement.role,
            text[span.start : span.end],
            span.start,
            span.end,
            placement.explicit,
            self._gazetteer.country_code(place) if place else None,
            precision,
            _where_prec(resolution, counted=count is not None),
            _ACLED.get(precision),
            place.id if place else None,
            f"{GEONAMES}{place.id[3:]}/" if place and place.id.startswith("gn:") else None,
            round(resolution.confidence, 4),
            tuple([evidence.words for evidence in resolution.evidence]),
            max(0, len(resolution.candidates) - 1),
        )

    def _audit(self, claim: Claim, rules: tuple[str, ...], placement: Placement | None) -> Audit:
        by_hand = self._by_hand
        if placement is not None:
            toponym = placement.resolution.toponym
            rules = (*rules, *toponym.rules, *placement.rules, *by_hand.get(toponym.span, ()))
        elif by_hand:
            dropped = (r for s, r in by_hand.items() if claim.evidence.contains(s))
            rules = (*rules, *(rule for group in dropped for rule in group))
        distinct = tuple(dict.fromkeys(rules))
        return Audit(distinct, extractor.__version__, self._gazetteer.version)

    def _relations(self, claim: Claim) -> tuple[Relation, ...]:
        found = []
        if claim.part_of is not None:
            found.append(Relation("part_of", self._ids[claim.part_of]))
        return tuple(found)


def _counted(count: Quantity) -> Span:
    """Return the words of a count with what it counts: "five camps"."""
    if count.unit_span is None or count.unit_span.end < count.span.end:
        return count.span
    return Span(count.span.start, count.unit_span.end)


def _target(places: Sequence[Placement]) -> Resolution | None:
    """Return the place that a claim leads to."""
    leading = (p.resolution for p in places if p.role in PRIMARY and p.resolution.place)
    return next(leading, None)


def _who(claim: Claim, speaker: Speaker, text: str) -> Who:
    source = claim.source
    return Who(
        source.name,
        source.mention.of(text) if source.mention else None,
        speaker.type,
        source.role,
        speaker.country,
        source.inherited,
        source.via,
        source.medium,
    )


def _how(claim: Claim, text: str) -> How:
    return How(
        claim.attribution,
        claim.cue.of(text) if claim.cue else None,
        claim.stance,
        claim.certainty,
        tuple([hedge.of(text) for hedge in claim.hedges]),
    )


def _when(claim: Claim, text: str) -> When:
    expression = claim.event_time
    return When(
        claim.event_start,
        claim.event_end,
        expression.span.of(text) if expression else None,
        expression.precision if expression else None,
        claim.date_basis,
        claim.statement_start,
        claim.statement_end,
    )


def _where_prec(resolution: Resolution, *, counted: bool) -> int | None:
    """Return UCDP's where_prec: 1 the very place, 2 near it, 3 to 6 wider, 7 the high seas."""
    place = resolution.place
    if place is not None and place.feature_class == _SEA and place.country_code is None:
        return _UCDP_SEA
    if counted:
        return _UCDP["vague_area"]
    if resolution.part is not None and resolution.precision in {"point", "city", "district"}:
        return 2
    return _UCDP.get(resolution.precision)

"""What comparing claims needs of each, taken from its annotations once."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from layers.lexicon import table
from layers.model import Anchor, Annotation
from layers.topics import (
    Interval,
    counts_a_part,
    families_named,
    interval_of,
    is_about_denial,
    kind_of_unit,
    speaks_of_some,
    stems,
    withholds,
)

SPEAKING = frozenset({"denies", "neither_confirms_nor_denies"})
VAGUE = frozenset({"statement", "position", "other", "expectation", "source_discrepancy"})
NARRATOR = "narrator"
_LONG_PAST = timedelta(days=60)
_MANY_WEEKS = timedelta(days=45)
_SENTENCE_ENDS = frozenset('.!?”"')
_POINTERS = frozenset(
    {"account", "accounts", "accusation", "accusations", "allegation", "allegations", "charge"}
    | {"charges", "claim", "claims", "report", "reports", "version", "versions"}
)
_REVISING = frozenset(
    {"climbed", "climbs", "increased", "later", "revised", "risen", "rises", "rose", "updated"}
)
_DISPUTING = frozenset({"contradicted", "contradicts", "disputed", "disputes"})
_EACH = frozenset({"a", "an", "each", "every", "per"})
_SPANS = frozenset({"day", "hour", "month", "week", "year"})
_ACCUSING = stems("accuse blame alleges")


class Comparable(NamedTuple):
    """What comparing needs of a claim; `rank` is its place in the order of the map."""

    rank: int
    id: str
    article: str
    published: date | None
    start: int
    end: int
    paragraph: int
    source: str
    inherited: bool
    headline: bool
    stance: str
    certainty: str
    event: str
    family: str
    unit: str | None
    counted: frozenset[str]
    quantity: Interval | None
    part_of: str | None
    words: frozenset[str]
    speaker: frozenset[str]
    all_words: frozenset[str]
    named: frozenset[str]
    subject: frozenset[str]
    places: frozenset[str]
    countries: frozenset[str]
    wide: bool
    first: date | None
    last: date | None
    past: bool
    printed: bool
    rate: bool
    opens: bool
    points: bool
    accuses: bool
    adds_up: bool
    is_part: bool
    some: bool
    listed: bool
    country: str | None
    revises: bool
    disputes: bool
    denies_denial: bool
    withholds: bool
    known: frozenset[str]


def comparables(annotations: Sequence[Annotation]) -> list[Comparable]:
    """Return the claims of one map, in the order of their annotations."""
    grouped: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        grouped.setdefault(annotation.claim_id, []).append(annotation)
    # Who speaks in one sentence with another is no word of what both say.
    spoken: dict[tuple[str, int, int], frozenset[str]] = {}
    for first, *_ in grouped.values():
        told = _told(first.anchor)
        spoken[told] = spoken.get(told, frozenset()) | stems(first.who.source)
    return [
        _comparable(rank, group, spoken[_told(group[0].anchor)])
        for rank, group in enumerate(grouped.values())
    ]


def _told(anchor: Anchor) -> tuple[str, int, int]:
    return anchor.article_id, anchor.start, anchor.end


def _comparable(rank: int, group: Sequence[Annotation], speakers: frozenset[str]) -> Comparable:
    first = group[0]
    anchor, who, how, what, many = (
        first.anchor, first.who, first.how, first.what, first.how_many,
    )  # fmt: skip
    placed = [
        a
        for a in group
        if a.where.place_role in {"event_location", "destination", "party"} and a.where.place
    ]
    primary = [a.where for a in placed]
    spoken = stems(who.source_mention or "") | stems(who.source)
    words = stems(anchor.quote) - spoken - stems(how.cue or "")
    printed = _words(anchor.quote)
    row = table("event_traits").get(what.event_type)
    return Comparable(
        rank=rank,
        id=first.claim_id,
        article=anchor.article_id,
        published=anchor.date_published,
        start=anchor.start,
        end=anchor.end,
        paragraph=anchor.paragraph,
        source=who.source,
        inherited=who.source_inherited,
        headline=anchor.headline is not None and anchor.quote in anchor.headline,
        stance=how.stance,
        certainty=how.certainty,
        event=what.event_type,
        family=row["family"] if row else what.event_type,
        unit=kind_of_unit(many.quantity_unit, what.event_type, anchor.quote),
        counted=stems(many.quantity_unit or ""),
        quantity=interval_of(many),
        part_of=many.part_of,
        words=words - speakers,
        speaker=stems(who.source),
        all_words=stems(anchor.quote),
        named=families_named(words) if how.stance in SPEAKING else frozenset(),
        subject=stems(what.subject or "") | stems(what.object or ""),
        places=frozenset(
            a.drawn.shape or a.where.gazetteer_id or a.where.place or "" for a in placed
        ),
        countries=frozenset(w.place_country for w in primary if w.place_country),
        wide=any(w.place_precision in {"country", "vague_area"} for w in primary),
        first=first.when.date_start,
        last=first.when.date_end,
        past=_is_long_past(first),
        printed=many.quantity is not None,
        rate=_is_rate(printed),
        opens=anchor.prefix.rstrip()[-1:] in _SENTENCE_ENDS,
        points=not _POINTERS.isdisjoint(printed),
        accuses=bool(stems(how.cue or "") & _ACCUSING),
        adds_up=_adds_up(first),
        is_part=_is_part(first),
        some=speaks_of_some(anchor.quote),
        listed=anchor.prefix.rstrip()[-1:] == ":",
        country=who.source_country,
        revises=not _REVISING.isdisjoint(printed),
        disputes=not _DISPUTING.isdisjoint(printed),
        denies_denial=is_about_denial(anchor.quote),
        withholds=withholds(anchor.quote),
        known=frozenset(r.target for r in first.relations),
    )


def _adds_up(annotation: Annotation) -> bool:
    """Say whether a number is of many weeks, as no toll of one event is."""
    start, end = annotation.when.date_start, annotation.when.date_end
    return start is not None and end is not None and end - start > _MANY_WEEKS


def _is_part(annotation: Annotation) -> bool:
    many = annotation.how_many
    if many.quantity is None or many.quantity_unit in {"per cent", "percent"}:
        return False
    return counts_a_part(annotation.anchor.quote)


def _is_rate(words: Sequence[str]) -> bool:
    """Say whether a number is so many a year, which no single event compares with."""
    if "annually" in words or "yearly" in words:
        return True
    if _SPANS.isdisjoint(words):
        return False
    return any(one in _EACH and two in _SPANS for one, two in pairwise(words))


def _words(text: str) -> list[str]:
    return [word.strip(".,;:“”\"’'") for word in text.casefold().split()]


def _is_long_past(annotation: Annotation) -> bool:
    """Say whether an event ended long before it was told, as background does."""
    last, told = annotation.when.date_end, annotation.anchor.date_published
    return last is not None and told is not None and told - last > _LONG_PAST


def covers(claim: Comparable, other: Comparable) -> bool:
    """Say whether two claims share their words: two speakers in one sentence."""
    if claim.article != other.article:
        return False
    return claim.start == other.start and claim.end == other.end


def where_touches(claim: Comparable, other: Comparable) -> bool:
    """Say whether the places can be one: equal, or one of them as wide as their country."""
    if not claim.places or not other.places or claim.places & other.places:
        return True
    return (claim.wide or other.wide) and bool(claim.countries & other.countries)


def when_touches(claim: Comparable, other: Comparable) -> bool:
    """Say whether the times can be one; what is long past touches only what is as old."""
    if claim.past != other.past:
        return False
    first, last = claim.first or date.min, claim.last or date.max
    return first <= (other.last or date.max) and (other.first or date.min) <= last

"""What the claims of one map say of each other, within a report and across reports.

Quantities compare as intervals: "at least 3,000" contains 12,000, so the two are compatible, while
five camps and three camps differ. A source that repeats itself tells of the same event, another
source corroborates it. Each claim is linked to the likeliest claim of each kind, not to all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from layers.lexicon import table
from layers.model import Anchor, Annotation, Relation, RelationType
from layers.topics import (
    Interval,
    counts_a_part,
    families_named,
    interval_of,
    kind_of_unit,
    stems,
)

_SPEAKING = frozenset({"denies", "neither_confirms_nor_denies"})
_VAGUE = frozenset({"statement", "position", "other", "expectation", "source_discrepancy"})
_LOOKBACK = 120
_NARRATOR = "narrator"
_SAME_WORDS = 0.34
_STORY = 16
_FEW_WORDS = 2
_NEARLY_NEXT = 3
_POINTING = 1.0
_DENYING = 1.6
_ANSWERING = 3.0
_LONG_PAST = timedelta(days=60)
_ASSERTED = frozenset({"stated", "reported", "alleged", "believed"})
_SENTENCE_ENDS = frozenset('.!?”"')
_POINTERS = frozenset(
    {"account", "accounts", "accusation", "accusations", "allegation", "allegations", "charge"}
    | {"charges", "claim", "claims", "report", "reports", "version", "versions"}
)
_EACH = frozenset({"a", "an", "each", "every", "per"})
_SPANS = frozenset({"day", "hour", "month", "week", "year"})
_ACCUSING = stems("accuse blame alleges")
_COMMON_UNITS = frozenset({"percent", "money", "people"})


@dataclass(frozen=True, slots=True)
class _Claim:
    """What comparing needs of a claim; `rank` is its place in the order of the map."""

    rank: int
    id: str
    article: str
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
    is_part: bool
    known: frozenset[str]


def relate(annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """Link the claims of one map.

    Parameters
    ----------
    annotations : tuple of Annotation
        Of all reports of the map together, in text order.

    Returns
    -------
    tuple of Annotation
        The same, with ``relations`` on each: what was known from the words themselves, and what
        comparing the claims adds. Symmetric relations stand at the later claim.
    """
    claims = _claims(annotations)
    links: dict[str, list[Relation]] = {}
    for claim in claims:
        earlier = claims[max(0, claim.rank - _LOOKBACK) : claim.rank]
        links[claim.id] = list(_links(claim, earlier, claims))
    return tuple(_linked(annotation, links[annotation.claim_id]) for annotation in annotations)


def _linked(annotation: Annotation, links: Sequence[Relation]) -> Annotation:
    if not links:
        return annotation
    relations = tuple(dict.fromkeys((*annotation.relations, *links)))
    return replace(annotation, relations=relations)


def _links(
    claim: _Claim, earlier: Sequence[_Claim], claims: Sequence[_Claim]
) -> Iterable[Relation]:
    if claim.stance in _SPEAKING:
        if not claim.known:
            yield from _denial(claim, earlier, claims)
        return
    if claim.headline:
        if claim.family in _VAGUE:
            return
        yield from _story(claim, claims[claim.rank + 1 : claim.rank + _STORY])
        return
    taken = set(claim.known)
    told = [other for other in earlier if not other.headline]
    for relation in (*_whole(claim, told), *_numbers(claim, told), *_events(claim, told)):
        if relation.target not in taken:
            taken.add(relation.target)
            yield relation


def _denial(
    claim: _Claim, earlier: Sequence[_Claim], claims: Sequence[_Claim]
) -> Iterable[Relation]:
    """Link a denial to the claim that it most likely answers."""
    others = [
        other
        for other in (*earlier, *claims[claim.rank + 1 : claim.rank + 3])
        if other.source != claim.source
        and other.stance not in _SPEAKING
        and not _covers(other, claim)
    ]
    if not others:
        return
    kind: RelationType = (
        "declines_to_confirm" if claim.stance == "neither_confirms_nor_denies" else "denies"
    )
    best = max(others, key=lambda other: (_answers(claim, other), other.rank))
    if _points(claim):
        enough = _POINTING
    elif claim.event == "denial":
        enough = _DENYING
    else:
        enough = _ANSWERING
    if _answers(claim, best) >= enough:
        yield Relation(kind, best.id)


def _points(claim: _Claim) -> bool:
    """Say whether a denial only points at what it denies: "denied the incursion", "the claims"."""
    return claim.points or len(claim.words) <= _FEW_WORDS


def _answers(claim: _Claim, other: _Claim) -> float:
    """Return how likely a denial answers a claim."""
    shared = len(claim.words & other.words)
    if claim.words and not shared and claim.event != "denial":
        return 0.0
    score = (1.2 if _points(claim) else 0.8) * shared
    if other.family in claim.named:
        score += 1.0
    if other.family in _VAGUE:
        score -= 0.4
    elif other.family == claim.family:
        score += 1.0
    if claim.places & other.places:
        score += 0.3
    if other.article == claim.article and other.rank < claim.rank:
        score += max(0.0, 1.0 - 0.25 * (claim.rank - other.rank - 1))
    if other.source == _NARRATOR:
        score -= 0.5
    if other.certainty in {"alleged", "reported"} and _points(claim):
        score += 0.6
    return score


def _story(headline: _Claim, following: Sequence[_Claim]) -> Iterable[Relation]:
    """Link a headline to the claim of its story that tells the same."""
    alike = [
        other
        for other in following
        if not other.headline
        and other.article == headline.article
        and other.stance == headline.stance
        and not _numbers_clash(headline, other)
        and len(headline.words & other.words) >= (1 if other.family == headline.family else 2)
    ]
    if alike:
        best = max(
            alike,
            key=lambda other: _likeness(headline, other) - 0.2 * (other.rank - headline.rank),
        )
        yield Relation("same_event_as", best.id)


def _whole(claim: _Claim, earlier: Sequence[_Claim]) -> Iterable[Relation]:
    """Link "two of the dead" to the claim that counts the dead."""
    if not claim.is_part or claim.part_of is not None or claim.known:
        return
    wholes = [
        other
        for other in earlier
        if other.quantity is not None
        and other.article == claim.article
        and (
            other.unit == claim.unit
            or (other.source == claim.source and claim.rank - other.rank <= _NEARLY_NEXT)
        )
        and _larger(other, claim)
    ]
    if wholes:
        best = max(wholes, key=lambda other: _wholeness(other, claim))
        yield Relation("part_of", best.id)


def _wholeness(whole: _Claim, part: _Claim) -> tuple[bool, bool, bool, bool, int]:
    """Rank wholes: the same noun, then the same kind, no part itself, the same source, near."""
    return (
        whole.counted == part.counted,
        whole.unit == part.unit,
        whole.part_of is None and not whole.is_part,
        whole.source == part.source,
        whole.rank,
    )


def _larger(whole: _Claim, part: _Claim) -> bool:
    if whole.quantity is None or part.quantity is None or part.quantity.low is None:
        return False
    return whole.quantity.high is None or whole.quantity.high > part.quantity.low


def _numbers(claim: _Claim, earlier: Sequence[_Claim]) -> Iterable[Relation]:
    """Compare a counted claim with the likeliest of another source that counts the same."""
    if not _countable(claim):
        return
    alike = [
        other
        for other in earlier
        if _countable(other)
        and other.unit == claim.unit
        and other.source != claim.source
        and not _covers(claim, other)
        and _where_touches(claim, other)
        and _when_touches(claim, other)
        and _counts_the_same(claim, other)
    ]
    if not alike:
        return
    best = max(alike, key=lambda other: (_likeness(claim, other), other.rank))
    if _one_voice(claim, best):
        return
    yield Relation("differs" if _numbers_clash(claim, best) else "compatible", best.id)


def _countable(claim: _Claim) -> bool:
    return (
        claim.printed
        and not claim.rate
        and claim.unit is not None
        and claim.part_of is None
        and not claim.is_part
        and claim.stance not in _SPEAKING
    )


def _counts_the_same(claim: _Claim, other: _Claim) -> bool:
    near = claim.article == other.article and claim.rank - other.rank <= 2
    if claim.unit in _COMMON_UNITS:
        return claim.family == other.family and bool(claim.subject & other.subject)
    if claim.family in _VAGUE or other.family in _VAGUE:
        return near
    return claim.family == other.family or bool(claim.subject & other.subject)


def _numbers_clash(claim: _Claim, other: _Claim) -> bool:
    if claim.unit != other.unit or claim.quantity is None or other.quantity is None:
        return False
    return not claim.quantity.touches(other.quantity)


def _events(claim: _Claim, earlier: Sequence[_Claim]) -> Iterable[Relation]:
    """Link a claim to an earlier one about the same event."""
    if claim.family in _VAGUE or claim.stance != "asserts" or claim.part_of or claim.is_part:
        return
    alike = [other for other in earlier if _same_event(claim, other)]
    if not alike:
        return
    best = max(alike, key=lambda other: (_likeness(claim, other), other.rank))
    if _covers(claim, best):
        yield Relation("contradicts" if claim.accuses else "corroborates", best.id)
    elif best.source == claim.source or _one_voice(claim, best):
        yield Relation("same_event_as", best.id)
    else:
        yield Relation("corroborates", best.id)


def _same_event(claim: _Claim, other: _Claim) -> bool:
    if other.family != claim.family or other.stance != "asserts" or other.part_of or other.is_part:
        return False
    if _covers(claim, other):
        return claim.source != other.source
    if not (_when_touches(claim, other) and _where_touches(claim, other)):
        return False
    if claim.printed and other.printed and (
        claim.unit != other.unit or _numbers_clash(claim, other)
    ):  # fmt: skip
        return False
    if claim.source == other.source:
        next_to = claim.rank - other.rank == 1 and claim.article == other.article
        return next_to and claim.opens and claim.inherited and bool(claim.places and other.places)
    if _NARRATOR in {claim.source, other.source}:
        return False
    if not {claim.certainty, other.certainty} <= _ASSERTED:
        return False
    alike = bool(claim.subject & other.subject) or _overlap(claim.words, other.words) >= _SAME_WORDS
    return alike and bool(claim.places & other.places)


def _one_voice(claim: _Claim, other: _Claim) -> bool:
    """Say whether one of two claims is the article's own telling of the other."""
    return _NARRATOR in {claim.source, other.source} and claim.article == other.article


def _covers(claim: _Claim, other: _Claim) -> bool:
    """Say whether two claims share their words: two speakers in one sentence."""
    if claim.article != other.article:
        return False
    return claim.start == other.start and claim.end == other.end


def _likeness(claim: _Claim, other: _Claim) -> float:
    score = _overlap(claim.words, other.words) + _overlap(claim.subject, other.subject)
    if claim.event == other.event:
        score += 0.5
    elif claim.family == other.family:
        score += 0.3
    if claim.places & other.places:
        score += 0.5
    return score


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared else 0.0


def _where_touches(claim: _Claim, other: _Claim) -> bool:
    """Say whether the places can be one: equal, or one of them as wide as their country."""
    if not claim.places or not other.places or claim.places & other.places:
        return True
    return (claim.wide or other.wide) and bool(claim.countries & other.countries)


def _when_touches(claim: _Claim, other: _Claim) -> bool:
    """Say whether the times can be one; what is long past touches only what is as old."""
    if claim.past != other.past:
        return False
    first, last = claim.first or date.min, claim.last or date.max
    return first <= (other.last or date.max) and (other.first or date.min) <= last


def _claims(annotations: Sequence[Annotation]) -> list[_Claim]:
    grouped: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        grouped.setdefault(annotation.claim_id, []).append(annotation)
    # Who speaks in one sentence with another is no word of what both say.
    spoken: dict[tuple[str, int, int], frozenset[str]] = {}
    for first, *_ in grouped.values():
        told = _told(first.anchor)
        spoken[told] = spoken.get(told, frozenset()) | stems(first.who.source)
    return [
        _claim(rank, group, spoken[_told(group[0].anchor)])
        for rank, group in enumerate(grouped.values())
    ]


def _told(anchor: Anchor) -> tuple[str, int, int]:
    return anchor.article_id, anchor.start, anchor.end


def _claim(rank: int, group: Sequence[Annotation], speakers: frozenset[str]) -> _Claim:
    first = group[0]
    anchor, who, how, what, many = (
        first.anchor, first.who, first.how, first.what, first.how_many,
    )  # fmt: skip
    placed = [
        a
        for a in group
        if a.where.place_role in {"event_location", "destination", "party"} and a.where.gazetteer_id
    ]
    primary = [a.where for a in placed]
    spoken = stems(who.source_mention or "") | stems(who.source)
    words = stems(anchor.quote) - spoken - stems(how.cue or "")
    printed = _words(anchor.quote)
    row = table("event_traits").get(what.event_type)
    return _Claim(
        rank=rank,
        id=first.claim_id,
        article=anchor.article_id,
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
        named=families_named(words) if how.stance in _SPEAKING else frozenset(),
        subject=stems(what.subject or "") | stems(what.object or ""),
        places=frozenset(a.drawn.shape or a.where.gazetteer_id or "" for a in placed),
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
        is_part=many.quantity is not None and counts_a_part(anchor.quote),
        known=frozenset(r.target for r in first.relations),
    )


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

"""Which claims of a map speak to the same thing: the groups behind the questions.

Numbers belong together where they count the same kind of thing in the same kind of event at places
that can be one; places where the same people move or stand; denials beside what they deny.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from layers.lexicon import table
from layers.model import Annotation, MapDocument
from layers.style import NARRATOR
from layers.topics import counts_a_part, interval_of, kind_of_unit, stems

Kind = Literal["how_many", "where", "whether"]
PLACED = frozenset({"event_location", "destination"})
_DENYING = frozenset({"denies", "neither_confirms_nor_denies"})
_TAKING_SIDES = frozenset(
    {"denies", "declines_to_confirm", "contradicts", "corroborates", "updates"}
)
_NUMBERS = frozenset({"compatible", "differs", "updates", "corroborates"})
_COMMON_UNITS = frozenset({"percent", "money", "people"})
_VAGUE = frozenset({"statement", "source_discrepancy", "other"})
_LONG_PAST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Topic:
    """Claims that answer one question, in text order; `base` is the one that it is worded from."""

    kind: Kind
    claim_ids: tuple[str, ...]
    base: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a claim puts its event."""

    ids: frozenset[str]
    countries: frozenset[str]
    wide: bool

    def touches(self, other: "_Spot") -> bool:
        """Say whether both can be one place: equal, or one of them as wide as their country."""
        if self.ids & other.ids:
            return True
        return (self.wide or other.wide) and bool(self.countries & other.countries)


class Inquiry:
    """The claims of one map, asked for what grouping needs."""

    def __init__(self, document: MapDocument) -> None:
        self.claims: Mapping[str, tuple[Annotation, ...]] = {
            group[0].claim_id: group for group in document.claims()
        }
        self.rank: Mapping[str, int] = {claim_id: n for n, claim_id in enumerate(self.claims)}
        self._retold = frozenset(self._find_retold())

    @property
    def told(self) -> tuple[str, ...]:
        """The claims, without a headline or the report's own voice that tells another's again."""
        return tuple(claim_id for claim_id in self.claims if claim_id not in self._retold)

    def head(self, claim_id: str) -> Annotation:
        """Return the first annotation of a claim."""
        return self.claims[claim_id][0]

    def sources(self, claim_ids: Iterable[str]) -> frozenset[str]:
        """Return who makes these claims."""
        return frozenset(self.head(claim_id).who.source for claim_id in claim_ids)

    def reports(self, claim_ids: Iterable[str]) -> frozenset[str]:
        """Return the reports in which these claims stand."""
        return frozenset(self.head(claim_id).anchor.article_id for claim_id in claim_ids)

    def family(self, claim_id: str) -> str:
        """Return the kind of event: an arrival and a presence are both of troops."""
        event = self.head(claim_id).what.event_type
        row = table("event_traits").get(event)
        return row["family"] if row else event

    def asserts(self, claim_id: str) -> bool:
        """Say whether the claim itself gives an answer, as a denial does not."""
        return self.head(claim_id).how.stance not in _DENYING

    def unit(self, claim_id: str) -> str | None:
        """Return what is counted, or None for measures and for what is not counted.

        A bare figure ("put it at 18") counts what the number before it counts that it is held
        against.
        """
        head = self.head(claim_id)
        many = head.how_many
        if many.quantity is not None and not many.quantity_unit:
            held = (r.target for r in head.relations if r.type in _NUMBERS)
            whole = next(
                (t for t in held if self.rank.get(t, len(self.rank)) < self.rank[claim_id]), None
            )
            return None if whole is None else self.unit(whole)
        words = (many.quantity_unit or "").casefold().split()
        if interval_of(many) is None or not words or words[-1] in table("measures"):
            return None
        return kind_of_unit(many.quantity_unit, head.what.event_type, head.anchor.quote)

    def nouns(self, claim_id: str) -> frozenset[str]:
        """Return the words of subject and object in a form in which they compare."""
        what = self.head(claim_id).what
        return stems(what.subject or "") | stems(what.object or "")

    def is_part(self, claim_id: str) -> bool:
        """Say whether the number is taken from a larger one of the map."""
        head = self.head(claim_id)
        return (
            head.how_many.part_of is not None
            or any(relation.type == "part_of" for relation in head.relations)
            or counts_a_part(head.anchor.quote)
        )

    def past(self, claim_id: str) -> tuple[date | None, date | None] | None:
        """Return the time of an event that ended long before it was told, else None."""
        head = self.head(claim_id)
        last, told = head.when.date_end, head.anchor.date_published
        if last is None or told is None or told - last <= _LONG_PAST:
            return None
        return head.when.date_start, last

    def origins(self, claim_id: str) -> tuple[str, ...]:
        """Return the names of the places from which people or goods come."""
        names = (a.where.place for a in self.claims[claim_id] if a.where.place_role == "origin")
        return tuple(dict.fromkeys(name for name in names if name))

    def spot(self, claim_id: str) -> _Spot | None:
        """Return where the claim puts its event, or None where it says nothing of it."""
        found = [
            a.where
            for a in self.claims[claim_id]
            if a.where.place_role in PLACED and a.where.place is not None
        ]
        if not found:
            return None
        return _Spot(
            frozenset(str(w.gazetteer_id or w.place) for w in found),
            frozenset(w.place_country for w in found if w.place_country),
            any(w.place_precision in {"country", "vague_area"} for w in found),
        )

    def links(self, kinds: frozenset[str]) -> Iterable[tuple[str, str, str]]:
        """Yield (claim, relation, its target) of these kinds, in text order."""
        for claim_id, group in self.claims.items():
            for relation in group[0].relations:
                if relation.type in kinds and relation.target in self.claims:
                    yield claim_id, relation.type, relation.target

    def _find_retold(self) -> Iterable[str]:
        for one, _, other in self.links(frozenset({"same_event_as"})):
            here, there = self.head(one), self.head(other)
            if here.who.source == there.who.source:
                continue
            if here.who.source == NARRATOR or _is_headline(here):
                yield one
            elif there.who.source == NARRATOR or _is_headline(there):
                yield other


def gather(inquiry: Inquiry) -> tuple[Topic, ...]:
    """Return the topics of a map in text order.

    Parameters
    ----------
    inquiry : Inquiry
    """
    counts = _counts(inquiry)
    wheres = _wheres(inquiry)
    sides = _sides(inquiry, counts, wheres)
    taken = frozenset(claim_id for group in sides for claim_id in group)
    topics = [
        Topic("how_many", tuple(group), group[0])
        for group in counts
        if len(inquiry.sources(group)) > 1 or not taken.issuperset(group)
    ]
    topics += [Topic("where", tuple(group), group[0]) for group in wheres]
    topics += [Topic("whether", tuple(group), _base(inquiry, group)) for group in sides]
    return tuple(sorted(topics, key=lambda topic: inquiry.rank[topic.claim_ids[0]]))


def _counts(inquiry: Inquiry) -> list[list[str]]:
    """Group the claims that count the same; parts of a whole stand alone."""
    related = _neighbours(inquiry, _NUMBERS)
    groups: list[list[str]] = []
    group_of: dict[str, list[str]] = {}
    alike: dict[tuple[object, ...], list[list[str]]] = {}
    for claim_id in inquiry.told:
        unit = inquiry.unit(claim_id)
        if unit is None or not inquiry.asserts(claim_id):
            continue
        group = None
        is_part = inquiry.is_part(claim_id)
        family = inquiry.family(claim_id)
        key = (family, unit, inquiry.past(claim_id))
        if not is_part:
            linked = (group_of[c] for c in related.get(claim_id, ()) if c in group_of)
            group = next((g for g in linked if inquiry.unit(g[0]) == unit), None)
            if group is None and family not in _VAGUE:
                group = _touching(inquiry, alike.get(key, ()), claim_id)
        if group is None:
            group = []
            groups.append(group)
            if not is_part:
                alike.setdefault(key, []).append(group)
        group.append(claim_id)
        group_of[claim_id] = group
    return groups


def _touching(inquiry: Inquiry, groups: Sequence[list[str]], claim_id: str) -> list[str] | None:
    """Return the group at a place that can be this claim's; the latest wins.

    Who counts people, money or shares counts the same only where the same noun stands with it.
    """
    spot, subject = inquiry.spot(claim_id), inquiry.nouns(claim_id)
    is_common = inquiry.unit(claim_id) in _COMMON_UNITS
    for group in reversed(groups):
        if is_common and not subject & inquiry.nouns(group[0]):
            continue
        spots = [found for member in group if (found := inquiry.spot(member)) is not None]
        if spot is None or not spots or any(spot.touches(found) for found in spots):
            return group
    return None


def _wheres(inquiry: Inquiry) -> list[list[str]]:
    """Group the claims that say where the same people are; who they are is carried on."""
    groups: dict[tuple[object, ...], list[str]] = {}
    carried: dict[tuple[str, str], tuple[str, ...]] = {}
    for claim_id in inquiry.told:
        row = table("event_questions").get(inquiry.head(claim_id).what.event_type)
        if row is None or row["where"] == "-":
            continue
        if not inquiry.asserts(claim_id) or inquiry.spot(claim_id) is None:
            continue
        family, article = inquiry.family(claim_id), inquiry.head(claim_id).anchor.article_id
        origins: tuple[str, ...] = ()
        if "{who}" in row["where"]:
            origins = inquiry.origins(claim_id) or carried.get((article, family), ())
            carried[article, family] = origins
        key = (family, origins, inquiry.past(claim_id))
        groups.setdefault(key, []).append(claim_id)
    return list(groups.values())


def _sides(
    inquiry: Inquiry, counts: Sequence[list[str]], wheres: Sequence[list[str]]
) -> list[list[str]]:
    """Group claims with what they deny, contradict or bear out.

    A denial of a number that several speakers give stands in the row of that number; what bears
    out another in a row that both share needs no row of its own.
    """
    shared = [group for group in counts if len(inquiry.sources(group)) > 1]
    edges: list[tuple[str, str]] = []
    for one, kind, other in inquiry.links(_TAKING_SIDES):
        row = next((group for group in shared if other in group), None)
        if row is not None and not inquiry.asserts(one):
            if one not in row:
                row.append(one)
                row.sort(key=inquiry.rank.__getitem__)
            continue
        together = any(one in group and other in group for group in (*shared, *wheres))
        if not (together and kind in {"corroborates", "updates"}):
            edges.append((one, other))
    return _across_reports(inquiry, _components(inquiry, edges))


def _across_reports(inquiry: Inquiry, groups: Sequence[list[str]]) -> list[list[str]]:
    """Join the groups of different reports that are about one event at a place that can be one."""
    merged: list[list[str]] = []
    for group in groups:
        base = _base(inquiry, group)
        spot, event = inquiry.spot(base), inquiry.head(base).what.event_type
        for known in merged:
            other = inquiry.head(_base(inquiry, known)).what.event_type
            there = inquiry.spot(_base(inquiry, known))
            if other != event or inquiry.family(base) in _VAGUE or spot is None or there is None:
                continue
            if spot.touches(there) and not inquiry.reports(known) & inquiry.reports(group):
                known.extend(group)
                known.sort(key=inquiry.rank.__getitem__)
                break
        else:
            merged.append(group)
    return merged


def _components(inquiry: Inquiry, edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    group_of: dict[str, list[str]] = {}
    for one, other in edges:
        merged = group_of.get(one, [one])
        for claim_id in group_of.get(other, [other]):
            if claim_id not in merged:
                merged.append(claim_id)
        for claim_id in merged:
            group_of[claim_id] = merged
    distinct = {id(group): group for group in group_of.values()}
    return [sorted(group, key=inquiry.rank.__getitem__) for group in distinct.values()]


def _base(inquiry: Inquiry, group: Sequence[str]) -> str:
    """Return the claim that most of the others speak to, the first of equals."""
    aimed = [
        relation.target
        for claim_id in group
        for relation in inquiry.head(claim_id).relations
        if relation.type in _TAKING_SIDES
    ]
    return max(group, key=lambda claim_id: (aimed.count(claim_id), -inquiry.rank[claim_id]))


def _neighbours(inquiry: Inquiry, kinds: frozenset[str]) -> dict[str, list[str]]:
    """Return for each claim those that it is linked with, in the order of the links."""
    found: dict[str, list[str]] = {}
    for one, _, other in inquiry.links(kinds):
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def _is_headline(annotation: Annotation) -> bool:
    anchor = annotation.anchor
    return anchor.headline is not None and anchor.quote in anchor.headline

"""What another reading of the same reports says otherwise: claims that came, went and changed.

A claim is the same in both readings if its id is: the same words of the same text, said by the same
speaker. A claim whose speaker alone is read otherwise is a change too, not one that went and one
that came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from layers.model import Annotation, MapDocument, Scalar

# What only says how the reading was made, or follows from the rest, is no difference of a claim.
_ASIDE = frozenset(
    {"id", "claim_id", "rules", "extractor_version", "gazetteer_version", "shape", "summary"}
    | {"relations", "match_confidence", "match_evidence", "candidates", "label_lon", "label_lat"}
    | {"place_start", "place_end", "where_prec", "geo_precision", "part_of"}
)
_PLACES = frozenset(
    {"place", "place_role", "place_mention", "place_precision", "geometry_reason", "gazetteer_id"}
    | {"gazetteer_uri", "place_country", "place_explicit", "geometry_role", "uncertainty_km"}
    | {"boundary_source", "boundary_worldview", "boundary_as_of"}
)

Group = tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a claim that reads otherwise."""

    name: str
    before: Scalar
    after: Scalar


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that both readings have; `fields` sorted by name."""

    before: Group
    after: Group
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """All differences, each in the order of its text."""

    came: tuple[Group, ...]
    went: tuple[Group, ...]
    changed: tuple[Change, ...]
    same: int

    @property
    def is_empty(self) -> bool:
        """Whether every claim reads as before."""
        return not (self.came or self.went or self.changed)


def differences(before: MapDocument, after: MapDocument) -> Differences:
    """Compare two readings of the same reports.

    Parameters
    ----------
    before, after : MapDocument
        Of the same articles.
    """
    old = {group[0].claim_id: group for group in before.claims()}
    new = {group[0].claim_id: group for group in after.claims()}
    pairs = {claim_id: claim_id for claim_id in old if claim_id in new}
    pairs.update(_told_apart_by_speaker(old, new))
    changed, same = [], 0
    for one, other in pairs.items():
        found = _fields(old[one], new[other])
        if found:
            changed.append(Change(old[one], new[other], found))
        else:
            same += 1
    met = set(pairs.values())
    return Differences(
        came=tuple(group for claim_id, group in new.items() if claim_id not in met),
        went=tuple(group for claim_id, group in old.items() if claim_id not in pairs),
        changed=tuple(changed),
        same=same,
    )


def _told_apart_by_speaker(old: Mapping[str, Group], new: Mapping[str, Group]) -> dict[str, str]:
    """Pair the claims on the same words that only the speaker tells apart."""
    left: dict[tuple[str, int, int], list[str]] = {}
    for claim_id, group in new.items():
        if claim_id not in old:
            left.setdefault(_span(group), []).append(claim_id)
    pairs = {}
    for claim_id, group in old.items():
        if claim_id not in new and left.get(_span(group)):
            pairs[claim_id] = left[_span(group)].pop(0)
    return pairs


def _span(group: Group) -> tuple[str, int, int]:
    anchor = group[0].anchor
    return anchor.article_id, anchor.start, anchor.end


def _fields(before: Group, after: Group) -> tuple[Field, ...]:
    one, other = before[0].properties(), after[0].properties()
    found = [
        Field(name, one[name], other[name])
        for name in one
        if name not in _ASIDE and name not in _PLACES and one[name] != other[name]
    ]
    if _places(before) != _places(after):
        found.append(Field("places", _named(before), _named(after)))
    return tuple(sorted(found, key=lambda field: field.name))


def _places(group: Group) -> list[tuple[object, ...]]:
    """Return where a claim is drawn and as what, apart from the words about it."""
    return sorted(
        (
            (a.where.place or "", a.where.place_role, a.where.gazetteer_id or "", a.geometry)
            for a in group
        ),
        key=lambda place: place[:3],
    )


def _named(group: Sequence[Annotation]) -> str | None:
    names = [f"{a.where.place} ({a.where.place_role})" for a in group if a.where.place]
    return "; ".join(dict.fromkeys(names)) or None

"""A relation that was found, with the claim at which it stands and the rule that found it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from layers.model import Relation, RelationType
from layers.relations.comparable import Comparable
from layers.relations.worded import SPEAKING
from layers.topics import stems

_FIGURE_REACH = 6
_HEAD = 6
_SAME_WORDS = 0.34
_TOLD_WORDS = 2
_SCENERY = stems("area city district people place province region scene site town village")
_CLOSE = stems("sources close")
_FORCE = stems("force forces")
_IN_FORCE = stems("army gendarmerie guard military navy police")
_OFFICES = stems(
    "chief commander director general head minister official officer representative secretary"
    " senior spokesman spokesperson spokeswoman"
)


class Link(NamedTuple):
    """One finding: ``claim`` stands in ``type`` to ``target`` because of ``rule``."""

    claim: Comparable
    type: RelationType
    target: Comparable
    rule: str

    @property
    def relation(self) -> Relation:
        """The link as annotations hold it."""
        return Relation(self.type, self.target.id)


def are_near(claim: Comparable, other: Comparable, claims: int = 3) -> bool:
    """Say whether two claims of one report stand within so many claims and next paragraphs."""
    return (
        claim.article == other.article
        and abs(claim.rank - other.rank) <= claims
        and abs(claim.paragraph - other.paragraph) <= 1
    )


def one_side(claim: Comparable, other: Comparable) -> bool:
    """Say whether one speaks for the other: the police, a police spokesman and their inspector."""
    if claim.source == other.source:
        return True
    if claim.is_of_army and other.is_of_army and claim.country == other.country:
        return True
    one, two = claim.speaker, other.speaker
    if not one or not two:
        return False
    if one ^ two >= _CLOSE:
        return False  # "sources close to the miners" are no miners
    if one <= two or two <= one:
        return True
    return _is_of(claim.role, two) or _is_of(other.role, one)


def _is_of(title: str | None, body: frozenset[str]) -> bool:
    """Say whether who speaks has an office in a body."""
    if title is None:
        return False
    role = stems(title)
    house = role - _OFFICES
    if house and house <= _FORCE and body & _IN_FORCE:
        return True  # "spokesman of the force"
    return body <= role or (bool(house) and house <= body)


def count_before(claim: Comparable, earlier: Sequence[Comparable]) -> Comparable | None:
    """Return the nearest count of somebody else in the report, no part of another."""
    for other in reversed(earlier[-_FIGURE_REACH:]):
        counts = other.printed and other.part_of is None and not other.is_part
        counts = counts and not (other.tells_before or other.looks_back_first)
        counts = counts and other.stance not in SPEAKING
        if counts and other.source != claim.source and other.article == claim.article:
            return None if other.headline else other
    return None


def begin_alike(one: frozenset[str], other: frozenset[str], size: int = _HEAD) -> bool:
    """Say whether words of two claims begin alike: "Montenegro" and "Montenegrin".

    >>> begin_alike(frozenset({"montenegro"}), frozenset({"montenegrin", "rail"}))
    True
    """
    heads = {word[:size] for word in one if len(word) >= size}
    return any(word[:size] in heads for word in other)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the smaller set of words both have."""
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared else 0.0


def likeness(claim: Comparable, other: Comparable) -> float:
    """Return how alike two claims are in words, kind and place."""
    score = overlap(claim.words, other.words) + overlap(claim.subject, other.subject)
    if claim.event == other.event:
        score += 0.5
    elif claim.family == other.family:
        score += 0.3
    if claim.places & other.places:
        score += 0.5
    return score


def tells_the_same(claim: Comparable, other: Comparable) -> bool:
    """Say whether the words of two claims tell the same, and not only speak of the same thing."""
    # That both speak of the dead, or of a strike, makes no event yet.
    told, before = claim.words - claim.place_words, other.words - claim.place_words
    shared = (told & before) - _SCENERY
    if len(shared) < _TOLD_WORDS:
        return False
    if overlap(told, before) >= _SAME_WORDS:
        return True
    # One subject, and one thing told of it: polling stations opened, or were raided.
    return bool(claim.subject & other.subject) and not shared <= claim.subject | other.subject


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

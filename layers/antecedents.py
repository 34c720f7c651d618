"""The place of what a claim points back to: what it denies, the whole, "where", "there"."""

from collections.abc import Sequence

from layers.placement import PRIMARY, Placed, again, primary
from layers.recurrence import SCENES, points_to_scene
from layers.syntax import Syntax
from reading.model import Claim


class Antecedents:
    """The claims of one article, asked for the place that one of them points to."""

    def __init__(self, claims: Sequence[Claim], syntax: Syntax) -> None:
        self._claims = claims
        self._syntax = syntax

    def of(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return the places of what a claim denies, is a part of, or means by "there"."""
        claim = self._claims[index]
        answered = claim.antecedent
        if answered is None:
            answered = self._answered(index, claim, placed)
        if claim.stance == "neither_confirms_nor_denies":
            answered = None
        for source, rule in ((answered, "antecedent"), (claim.part_of, "whole")):
            if source is not None and source != index:
                wanted = tuple(p for p in placed[source] if p.role in PRIMARY or p.role == "origin")
                if primary(wanted):
                    return again(wanted, f"carried:{rule}", None)
        where = self._where(index, placed)
        if where:
            return again(where, "carried:where", "event_location")
        if self._syntax.points_there(claim.content):
            return again(self._last_place(index, placed), "carried:there", "event_location")
        lowers = self._syntax.lowers(claim.content) if self._syntax.mentions(SCENES) else ()
        if points_to_scene(lowers):
            return again(self._last_place(index, placed), "carried:there", None)
        return ()

    def _where(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return the place that ", where schools stayed closed" tells of: the last one named."""
        claim, before = self._claims[index], index - 1
        if before < 0 or self._claims[before].sentence != claim.sentence:
            return ()
        if not self._syntax.opens_with(claim.content, "where"):
            return ()
        named = [p for p in placed[before] if p.role in PRIMARY]
        start = self._claims[index].content.start
        told = [p for p in named if p.explicit and p.resolution.toponym.span.end <= start]
        last = max(told, key=lambda p: p.resolution.toponym.span.end, default=None)
        return (last,) if last is not None else tuple(named)

    def _answered(self, index: int, claim: Claim, placed: Sequence[Placed]) -> int | None:
        """Return the claim before a denial that it answers, if it stands in its paragraph."""
        if claim.stance != "denies" or claim.event_type != "denial":
            return None
        if any(p.rules != ("role:speaker",) for p in placed[index]):
            return None
        for n in range(index - 1, -1, -1):
            other = self._claims[n]
            if other.paragraph != claim.paragraph:
                return None
            if other.source.name != claim.source.name and other.stance == "asserts":
                return n
        return None

    def _last_place(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return what "there" points back to: the place of the claim before, in its paragraph."""
        for n in range(index - 1, -1, -1):
            if self._claims[n].paragraph != self._claims[index].paragraph:
                break
            last = tuple(p for p in primary(placed[n]) if p.role != "party")
            if last:
                return last[-1:]
        return ()

"""Where "the factory" and "the villages" are: where they were when the report named them first.

A thing that stands still keeps its place. A claim without a place that speaks of "the bridge" takes
it from the last claim before that spoke of a bridge and has a place, whoever makes either.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from layers.lexicon import of_class, table
from layers.placement import Placement, primary
from layers.syntax import Syntax
from layers.valency import noun_class
from reading.model import Claim
from reading.phrases import singular
from reading.tokens import Token

_DEFINITE = frozenset({"both", "its", "that", "the", "their", "these", "this", "those"})
_NOUNS = frozenset({"JJ", "NN"})  # "library" has the ending of an adjective
_MODIFIERS = frozenset({"CD", "JJ", "NN", "NP", "VN"})
SCENES = frozenset({"area", "scene", "site", "spot"})
_FARTHEST = 4
_ROLES = frozenset({"destination", "event_location"})


class Recurrence:
    """The standing things that the claims of one article speak of, in text order."""

    def __init__(self, claims: Sequence[Claim], syntax: Syntax) -> None:
        self._claims = claims
        self._syntax = syntax
        self._known: dict[str, tuple[Placement, ...]] = {}
        self._seen = 0

    def before(self, index: int, placed: Sequence[tuple[Placement, ...]]) -> tuple[Placement, ...]:
        """Return where the thing is that a claim speaks of as known; nothing if it is new.

        Parameters
        ----------
        index : int
            Of the claim; each is asked for after those before it.
        placed : sequence of tuple of Placement
            The places of all claims before it.
        """
        while self._seen < index:
            places = tuple(p for p in primary(placed[self._seen]) if p.role in _ROLES)
            content = self._claims[self._seen].content
            standing = _standing()
            if places and not standing.isdisjoint(self._syntax.lowers(content)):
                for word in self._syntax.words(content):
                    if word.lower in standing and word.tag in _NOUNS:
                        self._known[singular(word.lower)] = places
            self._seen += 1
        content = self._claims[index].content
        lowers = self._syntax.lowers(content)
        if lowers[:1] == ("it",):
            return self._of_it(index, placed)
        if not self._known or _standing().isdisjoint(lowers):
            return ()
        words = self._syntax.words(content)
        return next(
            (self._known[thing] for thing in _known_things(words) if thing in self._known), ()
        )

    def _of_it(self, index: int, placed: Sequence[tuple[Placement, ...]]) -> tuple[Placement, ...]:
        """Return where "it" is if the sentence before is about a place or a standing thing."""
        claim, before = self._claims[index], self._claims[index - 1] if index else None
        if before is None or before.subject is None or before.paragraph != claim.paragraph:
            return ()
        places = tuple(p for p in primary(placed[index - 1]) if p.role in _ROLES)
        named = tuple(
            p for p in places if p.explicit and p.resolution.toponym.text in before.subject
        )
        head = before.subject.rpartition(" ")[2].lower()
        return named or (places if head in _standing() else ())


@cache
def _standing() -> frozenset[str]:
    """Return the nouns of what stands where it is."""
    things = {*of_class("nouns", "class", "facility"), *table("standing_things")}
    counted = of_class("nouns", "class", "counted")
    return frozenset({*things, *counted, *(_plural(noun) for noun in things)})


def _plural(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _known_things(words: Sequence[Token]) -> Iterator[str]:
    """Yield what a claim speaks of as known: "the mine", "both bridges", not "the mine workers"."""
    standing = _standing()
    for at, word in enumerate(words):
        if word.lower not in standing or word.tag not in _NOUNS:
            continue
        if at + 1 < len(words) and words[at + 1].tag in {"NN", "NP"}:
            continue
        left = at - 1
        while left >= max(0, at - _FARTHEST) and words[left].tag in _MODIFIERS:
            left -= 1
        if left >= 0 and words[left].lower in _DEFINITE:
            yield singular(word.lower)


def tells_of_event(words: Sequence[Token]) -> bool:
    """Say whether the subject is the event, "the blast", or words point to its place."""
    for at, word in enumerate(words):
        if word.tag in {"VF", "AX", "BE", "MD"}:
            break
        known = at > 0 and words[at - 1].lower in _DEFINITE and word.tag == "NN"
        if known and noun_class(word.lower) == "event" and singular(word.lower) == word.lower:
            return True
    return points_to_scene([word.lower for word in words])


def points_to_scene(lowers: Sequence[str]) -> bool:
    """Say whether words point to where it happened: "the scene", "sent to the area"."""
    if SCENES.isdisjoint(lowers):
        return False
    return any(one == "the" and two in SCENES for one, two in pairwise(lowers))

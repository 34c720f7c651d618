"""The places of each claim of one article, chosen, carried over and counted.

What a claim names is decided first, for all claims; then a claim that says where only by way of
another takes the place from there: a denial from what it denies, a part from its whole, and a
clause without a place from the thread that it continues. No claim ever falls back to a capital.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geo.gazetteer import Gazetteer
from geo.model import Resolution
from layers.containment import holds, is_finer
from layers.lexicon import of_class
from layers.located import Located
from layers.model import PlaceRole
from layers.roles import (
    Decision,
    Traits,
    acts,
    decide,
    goes_from_subject,
    is_capital,
    is_country,
    noun_class,
    traits_of,
)
from layers.speakers import NARRATOR, Speaker, Speakers
from layers.standing import Syntax
from layers.unlocated import as_typed, unlocated
from reading.model import Claim, Quantity, Reading, Span

PRIMARY: frozenset[PlaceRole] = frozenset({"event_location", "destination", "party"})
_LOCATED = frozenset({"event_location", "destination", "origin"})
_NOWHERE = frozenset(
    {"appointment", "denial", "diplomatic_contact", "expectation", "position", "sanctions"}
    | {"source_discrepancy", "statement"}
)
_FAR_FETCHED = frozenset({("carried:lead",), ("carried:paragraph",)})
_UNPLACED = frozenset({"metonym", "speaker_seat", "neighbour"})
_AREAS = frozenset({"region", "country", "vague_area"})
_REACH = 3
_REACH_OF_NARRATOR = 1
_UNSAID = frozenset({"unknown", "not_committed"})
_AHEAD = frozenset({"expected", "planned", "possible"})


@dataclass(frozen=True, slots=True)
class Placement:
    """One place of one claim; `count` says that so many unnamed ones lie within it."""

    resolution: Resolution
    role: PlaceRole
    explicit: bool
    rules: tuple[str, ...]
    weak: bool = False
    count: Quantity | None = None


class Placer:
    """Gives the claims of one article their places."""

    def __init__(
        self,
        reading: Reading,
        resolutions: Sequence[Resolution],
        gazetteer: Gazetteer,
        roles: Mapping[Span, PlaceRole] | None = None,
    ) -> None:
        self._claims = reading.claims
        self._text = reading.article.text
        self._gazetteer = gazetteer
        self._by_hand = roles or {}
        self._syntax = Syntax(reading)
        sentences = self._syntax.sentences
        nameless = unlocated(sentences, resolutions, reading.article.text)
        self._located = Located((*as_typed(sentences, resolutions), *nameless))
        self._syntax.learn([r.toponym.span for r in self._located])
        self.speakers = Speakers(reading.claims, self._located, gazetteer)
        self._placed: list[tuple[Placement, ...]] = []

    def places(self) -> tuple[tuple[Placement, ...], ...]:
        """Return the places of every claim, in the order of the claims."""
        self._placed = [self._named(claim) for claim in self._claims]
        named = tuple(map(_primary, self._placed))
        for index, claim in enumerate(self._claims):
            if not _primary(self._placed[index]) and not self._decided_by_hand(claim):
                carried = self._carried(index, claim, named)
                self._placed[index] = (*carried, *self._placed[index])
        return tuple(
            self._finished(claim, placed)
            for claim, placed in zip(self._claims, self._placed, strict=True)
        )

    def _named(self, claim: Claim) -> tuple[Placement, ...]:
        """Return the places that the words of the claim name."""
        traits = traits_of(claim.event_type)
        speaker = self.speakers.of(claim.source)
        speaking = {resolution.toponym.span for resolution in speaker.named}
        inside: list[Placement] = []
        beside: list[Placement] = [
            placement
            for resolution in speaker.named
            if resolution not in self._located and claim.evidence.contains(resolution.toponym.span)
            for placement in self._speaking(claim, resolution, speaker)
        ]
        for resolution in self._located.within(claim.evidence):
            name = resolution.toponym.span
            if name in self._by_hand:
                role = self._by_hand[name]
                inside.append(Placement(resolution, role, True, ("role:by-hand",)))
            elif name in speaking:
                beside += self._speaking(claim, resolution, speaker)
            elif _is_said_there(claim, name):
                beside += self._beside(resolution, traits)
            elif not self._is_counted(claim, name):
                inside += self._placement(resolution, claim)
        finest = _finest(_without_weak(inside), self._gazetteer)
        if not _primary(finest):
            finest = (*finest, *self._from_beside(claim, traits, speaker, beside))
        return (*finest, *beside)

    def _is_counted(self, claim: Claim, name: Span) -> bool:
        """Say whether words such as "three camps" are counted and not named."""
        return any(q.unit in self._countable and q.span.overlaps(name) for q in claim.quantities)

    def _placement(self, resolution: Resolution, claim: Claim) -> list[Placement]:
        traits = traits_of(claim.event_type)
        standing = self._syntax.of(resolution.toponym.span)
        outer = standing.qualifies
        if outer is not None and self._lies_in(outer, resolution):
            return []
        transfers = any(goes_from_subject(slot.governor) for slot in claim.slots)
        is_subject = (
            transfers and claim.subject is not None and resolution.toponym.text in claim.subject
        )
        decision = decide(resolution, standing, traits, is_subject=is_subject)
        if decision is None:
            return []
        if decision.role == "party" and is_capital(resolution):
            # A capital that signs is its government; the state is the party.
            signs = replace(decision, role="metonym")
            return [_place(resolution, signs), *self._country_of(resolution, "party")]
        implied = self._country_that_sends(resolution, decision, traits)
        return [_place(resolution, decision), *implied]

    def _lies_in(self, name: Span, resolution: Resolution) -> bool:
        """Say whether a place only tells where the one before it lies: "Leipzig in Germany"."""
        return any(
            holds(resolution, inner, self._gazetteer) and is_finer(inner, resolution)
            for inner in self._located.within(name)
            if inner.toponym.span == name
        )

    def _country_that_sends(
        self, resolution: Resolution, decision: Decision, traits: Traits
    ) -> list[Placement]:
        """Return the country of a capital that sends: its government sends from all of it."""
        subject = decision.rule.startswith("role:subject-of-")
        if not (traits.moves and subject and decision.role == "metonym") or is_country(resolution):
            return []
        return self._country_of(resolution, "origin")

    def _country_of(self, resolution: Resolution, role: PlaceRole) -> list[Placement]:
        place = resolution.place
        code = self._gazetteer.country_code(place) if place is not None else None
        country = self._gazetteer.country(code) if code else None
        if country is None:
            return []
        whole = replace(
            resolution,
            place=country,
            name=country.name,
            precision=country.precision,
            latitude_deg=country.latitude_deg,
            longitude_deg=country.longitude_deg,
            part=None,
            partner=None,
            uncertainty_km=None,
        )
        return [Placement(whole, role, False, ("role:country-of-capital",), weak=role == "origin")]

    def _speaking(self, claim: Claim, resolution: Resolution, speaker: Speaker) -> list[Placement]:
        if resolution.toponym.kind == "nested" and speaker.is_place:
            return []
        if speaker.is_place:
            return [Placement(resolution, "metonym", True, ("role:speaker",))]
        if claim.source.inherited:
            return []
        return [Placement(resolution, "speaker_seat", True, ("role:speaker-seat",))]

    def _beside(self, resolution: Resolution, traits: Traits) -> list[Placement]:
        """Place a name that stands beside the cue and not in what is claimed."""
        if resolution.toponym.kind in {"nested", "demonym"}:
            return []
        standing = self._syntax.of(resolution.toponym.span)
        decision = decide(resolution, standing, traits)
        if decision is None or decision.role not in {*PRIMARY, "speaker_seat"}:
            return []
        if noun_class(standing.noun) == "people":
            return [_place(resolution, decision)]
        return [Placement(resolution, "speaker_seat", True, ("role:said-there",))]

    def _from_beside(
        self,
        claim: Claim,
        traits: Traits,
        speaker: Speaker,
        beside: list[Placement],
    ) -> tuple[Placement, ...]:
        """Take the place of the frame or of a local speaker where the content names none."""
        for placement in beside:
            if speaker.is_place:
                if traits.of_speaker and is_country(placement.resolution):
                    rule = "role:speaks-of-itself"
                    return (replace(placement, role="event_location", rules=(rule,)),)
                continue
            resolution = placement.resolution
            standing = self._syntax.of(resolution.toponym.span)
            fronted = (
                standing.fronted and standing.function == "oblique" and not is_capital(resolution)
            )
            local = (
                placement.rules == ("role:speaker-seat",)
                and speaker.type == "eyewitness"
                and traits.placed
                and not acts(resolution)
                and resolution.toponym.kind not in {"demonym", "nested"}
                and standing.function in {"oblique", "of"}
            )
            if (fronted or local) and resolution.precision != "none":
                beside.remove(placement)
                rule = "role:frame" if fronted else "role:local-speaker"
                return (replace(placement, role="event_location", rules=(rule,)),)
        return ()

    def _decided_by_hand(self, claim: Claim) -> bool:
        return any(claim.evidence.contains(name) for name in self._by_hand)

    def _carried(
        self, index: int, claim: Claim, named: Sequence[tuple[Placement, ...]]
    ) -> tuple[Placement, ...]:
        """Return the places that a claim takes from another."""
        traits = traits_of(claim.event_type)
        answered = (
            claim.antecedent if claim.antecedent is not None else self._answered(index, claim)
        )
        if claim.stance == "neither_confirms_nor_denies":
            answered = None
        for source, rule in ((answered, "antecedent"), (claim.part_of, "whole")):
            if source is not None and source != index:
                wanted = tuple(
                    p for p in self._placed[source] if p.role in PRIMARY or p.role == "origin"
                )
                if _primary(wanted):
                    return _again(wanted, f"carried:{rule}", None)
        if claim.certainty in _UNSAID or not (traits.placed or traits.parties):
            return ()
        if not traits.moves and any(p.role == "origin" and not p.weak for p in self._placed[index]):
            return ()
        speaking = {p.resolution.name for p in self._placed[index] if p.role in _UNPLACED}
        for other, rule in self._thread(index, claim):
            found = named[other]
            found = tuple(
                p
                for p in found
                if (p.role == "party") == traits.parties and p.resolution.name not in speaking
            )
            ahead_of_part = rule == "carried:ahead" and self._claims[other].part_of == index
            if rule in {"carried:ahead", "carried:lead"} and not ahead_of_part:
                # What a report goes on to may be an area; a pin would say that it happened there.
                found = tuple(p for p in found if p.resolution.precision in _AREAS)
            if found:
                finer = self._finer_before(found, other, claim, named)
                return _again(finer or found, rule, traits.carried_as)
        return ()

    def _stands_apart(self, index: int) -> bool:
        """Say whether the places of a part stand after a comma, and so belong to the whole."""
        named = [p for p in self._placed[index] if p.role in PRIMARY and p.explicit]
        return bool(named) and all(self._syntax.of(p.resolution.toponym.span).apart for p in named)

    def _answered(self, index: int, claim: Claim) -> int | None:
        """Return the claim before a denial that it answers, if it stands in its paragraph."""
        if claim.stance != "denies" or claim.event_type != "denial":
            return None
        if any(p.rules != ("role:speaker",) for p in self._placed[index]):
            return None
        for n in range(index - 1, -1, -1):
            other = self._claims[n]
            if other.paragraph != claim.paragraph:
                return None
            if other.source.name != claim.source.name and other.stance == "asserts":
                return n
        return None

    def _thread(self, index: int, claim: Claim) -> Iterable[tuple[int, str]]:
        """Yield the claims whose place this one may share, the likeliest first."""
        claims = self._claims
        same = [n for n in self._in_sentence[claim.sentence] if n != index]
        yield from ((n, "carried:sentence") for n in reversed(same) if n < index)
        yield from (
            (n, "carried:ahead")
            for n in same
            if n > index
            and claims[n].certainty == claim.certainty
            and (claims[n].part_of != index or self._stands_apart(n))
            and traits_of(claims[n].event_type).placed
        )
        if self.speakers.of(claim.source).is_place:
            # A government speaks of what happens elsewhere.
            return
        speaker = claim.source.name
        reach = _REACH_OF_NARRATOR if speaker == NARRATOR else _REACH
        before = [
            n
            for n in reversed(self._in_paragraph.get(claim.paragraph, ()))
            if n < index and claim.sentence - claims[n].sentence <= reach
        ]
        own = {n for n in before if claims[n].source.name == speaker}
        nearest = sorted(before, key=lambda n: (-claims[n].sentence, n not in own, -n))
        yield from ((n, "carried:speaker" if n in own else "carried:paragraph") for n in nearest)
        traits = traits_of(claim.event_type)
        if traits.placed and claim.certainty not in _AHEAD and claim.stance != "requests":
            yield from ((n, "carried:lead") for n in self._lead if n < index)

    @cached_property
    def _in_sentence(self) -> dict[int, list[int]]:
        return _grouped((claim.sentence, n) for n, claim in enumerate(self._claims))

    @cached_property
    def _in_paragraph(self) -> dict[int, list[int]]:
        return _grouped(
            (claim.paragraph, n)
            for n, claim in enumerate(self._claims)
            if claim.event_type not in _NOWHERE
        )

    @cached_property
    def _lead(self) -> tuple[int, ...]:
        """The claims that say what the report is about: those of its first paragraphs."""
        opening = sorted({claim.paragraph for claim in self._claims})[:2]
        about = [
            n
            for n, claim in enumerate(self._claims)
            if claim.paragraph in opening and claim.event_type not in _NOWHERE
        ]
        return tuple(sorted(about, key=lambda n: (-self._claims[n].paragraph, n)))

    def _finer_before(
        self,
        found: tuple[Placement, ...],
        other: int,
        claim: Claim,
        named: Sequence[tuple[Placement, ...]],
    ) -> tuple[Placement, ...]:
        """Return the finer place that the same speaker named in this paragraph, within `found`."""
        if len(found) != 1 or claim.source.name != self._claims[other].source.name:
            return ()
        for n in range(other - 1, -1, -1):
            before = self._claims[n]
            if before.paragraph != claim.paragraph or before.source.name != claim.source.name:
                break
            if len(named[n]) == 1:
                one, wide = named[n][0].resolution, found[0].resolution
                if is_finer(one, wide) and holds(wide, one, self._gazetteer):
                    return named[n]
        return ()

    def _finished(self, claim: Claim, placed: Sequence[Placement]) -> tuple[Placement, ...]:
        """Settle origins, count unnamed places, and leave out what is said twice."""
        primary = _primary(placed)
        kept: list[Placement] = []
        for placement in placed:
            if placement.role == "origin" and not self._leads_somewhere(placement, primary):
                demonym = placement.resolution.toponym.kind == "demonym"
                if not placement.weak:
                    kept.append(placement)
                elif placement.explicit and not demonym and acts(placement.resolution):
                    kept.append(replace(placement, role="metonym"))
            else:
                kept.append(placement)
        kept += self._counted(claim, primary)
        unique: dict[tuple[object, ...], Placement] = {}
        for placement in kept:
            unique.setdefault(key_of(placement), placement)
        return tuple(unique.values())

    def _leads_somewhere(self, origin: Placement, primary: Sequence[Placement]) -> bool:
        """Say whether a claim leads from an origin to a place outside of it."""
        if not primary:
            return False
        if origin.weak and all(p.rules[:1] in _FAR_FETCHED for p in primary):
            return False
        place = origin.resolution.place
        return not any(
            holds(origin.resolution, other.resolution, self._gazetteer)
            for other in primary
            if place is not None
        )

    def _counted(self, claim: Claim, primary: Sequence[Placement]) -> list[Placement]:
        """Return "five camps in the Far East" as so many unnamed places within the area."""
        areas = [p for p in primary if p.resolution.precision in _AREAS and p.role != "party"]
        if len(areas) != 1:
            return []
        return [
            replace(areas[0], count=quantity, rules=(*areas[0].rules, "place:counted"))
            for quantity in claim.quantities
            if quantity.unit in self._countable and claim.evidence.contains(quantity.span)
        ]

    @cached_property
    def _countable(self) -> frozenset[str]:
        plural = {word for word in of_class("nouns", "class", "place") if word.endswith("s")}
        return of_class("nouns", "class", "counted") | plural


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = {}
    for key, number in pairs:
        grouped.setdefault(key, []).append(number)
    return grouped


def key_of(placement: Placement) -> tuple[object, ...]:
    """Return what makes two placements of one claim the same."""
    resolution = placement.resolution
    place = resolution.place.id if resolution.place else resolution.name
    count = placement.count.span if placement.count else None
    return place, resolution.part, placement.role, count


def _place(resolution: Resolution, decision: Decision) -> Placement:
    return Placement(resolution, decision.role, True, (decision.rule,), decision.weak)


def _primary(placed: Iterable[Placement]) -> tuple[Placement, ...]:
    return tuple(p for p in placed if p.role in PRIMARY and p.count is None)


def _without_weak(placed: Sequence[Placement]) -> list[Placement]:
    """Let states that "have" or "see" something be where it happens only if nothing else is."""
    firm = any(p.role in PRIMARY and not p.weak for p in placed)
    return [
        replace(p, role="metonym" if acts(p.resolution) else "neighbour", weak=False)
        if firm and p.weak and p.role == "event_location"
        else p
        for p in placed
    ]


def _again(placed: Iterable[Placement], rule: str, role: PlaceRole | None) -> tuple[Placement, ...]:
    return tuple(
        replace(p, explicit=False, rules=(rule,), role=role or p.role, count=None) for p in placed
    )


def _is_said_there(claim: Claim, name: Span) -> bool:
    """Say whether a name stands outside of what is claimed, beside cue and speaker."""
    if claim.content.contains(name):
        return any(s.function == "source" and s.span.contains(name) for s in claim.slots)
    return True


def _finest(placed: Sequence[Placement], gazetteer: Gazetteer) -> tuple[Placement, ...]:
    """Leave out places that only say where a finer one of the claim lies."""
    return tuple(
        placement
        for placement in placed
        if placement.role not in _LOCATED
        or not any(
            other.role in _LOCATED
            and (other.role == "origin") == (placement.role == "origin")
            and other is not placement
            and is_finer(other.resolution, placement.resolution)
            and holds(placement.resolution, other.resolution, gazetteer)
            for other in placed
        )
    )

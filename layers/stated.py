"""The places that the words of a claim name, each in its role."""

from collections.abc import Mapping
from dataclasses import replace

from geo.gazetteer import Gazetteer
from geo.model import Resolution
from layers.containment import holds, is_finer
from layers.decision import Decision
from layers.denotation import acts, is_capital, is_country
from layers.located import Located
from layers.model import PlaceRole
from layers.placement import PRIMARY, Placement, as_country, finest, place_as, primary, without_weak
from layers.roles import decide
from layers.soil import own_soil, speaks_of_own
from layers.speakers import Speaker
from layers.standing import Standing
from layers.syntax import Syntax
from layers.traits import Traits, traits_of
from layers.valency import countable, goes_from_subject, noun_class
from reading.model import Claim, Span

_LOCALS = frozenset(
    {
        *("farmer", "farmers", "fisherman", "fishermen", "herders", "inhabitants", "locals"),
        *("mayor", "resident", "residents", "shopkeeper", "shopkeepers", "trader", "traders"),
        *("vendor", "vendors", "villager", "villagers"),
    }
)
_LOCAL_OFFICES = frozenset(
    {"alderman", "councillor", "councilor", "headman", "prefect", "subprefect", "vice-mayor"}
)
_OFFICERS = frozenset({"administrator", "chief", "commissioner", "head", "officer"})
_UNITS = frozenset({"city", "county", "district", "municipality", "subdistrict", "town", "village"})
_NEXT_TO = frozenset({"nearby", "neighboring", "neighbouring"})
_AROUND = 30
_TRAVELLERS = frozenset(
    {"driver", "fisherman", "hiker", "migrant", "passenger", "refugee", "rider", "survivor"}
    | {"survivors", "tourist", "traveller"}
)


class Stated:
    """Reads the places off the words of each claim of one article."""

    def __init__(
        self,
        located: Located,
        syntax: Syntax,
        gazetteer: Gazetteer,
        by_hand: Mapping[Span, PlaceRole],
    ) -> None:
        self._located = located
        self._syntax = syntax
        self._gazetteer = gazetteer
        self._by_hand = by_hand

    def of(self, claim: Claim, speaker: Speaker) -> tuple[Placement, ...]:
        """Return the places that the words of the claim name."""
        traits = traits_of(claim.event_type)
        speaking = [resolution.toponym.span for resolution in speaker.named]
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
        if speaks_of_own(claim.content, self._syntax):
            code = speaker.country or self._acting(inside)
            inside += own_soil(claim.content, self._syntax, code, self._gazetteer)
        if len(inside) > 1:
            inside = self._of_main_clause(claim, inside)
        kept = finest(without_weak(inside), self._gazetteer)
        if not primary(kept):
            kept = (*kept, *self._from_beside(claim, traits, speaker, beside))
        return (*kept, *beside)

    def _acting(self, placed: list[Placement]) -> str | None:
        """Return the country of the one state that acts in a claim: "Latvia found a wreck"."""
        codes = {
            self._gazetteer.country_code(p.resolution.place)
            for p in placed
            if p.role == "metonym" and p.resolution.place is not None
        }
        return codes.pop() if len(codes) == 1 else None

    def _of_main_clause(self, claim: Claim, placed: list[Placement]) -> list[Placement]:
        """Leave out what is told of another place in ", after fighters overran Zamzam".

        The same of ", which left Cuba on Sunday," between a subject and its verb, and of "While
        troops guard Zamzam," at its beginning.
        """
        aside = self._syntax.aside(claim.content)
        if aside is not None:
            main = [p for p in placed if not aside.contains(p.resolution.toponym.span)]
            if any(p.role in PRIMARY for p in main):
                placed = [p for p in placed if p in main or p.role != "origin"]
        ends = self._syntax.conceded(claim.content) if len(placed) > 1 else None
        if ends is not None and any(p.role in PRIMARY and _start(p) > ends for p in placed):
            placed = [p for p in placed if _start(p) > ends]
        border = self._syntax.subordinate(claim.content) if len(placed) > 1 else None
        if border is None:
            return placed
        main = [p for p in placed if p.role in PRIMARY and _start(p) < border and not p.weak]
        if not main:
            return placed
        return [
            p
            for p in placed
            if _start(p) < border
            or p.role not in {*PRIMARY, "origin"}
            or any(holds(other.resolution, p.resolution, self._gazetteer) for other in main)
        ]

    def _is_counted(self, claim: Claim, name: Span) -> bool:
        """Say whether words such as "three camps" are counted and not named."""
        return any(q.unit in countable() and q.span.overlaps(name) for q in claim.quantities)

    def _placement(self, resolution: Resolution, claim: Claim) -> list[Placement]:
        traits = traits_of(claim.event_type)
        standing = self._syntax.of(resolution.toponym.span)
        outer = standing.qualifies
        if outer is not None and self._lies_in(outer, resolution):
            return []
        is_subject = (
            claim.subject is not None
            and resolution.toponym.text in claim.subject
            and any(goes_from_subject(slot.governor) for slot in claim.slots)
        )
        decision = decide(resolution, standing, traits, is_subject=is_subject)
        if decision is None:
            return []
        if decision.role == "party" and is_capital(resolution):
            # A capital that signs is its government; the state is the party.
            signs = replace(decision, role="metonym")
            return [place_as(resolution, signs), *self._country_of(resolution, "party")]
        implied = self._country_that_sends(resolution, decision, traits)
        named = standing.function == "oblique" and noun_class(standing.noun) == "event"
        return [place_as(resolution, decision, names_event=named), *implied]

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
        whole = as_country(resolution, country)
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
            return [place_as(resolution, decision)]
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
                home = is_country(placement.resolution) and traits.of_speaker
                province = placement.resolution.precision == "region" and traits.placed
                if home or province:
                    rule = "role:speaks-of-itself"
                    return (replace(placement, role="event_location", rules=(rule,)),)
                continue
            resolution = placement.resolution
            standing = self._syntax.of(resolution.toponym.span)
            fronted = (
                standing.fronted and standing.function == "oblique" and not is_capital(resolution)
            )
            nouns = {standing.head, standing.noun, self._syntax.noun_after(resolution.toponym.span)}
            at_home = self._is_at_home(resolution, nouns)
            local = (
                placement.rules == ("role:speaker-seat",)
                and (
                    traits.placed
                    or self._syntax.holds_word(claim.content, "here")
                    or _tells_of_home(claim, nouns, speaker, at_home=at_home)
                )
                and not acts(resolution)
                and resolution.toponym.kind not in {"demonym", "nested"}
                and (at_home or _is_local(speaker, standing))
            )
            if (fronted or local) and resolution.precision != "none":
                beside.remove(placement)
                rule = "role:frame" if fronted else "role:local-speaker"
                return (replace(placement, role="event_location", rules=(rule,)),)
        return ()

    def _is_at_home(self, resolution: Resolution, nouns: set[str | None]) -> bool:
        """Say whether residents or local officials speak, and not of a town beside the event."""
        name = resolution.toponym
        if not nouns.isdisjoint(_OFFICERS):
            if _unit(name.text, name.qualifier) not in _UNITS:
                return False
        elif nouns.isdisjoint(_LOCALS | _LOCAL_OFFICES):
            return False
        around = Span(max(0, name.span.start - _AROUND), name.span.end + _AROUND)
        return _NEXT_TO.isdisjoint(self._syntax.text_of(around).lower().split())


def _unit(name: str, kind: str | None) -> str:
    """Return what a place with an office of its own is called: "town" of "Orvel town"."""
    return (kind or name).lower().rpartition(" ")[2]


def _is_local(speaker: Speaker, standing: Standing) -> bool:
    """Say whether a speaker speaks of the town beside the name, because of living there."""
    lives = standing.function in {"oblique", "of"} or noun_class(standing.head) == "people"
    return speaker.type == "eyewitness" and lives


def _start(placement: Placement) -> int:
    return placement.resolution.toponym.span.start


def _tells_of_home(
    claim: Claim, nouns: set[str | None], speaker: Speaker, *, at_home: bool
) -> bool:
    """Say whether somebody tells, and does not only demand, what became of the own town."""
    told = claim.event_type == "other" and claim.stance == "asserts"
    quoted = speaker.type == "eyewitness" and claim.attribution in {"direct", "mixed"}
    lives = at_home or (quoted and nouns.isdisjoint(_TRAVELLERS))
    return told and claim.certainty == "stated" and lives


def _is_said_there(claim: Claim, name: Span) -> bool:
    """Say whether a name stands outside of what is claimed, beside cue and speaker."""
    if claim.content.contains(name):
        return any(s.function == "source" and s.span.contains(name) for s in claim.slots)
    return True

"""Which places a claim that names none takes from the claims around it.

A denial happens where what it denies did, a part where its whole did
(:mod:`layers.antecedents`), and a clause without a place where the thread is that it continues
(:mod:`layers.sharing`). What no other claim places may lie in the scene (:mod:`layers.setting`).
"""

from collections.abc import Sequence

from geo.gazetteer import Gazetteer
from layers.antecedents import Antecedents
from layers.belonging import Belonging
from layers.placement import AREAS, Placed, Placement, acting, again, is_event
from layers.recurrence import Recurrence
from layers.scene import Scene, is_part
from layers.scope import WIDENING, is_elsewhere, is_national
from layers.setting import Setting
from layers.sharing import Sharing
from layers.speakers import NARRATOR, Speakers
from layers.syntax import Syntax
from layers.thread import NOWHERE, Thread
from layers.traits import Traits, traits_of
from layers.trials import Trials
from reading.model import Claim, Span

_OF_OTHERS = frozenset({"carried:speaker", "carried:paragraph", "carried:lead"})
_QUOTED = frozenset({"direct", "mixed"})
_UNSAID = frozenset({"unknown", "not_committed"})
_THREATS = frozenset({"alert", "danger", "risk", "threat", "warning"})


class Carrying:
    """The claims of one article with the places that they name."""

    def __init__(
        self,
        claims: Sequence[Claim],
        named: Sequence[Placed],
        scene: Scene,
        syntax: Syntax,
        speakers: Speakers,
        gazetteer: Gazetteer,
        filed: Placement | None = None,
    ) -> None:
        self._claims = claims
        self._syntax = syntax
        self._scene = scene
        self._things = Recurrence(claims, syntax)
        self._belonging = Belonging(claims, named, syntax, speakers, gazetteer)
        self._trials = Trials(claims, named, syntax, gazetteer, filed)
        self._antecedents = Antecedents(claims, syntax)
        self._thread = Thread(claims, named, scene, syntax, speakers)
        self._sharing = Sharing(claims, named, scene, self._thread, gazetteer)
        self._setting = Setting(
            claims, named, scene, self._thread, self._belonging, syntax, speakers, gazetteer
        )

    def carried(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return the places that a claim takes from another.

        Parameters
        ----------
        index : int
            Of the claim.
        placed : sequence of tuple of Placement
            The places of all claims so far; what claims before this one took over is in it.
        """
        widened = self._syntax.mentions(WIDENING)
        lowers = self._syntax.lowers(self._claims[index].evidence) if widened else ()
        if is_national(lowers):
            return self._setting.whole_country()
        if self._departs(index, placed[index]):
            return ()
        found = self._found(index, placed)
        if self._setting.is_too_wide(index, found):
            return self._setting.whole_country() or found
        if found and is_elsewhere(lowers):
            areas = tuple(p for p in found if p.resolution.precision in AREAS)
            return areas or self._setting.whole_country()
        return found

    def _departs(self, index: int, own: Placed) -> bool:
        """Say whether a claim tells only whence: "…, and that jets took off from Ndola"."""
        if not any(p.role == "origin" and p.explicit and not p.weak for p in own):
            return False
        start = self._claims[index].content.start
        return self._syntax.text_of(Span(max(0, start - 9), start)).endswith("and that ")

    def _found(self, index: int, placed: Sequence[Placed]) -> Placed:
        return (
            self._antecedents.of(index, placed)
            or self._recurring(index, placed)
            or self._split(index, placed)
            or self._shared(index, placed)
            or self._setting.at_scene(index, placed[index])
            or self._setting.of_people(index, placed[index])
            or self._setting.here(index)
        )

    def _recurring(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return where the thing is that a claim speaks of as known: "the mine"."""
        claim = self._claims[index]
        if claim.certainty in _UNSAID or claim.event_type in NOWHERE:
            return ()
        return again(self._things.before(index, placed), "carried:thing", "event_location")

    def _split(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return the home of a local speaker who is named behind the second half of a quotation."""
        claim, follows = self._claims[index], index + 1
        quoted = claim.attribution in _QUOTED and claim.certainty not in _UNSAID
        if not quoted or follows == len(self._claims):
            return ()
        other = self._claims[follows]
        if other.paragraph != claim.paragraph or other.source.name != claim.source.name:
            return ()
        home = tuple(p for p in placed[follows] if p.rules == ("role:local-speaker",))
        return again(home, "carried:speaker", "event_location")

    def _shared(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return the places of the thread that a claim continues."""
        own = placed[index]
        claim, traits = self._claims[index], traits_of(self._claims[index].event_type)
        if claim.certainty in _UNSAID or not _takes_place(claim, traits):
            return ()
        if not traits.moves and any(p.role == "origin" and not p.weak for p in own):
            return ()
        if court := self._trials.court(index, placed):
            return again(court, "carried:scene", traits.carried_as)
        sited = not self._scene.is_of_event(claim) or self._trials.includes(index)
        homes = self._belonging.jurisdiction(index, own)
        nation = self._setting.nation(index, own)
        for other, rule in self._thread.around(index):
            if homes and (rule != "carried:sentence" or self._is_others(index, other)):
                break
            if nation and rule in _OF_OTHERS and self._is_others(index, other):
                return nation
            if rule in _OF_OTHERS and self._is_of_else(index, other):
                continue
            found = self._sharing.offered(index, other, rule, own)
            elsewhere = traits.carried_as == "event_location" and not any(map(is_event, found))
            # A train on its way to Assam crashed where it crashed.
            if not sited and (rule == "carried:lead" or (found and elsewhere)):
                sited, site = True, self._of_event(index, own, rule)
                if site:
                    return again(site, "carried:scene", traits.carried_as)
            if found:
                finer = self._sharing.finer_before(found, other, index)
                return again(finer or found, rule, traits.carried_as)
        if homes:
            return self._setting.site_within(index, own, homes) or homes
        told = not sited and claim.stance == "asserts"
        site = self._setting.site(index, own, acting(own)) if told else ()
        return (
            again(site, "carried:scene", traits.carried_as)
            or self._setting.story(index, own)
            or self._setting.country(index, own)
        )

    def _of_event(self, index: int, own: Placed, rule: str) -> Placed:
        """Return the one site, the realm of a governor, or the area around the several sites."""
        site = self._setting.site_or_around(index, own)
        if len(site) == 1 or rule != "carried:lead":
            return site
        return self._belonging.realm(index) or site

    def _is_others(self, index: int, other: int) -> bool:
        """Say whether another claim is of another speaker, or of the narrator, who ranges too."""
        speaker = self._claims[index].source.name
        return speaker == NARRATOR or self._claims[other].source.name != speaker

    def _is_of_else(self, index: int, other: int) -> bool:
        """Say whether another claim tells of a part only, or of the deed and not of its trial."""
        claim = self._claims[index]
        counts = bool(claim.quantities) and not is_part(claim)
        # Four of the dead were of Marla: the others need not be.
        part = counts and is_part(self._claims[other])
        return part or self._trials.differ(index, other)


def _takes_place(claim: Claim, traits: Traits) -> bool:
    """Say whether a claim of this kind can be told of the place of another."""
    if (traits.counted and not claim.quantities) or _is_spared(claim):
        return False
    return traits.placed or traits.parties


def _is_spared(claim: Claim) -> bool:
    """Say whether nothing threatens: "There is no risk of a wave" is told of no place."""
    words = (claim.subject or "").lower().split()
    return words[:1] == ["no"] and not _THREATS.isdisjoint(words[1:4])

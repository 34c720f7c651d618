"""Where a claim is that no claim beside it places: at the site, in the country, in the story.

The site is where the one event of the report happened; the country is that of a report of one
nation. No claim ever falls back to a capital.
"""

from collections.abc import Sequence

from geo.gazetteer import Gazetteer
from layers.belonging import Belonging
from layers.containment import holds
from layers.denotation import is_country
from layers.placement import AREAS, Placed, acting, again, speaking
from layers.scene import Scene
from layers.speakers import Speakers
from layers.syntax import Syntax
from layers.thread import Thread
from layers.traits import traits_of
from reading.model import Claim

_UNSAID = frozenset({"unknown", "not_committed"})
_WARS = frozenset({"conflict", "famine", "insurgency", "pandemic", "war"})
_OF_PEOPLE = frozenset({"casualties", "evacuation", "health"})
_MILLION = 1_000_000
_AHEAD = frozenset({"expected", "planned", "possible"})


class Setting:
    """The claims of one article within its event and its country."""

    def __init__(
        self,
        claims: Sequence[Claim],
        named: Sequence[Placed],
        scene: Scene,
        thread: Thread,
        belonging: Belonging,
        syntax: Syntax,
        speakers: Speakers,
        gazetteer: Gazetteer,
    ) -> None:
        self._claims = claims
        self._named = named
        self._scene = scene
        self._thread = thread
        self._belonging = belonging
        self._syntax = syntax
        self._speakers = speakers
        self._gazetteer = gazetteer

    def at_scene(self, index: int, own: Placed) -> Placed:
        """Return the site of what is told of the event by who was there, of whatever kind it is."""
        belonging = self._belonging
        if not belonging.may_be_there(index) or self._scene.is_background(self._claims[index]):
            return ()
        # The sheriff of Orvel denies what is said to have happened in Orvel.
        denies = self._claims[index].event_type == "denial"
        site = self.site(index, own, set() if denies else speaking(own))
        if not belonging.is_there(index, site):
            return ()
        return again(site, "carried:scene", "event_location")

    def site(self, index: int, own: Placed, taken: set[str]) -> Placed:
        """Return the site of the event, unless a state acts, which does so in all of its land."""
        if any(p.role == "metonym" and is_country(p.resolution) for p in own):
            return ()
        kind, opened = self._claims[index].event_type, self._thread.kind
        on_site = traits_of(kind).on_site
        # The dead of an outbreak are wherever it has spread, the patients of a blast beside it.
        sited = opened != "casualties" and traits_of(opened).on_site == "yes"
        if kind == "casualties" or on_site == "no" or sited:
            kind = opened
        spreads = traits_of(kind).on_site == "opening"
        sites = self._scene.before(index, self._thread.opening if spreads else None)
        return tuple(p for p in sites if p.resolution.name not in taken)

    def site_or_around(self, index: int, own: Placed) -> Placed:
        """Return the site, or the area around the several sites of the report."""
        return self.site(index, own, acting(own)) or self._scene.around(index)

    def site_within(self, index: int, own: Placed, homes: Placed) -> Placed:
        """Return the site of the event if it lies in the land of the authority that speaks."""
        site = self.site(index, own, set())
        inside = all(
            holds(h.resolution, s.resolution, self._gazetteer) for h in homes for s in site
        )
        return again(site, "carried:scene", "event_location") if inside else ()

    def here(self, index: int) -> Placed:
        """Return the site for whoever says "here"."""
        claim = self._claims[index]
        quoted = claim.attribution in {"direct", "mixed"} and claim.certainty not in _UNSAID
        if not quoted or not self._syntax.holds_word(claim.content, "here"):
            return ()
        return again(self._scene.before(index), "carried:there", "event_location")

    def whole_country(self) -> Placed:
        """Return the country of what is told of all the land."""
        country = self._scene.country
        return again((country,), "carried:setting", "event_location") if country else ()

    def is_too_wide(self, index: int, found: Placed) -> bool:
        """Say whether a claim counts a whole war, or millions, that no town holds."""
        if not any(p.resolution.precision not in AREAS for p in found):
            return False
        claim = self._claims[index]
        if (claim.subject or "").lower().rpartition(" ")[2] in _WARS:
            return True
        counts = claim.event_type in _OF_PEOPLE
        return counts and any((q.minimum or 0) >= _MILLION for q in claim.quantities)

    def nation(self, index: int, own: Placed) -> Placed:
        """Return what a body of the whole country counts in, where a report ranges over it."""
        if not self._belonging.counts_nation(index, own) or not self._scene.ranges(index):
            return ()
        return self._scene.opened_with(index, self._speakers.of(index).country)

    def of_people(self, index: int, own: Placed) -> Placed:
        """Return the country of a headline that names only its people: "Slovak PM Quits"."""
        claim, country = self._claims[index], self._scene.country
        if index >= self._scene.headlines or country is None or not self._scene.is_national:
            return ()
        name = country.resolution.toponym
        told = claim.stance == "asserts" and claim.certainty not in _UNSAID | _AHEAD
        if not told or name.kind != "demonym" or not claim.evidence.contains(name.span):
            return ()
        if any(not holds(country.resolution, p.resolution, self._gazetteer) for p in own):
            return ()
        return again((country,), "carried:setting", "event_location")

    def story(self, index: int, own: Placed) -> Placed:
        """Return the place of the story under a headline that names none.

        A headline of what a state's army says is drawn as that state.
        """
        claim = self._claims[index]
        if not self._scene.is_of_event(claim) or index >= self._scene.headlines:
            return ()
        family = traits_of(claim.event_type).family
        for n in range(self._scene.headlines, len(self._claims)):
            if self._claims[n].paragraph > self._thread.opening:
                break
            told = self._scene.is_of_event(self._claims[n])
            if told and self._named[n] and traits_of(self._claims[n].event_type).family == family:
                site = self._named[n][0].resolution
                states = [p for p in own if holds(p.resolution, site, self._gazetteer)]
                country = self._scene.country
                if not states and country is not None and self._has_pins(n):
                    states = [country]
                return again(states or self._named[n], "carried:story", "event_location")
        return ()

    def _has_pins(self, index: int) -> bool:
        """Say whether a claim names several towns, none of which is all that a headline means."""
        return sum(p.resolution.precision not in AREAS for p in self._named[index]) > 1

    def country(self, index: int, own: Placed) -> Placed:
        """Return the country of the report for what must have happened somewhere in it."""
        claim, country = self._claims[index], self._scene.country
        if country is None or not self._scene.is_national or claim.stance == "requests":
            return ()
        if claim.certainty == "possible":
            return ()  # "cholera can be fatal" is true of any country
        foreign = any(
            p.resolution.place is not None
            and not holds(country.resolution, p.resolution, self._gazetteer)
            for p in own
        )
        traits = traits_of(claim.event_type)
        return () if foreign or not traits.placed or traits.moves else (country,)

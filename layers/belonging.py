"""What belongs to the event of a report although no kind of its own puts it anywhere.

"The brakes had failed" is no disaster by its words. A survivor, the police or the firemen say it,
who were there, or its subject is "the blast"; so it is told of the place of the event. A trial has
a place of its own, which is not that of the deed.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.gazetteer import Gazetteer
from layers.denotation import is_capital, is_country
from layers.placement import Placement
from layers.recurrence import tells_of_event
from layers.scene import is_part
from layers.scope import adds_up
from layers.speakers import Speakers
from layers.syntax import Syntax
from layers.traits import traits_of
from reading.kept import kept
from reading.model import Claim, Source
from reading.words import source_nouns

_OPEN = frozenset({"aid_supply", "economy", "other"})
_UNTOLD = frozenset({"expected", "not_committed", "planned", "possible", "unknown"})
_AUTHORITIES = frozenset({"government_metonym", "ministry", "official_spokesperson"})
_OF_SPEAKER = frozenset({"role:officials-in", "role:speaker-seat"})
_PARTS = frozenset({"district", "region", "vague_area"})
_OFFICIALS = frozenset({"authorities", "officials"})
_NATIONAL = frozenset({"federal", "minister", "ministry", "national"})
_RESPONDERS = frozenset(
    {"ambulance", "civil", "coroner", "disaster", "doctors", "emergency", "fire", "firefighters"}
    | {"guard", "hospital", "mayor", "paramedics", "police", "rescue", "rescuers", "sheriff"}
)


class Belonging:
    """The claims of one article, asked whether they tell of its event, or of a trial."""

    def __init__(
        self,
        claims: Sequence[Claim],
        named: Sequence[tuple[Placement, ...]],
        syntax: Syntax,
        speakers: Speakers,
        gazetteer: Gazetteer,
    ) -> None:
        self._claims = claims
        self._named = named
        self._syntax = syntax
        self._speakers = speakers
        self._gazetteer = gazetteer

    def may_be_there(self, index: int) -> bool:
        """Say whether a claim may be of the event's place: a fact, or a denial of one."""
        claim = self._claims[index]
        if claim.event_type == "denial":
            # "Wrongdoing" may be of any place, and a government denies what others say of it.
            of_event = traits_of(claim.matter or "other").on_site == "yes"
            return of_event and claim.matter != "crime" and not self._speakers.of(index).is_place
        told = claim.stance == "asserts" and claim.certainty not in _UNTOLD
        return told and claim.event_type in _OPEN

    def is_there(self, index: int, site: Sequence[Placement]) -> bool:
        """Say whether what a claim tells was at the one site, by who tells it or by its subject."""
        claim = self._claims[index]
        if claim.event_type == "denial":
            return bool(site)
        if len(site) != 1:
            return False
        witness = self._speakers.of(index).type == "eyewitness"
        return (
            witness
            or tells_of_event(self._syntax.words(claim.content))
            or self._responds(index, site)
        )

    def _responds(self, index: int, site: Sequence[Placement]) -> bool:
        """Say whether police, rescuers or doctors of the country speak, whose work is there."""
        home = self._speakers.of(index).country
        if not self._is_responder(index):
            return False
        places = [p.resolution.place for p in site if p.resolution.place is not None]
        return home is None or all(self._gazetteer.country_code(p) == home for p in places)

    def jurisdiction(self, index: int, own: Sequence[Placement]) -> tuple[Placement, ...]:
        """Return the province or town of an authority that counts what happened, as its place.

        "The health department of Orvel counted 23 dead", "police in Orvel": they count their own.
        """
        claim, speaker = self._claims[index], self._speakers.of(index)
        if not claim.quantities or traits_of(claim.event_type).moves:
            return ()
        if speaker.type not in _AUTHORITIES and not self._is_governor(index):
            return ()
        return tuple(
            replace(seat, role="event_location", rules=("role:local-speaker",))
            for seat in own
            if seat.role == "speaker_seat" and _OF_SPEAKER.intersection(seat.rules)
            if seat.resolution.precision in self._reach(index) and not is_capital(seat.resolution)
            if not _is_of_name(claim.source, seat.resolution.toponym.text)
        )

    def realm(self, index: int) -> tuple[Placement, ...]:
        """Return the region or town of a governor who was named with it before."""
        return self._realms.get(self._claims[index].source.name, ())

    @kept
    def _realms(self) -> dict[str, tuple[Placement, ...]]:
        realms: dict[str, tuple[Placement, ...]] = {}
        for n, claim in enumerate(self._claims):
            if claim.source.affiliation is None or not self._is_governor(n):
                continue
            seats = tuple(
                Placement(r, "event_location", False, ("role:local-speaker",))
                for r in self._speakers.of(n).named
                if r.precision in _PARTS and claim.source.affiliation.contains(r.toponym.span)
            )
            if len(seats) == 1:
                realms.setdefault(claim.source.name, seats)
        return realms

    def counts_nation(self, index: int, own: Sequence[Placement]) -> bool:
        """Say whether a body of the whole country counts, or somebody adds up: "in total"."""
        claim, speaker = self._claims[index], self._speakers.of(index)
        moves = traits_of(claim.event_type).moves and claim.event_type != "evacuation"
        if not claim.quantities or is_part(claim) or moves:
            return False
        if adds_up(self._syntax.lowers(claim.content)):
            return True
        if any(p.role == "speaker_seat" and not is_country(p.resolution) for p in own):
            return False
        words = f"{claim.source.role or ''} {claim.source.name}".lower().split()
        return speaker.type == "ministry" or not _NATIONAL.isdisjoint(words)

    def _reach(self, index: int) -> frozenset[str]:
        """Return which places a body answers for: police and doctors for a town too."""
        first = self._claims[index].source.name.lower().split()
        local = self._is_responder(index) or self._is_governor(index)
        local = local or not _OFFICIALS.isdisjoint(first)
        return _PARTS | {"city"} if local else _PARTS

    def _is_governor(self, index: int) -> bool:
        source = self._claims[index].source
        return "governor" in f"{source.role or ''} {source.name}".lower().split()

    def _is_responder(self, index: int) -> bool:
        source = self._claims[index].source
        return not _RESPONDERS.isdisjoint(f"{source.role or ''} {source.name}".lower().split())


def _is_of_name(source: Source, word: str) -> bool:
    """Say whether a place stands in the name of a person: "Fajar" of "Fajar Sukma"."""
    words = source.name.split()
    return (
        word in words
        and len(words) > 1
        and all(part[:1].isupper() and part.lower() not in source_nouns() for part in words)
    )

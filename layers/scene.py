"""Where the event of a report lies, and in which country the report is set.

Most reports tell of one event. What they add of it further on, the toll, the arrests, the rescue,
happened where the event did, and is drawn there although no word of the sentence says so. A report
that tells of several towns has no such place; what it adds belongs to the area that it opened with.
A report that opens with one country only ("Kenyan voters", "a Peruvian court") is set there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import timedelta

from geo.gazetteer import Gazetteer
from geo.model import Resolution
from layers.containment import holds, is_finer
from layers.decision import OF_ROAD
from layers.placement import AREAS, Placement, again, as_country
from layers.traits import traits_of
from reading.kept import kept
from reading.model import Claim

_TOWNS = frozenset({"city", "district", "point"})
_LONG_PAST = timedelta(days=60)
_MANY_WEEKS = timedelta(days=45)
_WIDE = frozenset({"country", "none", "vague_area"})
_OPEN = frozenset({"economy", "other", "protest"})
_NO_SITES = frozenset({("role:local-speaker",), (OF_ROAD,)})
_AT_FIRST = -1
_MANY = 4
_TOLD = frozenset({"stated", "reported", "alleged", "believed"})


def is_part(claim: Claim) -> bool:
    """Say whether a claim counts a part of what others count: "four of the dead"."""
    counted = any(quantity.qualifier == "including" for quantity in claim.quantities)
    return claim.part_of is not None or counted


class Scene:
    """The sites that the claims of one article name, in text order.

    ``headlines`` is how many of the claims stand in the headline; ``filed`` is the town of the
    dateline, where that is where it happened.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        named: Sequence[tuple[Placement, ...]],
        gazetteer: Gazetteer,
        opening: Sequence[Resolution],
        headlines: int = 0,
        filed: Placement | None = None,
    ) -> None:
        self.headlines = headlines
        self._claims = claims
        self._named = named
        self._gazetteer = gazetteer
        self._first = next(
            (claim.paragraph for claim in claims[headlines:]), None
        )  # the paragraph that the story opens with
        self._latest = max((c.statement_end for c in claims if c.statement_end), default=None)
        self._told: list[tuple[int, tuple[Placement, ...]]] = []
        if filed is not None:
            self._told.append((_AT_FIRST, (filed,)))
        self._told += [
            (index, sites)
            for index, (claim, places) in enumerate(zip(claims, named, strict=True))
            if places and not is_part(claim) and (sites := self._sites(claim, places))
        ]
        self.country = self._only_country(opening)
        self.is_national = all(self._is_wide(r) for r in opening if r.toponym.kind != "nested")
        self._seen: dict[object, Placement] = {}
        self._finest: list[tuple[Placement, ...]] = [()]

    def is_of_event(self, claim: Claim) -> bool:
        """Say whether a claim tells what happened, and not what is long past or may come."""
        if traits_of(claim.event_type).on_site == "no" or claim.certainty not in _TOLD:
            return False
        return not self.is_background(claim)

    def _sites(self, claim: Claim, places: Sequence[Placement]) -> tuple[Placement, ...]:
        """Return the sites that a claim names, if only beside the event: "the blast in Orvel"."""
        if self.is_of_event(claim):
            return _sites(places)
        if claim.certainty not in _TOLD or self.is_background(claim):
            return ()
        if claim.paragraph == self._first and claim.event_type in _OPEN:
            return tuple(p for p in _sites(places) if p.resolution.precision in _TOWNS)
        return _sites([place for place in places if place.names_event])

    def is_background(self, claim: Claim) -> bool:
        """Say whether a claim tells of long ago, or adds up what happened over weeks."""
        start, end = claim.event_start, claim.event_end
        if end is not None and self._latest is not None and self._latest - end > _LONG_PAST:
            return True
        return start is not None and end is not None and end - start > _MANY_WEEKS

    def before(self, index: int, opening: int | None = None) -> tuple[Placement, ...]:
        """Return where the event lies as far as it is told before a claim; nothing if in doubt.

        Parameters
        ----------
        index : int
            Of the claim.
        opening : int or None
            The last paragraph of the opening, where only what stands in it counts.
        """
        told = bisect_left(self._told, index, key=lambda entry: entry[0])
        if opening is not None:
            within = bisect_right(
                self._told, opening, key=lambda entry: self._paragraph_of(entry[0])
            )
            told = min(told, within)
        finest = {
            place.id if (place := site.resolution.place) else site.resolution.name: site
            for site in reversed(self._finest_of(told))
        }
        towns = {key: site for key, site in finest.items() if site.resolution.precision in _TOWNS}
        others = [s for key, s in finest.items() if key not in towns]
        if len(towns) == 1 and all(s.resolution.precision == "vague_area" for s in others):
            # "The Combeira river flooded the town of Orvelo": it happened in the town.
            finest = towns
        drawn = [site for site in towns.values() if site.resolution.place is not None]
        together = (
            len(finest) < 4
            and len(drawn) < 2
            and any(
                set(map(_same, finest.values())) <= set(map(_same, sites))
                for _, sites in self._told[:told]
            )
        )
        return tuple(reversed(finest.values())) if len(finest) == 1 or together else ()

    def around(self, index: int) -> tuple[Placement, ...]:
        """Return the area that all sites told before a claim lie in, within what was told first.

        A village without a record lies in what its own claim names beside it.
        """
        told = bisect_left(self._told, index, key=lambda entry: entry[0])
        finest = self._finest_of(told)
        if not 1 < len(finest) < _MANY:
            return ()
        areas = (area for number, area in self._areas if number < told)
        return next(((area,) for area in areas if self._holds_all(area, finest)), ())

    @kept
    def _areas(self) -> list[tuple[int, Placement]]:
        """The different areas told, the first few, that are finer than what was told first."""
        areas: dict[object, tuple[int, Placement]] = {}
        first = self._told[0][1]
        for number, (_, sites) in enumerate(self._told if len(first) == 1 else ()):
            for site in sites:
                known = site.resolution.precision in AREAS and site.resolution.place is not None
                if known and is_finer(site.resolution, first[0].resolution):
                    areas.setdefault(_same(site), (number, site))
            if len(areas) >= _MANY:
                break
        return list(areas.values())

    @kept
    def _beside(self) -> dict[object, set[object]]:
        """What is told in one claim beside a place without a record."""
        beside: dict[object, set[object]] = {}
        for _, sites in self._told:
            for site in sites if len(sites) > 1 else ():
                if site.resolution.place is None:
                    beside.setdefault(_same(site), set()).update(map(_same, sites))
        return beside

    def _holds_all(self, area: Placement, finest: Sequence[Placement]) -> bool:
        return all(
            holds(area.resolution, site.resolution, self._gazetteer)
            or _same(area) in self._beside.get(_same(site), ())
            for site in finest
        )

    def _paragraph_of(self, index: int) -> int:
        return _AT_FIRST if index == _AT_FIRST else self._claims[index].paragraph

    def ranges(self, index: int) -> bool:
        """Say whether the report has told of places outside of its one site before a claim."""
        sites = self.before(index)
        if len(sites) != 1:
            return True
        site = sites[0].resolution
        return any(
            place.role == "event_location"
            and place.resolution.place is not None
            and place.resolution.precision not in _WIDE
            and not holds(site, place.resolution, self._gazetteer)
            and not holds(place.resolution, site, self._gazetteer)
            for places in self._named[:index]
            for place in places
        )

    def opened_with(self, index: int, code: str | None) -> tuple[Placement, ...]:
        """Return the area that the report opened with before a claim, or its one country.

        It lies in the country `code`, if that is known; where a report opens with several, it must.
        """
        if code is None and self.country is None:
            return ()
        for claim, places in zip(self._claims[:index], self._named, strict=False):
            if claim.paragraph != self._claims[0].paragraph and claim.paragraph != self._first:
                break
            if len(places) == 1 and self._is_area(places[0].resolution, code):
                return again(places, "carried:lead", "event_location")
        return (self.country,) if self.country is not None else ()

    def _is_area(self, resolution: Resolution, code: str | None) -> bool:
        place = resolution.place
        own = place is None or code in {None, self._gazetteer.country_code(place)}
        return own and resolution.precision in AREAS

    def _finest_of(self, told: int) -> tuple[Placement, ...]:
        """Return which of the first sites told lie around no other of them, in text order.

        Each site is compared once with the different ones before it, whoever asks.
        """
        while len(self._finest) <= told:
            _, sites = self._told[len(self._finest) - 1]
            finest = list(self._finest[-1])
            for site in sites:
                if self._is_inside(site.resolution) and _same(site) not in self._seen:
                    before = tuple(self._seen.values())
                    self._seen[_same(site)] = site
                    if site.resolution.place is not None or not _several(finest):
                        finest = [other for other in finest if not self._lies_around(other, site)]
                    if not any(self._lies_around(site, other) for other in before):
                        finest.append(site)
            self._finest.append(tuple(finest))
        return self._finest[told]

    def _is_wide(self, resolution: Resolution) -> bool:
        """Say whether a name means a whole country, or a continent, which is in none."""
        place = resolution.place
        whole = resolution.precision in {"country", "none"}
        return whole or place is None or self._gazetteer.country_code(place) is None

    def _only_country(self, opening: Sequence[Resolution]) -> Placement | None:
        """Return the one country that a report opens with."""
        codes = {
            code
            for resolution in opening
            if resolution.place is not None
            and (code := self._gazetteer.country_code(resolution.place)) is not None
        }
        country = self._gazetteer.country(codes.pop()) if len(codes) == 1 else None
        if country is None:
            return None
        first = next(r for r in opening if r.place is not None)
        return Placement(as_country(first, country), "event_location", False, ("carried:setting",))

    def _is_inside(self, resolution: Resolution) -> bool:
        """Say whether a place can lie in the country that the report is set in."""
        if self.country is None or resolution.place is None:
            return True
        return holds(self.country.resolution, resolution, self._gazetteer)

    def _lies_around(self, wide: Placement, site: Placement) -> bool:
        one, other = wide.resolution, site.resolution
        if one.place is None or not is_finer(other, one):
            return False
        return other.place is None or holds(one, other, self._gazetteer)


def _several(sites: Sequence[Placement]) -> bool:
    """Say whether several places are known, in which of which a village lies that is not."""
    return sum(site.resolution.place is not None for site in sites) > 1


def _same(site: Placement) -> tuple[object, ...]:
    """Return what tells two sites apart."""
    resolution = site.resolution
    place = resolution.place.id if resolution.place else None
    return (place, resolution.name, resolution.precision, resolution.part)


def _sites(places: Sequence[Placement]) -> tuple[Placement, ...]:
    """Return the places that can be where it all happened; an epicentre is not.

    Nor are the ends of a road. A mayor speaks of the own town, which need not be the only one.
    """
    return tuple(
        p
        for p in places
        if p.role == "event_location"
        and p.explicit
        and p.resolution.toponym.kind != "coordinate"
        and p.rules not in _NO_SITES
    )

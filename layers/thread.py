"""Which places a claim that names none takes from the claims around it.

A denial happens where what it denies did, a part where its whole did, and a clause without a place
where the thread is that it continues. No claim ever falls back to a capital.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from geo.gazetteer import Gazetteer
from layers.belonging import Belonging
from layers.containment import holds, is_finer
from layers.denotation import is_country
from layers.placement import AREAS, PRIMARY, Placement, again, primary
from layers.recurrence import Recurrence, points_to_scene
from layers.scene import Scene, is_part
from layers.scope import is_elsewhere, is_national
from layers.speakers import NARRATOR, Speakers
from layers.syntax import Syntax
from layers.traits import Traits, traits_of
from reading.kept import kept
from reading.model import Claim, Span

Placed = tuple[Placement, ...]

_NOWHERE = frozenset(
    {"appointment", "denial", "diplomatic_contact", "expectation", "position", "sanctions"}
    | {"source_discrepancy", "statement"}
)
_UNPLACED = frozenset({"metonym", "speaker_seat", "neighbour"})
_OF_OTHERS = frozenset({"carried:speaker", "carried:paragraph", "carried:lead"})
_NOT_SHARED = frozenset({"role:measured", "role:taken-to-care"})
_REACH = 3
# No sentence of prose makes so many claims, and no thread reaches past so many.
_MOST_CLAIMS = 100
_REACH_OF_NARRATOR = 1
_UNSAID = frozenset({"unknown", "not_committed"})
_AHEAD = frozenset({"expected", "planned", "possible"})
_THREATS = frozenset({"alert", "danger", "risk", "threat", "warning"})


class Thread:
    """The claims of one article with the places that they name."""

    def __init__(
        self,
        claims: Sequence[Claim],
        named: Sequence[Placed],
        scene: Scene,
        syntax: Syntax,
        speakers: Speakers,
        gazetteer: Gazetteer,
    ) -> None:
        self._claims = claims
        self._named = named
        self._syntax = syntax
        self._speakers = speakers
        self._gazetteer = gazetteer
        self._scene = scene
        self._things = Recurrence(claims, syntax)
        self._belonging = Belonging(claims, named, syntax, speakers, gazetteer)

    def carried(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return the places that a claim takes from another.

        Parameters
        ----------
        index : int
            Of the claim.
        placed : sequence of tuple of Placement
            The places of all claims so far; what claims before this one took over is in it.
        """
        lowers = self._syntax.lowers(self._claims[index].evidence)
        if is_national(lowers):
            return self._national()
        if self._departs(index, placed[index]):
            return ()
        found = self._found(index, placed)
        if found and is_elsewhere(lowers):
            return tuple(p for p in found if p.resolution.precision in AREAS) or self._national()
        return found

    def _national(self) -> Placed:
        country = self._scene.country
        return again((country,), "carried:setting", "event_location") if country else ()

    def _departs(self, index: int, own: Placed) -> bool:
        """Say whether a claim tells only whence: "…, and that jets took off from Ndola"."""
        if not any(p.role == "origin" and p.explicit and not p.weak for p in own):
            return False
        start = self._claims[index].content.start
        return self._syntax.text_of(Span(max(0, start - 9), start)).endswith("and that ")

    def _found(self, index: int, placed: Sequence[Placed]) -> Placed:
        return (
            self._pointed_to(index, placed)
            or self._recurring(index, placed)
            or self._shared(index, placed[index])
            or self._at_scene(index, placed[index])
            or self._of_nation(index, placed[index])
            or self._here(index)
        )

    def _here(self, index: int) -> Placed:
        """Return the site for whoever says "here"."""
        claim = self._claims[index]
        quoted = claim.attribution in {"direct", "mixed"} and claim.certainty not in _UNSAID
        if not quoted or not self._syntax.holds_word(claim.content, "here"):
            return ()
        return again(self._scene.before(index), "carried:there", "event_location")

    def _of_nation(self, index: int, own: Placed) -> Placed:
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

    def _at_scene(self, index: int, own: Placed) -> Placed:
        """Return the site of what is told of the event by who was there, of whatever kind it is."""
        belonging = self._belonging
        if not belonging.may_be_there(index) or self._scene.is_background(self._claims[index]):
            return ()
        # The sheriff of Orvel denies what is said to have happened in Orvel.
        denies = self._claims[index].event_type == "denial"
        site = self._site(index, own, set() if denies else _speaking(own))
        if not belonging.is_there(index, site):
            return ()
        return again(site, "carried:scene", "event_location")

    def _recurring(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return where the thing is that a claim speaks of as known: "the mine"."""
        claim = self._claims[index]
        if claim.certainty in _UNSAID or claim.event_type in _NOWHERE:
            return ()
        return again(self._things.before(index, placed), "carried:thing", "event_location")

    def _pointed_to(self, index: int, placed: Sequence[Placed]) -> Placed:
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
        if points_to_scene(self._syntax.lowers(claim.content)):
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

    def _shared(self, index: int, own: Placed) -> Placed:
        """Return the places of the thread that a claim continues."""
        claim, traits = self._claims[index], traits_of(self._claims[index].event_type)
        if claim.certainty in _UNSAID or not _takes_place(claim, traits):
            return ()
        if not traits.moves and any(p.role == "origin" and not p.weak for p in own):
            return ()
        if court := self._belonging.court_of(index):
            return again(court, "carried:scene", traits.carried_as)
        sited = not self._scene.is_of_event(claim)
        homes = self._belonging.jurisdiction(index, own)
        nation = self._nation(index, own)
        for other, rule in self._thread(index, claim):
            if homes and (rule != "carried:sentence" or self._is_others(index, other)):
                break
            if nation and rule in _OF_OTHERS and self._is_others(index, other):
                return nation
            if rule in _OF_OTHERS and self._is_of_else(index, other):
                continue
            found = self._offered(index, other, rule, own)
            elsewhere = traits.carried_as == "event_location" and not any(map(_is_event, found))
            # A train on its way to Assam crashed where it crashed.
            if not sited and (rule == "carried:lead" or (found and elsewhere)):
                sited, site = True, self._site(index, own, _speaking(own))
                if site:
                    return again(site, "carried:scene", traits.carried_as)
            if found:
                finer = self._finer_before(found, other, claim)
                return again(finer or found, rule, traits.carried_as)
        if homes:
            return self._site_within(index, own, homes) or homes
        return self._story(index, own) or self._setting(claim, own)

    def _is_others(self, index: int, other: int) -> bool:
        """Say whether another claim is of another speaker, or of the narrator, who ranges too."""
        speaker = self._claims[index].source.name
        return speaker == NARRATOR or self._claims[other].source.name != speaker

    def _nation(self, index: int, own: Placed) -> Placed:
        """Return what a body of the whole country counts in, where a report ranges over it."""
        if not self._belonging.counts_nation(index, own) or not self._scene.ranges(index):
            return ()
        return self._scene.opened_with(index, self._speakers.of(index).country)

    def _site_within(self, index: int, own: Placed, homes: Placed) -> Placed:
        """Return the site of the event if it lies in the land of the authority that speaks."""
        site = self._site(index, own, set())
        inside = all(
            holds(h.resolution, s.resolution, self._gazetteer) for h in homes for s in site
        )
        return again(site, "carried:scene", "event_location") if inside else ()

    def _is_of_else(self, index: int, other: int) -> bool:
        """Say whether another claim tells of a part only, or of the deed and not of its trial."""
        claim = self._claims[index]
        counts = bool(claim.quantities) and not is_part(claim)
        # Four of the dead were of Marla: the others need not be.
        part = counts and is_part(self._claims[other])
        return part or self._belonging.differ_in_court(index, other)

    def _offered(self, index: int, other: int, rule: str, own: Placed) -> Placed:
        """Return those places of another claim that this one can share by a rule."""
        traits = traits_of(self._claims[index].event_type)
        speaking = _speaking(own, of_itself=traits.of_speaker)
        found = tuple(
            p
            for p in self._named[other]
            if (p.role == "party") == traits.parties
            and p.resolution.name not in speaking
            and not _NOT_SHARED.intersection(p.rules)
        )
        if rule in {"carried:ahead", "carried:lead"} and not self._is_one(index, other, rule):
            # What a report goes on to may be an area; a pin would say that it happened there.
            found = tuple(p for p in found if p.resolution.precision in AREAS)
        if rule == "carried:ahead" and not traits.moves:
            # "Thousands died in the war, which has spread to Chad": they died where it began.
            found = tuple(p for p in found if p.role != "destination")
        if rule == "carried:paragraph" and self._has_several(index, other):
            # Somebody else spoke of several places; which of them this one means is open.
            found = tuple(p for p in found if p.resolution.precision in AREAS)
        if traits.carried_as == "event_location":
            found = tuple(filter(_is_event, found)) or found
        return found

    def _story(self, index: int, own: Placed) -> Placed:
        """Return the place of the story under a headline that names none.

        A headline of what a state's army says is drawn as that state.
        """
        claim = self._claims[index]
        if not self._scene.is_of_event(claim) or index >= self._scene.headlines:
            return ()
        family = traits_of(claim.event_type).family
        for n in range(self._scene.headlines, len(self._claims)):
            if self._claims[n].paragraph > self._opening:
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

    def _is_one(self, index: int, other: int, rule: str) -> bool:
        """Say whether a claim and what its sentence goes on to are one event, or part and whole."""
        claim, ahead = self._claims[index], self._claims[other]
        if rule != "carried:ahead":
            return False
        return ahead.part_of == index or (
            self._scene.is_of_event(claim) and self._scene.is_of_event(ahead)
        )

    def _has_several(self, index: int, other: int) -> bool:
        """Say whether a paragraph names several towns up to a claim, and of no one event."""
        if self._scene.is_of_event(self._claims[other]):
            return False
        towns = {
            p.resolution.name
            for n in self._in_paragraph.get(self._claims[other].paragraph, ())
            if n < index
            for p in self._named[n]
            if p.resolution.precision not in AREAS
        }
        return len(towns) > 1

    def _site(self, index: int, own: Placed, speaking: set[str]) -> Placed:
        """Return the site of the event, unless a state acts, which does so in all of its land."""
        if any(p.role == "metonym" and is_country(p.resolution) for p in own):
            return ()
        kind = self._claims[index].event_type
        if kind == "casualties" or traits_of(kind).on_site == "no":
            kind = self._kind  # the dead of an outbreak are wherever it has spread
        spreads = traits_of(kind).on_site == "opening"
        sites = self._scene.before(index, self._opening if spreads else None)
        return tuple(p for p in sites if p.resolution.name not in speaking)

    def _last_place(self, index: int, placed: Sequence[Placed]) -> Placed:
        """Return what "there" points back to: the place of the claim before, in its paragraph."""
        for n in range(index - 1, -1, -1):
            if self._claims[n].paragraph != self._claims[index].paragraph:
                break
            last = tuple(p for p in primary(placed[n]) if p.role != "party")
            if last:
                return last[-1:]
        return ()

    def _setting(self, claim: Claim, own: Placed) -> Placed:
        """Return the country of the report for what must have happened somewhere in it."""
        country, traits = self._scene.country, traits_of(claim.event_type)
        if country is None or not self._scene.is_national or claim.stance == "requests":
            return ()
        if claim.certainty == "possible":
            return ()  # "cholera can be fatal" is true of any country
        foreign = any(
            p.resolution.place is not None
            and not holds(country.resolution, p.resolution, self._gazetteer)
            for p in own
        )
        return () if foreign or not traits.placed or traits.moves else (country,)

    def _stands_apart(self, index: int) -> bool:
        """Say whether the places of a part stand after a comma, and so belong to the whole."""
        named = [p for p in self._named[index] if p.explicit]
        return bool(named) and all(self._syntax.of(p.resolution.toponym.span).apart for p in named)

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

    def _thread(self, index: int, claim: Claim) -> Iterable[tuple[int, str]]:
        """Yield the claims whose place this one may share, the likeliest first."""
        claims = self._claims
        same = _around(self._in_sentence[claim.sentence], index)
        yield from ((n, "carried:sentence") for n in reversed(same) if n < index)
        yield from (
            (n, "carried:ahead")
            for n in same
            if n > index
            and claims[n].certainty == claim.certainty
            and (claims[n].part_of != index or self._stands_apart(n))
            and traits_of(claims[n].event_type).placed
        )
        if self._speakers.of(index).is_place:
            # A government speaks of what happens elsewhere.
            return
        speaker = claim.source.name
        reach = _REACH_OF_NARRATOR if speaker == NARRATOR else _REACH
        before = [
            n
            for n in reversed(_around(self._in_paragraph.get(claim.paragraph, ()), index))
            if n < index and claim.sentence - claims[n].sentence <= reach
        ]
        own = {n for n in before if claims[n].source.name == speaker}
        nearest = sorted(before, key=lambda n: (-claims[n].sentence, n not in own, -n))
        yield from ((n, "carried:speaker" if n in own else "carried:paragraph") for n in nearest)
        traits = traits_of(claim.event_type)
        told = claim.certainty not in _AHEAD and claim.stance != "requests"
        if traits.placed and told and not self._scene.is_background(claim):
            if self._is_of_match:
                # Who is hurt or fined in a report of a match is not told of a place.
                return
            yield from ((n, "carried:lead") for n in self._lead[:_MOST_CLAIMS] if n < index)

    @kept
    def _kind(self) -> str:
        """The kind of event that the report opens with."""
        told = (self._claims[n] for n in self._lead if self._scene.is_of_event(self._claims[n]))
        return next((claim.event_type for claim in told), "other")

    @kept
    def _is_of_match(self) -> bool:
        return any(self._claims[n].event_type == "sport" for n in self._lead)

    @kept
    def _in_sentence(self) -> dict[int, list[int]]:
        return _grouped((claim.sentence, n) for n, claim in enumerate(self._claims))

    @kept
    def _in_paragraph(self) -> dict[int, list[int]]:
        return _grouped(
            (claim.paragraph, n)
            for n, claim in enumerate(self._claims)
            if claim.event_type not in _NOWHERE
        )

    @kept
    def _opening(self) -> int:
        """The second paragraph with claims: the headline's story, or what follows the first."""
        return sorted({claim.paragraph for claim in self._claims})[:2][-1]

    @kept
    def _lead(self) -> tuple[int, ...]:
        """The claims that say what the report is about: those of its first paragraphs."""
        about = [
            n
            for n, claim in enumerate(self._claims)
            if claim.paragraph <= self._opening and claim.event_type not in _NOWHERE
        ]
        return tuple(sorted(about, key=lambda n: (-self._claims[n].paragraph, n)))

    def _finer_before(
        self,
        found: Placed,
        other: int,
        claim: Claim,
    ) -> Placed:
        """Return the finer place that the same speaker named in this paragraph, within `found`."""
        if len(found) != 1 or claim.source.name != self._claims[other].source.name:
            return ()
        for n in range(other - 1, -1, -1):
            before = self._claims[n]
            if before.paragraph != claim.paragraph or before.source.name != claim.source.name:
                break
            if len(self._named[n]) == 1:
                one, wide = self._named[n][0].resolution, found[0].resolution
                if is_finer(one, wide) and holds(wide, one, self._gazetteer):
                    return self._named[n]
        return ()


def _speaking(own: Placed, *, of_itself: bool = False) -> set[str]:
    """Return the names that a claim has in another part than that of its place.

    A ministry of health may speak of its own land: ``of_itself``.
    """
    parts = (p for p in own if p.role in _UNPLACED)
    return {p.resolution.name for p in parts if not (of_itself and is_country(p.resolution))}


def _is_event(placement: Placement) -> bool:
    return placement.role == "event_location"


def _is_spared(claim: Claim) -> bool:
    """Say whether nothing threatens: "There is no risk of a wave" is told of no place."""
    words = (claim.subject or "").lower().split()
    return words[:1] == ["no"] and not _THREATS.isdisjoint(words[1:4])


def _takes_place(claim: Claim, traits: Traits) -> bool:
    """Say whether a claim of this kind can be told of the place of another."""
    if (traits.counted and not claim.quantities) or _is_spared(claim):
        return False
    return traits.placed or traits.parties


def _around(claims: Sequence[int], index: int) -> Sequence[int]:
    """Return the claims of a sorted group on either side of one, as far as a thread reaches."""
    first = bisect_left(claims, index - _MOST_CLAIMS)
    last = bisect_left(claims, index + _MOST_CLAIMS, first)
    return [n for n in claims[first:last] if n != index]


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = {}
    for key, number in pairs:
        grouped.setdefault(key, []).append(number)
    return grouped

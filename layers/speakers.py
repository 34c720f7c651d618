"""Speakers that are named by a place: governments, and the countries that officials speak for."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from geo.gazetteer import Gazetteer, fold
from geo.model import Evidence, Resolution, Toponym
from layers.located import Located
from reading.kinds import acts_for_a_name
from reading.model import Claim, Source

NARRATOR = "narrator"
_LEADING = (
    "neighbouring ",
    "neighboring ",
    "both ",
    "the ",
    "either ",
    "neither ",
    "officials in ",
)
_PROMINENT = 2
_SPEAKS_FOR_ITSELF = 0.8
_STATE_BODIES = frozenset({"Administration", "Board", "Council", "Directorate", "Institute"})
_OF_STATES = frozenset({"head_of_state", "ministry"})
_UNDECIDED = frozenset({None, "other", "government_metonym"})


class Speaker(NamedTuple):
    """What the place names within a speaker's name say of them.

    ``country`` is ISO 3166-1 alpha-2; ``is_place`` says that the name is a place and stands for
    its government; ``named`` are the place names that stand in the words of the speaker.
    """

    type: str
    country: str | None
    is_place: bool
    named: tuple[Resolution, ...]


class Speakers:
    """The speakers of one article; what is learnt of one at one claim holds at all."""

    def __init__(self, claims: Sequence[Claim], located: Located, gazetteer: Gazetteer) -> None:
        self._located = located
        self._gazetteer = gazetteer
        self._by_name: dict[str, list[Resolution]] = {}
        for resolution in located:
            if resolution.place is not None and resolution.toponym.kind != "demonym":
                name = _bare(resolution.toponym.text)
                self._by_name.setdefault(name, []).append(resolution)
        heard = [self._look(claim.source) for claim in claims]
        known: dict[str, Speaker] = {}
        for claim, speaker in zip(claims, heard, strict=True):
            before = known.get(claim.source.name)
            if before is None or (before.country is None and speaker.country is not None):
                known[claim.source.name] = speaker
        self._speakers = [
            _with(speaker, known[claim.source.name])
            for claim, speaker in zip(claims, heard, strict=True)
        ]

    def of(self, index: int) -> Speaker:
        """Return what is known of the speaker of a claim; ``named`` are the words of this claim."""
        return self._speakers[index]

    def _look(self, source: Source) -> Speaker:
        if source.name == NARRATOR:
            return Speaker(source.type or "narrator", None, False, ())
        spans = [span for span in (source.affiliation, source.mention) if span is not None]
        named = tuple([r for span in spans for r in self._located.within(span)])
        if len(named) > 1:
            named = tuple({r.toponym.span: r for r in named}.values())
        speaking = self._same_name(source) or self._looked_up(source)
        if speaking is not None and not named:
            named = (speaking,)
        is_place = speaking is not None and source.type in _UNDECIDED
        first = speaking or next(iter(named), None)
        country = None
        if first is not None and first.place is not None:
            country = self._gazetteer.country_code(first.place)
        kind = "government_metonym" if is_place else self._kind(source, named)
        return Speaker(kind, country, is_place, named)

    def _kind(self, source: Source, named: Sequence[Resolution]) -> str:
        """Return the type of a speaker who is no place, by the places that their role names.

        A premier of a province is no head of state, its ministry none of the state's. Who speaks
        for a name that is no place speaks for a company, a party or a group.
        """
        kind = source.type or "other"
        places = [r for r in named if r.place is not None]
        if kind in _OF_STATES and places and all(map(_is_within_state, places)):
            return "official_spokesperson"
        if kind == "other" and places and places[0].precision == "country":
            # "The Ghana Gold Board" is the state's.
            board = source.role is None and source.name.rpartition(" ")[2] in _STATE_BODIES
            return "official_spokesperson" if board else kind
        named_for = source.affiliation is not None and not places
        if named_for and kind in {"official_spokesperson", "head_of_state"}:
            return "other" if acts_for_a_name(source.role or source.name) else kind
        return kind

    def _same_name(self, source: Source) -> Resolution | None:
        """Return the place whose name is the speaker's whole name."""
        for resolution in self._by_name.get(_bare(source.name), ()):
            if source.mention is None or source.mention.contains(resolution.toponym.span):
                return resolution
        return None

    def _looked_up(self, source: Source) -> Resolution | None:
        """Return the country or capital of the speaker's name, where it was taken for no place."""
        if source.type not in _UNDECIDED or source.mention is None:
            return None
        for place in self._gazetteer.places_named(_bare(source.name))[:_PROMINENT]:
            if place.precision == "country" or place.feature_code == "PPLC":
                return Resolution(
                    toponym=Toponym(source.mention, source.name, "metonym", source.name),
                    place=place,
                    name=place.name,
                    precision=place.precision,
                    latitude_deg=place.latitude_deg,
                    longitude_deg=place.longitude_deg,
                    confidence=_SPEAKS_FOR_ITSELF,
                    evidence=(Evidence("speaks", 0.0, f"{source.name} speaks, as a state does"),),
                )
        return None


def _is_within_state(resolution: Resolution) -> bool:
    """Say whether a place is less than a state: not the seat of its government either."""
    place = resolution.place
    wide = resolution.precision in {"country", "none", "vague_area"}
    return not wide and place is not None and place.feature_code != "PPLC"


def _with(here: Speaker, known: Speaker) -> Speaker:
    """Return a speaker with what is known of them from elsewhere in the report."""
    if here is known:
        return here
    return Speaker(
        type=here.type if here.type != "other" else known.type,
        country=here.country or known.country,
        is_place=here.is_place or known.is_place,
        named=here.named,
    )


@lru_cache(maxsize=256)  # the same speakers speak again
def _bare(name: str) -> str:
    folded = fold(name)
    for word in _LEADING:
        folded = folded.removeprefix(word)
    return folded

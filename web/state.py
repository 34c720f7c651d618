"""What an address says is shown: a selection, the layers and days that are on, a view, a panel."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, cast, get_args

from layers.facets import Facets
from layers.timeline import Lane, Timeline
from web.errors import ParameterError

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

REFERENCE = "reference"
REFERENCES = ("reference-names", "reference-counts", "reference-disputed")
PANELS = ("layers", "claims", "timeline")
_DAYS = "days"
_LONGEST_CHARS = 40


@dataclass(frozen=True, slots=True)
class Days:
    """Which days are shown; without them all."""

    lane: Lane = "refers"
    low: date | None = None
    high: date | None = None
    undated: bool = True

    @property
    def is_open(self) -> bool:
        """Whether nothing is hidden."""
        return self.low is None and self.high is None and self.undated


@dataclass(frozen=True, slots=True)
class State:
    """What the address says is shown.

    Parameters
    ----------
    claim, place : str or None
        The selected claim, or the shape whose claims are listed.
    layers : mapping of str to frozenset of str
        Of each group that is filtered, the ids that are on; groups that are not named are on.
    days : Days
    panel : str
        Which of the panels lies open beside the map.
    report : str or None
        Which report is read, where they are shown one at a time.
    """

    claim: str | None = None
    place: str | None = None
    layers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    days: Days = Days()
    panel: str = PANELS[0]
    report: str | None = None

    def shows(self, group: str, layer_id: str) -> bool:
        """Say whether a layer is on."""
        return group not in self.layers or layer_id in self.layers[group]

    @property
    def is_whole(self) -> bool:
        """Whether no filter hides a claim."""
        return self.days.is_open and not set(self.layers) - {REFERENCE}


def parse_days(arguments: "MultiDict[str, str]") -> Days:
    """Return which days the parameters ask for.

    Parameters
    ----------
    arguments : MultiDict
        ``lane``, ``from``, ``to``; ``undated`` counts only where ``filter=days`` is there too,
        since an unticked box sends nothing.

    Raises
    ------
    ParameterError
        A day is none, the days are the wrong way round, or the lane is unknown; names all of them.
    """
    problems: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for name in ("from", "to"):
        given = arguments.get(name, "").strip()
        try:
            days[name] = date.fromisoformat(given) if given else None
        except ValueError:
            problems[name] = f"{given[:_LONGEST_CHARS]!r} is no day; write 2024-10-24"
    lane = arguments.get("lane", "refers")
    if lane not in get_args(Lane):
        problems["lane"] = f"{lane[:_LONGEST_CHARS]!r}: write one of {', '.join(get_args(Lane))}"
    low, high = days.get("from"), days.get("to")
    if low is not None and high is not None and low > high:
        problems["to"] = "ends before it starts; write the later day here"
    if problems:
        raise ParameterError(problems)
    undated = _DAYS not in arguments.getlist("filter") or "undated" in arguments
    return Days(cast("Lane", lane), low, high, undated)


def parse_state(
    arguments: "MultiDict[str, str]",
    groups: Mapping[str, Collection[str]],
    claims: Collection[str],
    places: Collection[str],
) -> State:
    """Read the state from the address; what this map does not know is left out.

    Parameters
    ----------
    arguments : MultiDict
        ``claim`` or ``place``; ``filter=GROUP`` with ``layer=ID`` for each that is on in it; the
        days as in :func:`parse_days`; ``panel``.
    groups : mapping of str to collection of str
        The ids of each group of this map.
    claims, places : collection of str
        What can be selected on it.

    Raises
    ------
    ParameterError
        A day cannot be read.
    """
    claim, place = arguments.get("claim"), arguments.get("place")
    on = frozenset(arguments.getlist("layer"))
    layers = {
        group: on.intersection(groups[group])
        for group in arguments.getlist("filter")
        if group in groups
    }
    panel = arguments.get("panel")
    return State(
        claim=claim if claim in claims else None,
        place=place if place in places and claim not in claims else None,
        layers=layers,
        days=parse_days(arguments),
        panel=panel if panel in PANELS else PANELS[0],
        report=arguments.get("report"),
    )


def sift(state: State, facets: Facets, line: Timeline, claim_of: Sequence[str]) -> frozenset[str]:
    """Return the claims that are shown: on in every group at one place at least, and on those days.

    Parameters
    ----------
    state : State
    facets : Facets
    line : Timeline
    claim_of : sequence of str
        The claim of each annotation, in the order of ``facets.of``.
    """
    if state.is_whole:
        return frozenset(claim_of)
    days = state.days
    kept = line.within(days.lane, days.low, days.high, undated=days.undated)
    on = [state.shows(one.group, one.id) for one in facets.lines]
    return frozenset(
        claim
        for claim, own in zip(claim_of, facets.of, strict=True)
        if claim in kept and all(on[place] for place in own)
    )

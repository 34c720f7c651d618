"""One predicted claim beside one gold claim: which fields are right."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from layers.evaluation.gold import (
    AREAS,
    EVENT_ROLES,
    PINNABLE,
    PRIMARY_ROLES,
    UNPLACED_ROLES,
    Gold,
    GoldClaim,
    GoldPlace,
)
from layers.evaluation.names import GENERIC, STOP, compare_intervals, fold, head, similar
from layers.evaluation.prediction import Guess, GuessFeature, NamedPlace, qualifier_of

NARRATOR = frozenset({"", "narrator", "article", "article narrator", "the article", "none"})
NEAR_KM = 161.0
_EARTH_DIAMETER_KM = 12742.0
_NEARLY_THE_SAME = (frozenset({"city", "point"}), frozenset({"district", "city"}))


@dataclass(slots=True)
class Verdict:
    """What is right (`fields` count towards all_right) and what is counted (`marks`)."""

    fields: dict[str, bool] = field(default_factory=dict)
    marks: list[tuple[str, bool]] = field(default_factory=list)

    def mark(self, figure: str, hit: object) -> None:
        """Count one case of a figure."""
        self.marks.append((figure, bool(hit)))

    def settle(self, name: str, right: object) -> None:
        """Decide a field, and count it under its own name."""
        self.fields[name] = bool(right)
        self.mark(name, right)


def source_right(claim: GoldClaim, name: str | None, kind: str | None) -> bool:
    """Say whether a predicted speaker is the gold's, or one that it accepts."""
    source, plain = claim.source, " ".join(fold(name))
    if any(
        (accepted == "narrator" and plain in NARRATOR) or similar(name, accepted, STOP)
        for accepted in source.accept
    ):
        return True
    if source.type == "narrator":
        return plain in NARRATOR or plain == "unattributed"
    if source.type == "unattributed_reports" and kind == "unattributed_reports":
        return True
    return plain not in NARRATOR and any(similar(name, known, STOP) for known in source.names)


def same_place(place: GoldPlace, name: str) -> bool:
    """Say whether a predicted name means a gold place, under any of its names."""
    full = (place.name, *place.aliases)
    mentioned = (place.mention,) if place.mention else ()
    if any(fold(name) == fold(known) for known in (*full, *mentioned)):
        return True
    known_names = (*full, *(head(known) for known in (*full, *mentioned)))
    return any(similar(head(name), known, GENERIC) for known in known_names)


def fit(place: GoldPlace, name: str) -> tuple[int, str | None] | None:
    """Say how well a name fits a gold place: (rank, alias that it fits), None where it does not.

    Rank 0: the name itself or the words of the text; 1: an alias; 2: a similar name; 3: a similar
    alias.
    """
    words = fold(name)
    names = (place.name, *((place.mention,) if place.mention else ()))
    if any(words == fold(known) for known in names):
        return 0, None
    for alias in place.aliases:
        if words == fold(alias):
            return 1, alias
    if any(_alike(name, known) for known in names):
        return 2, None
    for alias in place.aliases:
        if _alike(name, alias):
            return 3, alias
    return None


def closest(places: Iterable[GoldPlace], names: Sequence[str]) -> list[tuple[GoldPlace, str]]:
    """Return the gold places that fit best, each with the name that fits."""
    ranked = [
        (found[0], place, name)
        for place in places
        for name in names
        if (found := fit(place, name)) is not None
    ]
    best = min((rank for rank, _, _ in ranked), default=None)
    return [(place, name) for rank, place, name in ranked if rank == best]


def judge(claim: GoldClaim, guess: Guess) -> Verdict:
    """Judge source, place, dates, quantity and stance of a matched pair."""
    verdict = Verdict()
    verdict.settle("source", source_right(claim, guess.source, guess.source_type))
    if guess.source_type:
        verdict.mark("source_type", guess.source_type == claim.source.type)
    _judge_event_place(claim, guess, verdict)
    _judge_dates(claim, guess, verdict)
    _judge_quantity(claim, guess, verdict)
    verdict.settle("stance", guess.stance in (claim.stance, *claim.stance_accept))
    return verdict


def _judge_event_place(claim: GoldClaim, guess: Guess, verdict: Verdict) -> None:
    primary = claim.primary
    shown = [place.name for place in guess.places if place.role in EVENT_ROLES]
    pinned = [place.name for place in guess.places if place.role in PRIMARY_ROLES]
    if primary and (pinned or not claim.no_pin_ok):
        found = [place for place in primary if any(same_place(place, name) for name in shown)]
        verdict.settle("place", found)
        verdict.mark("place_all", len(found) == len(primary))
        _judge_coordinates(claim, guess, verdict)
    else:
        verdict.fields["place"] = not pinned
        verdict.mark("no_pin", not pinned)
    traps = [
        place
        for place in claim.places
        if place.role in ("metonym", "speaker_seat")
        and not any(same_place(other, place.name) for other in primary)
    ]
    if traps:
        verdict.mark("false_pin", any(same_place(trap, name) for trap in traps for name in pinned))


def _judge_coordinates(claim: GoldClaim, guess: Guess, verdict: Verdict) -> None:
    fixed = [
        (place.longitude_deg, place.latitude_deg)
        for place in claim.primary
        if place.precision in ("point", "city", "region")
        and place.longitude_deg is not None
        and place.latitude_deg is not None
    ]
    points = []
    for feature in guess.features:
        named = closest(claim.places, feature.names)
        if feature.point and (not named or any(place.primary for place, _ in named)):
            points.append(feature.point)
    if fixed and points:
        near = any(_kilometres(gold, point) <= NEAR_KM for gold in fixed for point in points)
        verdict.mark("coord_161km", near)


def _judge_dates(claim: GoldClaim, guess: Guess, verdict: Verdict) -> None:
    if claim.events:
        right, touched = compare_intervals(claim.events, guess.event)
        verdict.settle("date", right)
        verdict.mark("date_overlap", touched)
        if claim.explicit:
            verdict.mark("date_explicit", right)
    if claim.statements and guess.statement != (None, None):
        verdict.mark("statement_date", compare_intervals(claim.statements, guess.statement)[0])


def _judge_quantity(claim: GoldClaim, guess: Guess, verdict: Verdict) -> None:
    wanted = {q.value for q in claim.quantities if q.value is not None and not q.optional}
    if wanted:
        verdict.settle(
            "quantity",
            any(abs(value - given) < 1e-9 for value in wanted for given in guess.values),
        )
        if guess.qualifiers:
            known = {qualifier_of(q.qualifier) for q in claim.quantities if q.qualifier}
            verdict.mark("qualifier", known & set(guess.qualifiers))
    else:
        spurious = set(guess.values) - claim.values
        verdict.fields["quantity"] = not spurious
        verdict.mark("quantity_spurious", spurious)


def judge_places(claim: GoldClaim, guess: Guess, gold: Gold) -> Verdict:
    """Judge role and precision of the places that were predicted."""
    events = [place for place in claim.places if place.role not in UNPLACED_ROLES]
    shown = [place for place in guess.places if place.role in EVENT_ROLES]
    roles, exact = [], []
    for place in claim.primary:
        named = _spoken_of(place, claim, shown)
        if not named:
            continue
        twins = {other.role for other in events if other is not place and other.name == place.name}
        allowed = {place.role} | place.role_accept
        given = {entry.role or "event_location" for entry in named}
        roles.append(bool(given & allowed) and given <= allowed | twins)
        exact.append(
            all(_precision_fits(e.precision, _precisions(place, e.name, gold)) for e in named)
        )
    verdict = Verdict()
    if roles:
        verdict.settle("place_role", all(roles))
        verdict.settle("place_precision", all(exact))
    traps = [place for place in claim.places if place.role in UNPLACED_ROLES]
    stray = [e.name for e in shown if not any(fit(place, e.name) for place in events)]
    if any(fit(trap, name) for trap in traps for name in stray):
        verdict.fields["place_role"] = False
    return verdict


def _spoken_of(place: GoldPlace, claim: GoldClaim, shown: Sequence[NamedPlace]) -> list[NamedPlace]:
    """Return the predicted places that mean this gold place, the best-fitting name only."""
    fitting = [(found[0], entry) for entry in shown if (found := fit(place, entry.name))]
    # An entry that names another place of the claim better speaks for that one.
    own = [
        (rank, entry)
        for rank, entry in fitting
        if any(other is place for other, _ in closest(claim.places, (entry.name,)))
    ] or fitting
    best = min((rank for rank, _ in own), default=None)
    return [entry for rank, entry in own if rank == best]


def invented_pin(feature: GuessFeature, claims: Sequence[GoldClaim], gold: Gold) -> bool:
    """Say whether a feature pins what the gold claims that it stands for leave without a pin."""
    if not feature.pinned:
        return False
    if feature.precision in AREAS:
        return True
    places = [place for claim in claims for place in claim.places]
    if named := closest(places, feature.names):
        return not any(
            place.role not in UNPLACED_ROLES and _precisions(place, name, gold) & PINNABLE
            for place, name in named
        )
    if feature.role in UNPLACED_ROLES:
        return True
    keys = [fold(name) for name in feature.names]
    elsewhere = [gold.precisions[key] for key in keys if key in gold.precisions]
    if elsewhere and not any(found & PINNABLE for found in elsewhere):
        return True
    if not claims:
        return False
    if not any(
        ({place.precision} | place.precision_accept) & PINNABLE for place in places if place.primary
    ):
        return True
    words = {word for claim in claims for word in fold(claim.quote)}
    return not elsewhere and not any(set(key) - GENERIC <= words for key in keys)


def _alike(name: str, known: str) -> bool:
    return any(similar(head(name), form, GENERIC) for form in (known, head(known)))


def _precisions(place: GoldPlace, name: str, gold: Gold) -> frozenset[str]:
    _, alias = fit(place, name) or (0, None)
    own = frozenset({place.precision})
    if alias:
        own = gold.precisions.get(fold(alias), own)
    return own | place.precision_accept


def _precision_fits(given: str, allowed: frozenset[str]) -> bool:
    return any(given == right or frozenset({given, right}) in _NEARLY_THE_SAME for right in allowed)


def _kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Great-circle distance on a sphere between (longitude, latitude) pairs in degrees."""
    phi1, phi2 = math.radians(left[1]), math.radians(right[1])
    haversine = (
        math.sin((phi2 - phi1) / 2) ** 2
        + math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(right[0] - left[0]) / 2) ** 2
    )
    return _EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(haversine)))

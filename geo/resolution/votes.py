"""How the names of a text vote on which divisions and neighbourhoods it is about.

Each name spreads one vote over the places that it could mean, by how probable they are so far, and
with each place over its division, its country, and the cells of the map around it. What is counted
is only what some place of a doubtful name lies in.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from geo.resolution import weights
from geo.resolution.candidates import Group, Key

ROUNDS = 2
_LEAST_SHARE = 0.02
_NOTHING = (0.0, 0.0)

_Votes = Mapping[Key, float]


def vote(unsure: Sequence[Group], believed: Sequence[Group]) -> None:
    """Re-rank the options of unsure names by the votes of all others.

    Groups of one name ("Paris", "the city of Paris") have one vote together, none for each other.
    """
    if not unsure:
        return
    base = [group.scores for group in unsure]
    asked = _asked(unsure)
    by_name: dict[str, list[Group]] = {}
    for group in believed:
        by_name.setdefault(group.name.key, []).append(group)
    ballots = {key: _ballot(groups, asked) for key, groups in by_name.items()}
    moved: set[str] = set()
    for step in range(ROUNDS):
        for key in moved & by_name.keys():
            ballots[key] = _ballot(by_name[key], asked)
        votes: dict[Key, float] = {}
        for ballot in ballots.values():
            for place, share in ballot.items():
                votes[place] = votes.get(place, 0.0) + share
        gains = [_gains(group, votes, ballots.get(group.name.key, {})) for group in unsure]
        if not moved and not any(gains):
            return
        for group, scores, gained in zip(unsure, base, gains, strict=True):
            if gained or group.name.key in moved:
                moved.add(group.name.key)
                _apply(group, scores, gained, final=step == ROUNDS - 1)


def _asked(unsure: Iterable[Group]) -> set[Key]:
    """Return what votes are counted for."""
    asked: set[Key] = set()
    for group in unsure:
        asked.update(group.name.ids, group.name.realms, group.name.cells)
    asked.discard(None)
    return asked


def _ballot(groups: Iterable[Group], asked: set[Key]) -> dict[Key, float]:
    """Return the vote of one name by the scores so far."""
    whole: dict[Key, float] = {}
    for group in groups:
        if len(group.options) == 1 and not whole:
            whole = dict.fromkeys(asked.intersection(group.options[0].site.backed), 1.0)
            continue
        ballot: dict[Key, float] = {}
        for option, share in zip(group.options, group.shares, strict=True):
            if share < _LEAST_SHARE:
                continue
            keys = asked.intersection(option.site.backed)
            if not ballot:
                ballot = dict.fromkeys(keys, share)
                continue
            for key in keys:
                ballot[key] = ballot.get(key, 0.0) + share
        for key, share in whole.items():
            ballot[key] = max(share, ballot.get(key, 0.0))
        whole = ballot
    return whole


def _gains(group: Group, votes: _Votes, own: _Votes) -> list[tuple[float, float]]:
    """Return what the other names' votes give each option: by division, and by neighbourhood.

    The list is empty where no name votes for any of them. Another name of the same place ("Dublin",
    "Dublin City") is no support for it. What reports name with more words if they mean it (`faint`)
    gets little.
    """
    name = group.name
    by_realm, by_cell = [*map(votes.get, name.realms)], [*map(votes.get, name.cells)]
    if not any(by_realm) and not any(by_cell):
        return []
    found: list[tuple[float, float]] = []
    columns = zip(group.options, name.faint, by_realm, by_cell, strict=True)
    for option, faint, in_realm, in_cell in columns:
        if in_realm is None and in_cell is None:
            found.append(_NOTHING)
            continue
        site, same_place = option.site, option.place.id
        same = votes.get(same_place, 0.0) - own.get(same_place, 0.0)
        division = near = 0.0
        if in_realm is not None:
            others = in_realm - own.get(site.realm, 0.0)
            if site.region is not None:
                others -= same
            if others > _LEAST_SHARE:
                division = weights.VOTE * math.log1p(4 * others)
        if in_cell is not None:
            others = in_cell - own.get(site.cell, 0.0) - same
            if others > _LEAST_SHARE:
                near = weights.NEAR * math.log1p(4 * others)
        if faint:
            division, near = division * weights.HAMLET_SHARE, near * weights.HAMLET_SHARE
        found.append((division, near))
    # A city has what lies near the division that is called like it: both lie in one spot.
    for at, city in name.twins:
        division, near = found[city]
        found[city] = division, max(near, found[at][1])
    return found


def _apply(
    group: Group, base: list[float], gains: Sequence[tuple[float, float]], *, final: bool
) -> None:
    """Add to each option what it gained, or take back what it gained before if that is nothing."""
    if not final:
        gained = zip(base, gains or [_NOTHING] * len(base), strict=True)
        group.rescore([score + division + near for score, (division, near) in gained])
        return
    group.rescore([*base])
    for at, (division, near) in enumerate(gains):
        if division:
            group.add(at, "division", division, "other names of the text lie in the same division")
        if near:
            group.add(at, "near", near, "other names of the text lie nearby")

"""The groups by which a map is filtered: who says it, how it stands, what it is about, how precise.

An annotation has one value in each group. The page shows it while all four are on; server, script
and stand-alone file count and hide by this one table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from geo.model import Precision
from layers.model import Annotation, MapDocument, Style
from layers.style import NARRATOR, PRECISION_WORDS, STATUS_WORDS, speaker_styles
from reading.model import Stance

Group = Literal["speaker", "status", "topic", "precision"]
GROUPS: tuple[Group, ...] = ("speaker", "status", "topic", "precision")
NOT_DRAWN = "not on the map"


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a group.

    Parameters
    ----------
    id : str
        Unique on the map: ``speaker-john-kirby``, ``status-denies``; of speakers and topics the id
        of their layer.
    title : str
        A speaker's name, or our own words for the rest.
    claims : int
        How many claims have it in at least one place; `unplaced` of them are drawn nowhere.
    look : Style or None
        Of a speaker.
    is_narrator : bool
        The speaker is the report's own voice.
    """

    id: str
    group: Group
    title: str
    claims: int
    unplaced: int
    look: Style | None = None
    is_narrator: bool = False


@dataclass(frozen=True, slots=True)
class Facets:
    """All values that a map has, and those of each annotation.

    ``of`` lists, for each annotation in text order, the positions in ``lines`` of its values.
    """

    lines: tuple[Facet, ...]
    of: tuple[tuple[int, int, int, int], ...]

    def group(self, group: Group) -> tuple[Facet, ...]:
        """Return the values of one group, in the order in which they are shown."""
        return tuple(line for line in self.lines if line.group == group)


def facets(document: MapDocument) -> Facets:
    """Return the values of a document; values without annotations make no line.

    Parameters
    ----------
    document : MapDocument
    """
    home: dict[str, dict[str, str]] = {"speaker": {}, "topic": {}}
    titles: dict[str, tuple[Group, str]] = {}
    for kind in ("speaker", "topic"):
        for layer in document.layers:
            if layer.kind == kind:
                titles[layer.id] = (kind, layer.title)
                home[kind].update(dict.fromkeys(layer.annotation_ids, layer.id))
    titles |= {status_id(stance): ("status", words) for stance, words in STATUS_WORDS.items()}
    titles |= {
        precision_id(one): ("precision", NOT_DRAWN if one == "none" else words)
        for one, words in PRECISION_WORDS.items()
    }
    keys = [
        (
            home["speaker"][a.id],
            status_id(a.how.stance),
            home["topic"][a.id],
            precision_id(a.where.place_precision if a.geometry is not None else "none"),
        )
        for a in document.annotations
    ]
    claims: dict[str, set[str]] = {}
    claim_of = [a.claim_id for a in document.annotations]
    for values in zip(*keys, strict=True):
        for key, claim in zip(values, claim_of, strict=True):
            if key not in claims:
                claims[key] = set()
            claims[key].add(claim)
    placed = {a.claim_id for a in document.annotations if a.geometry is not None}
    narrator = next(
        (home["speaker"][a.id] for a in document.annotations if a.who.source == NARRATOR), None
    )
    looks = _looks(document.annotations, home["speaker"])
    order = [key for group in GROUPS for key, (kind, _) in titles.items() if kind == group]
    lines = tuple(
        Facet(
            id=key,
            group=titles[key][0],
            title=titles[key][1],
            claims=len(claims[key]),
            unplaced=len(claims[key] - placed),
            look=looks.get(key),
            is_narrator=key == narrator,
        )
        for key in order
        if key in claims
    )
    rank = {line.id: place for place, line in enumerate(lines)}
    of = tuple((rank[a], rank[b], rank[c], rank[d]) for a, b, c, d in keys)
    return Facets(lines, of)


@cache
def status_id(stance: Stance) -> str:
    """Return the id of a status.

    >>> status_id("neither_confirms_nor_denies")
    'status-neither-confirms-nor-denies'
    """
    return f"status-{stance.replace('_', '-')}"


@cache
def precision_id(precision: Precision) -> str:
    """Return the id of a precision."""
    return f"precision-{precision.replace('_', '-')}"


def _looks(annotations: tuple[Annotation, ...], home: Mapping[str, str]) -> dict[str, Style]:
    styles = speaker_styles(annotations)
    first = {a.who.source: a.id for a in reversed(annotations)}
    return {home[first[speaker]]: look for speaker, look in styles.items()}

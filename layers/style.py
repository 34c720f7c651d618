"""One table for every look: map, legend, figure and stand-alone file cannot disagree.

Hue says who speaks (Okabe and Ito's palette, safe for colour-blind readers, never red against
green); the line says the status of the claim; the hatch says how precise the place is. Seven hues
at most: the next seven speakers get the same hues broken by a stripe, the next by a hole, and from
the twenty-second on looks come back, told apart by name and number alone.
"""

from collections.abc import Iterable, Mapping

from geo.model import Precision
from layers.model import DRAWN_ROLES, Annotation, Hatch, LegendEntry, PlaceRole, Shape, Style
from reading.model import Stance

NARRATOR = "narrator"
NARRATOR_COLOUR = "#55585c"
SPEAKER_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#b0508a", "#c98a00", "#3a9bd9", "#882255")
BOUNDARY_COLOUR = "#6b6f76"
LAPS = 3

# SVG stroke-dasharray: solid is stated, dashed denied, dotted not confirmed.
DASHES: Mapping[Stance, str | None] = {
    "asserts": None,
    "denies": "8 5",
    "neither_confirms_nor_denies": "1.5 5",
    "speculates": "1.5 5",
    "pledges": "14 4 2 4",
    "threatens": "14 4 2 4",
    "requests": "14 4 2 4",
}
STATUS_WORDS: Mapping[Stance, str] = {
    "asserts": "stated",
    "denies": "denied",
    "neither_confirms_nor_denies": "neither confirmed nor denied",
    "speculates": "speculated",
    "pledges": "pledged",
    "threatens": "threatened",
    "requests": "requested",
}
PRECISION_WORDS: Mapping[Precision, str] = {
    "point": "exact spot",
    "city": "town or city",
    "district": "district",
    "region": "region, exact spot not stated",
    "country": "country, exact spot not stated",
    "vague_area": "area without fixed borders, exact spot not stated",
    "none": "no place given",
}
_HATCHES: Mapping[Precision, Hatch] = {
    "region": "diagonal",
    "country": "back",
    "vague_area": "dots",
}
_SHAPES: Mapping[PlaceRole, Shape] = {
    "origin": "square",
    "destination": "triangle",
    "party": "diamond",
}


def speakers(annotations: Iterable[Annotation]) -> tuple[str, ...]:
    """Return the speakers in order of appearance, the article's own voice last."""
    seen = dict.fromkeys(annotation.who.source for annotation in annotations)
    narrator = seen.pop(NARRATOR, True) is None
    return (*seen, NARRATOR) if narrator else tuple(seen)


def speaker_styles(annotations: Iterable[Annotation]) -> dict[str, Style]:
    """Return the base look of each speaker: solid, unhatched.

    Examples
    --------
    >>> speaker_styles(())
    {}
    """
    styles: dict[str, Style] = {}
    for rank, speaker in enumerate(speakers(annotations)):
        if speaker == NARRATOR:
            styles[speaker] = Style(NARRATOR_COLOUR, None, "none", "circle", 1.6, 0.10)
            continue
        lap, hue = divmod(rank, len(SPEAKER_COLOURS))
        styles[speaker] = Style(SPEAKER_COLOURS[hue], None, "none", "circle", 2.0, 0.14, lap % LAPS)
    return styles


def style_of(annotation: Annotation, styles: Mapping[str, Style]) -> Style:
    """Return how one annotation is drawn.

    Parameters
    ----------
    annotation : Annotation
    styles : mapping
        As :func:`speaker_styles` gave for the whole document.
    """
    base = styles[annotation.who.source]
    return Style(
        colour=base.colour,
        dash=DASHES[annotation.how.stance],
        hatch=_hatch(annotation.where.place_precision),
        shape=_shape(annotation),
        stroke_px=base.stroke_px,
        fill_opacity=base.fill_opacity,
        lap=base.lap,
    )


def legend(annotations: tuple[Annotation, ...]) -> tuple[LegendEntry, ...]:
    """Return the legend's lines for just these annotations, claims counted once."""
    styles = speaker_styles(annotations)
    entries: list[LegendEntry] = []
    claims: dict[str, set[str]] = {}
    for annotation in annotations:
        claims.setdefault(annotation.who.source, set()).add(annotation.claim_id)
    for speaker in speakers(annotations):
        label = "the report itself" if speaker == NARRATOR else speaker
        entries.append(
            LegendEntry("speaker", speaker, label, styles[speaker], len(claims[speaker]))
        )
    neutral = Style(BOUNDARY_COLOUR, None, "none", "circle", 2.0, 0.0)
    for stance, words in STATUS_WORDS.items():
        count = len({a.claim_id for a in annotations if a.how.stance == stance})
        if count:
            line = Style(neutral.colour, DASHES[stance], "none", "circle", 2.0, 0.0)
            entries.append(LegendEntry("status", stance, words, line, count))
    for precision, words in PRECISION_WORDS.items():
        drawn = [a for a in annotations if a.geometry and a.where.place_precision == precision]
        if drawn:
            look = Style(neutral.colour, None, _hatch(precision), "circle", 1.2, 0.10)
            count = len({a.drawn.shape for a in drawn})
            entries.append(LegendEntry("geometry", precision, words, look, count))
    flows = {a.drawn.shape for a in annotations if a.drawn.geometry_role == "flow"}
    if flows:
        entries.append(
            LegendEntry(
                "geometry", "flow", "from origin to destination, no route", neutral, len(flows)
            )
        )
    entries.append(
        LegendEntry(
            "boundary",
            "disputed",
            "disputed boundary",
            Style(BOUNDARY_COLOUR, "4 4", "none", "circle", 1.2, 0.0),
            0,
        )
    )
    placed = {a.claim_id for a in annotations if a.geometry}
    unplaced = len({a.claim_id for a in annotations} - placed)
    entries.append(LegendEntry("unplaced", "unplaced", "no place given", neutral, unplaced))
    return tuple(entries)


def is_drawn(annotation: Annotation) -> bool:
    """Say whether the annotation has a mark on the map."""
    return annotation.geometry is not None and annotation.where.place_role in DRAWN_ROLES


def _hatch(precision: Precision) -> Hatch:
    return _HATCHES.get(precision, "none")


def _shape(annotation: Annotation) -> Shape:
    return _SHAPES.get(annotation.where.place_role, "circle")

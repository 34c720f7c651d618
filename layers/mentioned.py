"""Places of a report whose claims cannot be read, each under the sentence that names it.

Claims are read in English only. A report in another language still names places, so its sentences
stand as *mentions*: the report's own voice, no date, ``certainty`` unknown, and every place that
the sentence names as itself. Demonyms and metonyms are left out, as nothing is read of who acts.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Resolution
from layers.placement import Placement, key_of
from layers.speakers import NARRATOR
from reading.language import reads_as_english
from reading.model import Claim, Reading, Sentence, Source

EVENT_TYPE = "mention"
_PLACES = frozenset({"literal", "vague_region", "coordinate"})

Mentions = tuple[Reading, tuple[tuple[Placement, ...], ...]]


def mentions(reading: Reading, resolutions: Sequence[Resolution]) -> Mentions | None:
    """Return the report with its sentences as mentions, and the places of each; None if it is read.

    Parameters
    ----------
    reading : Reading
    resolutions : sequence of Resolution
        In text order.
    """
    if reads_as_english(reading.article.language, reading.article.text):
        return None
    claims: list[Claim] = []
    places: list[tuple[Placement, ...]] = []
    for sentence in reading.segmentation.sentences:
        named = _named(sentence, resolutions)
        if named:
            claims.append(_mention(sentence))
            places.append(named)
    return replace(reading, claims=tuple(claims)), tuple(places)


def _named(sentence: Sentence, resolutions: Sequence[Resolution]) -> tuple[Placement, ...]:
    found: dict[tuple[object, ...], Placement] = {}
    for resolution in resolutions:
        if (
            resolution.toponym.kind in _PLACES
            and resolution.place is not None
            and sentence.span.contains(resolution.toponym.span)
        ):
            placement = Placement(resolution, "event_location", explicit=True, rules=("mention",))
            found.setdefault(key_of(placement), placement)
    return tuple(found.values())


def _mention(sentence: Sentence) -> Claim:
    return Claim(
        evidence=sentence.span,
        content=sentence.span,
        sentence=sentence.index,
        paragraph=sentence.paragraph,
        ordinal=0,
        source=Source(NARRATOR, None, "narrator"),
        attribution="narrator",
        cue=None,
        stance="asserts",
        certainty="unknown",
        hedges=(),
        subject=None,
        object=None,
        event_type=EVENT_TYPE,
        quantities=(),
        event_start=None,
        event_end=None,
        event_time=None,
        date_basis="none",
        statement_start=None,
        statement_end=None,
        statement_time=None,
        slots=(),
        rules=("mention",),
    )

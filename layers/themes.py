"""What a report is about: the kind of event that a claim without a telling word belongs to.

"The engine had failed twice" names no kind of event; in a report that opens with a wreck it tells
of the wreck, and stands among its claims on the map. It says no more than before of where anything
happened: the theme is taken when all places are known.
"""

from collections import Counter

from reading.model import Claim, Reading

RULE = "event:theme"
_THEMES = frozenset({"crime", "disaster", "economy", "health", "protest", "sport"})
_NEUTRAL = frozenset({"casualties", "evacuation", "other", "position", "statement"})
_UNTOLD = frozenset({"other", "troop_presence"})
_OPENING_PARAGRAPHS = 2


def theme_of(reading: Reading) -> str | None:
    """Return the kind of event that a report opens with, if most of its opening is of one kind."""
    claims, sentences = reading.claims, reading.segmentation.sentences
    body = sorted({c.paragraph for c in claims if not sentences[c.sentence].is_headline})
    last = body[:_OPENING_PARAGRAPHS][-1] if body else None
    if last is None:
        return None
    opening = Counter(c.event_type for c in claims if c.paragraph <= last)
    told = {kind: count for kind, count in opening.items() if kind not in _NEUTRAL}
    theme = max(sorted(told), key=told.__getitem__, default=None)
    if theme not in _THEMES or 2 * told[theme] <= sum(told.values()):
        return None
    return theme


def themed(claim: Claim, theme: str) -> str:
    """Return the kind of a claim: its own, or the theme where it names none.

    The officers and units of a report of crimes, fires or matches are no troops.
    """
    return theme if claim.event_type in _UNTOLD else claim.event_type

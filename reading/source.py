"""The source of a claim: the report itself, a speaker as the report names him, or nobody named."""

from reading.cues import Frame
from reading.mention import Mention
from reading.model import Source
from reading.phrases import Tokens, span_of

NARRATOR = Source(name="narrator", mention=None, type="narrator")
UNATTRIBUTED = {
    "reported": "unattributed reports",
    "alleged": "unattributed allegations",
    "believed": "unattributed belief",
}
HEARSAY = frozenset({"reports", "report", "sources", "rumours", "rumors", "allegations"})


def as_source(mention: Mention, full: Mention, *, inherited: bool) -> Source:
    """Return the speaker of a claim: named as `full`, standing where `mention` stands."""
    return Source(
        name=full.name,
        mention=mention.span,
        type=full.type or mention.type,
        role=full.role or mention.role,
        inherited=inherited,
        medium=mention.medium,
        affiliation=full.affiliation or mention.affiliation,
    )


def unattributed(tokens: Tokens, frame: Frame) -> Source:
    """Return the source of "is said to", "was accused of": nobody, in the manner of the cue."""
    kind = "alleged" if frame.cue.passive == "accused" else frame.cue.certainty
    name = UNATTRIBUTED.get(kind, UNATTRIBUTED["reported"])
    return Source(name, span_of(tokens, frame.words), "unattributed_reports")


def without_hearsay(mention: Mention, full: Mention) -> Mention:
    """Return the speaker, or nobody where "reports" speak; "the report" is a document."""
    if mention.type != "unattributed_reports" or mention.name.lower() not in HEARSAY:
        return full
    if full.name != mention.name or (mention.definite and mention.head == "report"):
        return full
    return mention._replace(name=UNATTRIBUTED["reported"])

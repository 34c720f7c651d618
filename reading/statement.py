"""A statement: one thing said by one speaker, where it stands, and by which cue."""

from dataclasses import dataclass

from reading.clause import Clause
from reading.cues import Cue, Frame
from reading.filled import filled
from reading.model import Attribution, Source
from reading.phrases import Range, Tokens


@filled
@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said by one speaker.

    Parameters
    ----------
    sentence : int
        Index of the sentence.
    tokens : sequence of Token
        Its words, or a stretch of them where it is longer than any prose.
    evidence, content : Range
        Words of the sentence: with and without cue and speaker.
    clause : Clause
    frame : Frame or None
        The attribution; None where the speaker is inherited or the narrator.
    cue : Cue or None
        The cue that gives the stance: the frame's own, or that of the speech it reports.
    source : Source
    attribution : str
    frame_words : tuple of Range
        Words of the sentence that belong to cue and speaker: what is dated there is the statement.
    lead : int or None
        Index of the statement that this one was split from.
    inherits : int or None
        Index of the statement whose speaker, and time of speaking, this one keeps.
    direct : bool
        The content is quoted speech.
    rules : tuple of str
    """

    sentence: int
    tokens: Tokens
    evidence: Range
    content: Range
    clause: Clause
    frame: Frame | None
    cue: Cue | None
    source: Source
    attribution: Attribution
    frame_words: tuple[Range, ...]
    lead: int | None
    inherits: int | None
    direct: bool
    rules: tuple[str, ...]

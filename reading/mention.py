"""A mention of a speaker, and the pronouns that can stand for one."""

from typing import NamedTuple

from reading.model import SourceType, Span

PERSON_PRONOUNS = {"he": "m", "him": "m", "she": "f", "her": "f"}
GROUP_PRONOUNS = frozenset({"they", "them", "both"})


class Mention(NamedTuple):
    """A mention of a speaker.

    ``name`` and ``role`` are as printed, without articles; ``person``, ``body``, ``plural`` and
    ``gender`` say which pronouns can stand for it; ``definite`` that it points back ("the agency");
    ``proper`` that a name stands in it; ``head`` is the head noun where there is no person's name.
    """

    span: Span
    name: str
    role: str | None
    type: SourceType | None
    person: bool
    body: bool
    plural: bool
    gender: str | None
    definite: bool
    proper: bool
    head: str | None
    medium: str | None = None
    affiliation: Span | None = None

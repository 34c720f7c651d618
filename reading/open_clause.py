"""The clause that is being read: what of a range was read since the last cut, and a cut."""

from typing import NamedTuple

from reading.clause import Kind
from reading.openings import counted, subject_and_verb
from reading.phrases import Tokens, has_finite


class Cut(NamedTuple):
    """Where a clause ends, where the next begins, and what that is."""

    stop: int
    start: int
    kind: Kind


class OpenClause:
    """A clause from its first word to the end of the range that it may be cut from.

    ``border`` is where what may be joined to begins: past the last word that subordinates.
    """

    __slots__ = (
        *("begin", "border", "charges", "colon", "end", "framed", "headline", "kind", "tokens"),
    )

    def __init__(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        *,
        headline: bool,
        charges: bool,
        colon: bool,
        framed: bool,
    ) -> None:
        self.tokens = tokens
        self.begin = self.border = start
        self.end = end
        self.kind: Kind = "main"
        self.headline, self.charges = headline, charges
        self.colon, self.framed = colon, framed

    def begins(self, cut: Cut) -> None:
        """Go on with the clause behind a cut."""
        self.begin = self.border = cut.start
        self.kind = cut.kind

    def has_verb(self, stop: int) -> bool:
        """Say whether a finite verb stands in it before a word."""
        return has_finite(self.tokens, self.begin, stop)

    def has_infinitive(self, stop: int) -> bool:
        """Say whether an infinitive stands in it before a word."""
        return any(self.tokens[n].tag == "VB" for n in range(self.begin, stop))

    def clause_at(self, index: int) -> bool:
        """Say whether a subject and its verb stand ahead."""
        return subject_and_verb(self.tokens, index, self.end)

    def counted(self, index: int, reach: int | None = None) -> bool:
        """Say whether a number stands ahead."""
        stop = self.end if reach is None else min(self.end, index + reach)
        return counted(self.tokens, index, stop)

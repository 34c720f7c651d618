"""What an extractor hands over, and where its words stand in the text.

A proposal is somebody else's reading of a claim. Nothing of it is believed before its words were
found in the text, letter by letter, and its terms among those that a claim may have.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, get_args

from reading.errors import ProposalError
from reading.model import Attribution, Certainty, Span, Stance

_SHOWN = 60
_TERMS = (
    ("stance", frozenset(get_args(Stance))),
    ("certainty", frozenset(get_args(Certainty))),
    ("attribution", frozenset(get_args(Attribution))),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim as an extractor hears it.

    Parameters
    ----------
    quote : str
        The words of the claim exactly as they are printed, white space included.
    source : str or None
        Who says it, by a name that stands in the text, or one of the names for reports of nobody
        ("unattributed reports"); None is the article's own voice.
    stance, certainty, attribution : str
        Terms of :data:`~reading.model.Stance`, :data:`~reading.model.Certainty` and
        :data:`~reading.model.Attribution`.
    event_type : str, optional
        Of the closed list; by default the rules choose.
    cue : str, optional
        The printed words that show that somebody speaks.
    subject, object : str, optional
        Of the claim's verb, as printed; by default the rules'.
    near : int, optional
        Code-point offset near which the quote starts, where the words stand more than once.
    """

    quote: str
    source: str | None
    stance: str
    certainty: str
    attribution: str
    event_type: str | None = None
    cue: str | None = None
    subject: str | None = None
    object: str | None = None
    near: int | None = None

    def unknown_term(self) -> str | None:
        """Return in words which term no claim may have, or None."""
        for name, terms in _TERMS:
            value = getattr(self, name)
            if value not in terms:
                return f"{name} {shown(str(value))} is none of {', '.join(sorted(terms))}"
        return None


_OPTIONAL = frozenset(f.name for f in fields(Proposal) if f.default is not MISSING) | {"source"}
_NAMES = tuple(f.name for f in fields(Proposal))


def parse_proposals(data: bytes) -> tuple[Proposal, ...]:
    """Read proposals from a JSON list of objects whose members are the fields of `Proposal`.

    Raises
    ------
    ProposalError
        The bytes are no such list.

    Examples
    --------
    >>> parse_proposals(b'[{"quote": "Rain fell.", "source": null, "stance": "asserts",'
    ...                 b' "certainty": "stated", "attribution": "narrator"}]')[0].quote
    'Rain fell.'
    """
    try:
        records = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ProposalError(f"proposals are no JSON in UTF-8: {error}") from error
    if not isinstance(records, list):
        raise ProposalError("proposals are a JSON list of objects; this is no list")
    return tuple(_proposal(record, number) for number, record in enumerate(records, start=1))


def _proposal(record: object, number: int) -> Proposal:
    if not isinstance(record, Mapping):
        raise ProposalError(f"proposal {number} is no JSON object")
    for name in record:
        if name not in _NAMES:
            raise ProposalError(
                f"proposal {number} has an unknown member {shown(name)};"
                f" there are {', '.join(_NAMES)}"
            )
    values: dict[str, Any] = {"source": None}
    for name in _NAMES:
        value = record.get(name)
        kind = int if name == "near" else str
        if value is None and name in _OPTIONAL:
            continue
        if not isinstance(value, kind) or isinstance(value, bool):
            wanted = "a number of characters" if kind is int else "a string"
            raise ProposalError(f"proposal {number}: {name!r} must be {wanted}")
        values[name] = value
    return Proposal(**values)


def shown(words: str) -> str:
    """Return foreign words fit for a warning: short, on one line, without lone surrogates."""
    line = " ".join(words.encode("utf-8", "replace").decode("utf-8").split())
    return f"“{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + '…'}”"


class Finder:
    """Finds words in one text, exactly as they are given."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._used: dict[str, set[int]] = {}
        self._next: dict[str, int] = {}

    def quote(self, words: str, near: int | None) -> Span | None:
        """Return where a quote stands: nearest to `near`, else the first place not yet used.

        Where every place was used it is the first again, for two may say the same in one breath.
        """
        start = self._first_unused(words) if near is None else self._nearest(words, near)
        if start < 0:
            return None
        self._used.setdefault(words, set()).add(start)
        return Span(start, start + len(words))

    def _nearest(self, words: str, near: int) -> int:
        near = min(max(near, 0), len(self._text))
        before = self._text.rfind(words, 0, near + len(words))
        after = self._text.find(words, near)
        if before < 0 or after < 0:
            return max(before, after)
        return before if near - before <= after - near else after

    def _first_unused(self, words: str) -> int:
        used = self._used.get(words, set())
        start = self._text.find(words, self._next.get(words, 0))
        while start in used:
            start = self._text.find(words, start + 1)
        self._next[words] = len(self._text) if start < 0 else start + 1
        return self._text.find(words) if start < 0 else start

    def holds(self, words: str) -> bool:
        """Say whether the words stand in the text, with something other than white space."""
        return bool(words.strip()) and words in self._text

    def around(self, words: str, where: Span, within: Span | None = None) -> Span | None:
        """Return whole words in `where`, else the last before it, else the first behind it.

        Parameters
        ----------
        words : str
        where : Span
        within : Span, optional
            How far to look; by default the whole text.
        """
        if not self.holds(words):
            return None
        left = r"(?<!\w)" if words[0].isalnum() else ""
        right = r"(?!\w)" if words[-1].isalnum() else ""
        pattern = re.compile(left + re.escape(words) + right)
        low, high = (within.start, within.end) if within is not None else (0, len(self._text))
        before: Span | None = None
        for match in pattern.finditer(self._text, low, high):
            found = Span(*match.span())
            if where.contains(found):
                return found
            if found.start > where.start:
                return before or found
            before = found
        return before

"""An article and the stretches of its text, which all else is built on.

All offsets are Unicode code points of ``Article.text``, end exclusive; the text is the decoded
input unchanged, so ``article.text[span.start:span.end]`` is always the verbatim words. They stand
apart from :mod:`reading.model` because finding places needs them and no claims.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

DateSource = Literal["given", "dateline", "metadata"]


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A stretch of an article's text.

    Parameters
    ----------
    start, end : int
        Code-point offsets, end exclusive; ``0 <= start <= end``.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span needs 0 <= start <= end, not {start}, {end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the verbatim words of the span."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Say whether `other` lies wholly in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


# Hundreds are made of a report: their slots are filled without looking them up by name.
_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


@dataclass(frozen=True, slots=True)
class Article:
    """One report: its unchanged text, and what is known about it.

    Parameters
    ----------
    id : str
        Slug that names the article within a map.
    text : str
        The decoded input unchanged; of HTML, the extracted text.
    sha256 : str
        Hex digest of ``text`` in UTF-8.
    title, publisher, author, url, url_archived : str or None
        As given or found; never guessed.
    headline : Span or None
        Where the headline stands within ``text``, if it stands there.
    date_published : date or None
        Day of publication in ``timezone``; None leaves relative dates open.
    date_source : {"given", "dateline", "metadata"} or None
        How the date is known.
    date_accessed : date or None
        When the reader fetched the text.
    language : str
        BCP 47 primary subtag, ``"en"``; ``"und"`` where it cannot be told.
    timezone : str or None
        IANA name that the publication date is read in.
    dateline : Span or None
        The "KYIV, Oct 24 —" that opens the text.
    warnings : tuple of str
        Doubts the reader must see, in words.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    url_archived: str | None = None
    headline: Span | None = None
    date_published: date | None = None
    date_source: DateSource | None = None
    date_accessed: date | None = None
    language: str = "en"
    timezone: str | None = None
    dateline: Span | None = None
    warnings: tuple[str, ...] = ()

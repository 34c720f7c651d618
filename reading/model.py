"""The values that reading works with: an article, what it is cut into, and the claims it makes.

All offsets are Unicode code points of ``Article.text``, end exclusive; the text is the decoded
input unchanged, so ``article.text[span.start:span.end]`` is always the verbatim words.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Stance = Literal[
    "asserts",
    "denies",
    "neither_confirms_nor_denies",
    "speculates",
    "pledges",
    "threatens",
    "requests",
]
Certainty = Literal[
    "stated",
    "reported",
    "alleged",
    "believed",
    "expected",
    "planned",
    "possible",
    "unknown",
    "not_committed",
    "counterfactual",
]
Attribution = Literal[
    "direct", "indirect", "mixed", "headline_colon", "continuation", "embedded", "narrator"
]
SourceType = Literal[
    "intelligence_agency",
    "official_spokesperson",
    "head_of_state",
    "government_metonym",
    "military_spokesperson",
    "ministry",
    "state_media",
    "media",
    "intergovernmental_organisation",
    "eyewitness",
    "unattributed_reports",
    "narrator",
    "other",
]
Qualifier = Literal[
    "exactly",
    "approximately",
    "at_least",
    "up_to",
    "more_than",
    "less_than",
    "nearly",
    "including",
    "some",
    "several",
    "dozens",
    "hundreds",
    "thousands",
    "millions",
]
DateSource = Literal["given", "dateline", "metadata"]
DateBasis = Literal["expression", "carried", "tense", "none"]
DatePrecision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "vague"]
SlotFunction = Literal["source", "subject", "object", "oblique", "modifier", "quoted"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text.

    Parameters
    ----------
    start, end : int
        Code-point offsets, end exclusive; ``0 <= start <= end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}, {self.end}")

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


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` and `index` count from 0 (a headline is a paragraph too)."""

    span: Span
    paragraph: int
    index: int
    is_headline: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    ``span`` includes the marks, ``content`` leaves them out; ``continues`` says that the quotation
    goes on from the paragraph before (no closing mark stood there).
    """

    span: Span
    content: Span
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Segmentation:
    """An article cut into paragraphs, sentences and quotations, each in text order."""

    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, and the days they mean.

    Parameters
    ----------
    span : Span
    start, end : date or None
        Inclusive; None is an open or unknown side.
    precision : str
        Size of the unit named.
    approximate : bool
        True for "around", "early", "recent".
    kind : str
        The rule family: ``weekday``, ``month``, ``month_day``, ``duration`` …
    edtf : str
        ISO 8601-2 (EDTF level 1) form, ``"2024-10-24"``, ``"2024-10/2024-11"``, ``"../2024"``.
    """

    span: Span
    start: date | None
    end: date | None
    precision: DatePrecision
    approximate: bool
    kind: str
    edtf: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many of what.

    ``value`` is the printed number (3000 for "at least 3,000") and None for some, several, dozens,
    which fill ``minimum`` and ``maximum`` only; None there is an open side. ``unit`` is the head
    noun as printed in lower case ("soldiers", "camps", "per cent", "killed").
    """

    span: Span
    value: float | None
    minimum: float | None
    maximum: float | None
    qualifier: Qualifier
    unit: str | None
    unit_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it.

    Parameters
    ----------
    name : str
        Fullest name the article gives ("John Kirby"); ``"narrator"`` for the article's own voice.
    mention : Span or None
        Where the speaker stands in the words of this claim, or of the claim it is inherited from.
    type : str or None
        What reading can tell from titles and nouns; place-named governments are decided later.
    role : str or None
        The title or appositive as printed.
    inherited : bool
        True where the words of the claim do not name the speaker.
    via : str or None
        The relaying outlet ("quoted by Yonhap").
    medium : str or None
        The channel ("Telegram channel", "briefing").
    affiliation : Span or None
        Words of the role or name that hold a place name, if any ("U.S. National Security Council").
    """

    name: str
    mention: Span | None
    type: SourceType | None
    role: str | None = None
    inherited: bool = False
    via: str | None = None
    medium: str | None = None
    affiliation: Span | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A syntactic slot of a claim, for whatever names stand in it.

    Parameters
    ----------
    span : Span
        The words of the slot, without the preposition.
    function : str
        ``source``: within the words that name the speaker; ``subject`` and ``object`` of the
        claim's verb; ``oblique``: after a preposition; ``modifier``: before a noun ("Russian
        forces"); ``quoted``: a name inside quoted speech of which nothing more is known.
    preposition : str or None
        Lower case: "in", "into", "from", "against".
    governor : str or None
        Lemma of the verb or noun that governs the slot: "enter", "arrive", "invasion".
    """

    span: Span
    function: SlotFunction
    preposition: str | None = None
    governor: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing claimed by one source.

    ``ordinal`` tells claims with the same span and source apart; ``evidence`` is the verbatim span;
    ``content`` is the part of it that says what is claimed (without cue and speaker). ``carried``
    holds slots of earlier claims of the same thread that this one silently keeps ("three camps" in
    the sentence after "eastern Russia"), nearest first. ``same_sentence_as`` is the ordinal of the
    claim it was split from, ``anaphor`` the span of "this", "these accusations" that points back,
    and ``antecedent`` the index of the claim that it points to, or None.
    """

    evidence: Span
    content: Span
    sentence: int
    paragraph: int
    ordinal: int
    source: Source
    attribution: Attribution
    cue: Span | None
    stance: Stance
    certainty: Certainty
    hedges: tuple[Span, ...]
    subject: str | None
    object: str | None
    event_type: str
    quantities: tuple[Quantity, ...]
    event_start: date | None
    event_end: date | None
    event_time: TimeExpression | None
    date_basis: DateBasis
    statement_start: date | None
    statement_end: date | None
    statement_time: TimeExpression | None
    slots: tuple[Slot, ...]
    carried: tuple[Slot, ...] = ()
    part_of: int | None = None
    antecedent: int | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is heard in one article; claims in text order, referred to by their index."""

    article: Article
    segmentation: Segmentation
    time_expressions: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...] = field(default=())

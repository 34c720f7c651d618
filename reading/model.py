"""The values that reading works with: an article, what it is cut into, and the claims it makes.

The article and its spans are those of :mod:`reading.text`.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from reading.filled import filled
from reading.text import Article, DateSource, Span

__all__ = [
    "Article",
    "Attribution",
    "Certainty",
    "Claim",
    "DateBasis",
    "DatePrecision",
    "DateSource",
    "Qualifier",
    "Quantity",
    "Quotation",
    "Reading",
    "Segmentation",
    "Sentence",
    "Slot",
    "SlotFunction",
    "Source",
    "SourceType",
    "Span",
    "Stance",
    "TimeExpression",
]


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
DateBasis = Literal["expression", "carried", "tense", "none"]
DatePrecision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "vague"]
SlotFunction = Literal["source", "subject", "object", "oblique", "modifier", "quoted"]


@filled
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` and `index` count from 0 (a headline is a paragraph too).

    A subheading ("Schools shut") says in short what follows, and claims nothing of its own.
    """

    span: Span
    paragraph: int
    index: int
    is_headline: bool = False
    is_subheading: bool = False


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


@filled
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


@filled
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


@filled
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


@filled
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


@filled
@dataclass(frozen=True, slots=True)
class Claim:
    """One thing claimed by one source.

    ``ordinal`` tells claims with the same span and source apart; ``evidence`` is the verbatim span;
    ``content`` is the part of it that says what is claimed (without cue and speaker). ``carried``
    holds slots of earlier claims of the same thread that this one silently keeps ("three camps" in
    the sentence after "eastern Russia"), nearest first. ``same_sentence_as`` is the ordinal of the
    claim it was split from, ``anaphor`` the span of "this", "these accusations" that points back,
    and ``antecedent`` the index of the claim that it points to, or None. ``matter`` is the kind of
    event that is denied.
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
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is heard in one article; claims in text order, referred to by their index."""

    article: Article
    segmentation: Segmentation
    time_expressions: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...] = field(default=())

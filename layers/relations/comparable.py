"""What comparing claims needs of each, taken from its annotations once."""

import re
from collections.abc import Sequence
from datetime import timedelta

from layers.figures import counts_others
from layers.lexicon import table
from layers.model import Anchor, Annotation
from layers.relations.counted import RUNNING
from layers.relations.worded import SPEAKING, Worded
from layers.themes import RULE as THEMED
from layers.topics import families_named, stems
from reading.kept import kept

VAGUE = frozenset({"statement", "position", "other", "expectation", "source_discrepancy"})
NARRATOR = "narrator"
_LONG_PAST = timedelta(days=60)
_MANY_WEEKS = timedelta(days=45)
_SENTENCE_ENDS = frozenset('.!?”"')
_FEW_WORDS = 2
_HALVES = re.compile(r"[,;]\s")
_MORE = frozenset({"additional", "another", "further"})
_AHEAD = frozenset({"expected", "planned", "possible"})
_UNNAMED = frozenset({"anonymity", "anonymous", "anonymously", "unnamed", "leaked"})
_NOBODY = "unattributed_reports"
_HEARSAY = frozenset({"alleged", "believed", "reported"})
_COMPARING = stems("higher lower")
_WARS = stems("conflict insurgency rebellion uprising war")
_OFFICIAL = frozenset(
    {"government_metonym", "head_of_state", "intelligence_agency", "military_spokesperson"}
    | {"ministry", "official_spokesperson"}
)
_UNDER_ARMS = frozenset({"government_metonym", "head_of_state", "military_spokesperson"})
_WISHES = frozenset({"pledges", "requests", "threatens"})
_PLACED = frozenset({"event_location", "destination", "party"})
_WIDE = frozenset({"country", "vague_area"})


class Comparable(Worded):
    """A claim in a form in which it compares; `rank` is its place in the order of the map.

    What only its words tell is found when first asked for: most claims are told apart by their
    kind, their places or their days alone.
    """

    def __init__(self, rank: int, group: Sequence[Annotation], speaking: Sequence[str]) -> None:
        first = group[0]
        anchor, who, how, when = first.anchor, first.who, first.how, first.when
        event = "other" if THEMED in first.audit.rules else first.what.event_type
        super().__init__(first, event)
        row = table("event_traits").get(event)
        self.rank = rank
        self.id = anchor.claim_id
        self.article = anchor.article_id
        self.published = anchor.date_published
        self.start, self.end = anchor.start, anchor.end
        self.paragraph = anchor.paragraph
        self.headline = anchor.headline is not None and anchor.quote in anchor.headline
        self.listed = anchor.prefix.rstrip()[-1:] == ":"
        self.country = who.source_country
        self.is_state = who.source_type == "government_metonym"
        self.is_of_army = who.source_country is not None and who.source_type in _UNDER_ARMS
        self.speaks_for_state = who.source_country is not None and who.source_type in _OFFICIAL
        self.certainty = how.certainty
        self.family = row["family"] if row else event
        self.first, self.last, self.dated = (
            when.date_start, when.date_end, when.date_expression is not None,
        )  # fmt: skip
        self.said_last = when.statement_date_end
        self.figure_of: Comparable | None = None
        self.whole: Comparable | None = None
        self.known = frozenset([r.target for r in first.relations])
        self.role = who.source_role
        placed = [a for a in group if a.where.place_role in _PLACED and a.where.place]
        self.places = frozenset(
            [a.drawn.shape or a.where.gazetteer_id or a.where.place or "" for a in placed]
        )
        self.explicit = True in [a.where.place_explicit for a in placed]
        self._group, self._placed, self._speaking = group, placed, speaking

    @property
    def starts(self) -> bool:
        """Whether it is the headline that its report begins with."""
        return self.headline and self.start == 0

    @property
    def retells(self) -> bool:
        """Whether another tells it as somebody's claim: "the army's claim that it won"."""
        first = self._first
        return first.how.attribution == "embedded" and first.who.source_type != _NOBODY

    @kept
    def opens(self) -> bool:
        """Whether it opens its sentence."""
        prefix, quote = self._first.anchor.prefix, self._first.anchor.quote
        before = prefix.rstrip()[-1:]
        new = not before or prefix.endswith("\n") or before in _SENTENCE_ENDS
        return new and not quote[:1].islower()

    @kept
    def all_words(self) -> frozenset[str]:
        """The words of the claim."""
        return stems(self._first.anchor.quote)

    @kept
    def speaker(self) -> frozenset[str]:
        """The words for who speaks."""
        return stems(self.source)

    @kept
    def place_words(self) -> frozenset[str]:
        """The words for where it happens."""
        return stems(" ".join([a.where.place or "" for a in self._placed]))

    @kept
    def countries(self) -> frozenset[str]:
        """The countries of where it happens."""
        return frozenset([c for a in self._placed if (c := a.where.place_country)])

    @kept
    def wide(self) -> bool:
        """Whether it happens somewhere in a country or in an area without a border."""
        return not _WIDE.isdisjoint([a.where.place_precision for a in self._placed])

    @kept
    def named_states(self) -> frozenset[str]:
        """The countries of all the places that it names."""
        return frozenset([c for a in self._group if (c := a.where.place_country)])

    @kept
    def acting(self) -> frozenset[str]:
        """The countries whose governments act."""
        acting = [a.where for a in self._group if a.where.place_role == "metonym"]
        return frozenset([where.place_country for where in acting if where.place_country])

    @kept
    def names(self) -> frozenset[str]:
        """The names among the words for who speaks."""
        return stems(" ".join(w for w in self.source.split() if w[:1].isupper()))

    @kept
    def is_hearsay(self) -> bool:
        """Whether it accuses, or is not vouched for by anybody who is named."""
        unnamed = not _UNNAMED.isdisjoint(self._vocabulary)
        return unnamed or self.accuses or self.certainty in _HEARSAY

    @kept
    def own(self) -> frozenset[str]:
        """The words of the claim but for those of its speaker and its cue."""
        first = self._first
        mention, cue = stems(first.who.source_mention or ""), stems(first.how.cue or "")
        return self.all_words.difference(self.speaker, mention, cue)

    @kept
    def words(self) -> frozenset[str]:
        """The claim's own words, without those of others who speak in the same sentence."""
        if len(self._speaking) == 1:
            return self.own
        return self.own.difference(*map(stems, self._speaking))

    @kept
    def named(self) -> frozenset[str]:
        """The kinds of event that the words of a denial name."""
        return families_named(self.own) if self.stance in SPEAKING else frozenset()

    @kept
    def subject(self) -> frozenset[str]:
        """The words for who does it, and to whom."""
        what = self._first.what
        return stems(what.subject or "") | stems(what.object or "")

    @kept
    def past(self) -> bool:
        """Whether the event ended long before it was told, as background does."""
        told = self.published
        return self.last is not None and told is not None and told - self.last > _LONG_PAST

    @kept
    def adds_up(self) -> bool:
        """Whether a number is of many weeks or of a war, as no toll of one event is."""
        if self.unit in RUNNING and not self.subject.isdisjoint(_WARS):
            return True
        start, end = self.first, self.last
        return start is not None and end is not None and end - start > _MANY_WEEKS

    @kept
    def modality(self) -> str:
        """Whether it is told of, lies ahead, or is only wished for, and in which way."""
        if self.stance in _WISHES:
            return self.stance
        begins, told = self.first, self.published
        later = begins is not None and told is not None and begins > told
        return "ahead" if later or self.certainty in _AHEAD else "told"

    @property
    def is_open(self) -> bool:
        """Whether its time begins and does not end, as that of what will be."""
        return self.first is not None and self.last is None

    @kept
    def is_figure(self) -> bool:
        """Whether it gives a number and hardly anything else: "spoke of 2,100"."""
        if self.certainty in _AHEAD or not _MORE.isdisjoint(self._vocabulary):
            return False
        if len(self.own - self.counted - _COMPARING) <= _FEW_WORDS:
            return True
        return self.names_figure and self.unit != "percent"

    @kept
    def only_points(self) -> bool:
        """Whether a denial only points at what it denies: "denied the incursion", "the claims"."""
        if self.points or self.denies_denial:
            return not self.says_that
        return len(self.words) <= _FEW_WORDS and not self.has_clause

    @property
    def halves(self) -> tuple[frozenset[str], ...]:
        """The words of each half of a headline, where it has two."""
        halves = _HALVES.split(self._first.anchor.quote)
        return tuple([stems(half) for half in halves]) if len(halves) > 1 else ()

    def counts_as(self, other: "Comparable") -> None:
        """Count what another claim counts."""
        self.unit, self.counted, self.persons = other.unit, other.counted, other.persons
        self.figure_of = other
        if self.family in VAGUE:
            self.family = other.family

    @kept
    def countable(self) -> bool:
        """Whether its number is of one event and may be compared with those of others.

        A part of the same is of no use, but the dead among the ill are a count of their own.
        """
        return (
            self.printed
            and self.stance not in SPEAKING
            and self.unit is not None
            and not self.rate
            and not counts_others(self._printed_words)
            and (self.stands_apart or (self.part_of is None and not self.is_part))
        )

    @kept
    def stands_apart(self) -> bool:
        """Whether it counts what befell some of a whole: "22 of the patients had died"."""
        if self.unit != "dead":
            return False
        if self.whole is not None:
            return self.whole.unit == "cases"
        return self.part_of is None and self.is_part and self.persons and not self.some

    @property
    def is_fragment(self) -> bool:
        """Whether it is a number with its place and no more: "two in Tamale"."""
        return self.own <= self.place_words | self.counted


def comparables(annotations: Sequence[Annotation]) -> list[Comparable]:
    """Return the claims of one map, in the order of their annotations."""
    grouped: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        grouped.setdefault(annotation.claim_id, []).append(annotation)
    # Who speaks in one sentence with another is no word of what both say.
    spoken: dict[tuple[str, int, int], list[str]] = {}
    together = []
    for first, *_ in grouped.values():
        speaking = spoken.setdefault(_told(first.anchor), [])
        speaking.append(first.who.source)
        together.append(speaking)
    pairs = zip(grouped.values(), together, strict=True)
    claims = [Comparable(rank, *pair) for rank, pair in enumerate(pairs)]
    ranks = {claim.id: claim.rank for claim in claims}
    for claim in claims:
        if claim.part_of in ranks:
            claim.whole = claims[ranks[claim.part_of]]
    return claims


def _told(anchor: Anchor) -> tuple[str, int, int]:
    return anchor.article_id, anchor.start, anchor.end

"""What the words of a claim tell of how it stands to others: what it denies, revises, takes up."""

from itertools import pairwise

from layers.lexicon import table
from layers.model import Annotation
from layers.relations.answers import (
    charges,
    is_about_denial,
    is_of_part_in,
    means_the_last,
    names_figure,
    points,
    says_at_first,
    says_nothing,
    says_that,
    takes_back,
    takes_up,
    unknown_in,
    withholds,
)
from layers.relations.counted import Counted
from layers.relations.polarity import denied_state, denied_word, denied_words, sides
from layers.topics import camp_of, families_named, stems
from reading.kept import kept

SPEAKING = frozenset({"denies", "neither_confirms_nor_denies"})
_NARRATOR = "narrator"
_REVISING = frozenset(
    {"climbed", "climbs", "increased", "lowered", "raised", "revised", "risen", "rises"}
    | {"rose", "updated"}
)
_LOOKING_BACK = frozenset(
    {"earlier", "first", "initial", "previous", "initially", "originally", "previously"}
)
_SAID = frozenset(
    {"counted", "gave", "put", "reported", "said", "spoke", "spoken", "stated", "told"}
)
_SAID_NOW = frozenset({"give", "gives", "put", "puts", "say", "says", "stands", "speak", "speaks"})
_EARLIER = frozenset({"earlier", "initial", "previous"})
_GUESSES = frozenset(
    {"count", "estimate", "estimates", "figure", "figures", "report", "reports", "tally", "toll"}
)
_UNEQUAL = frozenset({"higher", "lower", "understated", "underestimated"})
_MORE_OR_FEWER = frozenset({"fewer", "more"})
_NOT_SO_MANY = _UNEQUAL | _MORE_OR_FEWER
_FOLK = frozenset({"civilians", "dead", "people", "persons", "victims"})
_FAR = frozenset({"far", "many", "much"})
_CIVILIANS = stems("children civilian civilians girls women")
_ADMITTED = frozenset({"admitted", "hospitalised", "hospitalized"})
_PRONOUNS = frozenset({"he", "it", "she", "they", "these", "this", "those", "that"})
_DISPUTING = frozenset({"contradicted", "contradicts", "disputed", "disputes"})
_DEMONSTRATIVES = frozenset({"that", "these", "this", "those"})
_NOBODY = frozenset({"no", "nobody", "none"})
_UNIFORMED = frozenset({"army", "forces", "police"}) | frozenset(
    word for word, row in table("persons").items() if row["means"] == "uniformed"
)
_FIRST_WORDS = 5
_FIGHTS = frozenset({"battle", "clash", "clashes", "fight", "fighting", "firefight", "shooting"})
_SHOOTING = frozenset({"attacked", "fire", "fired", "shot"})
_OWNING_UP = frozenset(
    {"acknowledged", "acknowledges", "admits", "admitted", "conceded", "concedes", "confirm"}
    | {"confirmed", "confirms"}
)
_SHOULD = frozenset({"must", "ought", "should"})
_WISHES = frozenset({"pledges", "requests", "threatens"})
_ACCUSING = stems("accuse blame alleges")


class Worded(Counted):
    """A claim by its words; each thing is found when first asked for.

    Parameters
    ----------
    first : Annotation
        The first of the claim.
    event : str
        Its kind of event.
    """

    def __init__(self, first: Annotation, event: str) -> None:
        super().__init__(first, event)
        self.source, self.stance = first.who.source, first.how.stance

    @kept
    def points(self) -> bool:
        """Whether it speaks of what was said: "the claims", "these reports"."""
        return points(self._printed_words)

    @kept
    def pointers(self) -> frozenset[str]:
        """The words for what was said: "claim", "reports"."""
        return stems(" ".join(word for word in self._printed_words if points((word,))))

    @kept
    def takes_up(self) -> bool:
        """Whether it speaks of what was said before: "the claim"."""
        return self.points and takes_up(self._printed_words)

    @kept
    def takes_up_last(self) -> bool:
        """Whether it speaks of what was just said: "that suggestion", "his assessment"."""
        return self.points and takes_up(self._printed_words, last=True)

    @kept
    def charges(self) -> bool:
        """Whether a denial is of an accusation or a part in something, without saying of what."""
        return charges(self._printed_words)

    @kept
    def of_part_in(self) -> bool:
        """Whether a denial is of a part in something: "denied any wrongdoing"."""
        return not self.points and is_of_part_in(self._printed_words)

    @kept
    def names_figure(self) -> bool:
        """Whether it speaks of a number as such: "dismissed the figure"."""
        return names_figure(self._first.anchor.quote)

    @kept
    def points_back(self) -> bool:
        """Whether a pronoun stands for what it is about: "he was alive"."""
        return (self._first.what.subject or "").casefold() in _PRONOUNS

    @kept
    def tells_on(self) -> bool:
        """Whether its subject takes up what was just told of: "these forces"."""
        words = (self._first.what.subject or "").casefold().split()
        return len(words) > 1 and words[0] in _DEMONSTRATIVES

    @kept
    def of_nobody(self) -> bool:
        """Whether its subject is nobody, or none of some: "nobody was dismissed"."""
        first, *_ = (self._first.what.subject or "-").casefold().split()
        return first in _NOBODY

    @kept
    def has_clause(self) -> bool:
        """Whether it says what is denied in a clause: "that", "it would"."""
        if self.means_the_last:
            return False
        return self._first.what.subject is not None or self.says_that

    @kept
    def says_that(self) -> bool:
        """Whether "that" or "whether" opens the clause of what is denied."""
        return says_that(self._printed_words)

    @kept
    def negates(self) -> str | None:
        """The word for what it says is not so."""
        return denied_word(self._printed_words)

    @kept
    def says_no(self) -> bool:
        """Whether it denies something, or says that something is not so."""
        return self.stance in SPEAKING or self.negates is not None

    @kept
    def begins_with_no(self) -> bool:
        """Whether its first words say no: "Nobody crossed", "There was no ship"."""
        return denied_word(self._printed_words[:_FIRST_WORDS]) is not None

    @kept
    def negated_families(self) -> frozenset[str]:
        """The kinds of event of which it says that there was none: "no shot had been fired"."""
        return families_named(denied_words(self._printed_words)) if self.negates else frozenset()

    @kept
    def negated_state(self) -> str | None:
        """What it says to have befallen nobody: "nobody is missing"."""
        return denied_state(self._printed_words) if self.of_nobody else None

    @kept
    def says_who_began(self) -> bool:
        """Whether it tells who "fired first"."""
        return "first" in self._vocabulary and any(
            one in _SHOOTING and two == "first" for one, two in pairwise(self._printed_words)
        )

    @kept
    def says_who_started(self) -> bool:
        """Whether it tells who "started the clash"."""
        words = self._printed_words
        return "started" in words and any(
            one == "started" and not _FIGHTS.isdisjoint(words[at + 1 : at + 3])
            for at, one in enumerate(words)
        )

    @kept
    def of_uniformed(self) -> bool:
        """Whether it tells of soldiers or police by any name for them."""
        return not _UNIFORMED.isdisjoint(self._vocabulary)

    @property
    def means_known(self) -> bool:
        """Whether its subject is a thing known from before: "the ship"."""
        return (self._first.what.subject or "").casefold().startswith("the ")

    @property
    def tells_of_name(self) -> bool:
        """Whether its subject is a name: "The Calder Star"."""
        subject = self._first.what.subject or ""
        return subject.removeprefix("The ").removeprefix("the ")[:1].isupper()

    @kept
    def sides(self) -> dict[str, bool]:
        """On which side of what it stands: safe or unsafe, dead or alive."""
        return sides(self._printed_words)

    @kept
    def revises(self) -> bool:
        """Whether it tells that a number has changed."""
        return self.says_later or not _REVISING.isdisjoint(self._vocabulary)

    @kept
    def says_later(self) -> bool:
        """Whether it tells what was said later: "later put the number at nine"."""
        words = self._printed_words
        return "later" in words and any(
            {one, two} & _SAID and "later" in {one, two} for one, two in pairwise(words)
        )

    @kept
    def looks_back(self) -> bool:
        """Whether it tells what was said before: "had earlier given the number as seven"."""
        if _LOOKING_BACK.isdisjoint(self._vocabulary):
            return False
        return any(
            (one in _LOOKING_BACK and two in _SAID)
            or (one == "had" and two in _LOOKING_BACK)
            or (one in _EARLIER and two in _GUESSES)
            for one, two in pairwise(self._printed_words)
        )

    @kept
    def looks_back_first(self) -> bool:
        """Whether the number before comes first: "was earlier put at 33, and revised to 27"."""
        words = self._printed_words
        revised = next((at for at, word in enumerate(words) if word in _REVISING), len(words))
        return self.looks_back and not _LOOKING_BACK.isdisjoint(words[:revised])

    @kept
    def says_now(self) -> bool:
        """Whether it gives the number of now: "now put the toll at 70"."""
        words = self._printed_words
        return "now" in words and any(
            one == "now" and two in _SAID_NOW for one, two in pairwise(words)
        )

    @property
    def confirms_figure(self) -> bool:
        """Whether somebody confirms a number without giving it: "confirmed the tally"."""
        return self.owns_up and not self.printed and self.says_no_more_than_figure

    @property
    def says_no_more_than_figure(self) -> bool:
        """Whether the figure is all that is spoken of."""
        return self.names_figure and self._first.what.subject is None

    @kept
    def says_more_or_less(self) -> bool:
        """Whether it says that those counted were more, or fewer, without counting them."""
        if self.printed or self.stance != "asserts" or self.source == _NARRATOR:
            return False
        if _NOT_SO_MANY.isdisjoint(self._vocabulary):
            return False
        words = self._printed_words
        unequal = any(
            one in _UNEQUAL and not names_figure(two)
            for one, two in zip(words, (*words[1:], ""), strict=False)
        )
        if unequal and self.names_figure:
            return True
        dying = any(self._is_dying(word) for word in words)
        return dying and any(
            one in _MORE_OR_FEWER and (two in _FOLK or before in _FAR)
            for before, one, two in zip(("", *words), words, (*words[1:], ""), strict=False)
        )

    @staticmethod
    def _is_dying(word: str) -> bool:
        row = table("states").get(word)
        return row is not None and row["kind"] == "dead"

    @kept
    def of_civilians(self) -> bool:
        """Whether it counts those who bear no arms, and not everybody."""
        return self.total is None and bool(self.counted & _CIVILIANS)

    @kept
    def only_under_arms(self) -> bool:
        """Whether it tells of none but fighters: "only gunmen had died"."""
        words = self._printed_words
        if "only" not in words:
            return False
        at = words.index("only")
        return any(camp_of(word) == "fighter" for word in words[at + 1 : at + 3])

    @kept
    def in_hospital(self) -> bool:
        """Whether it counts those whom a hospital has kept."""
        return not _ADMITTED.isdisjoint(self._vocabulary)

    @kept
    def at_first(self) -> bool:
        """Whether it tells what somebody said at first, and hence not any more."""
        return says_at_first(self._printed_words)

    @kept
    def takes_back(self) -> bool:
        """Whether somebody withdraws what was said: "retracted the report"."""
        return takes_back(self._printed_words)

    @property
    def owns_up(self) -> bool:
        """Whether somebody confirms or admits what was told before."""
        return self.cue in _OWNING_UP

    @property
    def cue(self) -> str:
        """The words that show that somebody speaks."""
        return (self._first.how.cue or "").casefold()

    @kept
    def disputes(self) -> bool:
        """Whether it tells that somebody contradicts another."""
        return self.source != _NARRATOR and not _DISPUTING.isdisjoint(self._vocabulary)

    @kept
    def knows_of_none(self) -> str | None:
        """How somebody knows of none of what was told: of "no such" thing, or has "no record"."""
        if self.source == _NARRATOR or self.stance != "asserts":
            return None
        return unknown_in(self._printed_words)

    @kept
    def accuses(self) -> bool:
        """Whether the cue blames."""
        return not _ACCUSING.isdisjoint(stems(self.cue))

    @kept
    def causes(self) -> frozenset[str]:
        """What brought it about: a flood, a crash."""
        known = table("causes")
        return frozenset([known[w]["cause"] for w in self._printed_words if w in known])

    @kept
    def denies_denial(self) -> bool:
        """Whether a denial is itself denied."""
        return is_about_denial(self._first.anchor.quote)

    @kept
    def has_no_comment(self) -> bool:
        """Whether somebody says nothing at all to what was said."""
        return self.stance == "neither_confirms_nor_denies" and says_nothing(
            self._first.anchor.quote
        )

    @kept
    def means_the_last(self) -> bool:
        """Whether a denial is only of "this" or "it"."""
        return means_the_last(self._first.anchor.quote)

    @kept
    def only_wishes(self) -> bool:
        """Whether it says what should be: nobody can confirm that."""
        return self.stance in _WISHES or not _SHOULD.isdisjoint(self._vocabulary)

    @kept
    def withholds(self) -> bool:
        """Whether somebody only does not say where or how."""
        return withholds(self._first.anchor.quote)

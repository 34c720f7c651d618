"""What a claim counts, and what the words around its number say of it."""

from layers.figures import (
    is_additional,
    is_change,
    is_of_rest,
    is_rate,
    tells_before,
    total_of,
    whole_named,
)
from layers.model import Annotation
from layers.topics import (
    Interval,
    camp_of,
    counts_a_part,
    counts_persons,
    interval_of,
    kind_of_unit,
    matters,
    said,
    speaks_of_some,
    stems,
)
from reading.kept import kept

# What is counted again and again while it goes on; 500 soldiers after 300 may be others.
RUNNING = frozenset({"arrested", "cases", "dead", "displaced", "hurt", "missing", "taken"})
_MULTIPLES = frozenset(
    {"double", "fraction", "half", "quarter", "quarters", "third", "thirds", "times", "triple"}
    | {"twice"}
)
_THAT_NUMBER = frozenset({"figure", "many", "number", "that", "those"})
_SHARES = stems("half third thirds quarter quarters fifth fifths tenth")
_ITSELF = frozenset({"it", "they", "we"})
_MARKS = ".,;:“”\"’'"
_OF_RANGES = frozenset({"approximately", "exactly"})


class Counted:
    """The number of a claim; each thing is found when first asked for.

    Parameters
    ----------
    first : Annotation
        The first of the claim.
    event : str
        Its kind of event.
    """

    def __init__(self, first: Annotation, event: str) -> None:
        many = first.how_many
        ranges = many.quantity_min is not None and many.quantity_qualifier in _OF_RANGES
        self._first = first
        self.event = event
        self.number = many.quantity
        self.printed, self.part_of = many.quantity is not None or ranges, many.part_of

    @kept
    def _printed_words(self) -> tuple[str, ...]:
        return tuple([word.strip(_MARKS) for word in said(self._first.anchor.quote)])

    @kept
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self._printed_words)

    @kept
    def quantity(self) -> Interval | None:
        """The numbers that the claim allows; of "31 girls and 43 boys" those of all of them."""
        if self.total is None:
            return interval_of(self._first.how_many)
        return Interval(self.total, self.total)

    @kept
    def unit(self) -> str | None:
        """What is counted: "dead", whatever the word for them."""
        first = self._first
        return kind_of_unit(first.how_many.quantity_unit, self.event, first.anchor.quote)

    @kept
    def persons(self) -> bool:
        """Whether people are counted, whatever they are called."""
        return counts_persons(self._first.how_many.quantity_unit)

    @property
    def of_persons(self) -> bool:
        """Whether people are counted, by any name or by what befell them."""
        return self.persons or self.unit in RUNNING

    @kept
    def counted(self) -> frozenset[str]:
        """The words for what is counted."""
        return stems(self._first.how_many.quantity_unit or "")

    @kept
    def camp(self) -> str | None:
        """Whether those in uniform are counted, or fighters: "four policemen" are not all hurt."""
        return camp_of(self._first.how_many.quantity_unit)

    @kept
    def matters(self) -> frozenset[str]:
        """What the number is of, where words of different make name it: a share, a loss."""
        return matters(self._printed_words)

    @kept
    def matter_words(self) -> frozenset[str]:
        """The words of the claim that name such a matter."""
        return stems(" ".join(word for word in self._printed_words if matters((word,))))

    @kept
    def rate(self) -> bool:
        """Whether a number is so many a year, or so many more than before."""
        return is_rate(self._printed_words) or is_change(self._printed_words)

    @kept
    def whole_number(self) -> float | None:
        """The number that it takes a part of: "of the 41, 21 were in Tamale"."""
        return whole_named(self._first.anchor.quote)

    @kept
    def is_additional(self) -> bool:
        """Whether it counts some on top of those counted before: "another 21"."""
        return is_additional(self._printed_words)

    @kept
    def is_of_rest(self) -> bool:
        """Whether it counts those beside somebody named: "the groom and 24 other guests"."""
        return is_of_rest(self._printed_words)

    @kept
    def total(self) -> float | None:
        """How many those are whom it lists by sex, age or camp: "31 girls and 43 boys"."""
        return total_of(self._first.anchor.quote) if self.printed and self.persons else None

    @kept
    def tells_before(self) -> bool:
        """Whether it gives the number that there was before: "up from 40"."""
        return tells_before(self._first.anchor.quote)

    @kept
    def lost(self) -> bool:
        """Whether a side counts its own dead: "it had lost two men"."""
        return self.unit == "dead" and "lost" in self._vocabulary and self._tells_of_itself

    @kept
    def killed(self) -> bool:
        """Whether a side counts those whom it killed: "it had killed 60 rebels"."""
        return "killed" in self._vocabulary and self._tells_of_itself

    @property
    def _tells_of_itself(self) -> bool:
        subject = (self._first.what.subject or "").casefold()
        return subject in _ITSELF or subject.startswith(("its ", "their ", "our "))

    @property
    def is_bare(self) -> bool:
        """Whether it gives a number without saying of what."""
        if not self.printed:
            return False
        return not self._first.how_many.quantity_unit or self.unit == "percent"

    @property
    def is_share(self) -> bool:
        """Whether the number is a share of something: a third, 40 per cent."""
        return self.unit == "percent" or not _SHARES.isdisjoint(self.counted)

    @kept
    def is_part(self) -> bool:
        """Whether the number is taken from a larger one."""
        many = self._first.how_many
        if many.quantity is None:
            return False
        quote = self._first.anchor.quote
        if many.quantity_unit in {"per cent", "percent"}:
            return speaks_of_some(quote)
        return counts_a_part(quote)

    @property
    def lists(self) -> bool:
        """Whether it tells what a number is made up of after a colon."""
        return ":" in self._first.anchor.quote

    @property
    def is_fraction(self) -> bool:
        """Whether it gives a number as a multiple of one given before: "half of that"."""
        words = self._printed_words
        if self.printed or _MULTIPLES.isdisjoint(self._vocabulary):
            return False
        return any(
            one in _MULTIPLES and not _THAT_NUMBER.isdisjoint(words[at + 1 : at + 4])
            for at, one in enumerate(words)
        )

    @kept
    def some(self) -> bool:
        """Whether it begins with some of what was named right before it."""
        return speaks_of_some(self._first.anchor.quote)

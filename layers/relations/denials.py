"""Which claim a denial answers, and which a refusal to say."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from layers.model import RelationType
from layers.relations.comparable import NARRATOR, VAGUE, Comparable
from layers.relations.links import Link, are_near, begin_alike, count_before, covers, one_side
from layers.relations.worded import SPEAKING
from layers.topics import stems
from reading.kept import kept

_FEW_WORDS = 2
_NEAR = 4
_AHEAD = 5
_NEXT = 2
_JOINED = 8
_TURNS = 16
_JOINING = 3
_TAKEN_UP = 6
_GRAVE = frozenset({"attack", "casualties", "crime"})
_NO_FACTS = frozenset({"pledges", "requests", "threatens"})
_ACCEPTING = stems("accept agree attend comply join")
_OFFERING = stems("asked asks demanded invited offer offered offers proposed urged")
_MONEY = stems("bribe bribes money payment payments")
_POINTING = 1.0
_DENYING = 1.6
_ANSWERING = 3.0


def denial(
    claim: Comparable, earlier: Sequence[Comparable], claims: Sequence[Comparable]
) -> Iterable[Link]:
    """Link a denial, or a refusal to say, to the claim that it most likely answers.

    Who rejects a figure answers the nearest count, who has no comment what was said of them right
    before; otherwise words, kind, place and nearness decide, and who was named.
    """
    denied = claim.denies_denial
    others = [
        other
        for other in (*earlier, *claims[claim.rank + 1 : claim.rank + _AHEAD])
        if (other.stance in SPEAKING) == denied
        and other.certainty != "unknown"
        and not covers(other, claim)
        and not one_side(claim, other)
    ]
    kind: RelationType = (
        "declines_to_confirm" if claim.stance == "neither_confirms_nor_denies" else "denies"
    )
    if not others:
        return
    if claim.has_no_comment:
        yield from _uncommented(claim, earlier, kind)
        return
    if claim.withholds:
        return
    offer = _offered(claim, earlier) if kind == "declines_to_confirm" else None
    if offer is not None:
        yield Link(claim, kind, offer, "relation:answered")
        return
    counted = None
    if claim.names_figure:
        counted = count_before(claim, earlier) or _count_ahead(claim, claims)
    if counted is not None:
        yield Link(claim, kind, counted, "relation:figure-answered")
        return
    best = _meant(_Denial(claim, claims), others)
    if best is not None:
        yield Link(claim, kind, best, "relation:answered")


class _Denial:
    """A denial with what stands around it: who spoke before, and what it goes on to say."""

    def __init__(self, claim: Comparable, claims: Sequence[Comparable]) -> None:
        self.claim = claim
        following = claims[claim.rank + 1 : claim.rank + 2]
        self._goes_on = [
            other.words
            for other in following
            if other.source == claim.source and other.paragraph == claim.paragraph
        ]
        self._before = claims[max(0, claim.rank - _TURNS) : claim.rank]
        self._after = claims[claim.rank + 1 : claim.rank + _AHEAD]
        self._likelihoods: dict[int, float] = {}

    def likelihood(self, other: Comparable) -> float:
        """Return how likely it answers a claim."""
        found = self._likelihoods.get(other.rank)
        if found is None:
            found = self._likelihoods[other.rank] = _answers(self, other)
        return found

    def claims_until(self, other: Comparable) -> int:
        """Count the claims to one that is told only later, without those of who denies it."""
        ahead = other.rank - self.claim.rank
        if ahead <= 0:
            return ahead
        return ahead - sum(o.rank < other.rank and one_side(self.claim, o) for o in self._after)

    @kept
    def goes_on_with(self) -> frozenset[str]:
        """The words of what its speaker says right after it."""
        return frozenset().union(*self._goes_on)

    @kept
    def turns(self) -> dict[int, int]:
        """How many claims of others stand between it and a claim, by rank."""
        found: dict[int, int] = {}
        between, speaker = 0, None
        for at, other in enumerate(reversed(self._before)):
            if other.source != speaker:
                between, speaker = at, other.source
            found[other.rank] = between
        return found


def _meant(denial: _Denial, others: Sequence[Comparable]) -> Comparable | None:
    """Return the claim that a denial most likely means."""
    claim = denial.claim
    if claim.means_the_last and not claim.denies_denial:
        last = _last_told(claim, others)
        if last is not None:
            return last
    if claim.takes_up and not claim.denies_denial:
        last = _taken_up(denial, others)
        if last is None and (claim.takes_up_last or claim.stance != "denies"):
            last = _last_told(claim, others)
        if last is not None:
            return last
    named = [other for other in others if _is_about(claim, other)] if claim.of_part_in else ()
    if claim.of_part_in:
        others = named or [other for other in others if _may_be_charge(claim, other)] or others
    if named:
        return _likeliest(denial, others)
    # A headline only sums up what its story tells in full.
    told = [other for other in others if not other.headline]
    best = _answered(denial, told) if told else None
    return best if best is not None else _answered(denial, others)


def _likeliest(denial: _Denial, others: Sequence[Comparable]) -> Comparable:
    return max(others, key=lambda other: (denial.likelihood(other), other.rank))


def _answered(denial: _Denial, others: Sequence[Comparable]) -> Comparable | None:
    """Return the likeliest of some claims to be answered, if it is likely enough."""
    claim, best = denial.claim, _likeliest(denial, others)
    if _is_far_fetched(claim, best):
        return None
    if claim.only_points:
        enough = _POINTING
    elif claim.event == "denial" or claim.points:
        enough = _DENYING
    else:
        enough = _ANSWERING
    return best if denial.likelihood(best) >= enough else None


def _uncommented(
    claim: Comparable, earlier: Sequence[Comparable], kind: RelationType
) -> Iterable[Link]:
    """Link "had no comment" to the nearest claim that was made about who says so."""
    for other in reversed(earlier[-_NEAR:]):
        if not are_near(claim, other, _NEAR) or other.headline:
            return
        if other.source == claim.source or other.stance != "asserts" or other.only_wishes:
            continue
        one_paragraph = claim.opens and claim.paragraph == other.paragraph
        next_to = claim.rank - other.rank == 1 and one_paragraph
        if _is_about(claim, other) or other.is_hearsay or (next_to and other.family in _GRAVE):
            yield Link(claim, kind, other, "relation:uncommented")
            return


def _count_ahead(claim: Comparable, claims: Sequence[Comparable]) -> Comparable | None:
    """Return the count that the report gives right after the one who rejects it."""
    for other in claims[claim.rank + 1 : claim.rank + _AHEAD]:
        if one_side(claim, other) and claim.article == other.article:
            continue
        counts = other.printed and other.stance not in SPEAKING and other.source != NARRATOR
        near = claim.article == other.article and other.paragraph - claim.paragraph <= _NEXT
        return other if counts and near else None
    return None


def _offered(claim: Comparable, earlier: Sequence[Comparable]) -> Comparable | None:
    """Return the offer that somebody does not say to accept."""
    if claim.own.isdisjoint(_ACCEPTING):
        return None
    for other in reversed(earlier[-_NEXT:]):
        offers = other.stance in _NO_FACTS or other.all_words & _OFFERING
        if offers and are_near(claim, other) and not one_side(claim, other):
            return other
    return None


def _last_told(claim: Comparable, others: Sequence[Comparable]) -> Comparable | None:
    """Return what "this" means: what somebody told right before, from where that one began."""
    found: Comparable | None = None
    for other in reversed(others):
        if other.rank > claim.rank or other.stance in _NO_FACTS:
            continue
        # Of "Asked whether it was so, she denied it" the question is no claim.
        aside = found is None and not claim.opens and claim.start - other.end > _JOINED
        if aside or not are_near(claim, other, _NEAR):
            break
        if found is not None and not (
            other.source == found.source and found.rank - other.rank == 1
        ):
            break
        found = other
    return found


def _taken_up(denial: _Denial, others: Sequence[Comparable]) -> Comparable | None:
    """Return what "that claim" means, if its words or those of the denier tell which of the last.

    Of what the last speaker said, else of what was said before that.
    """
    claim = denial.claim
    turns: dict[int, list[Comparable]] = {}
    for other in others:
        ahead = other.rank > claim.rank or other.headline or other.stance in _NO_FACTS
        if not ahead and are_near(claim, other, _TAKEN_UP):
            turns.setdefault(denial.turns.get(other.rank, _TURNS), []).append(other)
    owned = [turn for turn, told in turns.items() if any(_is_whose(claim, o) for o in told)]
    for turn in sorted(owned or turns)[: 1 if claim.takes_up_last else None]:
        best = max(turns[turn], key=lambda other: (_evidence(denial, other), -other.rank))
        told = _evidence(denial, best)
        if told or (_was_just_claimed(claim, best) and not _tells_of_denier(claim, turns)):
            return best
    return None


def _is_whose(claim: Comparable, other: Comparable) -> bool:
    """Say whether "the army's claim" is what the army said."""
    return bool(claim.words & other.speaker) and other.source != NARRATOR


def _tells_of_denier(claim: Comparable, turns: Mapping[int, Sequence[Comparable]]) -> bool:
    """Say whether any of what was said before is about who denies it."""
    said = chain.from_iterable(turns.values())
    return any(_is_about(claim, other) or _names_state_of(claim, other) for other in said)


def _was_just_claimed(claim: Comparable, other: Comparable) -> bool:
    """Say whether "the claim" is the one thing that somebody said in the sentence before."""
    own = claim.words - claim.pointers
    next_to = claim.rank - other.rank == 1 and claim.paragraph == other.paragraph
    return next_to and claim.opens and not own and other.source != NARRATOR


def _evidence(denial: _Denial, other: Comparable) -> float:
    """Return how much in the words speaks for a claim as the one that is taken up."""
    claim = denial.claim
    return (
        0.8 * len(claim.words & other.words)
        + 0.3 * len(denial.goes_on_with & other.words)
        + 1.0 * bool(claim.words & other.speaker)
        + 0.6 * (other.accuses or other.certainty in {"alleged", "reported"})
        + 0.6 * (_is_about(claim, other) or _names_state_of(claim, other))
    )


def _names_state_of(claim: Comparable, other: Comparable) -> bool:
    """Say whether a claim names the state for which somebody denies it: "Azerbaijani forces"."""
    if claim.country is None or claim.country == other.country:
        return False
    return claim.country in other.named_states or begin_alike(claim.names, other.words)


def _may_be_charge(claim: Comparable, other: Comparable) -> bool:
    """Say whether who denies a part in something may be charged by a claim that names nobody."""
    grave = other.family in _GRAVE and are_near(claim, other, _NEAR)
    return grave or other.accuses or other.certainty == "alleged"


def _is_about(claim: Comparable, other: Comparable) -> bool:
    """Say whether a claim speaks of who denies it, by name or as a state."""
    told = other.all_words - other.speaker
    if claim.speaker <= told or claim.names & told:
        return True
    if claim.is_state:
        return claim.country in other.named_states
    return claim.country in other.acting


def _is_far_fetched(claim: Comparable, other: Comparable) -> bool:
    """Say whether a denial in its own words shares but one with a claim far from it."""
    if claim.only_points or _shared(claim, other) > 1 or claim.words <= other.words:
        return False
    if claim.speaker & other.all_words and other.family in claim.named:
        return False
    return claim.article == other.article and abs(claim.rank - other.rank) > _NEAR


def joined(
    claim: Comparable, earlier: Sequence[Comparable], links: Mapping[str, Sequence[Link]]
) -> Iterable[Link]:
    """Let a ministry deny what its government has just denied, and a spokesman go on about it."""
    for before in reversed(earlier[-_JOINING:]):
        near = claim.article == before.article and claim.paragraph == before.paragraph
        if before.stance == "denies" and (near or claim.rank - before.rank == 1):
            if before.source != claim.source:
                yield from _after_denial(claim, before, links[before.id], near=near)
            return
        if not near or before.source != claim.source:
            return


def _after_denial(
    claim: Comparable, before: Comparable, links: Sequence[Link], *, near: bool
) -> Iterable[Link]:
    """Link what is said after a denial to what was denied, if it says so too."""
    if claim.article != before.article:
        return
    one_country = claim.country is not None and claim.country == before.country
    denies = claim.stance == "denies" and (one_country or (near and claim.points))
    goes_on = near and claim.rank - before.rank == 1 and claim.begins_with_no
    for link in links:
        if link.type != "denies" or link.target is claim or one_side(claim, link.target):
            continue
        if denies:
            yield link._replace(claim=claim, rule="relation:denied-with-government")
        elif goes_on and claim.stance == "asserts" and claim.source != NARRATOR:
            kind: RelationType = "contradicts"
            yield link._replace(claim=claim, type=kind, rule="relation:denied-with-government")


def _answers(denial: _Denial, other: Comparable) -> float:
    """Return how likely a denial answers a claim."""
    claim = denial.claim
    shared = _shared(claim, other)
    if _is_out_of_reach(denial, other, shared):
        return 0.0
    points = claim.only_points
    score = (1.2 if points else 0.8) * shared + _of_kind(claim, other) + _of_speaker(claim, other)
    score += _nearness(denial, other) - 0.5 * other.headline
    if claim.event == "denial" and claim.negates in other.words:
        score += 0.5
    if other.source == NARRATOR:
        score -= 0.5
    if claim.is_open and not other.is_open and claim.has_clause:
        score -= 0.6
    if other.stance in _NO_FACTS and (claim.stance == "denies" or not shared):
        score -= 0.6
    if not points:
        return score
    if not other.opens:
        # What a sentence tells first is what it is about.
        score -= 0.6
    if other.certainty in {"alleged", "reported"}:
        score += 0.6
    same_paragraph = claim.article == other.article and claim.paragraph == other.paragraph
    if same_paragraph and (claim.points or not claim.words):
        score += 0.5
    return score


def _nearness(denial: _Denial, other: Comparable) -> float:
    """Return how near a claim stands before a denial; what one speaker said is one turn.

    Who tells in full what is not so speaks for itself, of whatever claim.
    """
    claim = denial.claim
    if other.article != claim.article or other.rank > claim.rank:
        return 0.0
    between = claim.rank - other.rank - 1
    if claim.event != "denial" or between > _NEAR:
        return max(0.0, 1.0 - 0.25 * between)
    turns = denial.turns.get(other.rank, between)
    return max(0.0, 1.0 - 0.23 * turns - 0.02 * between)


def _is_out_of_reach(denial: _Denial, other: Comparable, shared: int) -> bool:
    """Say whether a denial can hardly mean a claim: it shares no word, or is told only later."""
    claim = denial.claim
    ahead = denial.claims_until(other)
    if ahead > 0 and (ahead > _NEXT if claim.only_points else shared <= 1):
        return True
    return bool(claim.words) and not shared and claim.event != "denial"


def _shared(claim: Comparable, other: Comparable) -> int:
    """Return how many words a denial shares with a claim, a word of one matter being one more."""
    same = claim.words & other.words
    matters = claim.matters and claim.matters & other.matters
    matter = matters and not same & claim.matter_words
    money = not claim.words.isdisjoint(_MONEY) and other.unit == "money"
    return len(same) + bool(matter or (money and not same))


def _of_kind(claim: Comparable, other: Comparable) -> float:
    """Return how well kind and place of event fit a denial."""
    score = 1.0 if other.family in claim.named else 0.0
    if other.family in VAGUE:
        score -= 0.4
    elif other.family == claim.family:
        score += 1.0
    return score + 0.3 * bool(claim.places & other.places)


def _of_speaker(claim: Comparable, other: Comparable) -> float:
    """Return how well a claim fits as one about who denies it, who is mostly named in it."""
    score = 0.0
    state = claim.is_state and claim.country in other.named_states
    if (not claim.points or claim.charges) and (state or claim.speaker & other.all_words):
        score += 0.5
    if claim.charges and (other.accuses or other.certainty == "alleged"):
        score += 0.6
    if claim.speaks_for_state and other.speaks_for_state and claim.country == other.country:
        score -= 0.8
    if claim.points and claim.words & other.speaker:
        score += 1.0  # "the army's account" is what the army said
    return score

"""The names of one article, each looked at in its tagged sentence.

What a name is to its verb, and what its words hang on, :mod:`layers.standing` tells from the words
beside it; here each name is asked for once, in text order, so that coordinations are seen.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from layers.lexicon import of_class, table
from layers.scope import is_seat_of_court, ranks_within
from layers.standing import (
    APART,
    FARTHEST,
    NAMES,
    OPENERS,
    VERBS,
    WITHIN_PHRASE,
    Standing,
    as_oblique,
    as_subject,
    is_called_capital,
    is_far_from,
    is_kind,
    is_of_speakers,
    is_side,
    is_year,
    owner_before,
    qualifies_noun,
    right_of,
    under_verb,
    verb_before,
)
from reading.kept import kept
from reading.model import Reading, Span
from reading.openings import aside_end, subject_and_verb
from reading.tokens import Token, Tokens, tokenise

_GOING_ON = frozenset({*NAMES, "PS"})
_ROUGHLY = frozenset({"about", "around", "nearly", "over", "roughly", "some", "under"})
_JOINED = re.compile(r"-([a-z]+)")
_CONCEDING = frozenset({"although", "though", "whereas", "while"})
_SEQUELS = frozenset({"after", "before", "since"})


@cache
def _grounds() -> frozenset[str]:
    """Return the nouns before "of" that say which part or kind of a place is meant."""
    return of_class("nouns", "class", "place") | of_class("nouns", "class", "ground")


class Syntax:
    """The tagged sentences of one article, asked for the standing of names."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._sentences = tokenise(reading.article, reading.segmentation)
        self._starts = [s.span.start for s in reading.segmentation.sentences]
        self._known: dict[Span, Standing] = {}
        self._last_names: tuple[Span, ...] = ()
        self._ends: dict[int, int] = {}

    def mentions(self, words: frozenset[str]) -> bool:
        """Say whether one of some words stands anywhere in the report."""
        return not words.isdisjoint(self._words)

    @kept
    def _words(self) -> frozenset[str]:
        return frozenset().union(*[tokens.lowers for tokens in self._sentences])

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds a code-point offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def learn(self, names: Sequence[Span]) -> None:
        """Take note of all names of the text, in its order, so that coordinations are seen."""
        previous: Span | None = None
        self._ends = {name.start: name.end for name in names}
        for name in names:
            self._known[name] = self._look(name, previous)
            self._last_names = (*self._last_names[-3:], name)
            previous = name

    def of(self, name: Span) -> Standing:
        """Return how a name stands; it was among those learnt."""
        return self._known[name]

    def text_of(self, span: Span) -> str:
        """Return the words of a stretch as they are printed."""
        return span.of(self._text)

    def holds_word(self, span: Span, word: str) -> bool:
        """Say whether a word stands in a stretch of one sentence."""
        tokens, first, end = self._stretch(span)
        return word in tokens.lowers[first:end]

    def opens_with(self, span: Span, word: str) -> bool:
        """Say whether a stretch of one sentence begins with a word."""
        tokens, first, end = self._stretch(span)
        return tokens.lowers[first : min(end, first + 1)] == (word,)

    def subordinate(self, span: Span) -> int | None:
        """Return where "after", "before" or "since" opens a clause behind the verb of another."""
        tokens, first, end = self._stretch(span)
        verb = next((n for n in range(first, end) if tokens.tags[n] in OPENERS), end)
        for at in range(verb + 1, end - 2):
            if tokens[at].lower == "including" and tokens[at - 1].text == ",":
                return tokens[at].start
            behind = Tokens.of(tokens[at:end]) if tokens[at].lower in _SEQUELS else None
            if behind is not None and subject_and_verb(behind, 1, len(behind)):
                return tokens[at].start
        return None

    def conceded(self, span: Span) -> int | None:
        """Return where "While troops guard the port, …" ends that opens a stretch."""
        tokens, first, end = self._stretch(span)
        if first == end or tokens.lowers[first] not in _CONCEDING:
            return None
        commas = (at for at in range(first + 2, end - 1) if tokens.lowers[at] == ",")
        return next(
            (tokens[at].start for at in commas if subject_and_verb(tokens, at + 1, end)), None
        )

    def aside(self, span: Span) -> Span | None:
        """Return the relative clause between the commas behind a subject: ", which left Cuba,"."""
        tokens, first, end = self._stretch(span)
        for at in range(first, end - 1):
            if tokens.tags[at] in OPENERS:
                break
            closing = aside_end(tokens, at, end) if tokens.lowers[at] == "," else None
            if closing is not None:
                return Span(tokens[at].start, tokens[closing].end)
        return None

    def noun_after(self, name: Span) -> str | None:
        """Return the noun right behind a name: "resident" of "Goris resident Anna Berg"."""
        tokens, _, at = self._stretch(name)
        if at == len(tokens):
            return None
        noun = tokens[at].noun
        titled = noun is not None and noun.title
        return tokens[at].lower if tokens[at].tag == "NN" or titled else None

    def words(self, span: Span) -> list[Token]:
        """Return the tagged words of a stretch of one sentence."""
        tokens, first, end = self._stretch(span)
        return list(tokens[first:end])

    def lowers(self, span: Span) -> tuple[str, ...]:
        """Return the words of a stretch of one sentence in lower case."""
        tokens, first, end = self._stretch(span)
        return tokens.lowers[first:end]

    def _stretch(self, span: Span) -> tuple[Tokens, int, int]:
        """Return the sentence that a stretch begins in, and which of its words stand there."""
        number = self.sentence(span.start)
        tokens = self._sentences[number] if number < len(self._sentences) else Tokens()
        starts = tokens.starts
        first = bisect_left(starts, span.start)
        return tokens, first, bisect_left(starts, span.end, first)

    def points_there(self, span: Span) -> bool:
        """Say whether words hold a "there" that points to a place: not "there were"."""
        if "there" not in span.of(self._text).lower():
            return False
        tokens, first, end = self._stretch(span)
        return any(
            tokens.lowers[at] == "there" and (at + 1 == end or tokens.tags[at + 1] not in OPENERS)
            for at in range(first + 1, end)
        )

    @property
    def sentences(self) -> tuple[Tokens, ...]:
        """The tagged words of each sentence."""
        return self._sentences

    def _look(self, name: Span, previous: Span | None) -> Standing:
        if not self._sentences:
            return Standing("bare")
        number = self.sentence(name.start)
        tokens = self._sentences[number]
        first = max(0, bisect_right(tokens.starts, name.start) - 1)
        after = bisect_left(tokens.starts, name.end)
        if first >= after:
            return Standing("bare")
        head_at, possessive, end = right_of(tokens, after)
        if not possessive and self._stands_alone(tokens, after):
            # "In Morobe Province, Papua New Guinea", with or without the comma.
            head_at, end = None, after
        head = tokens[head_at].lower if head_at is not None else None
        standing = self._left(tokens, first, end, previous)
        if first == 0 and end < len(tokens) and tokens[end].text == ":":
            standing = Standing("topic")
        elif standing.function == "bare":
            apart = first > 0 and tokens[first - 1].text == ","
            standing = as_subject(tokens, first, end) or Standing("bare", apart=apart)
        speaks, qualifies = standing.speaks, standing.qualifies
        if standing.function == "oblique":
            speaks = speaks or is_of_speakers(tokens, first, end, standing)
            speaks = speaks or is_seat_of_court(tokens, first)
            qualifies = self._qualified(tokens, first, previous)
        in_name = standing.in_name
        if head_at is not None and not possessive:
            in_name = tokens[head_at].text[:1].isupper() and tokens[after].text[:1].isupper()
        joined = _JOINED.match(self._text, name.end)
        return standing._replace(
            head=head,
            possessive=possessive,
            in_name=in_name,
            speaks=speaks,
            scope=ranks_within(tokens, first, after),
            joined=joined[1] if joined is not None else None,
            as_town=is_called_capital(tokens, first),
            qualifies=qualifies,
        )

    def _stands_alone(self, tokens: Sequence[Token], at: int) -> bool:
        """Say whether a name begins at a word and is no part of a longer one."""
        end = self._ends.get(tokens[at].start) if at < len(tokens) else None
        if end is None:
            return False
        after = next((t for t in tokens[at:] if t.start >= end), None)
        return after is None or after.tag not in _GOING_ON

    def _qualified(self, tokens: Sequence[Token], first: int, previous: Span | None) -> Span | None:
        """Return the name that ends right before the preposition before a name."""
        if previous is None:
            return None
        for at in range(first - 1, max(0, first - FARTHEST), -1):
            if tokens[at].tag in {"IN", "TO"}:
                before = tokens[at - 1]
                return previous if before.start < previous.end <= before.end else None
            if tokens[at].tag not in WITHIN_PHRASE:
                return None
        return None

    def _left(
        self, tokens: Sequence[Token], first: int, end: int, previous: Span | None
    ) -> Standing:
        at, lowest, name_at = first - 1, max(0, first - FARTHEST), first
        while at >= lowest:
            token = tokens[at]
            if is_year(tokens, at):
                break
            if self._belongs(tokens, at, first):
                at -= 1
            elif token.lower == "of" and at > 0:
                noun_at = at - 1
                if is_far_from(tokens, noun_at):
                    return Standing("of", "of", noun="distance", verb=verb_before(tokens, at))
                if tokens[noun_at].lower not in _grounds():
                    return Standing(
                        "of",
                        "of",
                        noun=tokens[noun_at].lower,
                        verb=verb_before(tokens, at),
                        in_name=tokens[noun_at].text[:1].isupper() and noun_at > 0,
                    )
                at = noun_at - 1
                first = noun_at
            elif token.text == "," and at > 0 and is_kind(tokens[at - 1]):
                first = at = at - 1
            elif token.tag in {"CC", "PU"} and (like := self._coordinated(tokens, at, previous)):
                # "Lete, a village 30 km south of Jomsom": what is measured only says where.
                beside = _is_measured(tokens[name_at]) or like.apart
                return like._replace(head=None, possessive=False, apart=beside)
            elif token.tag in {"IN", "TO", "SC"} and token.lower in table("prepositions"):
                found = self._journey(tokens, at, previous) or as_oblique(tokens, at)
                beside = name_at > first and _is_measured(tokens[name_at])
                return found._replace(apart=True) if beside else found
            elif token.tag in VERBS or token.lower == "including":
                return under_verb(tokens, at, (first, end))
            elif token.tag == "PS" and (owner := owner_before(tokens, at)) is not None:
                first = at = owner
            else:
                break
        return Standing("bare")

    def _belongs(self, tokens: Sequence[Token], at: int, first: int) -> bool:
        """Say whether a word before a name is of its phrase: "the flooded Indian city of"."""
        token = tokens[at]
        if token.tag in WITHIN_PHRASE or token.text in APART or qualifies_noun(tokens, at):
            return True
        if token.lower in _ROUGHLY and tokens[at + 1].text[:1].isdigit():
            return at > 0 and tokens[at - 1].text != ","
        if token.tag in NAMES and first - at <= 3 and self._describes(token):
            return True
        # "In Crowded Baghdad Market", as headlines are written.
        after_preposition = at > 0 and tokens[at - 1].tag == "IN"
        participle = token.tag in {"NP", "VF", "VN"} and token.lower.endswith("ed")
        return participle and after_preposition

    def _journey(self, tokens: Sequence[Token], at: int, previous: Span | None) -> Standing | None:
        """Return the standing of Y in "from X to Y", which is a way whatever the verb."""
        if tokens[at].lower != "to" or previous is None or at == 0:
            return None
        start = self._known.get(previous)
        if start is None or start.preposition != "from" or start.function != "oblique":
            return None
        if not tokens[at - 1].start < previous.end <= tokens[at - 1].end:
            return None
        return start._replace(preposition="to", verb="travel")

    def _describes(self, token: Token) -> bool:
        """Say whether a noun before a name belongs to it: "the Indian city", "village"."""
        if is_kind(token):
            return True
        return any(n.start <= token.start < n.end for n in self._last_names)

    def _coordinated(
        self, tokens: Sequence[Token], at: int, previous: Span | None
    ) -> Standing | None:
        """Return the standing of the name before "and" or a comma, if nothing else is between."""
        if previous is None or previous not in self._known:
            return None
        if tokens[at].text not in {"and", "or", ",", "&", "nor", "/", "-", "–"}:
            return None
        left = at
        while left > 0 and (tokens[left - 1].tag == "CC" or tokens[left - 1].text == ","):
            left -= 1
        if left == 0 or not tokens[left - 1].start < previous.end <= tokens[left - 1].end:
            return None
        return self._known[previous]


def _is_measured(token: Token) -> bool:
    """Say whether words that begin so measure from a place: "30 km south of", "south of"."""
    return token.text[:1].isdigit() or is_side(token)

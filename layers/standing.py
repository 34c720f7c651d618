"""How a place name stands in its clause: what it is to the verb, and what its words hang on.

The slots of a claim say this for whole phrases; a name needs a closer look, because "North Korean
soldiers", "Russia's actions" and "the village of Bucha" put it at different places of a phrase.
Everything here walks a bounded stretch of one tagged sentence.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal, NamedTuple

from layers.lexicon import of_class, table
from layers.scope import is_led_to, is_seat_of_court, ranks_within
from reading.model import Reading, Span
from reading.openings import subject_and_verb
from reading.phrases import calendar_words
from reading.tokens import Token, tokenise

Function = Literal["subject", "object", "oblique", "of", "topic", "bare"]
_FARTHEST = 30
_start = attrgetter("start")
_OPENING = 6
_ROUGHLY = frozenset({"about", "around", "nearly", "over", "roughly", "some", "under"})
_OWNING = 5
_SEQUELS = frozenset({"after", "before", "since"})
_WITHIN_PHRASE = frozenset({"DT", "JJ", "CD"})
_VERBS = frozenset({"VF", "VB", "VN", "VG", "BE", "AX"})
_FULL_VERBS = frozenset({"VF", "VB", "VN", "VG"})
_OPENERS = frozenset({"VF", "AX", "BE", "MD"})
_NAMES = frozenset({"NN", "NP"})
_NOMINAL = _NAMES | _WITHIN_PHRASE
_DIRECTIONS = frozenset(
    {"north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"}
)
_LENGTHS = frozenset({"km", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles"})
_OFFICIALS = frozenset({"police", "doctors", "residents", "witnesses", "prosecutors"})
_SPEAKING = frozenset(
    {
        *("accuse", "blame", "condemn", "confirm", "criticise", "criticize", "demand", "deny"),
        *("estimate", "pledge", "praise", "promise", "put", "reject", "report", "urge", "welcome"),
    }
)
_RAISING = frozenset(
    {"allege", "appear", "assume", "believe", "continue", "expect", "know", "report", "say"}
    | {"seem", "start", "suppose", "think", "understand"}
)
_LYING = frozenset({"bordering", "neighboring", "neighbouring", "surrounding"})
_BEFORE_VERB = frozenset({"RB", "CC", "PS", *_NAMES, *_WITHIN_PHRASE})
_GOING_ON = frozenset({*_NAMES, "PS"})
_LOOSE = frozenset({"RB", "PU", "CC"})
_APART = frozenset({"“", "”", '"', "‘", "(", ")"})


class Standing(NamedTuple):
    """Where a name stands.

    Parameters
    ----------
    function : str
        Of the whole phrase that holds the name; ``topic``: before the colon that opens a headline.
    preposition : str or None
        Before the phrase; "in", "from".
    verb : str or None
        Lemma of the verb that the phrase is subject or object of, or hangs on.
    passive : bool
        The subject suffers what the verb says.
    head : str or None
        Noun that the name modifies or owns ("soldiers" in "North Korean soldiers").
    possessive : bool
        An apostrophe s follows.
    noun : str or None
        Noun before the preposition ("border" in "a border with Ukraine"), or before "of".
    in_name : bool
        The word that it modifies, or that stands before "of", is a name too: "Florida Atlantic
        University", "the University of California".
    fronted : bool
        The phrase opens its sentence.
    apart : bool
        A comma stands before it: "killed five, two of them children, in Gaza".
    speaks : bool
        It says where those are who speak: "officials in Manila said".
    scope : bool
        It only says among what something ranks: "the only mine in Europe".
    leads : bool
        "To" stands before the noun: "moved to a camp near Iriba".
    qualifies : Span or None
        The name right before the preposition: Leipzig, of Germany in "Leipzig in Germany".
    """

    function: Function
    preposition: str | None = None
    verb: str | None = None
    passive: bool = False
    head: str | None = None
    possessive: bool = False
    noun: str | None = None
    in_name: bool = False
    fronted: bool = False
    apart: bool = False
    speaks: bool = False
    scope: bool = False
    leads: bool = False
    qualifies: Span | None = None


class Syntax:
    """The tagged sentences of one article, asked for the standing of names."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._sentences = tokenise(reading.article, reading.segmentation)
        self._starts = [s.span.start for s in reading.segmentation.sentences]
        self._word_starts = [[token.start for token in tokens] for tokens in self._sentences]
        self._known: dict[Span, Standing] = {}
        self._last_names: tuple[Span, ...] = ()
        self._ends: dict[int, int] = {}

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

    def holds_word(self, span: Span, word: str) -> bool:
        """Say whether a word stands in a stretch of one sentence."""
        return any(token.lower == word for token in self._within(span))

    def opens_with(self, span: Span, word: str) -> bool:
        """Say whether a stretch of one sentence begins with a word."""
        return any(token.lower == word for token in self._within(span)[:1])

    def subordinate(self, span: Span) -> int | None:
        """Return where "after", "before" or "since" opens a clause behind the verb of another."""
        words = self._within(span)
        verb = next((n for n, token in enumerate(words) if token.tag in _OPENERS), len(words))
        for at in range(verb + 1, len(words) - 2):
            if words[at].lower == "including" and words[at - 1].text == ",":
                return words[at].start
            if words[at].lower in _SEQUELS and subject_and_verb(words, at + 1, len(words)):
                return words[at].start
        return None

    def noun_after(self, name: Span) -> str | None:
        """Return the common noun right behind a name: "resident" of "Goris resident Anna Berg"."""
        number = self.sentence(name.start)
        tokens = self._sentences[number] if number < len(self._sentences) else ()
        at = bisect_left(tokens, name.end, key=_start)
        return tokens[at].lower if at < len(tokens) and tokens[at].tag == "NN" else None

    def _within(self, span: Span) -> list[Token]:
        number = self.sentence(span.start)
        tokens = self._sentences[number] if number < len(self._sentences) else ()
        first = bisect_left(tokens, span.start, key=_start)
        return list(tokens[first : bisect_left(tokens, span.end, first, key=_start)])

    def points_there(self, span: Span) -> bool:
        """Say whether words hold a "there" that points to a place: not "there were"."""
        if "there" not in span.of(self._text).lower():
            return False
        words = self._within(span)
        return any(
            token.lower == "there"
            and at > 0
            and (at + 1 == len(words) or words[at + 1].tag not in _OPENERS)
            for at, token in enumerate(words)
        )

    @property
    def sentences(self) -> tuple[tuple[Token, ...], ...]:
        """The tagged words of each sentence."""
        return self._sentences

    def _look(self, name: Span, previous: Span | None) -> Standing:
        if not self._sentences:
            return Standing("bare")
        number = self.sentence(name.start)
        tokens, starts = self._sentences[number], self._word_starts[number]
        first = max(0, bisect_right(starts, name.start) - 1)
        after = bisect_left(starts, name.end)
        if first >= after:
            return Standing("bare")
        head_at, possessive, end = _right(tokens, after)
        if not possessive and self._stands_alone(tokens, after):
            # "In Morobe Province, Papua New Guinea", with or without the comma.
            head_at, end = None, after
        head = tokens[head_at].lower if head_at is not None else None
        standing = self._left(tokens, first, end, previous)
        if first == 0 and end < len(tokens) and tokens[end].text == ":":
            standing = Standing("topic")
        elif standing.function == "bare":
            apart = first > 0 and tokens[first - 1].text == ","
            standing = _subject(tokens, first, end) or Standing("bare", apart=apart)
        if standing.function == "oblique":
            standing = standing._replace(
                speaks=standing.speaks
                or _is_of_speakers(tokens, first, end, standing)
                or is_seat_of_court(tokens, first),
                qualifies=self._qualified(tokens, first, previous),
            )
        in_name = standing.in_name
        if head_at is not None and not possessive:
            in_name = tokens[head_at].text[:1].isupper() and tokens[after].text[:1].isupper()
        scope = ranks_within(tokens, first, after)
        return standing._replace(head=head, possessive=possessive, in_name=in_name, scope=scope)

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
        for at in range(first - 1, max(0, first - _FARTHEST), -1):
            if tokens[at].tag in {"IN", "TO"}:
                before = tokens[at - 1]
                return previous if before.start < previous.end <= before.end else None
            if tokens[at].tag not in _WITHIN_PHRASE:
                return None
        return None

    def _left(
        self, tokens: Sequence[Token], first: int, end: int, previous: Span | None
    ) -> Standing:
        at, lowest, name_at = first - 1, max(0, first - _FARTHEST), first
        while at >= lowest:
            token = tokens[at]
            if _is_year(tokens, at):
                break
            if self._belongs(tokens, at, first):
                at -= 1
            elif token.lower == "of" and at > 0:
                noun_at = at - 1
                if _far_from(tokens, noun_at):
                    return Standing("of", "of", noun="distance", verb=_verb(tokens, at))
                if tokens[noun_at].lower not in of_class("nouns", "class", "place"):
                    return Standing(
                        "of",
                        "of",
                        noun=tokens[noun_at].lower,
                        verb=_verb(tokens, at),
                        in_name=tokens[noun_at].text[:1].isupper() and noun_at > 0,
                    )
                at = noun_at - 1
                first = noun_at
            elif token.text == "," and at > 0 and _is_kind(tokens[at - 1]):
                first = at = at - 1
            elif token.tag in {"CC", "PU"} and (like := self._coordinated(tokens, at, previous)):
                # "Lete, a village 30 km south of Jomsom": what is measured only says where.
                measured = tokens[name_at].text[:1].isdigit()
                return like._replace(head=None, possessive=False, apart=measured or like.apart)
            elif token.tag in {"IN", "TO", "SC"} and token.lower in table("prepositions"):
                return self._journey(tokens, at, previous) or _oblique(tokens, at)
            elif token.tag in _VERBS or token.lower == "including":
                return _under_verb(tokens, at, (first, end))
            elif token.tag == "PS" and (owner := _owner(tokens, at)) is not None:
                first = at = owner
            else:
                break
        return Standing("bare")

    def _belongs(self, tokens: Sequence[Token], at: int, first: int) -> bool:
        """Say whether a word before a name is of its phrase: "the flooded Indian city of"."""
        token = tokens[at]
        if token.tag in _WITHIN_PHRASE or token.text in _APART or _qualifies(tokens, at):
            return True
        if token.lower in _ROUGHLY and tokens[at + 1].text[:1].isdigit():
            return at > 0 and tokens[at - 1].text != ","
        if token.tag in _NAMES and first - at <= 3 and self._describes(token):
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
        if _is_kind(token):
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


def _under_verb(tokens: Sequence[Token], verb: int, name: tuple[int, int]) -> Standing:
    """Return the standing of a name behind a verb form: its object, or a subject of its own."""
    if tokens[verb].lower == "including":
        return Standing("object", verb="include")
    suffers = name[1] < len(tokens) and tokens[name[1]].tag == "CC"
    suffers = suffers or tokens[verb].lower in _LYING  # ", bordering Orvel, the army said"
    own = None if suffers else _subject(tokens, *name)
    return own or Standing("object", verb=tokens[verb].lemma)


def _owner(tokens: Sequence[Token], at: int) -> int | None:
    """Return the word before the owner whose apostrophe s stands at `at`: "in Peru's north"."""
    left = at - 1
    while left >= 0 and at - left <= _OWNING and tokens[left].tag in _NAMES:
        left -= 1
    return left if 0 <= left < at - 1 else None


def _is_of_speakers(tokens: Sequence[Token], first: int, end: int, standing: Standing) -> bool:
    noun = standing.noun
    if noun not in _OFFICIALS and noun not in of_class("nouns", "class", "government"):
        return False
    follows = _subject(tokens, first, end)
    verb = None if follows is None else follows.verb
    return verb in _SPEAKING or verb in of_class("verbs", "inside", "speaker_seat")


def _far_from(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a direction follows a distance: "32 km (20 miles) north of Chivay"."""
    if at == 0 or tokens[at].lower not in _DIRECTIONS:
        return False
    return tokens[at - 1].lower in _LENGTHS or tokens[at - 1].text == ")"


def _is_kind(token: Token) -> bool:
    """Say whether a word says what kind of place the name beside it is."""
    if token.lower == "capital" or token.lower in of_class("nouns", "class", "place"):
        return True
    return token.lower in table("place_types")


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].tag == "CD" and len(tokens[at].text) == 4 and tokens[at].text.isdigit()


def _qualifies(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a participle belongs to the noun after it: "the neighbouring state"."""
    if tokens[at].tag not in {"VG", "VN"} or at == 0:
        return False
    if tokens[at - 1].tag in {"DT", "PS", "JJ"}:
        return True
    return tokens[at].lower in _LYING and tokens[at - 1].tag not in {"PU", *_NAMES}


def _right(tokens: Sequence[Token], after: int) -> tuple[int | None, bool, int]:
    """Return where the head noun after a name is, whether the name owns it, where it all ends."""
    possessive = after < len(tokens) and tokens[after].tag == "PS"
    at = after + 1 if possessive else after
    head = None
    while at < len(tokens) and at - after <= 8:
        token = tokens[at]
        if token.tag in _NAMES:
            head = at
        elif (
            token.tag not in {"JJ", "CD", "VN"}
            and not (
                token.text in _APART and at + 1 < len(tokens) and token.text in '“"‘' and possessive
            )
        ) or (token.tag == "VN" and head is not None):
            break
        at += 1
    return (head, possessive, at) if head is not None else (None, possessive, after)


def _oblique(tokens: Sequence[Token], at: int) -> Standing:
    before = tokens[at - 1] if at > 0 else None
    noun = before.lower if before is not None and before.tag in _NAMES else None
    if noun in calendar_words():
        # "Said on Thursday in Ankara" was said there.
        noun = None
    gerund = _motion(noun)
    return Standing(
        "oblique",
        tokens[at].lower,
        verb=gerund or _verb(tokens, at),
        noun=None if gerund else noun,
        apart=before is not None and before.text == ",",
        fronted=at < _OPENING and _opens(tokens[:at]),
        leads=noun is not None and is_led_to(tokens, at),
    )


def _motion(noun: str | None) -> str | None:
    """Return the verb of "a plane flying from", which stands where a noun could."""
    if noun is None or not noun.endswith("ing"):
        return None
    stem = noun.removesuffix("ing")
    goes = of_class("verbs", "towards", "destination") | of_class("verbs", "inside", "destination")
    return next((verb for verb in (stem, f"{stem}e", stem[:-1]) if verb in goes), None)


def _opens(before: Sequence[Token]) -> bool:
    """Say whether nothing but adverbs and places stands before: "Also in the west, in Lorient"."""
    tags = {token.tag for token in before}
    if tags <= _LOOSE:
        return True
    if before[0].tag not in {"RB", "IN"} or not tags <= _LOOSE | _WITHIN_PHRASE | {"IN", "NN"}:
        return False
    return all(t.lower in _DIRECTIONS for t in before if t.tag == "NN")


def _verb(tokens: Sequence[Token], at: int) -> str | None:
    """Return the lemma of the nearest verb to the left, in the same clause."""
    for index in range(at - 1, max(-1, at - _FARTHEST), -1):
        if tokens[index].tag == "TH":
            return None
        if tokens[index].tag in _FULL_VERBS or tokens[index].lemma == "be":
            return tokens[index].lemma
    return None


def _subject(tokens: Sequence[Token], first: int, end: int) -> Standing | None:
    """Return the standing of a phrase before its verb, or None where no verb follows."""
    at, stop = end, min(len(tokens), end + _FARTHEST)
    while at < stop:
        token = tokens[at]
        if token.tag in _OPENERS:
            break
        if token.tag == "CC" and tokens[min(at + 1, stop - 1)].tag not in _NOMINAL:
            return None
        if token.tag in _BEFORE_VERB or token.text in _APART or token.text == ".":
            at += 1
        elif token.text == "," and (closed := _parenthesis(tokens, at, stop)):
            at = closed
        elif token.lower in {"of", "in", "near", "from"} and at + 1 < stop:
            at += 1
        elif token.lower == "on" and at + 1 < stop and tokens[at + 1].lower in calendar_words():
            at += 2
        else:
            return None
    else:
        return None
    group = [tokens[at]]
    for token in tokens[at + 1 : stop]:
        if token.tag not in {"RB", "AX", "BE", "VB", "VN", "VG", "VF", "TO"}:
            break
        group.append(token)
    main = _main_verb(group)
    helpers = [t for t in group[:main] if t.tag != "RB"]
    passive = bool(helpers) and (helpers[-1].tag == "BE" or helpers[-1].lemma == "be")
    return Standing(
        "subject",
        verb=group[main].lemma,
        passive=passive and group[main].tag in {"VN", "VF"},
        fronted=first == 0,
    )


def _main_verb(group: Sequence[Token]) -> int:
    """Return what the subject does: "obtained" in "is said to have obtained", else the first."""
    full = [n for n, token in enumerate(group) if token.tag in _FULL_VERBS]
    if not full:
        return 0
    to = next((n for n, token in enumerate(group) if token.tag == "TO"), len(group))
    before = [n for n in full if n < to]
    if not before or group[before[-1]].lemma in _RAISING:
        return full[-1]
    return before[-1]


def _parenthesis(tokens: Sequence[Token], comma: int, stop: int) -> int | None:
    """Return the index after the comma that closes an aside opened by `comma`."""
    for index in range(comma + 1, min(stop, comma + 20)):
        if tokens[index].text == ",":
            return index + 1
    return None

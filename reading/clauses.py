"""One clause for one thing claimed: where a sentence is cut, and why.

The cuts follow the punctuation and coordination of news English: ", and" with a subject and a verb
of its own, a second verb for the same subject, "including", "with three of them", "before they are
expected to", "killing two". Inside a quotation only whole sentences are cut.
"""

from typing import NamedTuple

from reading.clause import Clause, Kind, main_verb
from reading.openings import (
    PARTED,
    aside_end,
    counted,
    dash_closes,
    describes,
    figure_ahead,
    figure_and_place,
    long_subject,
    missing_behind,
    part_of_them,
    ranks_since,
    recorded,
    share,
    subject_and_verb,
    two_adverbs,
    undergone,
    with_count,
)
from reading.phrases import Range, Tokens, finite_at, has_finite, is_temporal
from reading.sequels import compared, earlier, meanwhile
from reading.tokens import FINITE, NOMINAL, NOUNS

_CONTRASTS = frozenset({"while", "whereas", "although", "though", "so"})
_HEADED = _CONTRASTS | {"since", "before"}
_JOINTS = frozenset({"and", "but", "yet"})
_SHARES = frozenset({"part", "gapped"})
_DOING = frozenset(
    {
        *(
            "block",
            "burn",
            "bury",
            "close",
            "cut",
            "damage",
            "destroy",
            "displace",
            "flood",
            "injure",
        ),
        *("kill", "open", "seize", "sink", "sweep", "topple", "trap", "wound"),
    }
)
_TOTALLING = frozenset({"bring", "take", "raise", "push", "lift", "put"})
_AHEAD = frozenset({"expected", "due", "set", "scheduled", "planned"})
_RELATIVES = frozenset({"which", "who", "when", "where"})
_NO_VERB_NEXT = NOMINAL | {"IN", "TO", "RB"}
_ENDING = FINITE | {"SC", "WH", "TH", "PU"}
_FINITE_OR_GERUND = FINITE | {"VG"}
_CUTTING = frozenset({"PU", "CC", "SC", "WH", "TH"})
_EDGES = frozenset({",", ";", "—", "–", ":"})
_LOOSE_ENDS = _EDGES | {"and", "but"}
_FIGURES = frozenset({"count", "estimate", "figure", "number", "toll", "total"})
_BETWEEN_REACH = 7


class _Cut(NamedTuple):
    """Where a clause ends, where the next begins, and what that is."""

    stop: int
    start: int
    kind: Kind


def split_clauses(
    tokens: Tokens,
    start: int,
    end: int,
    *,
    headline: bool = False,
    charges: bool = False,
    colon: bool = False,
    framed: bool = False,
) -> tuple[Clause, ...]:
    """Cut the range into clauses, in order; the first is ``main``.

    Parameters
    ----------
    tokens : sequence of Token
        One sentence.
    start, end : int
        Word indexes, end exclusive.
    headline : bool
        Cut "X leaves two dead, turns to Y" and "X falls as Y rises" as well.
    charges : bool
        The content lists deeds: "of shelling A and of burning B".
    colon : bool
        A clause after a colon is a thing of its own.
    framed : bool
        Somebody says it, so that ", who moved away last year" is an aside of the article.
    """
    splitter = _Splitter(tokens, start, end)
    splitter.headline, splitter.charges = headline, charges
    splitter.colon, splitter.framed = colon, framed
    found: list[Clause] = []
    left, kind = start, splitter.kind
    for cut in (*splitter.cuts(), _Cut(end, end, "main")):
        trimmed = _trim(tokens, left, cut.stop)
        if trimmed is not None:
            found.append(Clause(*trimmed, kind, main_verb(tokens, *trimmed)))
        left, kind = cut.start, cut.kind
    return tuple(found)


class _Splitter:
    """Finds the cuts of one range, from left to right."""

    def __init__(self, tokens: Tokens, start: int, end: int) -> None:
        self.headline = self.charges = self.colon = self.framed = False
        self.kind: Kind = "main"
        self._tokens = tokens
        self._end = end
        self._begin = start
        self._border = start

    def cuts(self) -> list[_Cut]:
        """Return every cut; ``kind`` is that of the clause being read."""
        found: list[_Cut] = []
        aside = self._begin
        tags, lowers, quotes = self._tokens.tags, self._tokens.lowers, self._tokens.quotes
        for index in range(self._begin, self._end - 1):
            quoted, tag = quotes[index] >= 0, tags[index]
            if index < self._begin or not (quoted or tag in _CUTTING or lowers[index] == "with"):
                continue
            if quoted:
                cut = self._sentence_end(index)
                if cut is not None:
                    found.append(cut)
                    self._begin = self._border = cut.start
                    self.kind = cut.kind
                continue
            if lowers[index] == "," and index >= aside and not self._has_verb(index):
                aside = aside_end(self._tokens, index, self._end) or aside
            if index < aside:
                continue
            cut = self._at(index)
            if cut is not None:
                found.append(cut)
                self._begin = self._border = cut.start
                self.kind = cut.kind
            elif tag in {"SC", "WH", "TH"}:
                self._border = index + 1
        self.kind = "main"
        return found

    def _at(self, index: int) -> _Cut | None:
        token = self._tokens[index]
        if token.lower == ",":
            return self._comma(index)
        if token.lower == "(":
            return self._bracket(index)
        if token.lower in _EDGES:
            return self._mark(index)
        if token.tag == "CC" and token.lower in _JOINTS:
            return self._conjunction(index)
        if token.lower == "with":
            gone = missing_behind(self._tokens, index, self._end) and self._has_verb(index)
            return _Cut(index, index, "result") if gone else None
        if token.tag == "SC" and index > self._begin and self._has_verb(index):
            if self.headline and token.lower == "as" and self._clause_at(index + 1):
                return _Cut(index, index + 1, "contrast")
            return self._subordination(index, index)
        return None

    def _sentence_end(self, index: int) -> _Cut | None:
        """Cut a quotation of several sentences where one ends and the next begins."""
        token, following = self._tokens[index], self._tokens[index + 1]
        ends = token.text in {".", "!", "?"} and following.quote == token.quote
        opens = following.text[0].isupper() and index > self._begin
        return _Cut(index + 1, index + 1, "coordinate") if ends and opens else None

    def _has_verb(self, stop: int) -> bool:
        return has_finite(self._tokens, self._begin, stop)

    def _has_infinitive(self, stop: int) -> bool:
        return any(self._tokens[n].tag == "VB" for n in range(self._begin, stop))

    def _clause_at(self, index: int) -> bool:
        return subject_and_verb(self._tokens, index, self._end)

    def _counted(self, index: int, reach: int | None = None) -> bool:
        stop = self._end if reach is None else min(self._end, index + reach)
        return counted(self._tokens, index, stop)

    def _mark(self, index: int) -> _Cut | None:
        following = self._tokens[index + 1]
        if self._tokens[index].lower != ":":
            led = self._has_verb(index) or self.kind == "part"
            led = led and not self._closes_aside(index)
            both = led and has_finite(self._tokens, index + 1, self._end)
            both = both and not dash_closes(self._tokens, index, self._end)
            return _Cut(index, index + 1, "coordinate") if both else None
        if self._tokens[index].end == following.start:
            return None
        if self._tokens[index - 1].lower in _FIGURES:
            return None
        if self._has_verb(index) and following.tag == "CD":
            return _Cut(index, index + 1, "part")
        quoted = following.quote >= 0 and finite_at(self._tokens, index + 1, self._end, quoted=True)
        if self.colon and (quoted or self._clause_at(index + 1)):
            return _Cut(index, index + 1, "coordinate")
        return None

    def _closes_aside(self, dash: int) -> bool:
        """Say whether a dash ends the aside between a subject and its verb: "– it grew –"."""
        tokens, mark = self._tokens, self._tokens[dash].lower
        opens = any(tokens[n].lower == mark for n in range(self._begin, dash))
        return mark in {"–", "—"} and opens and tokens[dash + 1].tag in FINITE

    def _bracket(self, index: int) -> _Cut | None:
        """Read "have died (11 in the north and one in the south)"."""
        closes = next((n for n in range(index, self._end) if self._tokens[n].lower == ")"), None)
        if closes is None or any(self._tokens[n].tag != "PU" for n in range(closes, self._end)):
            return None
        opens = share(self._tokens, index + 1, closes) or recorded(self._tokens, index + 1, closes)
        return _Cut(index, index + 1, "part") if opens and self._has_verb(index) else None

    # -- and, but -----------------------------------------------------------------------------

    def _conjunction(self, index: int) -> _Cut | None:
        following = self._tokens[index + 1]
        undone = self._tokens[index].lower == "yet" and self._tokens[index - 1].lower == "not"
        if undone or self._joins_words(index):
            return None
        if self._is_share(index + 1):
            return self._next_share(index, index + 1)
        if undergone(self._tokens, index, self._begin, self._border, self._end):
            return _Cut(index, index + 1, "gapped")
        if two_adverbs(self._tokens, index):
            return None
        if self.kind == "part" and following.tag == "CD":
            return None
        if following.tag == self._tokens[self._begin].tag == "VG":
            counts = self._counted(index + 2) or self._counted(index + 3)
            return _Cut(index, index + 1, "result") if counts else None
        if self.charges and following.lower in {"of", "for"}:
            return _Cut(index, index + 1, "coordinate")
        return self._coordination(index, index + 1, self._border)

    def _is_share(self, index: int) -> bool:
        """Find "five in Odesa" after "12 people died in Lviv and", "30 in Marla," before it."""
        if not share(self._tokens, index, self._end):
            return False
        sharing = self.kind in _SHARES
        return sharing or figure_and_place(self._tokens, self._begin, index - 1)

    def _next_share(self, stop: int, start: int) -> _Cut:
        return _Cut(stop, start, "part" if self.kind == "part" else "gapped")

    def _joins_words(self, conjunction: int) -> bool:
        """Say whether "and" joins two numbers, or the two sides of "between"."""
        tokens = self._tokens
        if tokens[conjunction - 1].tag == tokens[conjunction + 1].tag == "CD":
            return True
        lowest = max(self._begin, conjunction - _BETWEEN_REACH)
        for index in range(conjunction - 1, lowest - 1, -1):
            if tokens[index].lower == "between":
                return True
            if tokens[index].tag in FINITE or tokens[index].lower in {"and", ","}:
                return False
        return False

    def _coordination(self, stop: int, start: int, border: int) -> _Cut | None:
        tokens, after = self._tokens, start
        while after < self._end and tokens[after].tag == "RB":
            after += 1
        undone = any(tokens[n].lower == "not" for n in range(start, min(after, self._end)))
        if after >= self._end or (undone and tokens[after].tag == "VF"):
            return None  # "sent but not yet accepted"
        if tokens[after].tag == "TH" and has_finite(tokens, after + 1, self._end):
            return _Cut(stop, after + 1, "coordinate")
        if self._within_relative(border, stop):
            return None
        verb = finite_at(tokens, border, stop)
        if verb is None and self.headline and tokens[stop].lower == "," and self._clause_at(after):
            return _Cut(stop, start, "coordinate")
        if verb is None and self.kind == "part" and tokens[after].tag == "VF":
            return _Cut(stop, start, "shared_subject")  # "nine, two of them boys, and seized gold"
        if verb is None:
            deed = self.colon and tokens[after].tag == "VF" and stop > border
            return _Cut(stop, start, "shared_subject") if deed else None
        if tokens[after].tag == "VN" and tokens[verb].tag == "AX":
            return self._shared_participle(stop, after, verb)
        if tokens[after].tag in FINITE:
            last = max(n for n in range(border, stop) if tokens[n].tag in FINITE or n == verb)
            twins = stop - last < 3 and tokens[after].tag == "VF"
            twins = twins or describes(tokens, stop, after)
            return None if twins else _Cut(stop, start, "shared_subject")
        return _Cut(stop, start, "coordinate") if self._clause_at(after) else None

    def _within_relative(self, border: int, stop: int) -> bool:
        """Say whether what was read tells only of the subject: "The fire that killed two and …"."""
        tokens, opener = self._tokens, border - 1
        if opener <= self._begin or tokens[opener].lower not in {"that", "who", "which"}:
            return False
        if tokens[opener - 1].tag not in NOUNS or tokens[opener].tag == "PR":
            return False
        verbs = [
            n for n in range(border, stop) if tokens[n].tag in FINITE or tokens[n].lower == ","
        ]
        return len(verbs) == 1 and not has_finite(tokens, self._begin, opener)

    def _shared_participle(self, stop: int, after: int, verb: int) -> _Cut | None:
        """Read "has grown to 900 acres and driven people from their homes"."""
        tokens = self._tokens
        far = stop - verb >= 4 and tokens[stop - 1].tag in NOUNS
        goes_on = after + 1 < self._end and tokens[after + 1].tag in _NO_VERB_NEXT
        return _Cut(stop, after, "shared_subject") if far and goes_on else None

    # -- commas -------------------------------------------------------------------------------

    def _comma(self, comma: int) -> _Cut | None:
        index = comma + 1
        token = self._tokens[index]
        if token.quote >= 0:
            return None
        if token.lower in _CONTRASTS:
            led = self._has_verb(comma) or self.kind in {"result", "contrast"}
            two = led and self._clause_at(index + 1)
            return _Cut(comma, index + 1, "contrast") if two else None
        if self._is_share(index + (token.tag == "CC")):
            return self._next_share(comma, index + (token.tag == "CC"))
        if token.tag == "CC":
            joint = token.lower in _JOINTS and index + 1 < self._end
            return self._coordination(comma, index + 1, self._begin) if joint else None
        return self._behind_comma(comma)

    def _behind_comma(self, comma: int) -> _Cut | None:
        """Cut before what hangs on a clause: ", which fell", ", including 30", ", killing two"."""
        index = comma + 1
        token = self._tokens[index]
        if (
            token.lower in _RELATIVES
            and token.tag != "NP"
            and (self.framed or self._has_verb(comma))
        ):
            return self._relative(comma, index)
        if self.kind == "result" and self._is_result(index):
            return _Cut(comma, index, "result")  # "killing ten, destroying five trucks"
        if self.kind not in _SHARES and not self._has_verb(comma):
            return self._comma_of_object(comma, index)
        if token.tag == "VF" and (self.headline or self._is_listed(comma)):
            return _Cut(comma, index, "shared_subject")
        if self.headline and self._counted(index):
            return _Cut(comma, index, "result")
        if self.headline and token.tag in NOUNS and self._tokens[index + 1 : index + 2]:
            done = index + 2 >= self._end and self._tokens[index + 1].tag in {"VN", "VF"}
            return _Cut(comma, index, "coordinate") if done else None
        whole = self._tokens[self._begin].lower in {"of", "among"}  # "Of the 12 freed, one died"
        listed = self.kind != "part" and self._counted(self._begin) and self._counted(index)
        listed = listed and not whole
        if listed and self._clause_at(index):
            return _Cut(comma, index, "coordinate")  # "10 houses fell, 19 wells were buried and …"
        if self._is_part(index):
            return _Cut(comma, index, "part")
        return self._hanging(comma, index)

    def _hanging(self, comma: int, index: int) -> _Cut | None:
        """Cut before ", compared with 40", ", as X slept", ", a day after X", ", before X"."""
        tokens, lower = self._tokens, self._tokens[index].lower
        if compared(tokens, index, self._end) or meanwhile(tokens, index, self._end):
            return _Cut(comma, index + (lower == "as"), "contrast")
        begins = earlier(tokens, index, self._end)
        if begins is not None:
            return _Cut(comma, begins, "earlier")
        if self._is_result(index) or with_count(tokens, index, self._end):
            return _Cut(comma, index, "result")
        if lower in {"since", "before"}:
            return self._subordination(comma, index)
        return None

    def _comma_of_object(self, comma: int, index: int) -> _Cut | None:
        """Cut behind an object alone: "reported 40 cases, including two deaths"."""
        lower = self._tokens[index].lower
        if self.framed and lower in {"among", "including"} and self._is_part(index):
            if self._goes_on(index):
                return None  # "367 people, including 12 women, had been rescued"
            return _Cut(comma, index, "part")
        if compared(self._tokens, index, self._end):
            return _Cut(comma, index, "contrast")
        begins = earlier(self._tokens, index, self._end) if self._has_infinitive(comma) else None
        if begins is not None:
            return _Cut(comma, begins, "earlier")
        demanded = self.framed and lower in _RELATIVES and self._has_infinitive(comma)
        return self._relative(comma, index) if demanded else None

    def _goes_on(self, index: int) -> bool:
        """Say whether the verb of the subject stands behind the comma that closes an aside."""
        tokens = self._tokens
        closing = next((n for n in range(index, self._end - 1) if tokens[n].lower == ","), None)
        if closing is None or has_finite(tokens, index, closing):
            return False
        return tokens[closing + 1].tag in FINITE

    def _is_listed(self, comma: int) -> bool:
        """Find the middle predicate of three: "raided the house, seized 40 rifles and fled"."""
        tokens, opens = self._tokens, comma + 2
        if opens >= self._end or tokens[opens].tag not in {"DT", "CD", "NP", "PR", "PS"}:
            return False
        if is_temporal(tokens, opens, min(self._end, opens + 2)):
            return False  # "the town, burned the year before and rebuilt"
        if not any(tokens[n].tag == "VF" for n in range(self._begin, comma)):
            return False
        for index in range(opens, self._end - 1):
            if tokens[index].lower == "and" and tokens[index + 1].tag == "VF":
                return True
            if tokens[index].tag in _ENDING:
                return False
        return False

    def _is_part(self, index: int) -> bool:
        """Find "including 500 officers", "among them a boy", "with three of them"."""
        tokens, lower = self._tokens, self._tokens[index].lower
        if lower == "including":
            return self._counted(index + 1)
        if lower == "with" and recorded(tokens, index + 1, self._end):
            return True
        if lower == "among" and index + 2 < self._end and tokens[index + 1].lower in PARTED:
            return tokens[index + 2].lower in {"a", "an"} or self._counted(index + 2)
        if lower == "of" and tokens[index + 1].lower in PARTED:
            return self._counted(index + 2)
        return part_of_them(tokens, index + (lower == "with"), self._end)

    def _is_result(self, index: int) -> bool:
        """Find "killing two soldiers", "bringing the total to 9,500"."""
        token = self._tokens[index]
        if token.tag != "VG" or token.lemma in {"cite", "quote"}:
            return False
        total = token.lemma in _TOTALLING and figure_ahead(self._tokens, index + 1, self._end)
        done = token.lemma in _DOING and self._has_object(index + 1)
        return total or done or self._counted(index + 1, reach=4)

    def _has_object(self, index: int) -> bool:
        """Say whether a noun phrase with an article or a name stands right there."""
        tokens = self._tokens
        index += index < self._end and tokens[index].tag in {"RB", "IN"}
        return index + 1 < self._end and tokens[index].tag in {"DT", "NP"}

    def _relative(self, comma: int, index: int) -> _Cut | None:
        tokens, later = self._tokens, index + 1
        while later < self._end and tokens[later].tag == "RB":
            later += 1
        if tokens[index].lower in {"when", "where"}:
            return _Cut(comma, index, "relative") if self._clause_at(later) else None
        if tokens[index].lower == "who" and not self.framed:
            return None
        if later >= self._end or tokens[later].tag not in FINITE:
            return None
        goes_on = any(
            tokens[n].lower == "," and tokens[n + 1].tag in _FINITE_OR_GERUND
            for n in range(later, self._end - 1)
        )
        return None if goes_on else _Cut(comma, index, "relative")

    def _subordination(self, stop: int, index: int) -> _Cut | None:
        tokens, lower = self._tokens, self._tokens[index].lower
        if lower not in _HEADED or lower == "so":
            return None
        long = lower == "since" and long_subject(tokens, index + 1, self._end)
        if not long and not self._clause_at(index + 1):
            return None
        if lower == "since":
            dated = is_temporal(tokens, index + 1, min(self._end, index + 3))
            dated = dated or tokens[index + 1].lower in {"early", "late", "then"}
            ranked = ranks_since(tokens, self._begin, index)
            named = tokens[index + 1].tag != "PR"
            return _Cut(stop, index + 1, "since") if named and not dated and not ranked else None
        if lower != "before":
            at_the_time = lower == "while" and index == stop and tokens[index + 1].tag == "PR"
            return None if at_the_time else _Cut(stop, index + 1, "contrast")
        verb = finite_at(tokens, index + 1, self._end)
        if verb is None:
            return None
        planned = any(tokens[n].lower in _AHEAD for n in range(verb, min(self._end, verb + 3)))
        ahead = planned or (tokens[verb].tag == "MD" and tokens[verb].lower not in {"can", "could"})
        return _Cut(stop, index, "before") if ahead else None


def _trim(tokens: Tokens, start: int, end: int) -> Range | None:
    while end > start and tokens[end - 1].lower in _LOOSE_ENDS:
        end -= 1
    while start < end and tokens[start].lower in _EDGES:
        start += 1
    return (start, end) if end > start else None

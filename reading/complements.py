"""What follows a cue: a clause, a quotation, an infinitive, an object, or nothing.

On the way there it skips what belongs to the speaking: "told reporters in Geneva on Monday that".
"""

from typing import NamedTuple

from reading.bare_clauses import bare_clause
from reading.cues import Cue
from reading.interposed import SPELLS, dashed, date_end, is_date, parenthesis, past_the_letter
from reading.openings import subject_and_verb
from reading.phrases import Range, Tokens, calendar_words, has_finite, phrase_right
from reading.tokens import CLOSING_QUOTES, FINITE, NOMINAL, NOUNS, OPENING_QUOTES
from reading.verdicts import quoted_predicate

_PARTS_OF_DAY = frozenset({"early", "late"})
_SKIPPED = frozenset(
    {
        *("on", "in", "at", "to", "during", "via", "through", "from", "by", "before", "after"),
        *("with", "for", "over", "under", "throughout", "amid", "near", "outside", "inside"),
    }
)
_OBJECTS = (
    ("object_of", "of"),
    ("object_for", "for"),
    ("object_to", "to"),
    ("object_as", "as"),
)
_OBJECT_REACH = 24
_OF = frozenset({"of"})
_SUBJECTS = frozenset({"he", "i", "it", "she", "they", "we", "you"})
_APPROXIMATORS = frozenset({"about", "around", "over", "between", "under", "above", "below"})
_BARE_REACH = 40
_FIGURE_REACH = 7
_FIGURES = frozenset({"count", "estimate", "figure", "number", "toll", "total"})
_NOUN_OR_ADJECTIVE = NOUNS | {"JJ"}


class Complement(NamedTuple):
    """A complement: its kind, the first word of the content, and who is spoken to."""

    kind: str
    content: int
    addressee: Range | None


class _Scan:
    """One walk to the right of a cue."""

    def __init__(self, tokens: Tokens, index: int, cue: Cue) -> None:
        self._tokens = tokens
        self._index = self._start = index
        self._allowed = cue.complements
        self._addressee: Range | None = None

    def run(self) -> Complement:
        if "addressee" in self._allowed:
            self._skip_addressee()
        while self._index < len(self._tokens):
            found = self._step()
            if found is not None:
                return found
        return self._found("none")

    def _found(self, kind: str, content: int | None = None) -> Complement:
        return Complement(kind, self._index if content is None else content, self._addressee)

    def _if_allowed(self, kind: str, content: int | None = None) -> Complement:
        return self._found(kind if kind in self._allowed else "none", content)

    def _skip_addressee(self) -> None:
        tokens, start = self._tokens, self._index
        if start >= len(tokens):
            return
        verb = tokens[min(start + 1, len(tokens) - 1)]
        if tokens[start].lower in _SUBJECTS and verb.tag in FINITE:
            return  # "warned it would strike" is said to nobody
        linked = "of" not in self._allowed
        end = phrase_right(tokens, start, linked=linked)
        end = start + 1 if tokens[start].tag == "PR" else end
        split = (n for n in range(start + 1, end) if tokens[n].tag == "CD")
        end = next((n for n in split if tokens[n - 1].tag == "NP"), end)  # "told Reuters two died"
        end = self._behind_medium(start, end)
        if end > start and tokens[start].quote < 0:
            self._addressee = (start, end)
            self._index = end

    def _behind_medium(self, start: int, end: int) -> int:
        """Return where "told Reuters rescuers had …" begins to say something: behind the medium."""
        tokens = self._tokens
        if end >= len(tokens) or tokens[end].tag not in FINITE or start + 1 >= end:
            return end
        noun = tokens[start].noun
        named = tokens[start].tag == "NP" and noun is not None and noun.type == "media"
        return start + 1 if named else end

    def _step(self) -> Complement | None:
        """Return the complement that begins here, or move on and return None."""
        tokens, index = self._tokens, self._index
        token = tokens[index]
        if token.quote >= 0 and token.text in OPENING_QUOTES:
            return self._found("quote") if "quote" in self._allowed else self._object()
        if token.lower in {",", ":", "—", "–"}:
            return self._mark()
        if token.tag == "TH" and self._points_back():
            return self._object()
        if token.lower == "that" and index + 1 < len(tokens) and self._is_all(index + 1):
            return self._if_allowed("np")  # "Zembla denied that.", "dismissed that as a lie"
        if token.tag == "TH":
            return self._if_allowed("clause", index + 1)
        if token.lower in {"if", "whether"} or token.tag == "WH":
            return self._if_allowed("clause")
        if token.lower == "as" and "np" in self._allowed:
            return self._verdict_first()
        if token.tag == "TO" and infinitive(tokens, index):
            if self._addressee is not None and "object_to" in self._allowed:
                return self._found("object_to")
            return self._if_allowed("to")
        if token.tag in {"IN", "TO"}:
            return self._object() if approximates(tokens, index) else self._preposition()
        return self._word()

    def _is_all(self, index: int) -> bool:
        """Say whether "that" has no clause behind it: "denied that, saying the count was final"."""
        following = self._tokens[index]
        if following.text == ",":
            ahead = self._tokens[index + 1 : index + 2]
            return "np" in self._allowed and bool(ahead) and ahead[0].tag in {"VG", "CC"}
        return following.text == "." or (following.lower == "as" and "clause" not in self._allowed)

    def _points_back(self) -> bool:
        """Say whether "that" is what was said before: "called that “a lie”"."""
        return "predicate" in self._allowed and quoted_predicate(self._tokens, self._index)

    def _word(self) -> Complement | None:
        tokens, index = self._tokens, self._index
        token = tokens[index]
        of_day = token.lower in _PARTS_OF_DAY and tokens[index + 1 : index + 2]
        if token.tag == "RB" or (of_day and tokens[index + 1].tag == "IN"):
            self._index += 1  # "said late on Thursday that"
            return None
        if token.tag in {"NP", "JJ", "DT", "NN"} and is_date(tokens, index):
            end = date_end(tokens, index)
            if end < len(tokens) and tokens[end].tag in {"PS", "NN"}:
                return self._object()
            self._index = end
            return None
        if token.tag == "VG":
            return self._gerund()
        if token.tag == "MD" and "bare" in self._allowed and _is_unstopped(tokens):
            return self._found("clause")  # "Rebels say would respect truce"
        described = token.tag == "VN" and tokens[index + 1 : index + 2]
        if token.tag in NOMINAL or token.tag == "PR":
            return self._object()
        if described and tokens[index + 1].tag in _NOUN_OR_ADJECTIVE:
            return self._object()  # "said unidentified gunmen fled"
        done = token.tag in {"VN", "VF"} and tokens[index + 1 : index + 2]
        if done and tokens[index + 1].tag == "CD" and "bare" in self._allowed:
            return self._if_allowed("clause" if _is_unstopped(tokens) else "none")
        return self._found("none")

    def _verdict_first(self) -> Complement:
        """Read "rejected as “a sham” the result of the vote": the object follows its verdict."""
        tokens, index = self._tokens, self._index + 1
        quote = tokens[index].quote if index < len(tokens) else -1
        while index < len(tokens) and (
            tokens[index].tag == "JJ" or (quote >= 0 and tokens[index].quote == quote)
        ):
            index += 1
        follows = index < len(tokens) and tokens[index].tag in {"DT", "NN", "NP", "PS"}
        return self._found("np", index) if follows else self._found("none")

    def _gerund(self) -> Complement:
        """Tell "said fighting in the north was heavy" from "denied taking part"."""
        tokens, index = self._tokens, self._index
        if tokens[index].lower in {"citing", "quoting"}:  # "the agency reported, citing two"
            return self._found("none")
        if "bare" in self._allowed and bare_clause(tokens, index):
            return self._found("clause")
        thing = index + 1 < len(tokens) and tokens[index + 1].tag in {"IN", "PU", "CC"}
        return self._if_allowed("np" if thing and "vg" not in self._allowed else "vg")

    def _mark(self) -> Complement | None:
        tokens, index = self._tokens, self._index
        ahead = index + 1
        if ahead < len(tokens) and tokens[ahead].quote >= 0 and "quote" in self._allowed:
            return self._found("quote", ahead)
        if tokens[index].lower == ":":
            return self._if_allowed("clause", ahead)
        told = self._told_behind_date(ahead)
        if told is not None:
            return self._found("clause", told)
        past = dashed(tokens, index) or parenthesis(tokens, index)
        if past is None:
            return self._found("none")
        self._index = past
        return None

    def _told_behind_date(self, ahead: int) -> int | None:
        """Return where the content of "said in the past ten weeks, 97 troops had died" begins."""
        tokens, start = self._tokens, self._start
        if "bare" not in self._allowed or ahead - 1 <= start or tokens[start].tag != "IN":
            return None
        spell = any(tokens[n].lower.rstrip("s") in SPELLS for n in range(start, ahead - 1))
        opens = max((n for n in range(start) if tokens[n].lower == ","), default=-1) + 1
        if not spell or has_finite(tokens, opens, start - 1):
            return None
        return start if subject_and_verb(tokens, ahead, len(tokens)) else None

    def _preposition(self) -> Complement | None:
        tokens, index = self._tokens, self._index
        lower = tokens[index].lower
        if tokens[index].tag == "IN" and lower in self._allowed:
            return self._found(lower, index + 1)
        if lower == "on" and "on_to" in self._allowed:
            return self._found("on_to", index + 1)
        if lower not in _SKIPPED:
            return self._found("none")
        end = phrase_right(tokens, index + 1, links=_OF)
        if end == index + 1 and end < len(tokens) and tokens[end].tag == "PR":
            end += 1
        if end == index + 1:
            return self._found("none")
        if lower == "to":
            self._addressee = (index + 1, end)
        self._index = past_the_letter(tokens, end) if lower == "in" else end
        return None

    def _object(self) -> Complement:
        if "bare" in self._allowed and bare_clause(self._tokens, self._index):
            return self._found("clause", self._with_degree())
        if "bare" in self._allowed and self._without_verb():
            return self._found("clause")
        if "figure" in self._allowed:
            return self._found("np" if _gives_figure(self._tokens, self._index) else "none")
        if "put_at" in self._allowed:
            return self._found("np" if _figure_follows(self._tokens, self._index) else "none")
        for wanted, mark in _OBJECTS:
            if wanted in self._allowed and self._mark_ahead(mark):
                return self._found(wanted)
        if "predicate" in self._allowed and quoted_predicate(self._tokens, self._index):
            return self._found("predicate")
        takes_object = self._allowed & {"np", "object_of", "object_for"}
        return self._found("np" if takes_object else "none", self._with_degree())

    def _without_verb(self) -> bool:
        """Read "Roe says truce alive": a headline needs no verb, but "storm claims 12 lives"."""
        lives = any(token.lower in {"life", "lives", "victims"} for token in self._tokens)
        return _is_unstopped(self._tokens) and not lives

    def _with_degree(self) -> int:
        """Return where the content begins: the "at least" of "said at least 12" is part of it."""
        index = self._index
        while index > 1 and self._tokens[index - 1].tag == "RB":
            if self._tokens[index - 1].lower in calendar_words():
                break
            index -= 1
        return index

    def _mark_ahead(self, mark: str) -> bool:
        """Say whether "of", "for" or an infinitive follows the object soon."""
        tokens = self._tokens
        for ahead in range(self._index + 1, min(len(tokens), self._index + _OBJECT_REACH)):
            if tokens[ahead].lower == mark and (mark != "to" or infinitive(tokens, ahead)):
                return True
            if tokens[ahead].tag in FINITE or tokens[ahead].lower == ";":
                return False
        return False


def complement(tokens: Tokens, index: int, cue: Cue) -> Complement:
    """Return what follows the cue that ends before `index`; ``none`` where it takes none of it."""
    return _Scan(tokens, index, cue).run()


def approximates(tokens: Tokens, index: int) -> bool:
    """Say whether a preposition belongs to the number after it: "about 1,300", "up to 40"."""
    lower, size = tokens[index].lower, len(tokens)
    if lower in {"up", "as", "at"} and index + 2 < size:
        index += 2 if tokens[index + 1].lower in {"to", "many", "least", "most"} else 0
        index += lower == "as" and tokens[index].lower == "as"
        return index > 0 and index < size and tokens[index].tag == "CD"
    return lower in _APPROXIMATORS and index + 1 < size and tokens[index + 1].tag == "CD"


def infinitive(tokens: Tokens, index: int) -> bool:
    """Say whether the "to" at `index` opens an infinitive."""
    index += 1
    while index < len(tokens) and (
        tokens[index].tag == "RB" or tokens[index].text in OPENING_QUOTES
    ):
        index += 1
    return index < len(tokens) and tokens[index].tag in {"VB", "BE", "AX"}


def _is_unstopped(tokens: Tokens) -> bool:
    """Say whether a sentence ends without a stop, as headlines do."""
    words = (token for token in reversed(tokens) if token.text not in CLOSING_QUOTES | {"'", "’"})
    last = next(words, None)
    return last is not None and last.text[-1].isalnum()


def _figure_follows(tokens: Tokens, index: int) -> bool:
    """Find "at" and a figure after the object: "put the toll at 19"."""
    for ahead in range(index, min(len(tokens) - 1, index + _BARE_REACH)):
        if tokens[ahead].lower in {"at", "on"}:
            for number in range(ahead + 1, min(len(tokens), ahead + 4)):
                if tokens[number].tag == "CD":
                    return True
                if tokens[number].tag not in {"RB", "IN", "PU", "DT"}:
                    break
    return False


def _gives_figure(tokens: Tokens, index: int) -> bool:
    """Find "gave a lower figure: 1.8 billion", "given the number of dead as seven"."""
    reach = range(index, min(len(tokens), index + _FIGURE_REACH))
    noun = next((n for n in reach if tokens[n].lower in _FIGURES), None)
    if noun is None:
        return False
    after = range(noun + 1, min(len(tokens), noun + _FIGURE_REACH))
    return any(tokens[n].tag == "CD" for n in after)

"""A coarse part of speech for each word of a sentence.

Closed classes and verb forms come from the lexicons; where a form can be noun and verb, or past and
participle, its neighbours decide, in the manner of Brill's contextual rules. Two passes over the
words of a sentence, each linear.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reading.forms import Form, closed_lemma
from reading.second_look import look_again
from reading.words import (
    SPEAKING,
    Tag,
    VerbForm,
    closed_words,
    common_nouns,
    is_plural,
    speech_verbs,
)

_QUOTING_REACH = 80
QUOTE_MARKS = frozenset("“”„«»‘’\"'")
_CURRENCIES = frozenset("$€£¥₹₽₩₺₴")
_NOUNISH_BEFORE = frozenset({"DT", "JJ", "CD", "PS", "IN"})
_NAME_OPENERS = frozenset(
    {
        *("north", "south", "east", "west", "new", "old", "northern", "southern", "eastern"),
        *("western", "central", "great", "upper", "lower", "grand", "little", "big", "united"),
    }
)
_APPROXIMATELY = frozenset({"about", "almost", "around", "at", "more", "nearly", "over", "up"})
_IS = frozenset({"it", "he", "she", "that", "there", "who", "what", "here"})
_ADJECTIVE_ENDS = ("ous", "ful", "ible", "able", "ical", "ive", "less", "ish", "ary")
_COMPOUND_ENDS = ("ed", "based", "old", "wide", "long", "term", "ing", "style", "free", "ern")

_OF_TIME = frozenset({"already", "also", "always", "currently", "never", "now", "often", "still"})
_OBJECTS = frozenset({"DT", "PR", "CD", "NP", "PS"})
_BRACKET_REACH = 6
_PARTICLES = frozenset({"down", "off", "out", "up"})
_COUNTED_AS = frozenset({"confirm", "suspect"})
_ADVERBS_TOO = frozenset({"aboard", "below", "inside", "onboard", "outside"})


class Words(NamedTuple):
    """The words of a sentence before they are tagged, in columns: offsets, as printed, forms."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    forms: list[Form]


class Vocabulary(NamedTuple):
    """Words of an article seen with a capital inside a sentence, and those seen without."""

    names: frozenset[str]
    common: frozenset[str]


def vocabulary(sentences: Sequence[Words]) -> Vocabulary:
    """Return which words an article itself shows to be names, and which not."""
    names: set[str] = set()
    common: set[str] = set()
    for words in sentences:
        opens = True
        for form in words.forms:
            if form.is_lower:
                (names if form.is_particled else common).add(form.lower)
            elif form.is_upper and not opens:
                names.add(form.lower)
            opens = form.is_mark and not form.is_weak
    return Vocabulary(frozenset(names), frozenset(common))


def tag(words: Words, seen: Vocabulary) -> list[Tag]:
    """Return (tag, lemma) of each word of a sentence; the tags are listed in ``reading.tokens``."""
    tagger = _Tagger(words, seen)
    tagger.first_pass()
    return look_again(words.forms, tagger.tags)


def _letters(texts: Sequence[str]) -> int:
    """Return how many words begin with a letter, one at least."""
    return sum([text[0].isalpha() for text in texts]) or 1


class _Tagger:
    def __init__(self, words: Words, seen: Vocabulary) -> None:
        self._words = words
        self._forms = words.forms
        self.tags: list[Tag] = []
        self._seen = seen
        self._closed = closed_words()
        capitals = sum([form.is_upper for form in words.forms])
        self._title_case = capitals > 3 and capitals / _letters(words.texts) > 0.65
        self._unstopped = bool(words.texts) and words.texts[-1][-1].isalnum()

    # -- first pass: left to right ------------------------------------------------------------

    def first_pass(self) -> None:
        opens = True
        add = self.tags.append
        for index, form in enumerate(self._forms):
            if form.sure is not None:
                add(form.sure)
            elif form.is_mark:
                add((self._mark(index, form.lower), form.lower))
                opens = not form.is_weak
                continue
            else:
                add(self._word(index, form, opens=opens))
            opens = False

    def _mark(self, index: int, lower: str) -> str:
        if lower in _CURRENCIES:
            return "CD"
        if lower == "%":
            return "NN"
        if lower not in {"’", "'"} or index == 0 or index + 1 >= len(self._forms):
            return "PU"
        if lower == "'" and self._is_quoting(index):
            return "PU"
        joined = self._words.ends[index - 1] == self._words.starts[index]
        possessive = joined and self._forms[index - 1].lower.endswith("s")
        return "PS" if possessive and self._words.texts[index + 1][0].isalnum() else "PU"

    def _is_quoting(self, index: int) -> bool:
        """Say whether a straight mark before `index` opened a quotation that this one may close."""
        words = self._words
        return any(
            words.texts[n] == "'" and (n == 0 or words.ends[n - 1] != words.starts[n])
            for n in range(max(0, index - _QUOTING_REACH), index)
        )

    def _word(self, index: int, form: Form, *, opens: bool) -> Tag:
        lower = form.lower
        if lower == "’s":
            is_verb = self._forms[index - 1].lower in _IS and self._before() != "NP"
            return ("AX" if is_verb else "PS"), "be"
        if form.is_upper and self._is_name(index, form, opens=opens):
            return "NP", lower
        if form.is_particled or (form.is_particle and self._is_within_name(index)):
            return "NP", lower
        return self._common(index, form)

    def _is_within_name(self, index: int) -> bool:
        """Say whether the word is the "van" of a name."""
        return self._before() == "NP" and self._capital(index + 1)

    def _is_name(self, index: int, form: Form, *, opens: bool) -> bool:
        number, joined, _ = form.lower.partition("-")
        if form.is_pronoun or (joined and self._closed.get(number) == "CD"):
            return False  # "Sixty-three cases"
        if not self._title_case and (form.is_acronym or not opens):
            return True
        lower, capital_next = form.lower, self._capital(index + 1)
        if form.closed is not None:
            return lower in _NAME_OPENERS and capital_next
        if capital_next and not self._title_case and self._next(index) in self._closed:
            return self._closed[self._next(index)] == "IN"
        if lower in self._seen.names and lower not in self._seen.common and not self._title_case:
            return True
        if lower in self._seen.common or form.verb is not None:
            return False
        return not form.looks_common

    def _common(self, index: int, form: Form) -> Tag:
        lower = form.lower
        if lower == "to":
            return "TO", lower
        if lower == "according":
            return "IN", lower
        if lower == "that":
            return self._that(index), lower
        if form.closed is not None:
            return form.closed, closed_lemma(lower)
        if form.verb is None:
            return self._unknown(index, form)
        return self._verb_form(index, form.verb)

    def _that(self, index: int) -> str:
        following, before = self._next(index), self._before()
        if not following[:1].isalnum() and following not in QUOTE_MARKS | {",", "—", "–"}:
            return "PR" if before in {"VF", "VB", "VN"} else "DT"
        if before in {"IN", "TO"} and not (len(self.tags) > 1 and self.tags[-1][1] == "out"):
            return "DT"
        kind = self._closed.get(following)
        if kind == "CC" and before in {"VF", "VB", "VN"}:
            return "PR"  # "denied that and said …"
        counts = following[:1].isdigit()  # "and that 30 are missing"
        if kind in {"DT", "PR", "CD", "IN", "MD", "AX", "RB", "JJ"} or counts:
            return "TH"
        if before in {"NN", "NP", "VG"}:
            return "TH"
        if is_plural(following):
            return "TH"  # "that police", "that guards"
        if before in {"VF", "VB", "VN", "RB", "PU"}:
            opens = before == "PU" and not self.tags
            return "DT" if following in common_nouns() or opens else "TH"
        verb = index + 1 < len(self._forms) and self._forms[index + 1].verb is not None
        return "TH" if verb or self._capital(index + 1) else "DT"

    def _unknown(self, index: int, form: Form) -> Tag:
        lower, before, last = form.lower, self._before(), self._last()
        after = self._class_after(index)
        if before == "TO" and last == "TO" and after in {"DT", "PR", "CD", "PS"}:
            return "VB", lower
        off = self._next(index) in _PARTICLES and before == last == "TO"
        if off and self._forms[index + 2 : index + 3]:
            follows = self._forms[index + 2].lower
            if self._closed.get(follows) in {"DT", "PR", "CD", "PS"}:
                return "VB", lower  # "to cordon off the pier"
        if last == "MD" and not form.is_noun and not lower.endswith("ly"):
            return "VB", lower
        if form.is_noun:
            return "NN", lower
        if lower.endswith("ly") and len(lower) > 4:
            return "RB", lower
        if "-" in lower and all(self._closed.get(part) == "CD" for part in lower.split("-")):
            return "CD", lower
        if "-" in lower:
            return ("JJ" if lower.endswith(_COMPOUND_ENDS) else "NN"), lower
        if lower.endswith("ing") and len(lower) > 5 and before not in _NOUNISH_BEFORE:
            return "VG", lower[:-3]
        if lower.endswith("ed") and len(lower) > 4 and not lower.endswith("eed"):
            described = before == "RB" and self._last() not in {"NN", "NP", "PR"}
            participle = before in {"AX", "BE", "DT"} or (before == "IN" and after == "NN")
            participle = participle or described  # but "the men also rustled cows"
            participle = participle or (after == "NN" and self._said_before())
            return ("VN" if participle else "VF"), lower[:-2]
        return ("JJ" if lower.endswith(_ADJECTIVE_ENDS) else "NN"), lower

    def _verb_form(self, index: int, form: VerbForm) -> Tag:
        kinds, lemma = form.kinds, form.lemma
        before, last = self._before(), self._last()
        if not kinds.strip("G"):
            after = self._class_after(index)
            noun = before in {"DT", "PS", "JJ", "CD"} or (
                before == "NN" and after in {"NN", "IN"} and lemma != "say"
            )
            return ("NN" if noun else "VG"), lemma
        if last in {"MD", "TO", "DO"} and "B" in kinds and before != "DT":
            return "VB", lemma
        if "D" in kinds or "N" in kinds:
            return self._past(index, form)
        if lemma == "close" and self._next(index) == "to" and before == "NN":
            return "JJ", lemma  # "sources close to the talks"
        if form.noun:
            return self._noun_or_verb(index, form)
        finite = "S" in kinds or before in {"NN", "NP", "PR", "WH", "TH", "CC", "RB", "PU"}
        finite = finite or (before == "CD" and self._opens_clause())
        return ("VF" if finite else "VB"), lemma

    def _opens_clause(self) -> bool:
        """Tell "All four deny" from "helped 12 flee": no verb stands in the clause so far."""
        for tag, _ in reversed(self.tags):
            if tag in {"PU", "CC", "SC", "TH", "WH"}:
                return True
            if tag in {"VF", "VB", "VN", "VG", "AX", "MD", "IN"}:
                return False
        return True

    def _past(self, index: int, form: VerbForm) -> Tag:
        kinds, lemma = form.kinds, form.lemma
        before, last = self._before(), self._last()
        finite = "VF" if "D" in kinds else "VN"
        if last in {"HAVE", "BE"}:
            return ("VN" if "N" in kinds else "VF"), lemma
        if before == "RB" and self._forms[index - 1].lower == "neither":
            return "VF", lemma
        if form.noun and "B" in kinds and before in {"DT", "JJ", "PS", "CD"}:
            return "NN", self._forms[index].lower
        previous = self._forms[index - 1].lower
        aged = previous.endswith("-year-old")  # "the 62-year-old alleged"
        both = previous in {"all", "both", "each"}
        if "N" in kinds and self._describes(index, lemma):
            return "VN", lemma
        if (lemma in SPEAKING and (before != "DT" or both)) or (aged and finite == "VF"):
            return "VF", lemma
        after = self._class_after(index)
        stated = lemma == "include" and after == "CD"  # "The dead included four boys"
        if before == "JJ" and finite == "VF" and (stated or after in {"DT", "PR", "TH"}):
            return "VF", lemma
        if before == "IN" and finite == "VF" and previous in _ADVERBS_TOO:
            # "A bus with 12 people aboard crashed on Monday."
            return ("VN" if self._class_after(index) == "NN" else "VF"), lemma
        if before in {"DT", "PS", "JJ", "IN", "TO"} and not (
            before == "JJ" and previous in {"first", "last"}
        ):
            return "VN", lemma
        if before == "CD" and self._class_after(index) == "NN" and "N" in kinds:
            return "VN", lemma
        if before == "RB" and "N" in kinds and self._class_after(index) == "NN":
            opens = self.tags[-2][0] if len(self.tags) > 1 else "PU"
            if opens in {"CD", "WH", "IN", "SC", "DT", "CC"}:
                return "VN", lemma  # "where only scattered buildings remain"
        return finite, lemma

    def _describes(self, index: int, lemma: str) -> bool:
        """Find "said armed men had fled" and "63 confirmed and probable cases"."""
        if self._said_before():
            return self._class_after(index) == "NN"
        joined = lemma in _COUNTED_AS and self._next(index) in {"and", "or"}
        return joined and self._before() == "CD"

    def _said_before(self) -> bool:
        """Say whether a verb of speech stands right before: what it tells opens with no verb."""
        return bool(self.tags) and self.tags[-1][0] == "VF" and self.tags[-1][1] in SPEAKING

    def _noun_or_verb(self, index: int, form: VerbForm) -> Tag:
        """Tell "the reports" from "she reports that", "talks" from "he talks"."""
        lower, lemma = self._forms[index].lower, form.lemma
        before, after = self._before(), self._class_after(index)
        previous = self._forms[index - 1].lower if index else ""
        if before in {"NN", "NP"} and lemma == "point" and self._next(index) == "out":
            return "VF", lemma
        if "S" in form.kinds:
            if before == "TH" and (after in {"AX", "MD"} or self._is_told()):
                return "NN", lower  # "said that strikes had hit", "showed that exports fell"
            if before in {"WH", "TH"} or self._word_before(index) in {"he", "she", "it"}:
                return "VF", lemma
            determined = self._unstopped or self._determined()
            singular = before == "NP" or (
                before == "NN" and not previous.endswith("s") and determined
            )
            aboard = self._unstopped and previous in _ADVERBS_TOO and after in {"IN", "RB", "END"}
            if aboard or (before == "RB" and previous in _OF_TIME and after in _OBJECTS):
                return "VF", lemma  # "barge with 73 aboard sinks", "also freezes the assets"
            if self._unstopped and previous == "," and after in {"IN", "DT", "NP", "CD", "NN"}:
                return "VF", lemma
            if singular and after in {"DT", "PR", "CD", "TH", "TO", "NP", "RB"}:
                return "VF", lemma
            counts = self._next(index) in _APPROXIMATELY
            if before == "NP" and counts and lemma in speech_verbs():
                return "VF", lemma  # "Reuters reports at least 12 dead"
            ends = after == "END" or self._next(index) in {".", ","}
            if before == "NP" and ends and self._after_comma(index - 1):
                return "VF", lemma
            return "NN", lower
        if previous in {"they", "we", "i", "you", "who"}:
            return "VF", lemma
        if before == "NN" and is_plural(previous) and after in {"DT", "PR", "CD", "TH", "TO", "NP"}:
            return "VF", lemma
        return "NN", lower

    def _is_told(self) -> bool:
        """Say whether the "that" just read stands behind a verb, and not behind a noun."""
        return len(self.tags) > 1 and self.tags[-2][0] in {"VF", "VN", "VB"}

    def _word_before(self, index: int) -> str:
        """Return the nearest word before that is no adverb."""
        index -= 1
        while index >= 0 and self.tags[index][0] == "RB":
            index -= 1
        return self._forms[index].lower if index >= 0 else ""

    def _determined(self) -> bool:
        """Say whether the noun group just read opened with a determiner or is a name."""
        for tag, _ in reversed(self.tags):
            if tag in {"DT", "NP", "PS"}:
                return True
            if tag not in {"NN", "JJ", "CD"}:
                return False
        return False

    def _after_comma(self, index: int) -> bool:
        while index >= 0 and self.tags[index][0] in {"NP", "DT", "NN"}:
            index -= 1
        return index >= 0 and self._forms[index].lower == ","

    # -- neighbours ------------------------------------------------------------------------------

    def _next(self, index: int) -> str:
        return self._forms[index + 1].lower if index + 1 < len(self._forms) else ""

    def _capital(self, index: int) -> bool:
        return index < len(self._forms) and self._forms[index].is_upper

    def _before(self) -> str:
        if not self.tags:
            return "PU"
        if self.tags[-1][1] == ")":
            # "The Fisheries Agency (ZFA) estimates": what stands before the bracket.
            reach = self.tags[-1:-_BRACKET_REACH:-1]
            opens = next((n for n, tag in enumerate(reach) if tag[1] == "("), None)
            if opens is not None and opens + 2 <= len(self.tags):
                return self.tags[-opens - 2][0]
        return self.tags[-1][0]

    def _last(self) -> str:
        """Return the nearest class that is no adverb: HAVE, BE, DO, or the tag itself."""
        for tag, lemma in reversed(self.tags):
            if tag == "RB" or (tag == "PU" and lemma in QUOTE_MARKS):
                continue
            if tag in {"AX", "BE"}:
                return {"have": "HAVE", "do": "DO"}.get(lemma, "BE")
            return tag
        return "PU"

    def _class_after(self, index: int) -> str:
        following = self._next(index)
        if not following:
            return "END"
        if following in {"that", "to"}:
            return "TH" if following == "that" else "TO"
        if not following[0].isalnum():
            return "PU"
        if following in self._closed:
            return self._closed[following]
        if following[0].isdigit() or self._closed.get(following.partition("-")[0]) == "CD":
            return "CD"
        return "NP" if self._capital(index + 1) else "NN"

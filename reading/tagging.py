"""A coarse part of speech for each word of a sentence.

Closed classes and verb forms come from the lexicons; where a form can be noun and verb, or past and
participle, its neighbours decide, in the manner of Brill's contextual rules. Two passes over the
words of a sentence, each linear.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reading.second_look import look_again
from reading.words import (
    SPEAKING,
    RawWord,
    Tag,
    VerbForm,
    closed_words,
    common_nouns,
    is_plural,
    speech_verbs,
    verb_forms,
)

QUOTE_MARKS = frozenset("“”„«»‘’\"'")
_CURRENCIES = frozenset("$€£¥₹₽₩₺₴")
_WEAK_MARKS = frozenset({",", "-", "’", "'", "(", ")", "/", "&"})
_NOUNISH_BEFORE = frozenset({"DT", "JJ", "CD", "PS", "IN"})
_NAME_OPENERS = frozenset(
    {
        *("north", "south", "east", "west", "new", "old", "northern", "southern", "eastern"),
        *("western", "central", "great", "upper", "lower", "grand", "little", "big", "united"),
    }
)
_NAME_PARTICLES = frozenset(
    {
        *("al", "el", "bin", "ibn", "bint", "abu", "de", "da", "di", "du", "del", "della", "dos"),
        *("van", "von", "der", "den", "ter", "la", "le", "ul", "ur", "ash", "ad"),
    }
)
_APPROXIMATELY = frozenset({"about", "almost", "around", "at", "more", "nearly", "over", "up"})
_IS = frozenset({"it", "he", "she", "that", "there", "who", "what", "here"})
_HAVE = frozenset({"has", "have", "had", "hasn’t", "haven’t", "hadn’t", "’ve"})
_BE = frozenset(
    {
        *("is", "are", "was", "were", "am", "be", "been", "being", "isn’t", "aren’t"),
        *("wasn’t", "weren’t", "’re", "’m"),
    }
)
_DO = frozenset({"do", "does", "did", "don’t", "doesn’t", "didn’t"})
_ADJECTIVE_ENDS = ("ous", "ful", "ible", "able", "ical", "ive", "less", "ish", "ary")
_COMPOUND_ENDS = ("ed", "based", "old", "wide", "long", "term", "ing", "style", "free")


class Vocabulary(NamedTuple):
    """Words of an article seen with a capital inside a sentence, and those seen without."""

    names: frozenset[str]
    common: frozenset[str]


def vocabulary(sentences: Sequence[Sequence[RawWord]]) -> Vocabulary:
    """Return which words an article itself shows to be names, and which not."""
    names: set[str] = set()
    common: set[str] = set()
    for words in sentences:
        opens = True
        for word in words:
            head = word.text[0]
            if head.islower() and "-" in word.text and _is_particled(word.text):
                names.add(word.lower)
            elif head.islower():
                common.add(word.lower)
            elif head.isupper() and not opens:
                names.add(word.lower)
            opens = not head.isalnum() and word.text not in _WEAK_MARKS
    return Vocabulary(frozenset(names), frozenset(common))


def _is_particled(text: str) -> bool:
    """Say whether a word is a name with its particle: "al-Burhan", and not "post-Brexit"."""
    prefix, _, rest = text.partition("-")
    return rest[:1].isupper() and prefix in _NAME_PARTICLES


def tag(words: Sequence[RawWord], seen: Vocabulary) -> list[Tag]:
    """Return (tag, lemma) of each word of a sentence; the tags are listed in ``reading.tokens``."""
    tagger = _Tagger(words, seen)
    tagger.first_pass()
    return look_again(words, tagger.tags)


def _closed_lemma(lower: str) -> str:
    return "have" if lower in _HAVE else "be" if lower in _BE else "do" if lower in _DO else lower


@cache
def _settled() -> dict[str, Tag]:
    """Return words of the closed classes as printed in lower case, wherever they stand."""
    return {
        word: (tag, _closed_lemma(word))
        for word, tag in closed_words().items()
        if word.isalpha()
        and word.islower()
        and word not in {"to", "according", "that"} | _NAME_PARTICLES
    }


class _Tagger:
    def __init__(self, words: Sequence[RawWord], seen: Vocabulary) -> None:
        self.words = words
        self.tags: list[Tag] = []
        self._seen = seen
        self._closed = closed_words()
        self._forms = verb_forms()
        heads = [word.text[0] for word in words]
        capitals = sum(map(str.isupper, heads))
        letters = sum(map(str.isalpha, heads)) or 1
        self._title_case = capitals > 3 and capitals / letters > 0.65
        self._unstopped = bool(words) and words[-1].text[-1].isalnum()

    # -- first pass: left to right ------------------------------------------------------------

    def first_pass(self) -> None:
        opens = True
        settled = _settled()
        for index, word in enumerate(self.words):
            head = word.text[0]
            sure = settled.get(word.text)
            if sure is not None:
                self.tags.append(sure)
            elif not head.isalnum() and word.lower != "’s":
                self.tags.append((self._mark(index), word.lower))
                opens = word.text not in _WEAK_MARKS
                continue
            else:
                self.tags.append(self._word(index, opens=opens))
            opens = False

    def _mark(self, index: int) -> str:
        word = self.words[index]
        if word.text in _CURRENCIES:
            return "CD"
        if word.lower != "’" or index == 0 or index + 1 >= len(self.words):
            return "PU"
        before = self.words[index - 1]
        possessive = before.end == word.start and before.lower.endswith("s")
        return "PS" if possessive and self.words[index + 1].text[0].isalnum() else "PU"

    def _word(self, index: int, *, opens: bool) -> Tag:
        word = self.words[index]
        head, lower = word.text[0], word.lower
        if head.isdigit():
            letters = any(char.isalpha() for char in word.text)
            return ("JJ" if letters and ("-" in lower or lower[-2:].isalpha()) else "CD"), lower
        if lower == "’s":
            return ("AX" if self.words[index - 1].lower in _IS else "PS"), "be"
        if head.isupper() and self._is_name(index, opens=opens):
            return "NP", lower
        if head.islower() and self._is_particle(index):
            return "NP", lower
        return self._common(index)

    def _is_particle(self, index: int) -> bool:
        """Say whether the word is the "al-Burhan" or the "van" of a name."""
        text = self.words[index].text
        if "-" in text:
            return _is_particled(text)
        within = self._before() == "NP" and self._capital(index + 1)
        return within and text in _NAME_PARTICLES

    def _is_name(self, index: int, *, opens: bool) -> bool:
        lower = self.words[index].lower
        if lower in {"i", "according"} or lower.startswith(("i’", "we’", "they’", "it’", "you’")):
            return False
        text = self.words[index].text
        if len(text) > 1 and text.isupper() and not self._title_case and text != "A":
            return True
        tag = self._closed.get(lower)
        capital_next = self._capital(index + 1)
        if not opens and not self._title_case:
            return True
        if tag is not None:
            return lower in _NAME_OPENERS and capital_next
        if capital_next and not self._title_case and self._next(index) in self._closed:
            return self._closed[self._next(index)] == "IN"
        if lower in self._seen.names and lower not in self._seen.common and not self._title_case:
            return True
        if lower in self._seen.common or lower in self._forms:
            return False
        return not self._looks_common(lower)

    def _looks_common(self, lower: str) -> bool:
        nouns = common_nouns()
        if lower in nouns or lower.endswith("ly"):
            return True
        if lower.endswith("ies"):
            return lower[:-3] + "y" in nouns
        return lower.endswith("s") and (lower[:-1] in nouns or lower[:-2] in nouns)

    def _common(self, index: int) -> Tag:
        lower = self.words[index].lower
        if lower == "to":
            return "TO", lower
        if lower == "according":
            return "IN", lower
        if lower == "that":
            return self._that(index), lower
        tag = self._closed.get(lower)
        if tag is not None:
            return tag, _closed_lemma(lower)
        form = self._forms.get(lower)
        return self._unknown(index) if form is None else self._verb_form(index, form)

    def _that(self, index: int) -> str:
        following, before = self._next(index), self._before()
        if not following[:1].isalnum() and following not in QUOTE_MARKS | {",", "—", "–"}:
            return "PR" if before in {"VF", "VB", "VN"} else "DT"
        if before in {"IN", "TO"} and not (len(self.tags) > 1 and self.tags[-1][1] == "out"):
            return "DT"
        kind = self._closed.get(following)
        if kind == "CC" and before in {"VF", "VB", "VN"}:
            return "PR"  # "denied that and said …"
        if kind in {"DT", "PR", "CD", "IN", "MD", "AX", "RB", "JJ"} or before in {"NN", "NP", "VG"}:
            return "TH"
        if following.endswith("s") and not following.endswith(("ss", "us", "is")):
            return "TH"
        if before in {"VF", "VB", "VN", "RB", "PU"}:
            opens = before == "PU" and not self.tags
            return "DT" if following in common_nouns() or opens else "TH"
        return "TH" if following in self._forms or self._capital(index + 1) else "DT"

    def _unknown(self, index: int) -> Tag:
        lower, before, last = self.words[index].lower, self._before(), self._last()
        after = self._class_after(index)
        if before == "TO" and last == "TO" and after in {"DT", "PR", "CD", "PS"}:
            return "VB", lower
        if last == "MD" and lower not in common_nouns() and not lower.endswith("ly"):
            return "VB", lower
        if lower in common_nouns():
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
            participle = before in {"AX", "BE", "DT", "RB"} or (before == "IN" and after == "NN")
            return ("VN" if participle else "VF"), lower[:-2]
        return ("JJ" if lower.endswith(_ADJECTIVE_ENDS) else "NN"), lower

    def _verb_form(self, index: int, form: VerbForm) -> Tag:
        kinds, lemma = form.kinds, form.lemma
        before, last = self._before(), self._last()
        if not kinds.strip("G"):
            after = self._class_after(index)
            noun = before in {"DT", "PS", "JJ", "CD"} or (before == "NN" and after in {"NN", "IN"})
            return ("NN" if noun else "VG"), lemma
        if last in {"MD", "TO", "DO"} and "B" in kinds and before != "DT":
            return "VB", lemma
        if "D" in kinds or "N" in kinds:
            return self._past(index, form)
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
        if before == "RB" and self.words[index - 1].lower == "neither":
            return "VF", lemma
        if form.noun and "B" in kinds and before in {"DT", "JJ", "PS", "CD"}:
            return "NN", self.words[index].lower
        previous = self.words[index - 1].lower
        aged = previous.endswith("-year-old")  # "the 62-year-old alleged"
        both = previous in {"all", "both", "each"}
        if (lemma in SPEAKING and (before != "DT" or both)) or (aged and finite == "VF"):
            return "VF", lemma
        if before == "JJ" and finite == "VF" and self._class_after(index) in {"DT", "PR", "TH"}:
            return "VF", lemma
        if before in {"DT", "PS", "JJ", "IN", "TO"} and not (
            before == "JJ" and self.words[index - 1].lower in {"first", "last"}
        ):
            return "VN", lemma
        if before == "CD" and self._class_after(index) == "NN" and "N" in kinds:
            return "VN", lemma
        if before == "RB" and "N" in kinds and self._class_after(index) == "NN":
            opens = self.tags[-2][0] if len(self.tags) > 1 else "PU"
            if opens in {"WH", "IN", "SC", "DT", "CC"}:
                return "VN", lemma  # "where only scattered buildings remain"
        return finite, lemma

    def _noun_or_verb(self, index: int, form: VerbForm) -> Tag:
        """Tell "the reports" from "she reports that", "talks" from "he talks"."""
        lower, lemma = self.words[index].lower, form.lemma
        before, after = self._before(), self._class_after(index)
        previous = self.words[index - 1].lower if index else ""
        if before in {"NN", "NP"} and lemma == "point" and self._next(index) == "out":
            return "VF", lemma
        if "S" in form.kinds:
            if before in {"WH", "TH"} or self._word_before(index) in {"he", "she", "it"}:
                return "VF", lemma
            determined = self._unstopped or self._determined()
            singular = before == "NP" or (
                before == "NN" and not previous.endswith("s") and determined
            )
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

    def _word_before(self, index: int) -> str:
        """Return the nearest word before that is no adverb."""
        index -= 1
        while index >= 0 and self.tags[index][0] == "RB":
            index -= 1
        return self.words[index].lower if index >= 0 else ""

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
        return index >= 0 and self.words[index].lower == ","

    # -- neighbours ------------------------------------------------------------------------------

    def _next(self, index: int) -> str:
        return self.words[index + 1].lower if index + 1 < len(self.words) else ""

    def _capital(self, index: int) -> bool:
        return index < len(self.words) and self.words[index].text[0].isupper()

    def _before(self) -> str:
        return self.tags[-1][0] if self.tags else "PU"

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
        if following[0].isdigit():
            return "CD"
        return "NP" if self._capital(index + 1) else "NN"

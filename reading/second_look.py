"""A second look at the tags of a sentence, when all its words have one.

Past forms whose clause has its verb elsewhere become participles, words of degree join no clauses,
adjectives that stand for nouns become nouns, and a part of a sentence without a verb is searched
for the form that could be it.
"""

from collections.abc import Sequence

from reading.forms import Form
from reading.words import SPEAKING, Tag, VerbForm, is_plural, speech_verbs

_STANDING_BY = frozenset({"stand", "abide", "come", "pass", "drop", "stop"})
_NOUN_TOO = frozenset({"military", "official", "national", "local", "public", "dead", "missing"})
_ATTACHED = frozenset(
    {
        *(("affiliate", "with"), ("ally", "with"), ("arm", "with"), ("associate", "with")),
        *(("attach", "to"), ("attribute", "to"), ("base", "in"), ("base", "on"), ("cram", "with")),
        *(("dedicate", "to"), ("equip", "with"), ("link", "to"), ("load", "with")),
        *(("locate", "in"), ("overload", "with"), ("pack", "with")),
        *(("relate", "to"), ("situate", "in"), ("suspect", "of")),
        *(("convict", "of"), ("deprive", "of"), ("compose", "of")),
    }
)
_AFTER_VERB = frozenset({"IN", "DT", "RB", "TO", "PR", "NP", "CD", "JJ"})
_QUANTITIES = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "billions"})
_CLAUSE_REACH = 40
_CLAUSE_OPENERS = frozenset({"he", "she", "they", "we", "i"})
_NAMED = frozenset({"JJ", "NN", "NP", "PS"})
_SUBJECT_REACH = 7
_IN_SUBJECT = frozenset({"IN", "JJ", "NN", "NP", "PS"})
_DESCRIBING = frozenset(
    {"age", "ask", "award", "call", "give", "grant", "hand", "name", "offer", "pay", "tell"}
)
"""Verbs whose participle may have an object: "miners paid a bonus"."""
_BORDERS = frozenset({"PU", "SC", "TH", "WH"})
_VERBS_AND_BORDERS = frozenset({"WH", "TH", "SC", "PU", "CC", "AX", "MD", "VF"})
_TAKING_OF = frozenset(
    {
        "attack",
        "charge",
        "claim",
        "count",
        "demand",
        "estimate",
        "offer",
        "promise",
        "report",
        "sign",
    }
)
_TOLD_OF = frozenset({"allegation", "allegations", "assertion", "charge", "claim", "claims"})
_APPROXIMATING = frozenset({"than", "to", "as", "least", "most"})


def look_again(forms: Sequence[Form], tags: list[Tag]) -> list[Tag]:
    """Correct the tags of a sentence in place and return them."""
    _SecondLook(forms, tags).run()
    return tags


class _SecondLook:
    """Walks the words of one sentence with the tags they were given."""

    def __init__(self, forms: Sequence[Form], tags: list[Tag]) -> None:
        self._forms = forms
        self.tags = tags

    def _next(self, index: int) -> str:
        return self._forms[index + 1].lower if index + 1 < len(self._forms) else ""

    def run(self) -> None:
        kinds = {tag for tag, _ in self.tags}
        if "JJ" in kinds:
            self._adjectives_as_nouns()
        self._verbs_and_borders()
        if "JJ" in kinds:
            self._adjectives_as_nouns()
        doubtful = self._doubtful_nouns()
        if doubtful:
            self._verbs_missed(doubtful)
        if "VB" in kinds and "CC" in kinds:
            self._joined_infinitives()
        if "CC" in kinds:
            self._joined_participles()
        if doubtful:
            self._speech_behind()

    def _verbs_and_borders(self) -> None:
        """Read a past form as a participle where its part of the sentence has another verb."""
        has_verb = relative = False
        speech = speech_verbs()
        approximates = not _APPROXIMATING.isdisjoint([form.lower for form in self._forms])
        for index in range(len(self.tags)):
            if approximates and self._forms[index].lower in _APPROXIMATING:
                self._approximation(index)
            tag, lemma = self.tags[index]
            if tag not in _VERBS_AND_BORDERS:
                continue
            if tag in {"WH", "TH"}:
                relative = self._before_is_noun(index) and not has_verb
                has_verb = has_verb and relative
            elif tag in {"SC", "PU"}:
                has_verb = relative = False
            elif tag == "CC":
                has_verb = has_verb and not self._verb_or_subject_next(index)
            elif tag in {"AX", "MD"}:
                has_verb, relative = has_verb or not relative, False
            elif self._is_participle(index, self._forms[index].verb, has_verb=has_verb):
                self.tags[index] = ("VN", lemma)
            else:
                has_verb, relative = has_verb or not relative, False
                if lemma in speech:
                    has_verb = False

    def _speech_behind(self) -> None:
        """Read ", reports broadcaster RPM." after a clause as speech, not as a thing listed."""
        told = False
        for index, (tag, _) in enumerate(self.tags):
            follows = told and tag == "NN" and self._forms[index - 1].lower == ","
            form = self._forms[index].verb if follows else None
            if form is not None and self._is_speech_behind(index, form):
                self.tags[index] = ("VF", form.lemma)
            told = told or tag in {"VF", "AX", "MD"}

    def _is_speech_behind(self, index: int, form: VerbForm) -> bool:
        if "S" not in form.kinds or form.lemma not in speech_verbs():
            return False
        after = index + 1
        while after < len(self.tags) and self.tags[after][0] in {"DT", "JJ", "NN", "NP", "PS"}:
            after += 1
        named = any(self.tags[n][0] == "NP" for n in range(index + 1, after))
        ends = after == len(self.tags) or self.tags[after][0] == "PU"
        return named and ends and self._next(after - 1) != ","

    def _joined_participles(self) -> None:
        """Read "collapsed walls and damaged roads" as two things where the first is no deed."""
        tags = [tag for tag, _ in self.tags]
        for index in range(3, len(tags) - 1):
            if tags[index] == "VF" and tags[index - 1] == "CC" and self._speak(index + 1):
                self.tags[index] = ("VN", self.tags[index][1])
                self.tags[index + 2] = ("VF", self.tags[index + 2][1])
                continue
            if tags[index] != "VF" or tags[index - 3 : index] != ["VN", "NN", "CC"]:
                continue
            form = self._forms[index].verb
            if tags[index + 1] == "NN" and (form is None or "N" in form.kinds):
                tags[index] = "VN"
                self.tags[index] = ("VN", self.tags[index][1])

    def _speak(self, index: int) -> bool:
        """Say whether people speak at the end: "and displaced residents said."."""
        ends = index + 2 < len(self.tags) and self.tags[index + 2][0] == "PU"
        speaks = ends and self.tags[index + 1] in {("VN", "say"), ("VF", "say")}
        return speaks and self.tags[index][0] == "NN"

    def _joined_infinitives(self) -> None:
        """Read the second verb of "has a week to decide and announce it" as the first."""
        verb = ""
        for index, (tag, lemma) in enumerate(self.tags):
            before = self.tags[index - 1][0] if index else ""
            if (
                tag == "VF"
                and before == "CC"
                and verb == "VB"
                and self._forms[index].lower == lemma
            ):
                self.tags[index] = ("VB", lemma)
            elif tag in {"VF", "AX", "MD", "VB", "VN", "SC", "TH"}:
                verb = tag

    def _adjectives_as_nouns(self) -> None:
        """Read "the Pakistani military said", "a U.S. official who" as nouns."""
        for index in range(1, len(self.tags)):
            tag, lemma = self.tags[index]
            if tag != "JJ" or self.tags[index - 1][0] not in {"DT", "NP", "JJ", "PS", "NN"}:
                continue
            following = self.tags[index + 1][0] if index + 1 < len(self.tags) else "PU"
            verb = following in {"VF", "AX", "MD"} and self.tags[index - 1][0] == "DT"
            alone = lemma in _NOUN_TOO and following not in {"NN", "NP", "JJ", "CD", "VN", "VG"}
            if verb or alone:
                self.tags[index] = ("NN", lemma)

    def _doubtful_nouns(self) -> list[int]:
        """Return the nouns that could be verbs."""
        forms = self._forms
        nouns = [n for n, (tag, _) in enumerate(self.tags) if tag == "NN"]
        return [n for n in nouns if forms[n].verb is not None]

    def _verbs_missed(self, doubtful: Sequence[int]) -> None:
        """Read a plural and a bare verb as a clause where its part of the sentence has no verb."""
        tags = [tag for tag, _ in self.tags]
        if not [n for n in doubtful if n and tags[n - 1] in {"NN", "NP"}]:
            return
        start = 0
        for index, tag in enumerate([*tags, "PU"]):
            if tag in _BORDERS:
                self._verb_missed(start, index)
                start = index + 1

    def _verb_missed(self, start: int, end: int) -> None:
        first = self._after_speech(start, end)
        if first is None:
            return
        for n in range(first + 1, end):
            if self.tags[n][0] != "NN" or self.tags[n - 1][0] not in {"NN", "NP"}:
                continue
            form = self._forms[n].verb
            if form is None or (form.lemma in _TAKING_OF and self._next(n) == "of"):
                continue  # "despite opposition claims of fraud"
            previous = self._forms[n - 1].lower
            plural = is_plural(previous)
            bare = "B" in form.kinds
            if "S" in form.kinds and not plural and n + 1 < end:
                thing = self.tags[n + 1][0] == "NN" and self.tags[max(0, n - 2)][0] == "DT"
                bare = plural = thing or self.tags[n + 1][0] in _AFTER_VERB
            ends = n + 1 == end < len(self.tags) and (
                self.tags[end][0] == "TH" or self._shows(first, n)
            )
            if ends and self._is_one(n) and self._is_ruled(n):
                continue  # "said in a verified post that …"
            if bare and (ends or (plural and n + 1 < end and not self._is_one(n))):
                self.tags[n] = ("VF", form.lemma)
                return

    def _after_speech(self, start: int, end: int) -> int | None:
        """Return where what is said begins in a part without another finite verb."""
        for n in range(end - 1, start - 1, -1):
            tag, lemma = self.tags[n]
            if tag == "VF" and lemma in speech_verbs():
                return n + 1
            if tag in {"VF", "AX", "MD"}:
                return None
        return start

    def _is_one(self, index: int) -> bool:
        """Say whether "a" opens the phrase that ends before `index`: "a Reuters witness"."""
        index -= 1
        while index > 0 and self.tags[index][0] in {"NN", "NP", "JJ", "VN"}:
            index -= 1
        return self._forms[index].lower in {"a", "an"}

    def _is_ruled(self, index: int) -> bool:
        """Say whether a preposition rules the phrase that ends at `index`: "in a post"."""
        while index > 0 and self.tags[index][0] != "DT":
            index -= 1
        return index > 0 and self.tags[index - 1][0] == "IN"

    def _shows(self, start: int, index: int) -> bool:
        """Read ", official figures show." and ", figures from the agency show." as speech."""
        form = self._forms[index].verb
        after_comma = start > 0 and self._forms[start - 1].lower == ","
        if form is None or form.lemma not in speech_verbs() or not after_comma:
            return False
        if form.lemma == "state" and self.tags[index - 1][0] == "NP":
            return False
        first = range(start, min(index, start + 3))
        return any(self.tags[n][0] == "NN" and self._forms[n].lower.endswith("s") for n in first)

    def _is_participle(self, index: int, form: VerbForm | None, *, has_verb: bool) -> bool:
        if form is not None and ("D" not in form.kinds or "N" not in form.kinds):
            return False
        lemma = self.tags[index][1]
        named = index > 0 and self.tags[index - 1][0] in {"NP", "PU"}
        if lemma == "say" and named and self._next(index) not in {"by", "to"}:
            return False  # "rejected by both and Orvel said it …"
        if self._has_pronoun(index) or self._joins_clause(index):
            return False  # "has said it offered a rise"
        if (lemma, self._next(index)) in _ATTACHED and self._before_is_noun(index):
            return True
        if self._next(index) == "by" and lemma not in SPEAKING and not self._measured(index + 2):
            return has_verb or lemma not in _STANDING_BY
        return (
            has_verb
            or self._in_aside(index)
            or self._in_opening_phrase(index)
            or self._finite_ahead(index)
        )

    def _has_pronoun(self, index: int) -> bool:
        """Say whether a pronoun that is a subject stands before: "they offered", "said it fell"."""
        if index == 0:
            return False
        word = self._forms[index - 1].lower
        if word in _CLAUSE_OPENERS:
            return True
        told = index > 1 and self.tags[index - 2][1] in SPEAKING
        return word == "it" and told and self.tags[index - 2][0] in {"VF", "VN"}

    def _joins_clause(self, index: int) -> bool:
        """Find "exports fell and imports from Zembla reached 33": an object behind the verb."""
        ahead = self.tags[index + 1][0] if index + 1 < len(self.tags) else "PU"
        if ahead not in {"CD", "DT"} or self.tags[index][1] in _DESCRIBING:
            return False
        before = index - 1
        while (
            before > 0 and index - before < _SUBJECT_REACH and self.tags[before][0] in _IN_SUBJECT
        ):
            before -= 1
        return self.tags[before][0] == "CC" and self.tags[before + 1][0] in {"NN", "NP"}

    def _measured(self, index: int) -> bool:
        """Say whether a number follows, as in "exports increased by 4 percent"."""
        return index < len(self.tags) and self.tags[index][0] == "CD"

    def _in_aside(self, index: int) -> bool:
        """Read "The study, published in May, found that …"."""
        if index < 2 or self._forms[index - 1].lower != "," or index + 1 >= len(self.tags):
            return False
        if self._closes_aside(index - 1):
            return False
        noun = self.tags[index - 2][0] in {"NN", "NP"}
        followed = self.tags[index + 1][0] in {"IN", "TO", "RB", "JJ"}
        return noun and followed and self._main_clause_after(index)

    def _closes_aside(self, comma: int) -> bool:
        """Say whether the comma ends "Roe, on a visit to Orvel, ": the verb of Roe follows."""
        opens = comma - 1
        while opens > 0 and self._forms[opens].lower != ",":
            opens -= 1
        if opens < 1 or self.tags[opens + 1][0] not in {"IN", "WH"}:
            return False
        return not any(tag in {"VF", "AX", "MD"} for tag, _ in self.tags[:opens])

    def _in_opening_phrase(self, index: int) -> bool:
        """Read "In a bulletin published the same day, …": what a preposition rules has no verb."""
        if self.tags[index][1] in SPEAKING or not self._main_clause_after(index):
            return False
        before = index - 1
        while before > 0 and self.tags[before][0] in {"JJ", "NN", "NP", "IN"}:
            before -= 1
        if before < 1 or before == index - 1 or self.tags[before][0] != "DT":
            return False
        opens = before == 1 or self.tags[before - 2][0] in {"PU", "TH"}
        return opens and self.tags[before - 1][0] == "IN"

    def _main_clause_after(self, index: int) -> bool:
        """Say whether a finite verb stands behind the next comma."""
        stop = min(len(self._forms), index + _CLAUSE_REACH)
        comma = next((n for n in range(index, stop) if self._forms[n].lower == ","), stop)
        after = self.tags[comma : comma + _CLAUSE_REACH]
        return any(tag in {"VF", "AX", "MD"} for tag, _ in after)

    def _before_is_noun(self, index: int) -> bool:
        before = index - 1
        if before >= 0 and self._forms[before].lower == ",":
            before -= 1
        return before >= 0 and self.tags[before][0] in {"NN", "NP", "PR", "CD"}

    def _verb_or_subject_next(self, index: int) -> bool:
        if index + 1 >= len(self.tags):
            return False
        following = self.tags[index + 1][0]
        if following == "NP" and self._name_acts(index + 1):
            return True
        return (
            following in {"VF", "VN", "RB", "AX", "MD", "PR", "DT", "CD"}
            or self._forms[index + 1].lower in _QUANTITIES
        )

    def _name_acts(self, index: int) -> bool:
        """Say whether a name and its deed follow: "Berg left and Orne questioned the count".

        "And Orvel's mayor Ada Berg left the town" is a name with what it owns.
        """
        while index < len(self.tags) and self.tags[index][0] in _NAMED:
            index += 1
        deed = index + 1 < len(self.tags) and self.tags[index][0] in {"VF", "VN"}
        return deed and self.tags[index + 1][0] in {"DT", "PR", "TH", "CD"}

    def _approximation(self, index: int) -> None:
        """Read "at least", "more than 1,500", "up to 300", "as many as": they join no clauses."""
        if index == 0 or index + 1 >= len(self._forms):
            return
        lower, previous = self._forms[index].lower, self._forms[index - 1].lower
        number = self.tags[index + 1][0] == "CD" or self._forms[index + 1].lower in {"a", "half"}
        counts = (
            (lower == "than" and previous in {"more", "less", "fewer", "higher", "lower"})
            or (lower == "to" and previous == "up")
            or (lower == "as" and previous in {"many", "few", "much"})
        )
        if (lower in {"least", "most"} and previous == "at") or (number and counts):
            self.tags[index] = ("RB", lower)
            self.tags[index - 1] = ("RB", previous)
            if lower == "as" and index > 1:
                self.tags[index - 2] = ("RB", self._forms[index - 2].lower)

    def _finite_ahead(self, index: int) -> bool:
        """Find a finite verb before the next border: "the number disclosed on Thursday exceeds"."""
        if index == 0 or self.tags[index - 1][0] not in {"NN", "NP"}:
            return False
        for ahead in range(index + 1, len(self.tags)):
            tag, lemma = self.tags[ahead]
            if lemma in _CLAUSE_OPENERS or (tag == "VG" and lemma in speech_verbs()):
                return False  # "asked it to vote so she can go", "issued a note saying two left"
            if lemma == "it" and self._forms[ahead - 1].lower in _TOLD_OF:
                return False  # "rejected the rebels' claim it had lost a ship"
            if tag in {"PU", "CC", "SC", "TH", "WH", "VF"}:
                return (
                    tag == "VF" and self.tags[index][1] not in speech_verbs() and self._sure(ahead)
                )
            if tag in {"AX", "MD"}:
                return self.tags[index][1] not in speech_verbs()
        return False

    def _sure(self, index: int) -> bool:
        """Say whether the form is finite whatever stands around it."""
        form = self._forms[index].verb
        return form is not None and "N" not in form.kinds

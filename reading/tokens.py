"""Words with their classes: one pass over an article, shared by everything that listens to it.

A coarse part-of-speech tag a word is all that the rules of attribution need: closed classes and
verb forms come from ``lexicon/words.tsv`` and ``lexicon/verbs.tsv``, and the neighbours decide
between a noun and a verb of the same form, in the manner of Brill's contextual rules.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reading.lexicon import rows
from reading.model import Article, Segmentation

_WORD = re.compile(r"\w(?:[\w’'.-]|,(?=\d))*|[^\w\s]")
_TRAILING = ".’'-,"
_POSSESSIVES = ("’s", "'s")
OPENING_QUOTES = frozenset('“„«‘"')
CLOSING_QUOTES = frozenset('”»’"“')
_NOUNISH_BEFORE = frozenset({"DT", "JJ", "CD", "PS", "IN"})
_VERB_AFTER = frozenset({"DT", "PR", "CD", "TH", "TO", "NP", "RB", "IN", "PU"})
_PLURAL_NOUNS = frozenset({"police", "people", "media", "troops", "women", "men", "children"})
FINITE = frozenset({"VF", "AX", "MD"})
NOMINAL = frozenset({"DT", "JJ", "CD", "NN", "NP", "PS"})
NOUNS = frozenset({"NN", "NP"})


class Token(NamedTuple):
    """One word or mark.

    A named tuple and not a frozen dataclass because a report makes a thousand of them.

    Parameters
    ----------
    start, end : int
        Code-point offsets in the article, end exclusive.
    text, lower : str
        As printed; in lower case with ’ for every apostrophe.
    tag : str
        DT determiner, JJ adjective, CD number, NN noun, NP name, PS possessive mark, PR pronoun,
        IN preposition, TO, TH the conjunction "that", SC subordinator, CC coordinator, WH, MD
        modal, AX finite be/have/do, BE, VF finite verb, VB base, VN participle, VG -ing, RB adverb,
        PU punctuation.
    lemma : str
        Base form of verbs; else ``lower``.
    quote : int
        Index of the quotation that holds the word, its marks included; -1 outside.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    lemma: str
    quote: int


class VerbForm(NamedTuple):
    """What a form can be: ``kinds`` of B(ase) S(-s) D(past) N(participle) G(-ing)."""

    lemma: str
    kinds: str
    noun: bool


@cache
def closed_words() -> dict[str, str]:
    """Return word → tag of the closed classes."""
    return {row["word"]: row["tag"] for row in rows("words")}


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return form → lemma and kinds of every verb of the lexicon."""
    found: dict[str, VerbForm] = {}

    def add(form: str, lemma: str, kind: str, noun: bool) -> None:
        known = found.get(form)
        if known is None:
            found[form] = VerbForm(lemma, kind, noun)
        elif known.lemma == lemma:
            found[form] = VerbForm(lemma, known.kinds + kind, known.noun or noun)

    table = rows("verbs")
    for row in table:
        noun = row["noun"] == "1"
        add(row["lemma"], row["lemma"], "B", noun)
    for row in table:
        lemma, noun = row["lemma"], row["noun"] == "1"
        add(_third_person(lemma), lemma, "S", noun)
        stems = {lemma + lemma[-1], lemma} if row["doubles"] == "1" else {lemma}
        for stem in sorted(stems):
            past = row["past"] if row["past"] != "-" else _past(stem)
            participle = row["participle"] if row["participle"] != "-" else past
            add(past, lemma, "D", False)
            add(participle, lemma, "N", False)
            add(_gerund(stem), lemma, "G", False)
    return found


def _third_person(lemma: str) -> str:
    if lemma in {"have", "go", "do"}:
        return {"have": "has", "go": "goes", "do": "does"}[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return stem[:-1] + "ied"
    return stem + "ed"


def _gerund(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and len(stem) > 2:
        return stem[:-1] + "ing"
    return stem + "ing"


class _Raw(NamedTuple):
    start: int
    end: int
    text: str
    lower: str


def tokenise(article: Article, segmentation: Segmentation) -> tuple[tuple[Token, ...], ...]:
    """Return the tagged words of each sentence, in the order of ``segmentation.sentences``.

    Linear in the length of the text.
    """
    text = article.text
    starts = [quotation.span.start for quotation in segmentation.quotations]
    ends = [quotation.span.end for quotation in segmentation.quotations]
    raws = [
        _raw_words(text, sentence.span.start, sentence.span.end)
        for sentence in segmentation.sentences
    ]
    names, common = _vocabulary(raws)
    found: list[tuple[Token, ...]] = []
    for raw in raws:
        tags = _tags(raw, names, common)
        sentence_tokens: list[Token] = []
        for word, (tag, lemma) in zip(raw, tags, strict=True):
            index = bisect_right(starts, word.start) - 1
            quote = index if index >= 0 and word.start < ends[index] else -1
            sentence_tokens.append(
                Token(word.start, word.end, word.text, word.lower, tag, lemma, quote)
            )
        found.append(tuple(sentence_tokens))
    return tuple(found)


def _raw_words(text: str, start: int, end: int) -> list[_Raw]:
    found: list[_Raw] = []
    for match in _WORD.finditer(text, start, end):
        left, right = match.span()
        word = match.group()
        if len(word) > 1:
            stripped = word.rstrip(_TRAILING)
            if stripped and stripped != word:
                if "." in stripped and word[len(stripped)] == ".":
                    stripped = word[: len(stripped) + 1]
                right = left + len(stripped)
                tail = word[len(stripped) :]
            else:
                tail = ""
            body = text[left:right]
            if body.endswith(_POSSESSIVES) and len(body) > 2:
                cut = right - 2
                found.append(_Raw(left, cut, text[left:cut], _fold(text[left:cut])))
                found.append(_Raw(cut, right, text[cut:right], "’s"))
            else:
                found.append(_Raw(left, right, body, _fold(body)))
            for offset, mark in enumerate(tail):
                found.append(_Raw(right + offset, right + offset + 1, mark, mark))
        else:
            found.append(_Raw(left, right, word, _fold(word)))
    return found


def _fold(word: str) -> str:
    return word.lower().replace("'", "’")


def _vocabulary(raws: Sequence[Sequence[_Raw]]) -> tuple[set[str], set[str]]:
    """Words seen with a capital inside a sentence, and words seen in lower case."""
    names: set[str] = set()
    common: set[str] = set()
    for raw in raws:
        after_mark = True
        for word in raw:
            head = word.text[0]
            if head.isupper():
                if not after_mark:
                    names.add(word.lower)
            elif head.islower():
                common.add(word.lower)
            after_mark = not head.isalnum() and word.text not in {",", "-", "’", "'", "(", ")"}
    return names, common


def _tags(raw: Sequence[_Raw], names: set[str], common: set[str]) -> list[tuple[str, str]]:
    closed, forms = closed_words(), verb_forms()
    size = len(raw)
    tags: list[tuple[str, str]] = []
    after_mark = True
    before = "PU"
    capitals = sum(1 for word in raw if word.text[0].isupper())
    letters = sum(1 for word in raw if word.text[0].isalpha()) or 1
    title_case = capitals > 3 and capitals / letters > 0.65
    for index, word in enumerate(raw):
        head, lower = word.text[0], word.lower
        following = raw[index + 1].lower if index + 1 < size else ""
        if not head.isalnum() and lower != "’s":
            tag = "PS" if lower == "’" and _possessive(raw, index) else "PU"
            tags.append((tag, lower))
            after_mark = lower not in {",", "-", "’", "(", ")", "/"}
            before = tag
            continue
        tag, lemma = "", lower
        if head.isdigit():
            tag = "CD"
        elif lower == "’s":
            tag = _apostrophe_s(before, raw, index)
        elif head.isupper() and _is_name(word, after_mark, title_case, names, common):
            tag = "NP"
        if not tag:
            tag, lemma = _lower_tag(lower, following, before, index, raw, tags, closed, forms)
        tags.append((tag, lemma))
        before = tag
        after_mark = False
    _second_look(raw, tags, forms)
    return tags


def _possessive(raw: Sequence[_Raw], index: int) -> bool:
    return (
        index > 0
        and raw[index - 1].end == raw[index].start
        and raw[index - 1].lower.endswith("s")
        and index + 1 < len(raw)
        and raw[index + 1].text[0].isalnum()
    )


def _apostrophe_s(before: str, raw: Sequence[_Raw], index: int) -> str:
    if raw[index - 1].lower in {"it", "he", "she", "that", "there", "who", "what", "here"}:
        return "AX"
    return "PS"


def _is_name(
    word: _Raw, after_mark: bool, title_case: bool, names: set[str], common: set[str]
) -> bool:
    lower = word.lower
    if lower == "i" or lower.startswith(("i’", "we’", "they’", "it’", "he’", "she’", "you’")):
        return False
    known = lower in closed_words() or lower in verb_forms() or lower in _plain_nouns()
    if lower == "according":
        return False
    if not after_mark and not title_case:
        return not (lower in closed_words() and closed_words()[lower] not in {"JJ", "CD", "RB"})
    if lower in closed_words():
        return lower in names and closed_words()[lower] == "JJ" and lower not in common
    if lower in names and lower not in common and not title_case:
        return True
    if lower in common or known:
        return False
    return not _looks_common(lower)


@cache
def _plain_nouns() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("common_nouns"))


def _looks_common(lower: str) -> bool:
    if lower in _plain_nouns() or lower.endswith("ly"):
        return True
    return lower.endswith("s") and (
        lower[:-1] in _plain_nouns()
        or (lower.endswith("ies") and lower[:-3] + "y" in _plain_nouns())
    )


def _lower_tag(
    lower: str,
    following: str,
    before: str,
    index: int,
    raw: Sequence[_Raw],
    tags: Sequence[tuple[str, str]],
    closed: dict[str, str],
    forms: dict[str, VerbForm],
) -> tuple[str, str]:
    if lower == "to":
        return "TO", lower
    if lower == "according":
        return "IN", lower
    if lower == "that":
        return _that(following, before, tags, closed, forms), lower
    tag = closed.get(lower)
    if tag is not None:
        if lower in {"has", "have", "had"}:
            return tag, "have"
        if lower in {"is", "are", "was", "were", "am", "be", "been", "being", "isn’t", "wasn’t"}:
            return tag, "be"
        if lower in {"do", "does", "did"}:
            return tag, "do"
        return tag, lower
    form = forms.get(lower)
    if form is None:
        return _unknown(lower, before)
    return _verb_or_noun(lower, form, following, before, index, raw, tags, closed)


def _that(
    following: str,
    before: str,
    tags: Sequence[tuple[str, str]],
    closed: dict[str, str],
    forms: dict[str, VerbForm],
) -> str:
    if before in {"IN", "TO"} and not (len(tags) > 1 and tags[-1][1] == "out"):
        return "DT"
    kind = closed.get(following)
    if kind in {"DT", "PR", "CD", "IN", "MD", "AX", "RB", "JJ"} or before in {"NN", "NP", "VG"}:
        return "TH"
    if before in {"VF", "VB", "VN", "RB", "PU"}:
        if following in _plain_nouns():
            return "DT"
        return "TH" if not (before == "PU" and not tags) else "DT"
    return "TH" if following in forms else "DT"


def _unknown(lower: str, before: str) -> tuple[str, str]:
    if lower.endswith("ly") and len(lower) > 4:
        return "RB", lower
    if lower.endswith("ing") and len(lower) > 5 and before not in _NOUNISH_BEFORE:
        return "VG", lower[:-3]
    if lower.endswith("ed") and len(lower) > 4 and not lower.endswith("eed") and "-" not in lower:
        return ("VN" if before in {"AX", "BE", "DT", "RB"} else "VF"), lower[:-2]
    if "-" in lower and lower.endswith(("ed", "based", "old", "wide", "long", "term")):
        return "JJ", lower
    if lower.endswith(("ous", "ful", "ible", "able", "ical", "ive", "less", "ish")):
        return "JJ", lower
    return "NN", lower


def _verb_or_noun(
    lower: str,
    form: VerbForm,
    following: str,
    before: str,
    index: int,
    raw: Sequence[_Raw],
    tags: Sequence[tuple[str, str]],
    closed: dict[str, str],
) -> tuple[str, str]:
    kinds, lemma = form.kinds, form.lemma
    last = _last_content(tags)
    after = _class_of(following, closed, raw, index + 1)
    if "G" in kinds and kinds.strip("G") == "":
        noun = before in {"DT", "PS", "JJ", "CD"} or (before == "NN" and after in {"NN", "IN"})
        return ("NN" if noun else "VG"), lemma
    if last in {"MD", "TO", "DO"} and "B" in kinds and before != "DT":
        return "VB", lemma
    if "D" in kinds or "N" in kinds:
        if last == "HAVE" or last == "BE":
            return ("VN" if "N" in kinds else "VF"), lemma
        if before == "RB" and tags and raw[index - 1].lower == "neither":
            return "VF", lemma
        if form.noun and "B" in kinds and before in {"DT", "JJ", "PS", "CD"}:
            return "NN", lower
        if before in {"DT", "PS", "JJ"}:
            return "VN", lemma
        if before == "CD" and after == "NN":
            return "VN", lemma
        if before in {"IN", "TO"}:
            return "VN", lemma
        if "B" in kinds and form.noun and before == "NN" and after in {"IN", "PU", "END"}:
            return "VF", lemma
        return ("VF" if "D" in kinds else "VN"), lemma
    if not form.noun:
        if "S" in kinds:
            return "VF", lemma
        if before in {"NN", "NP", "PR", "WH", "TH", "CC", "RB", "PU"}:
            return "VF", lemma
        return "VB", lemma
    return _nounish(lower, kinds, lemma, before, after, tags, raw, index)


def _nounish(
    lower: str,
    kinds: str,
    lemma: str,
    before: str,
    after: str,
    tags: Sequence[tuple[str, str]],
    raw: Sequence[_Raw],
    index: int,
) -> tuple[str, str]:
    previous = raw[index - 1].lower if index else ""
    starts_complement = after in _VERB_AFTER
    if before in NOUNS and lower in {"point", "points"} and _next(raw, index) == "out":
        return "VF", lemma
    if "S" in kinds:
        singular = before in {"PR", "WH", "TH"} or (
            before in NOUNS and not previous.endswith("s") and _has_determiner(tags)
        )
        if singular and starts_complement and after not in {"IN", "PU"}:
            return "VF", lemma
        if before in {"WH", "TH"} or previous in {"he", "she", "it"}:
            return "VF", lemma
        return "NN", lower
    if previous in {"they", "we", "i", "you", "who"} or (before == "TH" and after == "DT"):
        return "VF", lemma
    plural = previous.endswith("s") or previous in _PLURAL_NOUNS
    if before == "NN" and plural and after in {"DT", "PR", "CD", "TH", "TO", "NP"}:
        return "VF", lemma
    return "NN", lower


def _next(raw: Sequence[_Raw], index: int) -> str:
    return raw[index + 1].lower if index + 1 < len(raw) else ""


def _has_determiner(tags: Sequence[tuple[str, str]]) -> bool:
    """Say whether the noun group just read opened with a determiner or is a name."""
    for tag, _ in reversed(tags):
        if tag in {"DT", "NP", "PS"}:
            return True
        if tag not in {"NN", "JJ", "CD"}:
            return False
    return False


def _class_of(following: str, closed: dict[str, str], raw: Sequence[_Raw], index: int) -> str:
    if not following:
        return "END"
    if following == "that":
        return "TH"
    if following == "to":
        return "TO"
    if not following[0].isalnum():
        return "PU"
    if following in closed:
        return closed[following]
    if following[0].isdigit():
        return "CD"
    return "NP" if raw[index].text[0].isupper() else "NN"


def _last_content(tags: Sequence[tuple[str, str]]) -> str:
    """Return the class of the nearest word that is no adverb: HAVE, BE, DO, MD, TO or its tag."""
    for tag, lemma in reversed(tags):
        if tag == "RB" or (tag == "PU" and lemma in OPENING_QUOTES):
            continue
        if tag in {"AX", "BE"}:
            return {"have": "HAVE", "be": "BE", "do": "DO"}.get(
                lemma, "DO" if "d" in lemma[:1] else "BE"
            )
        return tag
    return "PU"


def _second_look(
    raw: Sequence[_Raw], tags: list[tuple[str, str]], forms: dict[str, VerbForm]
) -> None:
    """Past forms that cannot be finite become participles: the clause has its verb elsewhere."""
    has_verb = False
    for index, (tag, lemma) in enumerate(tags):
        lower = raw[index].lower
        if lower in {"than", "to", "as", "least", "most"} and index + 1 < len(raw):
            _approximation(raw, tags, index)
            tag = tags[index][0]
        if tag in {"CC", "SC", "TH", "WH"} or lower in {",", ";", ":", "—", "–"} or tag == "PU":
            has_verb = False if tag != "CC" else has_verb
            continue
        if tag in {"AX", "MD"}:
            has_verb = True
        elif tag == "VF":
            form = forms.get(lower)
            past = form is None or "D" in form.kinds
            if not past:
                has_verb = True
                continue
            by = index + 1 < len(raw) and raw[index + 1].lower == "by"
            if has_verb or by or _finite_ahead(tags, index):
                tags[index] = ("VN", lemma)
            else:
                has_verb = True


def _approximation(raw: Sequence[_Raw], tags: list[tuple[str, str]], index: int) -> None:
    """ "at least", "more than 1,500", "up to 300" and "as many as" count; they join no clauses."""
    previous = raw[index - 1].lower if index else ""
    lower, number = raw[index].lower, tags[index + 1][0] == "CD" or raw[index + 1].lower == "a"
    if (lower in {"least", "most"} and previous == "at") or (
        number
        and (
            (lower == "than" and previous in {"more", "less", "fewer", "higher", "lower"})
            or (lower == "to" and previous == "up")
            or (lower == "as" and previous in {"many", "few", "much"})
        )
    ):
        tags[index] = ("RB", lower)
        tags[index - 1] = ("RB", previous)
        if lower == "as" and index > 1:
            tags[index - 2] = ("RB", raw[index - 2].lower)


def _finite_ahead(tags: Sequence[tuple[str, str]], index: int) -> bool:
    """A finite verb before the next border: "the number disclosed on Thursday exceeds"."""
    if index == 0 or tags[index - 1][0] not in NOUNS:
        return False
    for tag, _ in tags[index + 1 :]:
        if tag in {"PU", "CC", "SC", "TH", "WH"}:
            return False
        if tag in {"AX", "MD"}:
            return True
    return False

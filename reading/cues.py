"""Where a sentence shows that somebody speaks: cue, speaker, and where the content begins.

Cues are data (``lexicon/cues.tsv``): each says which complements it takes, so that "added 500
seats" is no speech and "added that", "added: “…”" are. A cue inside a quotation belongs to the
words quoted and is never looked at here.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from reading.lexicon import rows
from reading.model import Certainty, Stance
from reading.phrases import (
    Range,
    Tokens,
    calendar_words,
    has_finite,
    is_outer,
    is_temporal,
    phrase_left,
    phrase_right,
)
from reading.tokens import FINITE, NOMINAL, NOUNS, OPENING_QUOTES, Token

Form = Literal["before", "after", "around", "according", "colon", "passive", "noun", "participle"]

_SKIPPED_IN = frozenset(
    [
        "on",
        "in",
        "at",
        "to",
        "during",
        "via",
        "through",
        "from",
        "by",
        "before",
        "after",
        "with",
        "for",
        "over",
        "under",
    ]
)
_ADDRESSEES = frozenset(
    [
        "reporters",
        "journalists",
        "parliament",
        "lawmakers",
        "members",
        "media",
        "press",
        "news",
        "viewers",
        "supporters",
        "audience",
        "crowd",
        "court",
        "council",
        "agency",
        "newspaper",
        "television",
        "radio",
        "correspondents",
        "deputies",
        "him",
        "her",
        "them",
        "us",
        "me",
    ]
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the lexicon of cues."""

    name: str
    form: str
    particle: str | None
    complements: frozenset[str]
    stance: Stance
    certainty: Certainty
    passive: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution in a sentence.

    Parameters
    ----------
    cue : Cue
    words : Range
        The words that show it.
    source : Range or None
        The words that name the speaker; None where nobody is named.
    start : int
        First word that belongs to cue and speaker.
    content : int
        First word of what is said after the cue; ``start`` where it stands before only.
    end : int
        Past the last word of cue and speaker.
    form : str
        Where the content stands.
    complement : str
        Which complement was found.
    addressee : Range or None
        Who is spoken to.
    """

    cue: Cue
    words: Range
    source: Range | None
    start: int
    content: int
    end: int
    form: Form
    complement: str
    addressee: Range | None = None


ACCORDING = Cue("according to", "phrase", None, frozenset({"np"}), "asserts", "stated", None)
COLON = Cue(":", "mark", None, frozenset({"clause"}), "asserts", "stated", None)
REPORTEDLY = Cue("reportedly", "adverb", None, frozenset(), "asserts", "reported", None)


@cache
def _table() -> tuple[dict[str, Cue], dict[str, Cue], dict[str, list[tuple[tuple[str, ...], Cue]]]]:
    verbs: dict[str, Cue] = {}
    nouns: dict[str, Cue] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for row in rows("cues"):
        cue = Cue(
            row["cue"],
            row["form"],
            None if row["particle"] == "-" else row["particle"],
            frozenset(row["complements"].split("|")),
            cast("Stance", row["stance"]),
            cast("Certainty", row["certainty"]),
            None if row["passive"] == "-" else row["passive"],
        )
        if cue.form == "verb":
            verbs[cue.name] = cue
        elif cue.form == "noun":
            for form in cue.name.split("|"):
                nouns[form] = cue
        else:
            words = tuple(cue.name.split())
            phrases.setdefault(words[0], []).append((words, cue))
    for found in phrases.values():
        found.sort(key=lambda item: -len(item[0]))
    return verbs, nouns, phrases


def verb_cue(lemma: str) -> Cue | None:
    """Return the cue of a verb, if it is one."""
    return _table()[0].get(lemma)


def frames(tokens: Tokens, *, headline: bool = False) -> tuple[Frame, ...]:
    """Return the attributions of a sentence in the order of their cues."""
    verbs, nouns, phrases = _table()
    found: list[Frame] = []
    index, size = 0, len(tokens)
    while index < size:
        token = tokens[index]
        frame = None
        if token.quote >= 0:
            index += 1
            continue
        if token.lower == "according" and index + 1 < size and tokens[index + 1].lower == "to":
            frame = _according(tokens, index, found)
        elif token.lower in phrases:
            frame = _phrase(tokens, index, phrases[token.lower])
        if frame is None and token.tag in {"VF", "VN", "VB", "VG"} and token.lemma in verbs:
            frame = _verb(tokens, index, verbs[token.lemma], found)
        elif frame is None and token.lower in nouns and token.tag in NOUNS:
            frame = _noun(tokens, index, nouns[token.lower])
        if frame is None and headline and token.lower == ":":
            frame = _headline_colon(tokens, index)
        if frame is not None:
            found.append(frame)
            index = max(frame.words[1], index + 1)
        else:
            index += 1
    return tuple(found)


# -- according to -----------------------------------------------------------------------------


def _according(tokens: Tokens, index: int, found: list[Frame]) -> Frame:
    start, size = index, len(tokens)
    first = index + 2
    end = first
    if index == 0 or not has_finite(tokens, 0, index):
        while end < size and not (tokens[end].lower == "," and _clause_follows(tokens, end + 1)):
            end += 1
        source = _source_range(tokens, first, end)
        content = min(end + 1, size)
        return Frame(
            ACCORDING, (index, index + 2), source, start, content, content, "according", "np"
        )
    while end < size and not _ends_tail(tokens, end):
        end += 1
    source = _source_range(tokens, first, end)
    return Frame(ACCORDING, (index, index + 2), source, start, start, end, "after", "np")


def _ends_tail(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    if token.lower in {";", "(", "—", "–"} or (token.tag == "PU" and index == len(tokens) - 1):
        return True
    if token.lower != ",":
        return token.tag in {"SC"} and token.lower in {"while", "although", "but"}
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is None or following.tag in {"CC", "VG", "SC"}


def _clause_follows(tokens: Tokens, index: int) -> bool:
    """Subject and finite verb follow, so that the comma before ends an opening phrase."""
    size = len(tokens)
    while index < size and tokens[index].tag in {"RB"}:
        index += 1
    if index < size and tokens[index].tag == "IN":
        comma = index
        while comma < size and tokens[comma].lower != ",":
            if tokens[comma].tag in FINITE:
                break
            comma += 1
        if comma < size and tokens[comma].lower == ",":
            return _clause_follows(tokens, comma + 1)
        index = phrase_right(tokens, index + 1)
    if index < size and tokens[index].tag == "PR":
        return True
    end = phrase_right(tokens, index)
    if end == index:
        return index < size and tokens[index].quote >= 0
    for ahead in range(end, size):
        token = tokens[ahead]
        if token.tag in FINITE:
            return True
        if token.lower in {",", ";"} or token.tag in {"WH", "SC"}:
            return False
    return False


def _source_range(tokens: Tokens, start: int, end: int) -> Range | None:
    while end > start and tokens[end - 1].tag == "PU":
        end -= 1
    return (start, end) if end > start else None


# -- phrases such as "neither confirmed nor denied" ----------------------------------------------


def _phrase(tokens: Tokens, index: int, options: list[tuple[tuple[str, ...], Cue]]) -> Frame | None:
    for words, cue in options:
        end = index + len(words)
        if end > len(tokens):
            continue
        if all(tokens[index + n].lower == word for n, word in enumerate(words)):
            group = _group_start(tokens, index)
            source, start = _subject(tokens, group)
            if source is None:
                return None
            content = end
            if content < len(tokens) and tokens[content].tag == "TH":
                content += 1
            complement = "np" if "np" in cue.complements else "none"
            return Frame(cue, (index, end), source, start, content, content, "before", complement)
    return None


# -- verbs --------------------------------------------------------------------------------------


def _verb(tokens: Tokens, index: int, cue: Cue, found: list[Frame]) -> Frame | None:
    token = tokens[index]
    after = index + 1
    if cue.particle is not None:
        if after >= len(tokens) or tokens[after].lower != cue.particle:
            return None
        after += 1
    group = _group_start(tokens, index)
    if token.tag == "VG" and group == index:
        return _participle(tokens, index, after, cue, found)
    if _is_passive(tokens, index, group):
        return _passive(tokens, index, after, group, cue)
    if token.tag == "VN" and group == index:
        if cue.passive == "accused" and after < len(tokens) and tokens[after].lower == "of":
            return Frame(cue, (index, after + 1), None, 0, 0, 0, "passive", "of")
        return None
    complement, content, addressee = _complement(tokens, after, cue)
    inverted = group > 0 and _closes_content(tokens, group)
    if inverted and complement in {"none", "np", "clause"} and "post" in cue.complements:
        frame = _inverted(tokens, index, group, after, cue)
        if frame is not None:
            return frame
    source, start = _subject(tokens, group)
    if source is None:
        if complement != "none" and group > 0 and tokens[group - 1].tag == "CC" and found:
            return Frame(
                cue,
                (group, after),
                None,
                group,
                content,
                content,
                "participle",
                complement,
                addressee,
            )
        return None
    if complement == "none":
        if "post" not in cue.complements or not _content_before(tokens, start):
            return None
        end = _tail_end(tokens, after, addressee)
        return Frame(cue, (group, after), source, start, start, end, "after", "post", addressee)
    if complement == "quote" and start > 0 and tokens[start - 1].quote >= 0:
        return Frame(
            cue, (group, after), source, start, content, content, "around", "quote", addressee
        )
    return Frame(
        cue, (group, after), source, start, content, content, "before", complement, addressee
    )


def _group_start(tokens: Tokens, index: int) -> int:
    """Return the first word of the verb group that ends with the verb at `index`."""
    start = index
    while start > 0 and tokens[start - 1].tag in {"AX", "MD", "BE", "RB", "TO"}:
        previous = tokens[start - 1]
        if previous.tag == "TO" and tokens[index].tag != "VB":
            break
        if previous.quote >= 0 or (previous.tag == "RB" and previous.lower in calendar_words()):
            break
        start -= 1
    return start


def _is_passive(tokens: Tokens, index: int, group: int) -> bool:
    if tokens[index].tag not in {"VN", "VF"}:
        return False
    return any(
        tokens[n].lemma == "be" for n in range(group, index) if tokens[n].tag in {"AX", "BE"}
    )


def _complement(tokens: Tokens, index: int, cue: Cue) -> tuple[str, int, Range | None]:
    """Return which complement follows a cue, where the content begins, and who is spoken to."""
    allowed, size = cue.complements, len(tokens)
    addressee: Range | None = None
    if "addressee" in allowed and index < size:
        end = phrase_right(tokens, index) if tokens[index].tag != "PR" else index + 1
        if end > index:
            addressee = (index, end)
            index = end
    while index < size:
        token = tokens[index]
        if token.quote >= 0 and (token.text in OPENING_QUOTES):
            if "quote" in allowed:
                return "quote", index, addressee
            return _object(tokens, index, cue, addressee)
        if token.tag == "RB":
            index += 1
            continue
        if token.lower in {",", ":"}:
            ahead = index + 1
            if ahead < size and tokens[ahead].quote >= 0 and "quote" in allowed:
                return "quote", ahead, addressee
            if token.lower == ":" and "clause" in allowed:
                return "clause", ahead, addressee
            past = _parenthesis(tokens, index)
            if past is None:
                return "none", index, addressee
            index = past
            continue
        if token.tag == "TH":
            if "clause" in allowed:
                return "clause", index + 1, addressee
            return "none", index, addressee
        if token.lower in {"if", "whether"} or token.tag == "WH":
            return ("clause" if "clause" in allowed else "none"), index, addressee
        if token.tag == "TO" and _infinitive(tokens, index):
            return ("to" if "to" in allowed else "none"), index, addressee
        if token.tag in {"IN", "TO"}:
            if token.tag == "IN" and token.lower in allowed:
                return token.lower, index + 1, addressee
            if token.lower == "on" and "on_to" in allowed:
                return "on_to", index + 1, addressee
            past = _prepositional(tokens, index)
            if past is None:
                return "none", index, addressee
            if token.lower == "to":
                addressee = (index + 1, past)
            index = past
            continue
        if token.tag in {"NP", "JJ", "RB", "DT"} and _is_date_phrase(tokens, index):
            index = _date_end(tokens, index)
            continue
        if token.tag == "VG" and "vg" in allowed:
            return "vg", index, addressee
        if token.tag in NOMINAL or token.tag == "PR":
            return _object(tokens, index, cue, addressee)
        return "none", index, addressee
    return "none", index, addressee


def _infinitive(tokens: Tokens, index: int) -> bool:
    index += 1
    while index < len(tokens) and (
        tokens[index].tag == "RB" or tokens[index].text in OPENING_QUOTES
    ):
        index += 1
    return index < len(tokens) and tokens[index].tag in {"VB", "BE", "AX"}


def _object(
    tokens: Tokens, index: int, cue: Cue, addressee: Range | None
) -> tuple[str, int, Range | None]:
    allowed = cue.complements
    if "clause" in allowed and _bare_clause(tokens, index):
        return "clause", index, addressee
    for wanted in ("object_of", "object_for", "object_to"):
        if wanted in allowed:
            return wanted, index, addressee
    if "np" in allowed:
        return "np", index, addressee
    return "none", index, addressee


def _bare_clause(tokens: Tokens, index: int) -> bool:
    """A noun phrase and a finite verb follow: "said 12 people were killed"."""
    size = len(tokens)
    limit = min(size, index + 40)
    for ahead in range(index, limit):
        token = tokens[ahead]
        if token.tag in FINITE and ahead > index:
            return True
        if token.tag in {"TH", "SC", "WH"} or token.lower in {";", ":"}:
            return False
        if token.lower == "," and not _appositive(tokens, ahead):
            return False
    return False


def _appositive(tokens: Tokens, comma: int) -> bool:
    size = len(tokens)
    if comma + 1 >= size or tokens[comma + 1].tag not in {"DT", "NN", "NP", "WH", "JJ"}:
        return False
    return any(tokens[n].lower == "," for n in range(comma + 1, min(size, comma + 16)))


def _parenthesis(tokens: Tokens, comma: int) -> int | None:
    """Skip ", in a statement on Tuesday," after a cue; None where the comma ends the cue's part."""
    size = len(tokens)
    if comma + 1 >= size or tokens[comma + 1].tag not in {"IN", "RB", "VG", "VN"}:
        return None
    for ahead in range(comma + 1, min(size, comma + 20)):
        if tokens[ahead].lower == ",":
            following = tokens[ahead + 1] if ahead + 1 < size else None
            if following is not None and (following.tag == "TH" or following.quote >= 0):
                return ahead + 1
            return None
        if tokens[ahead].tag in FINITE:
            return None
    return None


def _prepositional(tokens: Tokens, index: int) -> int | None:
    """Return the end of the phrase "on Thursday", "at a briefing", "to reporters" at `index`."""
    if tokens[index].lower not in _SKIPPED_IN:
        return None
    end = phrase_right(tokens, index + 1)
    if end == index + 1 and index + 1 < len(tokens) and tokens[index + 1].tag == "PR":
        end += 1
    return end if end > index + 1 else None


def _is_date_phrase(tokens: Tokens, index: int) -> bool:
    end = min(len(tokens), index + 3)
    for ahead in range(index, end):
        if tokens[ahead].lower in calendar_words():
            return True
        if tokens[ahead].tag not in {"JJ", "DT", "RB"}:
            return False
    return False


def _date_end(tokens: Tokens, index: int) -> int:
    size = len(tokens)
    while index < size and (
        tokens[index].lower in calendar_words() or tokens[index].tag in {"CD", "JJ", "DT"}
    ):
        index += 1
        if tokens[index - 1].lower in calendar_words() and not (
            index < size and (tokens[index].tag == "CD" or tokens[index].lower in calendar_words())
        ):
            break
    return index


# -- speakers -------------------------------------------------------------------------------------


def _closes_content(tokens: Tokens, group: int) -> bool:
    previous = tokens[group - 1]
    return previous.quote >= 0 or previous.lower == ","


def _content_before(tokens: Tokens, start: int) -> bool:
    """What stands before the speaker is content: a quotation or a clause that ended in a comma."""
    if start == 0:
        return False
    previous = tokens[start - 1]
    if previous.quote >= 0:
        return True
    return previous.lower in {",", "—", "–"} and start > 1


def _inverted(tokens: Tokens, index: int, group: int, after: int, cue: Cue) -> Frame | None:
    """Read "…,” said X, the mayor of Y"."""
    size = len(tokens)
    end = phrase_right(tokens, after)
    if end == after and after < size and tokens[after].tag == "PR":
        end = after + 1
    if end == after or "addressee" in cue.complements:
        return None
    if end < size and tokens[end].tag in FINITE and tokens[group - 1].quote < 0:
        return None
    while end < size and tokens[end].lower == ",":
        following = tokens[end + 1] if end + 1 < size else None
        if following is None or following.tag not in {"DT", "NN", "WH", "JJ", "NP", "CD"}:
            break
        if following.quote >= 0 or following.tag in FINITE:
            break
        stop = end + 1
        while stop < size and tokens[stop].lower not in {",", ";"} and tokens[stop].quote < 0:
            if stop == size - 1 and tokens[stop].tag == "PU":
                break
            stop += 1
        end = stop
    source = (after, end)
    tail = _tail_end(tokens, end, None)
    around = tail < size and tokens[tail].quote >= 0
    if around:
        return Frame(cue, (group, after), source, group, tail, tail, "around", "quote")
    return Frame(cue, (group, after), source, group, group, tail, "after", "post")


def _tail_end(tokens: Tokens, index: int, addressee: Range | None) -> int:
    """Return the end of what follows a speaker: "on Thursday", "in a statement", "to reporters"."""
    size = len(tokens)
    index = max(index, addressee[1] if addressee else index)
    while index < size:
        token = tokens[index]
        if token.quote >= 0:
            return index
        if token.tag == "PU":
            following = tokens[index + 1] if index + 1 < size else None
            if following is not None and following.quote >= 0:
                return index + 1
            if token.lower in {",", ";", "—", "–", "("} or index == size - 1:
                return index
        if token.tag == "SC" or (token.tag == "CC" and _clause_follows(tokens, index + 1)):
            if not is_temporal(tokens, index, min(size, index + 3)):
                return index
        index += 1
    return index


def _subject(tokens: Tokens, group: int) -> tuple[Range | None, int]:
    """Return the speaker before the verb group at `group`, and where the attribution starts."""
    border = _border(tokens, group)
    segments = _segments(tokens, border, group)
    first = 0
    while first < len(segments) - 1 and _is_adverbial(tokens, segments[first]):
        first += 1
    if first >= len(segments):
        return None, group
    start, end = segments[first][0], group
    while end > start and tokens[end - 1].tag in {"RB", "PU"}:
        end -= 1
    while start < end and tokens[start].tag in {"CC", "RB", "SC"}:
        start += 1
    if start >= end:
        return None, group
    if tokens[start].tag == "PR" and end - start == 1:
        return ((start, end), border) if tokens[start].lower != "there" else (None, group)
    if tokens[end - 1].tag == "PR" and end - 1 > start and tokens[end - 2].lower == ",":
        return (end - 1, end), end - 1
    if tokens[start].tag in {"IN", "TO", "VG", "VN"} or has_finite(tokens, start, end):
        left = phrase_left(tokens, end, start)
        if left < end and tokens[end - 1].tag in NOUNS:
            return (left, end), border if tokens[start].tag == "IN" else left
        if tokens[end - 1].tag == "PR":
            return (end - 1, end), end - 1
        return None, group
    if not any(tokens[n].tag in NOUNS or tokens[n].tag == "PR" for n in range(start, end)):
        if any(tokens[n].tag == "CD" or tokens[n].tag == "DT" for n in range(start, end)):
            return (start, end), border
        return None, group
    return (start, end), border


def _segments(tokens: Tokens, start: int, end: int) -> list[Range]:
    found: list[Range] = []
    begin = start
    for index in range(start, end):
        if tokens[index].lower == "," and is_outer(tokens[index]):
            if index > begin:
                found.append((begin, index))
            begin = index + 1
    if end > begin:
        found.append((begin, end))
    return found


def _is_adverbial(tokens: Tokens, where: Range) -> bool:
    first = tokens[where[0]]
    if first.quote >= 0:
        return True
    if first.tag in {"IN", "TO", "SC", "VG", "VN", "WH"}:
        return True
    if first.tag == "RB" and (where[1] - where[0] == 1 or is_temporal(tokens, *where)):
        return True
    if first.tag == "CC":
        return where[1] - where[0] == 1
    return is_temporal(tokens, *where) and not any(
        tokens[n].tag == "NP" and tokens[n].lower not in calendar_words() for n in range(*where)
    )


def _border(tokens: Tokens, group: int) -> int:
    """Return where the clause of the verb group at `group` begins."""
    finite = False
    index = group - 1
    commas = 0
    while index >= 0:
        token = tokens[index]
        if token.quote >= 0:
            return index + 1
        if token.lower in {";", ":", "—", "–"} or token.tag == "TH":
            return index + 1
        if token.tag in FINITE:
            if commas and not _relative_before(tokens, index):
                return _last_comma(tokens, index, group)
            finite = True
        elif token.tag == "WH" and token.lower in {"who", "which", "whose", "whom", "where"}:
            finite = False
        elif token.lower == ",":
            commas += 1
            following = tokens[index + 1]
            if following.tag == "CC" and following.lower in {"and", "but", "while", "yet"}:
                return index + 1
        elif token.tag == "CC" and token.lower in {"and", "but"}:
            if has_finite(tokens, 0, index) and not has_finite(tokens, index + 1, group):
                return index
        elif token.tag == "SC" and token.lower in {"while", "whereas", "although", "though"}:
            return index
        index -= 1
    if finite:
        return _last_comma(tokens, 0, group) if commas else 0
    return 0


def _relative_before(tokens: Tokens, index: int) -> bool:
    for back in range(index - 1, max(-1, index - 6), -1):
        if tokens[back].tag == "WH":
            return True
        if tokens[back].lower == ",":
            return False
    return False


def _last_comma(tokens: Tokens, lowest: int, group: int) -> int:
    """Return the word after the last comma that opens the speaker and no apposition to it."""
    commas = [n for n in range(lowest, group) if tokens[n].lower == "," and tokens[n].quote < 0]
    if not commas:
        return lowest
    if group - 1 == commas[-1] and len(commas) > 1:
        return commas[-2] + 1 if len(commas) < 3 else commas[-3] + 1
    return commas[-1] + 1


# -- participles, passives, nouns, headlines -------------------------------------------------------


def _participle(
    tokens: Tokens, index: int, after: int, cue: Cue, found: list[Frame]
) -> Frame | None:
    """Read ", adding that …", ", pledging to …": the speaker is that of the clause before."""
    if index == 0:
        return None
    previous = tokens[index - 1]
    if not (previous.lower == "," or previous.quote >= 0 or previous.tag == "CC"):
        return None
    complement, content, addressee = _complement(tokens, after, cue)
    if complement == "none":
        return None
    return Frame(
        cue, (index, after), None, index, content, content, "participle", complement, addressee
    )


def _passive(tokens: Tokens, index: int, after: int, group: int, cue: Cue) -> Frame | None:
    if cue.passive is None or after >= len(tokens):
        return None
    following = tokens[after]
    source, start = _subject(tokens, group)
    if cue.passive == "quoted":
        if following.lower == "as" and after + 1 < len(tokens) and source is not None:
            content = after + 2
            if content < len(tokens) and tokens[content].tag == "TH":
                content += 1
            return Frame(
                cue, (group, after + 2), source, start, content, content, "before", "clause"
            )
        return None
    if cue.passive == "source":
        complement, content, addressee = _complement(tokens, after, cue)
        return None if complement in {"none", "clause"} else None
    if cue.passive == "accused":
        if following.lower not in {"of", "for"}:
            return None
        return Frame(cue, (group, after + 1), None, start, start, start, "passive", "of")
    if following.tag == "TH" or (source is not None and tokens[source[0]].lower == "it"):
        if source is None or tokens[source[0]].lower != "it":
            return None
        content = after + (following.tag == "TH")
        return Frame(cue, (source[0], after), None, start, content, content, "before", "clause")
    if following.tag == "TO":
        return Frame(cue, (group, after), None, start, start, start, "passive", "to")
    return None


def _noun(tokens: Tokens, index: int, cue: Cue) -> Frame | None:
    """Read "reports of …", "facing allegations of …"."""
    if index + 1 >= len(tokens):
        return None
    following = tokens[index + 1]
    if following.lower not in cue.complements and following.tag != "TH":
        return None
    if following.tag == "TH" and "that" not in cue.complements:
        return None
    return Frame(
        cue,
        (index, index + 2),
        (index, index + 1),
        index,
        index + 2,
        index + 2,
        "noun",
        following.lower,
    )


def _headline_colon(tokens: Tokens, index: int) -> Frame | None:
    if index == 0 or index > 8 or index + 2 >= len(tokens) or has_finite(tokens, 0, index):
        return None
    if not any(tokens[n].tag in NOUNS for n in range(index)):
        return None
    return Frame(COLON, (index, index + 1), (0, index), 0, index + 1, index + 1, "colon", "clause")


def is_addressee(token: Token) -> bool:
    """Say whether the word names those who are spoken to ("reporters")."""
    return token.lower in _ADDRESSEES

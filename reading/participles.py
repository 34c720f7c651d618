"""Speech told of by a participle: ", adding that …", "with police saying that …", "Saying …, X".

Who speaks is the subject of the clause that the participle hangs on, but for "with police saying",
which names its own.
"""

from dataclasses import replace

from reading.complements import Complement, complement
from reading.cues import Cue, Frame
from reading.nouns import media_nouns
from reading.openings import subject_and_verb
from reading.phrases import Range, Tokens, group_start, phrase_left
from reading.subjects import subject_before
from reading.tokens import FINITE, NOUNS
from reading.verdicts import calls_false

_OPENING_REACH = 60
_DOCUMENT_REACH = 14
_ISSUING = frozenset(
    {
        *("adopt", "approve", "circulate", "deliver", "distribute", "file", "issue", "make"),
        *("pass", "post", "publish", "put", "release", "send", "share", "sign", "submit", "write"),
    }
)
_DOCUMENTS = frozenset(
    {
        *("appeal", "communiqué", "complaint", "declaration", "decree", "indictment", "lawsuit"),
        *("memo", "motion", "note", "notice", "order", "petition", "resolution", "ruling", "suit"),
    }
)
_JUDGING = frozenset({"condemn", "criticise", "criticize", "denounce", "deny", "praise", "reject"})
_ANSWERING = frozenset(
    {"begin", "close", "conclude", "counter", "end", "open", "react", "reply", "respond", "start"}
)
_LED = frozenset({"clause", "object_of", "predicate"})


def participle(tokens: Tokens, index: int, after: int, cue: Cue) -> Frame | None:
    """Read the cue at `index`, an -ing form without an auxiliary, that ends before `after`."""
    if cue.passive == "quoted":
        return None
    if index == 0:
        return _opening(tokens, after, cue)
    previous = tokens[index - 1]
    if previous.tag in NOUNS and previous.quote < 0:
        led = _with_speaker(tokens, index, after, cue)
        return led or _in_document(tokens, index, after, cue)
    if previous.lower == "by" and index > 1 and tokens[index - 2].lemma in _ANSWERING:
        return _by_saying(tokens, index, after, cue)
    if previous.lower != "," and previous.quote < 0 and previous.tag != "CC":
        return None
    cue, taken = as_called(tokens, cue, complement(tokens, after, cue))
    if taken.kind == "none":
        return None
    return Frame(
        cue, (index, after), None, index, taken.content, taken.content, "participle", taken.kind,
        taken.addressee,
    )  # fmt: skip


def as_called(tokens: Tokens, cue: Cue, taken: Complement) -> tuple[Cue, Complement]:
    """Give "called it a sham" and "called that “a plain lie”" their stance."""
    if taken.kind != "predicate":
        return cue, taken
    untrue = calls_false(tokens, taken.content)
    return replace(cue, stance="denies" if untrue else "asserts"), taken._replace(kind="np")


def _by_saying(tokens: Tokens, index: int, after: int, cue: Cue) -> Frame | None:
    """Read "X responded by saying that the inquiry was biased"."""
    source, start = subject_before(tokens, group_start(tokens, index - 2))
    cue, taken = as_called(tokens, cue, complement(tokens, after, cue))
    if source is None or taken.kind == "none":
        return None
    return Frame(
        cue, (index, after), source, start, taken.content, taken.content,
        "before", taken.kind, taken.addressee,
    )  # fmt: skip


def _with_speaker(tokens: Tokens, index: int, after: int, cue: Cue) -> Frame | None:
    """Read ", with investigators saying that the two had planned it"."""
    start = phrase_left(tokens, index, 0)
    if start == 0 or tokens[start - 1].lower != "with":
        return None
    taken = complement(tokens, after, cue)
    told = taken.kind in {"clause", "quote"} or (taken.kind == "np" and cue.stance == "asserts")
    if not told:
        return None
    return Frame(
        cue, (index, after), (start, index), start - 1, taken.content, taken.content,
        "before", taken.kind, taken.addressee,
    )  # fmt: skip


def _in_document(tokens: Tokens, index: int, after: int, cue: Cue) -> Frame | None:
    """Read "issued a statement saying …", "filed an indictment accusing the mayor of …"."""
    lowest = max(0, index - _DOCUMENT_REACH)
    verb = next((n for n in range(index - 1, lowest, -1) if tokens[n].tag in FINITE), None)
    while verb is not None and tokens[verb].tag in {"AX", "MD"} and tokens[verb + 1].tag == "VN":
        verb += 1
    if verb is None or tokens[verb].lemma not in _ISSUING:
        return None
    written = media_nouns() | _DOCUMENTS
    if not any(tokens[n].lower in written for n in range(verb + 1, index)):
        return None
    source, start = subject_before(tokens, group_start(tokens, verb))
    cue, taken = as_called(tokens, cue, complement(tokens, after, cue))
    judges = taken.kind == "np" and cue.name in _JUDGING
    if source is None or (taken.kind in {"none", "np"} and not judges):
        return None
    return Frame(
        cue, (index, after), source, start, taken.content, taken.content,
        "before", taken.kind, taken.addressee,
    )  # fmt: skip


def _opening(tokens: Tokens, after: int, cue: Cue) -> Frame | None:
    """Read "Stressing that any aid was a breach, Orne listed …": Orne speaks."""
    taken = complement(tokens, after, cue)
    denies = cue.stance == "denies" and taken.kind == "np"
    if (taken.kind not in _LED and not denies) or tokens[taken.content].quote >= 0:
        return None
    cue, taken = as_called(tokens, cue, taken)
    end = _main_clause(tokens, taken.content)
    source = None if end is None else _subject(tokens, end + 1)
    if end is None or source is None:
        return None
    end += tokens[end].quote >= 0
    return Frame(
        cue, (0, after), source, 0, taken.content, end, "opening", taken.kind, taken.addressee
    )


def refusing(
    tokens: Tokens, index: int, options: tuple[tuple[tuple[str, ...], Cue], ...]
) -> Frame | None:
    """Read "While declining to say how many were hurt, Orne said …": Orne does not say."""
    if index > 1 or (index == 1 and tokens[0].tag != "SC"):
        return None
    for words, cue in options:
        after = index + len(words)
        if tokens.lowers[index + 1 : after] != words[1:]:
            continue
        end = _main_clause(tokens, after)
        source = None if end is None else _subject(tokens, end + 1)
        if end is None or source is None:
            return None
        kind = "np" if "np" in cue.complements else "none"
        return Frame(cue, (index, after), source, index, min(after, end), end, "opening", kind)
    return None


def _main_clause(tokens: Tokens, start: int) -> int | None:
    """Return the last comma, or mark behind one, at which the main clause begins."""
    stop = min(len(tokens) - 1, start + _OPENING_REACH)
    ends = [n for n in range(start, stop) if tokens[n + 1].quote < 0 and _ends(tokens, n)]
    opens = [n for n in ends if subject_and_verb(tokens, n + 1, len(tokens))]
    return opens[-1] if opens else None


def _ends(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return token.lower == "," if token.quote < 0 else tokens[index - 1].lower == ","


def _subject(tokens: Tokens, start: int) -> Range | None:
    verb = next((n for n in range(start, len(tokens)) if tokens[n].tag in FINITE), None)
    if verb is None:
        return None
    source, _ = subject_before(tokens, verb)
    return source if source is not None and source[0] >= start else None

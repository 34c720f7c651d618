"""Where a sentence shows that somebody speaks: cue, speaker, and where the content begins.

Each cue says which complements it takes, so that "added 500 seats" is no speech and "added that",
"added: “…”" are. A cue inside a quotation belongs to the words quoted and is never looked at.
"""

from dataclasses import replace

from reading.complements import Complement, approximates, complement, infinitive
from reading.cues import COMMENTS, FEELINGS, MADE, NAMING, REFUSING, Cue, Form, Frame, cue_table
from reading.formulas import according, no_comment, per, phrase, shared_subject, with_others
from reading.headlines import headline_colon, headline_tail
from reading.hearsay import told_by_noun
from reading.nouns import media_nouns
from reading.openings import aside_end, subject_and_verb
from reading.participles import as_called, participle, refusing
from reading.passives import passive, quotes_somebody
from reading.phrases import (
    Range,
    Tokens,
    group_start,
    has_finite,
    is_temporal,
    phrase_left,
    phrase_right,
)
from reading.subjects import (
    ONESELF,
    antecedent_of,
    subject_after,
    subject_before,
    tail_end,
)
from reading.tokens import FINITE, NOUNS
from reading.words import is_plural

_HEADLINE_MARKS = frozenset({":", "-", "–", "—"})
_STANDING = frozenset({"stand", "stands", "stood", "remain", "remains"})
_CLAIMS = frozenset(
    {"claim", "claims", "charge", "charges", "allegation", "allegations", "accusation"}
    | {"accusations", "assertion", "suggestion", "report", "reports"}
)
_ACCOUNTS = _CLAIMS | frozenset(
    {"account", "accounts", "allegations", "assertions", "estimate", "estimates", "figure"}
    | {"figures", "narrative", "statement", "story", "suggestions", "tally", "toll", "version"}
)
_OBJECT_REACH = 7
_AHEAD = frozenset({"will", "’ll", "may", "might", "could", "shall"})
_NEEDS_HEARER = frozenset({"tell"})
_COMMENTING = frozenset({"comment", "respond", "reply"})
_IN_TIME = frozenset({"after", "because", "before", "since", "until", "when"})
_SELF = frozenset({"he", "she", "they", "it"})
_FATES = frozenset({"dead", "drowned", "injured", "killed", "lost", "missing", "trapped"})
_ESTABLISHED = frozenset({"confirm", "declare", "report"})
_RULING = frozenset({"board", "commission", "council", "justice", "justices", "panel", "regulator"})
_OF_A_THING = frozenset({"dismiss", "question", "welcome"})
_DECIDING = frozenset(
    {
        *("assembly", "congress", "court", "judge", "judges", "jury", "lawmakers", "legislature"),
        *("mps", "parliament", "senate", "senators", "tribunal", "voters"),
    }
)


def frames(tokens: Tokens, *, headline: bool = False) -> tuple[Frame, ...]:
    """Return the attributions of a sentence in the order of their cues.

    Linear in the length of the sentence but for short looks around each cue.
    """
    found: list[Frame] = []
    openers, after = cue_table().openers, 0
    words = zip(tokens.lowers, tokens.lemmas, tokens.quotes, strict=True)
    shown = [
        index
        for index, (lower, lemma, quote) in enumerate(words)
        if (lower in openers or lemma in openers or headline) and quote < 0
    ]
    for index in shown:
        frame = _frame_at(tokens, index, found, headline) if index >= after else None
        if frame is not None:
            found.append(frame)
            after = frame.words[1]
    counted = next((frame for frame in found if "put_at" in frame.cue.complements), None)
    return tuple(found) if counted is None else with_others(tokens, found, counted)


def _frame_at(tokens: Tokens, index: int, found: list[Frame], headline: bool) -> Frame | None:
    table, token = cue_table(), tokens[index]
    if token.lower == "according" and tokens[min(index + 1, len(tokens) - 1)].lower == "to":
        return according(tokens, index, index + 2)
    if token.lower == "per":
        return per(tokens, index)
    if token.lower in COMMENTS and token.tag == "NN":
        return no_comment(tokens, index)
    if token.lower in REFUSING:
        return refusing(tokens, index, table.phrases[REFUSING[token.lower]])
    opener = token.lower if token.lower in table.phrases else FEELINGS.get(token.lemma, "")
    if opener in table.phrases:
        frame = phrase(tokens, index, table.phrases[opener])
        if frame is not None:
            return frame
    if token.tag in {"VF", "VN", "VB", "VG"} and token.lemma in table.verbs:
        return _verb(tokens, index, table.verbs[token.lemma], found)
    if token.tag in NOUNS and token.lower in table.nouns:
        return told_by_noun(tokens, index, table.nouns[token.lower])
    if headline and token.lower in _HEADLINE_MARKS:
        front = headline_colon(tokens, index) if token.lower == ":" else None
        return front or headline_tail(tokens, index)
    return None


def _verb(tokens: Tokens, index: int, cue: Cue, found: list[Frame]) -> Frame | None:
    after = index + 1
    if cue.particle is not None:
        if after >= len(tokens) or tokens[after].lower != cue.particle:
            return None
        after += 1
    if cue.name == "identify" and tokens[min(after, len(tokens) - 1)].lower in ONESELF:
        return None  # "a man who identified himself as Orne"
    group = group_start(tokens, index)
    tag = tokens[index].tag
    if cue.stance == "requests" and tokens[min(after, len(tokens) - 1)].lower == "anonymity":
        return None
    if tag == "VG" and group == index:
        return participle(tokens, index, after, cue)
    stands = group > 0 and tokens[group - 1].lemma in _STANDING
    is_accused = stands or any(tokens[n].lemma == "be" for n in range(group, index))
    if (
        cue.passive == "accused"
        and is_accused
        and tokens[min(after, len(tokens) - 1)].lower == "of"
    ):
        start = subject_before(tokens, group)[1]
        return Frame(cue, (group, after + 1), None, min(start, group), 0, 0, "passive", "of")
    if tag in {"VN", "VF"} and any(tokens[n].lemma == "be" for n in range(group, index)):
        return passive(tokens, index, after, group, cue)
    if not _has_auxiliary(tokens, group, index) or _is_undergone(tokens, index, cue):
        return None
    if cue.passive == "quoted":
        quoting = quotes_somebody(tokens, (group, after), cue)
        if quoting is not None or "np" not in cue.complements:
            return quoting
    taken = complement(tokens, after, cue)
    told_of = _told_of(tokens, (group, after), cue) if taken.kind == "none" else None
    return told_of or _active(tokens, (group, after), cue, taken, found)


def _active(
    tokens: Tokens, words: Range, cue: Cue, taken: Complement, found: list[Frame]
) -> Frame | None:
    group = words[0]
    cue, taken = as_called(tokens, cue, taken)
    cue = _as_said(tokens, words, cue, taken)
    previous = tokens[group - 1] if group else None
    if previous is not None and _may_be_inverted(tokens, group, cue, taken):
        frame = _inverted(tokens, words, cue)
        if frame is not None:
            return frame
    if previous is not None and previous.tag == "WH" and antecedent_of(tokens, group) is None:
        return None
    source, start = subject_before(tokens, group)
    if source is not None and taken.kind == "none":
        source, start = _without_content(tokens, source, start)
    if not _may_say(tokens, source, cue, taken.kind, taken.content):
        return None
    if source is not None and tokens[source[0]].lower in {"no", "nobody", "none"}:
        return None
    if source is None:
        return _second_verb(tokens, words, cue, taken, found)
    claimed = _claim_of(tokens, source, cue)
    if claimed is not None and taken.kind == "none":
        return Frame(cue, words, *claimed, group, words[1], "before", "none")
    if tokens[source[0]].lower == "neither" and cue.name in _COMMENTING:
        cue = replace(cue, stance="neither_confirms_nor_denies", certainty="not_committed")
        if taken.kind == "none":
            return Frame(cue, words, source, start, group, words[1], "before", "none")
    if taken.kind == "none":
        return _behind(tokens, words, cue, taken, (source, start))
    around = taken.kind == "quote" and start > 0 and tokens[start - 1].quote >= 0
    return Frame(
        cue, words, source, start, taken.content, taken.content,
        "around" if around else "before", taken.kind, taken.addressee,
    )  # fmt: skip


def _told_of(tokens: Tokens, words: Range, cue: Cue) -> Frame | None:
    """Read ", a verdict she said was unfair", "after a trial she called “a circus”"."""
    group, after = words
    if group < 2 or after >= len(tokens):
        return None
    she, thing = tokens[group - 1], tokens[group - 2]
    if she.lower not in _SELF or thing.tag not in NOUNS:
        return None
    start = phrase_left(tokens, group - 1, 0)
    if cue.name in NAMING and tokens[after].quote >= 0:
        named = Complement("predicate", after, None)
        cue, _ = as_called(tokens, cue, named)
        return Frame(cue, words, (group - 1, group), start, start, after, "before", "clause")
    if "bare" not in cue.complements or tokens[after].tag not in FINITE:
        return None
    if start == 0 or tokens[start - 1].lower != ",":
        return None
    return Frame(cue, words, (group - 1, group), start, after, after, "before", "clause")


def _as_said(tokens: Tokens, words: Range, cue: Cue, taken: Complement) -> Cue:
    """Give a cue the stance of its verb group: "had not said whether", "would recommend that"."""
    group = tokens.lowers[words[0] : words[1]]
    if cue.stance == "requests" and "would" in group:
        return replace(cue, stance="pledges")
    negated = any(word in {"not", "never"} or word.endswith("n’t") for word in group)
    open_ended = taken.kind == "clause" and (
        tokens[taken.content].lower in {"if", "whether"} or tokens[taken.content].tag == "WH"
    )
    if cue.stance == "asserts" and negated and open_ended:
        return replace(cue, stance="neither_confirms_nor_denies", certainty="not_committed")
    return cue


def _is_undergone(tokens: Tokens, index: int, cue: Cue) -> bool:
    """Tell "hundreds feared dead" and "those believed to be men" from "police fear"."""
    if cue.name == "blame" and tokens[index + 1 : index + 2]:
        return tokens[index + 1].lower == "on"
    if index == 0 or index + 1 >= len(tokens):
        return False
    if cue.name in _ESTABLISHED and tokens[index + 1].lower in _FATES:
        behind = tokens[index + 2].tag if index + 2 < len(tokens) else "PU"
        return tokens[index].lower.endswith("ed") and behind != "NN"
    if cue.passive != "unattributed":
        return False
    if not tokens[index].lower.endswith("ed"):
        return False
    following = tokens[index + 1]
    ends = following.tag == "TO" and tokens[min(index + 2, len(tokens) - 1)].tag in {"BE", "AX"}
    if "to" in cue.complements and not has_finite(tokens, index + 3, len(tokens)):
        ends = False  # "rebels claimed to have taken the town"
    return ends or following.lower in _FATES


def _claim_of(tokens: Tokens, source: Range, cue: Cue) -> tuple[Range, int] | None:
    """Return speaker and start of "…, a claim Orvel denied", "…, a charge that it rejects".

    So too of "…, which it denies", and without a comma of "charges he has denied".
    """
    left, right = source
    if right == left + 1 and tokens[left].lower in _SELF and cue.stance == "denies":
        thing = left - 1 - (tokens[left - 1].lower == "that")
        if thing > 0 and tokens[thing].lower in _CLAIMS:
            start = phrase_left(tokens, thing + 1, 0)
            return _accused(tokens, left, start) or source, start
    if left > 1 and tokens[left - 1].lower == "that" and tokens[left - 2].lower in _CLAIMS:
        start = left - 2 - (tokens[left - 3].tag in {"DT", "JJ"})
        return (source, start) if tokens[start - 1].lower == "," else None
    if left > 1 and tokens[left - 1].lower == "which":
        denied = cue.stance == "denies" and tokens[left - 2].lower == ","
        return (source, left - 1) if denied else None
    start = left + (tokens[left].tag == "DT")
    claimed = start + 1 < right and tokens[start].lower in _CLAIMS
    before = left > 0 and tokens[left - 1].lower == ","
    return ((start + 1, right), left) if claimed and before else None


def _accused(tokens: Tokens, they: int, end: int) -> Range | None:
    """Return who "they" are in "jailed two men on charges they deny", "two men were jailed"."""
    verbs = [n for n in range(end) if tokens[n].tag in {"VF", "VN"}]
    if tokens[they].lower != "they" or not verbs:
        return None
    group = group_start(tokens, verbs[-1])
    if any(tokens[n].lemma == "be" for n in range(group, verbs[-1])):
        return subject_before(tokens, group)[0]
    behind = verbs[-1] + 1, phrase_right(tokens, verbs[-1] + 1, linked=False)
    return behind if behind[1] > behind[0] and is_plural(tokens[behind[1] - 1].lower) else None


def _may_be_inverted(tokens: Tokens, group: int, cue: Cue, taken: Complement) -> bool:
    """Say whether what stands before the cue is content: "…,” said X", "…, said X"."""
    # ", warned the mayor." has its speaker behind it, ", warned residents to leave" has not.
    spoken_to = "addressee" in cue.complements and taken.kind != "none"
    if spoken_to or cue.name in _NEEDS_HEARER or taken.kind not in {"none", "np", "clause"}:
        return False
    previous = tokens[group - 1]
    quoted = previous.lower == "," and group > 1 and tokens[group - 2].quote >= 0
    closed = previous.quote >= 0 or quoted
    closed = closed or (previous.lower == "," and group == 2)  # "Wrong, answered Roe"
    closed = closed or (previous.lower == "," and has_finite(tokens, 0, group))
    for comma in range(1, group - 2):
        if tokens[comma].lower == "," and not has_finite(tokens, 0, comma):
            closed = closed and aside_end(tokens, comma, len(tokens)) != group - 1
    return closed and "post" in cue.complements


def _second_verb(
    tokens: Tokens, words: Range, cue: Cue, taken: Complement, found: list[Frame]
) -> Frame | None:
    """Read "and denied it": the speaker is the subject, or the speaker, of the verb before."""
    group = words[0]
    if taken.kind == "none" or group == 0 or tokens[group - 1].tag != "CC":
        return None
    shared = None if found else shared_subject(tokens, group)
    if shared is None and not found:
        return None
    form: Form = "participle" if shared is None else "before"
    content = taken.content
    return Frame(cue, words, shared, group, content, content, form, taken.kind, taken.addressee)


def _behind(
    tokens: Tokens, words: Range, cue: Cue, taken: Complement, speaker: tuple[Range, int]
) -> Frame | None:
    """Read "…, X said on Monday" and "“…,” X said, “…”"."""
    source, start = speaker
    if _denies_shortly(tokens, words, cue, start):
        return Frame(cue, words, source, start, start, words[1], "before", "none")
    if "post" not in cue.complements or _acts(tokens, words[1], start):
        return None
    by = words[1] < len(tokens) and tokens[words[1]].lower == "by"
    if by and source[1] == words[0] and tokens[words[0] - 1].lower in _CLAIMS:
        return None  # "…, a claim repeated by a pirate"
    inner = _interpolated(tokens, words)
    if inner is not None:
        return Frame(cue, words, inner, inner[0], words[1], words[1], "around", "post")
    if not _content_before(tokens, start) or tokens[start].tag == "CC":
        return None
    if "clause" not in cue.complements and all(q < 0 for q in tokens.quotes[start - 2 : start]):
        return None  # "…, as a search continued" tells of the search
    if start > 1 and tokens[source[0] - 1].lower in _IN_TIME and tokens[source[0] - 2].quote >= 0:
        return None  # "“It is over” after Orvel demanded an apology"
    if cue.stance == "denies" and tokens[source[0] - 1].lower == "which":
        which = source[0] - 1  # "accuses it of blocking aid, which it denies"
        return Frame(cue, words, source, which, which, words[1], "before", "none")
    end = tail_end(tokens, taken.addressee[1] if taken.addressee else words[1])
    around = end < len(tokens) and tokens[end].quote >= 0
    return Frame(
        cue, words, source, start, end if around else start, end,
        "around" if around else "after", "post", taken.addressee,
    )  # fmt: skip


def _denies_shortly(tokens: Tokens, words: Range, cue: Cue, start: int) -> bool:
    """Read "but government denies", which closes a headline, and "The army denies"."""
    closes = words[1] == len(tokens) and tokens[-1].text[-1].isalnum()
    alone = start == 0 or tokens[start].tag == "CC" or tokens[start - 1].tag == "CC"
    return cue.stance == "denies" and closes and alone


def _without_content(tokens: Tokens, source: Range, start: int) -> tuple[Range, int]:
    """Part the speaker of "; and Ada Orne, the mayor, officials said" from what is said.

    What a speaker is called would close with a comma of its own.
    """
    led = tokens[start].tag == "SC" or approximates(tokens, start)
    if led and start < source[0] and tokens[source[0] - 1].lower == ",":
        return source, source[0]  # "although none badly, witnesses said"
    commas = [n for n in range(*source) if tokens[n].lower == "," and tokens[n].quote < 0]
    if not commas or commas[-1] == source[1] - 1 or tokens[source[1]].lower == ",":
        return source, start
    last = commas[-1] + 1
    named = all(tokens[n].tag == "NP" for n in range(source[0], commas[0]))
    described = named and (len(commas) == 1 or tokens[last].tag == "DT")
    joined = any(tokens[n].tag in {"CC", "IN", "TO", "WH"} for n in range(last, source[1]))
    if described or joined or not any(tokens[n].tag in NOUNS for n in range(last, source[1])):
        return source, start
    return (last, source[1]), last


def _acts(tokens: Tokens, index: int, start: int) -> bool:
    """Say whether an infinitive tells a deed: "as rescuers continued to search"."""
    quoted = start > 0 and tokens[start - 1].quote >= 0
    return not quoted and index < len(tokens) and tokens[index].tag == "TO" and (
        infinitive(tokens, index)
    )  # fmt: skip


def _interpolated(tokens: Tokens, words: Range) -> Range | None:
    """Return the speaker of "The ferry, the coast guard said, had sunk"."""
    group, after = words
    if after + 1 >= len(tokens) or tokens[after].lower != "," or group < 3:
        return None
    led = tokens[0].tag in {"IN", "SC"} and subject_and_verb(tokens, after + 1, len(tokens))
    if tokens[after + 1].tag not in FINITE and not led:
        return None
    commas = (n for n in range(group - 2, 0, -1) if tokens[n].lower == ",")
    comma = next(commas, None)
    if comma is None or has_finite(tokens, 0, comma) or phrase_right(tokens, comma + 1) < group:
        return None
    return comma + 1, group


def _has_auxiliary(tokens: Tokens, group: int, index: int) -> bool:
    """Say whether it was said: "has said", "did not say", but not "reason to say", "will say"."""
    if tokens[index].tag in {"VF", "VG"}:
        return True
    helpers = [tokens[n] for n in range(group, index) if tokens[n].tag in {"AX", "MD"}]
    ahead = any(token.lower in _AHEAD for token in helpers)
    return bool(helpers) and not ahead


def _may_say(tokens: Tokens, source: Range | None, cue: Cue, kind: str, content: int) -> bool:
    """Say whether the subject is one that speaks, where the verb is not always one of speech.

    Those who list, count or record are a body or people, those who report a thing have a name at
    least ("thirty countries reported cases" do not speak), and only a statement or a sign reads.
    A court that rejects an appeal decides, it does not deny.
    """
    if source is None:
        return True
    words = [tokens[n] for n in range(*source)]
    if cue.name == "threaten" and kind == "np":
        # "Salt water is threatening crops" is no threat of anybody's.
        return any(word.tag in {"NP", "PR"} or word.noun is not None for word in words)
    if cue.name in {"reject", "dismiss"} and any(word.lower in _DECIDING for word in words):
        return False
    if "document" in cue.complements:
        return any(word.lower in media_nouns() for word in words)
    if cue.name == "rule" and kind != "clause":
        return any(word.lower in _DECIDING | _RULING for word in words)
    if cue.name in _OF_A_THING and _of_people(tokens, content):
        return False
    if "account" in cue.complements:
        return not _ACCOUNTS.isdisjoint(tokens.lowers[content : content + _OBJECT_REACH])
    if kind != "np" or not cue.complements & {"body", "named"}:
        return True
    named = "named" in cue.complements and any(word.tag in {"NP", "PR"} for word in words)
    return named or any(word.noun is not None for word in words)


def _of_people(tokens: Tokens, index: int) -> bool:
    """Tell "dismissed 600 workers", "questioned a minister" from "dismissed the report"."""
    phrase = range(index, phrase_right(tokens, index))
    titled = any((noun := tokens[n].noun) is not None and noun.title for n in phrase)
    return titled or any(tokens[n].tag == "CD" for n in phrase)


def _content_before(tokens: Tokens, start: int) -> bool:
    """Say whether a quotation, or a clause that ended in a comma, stands before the speaker."""
    if start == 0:
        return False
    previous = tokens[start - 1]
    return previous.quote >= 0 or (previous.lower in {",", "—", "–"} and start > 1)


def _inverted(tokens: Tokens, words: Range, cue: Cue) -> Frame | None:
    group, after = words
    end = subject_after(tokens, after)
    size = len(tokens)
    bare = end == after + 1 and tokens[after].tag == "NN" and tokens[after].noun is None
    if bare and not is_plural(tokens[after].lower):
        return None  # ", claimed victory"
    if end == after or is_temporal(tokens, after, min(end, after + 1)):
        return None
    acts = end < size and tokens[end].tag in FINITE and not _is_issued(tokens, end)
    if acts and tokens[group - 1].quote < 0:
        return None
    tail = tail_end(tokens, end)
    if tail < size and tokens[tail].quote >= 0:
        return Frame(cue, words, (after, end), group, tail, tail, "around", "quote")
    return Frame(cue, words, (after, end), group, group, tail, "after", "post")


def _is_issued(tokens: Tokens, index: int) -> bool:
    """Find "released here on Thursday" behind "said an army statement"."""
    issued = tokens[index].lemma in MADE and tokens[index].lower.endswith("ed")
    before = tokens[index - 1].lower in media_nouns()
    return issued and before and index + 1 < len(tokens) and tokens[index + 1].tag in {"IN", "RB"}

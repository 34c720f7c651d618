"""Which words of a sentence each attribution rules.

Frames that stand side by side part the sentence; a frame inside what somebody else says belongs to
that speech; what stands outside every frame is the narrator's, or the rest of what was said.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from reading.cues import ACCORDING, Cue, Frame
from reading.hearsay import names_teller
from reading.phrases import Range, Tokens, finite_at, has_finite
from reading.tokens import FINITE

_BEFORE = frozenset({"before", "according", "colon", "around", "participle"})
_LEADING = frozenset({"SC", "IN", "VN", "VG", "WH"})
_LEADING_VERBS = _LEADING - {"IN"}
_SELF = frozenset({"it", "they", "he", "she", "we", "i"})
_UNDERGONE = frozenset({"face", "deny", "reject", "dismiss", "refute", "fight", "counter"})
_CONTRASTS = frozenset({"while", "although", "whereas", "though", "as"})
_OWN_WORD = frozenset({"although", "as", "though"})
_LOOSE_ENDS = frozenset(
    {
        *(",", ";", "and", "but", "of", "on", "over", "as", "after", "because", "before", "if"),
        *("that", "when", "where", "while", "with"),
    }
)
_UNITS_OF_TIME = frozenset({"hour", "day", "week", "month", "year", "decade"})
_WHILE_AGO = frozenset({"after", "before", "since"})
_OUTCOMES = frozenset(
    {
        *("bring", "damage", "destroy", "displace", "force", "injure", "kill", "leave", "lift"),
        *("push", "put", "raise", "take", "wound"),
    }
)
_TAILS = frozenset({"up", "down", "as", "since", "when", "where", "which"})


class Region(NamedTuple):
    """A stretch of a sentence under one frame, or under none.

    Parameters
    ----------
    frame : Frame or None
    start, end : int
        Words of what is said.
    evidence_start, evidence_end : int
        The same with cue and speaker.
    cue : Cue or None
        The cue that gives the stance where it is not the frame's.
    via : Range or None
        Words that name the medium through which the speaker is quoted.
    continues : bool
        The rest of what the frame before rules.
    whole : bool
        Not to be cut into clauses.
    """

    frame: Frame | None
    start: int
    end: int
    evidence_start: int
    evidence_end: int
    cue: Cue | None = None
    via: Range | None = None
    continues: bool = False
    whole: bool = False


def regions(tokens: Tokens, found: Sequence[Frame]) -> tuple[Region, ...]:
    """Part a sentence among its frames, in text order."""
    size = len(tokens)
    top = _top_frames(tokens, found)
    parted: list[Region] = []
    done = 0
    for number, (frame, nested) in enumerate(top):
        if parted and _passes_on(tokens, parted[-1], frame):
            parted[-1] = parted[-1]._replace(via=frame.source, evidence_end=frame.end)
            done = frame.end
            continue
        limit = top[number + 1][0].start if number + 1 < len(top) else size
        limit -= tokens[limit - 1].lower == "where"
        if number + 1 < len(top) and (colon := _answer(tokens, frame, top[number + 1][0])):
            limit = colon
        limit = max(limit, frame.content)
        region = _region(tokens, frame, nested, done, limit)
        if parted and _opened(parted[-1]) and region.evidence_start < done < region.start:
            region = region._replace(evidence_start=done + (tokens[done].tag == "PU"))
        if region.evidence_start > done:
            parted += _outside(tokens, done, region.evidence_start, parted)
        parted.append(region)
        parted += _rumour(frame, nested, region)
        done = region.evidence_end
    parted += _outside(tokens, done, size, parted)
    return tuple(region for region in parted if _has_words(tokens, region))


def _region(tokens: Tokens, frame: Frame, nested: Sequence[Frame], done: int, limit: int) -> Region:
    if frame.form == "around":
        return Region(frame, done, limit, done, limit, whole=True)
    if frame.form == "after":
        spoken = next((f for f in nested if f.form == "before" and f.start <= done), None)
        if spoken is not None and spoken.source is not None and _is_medium(tokens, frame):
            return Region(spoken, spoken.content, frame.start, done, frame.end, via=frame.source)
        inner = next((f for f in nested if f.start <= done and f.cue.stance != "asserts"), None)
        cue = None if inner is None else inner.cue
        return Region(frame, done, frame.start, done, frame.end, cue=cue)
    if frame.form == "passive":
        start = max(done, frame.start)
        return Region(frame, start, limit, start, limit)
    if frame.form == "opening":
        return Region(frame, frame.content, frame.end, frame.start, frame.end)
    if frame.form == "noun":
        return _noun_region(tokens, frame, done, limit)
    return _before_region(tokens, frame, nested, limit)


def _passes_on(tokens: Tokens, region: Region, frame: Frame) -> bool:
    """Read "…, the ministry said, Reuters reports": the agency passes on what was said."""
    spoken = region.frame is not None and region.frame.form == frame.form == "after"
    between = tokens[region.evidence_end : frame.start]
    return spoken and all(token.tag == "PU" for token in between) and _is_medium(tokens, frame)


def _opened(region: Region) -> bool:
    """Say whether a sentence opens with it: "Rejecting the charge, Orne said …"."""
    return region.frame is not None and region.frame.form == "opening"


def _rumour(frame: Frame, nested: Sequence[Frame], denied: Region) -> list[Region]:
    """Return what "reports that …", "the army’s claim that …" tell where somebody denies them."""
    told = nested[0] if nested else None
    if frame.cue.stance != "denies" or told is None or told.form != "noun":
        return []
    if told.complement != "that" or not 0 <= told.start - frame.content <= 1:
        return []
    return [Region(told, told.content, denied.end, told.start, denied.end)]


def _has_words(tokens: Tokens, region: Region) -> bool:
    tags = tokens.tags[region.start : region.end]
    return tags.count("PU") < len(tags)


def _outside(tokens: Tokens, start: int, end: int, parted: Sequence[Region]) -> list[Region]:
    """Return what stands outside every frame: the narrator's, or the rest of what was said."""
    while start < end and tokens[start].tag == "PU" and tokens[start].quote < 0:
        start += 1
    while end > start and tokens[end - 1].lower in _LOOSE_ENDS:
        end -= 1
    if end - start < 2:
        return []
    last = parted[-1].frame if parted else None
    if last is not None and last.form == "after":
        return _rest(tokens, start, end, told=start - 1 == last.end)
    finite = has_finite(tokens, start, end)
    if parted:
        return [Region(None, start, end, start, end)] if finite else []
    opens = tokens[start].tag in _LEADING_VERBS or (
        tokens[start].tag in FINITE and end < len(tokens) and tokens[start].text[0].isupper()
    )
    comma = next((n for n in range(start, end) if tokens[n].lower == ","), end)
    acts = tokens[start].tag == "SC" and has_finite(tokens, min(comma + 1, end), end)
    if end < len(tokens) and (not finite or (opens and not acts)):
        return []
    return [Region(None, start, end, start, end)]


def _rest(tokens: Tokens, start: int, end: int, *, told: bool) -> list[Region]:
    """Read on after "…, he said": ", and the capital was safe", "; down from 71 percent".

    ", with the epicentre about 12 km from …" goes on as well; ", though nobody was hurt" is what
    the report itself sets against it.
    """
    first = tokens[start]
    begins = first.tag in {"CC", "SC"} or first.lower in _TAILS or tokens[start - 1].lower == ";"
    begin = start + (first.tag == "CC")
    outcome = first.tag == "VG" and first.lemma in _OUTCOMES
    reach = 9 if outcome else 6 if first.lower == "with" else 3
    counted = first.lower in {"up", "down"} or any(
        tokens[n].tag == "CD" and not (tokens[n].lower == "one" and tokens[n + 1].lower == "of")
        for n in range(begin, min(end, begin + reach))
    )
    if (begins and has_finite(tokens, begin, end)) or (
        counted and not _is_while_ago(tokens, begin)
    ):
        of_speaker = told and first.tag == "WH" and first.lower in {"who", "which"}
        goes_on = first.lower not in _OWN_WORD and not of_speaker
        return [Region(None, begin, end, begin, end, continues=goes_on)]
    return []


def _is_while_ago(tokens: Tokens, index: int) -> bool:
    """Find ", nearly 11 months after the war began": when it was, and no claim."""
    near = tokens.lowers[index : index + 5]
    units = [n for n, word in enumerate(near) if word.rstrip("s") in _UNITS_OF_TIME]
    return bool(units) and not _WHILE_AGO.isdisjoint(near[units[0] + 1 : units[0] + 2])


def _before_region(tokens: Tokens, frame: Frame, nested: Sequence[Frame], limit: int) -> Region:
    content = min(frame.content, limit)
    inner = nested[0] if nested else None
    if inner is not None and inner.form == "before" and inner.source is not None:
        near = inner.start <= frame.content + 1
        alone = inner.source[1] - inner.source[0] == 1
        of_self = near and alone and tokens[inner.source[0]].lower in _SELF
        if of_self and inner.cue.stance != "asserts":
            start = min(inner.content, limit)
            return Region(frame, start, limit, frame.start, limit, cue=inner.cue)
        if near and not of_self and _is_medium(tokens, frame):
            start = min(inner.content, limit)
            return Region(inner, start, limit, frame.start, limit, via=frame.source)
    if frame.complement == "np":
        limit = next((n for n in range(content, limit) if _parts(tokens, n)), limit)
    heard = next((f for f in nested if f.cue is ACCORDING and _is_medium(tokens, f)), None)
    if heard is None or heard.form != "after":
        return Region(frame, content, limit, frame.start, limit)
    ends = all(token.tag == "PU" for token in tokens[heard.end : limit])
    said = heard.start if ends and heard.start > content else limit
    return Region(frame, content, said, frame.start, limit, via=heard.source)


def _parts(tokens: Tokens, index: int) -> bool:
    """Say whether ";" at `index` ends the object of a cue: "rejects the count; two were shot"."""
    return tokens[index].lower == ";" and tokens[index].quote < 0


def _is_medium(tokens: Tokens, frame: Frame) -> bool:
    if frame.source is None:
        return False
    nouns = (tokens[n].noun for n in range(*frame.source))
    return any(noun is not None and noun.type in {"media", "state_media"} for noun in nouns)


def _noun_region(tokens: Tokens, frame: Frame, done: int, limit: int) -> Region:
    opens = tokens[done].tag in _LEADING or (
        tokens[done].tag in FINITE and tokens[done].text[0].isupper()
    )
    verb = None if opens else finite_at(tokens, done, frame.start)
    if verb is not None and any(tokens[n].lemma in _UNDERGONE for n in range(verb, frame.start)):
        return Region(frame, done, limit, done, limit, whole=True)
    repeats = names_teller(frame) and frame.start > done and tokens[frame.start - 1].tag in FINITE
    begin = done if repeats or _there_are(tokens, done, frame.start) else frame.start
    end = frame.content
    while end < limit and not (opens and tokens[end].lower == ",") and tokens[end].lower != ";":
        end += 1
    return Region(frame, frame.content, end, begin, end)


def _there_are(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether "There were also unconfirmed" opens the range and "reports of …" follows."""
    if tokens[start].lower != "there" or end - start < 2:
        return False
    return all(tokens[n].tag in {"AX", "BE", "DT", "JJ", "RB", "VN"} for n in range(start + 1, end))


def _top_frames(tokens: Tokens, found: Sequence[Frame]) -> list[tuple[Frame, tuple[Frame, ...]]]:
    """Tell frames that stand side by side from those within what another speaker says."""
    top: list[tuple[Frame, list[Frame]]] = []
    for frame in _without_asides(tokens, found):
        if top:
            outer = top[-1][0]
            told = outer.form == "noun" and outer.complement == "that"
            within_told = told and frame.start == outer.content
            inside = frame.start >= outer.content and (outer.form in _BEFORE or within_told)
            if inside and not _breaks(tokens, outer, frame):
                top[-1][1].append(frame)
                continue
            within = outer.form != "noun" and frame.words[0] < outer.end
            if (not inside and within) or (
                frame.form == "passive" and outer.form in {"noun", "passive"}
            ):
                continue
        top.append((frame, []))
    posts = [frame for frame, _ in top if frame.form == "after"]
    last = posts[-1] if posts else None
    kept: list[tuple[Frame, tuple[Frame, ...]]] = []
    inner: list[Frame] = []
    for frame, nested in top:
        if (
            last is None
            or frame.form in {"after", "around"}
            or frame.start >= last.end
            or _stands_alone(tokens, frame, last)
        ):
            kept.append((frame, (*inner, *nested)))
            inner = []
        else:
            inner.append(frame)
    return kept


def _without_asides(tokens: Tokens, found: Sequence[Frame]) -> Iterator[Frame]:
    """Leave out "as prosecutors allege" where somebody else says it all: ", …, Berg said"."""
    for frame, following in zip_longest(found, found[1:]):
        if following is not None and frame.form == following.form == "after":
            before = {tokens[n].lower for n in range(frame.start, frame.words[0])}
            between = tokens[frame.end : following.start]
            if "as" in before and all(token.tag == "PU" for token in between):
                continue
        yield frame


def _stands_alone(tokens: Tokens, frame: Frame, last: Frame) -> bool:
    """Say whether a frame before "…, X said" has a speaker of its own: it quotes, or ";" parts."""
    if frame.form not in _BEFORE:
        return False
    marks = {tokens[n].lower for n in range(frame.content, last.start)}
    rejects = ":" in marks and (_is_self(tokens, last) or _answer(tokens, frame, last) is not None)
    rejects = rejects and frame.cue.stance == "denies"
    return frame.complement == "quote" or ";" in marks or rejects


def _answer(tokens: Tokens, frame: Frame, last: Frame) -> int | None:
    """Return the colon in "rejected the report: its men had been shelled, the army said"."""
    if frame.cue.stance != "denies" or frame.complement != "np" or last.form != "after":
        return None
    if _is_self(tokens, last):
        return None  # "rejected the report: its men had been shelled, it said"
    reach = range(frame.content, last.start)
    colon = next((n for n in reach if tokens[n].lower == ":" and tokens[n].quote < 0), None)
    return colon if colon is not None and has_finite(tokens, colon + 1, last.start) else None


def _is_self(tokens: Tokens, frame: Frame) -> bool:
    return frame.source is not None and tokens[frame.source[0]].tag == "PR"


def _breaks(tokens: Tokens, outer: Frame, frame: Frame) -> bool:
    """Say whether `frame` begins something new after what `outer` rules."""
    if frame.form == "participle" or (frame.form == "after" and outer.form == "participle"):
        return True
    if frame.form in {"noun", "passive"} or frame.start == 0:
        return False
    if outer.start == 0 and tokens[0].tag == "SC" and tokens[frame.start - 1].lower == ",":
        return True
    first, previous = tokens[frame.start], tokens[frame.start - 1]
    if frame.cue is outer.cue and tokens[frame.words[0]].lower == "at":
        return True  # "the mayor put the toll at 12, the hospital at 20"
    if previous.quote >= 0 or previous.lower == ";":
        return True
    if previous.lower == "," and frame.complement == "none":
        return True
    if previous.lower == "," and _has_own_speaker(tokens, frame):
        return True
    if previous.lower == "where" and outer.complement == "np" and frame.source is not None:
        return tokens[frame.start - 2].lower == ","  # "denied the raid, where X said two died"
    unstopped = tokens[-1].text[-1].isalnum()
    if previous.lower == "," and unstopped and frame.source is not None:
        return frame.source[0] == frame.start  # "Army says coup foiled, rival calls it staged"
    if frame.form == "after":
        return outer.complement != "clause" or _says_it_all(tokens, outer, frame)
    coordinated = first.tag == "CC" or previous.tag == "CC"
    if not coordinated:
        return first.tag == "SC" and first.lower in _CONTRASTS
    return frame.start > outer.content


def _has_own_speaker(tokens: Tokens, frame: Frame) -> bool:
    """Read ", who said …" of somebody just named, and ", with witnesses saying …"."""
    if frame.source is None or frame.form != "before" or frame.complement != "clause":
        return False
    opens = tokens[frame.start].lower
    told_of = opens in {"who", "which"} and frame.source[1] < frame.start
    return told_of or (opens == "with" and frame.source[0] > frame.start)


def _says_it_all(tokens: Tokens, outer: Frame, frame: Frame) -> bool:
    """Say whether "Guards believe he fled, the minister said" is all the minister's word."""
    closes = all(token.tag == "PU" for token in tokens[frame.end :])
    return closes and outer.start == 0 and outer.form == "before" and frame.source is not None


def frame_words(tokens: Tokens, region: Region) -> tuple[Range, ...]:
    """Return the words of cue and speaker: what is dated there is the statement.

    An apposition or relative clause of the speaker is left out: "the coach, who came in May, said".
    """
    if region.frame is None:
        return ()
    found: list[Range] = []
    if region.evidence_start < region.start:
        found.append((region.evidence_start, region.start))
    if region.evidence_end > region.end:
        found.append((region.end, region.evidence_end))
    if region.frame.form == "around":
        found.append((region.frame.words[0], region.frame.end))
    aside = _aside(tokens, region.frame.source)
    if aside is None:
        return tuple(found)
    kept: list[Range] = []
    for start, end in found:
        kept += [(start, min(end, aside[0])), (max(start, aside[1]), end)]
    return tuple((start, end) for start, end in kept if end > start)


def _aside(tokens: Tokens, source: Range | None) -> Range | None:
    """Return the part of a speaker's words that tells of him: after the first comma or "who"."""
    if source is None:
        return None
    for index in range(source[0] + 1, source[1]):
        if tokens[index].lower == "," or tokens[index].tag == "WH":
            return index, source[1]
    return None

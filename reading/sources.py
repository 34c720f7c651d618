"""Who a speaker is: name, role, kind, and the fullest mention that a short one stands for.

A name is taken apart into title and name ("Ukrainian President | Volodymyr Zelensky"); a surname, a
pronoun or "the agency" is looked up among the speakers and names of the same article, the nearest
fitting one before first, as in Hobbs' left-to-right search.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from reading.lexicon import rows
from reading.model import Source, SourceType, Span
from reading.phrases import Range, Tokens, head_noun, phrase_right, span_of, words_of
from reading.tokens import NOUNS, Token

_REPORTS = frozenset({"reports", "report", "sources", "source", "rumours", "rumors"})
_PERSON_PRONOUNS = {"he": "m", "him": "m", "she": "f", "her": "f"}
_GROUP_PRONOUNS = frozenset({"they", "them", "both"})
_THING_PRONOUNS = frozenset({"it"})
_GENERIC_BODIES = frozenset(
    {"agency", "organisation", "organization", "group", "body", "company", "firm"}
)


class SourceNoun(NamedTuple):
    """What a noun says of the speaker that it names."""

    type: SourceType | None
    title: bool
    body: bool
    plural: bool
    gender: str | None


@cache
def source_nouns() -> dict[str, SourceNoun]:
    """Return the nouns that name speakers."""
    return {
        row["noun"]: SourceNoun(
            cast("SourceType", row["type"]) if row["type"] != "-" else None,
            row["title"] == "1",
            row["body"] == "1",
            row["plural"] == "1",
            row["gender"] if row["gender"] != "-" else None,
        )
        for row in rows("source_nouns")
    }


@cache
def media_nouns() -> frozenset[str]:
    """Return the nouns of channels: "briefing", "statement"."""
    return frozenset(row["noun"] for row in rows("media_nouns"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a speaker taken apart."""

    span: Span
    name: str
    role: str | None
    type: SourceType | None
    person: bool
    body: bool
    plural: bool
    gender: str | None
    definite: bool
    proper: bool
    head: str | None
    medium: str | None = None
    affiliation: Span | None = None


class Speakers:
    """The names and speakers met so far in one article, and all names anywhere in it."""

    def __init__(self, sentences: Sequence[Tokens], text: str) -> None:
        self._text = text
        self._full: dict[str, list[Mention]] = {}
        self._names: list[Mention] = []
        self._said: list[Mention] = []
        for tokens in sentences:
            for mention in _names_in(tokens, text):
                self._names.append(mention)
                words = mention.name.split()
                if (len(words) > 1 and mention.person) or mention.role is not None:
                    self._full.setdefault(words[-1].lower(), []).append(mention)

    def read(self, tokens: Tokens, where: Range) -> Mention:
        """Take the words of a speaker apart, without looking anything up."""
        return _parse(tokens, where, self._text)

    def resolve(self, mention: Mention) -> Mention:
        """Return the fullest mention that fits: itself, or an earlier or later one."""
        lower = mention.name.lower()
        if mention.head is not None and lower in _PERSON_PRONOUNS:
            return self._person(mention, _PERSON_PRONOUNS[lower]) or mention
        if lower in _GROUP_PRONOUNS:
            return self._latest(mention, lambda m: m.plural) or self._last_said(mention) or mention
        if lower in _THING_PRONOUNS:
            return (
                self._latest(mention, lambda m: not m.person and not m.plural)
                or self._last_said(mention)
                or mention
            )
        if mention.proper:
            return self._known(self._fullest(mention))
        if mention.definite and mention.head is not None:
            return self._by_head(mention) or mention
        return mention

    def _known(self, mention: Mention) -> Mention:
        """Add the role that an earlier mention of the same name gave."""
        if mention.role is not None:
            return mention
        for other in reversed(self._said):
            if other.name == mention.name and other.role is not None:
                return other
        return mention

    def spoke(self, mention: Mention) -> None:
        """Remember that this one has spoken."""
        self._said.append(mention)

    def _fullest(self, mention: Mention) -> Mention:
        words = mention.name.split()
        options = self._full.get(words[-1].lower(), [])
        if len(words) > 1 and mention.role is not None:
            return mention
        best: Mention | None = None
        for option in options:
            theirs = option.name.split()
            if len(theirs) < len(words) or not set(words) <= set(theirs):
                continue
            if best is None or (len(theirs), option.role is not None) > (
                len(best.name.split()),
                best.role is not None,
            ):
                best = option
        if best is None or best.span == mention.span:
            return mention
        if len(best.name.split()) == len(words) and mention.role is not None:
            return mention
        return best

    def _person(self, mention: Mention, gender: str) -> Mention | None:
        def fits(other: Mention) -> bool:
            return other.person and other.gender in {None, gender} and not other.plural

        return self._latest(mention, fits) or self._named_before(mention, fits)

    def _named_before(self, mention: Mention, fits: "object") -> Mention | None:
        for other in reversed(self._names):
            if other.span.end <= mention.span.start and callable(fits) and fits(other):
                return self._fullest(other)
        return None

    def _latest(self, mention: Mention, fits: "object") -> Mention | None:
        for other in reversed(self._said):
            if other.span.start < mention.span.start and callable(fits) and fits(other):
                return other
        return None

    def _last_said(self, mention: Mention) -> Mention | None:
        return self._said[-1] if self._said else None

    def _by_head(self, mention: Mention) -> Mention | None:
        head = mention.head or ""
        noun = source_nouns().get(head)

        def fits(other: Mention) -> bool:
            words = f"{other.name} {other.role or ''}".lower().split()
            if head in words:
                return True
            if noun is not None and noun.gender and other.person and other.type == noun.type:
                return other.gender in {None, noun.gender}
            return False

        found = self._latest(mention, fits) or self._named_before(mention, fits)
        if found is not None:
            return found
        if head in {"leader", "president", "premier"}:
            return self._latest(mention, lambda m: m.person and m.type == "head_of_state")
        if head in {"woman", "man", "farmer", "resident", "official"}:
            return self._latest(
                mention, lambda m: m.type in {"eyewitness", "other", "official_spokesperson"}
            )
        if head in _GENERIC_BODIES:
            return self._latest(mention, lambda m: m.proper and not m.person) or self._named_before(
                mention, lambda m: m.body
            )
        return None


def _names_in(tokens: Tokens, text: str) -> list[Mention]:
    """Find every name group with a title or of two words and more."""
    found: list[Mention] = []
    index, size = 0, len(tokens)
    while index < size:
        if tokens[index].tag != "NP":
            index += 1
            continue
        start = index
        while index < size and (
            tokens[index].tag == "NP"
            or (
                tokens[index].lower in {"of", "for", "and", "de", "al", "bin", "van", "von"}
                and index + 1 < size
                and tokens[index + 1].tag == "NP"
                and _is_body(tokens, start, index)
            )
        ):
            index += 1
        left = start
        while (
            left > 0
            and tokens[left - 1].tag in {"NN", "JJ"}
            and (tokens[left - 1].lower in source_nouns() or tokens[left - 1].tag == "JJ")
        ):
            left -= 1
        mention = _parse(tokens, (left, index), text)
        if mention.proper:
            found.append(mention)
    return found


def _is_body(tokens: Tokens, start: int, end: int) -> bool:
    nouns = source_nouns()
    return any(tokens[n].lower in nouns and nouns[tokens[n].lower].body for n in range(start, end))


def _parse(tokens: Tokens, where: Range, text: str) -> Mention:
    start, end = where
    while start < end - 1 and tokens[start].tag in {"CC", "RB", "SC", "PU"}:
        start += 1
    if start < end - 1 and tokens[start].lower in {"both", "neither", "either"}:
        start += 1
    parts = _parts(tokens, start, end)
    first = parts[0]
    if first[1] - first[0] == 1 and tokens[first[0]].tag == "PR":
        token = tokens[first[0]]
        return Mention(
            Span(token.start, token.end),
            token.lower,
            None,
            None,
            token.lower in _PERSON_PRONOUNS,
            False,
            token.lower in _GROUP_PRONOUNS,
            _PERSON_PRONOUNS.get(token.lower),
            False,
            False,
            token.lower,
        )
    span = Span(tokens[start].start, tokens[end - 1].end)
    named = _person_in(tokens, first)
    if named is None and len(parts) > 1:
        named = _apposed(tokens, parts)
    if named is not None:
        name_range, role_ranges = named
        roles = [words_of(tokens, r, text) for r in role_ranges if r[1] > r[0]]
        role = _without_article(roles[0]) if roles else None
        kind, gender = _kind_of(tokens, [r for r in role_ranges if r[1] > r[0]])
        affiliation = role_ranges[0] if roles else None
        return Mention(
            span,
            words_of(tokens, name_range, text),
            role,
            kind,
            True,
            False,
            False,
            gender,
            False,
            True,
            None,
            affiliation=span_of(tokens, affiliation) if affiliation else None,
        )
    return _common(tokens, parts, span, text)


def _parts(tokens: Tokens, start: int, end: int) -> list[Range]:
    found: list[Range] = []
    begin = start
    for index in range(start, end):
        if tokens[index].lower in {",", "(", ")"}:
            if index > begin:
                found.append((begin, index))
            begin = index + 1
    if end > begin:
        found.append((begin, end))
    return found or [(start, end)]


def _title(token: Token) -> bool:
    noun = source_nouns().get(token.lower.rstrip("."))
    return noun is not None and noun.title


def _person_in(tokens: Tokens, where: Range) -> tuple[Range, list[Range]] | None:
    """Read "Deputy Defence Minister Anna Berg", "police chief Lee": title, then a name to the end."""
    start, end = where
    name = end
    while name > start and tokens[name - 1].tag == "NP" and not _title(tokens[name - 1]):
        name -= 1
    if name == end or end - name > 4:
        return None
    if name == start or not _title(tokens[name - 1]):
        return None
    if any(_is_org_word(tokens[n]) for n in range(name, end)):
        return None
    role_start = start
    if tokens[role_start].tag == "DT":
        role_start += 1
    return (name, end), [(role_start, name)]


def _is_org_word(token: Token) -> bool:
    noun = source_nouns().get(token.lower)
    return noun is not None and noun.body


def _name_only(tokens: Tokens, where: Range) -> bool:
    return where[1] - where[0] <= 4 and all(
        tokens[n].tag == "NP" and not _is_org_word(tokens[n]) for n in range(*where)
    )


def _apposed(tokens: Tokens, parts: list[Range]) -> tuple[Range, list[Range]] | None:
    """Read "John Kirby, the spokesperson for …" and "A police spokesman, James Mwale"."""
    first, second = parts[0], parts[1]
    if _name_only(tokens, first):
        opener = tokens[second[0]]
        if opener.tag == "WH" or (opener.tag == "CD" and second[1] - second[0] == 1):
            return first, []
        titled = any(tokens[n].lower in source_nouns() for n in range(*second))
        if opener.tag in {"DT", "NN", "NP", "JJ"} and (titled or opener.tag in {"DT", "NN"}):
            return first, [(second[0], parts[1][1])]
        return None
    second_name = _person_in(tokens, second)
    name = second_name[0] if second_name else second
    if _name_only(tokens, name) and any(
        _title(tokens[n]) or (tokens[n].lower in source_nouns()) for n in range(*first)
    ):
        return name, [first]
    return None


def _without_article(words: str) -> str:
    head, _, rest = words.partition(" ")
    return rest if head.lower() in {"the", "a", "an"} and rest else words


def _kind_of(tokens: Tokens, ranges: list[Range]) -> tuple[SourceType | None, str | None]:
    kind: SourceType | None = None
    gender: str | None = None
    nouns = source_nouns()
    for where in ranges:
        for index in range(*where):
            noun = nouns.get(tokens[index].lower.rstrip("."))
            if noun is None:
                continue
            gender = gender or noun.gender
            if noun.type is None:
                continue
            deputy = index > 0 and tokens[index - 1].lower in {"vice", "deputy", "former"}
            candidate: SourceType = (
                "official_spokesperson" if noun.type == "head_of_state" and deputy else noun.type
            )
            if kind is None or _rank(candidate) < _rank(kind):
                kind = candidate
        if any(tokens[n].lower == "prime" for n in range(*where)):
            kind = "head_of_state"
    return kind, gender


def _rank(kind: SourceType) -> int:
    order = (
        "official_spokesperson",
        "head_of_state",
        "intergovernmental_organisation",
        "military_spokesperson",
        "state_media",
        "media",
        "intelligence_agency",
        "ministry",
        "government_metonym",
        "eyewitness",
        "unattributed_reports",
    )
    return order.index(kind) if kind in order else len(order)


def _common(tokens: Tokens, parts: list[Range], span: Span, text: str) -> Mention:
    """A body or people without a name of their own: "the health ministry of …", "police in Sylhet"."""
    start, end = parts[0]
    definite = tokens[start].lower in {"the", "this", "that", "its", "his", "her", "their", "these"}
    if tokens[start].tag == "DT" and end - start > 1:
        start += 1
    medium = None
    core_end = end
    for index in range(start, end):
        if tokens[index].tag == "PS" and any(
            tokens[n].lower in media_nouns() for n in range(index + 1, end)
        ):
            words = [t for t in range(index + 1, end) if tokens[t].tag in NOUNS]
            medium = " ".join(tokens[t].text for t in words)
            core_end = index
            break
    if medium is None and end - start > 2:
        medium, core = _from_channel(tokens, start, end)
        if core is not None:
            start, core_end = core
    if core_end == start:
        core_end = end
    where = (start, core_end)
    head = head_noun(tokens, where)
    kind, gender = _body_kind(tokens, where, head)
    noun = source_nouns().get(head or "")
    name = words_of(tokens, where, text)
    proper = any(tokens[n].tag == "NP" for n in range(*where))
    people = noun is not None and noun.plural
    person = bool(noun and noun.title and not noun.body and not noun.plural) or (
        proper and _name_only(tokens, where) and 2 <= core_end - start <= 3
    )
    if head in _REPORTS and (tokens[parts[0][0]].tag != "DT" or head == "reports"):
        kind = "unattributed_reports" if not proper else kind
    return Mention(
        span,
        name,
        None,
        kind,
        person,
        bool(noun and noun.body) or (proper and _is_body(tokens, *where)),
        people,
        gender,
        definite and not proper,
        proper,
        head,
        medium,
        span_of(tokens, where) if proper else None,
    )


def _from_channel(tokens: Tokens, start: int, end: int) -> tuple[str | None, Range | None]:
    """Read "a statement from the ministry", "a report by the WHO": the body speaks, not the paper."""
    for index in range(start + 1, end - 1):
        if tokens[index].lower in {"from", "by", "of"} and tokens[index - 1].lower in (
            media_nouns() | {"figures", "data", "report", "findings", "documents"}
        ):
            inner = index + 1
            if tokens[inner].tag == "DT":
                inner += 1
            stop = phrase_right(tokens, inner)
            if inner < stop <= end:
                return tokens[index - 1].text, (inner, stop)
        if tokens[index].tag not in {"NN", "JJ", "VN", "CD", "NP", "DT"}:
            break
    return None, None


def _body_kind(
    tokens: Tokens, where: Range, head: str | None
) -> tuple[SourceType | None, str | None]:
    nouns = source_nouns()
    noun = nouns.get(head or "")
    kind, gender = _kind_of(tokens, [where])
    if noun is not None and noun.type is not None and noun.type != "other":
        if kind in {"intergovernmental_organisation", "intelligence_agency", "ministry"}:
            return kind, gender
        return noun.type, noun.gender
    words = {tokens[n].lower for n in range(*where)}
    if words & {"intelligence"}:
        return "intelligence_agency", gender
    if (
        {"united", "nations"} <= words
        or {"world", "organization"} <= words
        or ("union" in words and ("european" in words or "african" in words))
    ):
        return "intergovernmental_organisation", gender
    return kind, gender


def as_source(
    mention: Mention, full: Mention, *, inherited: bool, via: str | None, medium: str | None
) -> Source:
    """Return the speaker of a claim: named as `full`, standing where `mention` stands."""
    kind = full.type or mention.type
    return Source(
        name=full.name,
        mention=mention.span,
        type=kind,
        role=full.role or mention.role,
        inherited=inherited,
        via=via,
        medium=medium or mention.medium,
        affiliation=full.affiliation or mention.affiliation,
    )

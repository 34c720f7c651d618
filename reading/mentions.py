"""A mention of a speaker taken apart: title, name, kind, channel.

"Ukrainian President Volodymyr Zelensky" is a role and a name, "Kirby, the spokesperson for the
council" a name and a role, "the ministry’s Telegram channel" a body and a channel.
"""

from collections.abc import Sequence

from reading.bodies import names_company
from reading.channels import without_channel
from reading.kinds import acts_for_others, kind_led, kind_of_belonging, kind_of_role
from reading.mention import GROUP_PRONOUNS, PERSON_PRONOUNS, Mention
from reading.model import Span
from reading.nouns import is_body, media_nouns
from reading.persons import LONGEST_NAME, in_apposition, name_only, person_in, person_of
from reading.phrases import Range, Tokens, head_noun, is_temporal, phrase_right, span_of, words_of
from reading.tokens import Token
from reading.words import source_nouns

REPORTS = frozenset({"reports", "report", "sources", "source", "rumours", "rumors"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PLACING = frozenset({"in", "at", "near", "from", "into", "to", "of", "the", "across", "on"})
_PLACES = frozenset({"across", "at", "in", "into", "near"})
_SPANS_OF_TIME = frozenset(
    {"day", "days", "hour", "hours", "minutes", "month", "months", "week", "weeks", "year", "years"}
)
_ASKED = frozenset({"quoted", "cited", "interviewed", "reached", "polled"})
_NAME_LINKS = frozenset(
    {"of", "for", "and", "de", "del", "da", "al", "bin", "ibn", "van", "von", "der"}
)
_ONE_PERSON = frozenset(
    {
        *("administrator", "aide", "brother", "bystander", "coroner", "critic", "daughter"),
        *("detective", "diplomat", "evacuee", "executive", "expert", "eyewitness", "father"),
        *("fisherman", "historian", "husband", "investigator", "man", "mediator", "mother"),
        *("negotiator", "neighbor", "neighbour", "official", "onlooker", "owner", "passenger"),
        *("priest", "rapporteur", "resident", "sheriff", "shopkeeper", "sister", "son"),
        *("survivor", "tourist", "villager", "volunteer", "wife", "witness", "woman"),
    }
)


def mentions_in(tokens: Tokens, text: str) -> list[Mention]:
    """Return every name of a sentence, with the title before it and the apposition after it."""
    found: list[Mention] = []
    tags = tokens.tags
    index, size = 0, len(tags)
    for start in [at for at, tag in enumerate(tags) if tag == "NP"]:
        if start < index:
            continue
        index = start
        while index < size and (tags[index] == "NP" or _links(tokens, start, index)):
            index += 1
        left = start
        while left > 0 and tags[left - 1] in {"NN", "JJ"}:
            modifies = left < start and tokens[left].noun is not None and tags[left] == "NN"
            if tokens[left - 1].noun is None and tags[left - 1] != "JJ" and not modifies:
                break
            left -= 1
        if left < start and acts_for_others(tokens.lowers[start - 1]):
            while left > 0 and tags[left - 1] == "NP" and not is_temporal(tokens, left - 1, left):
                left -= 1  # "Orvel spokesman Tim Berg"
        end = _body_after(tokens, index)
        apposed = index < size and tokens[index].lower == ","
        if index - start == 1 and left == start and not apposed and not is_body(tokens, left, end):
            continue
        placed = start > 0 and tokens[start - 1].lower in _PLACES
        if apposed and name_only(tokens, (start, index)) and not (placed and index == start + 1):
            end = _apposition(tokens, index)
        mention = parse_mention(tokens, (left, end), text)
        if not mention.proper:
            continue
        placed = start > 0 and tokens[start - 1].lower in _PLACING and mention.role is None
        found.append(mention._replace(person=False) if placed else mention)
    return found


def _body_after(tokens: Tokens, index: int) -> int:
    """Return the end of "Orvel’s central bank", "the Zemblan army": the name ends at `index`."""
    end = index
    while end < len(tokens) and tokens[end].tag in {"PS", "NN", "JJ"}:
        end += 1
    return end if end > index and is_body(tokens, end - 1, end) else index


def _links(tokens: Tokens, start: int, index: int) -> bool:
    if tokens.lowers[index] not in _NAME_LINKS:
        return False
    following = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    return following == "NP" and is_body(tokens, start, index)


def _apposition(tokens: Tokens, comma: int) -> int:
    """Return the end of ", the head of the council" behind a name; the comma if there is none."""
    end = phrase_right(tokens, comma + 1)
    if end <= comma + 1 or tokens[comma + 1].tag not in {"DT", "NN"}:
        return comma
    titled = any(tokens[n].noun is not None for n in range(comma + 1, end))
    return end if titled else comma


def parse_mention(tokens: Tokens, where: Range, text: str) -> Mention:
    """Take the words of a speaker apart, without looking anything up."""
    start, end = where
    while start < end - 1 and tokens[start].tag in {"CC", "RB", "SC", "PU"}:
        start += 1
    if start < end - 1 and tokens[start].lower in {"both", "neither", "either"}:
        start += 1
    start = _after_time(tokens, start, end)
    parts = _parts(tokens, start, end)
    if len(parts) > 1 and tokens.lowers[start : start + 2] == ("contrary", "to"):
        parts = parts[1:]  # "Contrary to that, a ministry statement"
        start = parts[0][0]
    first = parts[0]
    alone = tokens[first[0]]
    if first[1] - first[0] == 1 and (alone.tag == "PR" or alone.lower == "both"):
        return _pronoun(tokens[first[0]])
    span = Span(tokens[start].start, tokens[end - 1].end)
    named = person_in(tokens, first) or person_of(tokens, first)
    if named is None and len(parts) > 1:
        named = in_apposition(tokens, parts)
    if named is None:
        return _common(tokens, parts, span, text)
    name, roles = named
    role = _without_article(words_of(tokens, roles[0], text)) if roles else None
    kind, gender = kind_of_role(tokens, roles)
    if not roles and len(parts) > 1:
        kind = kind_led(tokens, parts[1])
    if kind == "military_spokesperson" and len(parts) > 1 and roles[0] != parts[1]:
        told = kind_of_role(tokens, parts[1:2])[0] if tokens[parts[1][0]].tag == "DT" else None
        kind = told or kind  # "General Orne, the provincial police chief"
    return Mention(
        span,
        words_of(tokens, name, text),
        role,
        kind,
        person=not _is_company(tokens, name),
        body=_is_company(tokens, name),
        plural=False,
        gender=gender,
        definite=False,
        proper=True,
        head=None,
        affiliation=span_of(tokens, roles[0]) if roles else None,
    )


def _after_time(tokens: Tokens, start: int, end: int) -> int:
    """Return where the speaker of "A day later it", "hours later the army" begins."""
    for later in range(start + 1, min(start + 3, end - 1)):
        if tokens[later].lower == "later" and tokens[later - 1].lower in _SPANS_OF_TIME:
            return later + 1
    return start


def _pronoun(token: Token) -> Mention:
    return Mention(
        Span(token.start, token.end),
        token.lower,
        None,
        None,
        person=token.lower in PERSON_PRONOUNS,
        body=False,
        plural=token.lower in GROUP_PRONOUNS,
        gender=PERSON_PRONOUNS.get(token.lower),
        definite=False,
        proper=False,
        head=token.lower,
    )


def _parts(tokens: Tokens, start: int, end: int) -> list[Range]:
    """Cut at commas; what stands in brackets ("(WHO)") is left out."""
    found: list[Range] = []
    begin = start
    bracket = False
    for index, mark in enumerate(tokens.lowers[start:end], start):
        if mark in {",", "(", ")", "—", "–"}:
            if index > begin and not bracket:
                found.append((begin, index))
            begin = index + 1
            bracket = mark == "(" or (bracket and mark != ")")
    if end > begin and not bracket:
        found.append((begin, end))
    return [(start, end)] if not found or _lists_tasks(tokens, found) else found


def _lists_tasks(tokens: Tokens, parts: Sequence[Range]) -> bool:
    """Say whether commas stand in one name: "the Ministry of Land, Roads and Transport"."""
    if len(parts) < 2 or not any(is_body(tokens, *part) for part in (parts[0], parts[-1])):
        return False
    joined = sum(tokens[n].lower == "and" for n in range(*parts[-1])) == 1
    return joined and all(
        tokens[n].tag == "NP" or tokens[n].lower == "and"
        for part in parts[1:]
        for n in range(*part)
    )


def _is_company(tokens: Tokens, name: Range) -> bool:
    if name[1] - name[0] > 1 and names_company(tokens[name[1] - 1].lower):
        return True
    noun = tokens[name[1] - 1].noun
    return noun is not None and noun.body


def _without_article(words: str) -> str:
    head, _, rest = words.partition(" ")
    return rest if head.lower() in {"the", "a", "an"} and rest else words


def _common(tokens: Tokens, parts: Sequence[Range], span: Span, text: str) -> Mention:
    """Read a body or people: "the health ministry of …", "police in Sylhet", "a U.S. official"."""
    start, end = parts[0]
    definite = tokens[start].lower in _DEFINITE
    article = tokens[start].tag == "DT" and end - start > 1
    start += article
    for index, token in enumerate(tokens[start + 1 : end], start + 1):
        dated = token.tag == "IN" and is_temporal(tokens, index, min(end, index + 3))
        dated = dated or (token.lower in {"last", "this"} and is_temporal(tokens, index + 1, end))
        dated = dated or tokens.lowers[index : index + 2] == ("at", "first")
        if (
            dated
            or token.tag in {"WH", "TH"}
            or token.lower in _ASKED
            or (
                token.lower in {"in", "on", "at", "by", "over", "via"}
                and tokens[end - 1].lower in media_nouns()
            )
        ):
            end = index
            break
    medium, (start, end) = without_channel(tokens, start, end)
    begin, (start, end) = start, _past_owner(tokens, start, end)
    belongs = _belonging(tokens, start, end)
    affiliation = (belongs, end) if belongs is not None else (start, end)
    where = (start, end if belongs is None else belongs)
    start, end = where
    head = head_noun(tokens, where)
    noun = source_nouns().get(head or "")
    kind, gender = kind_of_role(tokens, [where])
    if kind is None and begin < start:  # "the news agency Antara"
        kind = kind_of_role(tokens, [(begin, start)])[0]
    if belongs is not None:
        kind = kind or kind_of_belonging(tokens, affiliation)
    if kind == "media" and len(parts) > 1:  # "the Courier, an official newspaper"
        called = kind_of_role(tokens, parts[1:2])[0]
        kind = called if called == "state_media" else kind
    proper = "NP" in tokens.tags[start:end]
    company = proper and _is_company(tokens, where)
    named = proper and not article and name_only(tokens, where) and 2 <= end - start <= 3
    titled = noun is not None and noun.title and not noun.body and not noun.plural
    one = titled or (head or "") in _ONE_PERSON
    if head in REPORTS and not proper and (not article or head == "reports"):
        kind = "unattributed_reports"
    return Mention(
        span,
        words_of(tokens, where, text),
        None,
        kind,
        person=(one or named) and not company,
        body=company
        or is_body(tokens, *where)
        or (article and proper and name_only(tokens, where)),
        plural=noun is not None and noun.plural,
        gender=gender,
        definite=definite and not proper,
        proper=proper,
        head=head,
        medium=medium,
        affiliation=span_of(tokens, affiliation) if proper else None,
    )


def _past_owner(tokens: Tokens, start: int, end: int) -> Range:
    """Return the name in "Orvel’s Anna Berg in Lome" and "the news agency Antara"."""
    tags = tokens.tags[start:end]
    if "NP" not in tags:
        return start, end
    name = start + tags.index("PS") + 1 if "PS" in tags else end + 1
    stop = name
    while stop < end and tokens[stop].tag == "NP":
        stop += 1
    placed = stop == end or tokens[min(stop, end - 1)].lower in {"in", "at", "from"}
    named = placed and 2 <= stop - name <= LONGEST_NAME
    if named and not any(tokens[n].noun for n in range(name, stop)):
        return name, stop
    name = end
    while name > start and tokens[name - 1].tag == "NP":
        name -= 1
    kind = tokens[name - 1].noun if start < name < end else None
    called = kind is not None and kind.body and tokens[name - 1].tag == "NN"
    return (name, end) if called else (start, end)


def _belonging(tokens: Tokens, start: int, end: int) -> int | None:
    """Return where "of the rescue agency" begins behind the name of a person, if it does."""
    index = start
    while index < end and tokens[index].tag == "NP":
        index += 1
    person = 2 <= index - start <= LONGEST_NAME and not is_body(tokens, start, index)
    links = index < end and tokens[index].lower in {"of", "from", "at", "with"}
    return index if person and links else None

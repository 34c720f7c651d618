"""A person in the words of a speaker: "police chief Lee", "John Kirby, the spokesperson for …"."""

from collections.abc import Sequence

from reading.nouns import is_body, is_title, media_nouns
from reading.phrases import Range, Tokens
from reading.tokens import Token

_HOLDING = frozenset({"chief", "commander", "director", "head", "leader", "secretary"})
LONGEST_NAME = 4
_OF_A_PERSON = ("er", "or", "ist", "ian", "man", "woman", "ey", "ogue")


def person_in(tokens: Tokens, where: Range) -> tuple[Range, list[Range]] | None:
    """Read "Deputy Defence Minister Anna Berg", "police chief Lee": a title, then a name."""
    start, end = where
    name = end
    while name > start and tokens[name - 1].tag == "NP" and not is_title(tokens[name - 1]):
        name -= 1
    if not 0 < end - name <= LONGEST_NAME or name == start or is_body(tokens, name, end):
        return None
    led = name > start + 1 and tokens[name - 1].lower == "of" and end - name > 2
    if led and tokens[name].text.isupper() and tokens[name - 2].lower in _HOLDING:
        return (name + 1, end), [(start + (tokens[start].tag == "DT"), name + 1)]  # "head of MONUC"
    before = tokens[name - 1]
    if _speaks_for(tokens, start, name):
        return None
    titled = is_title(before) or (end - name > 1 and _calls_a_person(before))
    froms = [n for n in range(start + 1, name - 1) if tokens[n].lower in {"by", "from", "with"}]
    start = froms[-1] + 1 if froms else start  # "a call from President Orne"
    return ((name, end), [(start + (tokens[start].tag == "DT"), name)]) if titled else None


def person_of(tokens: Tokens, where: Range) -> tuple[Range, list[Range]] | None:
    """Read the person in "Chief Robert Orne of the Sula", "President Anna Berg of Zembla"."""
    words = tokens.lowers[where[0] : where[1]]
    link = where[0] + words.index("of") if "of" in words else None
    if link is None or link + 1 == where[1] or tokens[link - 1].tag != "NP":
        return None
    named = person_in(tokens, (where[0], link))
    if named is None or named[0][1] - named[0][0] == 1:
        return None
    return named[0], [*named[1], (link + 1, where[1])]


def _speaks_for(tokens: Tokens, start: int, name: int) -> bool:
    """Say whether another stands before the title: "a spokesman for President Ada Lund"."""
    for link in range(start + 1, name - 1):
        if tokens[link].lower in {"of", "for", "to"} and is_title(tokens[link + 1 : name][-1]):
            other = tokens[link - 1].noun
            if tokens[link].lower == "of" and tokens[link - 1].lower in _HOLDING:
                return False  # "chief of staff General Ada Lund", "Secretary of State Ada Lund"
            return other is not None or tokens[link - 1].lower in {"office", "service"}
    return False


def _calls_a_person(token: Token) -> bool:
    """Say whether a common noun before a name tells what a person is: "attorney", "biologist"."""
    if token.tag not in {"NN", "JJ"} or token.lower in media_nouns():
        return False
    noun = token.noun
    if noun is not None:
        return not noun.body and not noun.plural
    return token.tag == "NN" and token.lower.endswith(_OF_A_PERSON)


def name_only(tokens: Tokens, where: Range) -> bool:
    """Say whether the words are those of a name, and none of a body."""
    words = tokens[where[0] : where[1]]
    return len(words) <= LONGEST_NAME and not [
        word for word in words if word.tag != "NP" or (word.noun is not None and word.noun.body)
    ]


def in_apposition(tokens: Tokens, parts: Sequence[Range]) -> tuple[Range, list[Range]] | None:
    """Read "John Kirby, the spokesperson for …" and "A police spokesman, James Mwale"."""
    first, second = parts[0], parts[1]
    if name_only(tokens, first):
        opener = tokens[second[0]]
        if opener.tag == "CD" and second[1] - second[0] == 1:
            after = parts[2] if len(parts) > 2 else second
            return first, [after] if tokens[after[0]].tag == "DT" else []
        if opener.tag == "WH":
            return first, []
        titled = any(tokens[n].noun is not None for n in range(*second))
        if opener.tag in {"DT", "NN"} or (titled and opener.tag in {"NP", "JJ"}):
            return first, [second]
        return None
    if tokens[second[0]].lower in {"among", "including"}:
        return None  # "rivals to the mayor, including his cousin Ada Orne"
    inner = person_in(tokens, second)
    name = inner[0] if inner is not None else second
    named = all(tokens[n].tag == "NP" for n in range(*name)) and name[1] - name[0] <= LONGEST_NAME
    of_one = tokens[first[0]].lower == "one"
    nouns = [noun for n in range(*first) if (noun := tokens[n].noun) is not None]
    if named and (of_one or nouns):
        titles = [] if inner is None else inner[1]
        told = any(noun.type is not None for noun in nouns)
        return name, [first, *titles] if told else [*titles, first]  # "his rival, Mayor Ada Orne"
    return None

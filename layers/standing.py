"""How a place name stands in its clause: what it is to the verb, and what its words hang on.

The slots of a claim say this for whole phrases; a name needs a closer look, because "North Korean
soldiers", "Russia's actions" and "the village of Bucha" put it at different places of a phrase.
Everything here walks a bounded stretch of one tagged sentence.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from layers.lexicon import of_class, table
from layers.scope import is_away, is_led_to
from reading.model import Span
from reading.phrases import calendar_words
from reading.tokens import Token

Function = Literal["subject", "object", "oblique", "of", "topic", "bare"]
FARTHEST = 30
_OPENING = 6
_OWNING = 5
WITHIN_PHRASE = frozenset({"DT", "JJ", "CD"})
VERBS = frozenset({"VF", "VB", "VN", "VG", "BE", "AX"})
_FULL_VERBS = frozenset({"VF", "VB", "VN", "VG"})
OPENERS = frozenset({"VF", "AX", "BE", "MD"})
NAMES = frozenset({"NN", "NP"})
_NOMINAL = NAMES | WITHIN_PHRASE
_DIRECTIONS = frozenset(
    {"north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"}
)
_LENGTHS = frozenset({"km", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles"})
_OFFICIALS = frozenset({"police", "doctors", "residents", "witnesses", "prosecutors"})
_SPEAKING = frozenset(
    {
        *("accuse", "blame", "condemn", "confirm", "criticise", "criticize", "demand", "deny"),
        *("estimate", "pledge", "praise", "promise", "put", "reject", "report", "urge", "welcome"),
    }
)
_RAISING = frozenset(
    {"allege", "appear", "assume", "believe", "continue", "expect", "know", "report", "say"}
    | {"seem", "start", "suppose", "think", "understand"}
)
_LYING = frozenset({"bordering", "neighboring", "neighbouring", "surrounding"})
_BEFORE_VERB = frozenset({"RB", "CC", "PS", *NAMES, *WITHIN_PHRASE})
_LOOSE = frozenset({"RB", "PU", "CC"})
APART = frozenset({"“", "”", '"', "‘", "(", ")"})


class Standing(NamedTuple):
    """Where a name stands.

    Parameters
    ----------
    function : str
        Of the whole phrase that holds the name; ``topic``: before the colon that opens a headline.
    preposition : str or None
        Before the phrase; "in", "from".
    verb : str or None
        Lemma of the verb that the phrase is subject or object of, or hangs on.
    passive : bool
        The subject suffers what the verb says.
    head : str or None
        Noun that the name modifies or owns ("soldiers" in "North Korean soldiers").
    possessive : bool
        An apostrophe s follows.
    noun : str or None
        Noun before the preposition ("border" in "a border with Ukraine"), or before "of".
    in_name : bool
        The word that it modifies, or that stands before "of", is a name too: "Florida Atlantic
        University", "the University of California".
    fronted : bool
        The phrase opens its sentence.
    apart : bool
        A comma stands before it: "killed five, two of them children, in Gaza".
    speaks : bool
        It says where those are who speak: "officials in Manila said".
    scope : bool
        It only says among what something ranks: "the only mine in Europe".
    leads : bool
        "To" stands before the noun: "moved to a camp near Iriba".
    joined : str or None
        What a hyphen joins to the name: "backed" in "Iran-backed rebels".
    as_town : bool
        It is called the capital: "the capital, Lilongwe", which is no government then.
    qualifies : Span or None
        The name right before the preposition: Leipzig, of Germany in "Leipzig in Germany".
    """

    function: Function
    preposition: str | None = None
    verb: str | None = None
    passive: bool = False
    head: str | None = None
    possessive: bool = False
    noun: str | None = None
    in_name: bool = False
    fronted: bool = False
    apart: bool = False
    speaks: bool = False
    scope: bool = False
    leads: bool = False
    joined: str | None = None
    as_town: bool = False
    qualifies: Span | None = None


def under_verb(tokens: Sequence[Token], verb: int, name: tuple[int, int]) -> Standing:
    """Return the standing of a name behind a verb form: its object, or a subject of its own."""
    if tokens[verb].lower == "including":
        return Standing("object", verb="include")
    suffers = name[1] < len(tokens) and tokens[name[1]].tag == "CC"
    suffers = suffers or tokens[verb].lower in _LYING  # ", bordering Orvel, the army said"
    own = None if suffers else as_subject(tokens, *name)
    return own or Standing("object", verb=tokens[verb].lemma)


def owner_before(tokens: Sequence[Token], at: int) -> int | None:
    """Return the word before the owner whose apostrophe s stands at `at`: "in Peru's north"."""
    left = at - 1
    while left >= 0 and at - left <= _OWNING and tokens[left].tag in NAMES:
        left -= 1
    return left if 0 <= left < at - 1 else None


def is_of_speakers(tokens: Sequence[Token], first: int, end: int, standing: Standing) -> bool:
    """Say whether officials or a government stand before the place they speak from."""
    noun = standing.noun
    if noun not in _OFFICIALS and noun not in of_class("nouns", "class", "government"):
        return False
    follows = as_subject(tokens, first, end)
    verb = None if follows is None else follows.verb
    return verb in _SPEAKING or verb in of_class("verbs", "inside", "speaker_seat")


def is_called_capital(tokens: Sequence[Token], first: int) -> bool:
    """Say whether "the capital" stands right before a name, with or without a comma."""
    at = first - 1 - (first > 1 and tokens[first - 1].text == ",")
    return at > 0 and tokens[at].lower == "capital"


def is_far_from(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a direction follows a distance: "32 km (20 miles) north of Chivay"."""
    if at == 0 or tokens[at].lower not in _DIRECTIONS:
        return False
    return tokens[at - 1].lower in _LENGTHS or tokens[at - 1].text == ")"


def is_side(token: Token) -> bool:
    """Say whether a word is a direction: "north"."""
    return token.lower in _DIRECTIONS


def is_kind(token: Token) -> bool:
    """Say whether a word says what kind of place the name beside it is."""
    if token.lower == "capital" or token.lower in of_class("nouns", "class", "place"):
        return True
    return token.lower in table("place_types")


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word is a number of four digits."""
    return tokens[at].tag == "CD" and len(tokens[at].text) == 4 and tokens[at].text.isdigit()


def qualifies_noun(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a participle belongs to the noun after it: "the neighbouring state"."""
    if tokens[at].tag not in {"VG", "VN"} or at == 0:
        return False
    if tokens[at - 1].tag in {"DT", "PS", "JJ"}:
        return True
    return tokens[at].lower in _LYING and tokens[at - 1].tag not in {"PU", *NAMES}


def right_of(tokens: Sequence[Token], after: int) -> tuple[int | None, bool, int]:
    """Return where the head noun after a name is, whether the name owns it, where it all ends."""
    possessive = after < len(tokens) and tokens[after].tag == "PS"
    at = after + 1 if possessive else after
    head = None
    while at < len(tokens) and at - after <= 8:
        token = tokens[at]
        if token.lower in calendar_words():  # "a Paris court late Friday"
            break
        if token.tag == "CD" and not possessive and not token.text[:-2].isdigit():
            break  # "in Punjab province three people died"
        if token.tag in NAMES:
            head = at
        elif (
            token.tag not in {"JJ", "CD", "VN"}
            and not (
                token.text in APART and at + 1 < len(tokens) and token.text in '“"‘' and possessive
            )
        ) or (token.tag == "VN" and head is not None):
            break
        at += 1
    return (head, possessive, at) if head is not None else (None, possessive, after)


def as_oblique(tokens: Sequence[Token], at: int) -> Standing:
    """Return the standing of a phrase behind the preposition at `at`."""
    if is_away(tokens, at):
        return Standing("of", "of", noun="distance", verb=verb_before(tokens, at))
    before = tokens[at - 1] if at > 0 else None
    noun = before.lower if before is not None and before.tag in NAMES else None
    if noun in calendar_words():
        # "Said on Thursday in Ankara" was said there.
        noun = None
    gerund = _motion(noun)
    return Standing(
        "oblique",
        tokens[at].lower,
        verb=gerund or verb_before(tokens, at),
        noun=None if gerund else noun,
        apart=before is not None and before.text == ",",
        fronted=at < _OPENING and _opens(tokens[:at]),
        leads=noun is not None and is_led_to(tokens, at),
    )


def _motion(noun: str | None) -> str | None:
    """Return the verb of "a plane flying from", which stands where a noun could."""
    if noun is None or not noun.endswith("ing"):
        return None
    stem = noun.removesuffix("ing")
    goes = of_class("verbs", "towards", "destination") | of_class("verbs", "inside", "destination")
    return next((verb for verb in (stem, f"{stem}e", stem[:-1]) if verb in goes), None)


def _opens(before: Sequence[Token]) -> bool:
    """Say whether nothing but adverbs and places stands before: "Also in the west, in Lorient"."""
    tags = {token.tag for token in before}
    if tags <= _LOOSE:
        return True
    if before[0].tag not in {"RB", "IN"} or not tags <= _LOOSE | WITHIN_PHRASE | {"IN", "NN"}:
        return False
    return all(t.lower in _DIRECTIONS for t in before if t.tag == "NN")


def verb_before(tokens: Sequence[Token], at: int) -> str | None:
    """Return the lemma of the nearest verb to the left, in the same clause."""
    for index in range(at - 1, max(-1, at - FARTHEST), -1):
        if tokens[index].tag == "TH":
            return None
        if tokens[index].tag in _FULL_VERBS or tokens[index].lemma == "be":
            return tokens[index].lemma
    return None


def as_subject(tokens: Sequence[Token], first: int, end: int) -> Standing | None:
    """Return the standing of a phrase before its verb, or None where no verb follows."""
    at, stop = end, min(len(tokens), end + FARTHEST)
    while at < stop:
        token = tokens[at]
        if token.tag in OPENERS:
            break
        if token.tag == "CC" and tokens[min(at + 1, stop - 1)].tag not in _NOMINAL:
            return None
        if token.tag in _BEFORE_VERB or token.text in APART or token.text == ".":
            at += 1
        elif token.text == "," and (closed := _parenthesis(tokens, at, stop)):
            at = closed
        elif token.lower in {"of", "in", "near", "from"} and at + 1 < stop:
            at += 1
        elif token.lower == "on" and at + 1 < stop and tokens[at + 1].lower in calendar_words():
            at += 2
        else:
            return None
    else:
        return None
    group = [tokens[at]]
    for token in tokens[at + 1 : stop]:
        if token.tag not in {"RB", "AX", "BE", "VB", "VN", "VG", "VF", "TO"}:
            break
        group.append(token)
    main = _main_verb(group)
    helpers = [t for t in group[:main] if t.tag != "RB"]
    passive = bool(helpers) and (helpers[-1].tag == "BE" or helpers[-1].lemma == "be")
    return Standing(
        "subject",
        verb=group[main].lemma,
        passive=passive and group[main].tag in {"VN", "VF"},
        fronted=first == 0,
    )


def _main_verb(group: Sequence[Token]) -> int:
    """Return what the subject does: "obtained" in "is said to have obtained", else the first."""
    full = [n for n, token in enumerate(group) if token.tag in _FULL_VERBS]
    if not full:
        return 0
    to = next((n for n, token in enumerate(group) if token.tag == "TO"), len(group))
    before = [n for n in full if n < to]
    if not before or group[before[-1]].lemma in _RAISING:
        return full[-1]
    return before[-1]


def _parenthesis(tokens: Sequence[Token], comma: int, stop: int) -> int | None:
    """Return the index after the comma that closes an aside opened by `comma`."""
    for index in range(comma + 1, min(stop, comma + 20)):
        if tokens[index].text == ",":
            return index + 1
    return None

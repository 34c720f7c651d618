"""What the words of a denial, or of a refusal to say, tell of what they answer."""

import re
from collections.abc import Sequence
from itertools import pairwise

from layers.topics import said

_MEANT = re.compile(
    r"\b(?:called|confirm|confirmed|contested|den(?:y|ied|ies)|described|dismiss(?:ed|es)|disputed?s?"
    r"|refuted|reject(?:ed|s))\s(?:this|that|it)(?=[.,;”\"]|\s[“\"]|\s(?:as|and|but)\s|$)"
)
_FALSE = re.compile(
    r"^[“\"]?(?:this|that|it|these|those)(?:\s(?:is|was|are|were)|’s|'s)\s(?:\w+\s){0,2}"
    r"(?:fabrication|fantasy|fiction|hoax|invention|lies?|nonsense|propaganda|slander)\b",
    re.IGNORECASE,
)
_SAYING = frozenset({"disclose", "explain", "reveal", "say", "specify"})
_ASKING = frozenset({"how", "what", "when", "where", "which", "who", "why"})
_UPON = frozenset({"about", "on", "whether"})
_SILENCES = frozenset({"comment", "nothing", "reply", "respond", "responded", "answer"})
_UNAWARE = frozenset({"unaware"})
_NONE_OF = frozenset({"knowledge", "record", "records", "such", "trace"})
_AT_FIRST = frozenset({"first", "initially", "originally"})
_SAID = frozenset(
    {"called", "claimed", "denied", "insisted", "maintained", "put", "reported", "said", "spoke"}
    | {"stated", "told"}
)
_WITHDRAWING = frozenset(
    {"rescinded", "retracted", "retracts", "withdraw", "withdrawn", "withdraws", "withdrew"}
)
_DENIALS = frozenset({"denial", "denials"})
_AFTER_TOTAL = frozenset(
    {
        "as",
        "at",
        "given",
        "had",
        "has",
        "is",
        "of",
        "reached",
        "rose",
        "stands",
        "stood",
        "to",
        "was",
    }
)
_FIGURES = frozenset(
    {"estimate", "estimates", "figure", "figures", "number", "numbers", "tally", "toll"}
    | {"total", "tolls", "totals"}
)
_COUNTS_OF = frozenset({"body", "casualty", "death", "head", "official"})
_POINTERS = frozenset(
    {"account", "accounts", "accusation", "accusations", "allegation", "allegations", "assertion"}
    | {"assertions", "assessment", "characterisation", "characterization", "charge", "charges"}
    | {"claim", "claims", "complaint", "complaints", "conclusion", "conclusions", "criticism"}
    | {"insinuation", "insinuations", "interpretation", "notion", "report", "reports", "rumor"}
    | {"rumors", "rumour", "rumours", "speculation", "suggestion", "suggestions", "testimony"}
    | {"theory", "version", "versions"}
)
_THE_LAST = frozenset(
    {"either", "her", "his", "its", "such", "that", "their", "these", "this", "those"}
)
_TAKING_UP = _THE_LAST | {"any", "both", "the"}
_PARTS_IN = frozenset({"guilt", "involvement", "responsibility", "role", "wrongdoing"})
_CHARGES = _PARTS_IN | frozenset(
    {"accusation", "accusations", "allegation", "allegations", "blame", "charge", "charges"}
)
_CLAUSES = frozenset({"if", "that", "whether"})
_CLAUSES_OF = _CLAUSES | {"about", "of"}


def points(words: Sequence[str]) -> bool:
    """Say whether words speak of what was said: "the claims", "these reports".

    Parameters
    ----------
    words : sequence of str
        In lower case, without the marks around them.
    """
    return not _POINTERS.isdisjoint(words)


def takes_up(words: Sequence[str], *, last: bool = False) -> bool:
    """Say whether words take up what was said before: "the claim"; or, if `last`, what just was.

    >>> takes_up("rejected the claim".split()), takes_up("rejected the claim".split(), last=True)
    (True, False)
    >>> takes_up("dismissed such accounts".split(), last=True)
    True
    >>> takes_up("denied reports that he had fled".split())
    False
    """
    openers = _THE_LAST if last else _TAKING_UP
    padded = (*words, "", "", "")
    return any(
        (padded[at + 1] in _POINTERS and padded[at + 2] not in _CLAUSES)
        # "the army claim", "the rebels' account"
        or (not last and padded[at + 2] in _POINTERS and padded[at + 3] not in _CLAUSES_OF)
        for at, one in enumerate(words)
        if one in openers
    )


def says_at_first(words: Sequence[str]) -> bool:
    """Say whether words tell what was said at first: "initially denied that", "at first said".

    >>> says_at_first("the ministry first denied that".split())
    True
    >>> says_at_first("the first ship said".split())
    False
    """
    if _AT_FIRST.isdisjoint(words):
        return False
    return any(one in _AT_FIRST and two in _SAID for one, two in pairwise(words))


def takes_back(words: Sequence[str]) -> bool:
    """Say whether words withdraw what was said: "retracted the report".

    >>> takes_back("but withdrew the report".split()), takes_back("withdrew the troops".split())
    (True, False)
    """
    if _WITHDRAWING.isdisjoint(words):
        return False
    said = (*_POINTERS, *_DENIALS, *_FIGURES, "statement", "statements")
    return any(
        one in _WITHDRAWING and not set(words[at + 1 : at + 4]).isdisjoint(said)
        for at, one in enumerate(words)
    )


def unknown_in(words: Sequence[str]) -> str | None:
    """Return how words say that nothing is known of something: "no such", "no record".

    >>> unknown_in("had no record of an order".split()), unknown_in("no ship sailed".split())
    ('record', None)
    """
    if not _UNAWARE.isdisjoint(words):
        return "unaware"
    if "no" not in words:
        return None
    return next((two for one, two in pairwise(words) if one == "no" and two in _NONE_OF), None)


def charges(words: Sequence[str]) -> bool:
    """Say whether words speak of an accusation, or of a part in something."""
    return not _CHARGES.isdisjoint(words)


def is_of_part_in(words: Sequence[str]) -> bool:
    """Say whether words speak of a part in something: "any wrongdoing", "nothing to do with it".

    >>> is_of_part_in("denied having had anything to do with it".split())
    True
    >>> is_of_part_in("denied that he had to do it".split())
    False
    """
    if not _PARTS_IN.isdisjoint(words):
        return True
    return "with" in words and any(
        run == ("to", "do", "with") for run in zip(words, words[1:], words[2:], strict=False)
    )


def says_that(words: Sequence[str]) -> bool:
    """Say whether "that" or "whether" opens a clause.

    >>> says_that("denied that it had sunk".split()), says_that("rejected that account".split())
    (True, False)
    """
    return any(one in _CLAUSES and two not in _POINTERS for one, two in pairwise(words))


def withholds(quote: str) -> bool:
    """Say whether somebody does not say where or how, or nothing at all: none of it was claimed.

    >>> withholds("refused to say where he was"), withholds("would not say whether it was so")
    (True, False)
    >>> withholds("declined to comment."), withholds("declined to comment on the strike")
    (True, False)
    """
    words = said(quote)
    if "elaborate" in words:
        return True
    if _SAYING.isdisjoint(words) and "comment" not in words:
        return False
    return any(
        (one in _SAYING and two in _ASKING) or (one == "comment" and two not in _UPON)
        for one, two in pairwise([*words, ""])
    )


def names_figure(quote: str) -> bool:
    """Say whether a claim speaks of a number as such: "the figure", "a higher toll"."""
    words = said(quote)
    if not _FIGURES.isdisjoint(words) and any(
        one in _FIGURES and not (one == "total" and two.isalpha() and two not in _AFTER_TOTAL)
        for one, two in pairwise((*words, ""))
    ):
        return True
    return "count" in words and any(
        two == "count" and one in _COUNTS_OF for one, two in pairwise(words)
    )


def says_nothing(quote: str) -> bool:
    """Say whether somebody has nothing to say at all, not even to one thing.

    >>> says_nothing("The mayor had no comment."), says_nothing("would not comment on the strike")
    (True, False)
    """
    words = said(quote)
    if _SILENCES.isdisjoint(words):
        return False
    return not any(
        one in _SILENCES and (two in _UPON or two in _ASKING) for one, two in pairwise(words)
    )


def means_the_last(quote: str) -> bool:
    """Say whether a denial is of "this" or "it", and so of what was said right before.

    >>> means_the_last("called that “pure fiction”"), means_the_last("denied having sunk it.")
    (True, False)
    >>> means_the_last("“This is a fantasy,” he said"), means_the_last("“This is a lighthouse.”")
    (True, False)
    """
    return _MEANT.search(quote) is not None or _FALSE.match(quote) is not None


def is_about_denial(quote: str) -> bool:
    """Say whether a denial is itself denied: "dismissed the denial"."""
    return not _DENIALS.isdisjoint(said(quote))

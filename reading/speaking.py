"""Which names of an article speak somewhere in it, so that they may speak in its headline too."""

from collections.abc import Sequence

from reading.phrases import Tokens, phrase_right
from reading.words import speech_verbs

WORDS_SAID = frozenset(
    {
        *("account", "announcement", "claim", "claims", "count", "data", "denial", "estimate"),
        *("estimates", "figure", "figures", "report", "statement", "tally", "version", "warning"),
    }
)
"""What somebody says, as a noun: "its statement"."""


def voices(sentences: Sequence[Tokens]) -> frozenset[str]:
    """Return names, in lower case, that speak, or own a body that could: "Orvel's army"."""
    found: set[str] = set()
    speech = speech_verbs()
    for tokens in sentences:
        for index in range(1, len(tokens)):
            speaks = tokens[index].lemma in speech and tokens[index].tag in {"VF", "VN"}
            if not speaks and not (tokens[index].tag == "PS" and _owns_a_voice(tokens, index)):
                continue
            before = index - 1
            while before >= 0 and tokens[before].tag in {"NP", "AX", "RB", "PS", "NN"}:
                if tokens[before].tag == "NP":
                    found.add(tokens[before].lower)
                before -= 1
    return frozenset(found)


def _owns_a_voice(tokens: Tokens, possessive: int) -> bool:
    """Tell "Orvel's foreign ministry" from "Orvel's partners" and "Orvel's deadliest crash"."""
    end = phrase_right(tokens, possessive + 1)
    return any(
        tokens[n].noun is not None or tokens[n].lower in WORDS_SAID
        for n in range(possessive + 1, end)
    )

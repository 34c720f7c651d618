"""What somebody calls a thing: "called the vote “a sham”", "called the report false"."""

from reading.phrases import Tokens, calendar_words, phrase_right
from reading.tokens import NOUNS

_UN = ("un", "in", "im", "ir")
_VERDICTS = frozenset({"cowardly", "deadly", "ghastly", "untimely"})
_POINTING = frozenset({"that", "this", "these", "those"})
_UNTRUE = frozenset(
    {
        *("baseless", "fabricated", "fabrication", "fabrications", "fake", "false"),
        *("groundless", "invented", "lie", "lies", "nonsense", "slander", "unfounded", "untrue"),
    }
)
_PARENTHESIS_REACH = 20
_NOUN_OR_PRONOUN = NOUNS | {"PR"}


def quoted_predicate(tokens: Tokens, index: int) -> bool:
    """Find an object and a verdict: "called the move “absurd”", "the report false"."""
    pointing = tokens[index].lower in _POINTING
    end = index + 1 if tokens[index].tag == "PR" or pointing else phrase_right(tokens, index)
    end = max(end, phrase_right(tokens, index)) if tokens[index].tag == "DT" else end
    end = next((n for n in range(index, end) if tokens[n].quote >= 0), end)
    end = next((n for n in range(index + 1, end) if tokens[n].lower in _UNTRUE), end)
    if not pointing and not any(tokens[n].tag in _NOUN_OR_PRONOUN for n in range(index, end)):
        return False
    if end < len(tokens) and tokens[end].lower in _UNTRUE:
        return True
    last = tokens[end - 1].lower
    if end > index + 2 and (tokens[end - 1].tag == "JJ" or last.startswith(_UN)):
        return True  # "called the vote unfair"
    if end < len(tokens) and tokens[end].lower in _VERDICTS:
        return True
    if tokens[index].tag == "PR" and end < len(tokens):
        said_of = tokens[end].tag in {"JJ", "VN", "VF", "DT", "RB"}  # "calls it staged"
        if said_of and tokens[end].lower not in calendar_words():
            return True
    named = end < len(tokens) and tokens[end].lower in {"a", "an"}  # "called the trial a farce"
    while end < len(tokens) and tokens[end].lower in {"a", "an", "the"}:
        end += 1
    return named or (end < len(tokens) and tokens[end].quote >= 0)


def calls_false(tokens: Tokens, index: int) -> bool:
    """Say whether what is called by a word is called untrue: "called that “a plain lie”"."""
    stop = min(len(tokens), index + _PARENTHESIS_REACH)
    return any(tokens[n].lower in _UNTRUE for n in range(index, stop))

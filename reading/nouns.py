"""What the nouns of a mention show: a title, a body, a channel."""

from functools import cache

from reading.lexicon import rows
from reading.phrases import Tokens
from reading.tokens import Token


@cache
def media_nouns() -> frozenset[str]:
    """Return the nouns of channels: "briefing", "statement"."""
    return frozenset(row["noun"] for row in rows("media_nouns"))


def is_title(token: Token) -> bool:
    """Say whether the word stands before a person's name: "President", "Dr."."""
    return token.noun is not None and token.noun.title


def is_body(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether a word of an organisation stands in the range."""
    return True in [noun.body for noun in tokens.nouns[start:end] if noun is not None]

"""Who speaks for nobody but tells what happened to them: an eyewitness, whatever their trade.

A report calls few people witnesses. It names a baker, a mother of four, somebody's age, and lets
them tell in words of their own. Who speaks for a body has been heard as such before.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reading.lexicon import rows
from reading.model import Claim, Source
from reading.phrases import singular
from reading.statement import Statement

_OPEN = frozenset({None, "other"})
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})
_TOLD = frozenset({"direct", "mixed"})
_BEHIND = frozenset({"of", "from", "in", "at", "on", "who", "whose", "with", "near", "and", "to"})
_LEADING = frozenset({"chairs", "heads", "leads", "runs", "represents", "organises", "organizes"})
_AT = frozenset({"at", "in", "near", "on"})
_ARTICLES = frozenset({"a", "an", "one", "another"})
_OLDEST = 120
_REACH = 20


@cache
def _private() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("private_nouns"))


def hear_witnesses(
    statements: Sequence[Statement], claims: Sequence[Claim], text: str
) -> list[Claim]:
    """Return the claims; of who tells as an eyewitness, all as of one.

    Parameters
    ----------
    statements, claims : sequence
        One claim for each statement.
    text : str
        Of the article.
    """
    heard = {
        claim.source.name
        for claim, statement in zip(claims, statements, strict=True)
        if claim.source.type in _OPEN and claim.source.mention is not None
        if _is_passer_by(claim.source, text)
        or (claim.attribution in _TOLD and _tells(claim.source, statement, text))
    }
    if not heard:
        return list(claims)
    return [
        replace(claim, source=replace(claim.source, type="eyewitness"))
        if claim.source.name in heard and claim.source.type in _OPEN
        else claim
        for claim in claims
    ]


def _is_passer_by(source: Source, text: str) -> bool:
    """Say whether somebody without a name speaks: "a shepherd", "fishermen in Orvel"."""
    if source.mention is None or source.role is not None:
        return False
    if _are_there(source.name):
        return True
    if source.name[:1].isupper():
        return False
    opener = source.mention.of(text).partition(" ")[0].lower()
    return opener in _ARTICLES and _head(source.name) in _private()


def _are_there(name: str) -> bool:
    """Say whether people of a trade speak as those of a place: "lorry drivers at Orvel"."""
    words = name.split()
    there = next((n for n, word in enumerate(words) if word in _AT), len(words))
    if not 0 < there < len(words) - 1 or not words[there + 1][:1].isupper():
        return False
    trade = words[there - 1].lower()
    one = f"{trade[:-3]}man" if trade.endswith("men") else singular(trade)
    return one != trade and one in _private()


def _tells(source: Source, statement: Statement, text: str) -> bool:
    """Say whether a named person of no office is quoted, and tells of what befell them.

    Whose trade or kin is told is quoted for that; whose age or fate alone is, must say "we", "my".
    """
    mention = "" if source.mention is None else source.mention.of(text)
    end = 0 if source.mention is None else source.mention.end
    if _leads(mention) or _leads(text[end : end + _REACH]):
        return False
    if source.role is not None:
        return _head(source.role) in _private()
    aged = any(_is_age(part) for part in mention.split(",")[1:])
    return aged and _tells_of_oneself(statement)


def _leads(words: str) -> bool:
    """Say whether somebody heads others: "a fisherman who leads the association"."""
    return any(f"who {verb} " in words for verb in _LEADING)


def _is_age(words: str) -> bool:
    """Say whether an age, or what somebody did or lost, stands behind a name: "43", "whose son"."""
    words = words.strip()
    return (words.isdigit() and int(words) < _OLDEST) or words.startswith(("who ", "whose "))


def _tells_of_oneself(statement: Statement) -> bool:
    """Say whether a statement is in words of the speaker's own about "us" or "my house"."""
    first, last = statement.content
    return any(
        token.quote >= 0 and token.lower in _FIRST_PERSON for token in statement.tokens[first:last]
    )


def _head(words: str) -> str:
    """Return the noun of a role: "teacher" of "retired teacher from Fargo"."""
    head = ""
    for word in words.lower().split():
        if word.strip(",") in _BEHIND:
            break
        head = word.strip(",")
    return head

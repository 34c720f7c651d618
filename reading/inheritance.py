"""Who the next sentence still quotes: what stands without a cue may keep the speaker before it.

It does where it opens with They, These, It, "The plan" or somebody just named, or is the rest of a
split quotation.
"""

from collections.abc import Sequence
from functools import cache

from reading.lexicon import rows
from reading.model import Segmentation, Sentence
from reading.phrases import Tokens, head_noun, phrase_right
from reading.regions import Region
from reading.statement import Statement
from reading.tokens import NOUNS

_OF_NOBODY = frozenset({"unattributed_reports", "narrator"})
_UNTOLD = frozenset({"uncertain", "unclear", "unknown"})
_KNOWN = frozenset({"clear", "known"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "latest", "last"})


@cache
def _openers() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("inheritance")}


class Inheritance:
    """Tells which statement of an article handed its speaker on."""

    def __init__(self, sentences: Sequence[Tokens], segmentation: Segmentation) -> None:
        self._sentences = sentences
        self._segmentation = segmentation

    def keeps(
        self,
        found: Sequence[Statement],
        sentence: Sentence,
        tokens: Tokens,
        region: Region,
        *,
        quoted: bool,
    ) -> int | None:
        """Return the index of the statement whose speaker a region without a cue keeps.

        Parameters
        ----------
        found : sequence of Statement
            What was said before it.
        sentence : Sentence
        tokens : sequence of Token
            Its words.
        region : Region
        quoted : bool
            All of the region stands in quotation marks.
        """
        if not found:
            return None
        last = self._last_speech(found, sentence) if quoted else len(found) - 1
        before = found[last]
        if before.source.type == "narrator":
            return None
        if quoted or region.continues or self._goes_on(sentence, tokens, region, before):
            return last
        return None

    def _last_speech(self, found: Sequence[Statement], sentence: Sentence) -> int:
        """Return who spoke last, in this paragraph or the one before: a quotation is somebody's."""
        for index in range(len(found) - 1, -1, -1):
            earlier = self._segmentation.sentences[found[index].sentence]
            if earlier.paragraph < sentence.paragraph - 1 or earlier.is_headline:
                break
            if found[index].source.type not in _OF_NOBODY:
                return index
        return len(found) - 1

    def _goes_on(
        self, sentence: Sentence, tokens: Tokens, region: Region, before: Statement
    ) -> bool:
        """Say whether the words at the opening take up who spoke, or what was said."""
        previous = self._segmentation.sentences[before.sentence]
        if previous.paragraph != sentence.paragraph or previous.is_headline:
            return False
        if before.source.type in _OF_NOBODY:
            return False
        index = region.start
        while index < region.end and tokens[index].tag in {"CC", "RB", "PU"}:
            index += 1
        if index + 1 < region.end and tokens[index].lower in {"after", "before"}:
            index += 2 if tokens[index + 1].lower in {"that", "this"} else 0
        if index >= region.end or _counts_for_narrator(tokens, index, region.end):
            return False
        if _openers().get(tokens[index].lower) == "pronoun":
            return True
        return tokens[index].lower == "the" and self._speaks_on(tokens, index, before)

    def _speaks_on(self, tokens: Tokens, index: int, before: Statement) -> bool:
        """Say whether "the soldiers" were named in the sentence before; "the region" is no such."""
        head = head_noun(tokens, (index, phrase_right(tokens, index)))
        kind = _openers().get(head or "")
        if kind is not None or head is None:
            return kind == "noun"
        return any(
            token.lower == head and token.tag in NOUNS for token in self._sentences[before.sentence]
        )


def _counts_for_narrator(tokens: Tokens, index: int, end: int) -> bool:
    """Tell "It was the third launch", "It was unclear who", the article's own, from speech."""
    near = {tokens[n].lower for n in range(index, min(end, index + 8))}
    if near & _UNTOLD or ("not" in near and near & _KNOWN):
        return True
    return tokens[index].lower in {"it", "this", "that"} and any(
        tokens[n].lower in _ORDINALS for n in range(index, min(end, index + 7))
    )

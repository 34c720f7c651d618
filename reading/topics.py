"""Whom the sentences of an article open with: "Two survivors …", "Anna Berg, the minister, …".

An opening is taken apart only when somebody asks for it: most sentences name their speaker.
"""

from reading.mention import Mention
from reading.mentions import parse_mention
from reading.phrases import Tokens, phrase_right
from reading.tokens import NOUNS
from reading.words import source_nouns


class Openings:
    """The openings of the sentences read so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentences: list[Tokens] = []
        self._known: dict[int, Mention | None] = {}
        self._topic: Mention | None = None
        self._settled = 0

    def add(self, tokens: Tokens) -> None:
        """Go on to the next sentence."""
        self._sentences.append(tokens)

    def last(self) -> Mention | None:
        """Return whom the sentence that is read opens with."""
        return self._opening(len(self._sentences) - 1)

    def subject(self) -> Mention | None:
        """Return the same where it is somebody new who can speak: "Two survivors"."""
        opening = self.last()
        if opening is None or opening.definite:
            return None
        return opening if (opening.head or "") in source_nouns() else None

    def topic(self) -> Mention | None:
        """Return the last body or person by name that a sentence before this one opened with."""
        before = len(self._sentences) - 1
        for index in range(before - 1, self._settled - 1, -1):
            opening = self._opening(index)
            if opening is not None and (opening.body or (opening.person and opening.proper)):
                self._topic = opening
                break
        self._settled = max(self._settled, before)
        return self._topic

    def people(self) -> Mention | None:
        """Return the people who can speak that the sentence before this one opened with."""
        opening = self._opening(len(self._sentences) - 2)
        if opening is None or not opening.plural or (opening.head or "") not in source_nouns():
            return None
        return opening

    def before(self) -> Tokens:
        """Return the words of the sentence before the one that is read."""
        return self._sentences[-2] if len(self._sentences) > 1 else Tokens()

    def _opening(self, index: int) -> Mention | None:
        if index < 0:
            return None
        if index not in self._known:
            self._known[index] = _opening_of(self._sentences[index], self._text)
        return self._known[index]


def _opening_of(tokens: Tokens, text: str) -> Mention | None:
    end = phrase_right(tokens, 0)
    if end == 0 or not any(tokens[n].tag in NOUNS for n in range(end)):
        return None
    if end + 1 < len(tokens) and tokens[end].lower == ",":
        end = max(end, phrase_right(tokens, end + 1))
    return parse_mention(tokens, (0, end), text)

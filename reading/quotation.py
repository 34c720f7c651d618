"""Find the quotations of a text: straight, curly, low-high, angle; nested; over paragraphs.

Two apostrophes side by side are a mark too.

One walk over the quotation marks with a stack. An opening mark that is never closed ends with its
paragraph; where the next paragraph opens with a mark of the same kind again, or closes one that it
never opened, the quotation goes on there.
"""

import re
from dataclasses import dataclass

from reading.model import Quotation, Span

DOUBLED = "''|’’|‘‘|``"
_MARKS = re.compile(f"{DOUBLED}|[\"'“”„‟‘’‚‛«»‹›＂]")
_OPENS = {"“": "double", "„": "low", "‘": "single", "‚": "low single", "«": "angle", "‹": "small"}
_CLOSES = {
    "”": ("double", "low"),
    "“": ("low",),
    "’": ("single", "low single"),
    "‘": ("low single",),
    "»": ("angle",),
    "›": ("small",),
}
_STRAIGHT = {'"': "straight", "＂": "straight", "'": "straight single"}
_TYPED = "doubled"
_SINGLES = frozenset("'’‘‚")
_SINGLE = frozenset(("single", "low single", "straight single"))
_CONTINUING = {"“": "double", '"': "straight", "«": "angle", "„": "low", "‘": "single"}
_CLIPPED = re.compile(
    r"['’‘‛](?:\d0s|\d\ds?\b|em\b|cause\b|til\b|tis\b|twas\b|n\b|bout\b|cos\b|round\b)"
)


@dataclass(slots=True)
class _Open:
    kind: str
    start: int
    content: int
    continues: bool


def quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in the order in which they open, outer before inner.

    Parameters
    ----------
    text : str
    paragraphs : tuple of Span
        In text order; a quotation never spans two, its second part has ``continues``.

    Examples
    --------
    >>> text = "“He said ‘no’,” she said; the soldiers’ camp held."
    >>> [q.content.of(text) for q in quotations(text, (Span(0, len(text)),))]
    ['He said ‘no’,', 'no']
    """
    found: list[Quotation] = []
    carried: str | None = None
    for rank, paragraph in enumerate(paragraphs):
        if carried is None and _MARKS.search(text, paragraph.start, paragraph.end) is None:
            continue
        following = paragraphs[rank + 1] if rank + 1 < len(paragraphs) else None
        walk = _Walk(text, paragraph, carried)
        found.extend(walk.quotations())
        carried = _carried(text, walk.left_open, following)
        found.extend(walk.unclosed(keep=carried))
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _carried(text: str, left_open: str | None, following: Span | None) -> str | None:
    """Return the kind of the quotation that goes on in the paragraph `following`, if any."""
    if left_open is None or following is None or left_open in _SINGLE:
        return None
    if _CONTINUING.get(text[following.start]) == left_open:
        return left_open
    for mark in _MARKS.finditer(text, following.start, following.end):
        kinds = _CLOSES.get(mark.group(), ())
        if left_open in kinds:
            return left_open
        if _OPENS.get(mark.group()) == left_open or mark.group() in '"＂':
            return None
    return None


class _Walk:
    """The marks of one paragraph, read from left to right."""

    def __init__(self, text: str, paragraph: Span, carried: str | None) -> None:
        self._text = text
        self._span = paragraph
        self._stack: list[_Open] = []
        self._open = dict.fromkeys((*_OPENS.values(), *_STRAIGHT.values(), _TYPED), 0)
        self._found: list[Quotation] = []
        self._carried = carried
        if carried is not None and _CONTINUING.get(text[paragraph.start]) != carried:
            self._push(carried, paragraph.start, paragraph.start, continues=True)
            self._carried = None
        marks = list(_MARKS.finditer(text, paragraph.start, paragraph.end))
        self._closer_ahead = self._single_closers_ahead(marks)
        for rank, mark in enumerate(marks):
            self._read(mark.group(), mark.start(), rank)

    @property
    def left_open(self) -> str | None:
        """Kind of the outermost quotation that the paragraph leaves open."""
        return next((entry.kind for entry in self._stack if entry.kind not in _SINGLE), None)

    def quotations(self) -> list[Quotation]:
        """Return the quotations that were closed."""
        return self._found

    def unclosed(self, keep: str | None) -> list[Quotation]:
        """Return the outermost quotation left open, up to the end of the paragraph."""
        kind = self.left_open if keep is None else keep
        for entry in self._stack:
            if entry.kind == kind and entry.content < self._span.end:
                content = Span(entry.content, self._span.end)
                span = Span(entry.start, self._span.end)
                return [Quotation(span, content, entry.continues)]
        return []

    def _read(self, mark: str, at: int, rank: int) -> None:
        before = self._text[at - 1] if at > self._span.start else " "
        behind = at + len(mark)
        after = self._text[behind] if behind < self._span.end else " "
        if len(mark) > 1:
            self._read_doubled(at, before, after)
            return
        if mark in "'’‘‛" and self._is_apostrophe(mark, at, before, after):
            return
        for kind in _CLOSES.get(mark, ()):
            if self._open[kind] and not (kind in _SINGLE and self._is_possessive(at, before, rank)):
                self._close(kind, at)
                return
        if mark == "”" and self._open["straight"] and not before.isspace():
            self._close("straight", at)
        elif mark in _STRAIGHT:
            self._read_straight(_STRAIGHT[mark], at, before, after, rank)
        elif mark in _OPENS and not after.isspace():
            self._push(_OPENS[mark], at, at + 1)
        elif mark == "”" and _is_edge(before) and after.isalnum():
            self._push("double", at, at + 1)

    def _read_doubled(self, at: int, before: str, after: str) -> None:
        """Read two apostrophes as the one mark for which they were typed."""
        for kind in (_TYPED, "double", "straight"):
            if self._open[kind] and not before.isspace():
                self._close(kind, at, width=2)
                return
        if _is_edge(before) and not after.isspace():
            self._push(_TYPED, at, at + 2)

    def _read_straight(self, kind: str, at: int, before: str, after: str, rank: int) -> None:
        opens = _is_edge(before) and not after.isspace()
        if self._open[kind] and not opens and not before.isspace():
            if kind == "straight" and self._is_inches(at):
                return
            if kind == "straight single" and (
                after.isalnum() or self._is_possessive(at, before, rank)
            ):
                return
            self._close(kind, at)
        elif kind == "straight" and self._open["double"] and not opens and not before.isspace():
            self._close("double", at)  # two hands typed “so"
        elif opens and (kind == "straight" or after.isalnum() or after in '"“'):
            self._push(kind, at, at + 1)

    def _push(self, kind: str, start: int, content: int, *, continues: bool = False) -> None:
        if start == self._span.start and self._carried == kind:
            continues, self._carried = True, None
        if self._stack and self._stack[-1].kind == kind:
            self._stack.pop()
            self._open[kind] -= 1
        self._stack.append(_Open(kind, start, content, continues))
        self._open[kind] += 1

    def _close(self, kind: str, at: int, *, width: int = 1) -> None:
        while True:
            entry = self._stack.pop()
            self._open[entry.kind] -= 1
            if entry.kind == kind:
                break
        if entry.content < at:
            span = Span(entry.start, at + width)
            self._found.append(Quotation(span, Span(entry.content, at), entry.continues))

    def _is_apostrophe(self, mark: str, at: int, before: str, after: str) -> bool:
        if before.isalnum() and after.isalnum():
            return True
        if _is_edge(before) and _CLIPPED.match(self._text, at):
            return True
        return mark == "‘" and before.isalnum()

    def _is_possessive(self, at: int, before: str, rank: int) -> bool:
        """Say whether the mark is the apostrophe of "the soldiers’ camp" and a closer follows."""
        after = self._text[at + 1 : at + 3]
        return (
            before in "sSzx"
            and len(after) == 2
            and after[0] == " "
            and after[1].islower()
            and self._closer_ahead[rank]
        )

    def _is_inches(self, at: int) -> bool:
        """Say whether the mark stands in a length such as 6'2"."""
        reach = self._text[max(self._span.start, at - 4) : at]
        return re.search(r"\d['’′]\d{1,2}$", reach) is not None

    def _single_closers_ahead(self, marks: list[re.Match[str]]) -> list[bool]:
        """Say for each mark whether a single closing mark follows before one opens."""
        ahead = [False] * len(marks)
        seen = False
        for rank in range(len(marks) - 1, -1, -1):
            ahead[rank] = seen
            at = marks[rank].start()
            if marks[rank].group() not in _SINGLES:
                continue
            before = self._text[at - 1] if at > self._span.start else " "
            after = self._text[at + 1] if at + 1 < self._span.end else " "
            if _is_edge(before) and not after.isspace():
                seen = False
            elif not before.isspace() and not after.isalnum():
                seen = True
        return ahead


def _is_edge(character: str) -> bool:
    """Say whether a quotation can open after `character`."""
    return character.isspace() or character in "([{—–-/:“\"‘'„«‹‚…¿¡"

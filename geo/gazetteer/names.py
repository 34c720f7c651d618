"""The form in which names are looked up, and the way back to the text as it was given.

Folding makes spellings equal that readers take for the same name: case, full-width and ligature
forms (NFKC), dashes, apostrophes, accents on Latin and Greek letters, the periods of "U.S." and
"St. Louis", line breaks and doubled spaces inside a paragraph. It never touches the text itself:
:func:`fold_with_offsets` tells for each folded position where it stands in the text.

Marks of other scripts keep their meaning (Cyrillic й, Japanese が, Indic vowel signs) and are only
brought into one form. Cost is linear in the text: a base letter keeps at most thirty marks (the
Stream-Safe Text Format of UAX #15), so a thousand of them cannot make normalising quadratic.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_MARKS_KEPT = 30
_OFFSET = "I"
_SAME = array(_OFFSET, range(1 << 14))
_MOST_FOLDED = 50_000
_APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u02bb\u02b9\u02b0\u2032\u00b4`\uff07\u05f3\ua78c"
_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02'
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u30fb\u00b7"
_UNIFIED = (
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_DASHES, "-")
)
_PRINTERS_MARKS = "\u2019\u201c\u201d\u2018\u2014\u2013"
"""What nearly all texts beyond ASCII have, and most nothing else; names have other letters."""
_LONG = 256
_UNDECOMPOSED = {
    "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ħ": "h", "ŋ": "n", "ŧ": "t", "ƒ": "f", "ə": "a", "ɓ": "b", "ɗ": "d", "ƴ": "y", "ҋ": "й",
}  # fmt: skip
# Invisible in print: soft hyphen, zero-width and bidi controls, BOM, variation selectors.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
# A base with what is written on top of it: combining marks, or the jamo of one Hangul syllable.
_MARK = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u3099\u309a"
_JAMO = "\u1160-\u11ff"
_CLUSTER = re.compile(f"[^{_MARK}{_JAMO}][{_MARK}{_JAMO}]+|[{_MARK}{_JAMO}]+")
_MARKED = re.compile(f"[{_MARK}{_JAMO}]")
_IMPROPER_BASE = re.compile(f"{_INVISIBLE.pattern}|[{_MARK}]")
_ACRONYM = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")
_SHORTENED = re.compile(r"(?<![^\W_])(?:st|ste|mt|mts|ft|pt)\.[ -]")
_MAYBE_IDLE = re.compile(r"\.(?=.\.|(?<=(?:st|te|mt|ts|ft|pt)\.)[ -])")
_ODD_SPACE = re.compile(r"[^\S\n ]")
_SPACE_RUN = re.compile(r"\s+")
_LONE_LINE_FEED = re.compile(r"\n(?<!\n\n)(?!\n)")
_STRETCH = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_BEYOND_ASCII = re.compile(r"([^\x00-\x7f]+)")
_FEW = 12
_LINE_BREAK = re.compile(r"\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]")
_SLOW = re.compile(f"{_INVISIBLE.pattern}|[{_MARK}{_JAMO}]")


def fold(text: str) -> str:
    """Return the form of a name under which it is looked up.

    Examples
    --------
    >>> fold("São  Paulo"), fold("U.S."), fold("Xi’an"), fold("Ust–Luga"), fold("St. Louis")
    ('sao paulo', 'us', "xi'an", 'ust-luga', 'st louis')
    """
    if text.isascii():
        folded = text.lower()
    else:
        folded = _fold_evenly(text) or _fold_clusters(text)[0]
    if "." in folded or "\n" in folded or _has_odd_space(folded):
        folded = _drop_periods(_fold_space(FoldedText(folded, folded, range(len(folded) + 1))))[0]
    return folded.strip(" \n")


class FoldedText(NamedTuple):
    """A folded text beside what it was folded from.

    Parameters
    ----------
    folded : str
    printed : str
        As long as `folded`: the letter of the text that each letter of it came from.
    offsets : sequence of int
        ``len(folded) + 1`` positions in the text.
    """

    folded: str
    printed: str
    offsets: Sequence[int]


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """Fold a text and map every position back.

    Parameters
    ----------
    text : str
        Any string, hostile ones too; it is not changed.

    Returns
    -------
    folded : str
    offsets : sequence of int
        ``len(folded) + 1`` entries; ``text[offsets[a]:offsets[b]]`` is what ``folded[a:b]`` was
        folded from. Marks stay with their letter, the period of "U.S." with its abbreviation.

    Examples
    --------
    >>> folded, offsets = fold_with_offsets("in the U.S. today")
    >>> folded, offsets[folded.index("us") + 2]
    ('in the us today', 11)
    """
    folded = fold_text(text)
    return folded.folded, folded.offsets


def fold_text(text: str) -> FoldedText:
    """Fold a text as :func:`fold_with_offsets` does, and keep beside it how it was printed."""
    even = text.lower() if text.isascii() else _fold_evenly(text)
    if even is None:
        folded, offsets = _fold_clusters(text)
        out = FoldedText(folded, "".join(map(text.__getitem__, offsets[:-1])), offsets)
    else:
        out = FoldedText(even, text, range(len(text) + 1))
    out = _fold_space(out)
    return _drop_periods(out) if "." in out.folded else out


def visible_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a span so that it begins and ends with something that can be seen."""
    while start < end and (_INVISIBLE.match(text[start]) or text[start].isspace()):
        start += 1
    while end > start and (_INVISIBLE.match(text[end - 1]) or text[end - 1].isspace()):
        end -= 1
    return start, end


class _Folded(dict[str, str]):
    """What single letters fold to, filled as they are met."""

    def __missing__(self, char: str) -> str:
        form = _fold_char(char)
        if len(self) < _MOST_FOLDED:
            self[char] = form
        return form


_FOLDED = _Folded()


def _fold_evenly(text: str) -> str | None:
    """Fold a text letter for letter, or return None where a letter folds to none or to several.

    A name is folded letter by letter. Most of a text is plain ASCII and is folded in long pieces:
    at once where the few other letters, mostly quotation marks and dashes, fold to ASCII too.
    """
    if len(text) <= _LONG:
        return _fold_letters(text)
    plain = text
    for char in _PRINTERS_MARKS:
        plain = plain.replace(char, _UNIFIED[char])
    if plain.isascii():
        return plain.lower().replace("`", "'")
    others = set(_NON_ASCII.findall(plain))
    if _SLOW.search("".join(others)) is not None or any(len(_FOLDED[char]) != 1 for char in others):
        return None
    if len(others) <= _FEW:
        even = plain
        for char in others:
            even = even.replace(char, _FOLDED[char])
        if even.isascii():
            return even.lower().replace("`", "'")
    parts = _BEYOND_ASCII.split(plain)
    parts[::2] = [part.lower().replace("`", "'") for part in parts[::2]]
    parts[1::2] = ["".join(map(_FOLDED.__getitem__, part)) for part in parts[1::2]]
    return "".join(parts)


def _fold_letters(name: str) -> str | None:
    letters = [*map(_FOLDED.__getitem__, name)]
    even = len(letters) == sum(map(len, letters)) and "" not in letters
    return "".join(letters) if even and _SLOW.search(name) is None else None


def _fold_char(char: str) -> str:
    """Fold one letter, or one letter with its marks."""
    if char in _UNIFIED:
        return _UNIFIED[char]
    form = unicodedata.normalize("NFKC", char).casefold()
    if form.isspace() and not char.isspace():
        return " "
    out: list[str] = []
    bare = False
    for part in unicodedata.normalize("NFD", form):
        if unicodedata.combining(part) and "\u0300" <= part <= "\u036f":
            # Russian print drops the dots of ё and the stress accent; й is a letter of its own.
            if bare or (out and out[-1] in "еЕ") or part in "\u0300\u0301":
                continue
        else:
            bare = part < "\u0400" or "\u1d00" <= part < "\u2000"
        out.append(_UNIFIED.get(part) or _UNDECOMPOSED.get(part, part))
    return unicodedata.normalize("NFC", "".join(out))


def _fold_clusters(text: str) -> tuple[str, Sequence[int]]:
    """Fold with marks joined to their base and invisible letters left out.

    A letter with all its marks is folded as one; marks without a letter are dropped.
    """
    pieces: list[str] = []
    offsets = array(_OFFSET)
    same = _as_array(range(len(text) + 1))
    position = 0
    clusters = _CLUSTER.finditer(text) if _MARKED.search(text) else ()
    for match in clusters:
        _fold_plain(text, position, match.start(), same, pieces, offsets)
        position = match.end()
        cluster = match[0]
        if cluster[0].isspace():
            form = _FOLDED[cluster[0]]
        elif _IMPROPER_BASE.match(cluster):
            continue
        else:
            form = _FOLDED[cluster] if len(cluster) == 1 else _fold_char(cluster[: _MARKS_KEPT + 1])
        pieces.append(form)
        offsets.extend(same[match.start() : match.start() + 1] * len(form))
    _fold_plain(text, position, len(text), same, pieces, offsets)
    offsets.append(len(text))
    return "".join(pieces), offsets


def _fold_plain(
    text: str, start: int, end: int, same: "array[int]", pieces: list[str], offsets: "array[int]"
) -> None:
    """Fold a stretch without marks, plain ASCII in long pieces."""
    for match in _STRETCH.finditer(text, start, end):
        left, right = match.span()
        stretch = match[0]
        if stretch < "\x80":
            pieces.append(stretch.lower().replace("`", "'"))
            offsets.extend(same[left:right])
        elif not _INVISIBLE.match(stretch):
            form = _FOLDED[stretch]
            pieces.append(form)
            offsets.extend(same[left:right] * len(form))


def _has_odd_space(folded: str) -> bool:
    """Tell whether there is white space beyond single blanks and bare line feeds."""
    if "  " in folded or " \n" in folded or "\n " in folded:
        return True
    if folded.replace("\n", " ").isprintable():
        return False
    return _ODD_SPACE.search(folded) is not None


def _fold_space(text: FoldedText) -> FoldedText:
    """Make each run of white space one blank, or two line feeds where a paragraph ends."""
    if _has_odd_space(text.folded):
        return _replace(text, _space_runs(text.folded))
    if "\n\n" in text.folded:
        return text._replace(folded=_LONE_LINE_FEED.sub(" ", text.folded))
    return text._replace(folded=text.folded.replace("\n", " "))


def _space_runs(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of white space that is no single blank, and what to write instead."""
    for match in _SPACE_RUN.finditer(folded):
        if match[0] != " ":
            paragraph_ends = len(_LINE_BREAK.findall(match[0])) > 1
            yield *match.span(), "\n\n" if paragraph_ends else " "


def _replace(text: FoldedText, runs: Iterable[tuple[int, int, str]]) -> FoldedText:
    """Write something else in place of stretches, which stands where each of them began."""
    folded: list[str] = []
    printed: list[str] = []
    kept, offsets = array(_OFFSET), _as_array(text.offsets)
    position = 0
    for start, end, instead in runs:
        folded += (text.folded[position:start], instead)
        printed += (text.printed[position:start], instead)
        kept.extend(offsets[position:start])
        kept.extend(offsets[start : start + 1] * len(instead))
        position = end
    if not folded:
        return text
    folded.append(text.folded[position:])
    printed.append(text.printed[position:])
    kept.extend(offsets[position:])
    return FoldedText("".join(folded), "".join(printed), kept)


def _as_array(offsets: Sequence[int]) -> "array[int]":
    """Return offsets as an array, whose slices are copied at once and not number by number."""
    if isinstance(offsets, array):
        return offsets
    return _SAME[: len(offsets)] if len(offsets) <= len(_SAME) else array(_OFFSET, offsets)


def _drop_periods(text: FoldedText) -> FoldedText:
    """Write "u.s." as "us" and "st. louis" as "st louis"."""
    return _replace(text, ((at, at + 1, "") for at in _idle_periods(text.folded)))


def _idle_periods(folded: str) -> Iterator[int]:
    """Yield where a period belongs to an abbreviation: "u.s.", "st. louis"."""
    done = 0
    for period in _MAYBE_IDLE.finditer(folded):
        at = period.start()
        if at < done:
            continue
        acronym = _ACRONYM.match(folded, at - 1) if at else None
        if acronym is not None:
            done = acronym.end()
            yield from range(at, done, 2)
        elif _SHORTENED.search(folded, max(0, at - 4), at + 2):
            yield at


_VARIANT_WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_VARIANT_LETTERS = frozenset(word[0] for word in _VARIANT_WORDS)


_ARTICLE = re.compile(r"\b(?:a[dlnrstz]|ash|ath|adh|el)[ -](?!der\b|den\b)(?=\w)")
"""The Arabic article as it is romanised before one letter or another: "An Nu'man", "ash-Shaykh"."""


def _with_article(key: str) -> list[str]:
    """Return a name with the article as news prints it: "al-", "al ", without soft signs.

    Examples
    --------
    >>> _with_article("ma'arrat an nu'man")
    ["ma'arrat al-nu'man", "ma'arrat al nu'man", 'maarrat al-numan', 'maarrat al numan']
    """
    forms = [_ARTICLE.sub("al-", key), _ARTICLE.sub("al ", key)]
    if "'" in key:
        forms += [form.replace("'", "") for form in forms]
    return [form for form in forms if form != key]


def keys_of(name: str) -> tuple[str, ...]:
    """Return the folded forms under which a name of the gazetteer is found.

    Hyphens may be written as blanks, "Saint", "Mount" and "Fort" be shortened, "&" stand for "and",
    and the Arabic article be written in several ways. Names that are one letter of an alphabet, or
    figures only, are never looked up.

    Examples
    --------
    >>> keys_of("Saint-Denis")
    ('saint-denis', 'saint denis', 'st-denis', 'st denis')
    """
    folded = fold(name)
    if not folded or folded.isdigit() or "\n" in folded:
        return ()
    if len(folded) == 1 and folded < "\u2e80":
        return ()
    keys = [folded]
    if "-" in folded:
        keys.append(folded.replace("-", " ").strip())
    if (folded[0] in "ae" or " a" in folded) and _ARTICLE.search(folded):
        keys += _with_article(folded)
    if folded[0] not in _VARIANT_LETTERS and "&" not in folded:
        return tuple(keys)
    for key in tuple(keys):
        head, separator, tail = key.partition(" ")
        if not separator or head not in _VARIANT_WORDS:
            head, separator, tail = key.partition("-")
        if separator and head in _VARIANT_WORDS and tail:
            keys.append(f"{_VARIANT_WORDS[head]}{separator}{tail}")
        if " & " in key:
            keys.append(key.replace(" & ", " and "))
    return tuple(dict.fromkeys(keys))


_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr",
    "CJK": "Hani", "HANGUL": "Hang", "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "THAI": "Thai",
    "DEVANAGARI": "Deva", "BENGALI": "Beng", "TAMIL": "Taml", "TELUGU": "Telu", "GEORGIAN": "Geor",
    "ARMENIAN": "Armn", "MYANMAR": "Mymr", "KHMER": "Khmr", "LAO": "Laoo", "ETHIOPIC": "Ethi",
    "TIBETAN": "Tibt", "MONGOLIAN": "Mong", "GUJARATI": "Gujr", "GURMUKHI": "Guru",
    "KANNADA": "Knda", "MALAYALAM": "Mlym", "ORIYA": "Orya", "SINHALA": "Sinh",
}  # fmt: skip


def script_tag(name: str) -> str:
    """Return the BCP 47 tag of a name whose language is not known, by its first letter.

    Examples
    --------
    >>> script_tag("Kursk"), script_tag("Курск")
    ('und-Latn', 'und-Cyrl')
    """
    if name.isascii():
        return "und-Latn"
    for char in name:
        if tag := _TAGS[char]:
            return tag
    return "und"


class _Tags(dict[str, str]):
    """The tag of a letter's script, empty for what is no letter; filled as letters are met."""

    def __missing__(self, char: str) -> str:
        word = unicodedata.name(char, "").split(" ")[0]
        self[char] = tag = f"und-{_SCRIPTS.get(word, 'Zyyy')}" if char.isalpha() else ""
        return tag


_TAGS = _Tags()

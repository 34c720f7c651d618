"""Tell English from other languages, by script and by function words."""

import re
from collections import Counter
from functools import cache

from reading.lexicon import rows

_SAMPLE = 4_000
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 400
_MINIMUM_HITS = 3
_MINIMUM_LETTERS = 10

# First code point, last code point, the language most news in that script is written in, and
# whether function words have to tell it from others.
_SCRIPTS = (
    ("Latin", 0x0041, 0x024F, "und"),
    ("Latin", 0x1E00, 0x1EFF, "und"),
    ("Greek", 0x0370, 0x03FF, "el"),
    ("Cyrillic", 0x0400, 0x052F, "ru"),
    ("Armenian", 0x0530, 0x058F, "hy"),
    ("Hebrew", 0x0590, 0x05FF, "he"),
    ("Arabic", 0x0600, 0x077F, "ar"),
    ("Devanagari", 0x0900, 0x097F, "hi"),
    ("Bengali", 0x0980, 0x09FF, "bn"),
    ("Tamil", 0x0B80, 0x0BFF, "ta"),
    ("Thai", 0x0E00, 0x0E7F, "th"),
    ("Myanmar", 0x1000, 0x109F, "my"),
    ("Georgian", 0x10A0, 0x10FF, "ka"),
    ("Ethiopic", 0x1200, 0x139F, "am"),
    ("Khmer", 0x1780, 0x17FF, "km"),
    ("Kana", 0x3040, 0x30FF, "ja"),
    ("Han", 0x4E00, 0x9FFF, "zh"),
    ("Hangul", 0xAC00, 0xD7AF, "ko"),
)
_TOLD_BY_WORDS = {"Latin": None, "Cyrillic": frozenset(("bg", "ru", "sr", "uk"))}


def language_of(text: str) -> str:
    """Return the language of `text` as a BCP 47 primary subtag, ``"und"`` where it cannot be told.

    The script with most letters decides; within Latin and Cyrillic, the language whose function
    words stand most often in the first 4,000 characters. Sharper than that it need not be: what
    follows only asks whether a text is English.

    Examples
    --------
    >>> language_of("The river rose and the bridge was closed."), language_of("Kursk")
    ('en', 'und')
    """
    sample = text[:_SAMPLE]
    scripts: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        script = _script(character) if character.isalpha() else None
        if script is not None:
            scripts[script] += count
    if not scripts:
        return "und"
    winner, letters = max(scripts.items(), key=lambda item: (item[1], item[0]))
    if "Kana" in scripts and winner == "Han":
        winner = "Kana"
    if letters < _MINIMUM_LETTERS and winner in _TOLD_BY_WORDS:
        return "und"
    if winner not in _TOLD_BY_WORDS:
        return next(language for name, _, _, language in _SCRIPTS if name == winner)
    return _by_words(sample, winner)


def reads_as_english(language: str, text: str) -> bool:
    """Say whether claims are looked for: in English, and in what is too short to tell.

    Examples
    --------
    >>> reads_as_english("und", "Floods hit Lagos, officials said."), reads_as_english("de", "")
    (True, False)
    """
    return language == "en" or (language == "und" and len(text) <= _SHORT)


def _by_words(sample: str, script: str) -> str:
    among = _TOLD_BY_WORDS[script]
    hits: Counter[str] = Counter()
    for word, count in Counter(_WORD.findall(sample.lower())).items():
        for language in _languages_of_word().get(word, ()):
            hits[language] += count
    found = {k: n for k, n in hits.items() if among is None or k in among}
    best = max(found.values(), default=0)
    if best < _MINIMUM_HITS:
        return "und" if script == "Latin" else "ru"
    winners = sorted(language for language, count in found.items() if count == best)
    return "en" if "en" in winners else winners[0]


def _script(character: str) -> str | None:
    point = ord(character)
    if point < 0x0250:
        return "Latin"
    for name, first, last, _ in _SCRIPTS:
        if first <= point <= last:
            return name
    return None


@cache
def _languages_of_word() -> dict[str, tuple[str, ...]]:
    languages: dict[str, list[str]] = {}
    for row in rows("function_words"):
        for word in row["words"].split():
            languages.setdefault(word, []).append(row["language"])
    return {word: tuple(found) for word, found in languages.items()}

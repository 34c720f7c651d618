"""No pattern of reading can be made to hang: none nests one unbounded repeat in another."""

import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
import warnings
from functools import _lru_cache_wrapper

import pytest

import reading

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import re._constants as codes
    import re._parser as parser

UNBOUNDED = 64


def modules():
    found = pkgutil.walk_packages(reading.__path__, prefix="reading.")
    return [importlib.import_module(info.name) for info in found]


def patterns():
    """Every compiled pattern that a module holds, or that a cached function of it makes."""
    known = {}
    for module in modules():
        for name, value in vars(module).items():
            made = value
            if isinstance(value, _lru_cache_wrapper):
                hints = value.__wrapped__.__annotations__
                if set(hints) != {"return"} or "Pattern" not in str(hints["return"]):
                    continue
                made = value()
            if isinstance(made, re.Pattern):
                known[f"{module.__name__}.{name}"] = made
    return known


def nested(tree, inside=False):
    """Say whether a repeat without a small bound stands inside another that varies too."""
    for code, value in tree:
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
            low, high, inner = value
            varies = high != low and high > 1
            long = varies and (high == codes.MAXREPEAT or int(high) > UNBOUNDED)
            if long and inside:
                return True
            if nested(inner, inside or (varies and (high == codes.MAXREPEAT or int(high) > 1))):
                return True
        elif code is codes.BRANCH:
            if any(nested(branch, inside) for branch in value[1]):
                return True
        elif code is codes.SUBPATTERN:
            if nested(value[3], inside):
                return True
        elif code in {codes.ASSERT, codes.ASSERT_NOT}:
            if nested(value[1], inside):
                return True
        elif code is codes.ATOMIC_GROUP and nested(value, inside):
            return True
    return False


def test_the_lint_knows_a_nested_repeat():
    assert nested(parser.parse(r"(\w+\s?)+,"))
    assert nested(parser.parse(r"(?:a|b*)*"))
    assert not nested(parser.parse(r"\w+\s+\w+"))
    assert not nested(parser.parse(r"(?:,\d{3}){1,6}"))


def test_patterns_are_found():
    assert "reading.segment._STOPS" in patterns()
    assert "reading.quantities.numbers._sums_and_words" in patterns()


@pytest.mark.parametrize("name", sorted(patterns()))
def test_no_pattern_nests_repeats(name):
    pattern = patterns()[name]
    source = pattern.pattern
    assert not nested(parser.parse(source, pattern.flags))


SIZE = 100_000
HOSTILE = {
    "digits": "1" * SIZE,
    "groups": "1,111" * (SIZE // 5),
    "thin groups": "1 111 " * (SIZE // 6),
    "number words": "twenty-" * (SIZE // 7),
    "and": "one and " * (SIZE // 8),
    "hundreds": "hundred " * (SIZE // 8),
    "months": "October " * (SIZE // 8),
    "weekdays": "Monday to " * (SIZE // 10),
    "years": "2014-" * (SIZE // 5),
    "parts": "early mid-" * (SIZE // 10),
    "spaces": "in the " + " " * SIZE + "week",
    "quotes": "“‘\"'" * (SIZE // 4),
    "stops": ". " * (SIZE // 2),
    "initials": "A. " * (SIZE // 3),
    "letters": "a" * SIZE,
    "hyphens": "a-" * (SIZE // 2),
    "dashes": "LIMA — " * (SIZE // 7),
    "marks": "e" + "\u0301" * SIZE,
    "money": "$" * SIZE,
    "past": "the past " * (SIZE // 9),
    "counts": "3 weeks ago " * (SIZE // 12),
    "soldiers": "12 North Korean " * (SIZE // 16),
    "names": "Kim " * (SIZE // 4),
    "newlines": "\n" * SIZE,
}
READ = """
import json, sys, datetime as dt
from reading.article import read_article
from reading.errors import ReadingError
from reading.quantities import quantities
from reading.segment import segment
from reading.timex import time_expressions
for name, text in json.load(sys.stdin).items():
    print(name, flush=True)
    try:
        article = read_article(text)
    except ReadingError:
        continue
    for sentence in segment(article).sentences:
        window = sentence.span.start, sentence.span.end
        times = time_expressions(text, *window, dt.date(2024, 10, 24))
        quantities(text, *window, tuple(e.span for e in times))
"""


def test_hostile_text_is_read_to_its_end():
    done = subprocess.run(
        [sys.executable, "-c", READ],
        input=json.dumps(HOSTILE),
        capture_output=True,
        text=True,
        timeout=10 * len(HOSTILE),
        check=False,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == list(HOSTILE)

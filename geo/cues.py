"""The names of the reasons that recognition finds around a name and resolution weighs.

They stand in `Toponym.rules` and, with their weights, among the evidence that the reader sees.
"""

from typing import Final

LOCATIVE: Final = "locative preposition"
OF: Final = "of"
TYPED: Final = "kind of place named"
DATELINE: Final = "dateline"
ATTRIBUTIVE: Final = "attributive"
INSTITUTION: Final = "in an institution's name"
PERSON: Final = "person"
SURNAME: Final = "surname seen"
SPEAKS: Final = "speaks"
UNKNOWN_LEFT: Final = "unknown name before"
UNKNOWN_RIGHT: Final = "unknown name after"
COMMON: Final = "common word"
COMMON_HERE: Final = "common word that holds something"
LOWER_ELSEWHERE: Final = "lower case elsewhere"
SENTENCE_START: Final = "sentence start"
HEADLINE: Final = "headline"
BRAND: Final = "brand"
MEDIUM: Final = "in a newspaper's name"
STREET: Final = "street"
LANDMARK: Final = "landmark"
ACRONYM: Final = "acronym"
PARTY: Final = "party before the seat"
FIRST_NAME: Final = "first name"
WORD_LEFT: Final = "capitalised word before"
LOCAL_FEATURE: Final = "local feature"
UNLISTED: Final = "unlisted"
LISTED: Final = "listed with places"
ARTICLE: Final = "after the article"

SUPPORTING: Final = frozenset({LOCATIVE, OF, TYPED, DATELINE, ATTRIBUTIVE, PARTY, LISTED})
"""Cues that speak for a place."""

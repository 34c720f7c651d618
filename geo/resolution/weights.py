"""Every number that resolution is set by: log-odds unless the name says otherwise.

A name's score as a place is what its most probable place is worth plus what its context says; its
score as *this* place adds what the rest of the text says. The thirty numbers were chosen by
hand, one at a time, on two development corpora; no model is trained and nothing else is fitted.
"""

from typing import Final

# How probable it is that a name means a place of this kind at all.
COUNTRY: Final = 2.0
RANK: Final = 1.3  # a first-order division, or a capital
REGION: Final = 1.0
PEOPLE_PER_DECADE: Final = 0.65  # per tenfold population, from a village of a thousand
VARIANT_NAME: Final = -1.8
UNKNOWN_PEOPLE: Final = 400_000  # of divisions and regions, where the gazetteer does not say
METROPOLIS_SHARE: Final = 0.2  # of a division's people, from which its name means the city first

# What the words around say about it being a place.
PLACE_CUE: Final = 1.6  # "in X"
STRONG_CUE: Final = 2.1  # "X County", "X, Texas", a dateline
WEAK_CUE: Final = 0.7  # "of X", "X police"
PERSON_CUE: Final = -6.0
SURNAME_CUE: Final = -3.2  # the text has a person of that name
NAME_CUE: Final = -2.3  # an unknown name beside it, a brand, an acronym; of towns, "the X"
COMMON_WORD: Final = -2.5
DOUBT: Final = -1.0  # sentence start, headline, "in Reading"

# What the rest of the text says about which place it is.
QUALIFIED: Final = 8.0  # "X, Texas"
DIVISION_NAMED: Final = 1.75
COUNTRY_NAMED: Final = 0.85
CAPITAL_NAMED: Final = 3.0  # the capital of a country that the text names
VOTE: Final = 1.5  # per natural logarithm of other names that could lie in the same division
NEAR: Final = 1.2
HAMLET_SHARE: Final = 0.25  # of both, where a famous place has the name too
HOME: Final = 1.5  # taken off a small town in a country that the text says nothing else of
NATIVE: Final = 0.7  # a town in a division that other names of the text lie in
TYPE_MATCH: Final = 4.0  # "region" and an admin-1, "county" and a county

# From scores to decisions.
BIAS: Final = -0.8
SHARE: Final = 0.8  # of the best mention's cues that others inherit; of a town's sureness, a street
SLOPE: Final = 0.95
MARGIN_SLOPE: Final = 1.7
CERTAINTY: Final = 0.94  # even the clearest name is sometimes meant otherwise

"""The thread of a report that a claim without a place continues."""

import pytest


@pytest.mark.parametrize("clauses", [3, 1000])
def test_each_clause_of_a_sentence_however_long_takes_its_place_from_those_before(pin, clauses):
    claims = pin(f"Two bridges collapsed in Odesa{'; and they burned' * clauses}.")
    assert {claim.where.place for claim in claims} == {"Odesa"}
    assert [claim.where.place_explicit for claim in claims] == [True, *[False] * clauses]

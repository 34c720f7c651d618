"""The search for reference cycles is put off for a while, and always put on again."""

import gc

import pytest

from geo.pauses import no_cycle_search


def test_the_search_pauses_and_goes_on_even_after_an_error():
    assert gc.isenabled()
    with no_cycle_search():
        assert not gc.isenabled()
        with no_cycle_search():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), no_cycle_search():
        raise KeyError
    assert gc.isenabled()


def test_who_has_put_it_off_for_good_keeps_it_off():
    gc.disable()
    try:
        with no_cycle_search():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

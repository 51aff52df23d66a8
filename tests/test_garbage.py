"""The pause of garbage collection ends in any case, and only with the outermost block."""

import gc

import pytest

from generator.garbage import pause_collection


def test_collection_is_paused_until_the_outermost_block_ends() -> None:
    with pause_collection():
        with pause_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collection_goes_on_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), pause_collection():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_collection_that_was_off_before_stays_off() -> None:
    gc.disable()
    try:
        with pause_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_pause_decorates_functions() -> None:
    assert not pause_collection()(gc.isenabled)()
    assert gc.isenabled()

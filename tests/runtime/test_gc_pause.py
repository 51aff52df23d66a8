"""The pause of garbage collection ends in any case, and only with the outermost block; it may be interrupted."""

import gc

import pytest

from generator.runtime.gc_pause import pause_collection, resume_collection


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


def test_a_pause_goes_on_after_an_error() -> None:
    with pause_collection():
        with pytest.raises(ZeroDivisionError), resume_collection():
            raise ZeroDivisionError
        assert not gc.isenabled()


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


def test_collection_is_resumed_within_a_pause() -> None:
    with pause_collection():
        with resume_collection():
            assert gc.isenabled()
        assert not gc.isenabled()


def test_what_was_there_before_is_left_out_until_the_block_ends() -> None:
    with pause_collection():
        with resume_collection():
            assert gc.get_freeze_count() > 0
        assert gc.get_freeze_count() == 0

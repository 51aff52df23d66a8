"""Python's search for garbage, kept out of the way while millions of objects are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collection() -> Iterator[None]:
    """Look for no garbage in reference cycles until the block ends; may be nested, and may decorate a function.

    Loading, scoring, judging and rendering make none, yet a quarter of their time went into looking for it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def resume_collection() -> Iterator[None]:
    """Look for garbage among what is made until the block ends, and leave all that was there before out of it.

    It stands within a pause: MkDocs makes garbage, and its pages are searched faster without all the projects.
    """
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.disable()
        gc.unfreeze()

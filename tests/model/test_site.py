"""Who publishes, and for whom."""

from generator.model.form import Status
from generator.model.site import Edition


def test_the_public_sees_what_was_published_and_that_something_was_withdrawn() -> None:
    assert {status for status in Status if Edition.PUBLIC.shows(status)} == {
        Status.PUBLISHED,
        Status.WITHDRAWN,
    }


def test_the_internal_edition_shows_all() -> None:
    assert all(Edition.INTERNAL.shows(status) for status in Status)

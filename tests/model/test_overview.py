"""What becomes of lost points and of calls for forms has a word for people."""

from generator.model.overview import Filing, FollowUp


def test_everything_that_is_shown_has_a_word_of_its_own() -> None:
    for kind in (FollowUp, Filing):
        words = [one.word for one in kind]
        assert len(set(words)) == len(words)

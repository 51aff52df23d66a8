"""How a row came out, in words."""

from generator.model.assessment import Outcome


def test_every_outcome_has_a_word_of_its_own() -> None:
    assert len({outcome.word for outcome in Outcome}) == len(Outcome)

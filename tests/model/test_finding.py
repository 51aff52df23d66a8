"""The tiers of findings: what they are called, and which is the graver."""

from generator.model.finding import Severity


def test_every_tier_has_a_word_of_its_own() -> None:
    assert len({severity.word for severity in Severity}) == len(Severity)


def test_the_gravest_tier_comes_first() -> None:
    assert sorted(Severity, key=lambda one: one.rank) == [Severity.ERROR, Severity.WARNING, Severity.ADVICE]

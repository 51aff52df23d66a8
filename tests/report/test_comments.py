"""How much a comment may hold."""

from generator.report.comments import measure, take


def test_a_text_is_measured_with_the_line_break_after_it() -> None:
    assert [measure(text) for text in ("", "a", "甲", "𠮷", "\ud800")] == [1, 2, 2, 3, 2]


def test_texts_are_taken_whole_for_as_long_as_there_is_room() -> None:
    assert list(take(["甲乙", "丙", "丁"], 5)) == ["甲乙", "丙"]
    assert list(take(["甲乙"], 2)) == []

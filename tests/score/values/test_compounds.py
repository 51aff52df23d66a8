"""Several quantities in one cell."""

import pytest

from generator.score.values.compounds import read_compound
from generator.score.values.normalising import normalise_text
from tests.score.values.notation import write_value

PRIZES = (
    "党组织一等奖10家、二等奖10家、三等奖20家；党务干部一等奖10名、二等奖20名、三等奖20名；"
    "信息员一等奖5名、二等奖10名、三等奖10名"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培训2场、100人", "2 场 + 100 人"),
        ("1,200人，3场", "1200 人 + 3 场"),
        ("党务干部140、信息员65", "140 [党务干部] + 65 [信息员]"),
        ("满意度95%；合格率100%", "0.95 share [满意度] + 1 share [合格率]"),
        ("2场+3场", "2 场 + 3 场"),
    ],
)
def test_parts_with_their_names(text: str, expected: str) -> None:
    compound = read_compound(normalise_text(text))
    assert compound is not None
    assert write_value(compound) == expected


def test_the_longest_one_that_was_seen() -> None:
    compound = read_compound(normalise_text(PRIZES))
    assert compound is not None
    assert [part.number for part in compound.parts] == [10, 10, 20, 10, 20, 20, 5, 10, 10]
    assert compound.parts[3].label == "党务干部一等奖"


@pytest.mark.parametrize(
    "text", ["100人", "1,2", "12,34", "完成100%,达标", "1次、及时", "、、", "3月、9月", "10日、25日"]
)
def test_one_piece_that_is_no_quantity_spoils_it(text: str) -> None:
    assert read_compound(text) is None

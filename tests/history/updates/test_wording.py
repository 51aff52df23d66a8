"""What differs between two versions, in words."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.updates.versions import Version
from generator.history.updates.wording import describe_differences
from generator.model.form import Form, Status
from generator.model.site import Edition


def version(status: Status = Status.PUBLISHED, **cells: Any) -> Version:
    return Version(status, cells)


def describe(before: dict[str, Any], after: dict[str, Any], edition: Edition = Edition.PUBLIC) -> list[str]:
    return list(describe_differences(version(**before), version(**after), edition))


ROWS: list[dict[str, Any]] = [
    {"name": "甲", "target": "1", "score": Decimal(5)},
    {"name": "乙", "target": "2"},
]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({}, {}, []),
        ({"name": "甲"}, {"name": "乙"}, ["改了项目名称"]),
        ({"funds": {"weight": 10}}, {}, ["改了项目资金"]),
        ({}, {"goals": [{}], "source": "s"}, ["改了数据来源、年度总体目标"]),
        (
            {"indicators": ROWS},
            {"indicators": [{**row, "target": "9", "actual": "9"} for row in ROWS]},
            ["改了年度指标值（2 行）、实际完成值（2 行）"],
        ),
        (
            {"indicators": ROWS},
            {"indicators": [{**ROWS[0], "score": Decimal(4)}, ROWS[1]]},
            ["改了得分（1 行）"],
        ),
        ({"indicators": ROWS}, {"indicators": ROWS[:1]}, ["改了指标（由 2 行改为 1 行）"]),
        ({"indicators": ROWS}, {}, ["改了绩效指标"]),
        ({"indicators": ROWS}, {"indicators": "odd"}, ["改了绩效指标"]),
        ({"indicators": ROWS}, {"indicators": [ROWS[0], "odd"]}, ["改了指标（由 2 行改为 1 行）"]),
        (
            {"reported": {"total": Decimal("96.50")}},
            {"reported": {"total": 95}},
            ["改了表上印出的结果", "表上的总分由 96.5 改为 95"],
        ),
        (
            {"reported": {"total": 95}},
            {"reported": {"total": Decimal("95.0"), "grade": "优"}},
            ["改了表上印出的结果"],
        ),
        ({"reported": {"total": 95}}, {"reported": {}}, ["改了表上印出的结果"]),
        ({"reported": {"total": 95}}, {"reported": {"total": "无"}}, ["改了表上印出的结果"]),
        ({"reported": {"total": 95}}, {"reported": {"total": True}}, ["改了表上印出的结果"]),
        ({"reported": {"total": 95}}, {"reported": {"total": 10**30}}, ["改了表上印出的结果"]),
        ({"reported": {"total": 95}}, {"reported": {"total": Decimal("nan")}}, ["改了表上印出的结果"]),
        ({"reported": {"total": 95}}, {"reported": 95}, ["改了表上印出的结果"]),
        ({"score": Decimal("1.0")}, {"score": 1, "unknown": "cell"}, []),
    ],
)
def test_each_part_that_differs_is_named(
    before: dict[str, Any], after: dict[str, Any], words: list[str]
) -> None:
    assert describe(before, after) == words


def test_a_number_written_otherwise_is_no_difference() -> None:
    assert describe({"funds": {"weight": Decimal("10.0")}}, {"funds": {"weight": 10}}) == []


def test_what_only_the_internal_edition_has_differs_only_there() -> None:
    before: dict[str, Any] = {"reviews": []}
    after = {"reviews": [{"by": "a"}], "internal": {"a": "b"}}
    assert describe(before, after) == []
    assert describe(before, after, Edition.INTERNAL) == ["改了审核意见、内部信息"]


def test_nothing_of_the_texts_themselves_is_told() -> None:
    secret = {key: "秘密" for key in Form.model_fields if key not in ("status", "reported")}
    rows = {"indicators": [{"name": "秘密", "target": "秘密"}]}
    other = dict.fromkeys(secret, "改过")
    for edition in Edition:
        for before, after in ((secret, other), (secret | rows, other | {"indicators": [{"name": "改过"}]})):
            words = "".join(describe(before, after, edition))
            assert "改了" in words
            assert "秘密" not in words


@given(
    *(
        [
            st.dictionaries(
                st.sampled_from(sorted(Form.model_fields)),
                st.recursive(
                    st.none()
                    | st.integers()
                    | st.text(max_size=3)
                    | st.booleans()
                    | st.decimals(allow_nan=False),
                    lambda inner: (
                        st.lists(inner, max_size=3)
                        | st.dictionaries(st.sampled_from(("name", "total", "score")), inner, max_size=3)
                    ),
                    max_leaves=6,
                ),
            )
        ]
        * 2
    )
)
def test_any_two_versions_can_be_compared(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert describe(before, before) == []
    assert all(isinstance(word, str) and "\n" not in word for word in describe(before, after))

"""Points printed at the heads of groups."""

from decimal import Decimal

import pytest

from generator.check.facts.heads import add_up_printed_points
from generator.model.form import Form


def make_form(*rows: dict[str, object]) -> Form:
    return Form.model_validate({"name": "甲", "indicators": [{"name": "乙"} | row for row in rows]})


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("产出指标(50分)", "50"),
        ("产出指标（50 分）", "50"),
        ("产出指标50分", "50"),
        ("项目管理（25分）", "25"),
        ("产出指标1", None),
        ("产出指标（2）", None),
        ("满意度指标（7.5分）", "7.5"),
        ("产出指标", None),
        ("2023", None),
    ],
)
def test_points_of_a_head_are_read(head: str, printed: str | None) -> None:
    found = list(add_up_printed_points(make_form({"level1": head, "weight": 10})))
    assert [one.printed for one in found] == ([] if printed is None else [Decimal(printed)])


def test_rows_below_a_head_that_names_no_level_of_its_own_belong_to_it() -> None:
    form = make_form(
        {"level1": "产出指标(50分)", "weight": 30}, {"weight": 15}, {"level1": "效益", "weight": 9}
    )
    (found,) = add_up_printed_points(form)
    assert (found.key, found.carried) == ("indicators[0].level1", Decimal(45))

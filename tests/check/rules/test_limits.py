"""Rules about what the execution rate lets a form claim."""

import pytest

from generator.check.rules.execution import LowExecutionUnexplained
from generator.check.rules.limits import PointsOutrunExecution, TotalAboveCap
from tests.check.rules.near_misses import keys_among, keys_of

FORM = """
name = "项目"
profile = "{profile}"
[funds]
weight = 10
total = {{ adjusted = 100, executed = {executed} }}
{explanation}
[[indicators]]
name = "甲"
weight = 90
score = {score}
[reported]
total = {total}
"""


def write(
    executed: int = 50, score: int = 90, total: str = "95", explanation: str = "", profile: str = ""
) -> str:
    return FORM.format(
        executed=executed, score=score, total=total, explanation=explanation, profile=profile or "mof-2020"
    )


@pytest.mark.parametrize(
    ("form", "fires"),
    [
        (write(executed=50), True),
        (write(executed=70), False),
        (write(executed=50, score=70), False),
        (write(executed=50, explanation='explanation = "尾款未付"'), False),
    ],
)
def test_points_and_execution(form: str, fires: bool) -> None:
    assert keys_of(PointsOutrunExecution, form) == (["funds.total.executed"] if fires else [])


def test_of_a_form_copied_in_part_only_the_low_rate_is_told() -> None:
    form = write(executed=40).replace("weight = 90\nscore = 90", "weight = 20\nscore = 20")
    assert keys_of(PointsOutrunExecution, form) == []
    assert keys_of(LowExecutionUnexplained, form) == ["funds.total.executed"]


CAPPED = """
extends = "mof-2020"
[[caps]]
below = 0.6
total = 89
basis = "示例"
"""


@pytest.mark.parametrize(
    ("executed", "total", "fires"), [(59, "89.01", True), (59, "89", False), (60, "95", False)]
)
def test_total_and_cap(executed: int, total: str, fires: bool) -> None:
    form = write(executed=executed, total=total, profile="capped")
    files = {"profiles/capped.toml": CAPPED, "projects/2023/unit/project.toml": form}
    assert keys_among(TotalAboveCap, files) == (["reported.total"] if fires else [])

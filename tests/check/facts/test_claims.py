"""The scores that a form claims."""

from decimal import Decimal

from generator.model.case import Claim
from tests.inline import gather_files

FORM = """
name = "项目"
funds = { weight = 10 }
indicators = [
  { name = "甲", weight = 50, score = 45 },
  { name = "乙", weight = 40 },
  { name = "其中：丙", of_which = true, score = 3 },
]
[reported]
execution_score = 9.06
"""


def test_claims_come_in_order_execution_first_and_without_parts_of_others() -> None:
    (case,) = gather_files({"projects/2023/unit/project.toml": FORM}).cases
    assert case.claims == (
        Claim("reported.execution_score", "预算执行率", Decimal("9.06"), Decimal(10)),
        Claim("indicators[0].score", "“甲”", Decimal(45), Decimal(50)),
    )

"""The printed rate, and what a form says of how its money was spent."""

from decimal import Decimal

import pytest

from generator.check.facts.funds import read_claimed_rate, weigh_funds_reason
from generator.model.case import Reason
from generator.model.form import Form


@pytest.mark.parametrize(
    ("text", "rate", "step"),
    [
        ("90.56%", "0.9056", "0.01"),
        ("91%", "0.91", "1"),
        ("90.56", "0.9056", "0.01"),
        ("0.9056", "0.9056", "0.01"),
        ("90.56%（财政资金）", "0.9056", "0.01"),
    ],
)
def test_a_rate_is_read_as_a_share_with_its_last_place(text: str, rate: str, step: str) -> None:
    claimed = read_claimed_rate(text)
    assert claimed is not None
    assert (claimed.rate, claimed.step) == (Decimal(rate), Decimal(step))


@pytest.mark.parametrize("text", ["", "/", "较高", "90元", "80-90%"])
def test_what_is_no_rate_is_none(text: str) -> None:
    assert read_claimed_rate(text) is None


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"funds": {"explanation": "尾款未付"}}, Reason.GIVEN),
        ({"indicators": [{"name": "甲", "explanation": "合同尾款次年支付"}]}, Reason.GIVEN),
        ({"goals": [{"actual": "因预算压减，少办一场"}]}, Reason.GIVEN),
        ({"goals": [{"expected": "预算100万元", "actual": "基本完成"}]}, Reason.MISSING),
        ({"funds": {"explanation": "无"}}, Reason.EMPTY),
        ({"funds": {"explanation": "执行率低于90%的，需说明原因"}}, Reason.EMPTY),
        ({"indicators": [{"name": "甲", "explanation": "预算执行率低的，请说明原因"}]}, Reason.MISSING),
    ],
)
def test_a_reason_may_stand_elsewhere_on_the_form(form: dict[str, object], reason: Reason) -> None:
    assert weigh_funds_reason(Form.model_validate({"name": "甲"} | form, strict=False)) is reason

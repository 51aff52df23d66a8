"""Indicators that repeat the funds table: 预算执行率, 资金使用率, 资金节约率."""

import re
from decimal import Decimal

from generator.model.assessment import RowScore
from generator.model.case import SpendingRow
from generator.model.form import Amounts, Indicator
from generator.model.value import Quantity
from generator.score.values import normalise_text

_NUMBERED = re.compile(r"^指标[0-9]*[:.、]?")
_EXECUTION = re.compile(
    r"(?:项目|年度|全年|财政|专项|本年|部门)*(?:预算|资金|经费)(?:资金|经费)?(?:执行|支出|使用|支付)(?:率|进度)"
)
_SAVING = re.compile(r"(?:项目|年度|全年|财政|专项|本年)*(?:预算|资金|经费)(?:节约|结余)率")


def read_spending_row(row: Indicator, score: RowScore, total: Amounts) -> SpendingRow | None:
    """Read a row that repeats the funds table by its name; None of any other."""
    name = _NUMBERED.sub("", normalise_text(row.name))
    is_execution = _EXECUTION.fullmatch(name) is not None
    if not is_execution and not _SAVING.fullmatch(name):
        return None
    says, step = _read_share(score)
    rate = _divide(total)
    expected = rate if rate is None or is_execution else 1 - rate
    return SpendingRow(says, step, expected, is_execution)


def _read_share(score: RowScore) -> tuple[Decimal | None, Decimal]:
    """Take the share that the actual value prints, with its last place; a bound tells none."""
    actual = score.actual
    if not isinstance(actual, Quantity) or not actual.is_share or actual.upper or actual.sign.has_direction:
        return None, Decimal(0)
    places = len(actual.figure.partition(".")[2])
    return actual.number, actual.scale.scaleb(-places)


def _divide(total: Amounts) -> Decimal | None:
    budget = total.initial if total.adjusted is None else total.adjusted
    return total.executed / budget if budget and budget > 0 and total.executed is not None else None

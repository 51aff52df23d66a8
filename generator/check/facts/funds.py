"""The rate that a form prints, and what it says of how its money was spent."""

import re
from decimal import Decimal

from generator.check.facts.explanations import find_copies, weigh_reason
from generator.check.facts.instructions import is_reason_instruction
from generator.model.case import ClaimedRate, Collection, Reason
from generator.model.form import Form
from generator.model.project import Place
from generator.model.value import Quantity
from generator.score.values import read_value

_OF_MONEY = re.compile(
    r"预算|资金|经费|执行率|支付|付款|支出|拨付|尾款|[结节]余|结转|追加|调[整减增]|压减|合同|采购|招标|中标"
)
"""Words by which a reason for a deviation speaks of money."""
_OF_A_CHANGE = re.compile(
    r"执行率|尾款|[结节]余|结转|追加|调[减增]|[压核]减|(?:预算|资金|经费|金额)[^。；\n]{0,8}(?:调整|减少|增加|不足|收回|节约)"
    r"|(?:调整|减少|增加|收回|节约)[^。；\n]{0,4}(?:预算|资金|经费)|未(?:能)?(?:支付|拨付|使用|付款)|没有?(?:支付|拨付|用完)|过紧日子"
)
"""Words by which a result of the year tells that money was left or a budget changed; `资金全部发放` tells neither."""
_OF_ALL_ALIKE = re.compile(
    r"压减|[调核追]减|收回|统一|统筹|过紧日子|疫情|政策|上级|财政(?:部门|局|资金)?[^。；\n]{0,6}(?:调整|未|没)"
)
"""Words by which a cause comes from outside, and meets many projects alike: they may well tell it in one wording."""


def read_claimed_rate(text: str) -> ClaimedRate | None:
    """Read the printed rate (`90.56%`); a bare number beyond 1.5 is percent too. None where it is no number."""
    value = read_value(text)
    if not isinstance(value, Quantity) or value.unit or value.upper is not None:
        return None
    places = len(value.figure.partition(".")[2])
    step = Decimal(1).scaleb(-places)
    if value.is_share:
        return ClaimedRate(text.strip(), value.number, step)
    if value.number > Decimal("1.5"):
        return ClaimedRate(text.strip(), value.number / 100, step)
    return ClaimedRate(text.strip(), value.number, step * 100)


def weigh_funds_reason(form: Form) -> Reason:
    """Weigh what the funds table says of its execution; the paper form has no cell for it, so others count too."""
    own = weigh_reason(form.funds.explanation)
    if own is Reason.GIVEN:
        return own
    reasons = (row.explanation for row in form.indicators if not is_reason_instruction(row.explanation))
    is_told = any(map(_OF_MONEY.search, reasons)) or any(
        _OF_A_CHANGE.search(goal.actual) for goal in form.goals
    )
    return Reason.GIVEN if is_told else own


def find_funds_copies(form: Form, place: Place, collection: Collection) -> tuple[Place, ...]:
    """Find the other projects that explain their spending word for word the same, unless the cause is a common one."""
    text = form.funds.explanation
    is_common = _OF_ALL_ALIKE.search(text) or is_reason_instruction(text)
    return () if is_common else find_copies(text, place, collection)

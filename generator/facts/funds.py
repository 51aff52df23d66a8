"""The execution rate that a form prints, and what it says, anywhere, of how its money was spent."""

import re
from decimal import Decimal

from generator.facts.texts import weigh_reason
from generator.model.case import ClaimedRate, Reason
from generator.model.form import Form
from generator.model.value import Quantity
from generator.values import read_value

_OF_MONEY = re.compile(
    r"预算|资金|经费|执行率|支付|付款|支出|拨付|尾款|结余|结转|调整|追加|调减|压减|合同|采购|招标|中标"
)
"""Words by which a reason given elsewhere on the form speaks of money."""


def read_claimed_rate(text: str) -> ClaimedRate | None:
    """Read the printed rate (`90.56%`); a bare number beyond 1.5 is percent too. None where it is no number."""
    value = read_value(text)
    if not isinstance(value, Quantity) or value.unit or value.upper is not None:
        return None
    places = len(value.shown.rstrip("%").partition(".")[2])
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
    elsewhere = [row.explanation for row in form.indicators] + [goal.actual for goal in form.goals]
    return Reason.GIVEN if any(_OF_MONEY.search(text) for text in elsewhere) else own

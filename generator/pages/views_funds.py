"""The view of the funds table: money exactly as filed, and the points for execution beside their recomputation."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from generator.model.assessment import ScoreSheet
from generator.model.form import Amounts, Form
from generator.pages.formats import BLANK, format_money, format_points
from generator.pages.views_parts import Verdict, judge


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row of the funds table below the total."""

    name: str
    initial: Markup
    adjusted: Markup
    executed: Markup


@dataclass(frozen=True, slots=True)
class FundsView:
    """The funds table (项目资金): the total with its points, then where the money came from."""

    unit: str
    rows: int
    total: MoneyRow
    sources: tuple[MoneyRow, ...]
    weight: Markup
    claimed_rate: str
    claimed: Markup
    rate_differs: bool
    computed: Markup
    verdict: Verdict
    formula: str
    explanation: str


def view_funds(form: Form, sheet: ScoreSheet) -> FundsView:
    """Lay out the funds table, money exactly as filed."""
    funds, execution = form.funds, sheet.execution
    return FundsView(
        unit=funds.unit.value,
        rows=1 + len(funds.sources),
        total=_view_money("年度资金总额", funds.total),
        sources=tuple(_view_money(name_source(n, one.name), one) for n, one in enumerate(funds.sources)),
        weight=format_points(funds.weight, BLANK),
        claimed_rate=form.reported.rate,
        claimed=format_points(form.reported.execution_score, BLANK),
        rate_differs=differs_in_number(form.reported.rate, execution.shown_rate),
        computed=format_points(execution.computed),
        verdict=judge(execution.claimed, execution.accepted),
        formula=execution.formula,
        explanation=funds.explanation,
    )


def differs_in_number(printed: str, shown: str) -> bool:
    """Tell whether a printed rate is another number than the one that recomputes; one without a number is not."""
    try:
        return Decimal(printed.strip().rstrip("%％")) != Decimal(shown.rstrip("%"))
    except InvalidOperation:
        return False


def name_source(position: int, name: str) -> str:
    """Name a source of money; the first one says that the sources are parts of the total, as forms print it."""
    return f"其中：{name}" if position == 0 and not name.startswith("其中") else name


def _view_money(name: str, amounts: Amounts) -> MoneyRow:
    return MoneyRow(
        name=name,
        initial=format_money(amounts.initial, BLANK),
        adjusted=format_money(amounts.adjusted, BLANK),
        executed=format_money(amounts.executed, BLANK),
    )

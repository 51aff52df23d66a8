"""The view of the funds table: money exactly as filed, and the points for execution beside their recomputation."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from generator.model.assessment import ScoreSheet
from generator.model.form import Amounts, Form, FundsSource
from generator.render.numbers import BLANK, format_money, format_points
from generator.render.views.parts import Verdict, judge


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row of the funds table, with the rate and the points that are printed in it."""

    name: str
    initial: Markup
    adjusted: Markup
    executed: Markup
    rate: str = ""
    weight: Markup = BLANK
    claimed: Markup = BLANK


@dataclass(frozen=True, slots=True)
class MoneyBlock:
    """Rows that divide the total in one way (按子项目分解), which is their title."""

    title: str
    rows: tuple[MoneyRow, ...]


@dataclass(frozen=True, slots=True)
class FundsColumns:
    """Which columns the paper has beside the name: those of money, and of points.

    `apart` says that rows below the total have their own rates and points; else the cells of the total cover them.
    """

    initial: bool
    adjusted: bool
    executed: bool
    rate: bool
    points: bool
    method: bool
    apart: bool

    @property
    def rest(self) -> int:
        """How many columns follow those that a row below the total fills by itself."""
        own = self.rate + 2 * self.points
        return self.behind - own if self.apart else self.behind

    @property
    def behind(self) -> int:
        """How many columns follow those of money: rate, points and their recomputation."""
        return self.rate * 2 + 4 * self.points + self.method

    @property
    def count(self) -> int:
        """How many columns follow the first."""
        return self.initial + self.adjusted + self.executed + self.behind


@dataclass(frozen=True, slots=True)
class FundsView:
    """The funds table (项目资金): the total with its points, where money came from, and each breakdown by itself."""

    unit: str
    columns: FundsColumns
    rows: int
    total: MoneyRow
    sources: tuple[MoneyRow, ...]
    breakdowns: tuple[MoneyBlock, ...]
    method: str
    rate_differs: bool
    computed: Markup
    verdict: Verdict
    formula: str
    explanation: str


def view_funds(form: Form, sheet: ScoreSheet) -> FundsView:
    """Lay out the funds table, money exactly as filed."""
    funds, execution, reported = form.funds, sheet.execution, form.reported
    undivided = tuple(one for one in funds.sources if not one.breakdown)
    return FundsView(
        unit=funds.unit.value,
        columns=choose_columns(form),
        rows=1 + len(undivided),
        total=MoneyRow(
            "年度资金总额",
            *_show_money(funds.total),
            reported.rate,
            format_points(funds.weight, BLANK),
            format_points(reported.execution_score, BLANK),
        ),
        sources=_view_rows(undivided),
        breakdowns=tuple(
            MoneyBlock(rows[0].breakdown, _view_rows(rows)) for rows in funds.divisions if rows[0].breakdown
        ),
        method=funds.method,
        rate_differs=differs_in_number(reported.rate, execution.shown_rate),
        computed=format_points(execution.computed),
        verdict=judge(execution.claimed, execution.accepted),
        formula=execution.formula,
        explanation=funds.explanation,
    )


def choose_columns(form: Form) -> FundsColumns:
    """Choose the columns: a budget that is nowhere filled in has none where another is."""
    funds = form.funds
    rows: tuple[Amounts, ...] = (funds.total, *funds.sources)
    initial, adjusted, executed = (
        any(getattr(row, key) is not None for row in rows) for key in Amounts.model_fields
    )
    empty = not (initial or adjusted or executed)
    is_plan = not form.kind.has_results
    return FundsColumns(
        initial=initial or empty,
        adjusted=adjusted or (empty and not is_plan),
        executed=executed or not is_plan,
        rate=not is_plan,
        points=form.bears_points,
        method=bool(funds.method),
        apart=any(one.rate or one.weight is not None or one.score is not None for one in funds.sources),
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


def _view_rows(sources: Sequence[FundsSource]) -> tuple[MoneyRow, ...]:
    return tuple(
        MoneyRow(
            name_source(position, one.name),
            *_show_money(one),
            one.rate,
            format_points(one.weight, BLANK),
            format_points(one.score, BLANK),
        )
        for position, one in enumerate(sources)
    )


def _show_money(amounts: Amounts) -> tuple[Markup, Markup, Markup]:
    initial, adjusted, executed = (format_money(getattr(amounts, key), BLANK) for key in Amounts.model_fields)
    return initial, adjusted, executed

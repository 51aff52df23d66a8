"""A project's page in a few plain words: whose, how much money, how the indicators came out, which scores."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.model.assessment import Assessment, Gap, Outcome, RowScore, TotalScore
from generator.model.form import Form, FormKind, MoneyUnit
from generator.model.value import Kind
from generator.render.numbers import YI, choose_scale, format_money, format_points
from generator.text.cleaning import join_line
from generator.text.numbers import write_verifiability

OUTCOMES = (
    ("达成", (Outcome.MET, Outcome.EXCEEDED)),
    ("未达成", (Outcome.SHORT,)),
    ("只能由单位判断", (Outcome.JUDGED,)),
    ("未评", (Outcome.NOT_ASSESSED,)),
)
"""How indicators come out, in the words of the sentence."""

_WHAT = {FormKind.SELF_EVALUATION: "一个财政支出项目"}
"""What a form is about; any other kind is called as its paper is."""


def describe_project(unit: str, assessment: Assessment) -> str:
    """Tell the whole page on one line, leaving out what the form does not say."""
    project, total = assessment.project, assessment.sheet.total
    what = _WHAT.get(project.form.kind, f"一张{project.form.kind.word}")
    money = "，".join((f"{unit} {project.place.year} 年度的{what}", *_say_money(project.form)))
    if not project.form.kind.has_results:
        return join_line(f"{money}。{_count_rows(project.form)}。")
    told = f"{money}。{_count_outcomes(assessment)}。"
    return join_line(
        f"{told}{_say_claim(total)}{_say_accepted(total)}。" if project.form.bears_points else told
    )


def _say_money(form: Form) -> Iterator[str]:
    money, unit = form.funds.total, form.funds.unit
    if money.initial is not None and (money.adjusted is None or not form.kind.has_results):
        yield f"年初预算 {_tell_amount(money.initial, unit)}"
    if money.adjusted is not None:
        yield f"全年预算 {_tell_amount(money.adjusted, unit)}"
    if money.executed is not None:
        yield f"实际支出 {_tell_amount(money.executed, unit)}"


def _tell_amount(amount: Decimal, unit: MoneyUnit) -> str:
    """Tell an amount as people say it: no decimals that say nothing, and 亿元 where the digits are too many."""
    yuan = unit.to_yuan(amount)
    if choose_scale([yuan]) is YI:
        return f"{YI.format(yuan)} {YI.unit}"
    return f"{format_money(amount).removesuffix('.00')} {unit}"


def _count_rows(form: Form) -> str:
    return f"年初定下 {len(form.indicators)} 行绩效指标" if form.indicators else "表上没有绩效指标"


def _count_outcomes(assessment: Assessment) -> str:
    """Count how the indicators came out; a row that is part of another is none by itself."""
    pairs = zip(assessment.project.form.indicators, assessment.sheet.rows, strict=True)
    has_points = assessment.sheet.total.weight > 0
    counts = Counter(
        score.outcome for row, score in pairs if not row.of_which and not (has_points and _is_unused(score))
    )
    if not counts:
        return "表上没有绩效指标"
    told = ((word, sum(counts[one] for one in outcomes)) for word, outcomes in OUTCOMES)
    return (
        f"{counts.total()} 项绩效指标中，{'，'.join(f'{number} 项{word}' for word, number in told if number)}"
    )


def _is_unused(score: RowScore) -> bool:
    """Tell whether a row of a form with points has none, and no value either: the blank form left it behind."""
    is_empty = score.target.kind is Kind.EMPTY and score.actual.kind is Kind.EMPTY
    return is_empty and score.weight is None and score.claimed is None


def _say_claim(total: TotalScore) -> str:
    return (
        "表上没有自评总分" if total.claimed is None else f"单位给自己打了 {format_points(total.claimed)} 分"
    )


def _say_accepted(total: TotalScore) -> str:
    """Say what the recomputation accepts, if anything, and how much of the points was computed."""
    known = write_verifiability(total.verifiability)
    if Gap.UNSCORED in total.gaps:
        return f"，{total.formula.removesuffix('。')}"
    if total.accepted is None:
        return f"，没有评全，不认定总分。{known}"
    return f"，按评分办法复算，认定 {format_points(total.accepted)} 分。{known}"

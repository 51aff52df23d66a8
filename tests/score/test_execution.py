"""Points for budget execution."""

from decimal import Decimal

import pytest

from generator.model.assessment import ExecutionScore
from generator.model.profile import Profile
from tests.score.samples import make_profile, make_row, money, score_form, tell


def score(
    budget: str | None, spent: str | None, claimed: str | None = None, profile: Profile | None = None
) -> ExecutionScore:
    reported = {"execution_score": claimed and Decimal(claimed)}
    return score_form(profile, funds=money(budget, spent), reported=reported).execution


def test_the_rate_of_shanghai_is_rounded_up_and_the_score_half_up_from_the_exact_ratio() -> None:
    execution = score("829000", "750700", profile=make_profile("shanghai"))
    assert (execution.shown_rate, execution.computed) == ("90.56%", Decimal("9.06"))
    assert execution.formula == "750700 ÷ 829000 × 10 = 9.06，执行率 90.56%（向上进位）。"


def test_the_rate_is_rounded_half_up_elsewhere() -> None:
    assert score("829000", "750700").shown_rate == "90.55%"
    assert score("1500000", "1498561").shown_rate == "99.90%"


def test_a_rate_that_comes_out_even_is_not_rounded_up() -> None:
    execution = score("1000000", "905600", profile=make_profile("shanghai"))
    assert execution.shown_rate == "90.56%"
    assert execution.formula == "905600 ÷ 1000000 × 10 = 9.06，执行率 90.56%。"


def test_a_half_is_a_half_even_of_a_third() -> None:
    assert score("3", "2.8515").computed == Decimal("9.51")  # 9.505
    assert score_form(funds=money("3", "0.835", weight=3)).execution.computed == Decimal("0.84")  # 0.835


def test_the_usual_way_of_rounding_is_not_named() -> None:
    assert score("829000", "750700").formula == "750700 ÷ 829000 × 10 = 9.06，执行率 90.55%。"


@pytest.mark.parametrize(
    ("spent", "formula"),
    [
        ("100", "100 ÷ 100 × 10 = 10，执行率 100.00%。"),
        ("0", "0 ÷ 100 × 10 = 0，执行率 0.00%。"),
        ("0.5", "0.5 ÷ 100 × 10 = 0.05，执行率 0.50%。"),
    ],
)
def test_all_and_nothing_spent_are_counted_as_they_are(spent: str, formula: str) -> None:
    assert score("100", spent).formula == formula


def test_more_spent_than_budgeted_counts_as_all() -> None:
    execution = score("100", "120")
    assert execution.shown_rate == "120.00%"
    assert tell(execution.rate, execution.computed) == "1.2 10"
    assert execution.formula == "120 ÷ 100 超过 100%，按 100% 计：100% × 10 = 10，执行率 120.00%。"


def test_less_than_nothing_spent_counts_as_nothing() -> None:
    execution = score("100", "-20")
    assert execution.computed == 0
    assert execution.formula == "-20 ÷ 100 不到 0，按 0 计：0 × 10 = 0，执行率 -20.00%。"


@pytest.mark.parametrize(
    ("budget", "spent", "reason"),
    [
        ("0", "0", "全年预算数不大于 0"),
        ("0", None, "全年预算数不大于 0"),
        ("-5", "5", "全年预算数不大于 0"),
        (None, "5", "没有填全年预算数"),
        (None, None, "没有填全年预算数"),
        ("5", None, "没有填全年执行数"),
        ("0.01", None, "没有填全年执行数"),
    ],
)
def test_without_a_budget_or_a_sum_spent_nothing_is_assessed(
    budget: str | None, spent: str | None, reason: str
) -> None:
    execution = score(budget, spent, claimed="10")
    assert tell(execution.weight, execution.claimed) == "10 10"
    assert tell(execution.rate, execution.computed, execution.accepted) == "- - -"
    assert execution.formula == f"{reason}，预算执行率未评。"


@pytest.mark.parametrize(("claimed", "accepted"), [(None, "9.06"), ("10", "9.06"), ("9", "9"), ("-1", "0")])
def test_a_claim_is_accepted_up_to_what_was_computed(claimed: str | None, accepted: str) -> None:
    assert score("829000", "750700", claimed).accepted == Decimal(accepted)


def test_what_becomes_of_another_claim_is_told() -> None:
    assert score("829000", "750700", "10").formula.endswith("；单位自评 10 分，按 9.06 分认定。")
    assert score("829000", "750700", "9").formula.endswith("；单位自评 9 分，照此认定。")


def test_a_form_that_prints_no_points_bears_those_of_the_profile() -> None:
    assert (
        score_form(funds=money("100", "50", weight=None), indicators=[make_row(weight=90)]).execution.weight
        == 10
    )


def test_a_form_whose_rows_make_up_the_whole_bears_none_for_execution() -> None:
    rows = [make_row(weight=60), make_row(weight=40), make_row(weight=7, of_which=True)]
    sheet = score_form(funds=money("100", "50", weight=None), indicators=rows)
    assert tell(sheet.execution.weight, sheet.total.weight) == "- 100"


def test_a_form_without_any_points_is_not_scored_and_bears_no_grade() -> None:
    rows = [make_row("100%", "100%", weight=None), make_row("0起", "0起", weight=None)]
    sheet = score_form(funds=money("194.9", "194.9", weight=None), indicators=rows)
    assert sheet.execution.weight is None
    assert (sheet.total.accepted, sheet.grade) == (None, None)


def test_a_form_that_claims_a_score_for_execution_bears_points_for_it() -> None:
    rows, reported = [make_row(weight=100)], {"execution_score": 10}
    sheet = score_form(funds=money("100", "100", weight=None), indicators=rows, reported=reported)
    assert sheet.execution.weight == 10


def test_where_execution_bears_no_points_the_rate_remains() -> None:
    execution = score_form(funds=money("100", "50", weight=0)).execution
    assert (execution.weight, execution.computed, execution.accepted) == (None, None, None)
    assert (execution.rate, execution.shown_rate) == (Decimal("0.5"), "50.00%")
    assert execution.formula == "50 ÷ 100，执行率 50.00%，不计分。"


def test_only_the_initial_budget_counts_where_the_profile_says_so() -> None:
    profile = make_profile("beijing-2016")
    total = {"initial": Decimal("310.2"), "executed": Decimal("154.74")}
    execution = score_form(profile, funds={"weight": 10, "total": total}).execution
    assert (execution.shown_rate, execution.computed) == ("50%", Decimal(5))
    assert execution.formula == "154.74 ÷ 310.2，取整为 50%：50% × 10 = 5，执行率 50%。"
    missing = score_form(profile, funds={"total": {"adjusted": Decimal(3), "executed": Decimal(2)}}).execution
    assert missing.formula == "没有填年初预算数，预算执行率未评。"


@pytest.mark.parametrize(
    ("method", "points", "sum_"),
    [
        ("percent", "8.6", "37.24 ÷ 43.2，取整为 86%：86% × 10 = 8.6，执行率 86%。"),
        ("whole", "9", "37.24 ÷ 43.2，取整为 86%：86% × 10 = 8.6，得分取整为 9，执行率 86%。"),
    ],
)
def test_the_rate_in_whole_percent_is_rounded_before_the_points(method: str, points: str, sum_: str) -> None:
    profile = make_profile("beijing-2016", execution={"method": method})
    spent = {"initial": Decimal("43.2"), "executed": Decimal("37.24")}
    scored = score_form(profile, funds={"total": spent}).execution
    assert (tell(scored.computed), scored.formula) == (points, sum_)
    over = score_form(profile, funds={"total": {"initial": Decimal(100), "executed": Decimal(120)}}).execution
    assert over.computed == Decimal(10)
    assert over.formula.startswith("120 ÷ 100，取整为 120%，按 100% 计：100% × 10 = 10")


@pytest.mark.parametrize(
    ("spent", "points"),
    [("100", "10"), ("90", "10"), ("89.99", "7"), ("80", "7"), ("60", "5"), ("59.99", "0")],
)
def test_steps_of_the_rate_give_so_many_points(spent: str, points: str) -> None:
    execution = score("100", spent, profile=make_profile("mof-2021"))
    assert tell(execution.computed) == points
    assert f" × 10 = {points}" in execution.formula


def test_what_is_not_scored_bears_no_points_for_execution_either() -> None:
    execution = score("5.8", "5.8", profile=make_profile("transfer-unscored"))
    assert (execution.weight, execution.shown_rate, execution.computed) == (None, "100.00%", None)

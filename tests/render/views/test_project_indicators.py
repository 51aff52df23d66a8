"""The table of indicators: merged cells, and ids that stay the same when rows move."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from generator.model.anchors import row_ids
from generator.model.form import Form, Indicator
from generator.render.numbers import BLANK, NONE
from generator.render.views.project_indicators import IndicatorRow, choose_columns, mark_name, view_groups
from tests.render.samples import assess, make_form

NAMES = st.sampled_from(["", "数量指标", "质量指标", "人数", "★人数", "其中：老年人"])
INDICATORS = st.builds(
    Indicator,
    level1=st.sampled_from(["", "产出指标", "效益指标"]),
    level2=NAMES,
    name=NAMES.filter(bool),
    target=st.sampled_from(["≥5", "规范"]),
)


def lay_out(form: Form) -> list[IndicatorRow]:
    return [row for group in view_groups(assess(form), row_ids(form.indicators)) for row in group.rows]


@given(st.lists(INDICATORS, max_size=12))
def test_merged_cells_cover_every_row_once(rows: list[Indicator]) -> None:
    form = make_form(indicators=tuple(rows))
    shown = lay_out(form)
    assert len(shown) == len(rows)
    for level in ("level1", "level2"):
        starts = [n for n, row in enumerate(shown) if getattr(row, level)]
        heights = [getattr(shown[n], level).rows for n in starts]
        assert starts == [0, *accumulate(heights)][: len(starts)]
        assert sum(heights) == len(rows)


@given(st.lists(INDICATORS, max_size=12))
def test_merged_cells_say_what_their_rows_say(rows: list[Indicator]) -> None:
    seen: dict[str, str] = {}
    for row, shown in zip(rows, lay_out(make_form(indicators=tuple(rows))), strict=True):
        for level in ("level1", "level2"):
            cell = getattr(shown, level)
            seen[level] = cell.text if cell else seen[level]
            assert seen[level] == getattr(row, level)


def test_a_claim_stands_beside_what_recomputes() -> None:
    row = lay_out(make_form())[2]
    assert (row.claimed, row.computed, row.verdict.accepted) == ("29", "25.74", "25.74")
    assert row.verdict.words == "低于自评 3.26 分"
    assert row.formula == "85.8% ÷ 100% × 30 = 25.74"
    assert row.outcome == "未达成"


def test_where_the_rule_leaves_a_range_the_range_stands() -> None:
    assert lay_out(make_form())[0].computed == "16～20"


def test_cells_that_the_form_leaves_empty_stay_empty() -> None:
    row = lay_out(make_form())[1]
    assert (row.weight, row.claimed) == (BLANK, BLANK)
    assert (row.computed, row.verdict.accepted) == (NONE, NONE)


def test_marks_of_the_form_are_printed_once() -> None:
    assert mark_name(Indicator(name="人数", core=True)) == "★ 人数"
    assert mark_name(Indicator(name="★人数", core=True)) == "★人数"
    assert mark_name(Indicator(name="老年人", of_which=True)) == "其中：老年人"
    assert mark_name(Indicator(name="其中：老年人", of_which=True)) == "其中：老年人"


ROW = {
    "level1": "产出",
    "level2": "数量",
    "name": "一",
    "target": "≥5",
    "actual": "6",
    "weight": 9,
    "score": 9,
}
BELOW = {"level1": "产出", "name": "二"}


def test_cells_that_rows_share_cover_all_of_them() -> None:
    rows = (ROW, BELOW | {"merged": True}, BELOW | {"merged": True}, ROW)
    assert [row.rows for row in lay_out(make_form(indicators=rows))] == [3, 0, 0, 1]


def test_cells_are_shared_within_a_group_only() -> None:
    rows = (
        ROW,
        {"level1": "效益", "name": "二", "merged": True},
        {"level1": "效益", "name": "三", "merged": True},
    )
    assert [row.rows for row in lay_out(make_form(indicators=rows))] == [1, 2, 0]


@given(st.lists(st.tuples(INDICATORS, st.booleans()), max_size=12))
def test_shared_cells_cover_every_row_once(rows: list[tuple[Indicator, bool]]) -> None:
    form = make_form(indicators=tuple(row.model_copy(update={"merged": merged}) for row, merged in rows))
    for group in view_groups(assess(form), row_ids(form.indicators)):
        assert group.rows[0].rows > 0
        assert sum(row.rows for row in group.rows) == len(group.rows)


def test_indicators_stand_below_the_goal_that_they_belong_to() -> None:
    goals = ({"expected": "修好东片", "weight": 40}, {"expected": "修好西片"})
    rows = (ROW | {"goal": 1}, ROW | {"goal": 1, "level1": "效益"}, ROW | {"goal": 2})
    form = make_form(goals=goals, indicators=rows)
    groups = view_groups(assess(form), row_ids(form.indicators))
    assert [group.goal for group in groups] == [
        "年度绩效目标1（40分）：修好东片",
        "",
        "年度绩效目标2：修好西片",
    ]


def test_columns_are_those_that_the_paper_has() -> None:
    plain = choose_columns(make_form())
    assert (plain.level2, plain.actual, plain.weight, plain.points) == (True, True, True, True)
    assert (plain.method, plain.reviewed, plain.count) == (False, False, 11)
    more = choose_columns(make_form(indicators=(ROW | {"method": "按比例", "reviewed": 8},)))
    assert (more.method, more.reviewed, more.count) == (True, True, 13)
    assert choose_columns(make_form(reported={"reviewed_total": 97})).reviewed


def test_a_paper_without_points_in_its_rows_has_no_column_for_them() -> None:
    claimed = {key: value for key, value in ROW.items() if key != "weight"}
    assert not choose_columns(make_form(indicators=(claimed,))).weight
    assert choose_columns(make_form(indicators=(BELOW,))).weight
    assert not choose_columns(make_form(indicators=(BELOW,))).level2


def test_a_target_form_has_names_targets_and_points_alone() -> None:
    columns = choose_columns(make_form(kind="target", indicators=({**ROW, "actual": ""},)))
    assert (columns.actual, columns.points, columns.weight, columns.count) == (False, False, True, 5)


def test_a_form_about_transfers_may_have_no_points_at_all() -> None:
    rows = ({"name": "一", "target": "≥5", "actual": "6"},)
    columns = choose_columns(make_form(kind="transfer", indicators=rows, funds={}, reported={}))
    assert (columns.actual, columns.weight, columns.points) == (True, False, False)
    assert choose_columns(make_form(kind="transfer", indicators=(ROW,))).points

"""The table of indicators: merged cells, and ids that stay the same when rows move."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from generator.model.anchors import row_ids
from generator.model.form import Form, Indicator
from generator.pages.formats import BLANK, NONE
from generator.pages.views_indicators import IndicatorRow, mark_name, view_groups
from tests.pages.samples import assess, make_form

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

"""`score --format text`, as a person sees it."""

from dataclasses import replace

from generator.model.form import Form, FormKind
from generator.report.scores_text import render_scores
from tests.report.sheets import make_assessment

WHOLE = """\
党建工作专项经费（2023/dangqun/dangjian）
  评分办法：本站整理的上海口径
  预算执行率 90.56%：750700 ÷ 829000 = 90.5549%，× 10 分，得 9.06 分。
  [未达成] 体检完成率（自评 90，认定 85.8，分值 100）：85.8% ÷ 100% × 100 = 85.8
  [未评] 其中：党员：其中项，不单独计分。
  [未评] 满意度：没有填写完成值。
  总分：自评 未填；……
  等级：未定
"""


def test_a_sheet_shows_every_sum_and_claim_beside_what_is_accepted() -> None:
    assert render_scores([make_assessment()]) == WHOLE


def test_projects_are_parted_by_an_empty_line() -> None:
    assert render_scores([make_assessment(), make_assessment()]) == f"{WHOLE}\n{WHOLE}"


def test_no_projects_are_no_text() -> None:
    assert render_scores([]) == ""


def test_hostile_names_are_shown_and_not_obeyed() -> None:
    first = render_scores([make_assessment("[red]\x1b[2J\n名")]).splitlines()[0]
    assert first == "[red]�[2J 名（2023/dangqun/dangjian）"


def test_a_form_without_points_has_no_sum() -> None:
    form = Form(name="水渠维修", kind=FormKind.TARGET)
    project = replace(make_assessment().project, form=form)
    text = render_scores([replace(make_assessment(), project=project)])
    assert text.splitlines() == [f"水渠维修（{project.id}）", "  项目支出绩效目标申报表，不计分。"]

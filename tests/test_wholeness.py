"""Whether a form is whole (评全): the page, the lists, charts, downloads and texts all say the same of it."""

import json
from dataclasses import astuple
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.assessment import Assessment
from generator.model.form import Form
from generator.model.profile import Profile
from generator.model.project import Place, Project
from generator.render.explore import describe_projects
from generator.render.exports.columns import PROJECTS
from generator.render.exports.rows import RowMaker
from generator.render.numbers import NONE
from generator.render.search.documents import describe_project as describe_document
from generator.render.views.charts import chart_grades
from generator.render.views.project import view_facts
from generator.render.views.project_lead import describe_project
from generator.render.views.sections import SectionViews
from generator.report.scores_json import render_scores
from generator.report.scores_text import render_scores as render_text
from generator.score import score_project
from generator.summarise import gather_overviews
from generator.summarise.totals import summarise
from tests.render.exports.samples import make_provenance
from tests.render.samples import CATALOGUE, ORGANISATIONS, SITE, make_corpus
from tests.score.samples import load_content

POINTS = st.none() | st.sampled_from([0, 5, 10, 30, 45, 90, 100]).map(Decimal)
CELLS = st.sampled_from(["", "—", "≥5人", "5人", "3人", "规范", "基本完成", "9月前", "10月"])
ROWS = st.fixed_dictionaries(
    {"name": st.just("指标"), "target": CELLS, "actual": CELLS, "weight": POINTS, "score": POINTS},
    optional={"of_which": st.booleans()},
)
FUNDS = st.fixed_dictionaries(
    {},
    optional={
        "weight": POINTS,
        "total": st.fixed_dictionaries(
            {}, optional={name: st.sampled_from([0, 50, 100]) for name in ("adjusted", "executed")}
        ),
    },
)
FORMS = st.builds(
    lambda rows, funds, total, execution: Form.model_validate(
        {
            "name": "项目",
            "status": "published",
            "funds": funds,
            "indicators": rows,
            "reported": {"total": total, "execution_score": execution},
        }
    ),
    st.lists(ROWS, max_size=3),
    FUNDS,
    POINTS,
    POINTS,
)
PROFILES = sorted(load_content().profiles)


def assess(form: Form, profile: Profile) -> Assessment:
    project = Project(Place(2023, "dangqun", "xiangmu"), form)
    return Assessment(project, score_project(project, profile))


def export(assessment: Assessment) -> dict[str, Any]:
    corpus = make_corpus(assessment)
    maker = RowMaker(corpus, CATALOGUE, make_provenance(corpus))
    (row,) = maker.describe(assessment, ()).rows[PROJECTS.name]
    return dict(zip((column.name for column in PROJECTS.columns), row, strict=True))


@pytest.mark.parametrize("name", PROFILES)
@given(form=FORMS)
def test_everything_says_the_same_of_a_form(name: str, form: Form) -> None:
    one = assess(form, load_content().profiles[name])
    total, grade = one.sheet.total, one.sheet.grade
    summaries = summarise([one], ORGANISATIONS)
    (year,) = summaries.years
    line = SectionViews(ORGANISATIONS, SITE).view_line(one)
    facts = {fact.label: fact for fact in view_facts(form, one.sheet)}
    accepted = [
        total.accepted is not None,
        total.computed is not None,
        facts["复算认定"].number != NONE,
        line.accepted != NONE,
        year.summary.score is not None,
        year.summary.assessed == 1,
        describe_projects(2023, [one])["accepted"][0] is not None,
        export(one)["accepted"] is not None,
        bool(export(one)["whole"]),
        json.loads(render_scores([one]))["projects"][0]["total"]["accepted"] is not None,
        "不认定总分" not in render_text([one]),
        "不认定总分" not in describe_project("单位", one),
        "认定得分：未评全" not in describe_document(one, ORGANISATIONS).facts,
        "score" in describe_document(one, ORGANISATIONS).sorts,
        "未评全" not in {row.label for figure in chart_grades(year.summary) for row in figure.chart.rows},
    ]
    assert set(accepted) == {total.is_whole}
    assert total.is_whole or grade is None


@pytest.mark.parametrize("name", PROFILES)
@given(form=FORMS)
def test_no_total_says_more_than_is_known(name: str, form: Form) -> None:
    profile = load_content().profiles[name]
    one = assess(form, profile)
    total = one.sheet.total
    assert total.accepted is None or 0 <= total.accepted <= profile.total.points
    assert total.verifiability.points == max(total.weight, profile.total.points)
    assert min(astuple(total.verifiability)) >= 0
    if total.is_whole:
        assert total.verifiability.unassessed == 0


@pytest.mark.parametrize("name", PROFILES)
@given(form=FORMS)
def test_texts_for_final_accounts_call_nothing_faultless_that_is_not_whole(name: str, form: Form) -> None:
    one = assess(form, load_content().profiles[name])
    overviews = gather_overviews([one], summarise([one], ORGANISATIONS), make_corpus(one))
    (text,) = next(series for series in overviews.units if series.key == "dangqun").years
    words = "".join(text.paragraphs)
    assert ("未评全的项目1个" in words) == (not one.sheet.total.is_whole)
    assert ("认定平均得分" in words.replace("不计入认定平均得分", "")) == one.sheet.total.is_whole
    if not one.sheet.total.is_whole:
        assert "各项内容均未失分" not in words

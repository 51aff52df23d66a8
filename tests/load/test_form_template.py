"""Templates of new forms: they load as they are, keep what is kept, and survive any text of an earlier form."""

import unicodedata
from decimal import Decimal

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from generator.load import load, parse_form
from generator.load.form_template import BLANK, divide_points, draft_form, quote
from generator.model.form import Form, FormKind, Funds, FundsSource, Goal, Indicator, MoneyUnit
from generator.model.profile import PointsAt, Profile
from generator.model.project import Place, Project
from tests.inline import CONTENT

PLACE = Place(2024, "unit", "project")
LAST = Place(2023, "unit", "project")
CORPUS = load(CONTENT)
PROFILES = CORPUS.profiles
SHANGHAI = PROFILES["shanghai"]

anything = st.characters(exclude_categories=["Cs"])
loadable = st.characters(
    max_codepoint=0xDFFFF,
    exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"],
    exclude_characters="\ufffc\ufffd",
)
"""Characters that the loader lets pass; line breaks and tabs, which it does too, are among the marks."""

texts = st.text(st.sampled_from("\n\t\"'\\#[]={},") | loadable, max_size=30)
names = texts.filter(str.strip)
points = st.none() | st.decimals(0, 100, places=2)
indicators = st.builds(
    Indicator,
    level1=texts,
    level2=texts,
    name=names,
    target=texts,
    actual=texts,
    measured=texts,
    weight=points,
    score=points,
    explanation=texts,
    core=st.booleans(),
    of_which=st.booleans(),
)
forms = st.builds(
    Form,
    name=names,
    profile=texts,
    previous=texts,
    source=texts,
    funds=st.builds(
        Funds,
        unit=st.sampled_from(MoneyUnit),
        weight=points,
        sources=st.lists(st.builds(FundsSource, name=names, initial=points), max_size=3).map(tuple),
        explanation=texts,
    ),
    goals=st.lists(st.builds(Goal, expected=texts, actual=texts), max_size=2).map(tuple),
    indicators=st.lists(indicators, max_size=3).map(tuple),
)


def draft(form: Form | None = None, place: Place = PLACE, at: Place = LAST) -> str:
    return draft_form(SHANGHAI, place, Project(at, form) if form else None)


def parse(text: str) -> Form:
    parsed = parse_form(text)
    assert parsed.value is not None, parsed.findings
    assert not parsed.findings
    return parsed.value


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.id)
def test_template_of_a_profile_has_its_groups_and_its_total(profile: Profile) -> None:
    form = parse(draft_form(profile, PLACE))
    assert form.funds.weight == profile.execution.points
    for group in profile.groups if profile.placement.at is PointsAt.ROW else ():
        weights = [row.weight or Decimal() for row in form.indicators if row.level1 == group.name]
        assert sum(weights) == group.points
    rows = sum(row.weight or Decimal() for row in form.indicators)
    goals = sum(goal.weight or Decimal() for goal in form.goals)
    assert rows + goals + profile.execution.points == profile.total.points


def test_template_of_a_profile_leaves_every_name_to_be_written() -> None:
    form = parse(draft())
    assert {form.name, *(row.name for row in form.indicators)} == {BLANK}
    assert [source.name for source in form.funds.sources] == ["当年财政拨款", "上年结转资金", "其他资金"]


def test_template_is_a_draft_with_the_schema_three_folders_up() -> None:
    text = draft()
    assert text.startswith("#:schema ../../../project.schema.json\n")
    assert parse(text).status == "draft"


def test_template_tells_the_official_name_of_every_cell() -> None:
    text = draft()
    for key, field in Indicator.model_fields.items():
        assert f"#   {key:<15} {field.title}" in text


@pytest.mark.parametrize("project", CORPUS.projects, ids=lambda project: project.place.slug)
def test_published_form_becomes_the_template_of_the_next_year(project: Project) -> None:
    form = parse(draft_form(SHANGHAI, Place(2024, project.place.unit, project.place.slug), project))
    kept = [(row.level1, row.level2, row.name, row.target, row.weight) for row in project.form.indicators]
    assert [(row.level1, row.level2, row.name, row.target, row.weight) for row in form.indicators] == kept
    assert [goal.expected for goal in form.goals] == [goal.expected for goal in project.form.goals]
    assert form.name == project.form.name


@given(forms)
def test_template_keeps_names_targets_weights_and_sources_of_any_form(form: Form) -> None:
    drafted = parse(draft(form))
    assert drafted.name == form.name
    assert drafted.profile == form.profile
    assert drafted.funds.unit == form.funds.unit
    assert [one.expected for one in drafted.goals] == [one.expected for one in form.goals or (Goal(),)]
    if form.indicators:
        assert [keep_row(row) for row in drafted.indicators] == [keep_row(row) for row in form.indicators]
    if form.funds.sources:
        assert [one.name for one in drafted.funds.sources] == [one.name for one in form.funds.sources]


def keep_row(row: Indicator) -> tuple[object, ...]:
    return row.level1, row.level2, row.name, row.target, row.weight, row.core, row.of_which


@given(forms)
def test_template_empties_all_that_the_new_year_must_tell(form: Form) -> None:
    drafted = parse(draft(form))
    rows = drafted.indicators
    assert all((row.actual, row.measured, row.score, row.explanation) == ("", "", None, "") for row in rows)
    assert all(goal.actual == "" for goal in drafted.goals)
    assert all(
        (one.initial, one.adjusted, one.executed) == (None, None, None)
        for one in (drafted.funds.total, *drafted.funds.sources)
    )
    assert drafted.funds.explanation == drafted.source == ""
    assert (drafted.reported.total, drafted.waivers, drafted.reviews, drafted.internal) == (None, (), (), {})


@given(forms)
def test_template_drafted_again_from_itself_is_the_same_bytes(form: Form) -> None:
    text = draft(form)
    assert draft(parse(text)) == text == draft(form)


@pytest.mark.parametrize(
    ("at", "previous"),
    [
        (Place(2023, "unit", "project"), ""),
        (Place(2023, "unit", "renamed"), "2023/unit/renamed"),
        (Place(2023, "other", "project"), "2023/other/project"),
        (Place(2022, "unit", "project"), "2022/unit/project"),
        (Place(2024, "unit", "neighbour"), ""),
    ],
)
def test_previous_is_set_where_the_path_does_not_tell_it(at: Place, previous: str) -> None:
    assert parse(draft(Form(name="项目"), at=at)).previous == previous


def test_form_without_rows_gets_those_of_the_profile() -> None:
    form = parse(draft(Form(name="项目")))
    assert [row.level1 for row in form.indicators] == [row.level1 for row in parse(draft()).indicators]


def test_row_without_points_of_its_own_is_not_asked_for_any() -> None:
    row = Indicator(name="其中", of_which=True)
    assert "# weight =" not in draft(Form(name="项目", indicators=(row,)))
    assert "# weight =" in draft(Form(name="项目", indicators=(row.model_copy(update={"of_which": False}),)))


def test_levels_that_the_paper_merges_are_written_once() -> None:
    rows = tuple(
        Indicator(level1=level1, level2=level2, name="一")
        for level1, level2 in (
            ("产出", "数量"),
            ("产出", "数量"),
            ("产出", "质量"),
            ("效益", "质量"),
            ("效益", ""),
        )
    )
    text = draft(Form(name="项目", indicators=rows))
    levels = [line for line in text.splitlines() if line.startswith("level")]
    assert levels == [
        'level1 = "产出"',
        'level2 = "数量"',
        'level2 = "质量"',
        'level1 = "效益"',
        'level2 = "质量"',
        'level2 = ""',
    ]
    assert [(row.level1, row.level2) for row in parse(text).indicators] == [
        (row.level1, row.level2) for row in rows
    ]


OTHER_LAYOUT = Form.model_validate(
    {
        "name": "水渠维修",
        "code": "5100",
        "departments": ("市农业农村局", '市"水利"局'),
        "period": "2023年",
        "filed": "2024年3月",
        "facts": {"项目类别": "部门预算项目"},
        "funds": {
            "weight": 10,
            "method": "执行率乘以分值",
            "total": {"initial": 5},
            "sources": ({"name": "东片", "breakdown": "子项目", "initial": 5, "weight": 5, "rate": "1%"},),
        },
        "goals": ({"expected": "修好", "weight": 80, "score": 80}, {"expected": "用好"}),
        "indicators": (
            {"name": "一", "weight": 9, "score": 9, "goal": 2, "method": "按比例", "reviewed": 9},
            {"name": "二", "merged": True, "goal": 2},
        ),
        "notes": ({"title": "存在问题", "text": "工期偏紧。"},),
        "reported": {"reviewed_total": 97},
    }
)


def test_cells_of_other_layouts_are_taken_over_where_they_hold_for_another_year() -> None:
    form = parse(draft(OTHER_LAYOUT))
    assert (form.code, form.departments, form.facts) == (
        OTHER_LAYOUT.code,
        OTHER_LAYOUT.departments,
        OTHER_LAYOUT.facts,
    )
    assert (form.period, form.filed, form.funds.method) == ("", "", "执行率乘以分值")
    (source,) = form.funds.sources
    assert (source.name, source.breakdown, source.rate) == ("东片", "子项目", "")
    assert source.weight == 5
    assert (source.initial, form.funds.total.initial) == (None, None)
    assert [(one.expected, one.weight, one.score) for one in form.goals] == [
        ("修好", 80, None),
        ("用好", None, None),
    ]
    assert [(one.goal, one.merged, one.method) for one in form.indicators] == [
        (2, False, "按比例"),
        (2, True, ""),
    ]
    assert [(one.title, one.text) for one in form.notes] == [("存在问题", "")]
    text = draft(OTHER_LAYOUT)
    assert 'filed = ""' in text
    assert "# reviewed =" in text
    assert "# reviewed_total =" in text


TARGETS = Form.model_validate(
    {
        "name": "水渠维修",
        "kind": "target",
        "funds": {"total": {"initial": 120}, "sources": ({"name": "财政拨款", "initial": 120},)},
        "goals": ({"expected": "修好水渠。"},),
        "indicators": ({"level1": "产出指标", "name": "水渠长度", "target": "≥30公里", "weight": 90},),
    }
)


def test_targets_of_the_year_become_its_self_evaluation_with_their_budget() -> None:
    form = parse(draft(TARGETS, at=Place(2024, "unit", "project-target")))
    assert (form.kind, form.previous) == (FormKind.SELF_EVALUATION, "")
    assert form.goals == TARGETS.goals
    assert [keep_row(row) for row in form.indicators] == [keep_row(row) for row in TARGETS.indicators]
    assert form.funds.total.initial == form.funds.sources[0].initial == 120
    assert form.funds.weight == SHANGHAI.execution.points


@pytest.mark.parametrize("text", [draft(TARGETS), draft_form(SHANGHAI, PLACE, kind=FormKind.TARGET)])
def test_a_target_form_is_not_asked_for_results(text: str) -> None:
    assert parse(text).kind is FormKind.TARGET
    keys = {line.lstrip("# ").partition(" ")[0] for line in text.splitlines() if " =" in line}
    assert not keys & {"actual", "measured", "score", "executed", "adjusted", "explanation", "rate", "total"}
    assert {"name", "target", "expected", "initial"} <= keys


def test_a_form_of_another_kind_is_followed_by_one_of_its_kind() -> None:
    text = draft(Form(name="部门整体支出", kind=FormKind.DEPARTMENT))
    assert parse(text).kind is FormKind.DEPARTMENT


def test_levels_with_line_breaks_stay_inside_their_remark() -> None:
    row = Indicator(level1='产出\n[[indicators]]\nname = "x"', name="一")
    assert len(parse(draft(Form(name="项目", indicators=(row,)))).indicators) == 1


@given(st.text(anything))
def test_quoted_text_reads_as_the_same_text(text: str) -> None:
    assert tomli.loads(f"value = {quote(text)}")["value"] == text


@given(st.text(anything))
def test_quoted_text_shows_no_control_character_but_line_breaks(text: str) -> None:
    assert not [char for char in quote(text) if unicodedata.category(char) == "Cc" and char != "\n"]


@given(st.decimals(0, 1000, places=6), st.integers(1, 20))
def test_divided_points_add_up_and_differ_by_one_step_at_most(total: Decimal, rows: int) -> None:
    shares = divide_points(total, rows)
    assert sum(shares) == total
    assert len(shares) == rows
    assert sorted(shares, reverse=True) == shares


@pytest.mark.parametrize(
    ("total", "shares"),
    [
        ("50", ["20", "15", "15"]),
        ("10", ["4", "3", "3"]),
        ("12.5", ["4.2", "4.2", "4.1"]),
        ("0", ["0", "0", "0"]),
    ],
)
def test_points_are_divided_as_roundly_as_they_can(total: str, shares: list[str]) -> None:
    assert divide_points(Decimal(total), 3) == [Decimal(share) for share in shares]


def test_points_that_stand_at_the_goal_are_drafted_there() -> None:
    text = draft_form(PROFILES["hubei"], PLACE)
    form = parse(text)
    assert form.funds.weight == Decimal(20)
    assert [one.weight for one in form.goals] == [Decimal(80)]
    assert {row.weight for row in form.indicators} == {None}
    assert "预算执行率 20 分，产出指标 40 分，效益指标和满意度指标合计 40 分。" in text


def test_execution_that_bears_no_points_is_called_so() -> None:
    assert "。预算执行率不单独计分，决策指标 10 分，" in draft_form(PROFILES["ningxia"], PLACE)

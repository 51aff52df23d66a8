"""The head of a form: its name, its departments, and its small facts, two in a row."""

import pytest

from generator.model.form import FormKind
from generator.render.addresses import department_address
from generator.render.views.parts import Link
from generator.render.views.project_head import HeadView, name_paper, view_head
from tests.render.samples import ORGANISATIONS, make_form

OWN = Link("香花桥街道办事处", department_address("xianghuaqiao"))


def view(**cells: object) -> HeadView:
    return view_head(make_form(**cells), OWN, ORGANISATIONS)


def test_a_form_that_prints_no_department_has_that_of_its_unit() -> None:
    assert view().departments == (OWN,)


def test_printed_departments_stand_as_printed_and_lead_where_they_are_registered() -> None:
    departments = view(departments=("卫生健康委员会", "市水利局")).departments
    assert [(one.text, bool(one.address)) for one in departments] == [
        ("卫生健康委员会", True),
        ("市水利局", False),
    ]


def test_small_facts_stand_two_in_a_row_and_the_last_one_fills_it() -> None:
    rows = view(code="5100", filed="2024年3月", facts={"项目类别": "常年性"}).rows
    assert [[(cell.title, cell.text, cell.columns) for cell in row] for row in rows] == [
        [("项目编码", "5100", 1), ("填报日期", "2024年3月", 1)],
        [("项目类别", "常年性", 3)],
    ]
    assert view().rows == ()


@pytest.mark.parametrize("kind", FormKind)
def test_each_kind_bears_the_name_of_its_paper(kind: FormKind) -> None:
    assert view(kind=kind).title == name_paper(kind)
    assert name_paper(kind).endswith(kind.word)

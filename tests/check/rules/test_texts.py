"""Rules about what is written."""

import pytest

from generator.check.rules.texts import ExplanationContradictsValue, ExplanationRepeated
from tests.check.rules.near_misses import keys_among, keys_of
from tests.inline import ORGANISATIONS

LONG = "受多种因素影响，未能按计划完成，今后加强管理。"


def form(explanation: str, status: str = "published") -> str:
    return (
        f'name = "项目"\nstatus = "{status}"\nindicators = [{{ name = "甲", explanation = "{explanation}" }}]'
    )


@pytest.mark.parametrize(
    ("other", "own", "fires"),
    [
        (form(LONG), form(LONG), True),
        (form(LONG.replace("，", "，\\n")), form(LONG), True),
        (form(LONG), form(LONG + "明年改进。"), False),
        (form("项目尚未结束"), form("项目尚未结束"), False),
        # what is not public must not show on a public page
        (form(LONG, "draft"), form(LONG), False),
        (form(LONG), form(LONG, "draft"), True),
    ],
)
def test_the_same_explanation_in_two_projects(other: str, own: str, fires: bool) -> None:
    files = {"projects/2023/unit/a.toml": other, "projects/2023/unit/b.toml": own}
    assert keys_among(ExplanationRepeated, files) == (["indicators[0].explanation"] if fires else [])


def test_what_another_unit_explains_alike_is_told_on_another_page() -> None:
    organisations = ORGANISATIONS + '[units.other]\nname = "另一单位"\ndepartment = "department"\n'
    files = {"projects/2023/unit/a.toml": form(LONG), "projects/2023/other/b.toml": form(LONG)}
    assert keys_among(ExplanationRepeated, {"organisations.toml": organisations, **files}) == []


def test_the_same_explanation_twice_in_one_project_is_no_copy_from_another() -> None:
    row = f'{{ name = "甲", explanation = "{LONG}" }}'
    assert keys_of(ExplanationRepeated, f'name = "项目"\nindicators = [{row}, {row}]') == []


@pytest.mark.parametrize(
    ("other", "own", "fires"),
    [
        ("合同约定次年验收后付款，尾款结转下年。", "合同约定次年验收后付款，尾款结转下年。", True),
        ("合同约定次年验收后付款，尾款结转下年。", "合同约定次年验收后付款，\\n尾款结转下年。", True),
        ("合同约定次年验收后付款，尾款结转下年。", "合同约定次年验收后付款，尾款 2 万元结转下年。", False),
        ("尾款结转下年。", "尾款结转下年。", False),
        # what meets all projects alike may be told alike
        ("按要求过紧日子，压减一般性支出两成。", "按要求过紧日子，压减一般性支出两成。", False),
        ("年底财政部门统一收回未用完的资金。", "年底财政部门统一收回未用完的资金。", False),
        ("因上级补助资金年底才下达，未能支付。", "因上级补助资金年底才下达，未能支付。", False),
    ],
)
def test_the_same_reason_for_the_money_in_two_projects(other: str, own: str, fires: bool) -> None:
    files = {
        f"projects/2023/unit/{slug}.toml": f'name = "项目"\nstatus = "published"\nfunds.explanation = "{text}"'
        for slug, text in (("a", other), ("b", own))
    }
    assert keys_among(ExplanationRepeated, files) == (["funds.explanation"] if fires else [])


@pytest.mark.parametrize(
    ("target", "actual", "explanation", "fires"),
    [
        ("≥83个", "83", "1个站点因条件不成熟未建成", True),
        ("≥83个", "82个", "1个站点因条件不成熟未建成", False),
        ("≥83个", "83", "上半年未完成，下半年已全部补齐", False),
        ("≥83个", "83", "大雨停工三日", False),
        ("规范", "基本规范", "部分工作未完成", False),
        ("=100%", "95%", "完成率85.8%", True),
        ("=100%", "85.8%", "完成率85.8%", False),
        ("=100%", "95%", "目标完成率100%没有达到", False),
        ("=100%", "95%", "比上年提高5%", False),
        ("=100%", "95%", "回收问卷 80%", False),
        ("=100%", "95%", "实际体检的完成率只有 85.8%", True),
        ("=100%", "95%", "上年完成率为85.8%，今年有所提高", False),
        ("=100%", "95%", "问卷回收率85.8%，影响统计", False),
        ("≥83个", "83", "上年未建成的站点今年补建", False),
        ("≤83个", "80", "未达到控制数", False),
        ("≥83个", "83", "线下活动没有开展，改为线上", False),
    ],
)
def test_explanation_and_value(target: str, actual: str, explanation: str, fires: bool) -> None:
    row = f'name = "体检完成率", target = "{target}", actual = "{actual}", explanation = "{explanation}"'
    keys = keys_of(ExplanationContradictsValue, f'name = "项目"\nindicators = [{{ {row} }}]')
    assert keys == (["indicators[0].explanation"] if fires else [])

"""What search sees of every page."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.corpus import TextPage
from generator.model.form import Funds, Review
from generator.model.listed_page import ListedPage
from generator.model.search_document import FILTERS, SORTS, SearchDocument
from generator.render.search.documents import PAGES, gather_documents
from generator.render.search.indexing import IndexFolders
from tests.render.samples import (
    CATALOGUE,
    ORGANISATIONS,
    assess,
    leave_open,
    make_corpus,
    make_form,
    small_corpus,
)

LISTS = {"", "years/", "departments/", "units/", "profiles/", "rules/"}
"""Pages that only list others: whoever looks for something wants what they list."""


def describe(**changes: object) -> SearchDocument:
    """The document of the sample's project with other cells."""
    one = assess(make_form(**changes))
    return gather_documents(make_corpus(one), [one], ())["2023"][0]


def describe_pages(*texts: TextPage) -> dict[str, SearchDocument]:
    """The documents of the pages without projects, by address."""
    one = assess(make_form())
    shards = gather_documents(make_corpus(one, texts=texts), [one], CATALOGUE)
    return {document.address: document for document in shards[PAGES]}


def test_projects_are_divided_by_year_and_all_other_pages_stand_together() -> None:
    corpus, assessments, _ = small_corpus()
    shards = gather_documents(corpus, assessments, CATALOGUE)
    assert {shard: len(documents) for shard, documents in shards.items() if shard != PAGES} == {
        "2022": 1,
        "2023": 2,
    }
    kinds = [document.kind for document in shards[PAGES]]
    assert sorted(set(kinds)) == sorted(
        {"年度汇总", "汇总", "主管部门", "实施单位", "评分办法", "检查规则", "说明"}
    )


def test_every_page_of_the_site_can_be_found(site: Path) -> None:
    source = IndexFolders.below(site.parent).source
    documents = {file.parent.relative_to(source).as_posix() for file in source.rglob("index.html")}
    found = {f"{path.partition('/')[2]}/" for path in documents}
    pages = {
        f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./") for file in site.rglob("index.html")
    }
    assert found == pages - LISTS


def test_a_project_is_described_by_its_facts_and_cells() -> None:
    document = describe()
    assert document.address == "projects/2023/dangqun/dangjian/"
    assert (document.title, document.kind) == ("党建工作专项经费", "项目")
    assert document.facts[:3] == ("2023年度", "社区党群服务中心", "预算数：829,000元")
    assert document.facts[3:] == ("执行率：90.56%", "认定得分：92.8", "等级：优")
    for cell in (
        "提升党务干部素质。",
        "体检人数",
        "≥205人",
        "85.8%",
        "执行数：750,700元",
        "香花桥街道办事处",
    ):
        assert cell in document.blocks


def test_where_a_form_comes_from_and_why_it_was_withdrawn_can_be_found() -> None:
    document = describe(status="withdrawn", source="2023 年度部门决算附件", withdrawal="两个项目合在了一起。")
    assert {"2023 年度部门决算附件", "两个项目合在了一起。"} <= {*document.blocks}


def test_every_text_that_the_paper_prints_can_be_found() -> None:
    funds = {"method": "执行率乘以分值"}
    document = describe(
        code="51000021T000000000001",
        departments=("市农业农村局", "市水利局"),
        period="2023年1月至12月",
        filed="2024年3月15日",
        facts={"项目类别": "部门预算项目"},
        notes=({"title": "存在问题", "text": "工期偏紧。"},),
        funds=Funds.model_validate(funds),
        indicators=({"name": "水渠长度", "method": "按比例"},),
    )
    assert {
        "51000021T000000000001",
        "市农业农村局",
        "市水利局",
        "2023年1月至12月",
        "2024年3月15日",
        "项目类别：部门预算项目",
        "存在问题",
        "工期偏紧。",
        "执行率乘以分值",
        "按比例",
    } <= {*document.blocks}


def test_pages_below_the_lists_stand_with_their_year_where_it_has_projects() -> None:
    one = assess(make_form())
    listed = (
        ListedPage("deviations/2023/xianghuaqiao/", "甲", "偏差与整改", "2023", "xianghuaqiao"),
        ListedPage("coverage/2024/", "乙", "报送情况", "2024"),
        ListedPage("disclosure/units/dangqun/", "丙", "公开说明", "", "xianghuaqiao", "dangqun"),
        ListedPage("indicators/0/", "丁", "指标"),
    )
    shards = gather_documents(make_corpus(one), [one], (), listed)
    department, unit = "香花桥街道办事处", "社区党群服务中心"
    assert shards.keys() == {PAGES, "2023"}
    assert shards["2023"][1:] == [
        SearchDocument(
            listed[0].address, "甲", "偏差与整改", filters={"year": "2023", "department": department}
        )
    ]
    assert shards[PAGES][-3:] == [
        SearchDocument("coverage/2024/", "乙", "报送情况", filters={"year": "2024"}),
        SearchDocument(listed[2].address, "丙", "公开说明", filters={"department": department, "unit": unit}),
        SearchDocument("indicators/0/", "丁", "指标"),
    ]


def test_an_explanation_given_for_a_finding_can_be_found() -> None:
    document = describe(waivers=({"rule": "S003", "reason": "原表如此。"},))
    assert "原表如此。" in document.blocks


def test_filters_and_sorts_are_those_that_the_browser_offers() -> None:
    document = describe()
    assert document.filters == {
        "year": "2023",
        "department": "香花桥街道办事处",
        "unit": "社区党群服务中心",
        "grade": "优",
    }
    assert tuple(document.filters) == FILTERS
    assert tuple(document.sorts) == SORTS
    assert document.sorts["amount"] == 829000
    assert round(document.sorts["rate"], 2) == Decimal("90.55")


def test_money_in_wan_is_sorted_by_yuan() -> None:
    funds = Funds.model_validate({"unit": "万元", "total": {"adjusted": Decimal("82.9")}})
    document = describe(funds=funds)
    assert document.sorts["amount"] == 829000
    assert "预算数：82.9万元" in document.facts


def test_a_withdrawn_project_is_found_but_ranks_nowhere() -> None:
    document = describe(status="withdrawn")
    assert document.kind == "项目（已撤回）"
    assert document.facts == ("2023年度", "社区党群服务中心")
    assert not document.sorts
    assert "grade" not in document.filters


def test_a_form_that_is_not_wholly_assessed_ranks_by_no_score() -> None:
    one = assess(make_form())
    partly = leave_open(one)
    document = gather_documents(make_corpus(one), [partly], ())["2023"][0]
    assert tuple(document.sorts) == ("amount", "rate")
    assert "grade" not in document.filters
    assert "认定得分：未评全" in document.facts


def test_a_form_without_money_has_no_words_about_it() -> None:
    one = assess(make_form(funds=Funds()))
    execution = replace(one.sheet.execution, rate=None)
    document = gather_documents(
        make_corpus(one), [replace(one, sheet=replace(one.sheet, execution=execution))], ()
    )["2023"][0]
    assert tuple(document.sorts) == ("score",)
    assert not any(fact.startswith(("预算数", "执行率")) for fact in document.facts)


@pytest.mark.parametrize("rate", [Decimal("1E+30"), Decimal("1E-30")])
def test_a_rate_beyond_measure_stops_nothing(rate: Decimal) -> None:
    one = assess(make_form())
    odd = replace(one, sheet=replace(one.sheet, execution=replace(one.sheet.execution, rate=rate)))
    assert gather_documents(make_corpus(one), [odd], ())["2023"][0].sorts["rate"] == rate * 100


def test_reviews_and_internal_information_are_in_no_document() -> None:
    document = describe(reviews=(Review(by="审核人甲", comment="请补充"),), internal={"电话": "内部号码"})
    text = repr(document)
    assert not any(secret in text for secret in ("审核人甲", "请补充", "内部号码"))


def test_units_and_departments_are_found_by_name_and_filtered_with_their_projects() -> None:
    pages = describe_pages()
    unit = pages["units/yiyuan/"]
    assert (unit.title, unit.kind, unit.facts) == ("社区卫生服务中心", "实施单位", ("卫生健康委员会",))
    assert unit.filters == {"department": "卫生健康委员会", "unit": "社区卫生服务中心"}
    assert len([page for page in pages.values() if page.kind == "主管部门"]) == len(ORGANISATIONS.departments)


def test_a_rule_is_found_by_its_code_and_its_text() -> None:
    rule = describe_pages()["rules/J102/"]
    assert (rule.title, rule.facts) == ("自评总分不等于各项得分之和", ("J102",))
    assert rule.blocks == ("检查什么", "总分是不是各项之和。")


def test_a_text_bears_its_heading_and_loses_its_markup() -> None:
    text = """
# 名词

## 执行率

花掉的**比例**，见[办法](profiles/index.md)，写在 `[funds]` 里。

1. `一`
- 5 * 3 > 2

```toml
a = [1]
```

| 甲 | 乙 |
|---|---|
| 1 | 2 |
"""
    page = describe_pages(TextPage("glossary", text))["glossary/"]
    assert page.title == "名词"
    assert page.blocks[:4] == ("执行率", "花掉的比例，见办法，写在 [funds] 里。", "一", "5 * 3 > 2")
    assert page.blocks[4:] == ("a = [1]", "甲  乙", "1  2")


def test_an_empty_text_is_found_by_its_name() -> None:
    assert describe_pages(TextPage("more", ""))["pages/more/"].title == "more"


def test_a_form_of_another_kind_is_called_by_its_paper() -> None:
    assert describe(kind="target").kind == "项目支出绩效目标申报表"
    assert describe(kind="department", status="withdrawn").kind == "部门整体支出绩效自评表（已撤回）"

"""What a page says of itself to machines."""

import json
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.history import FileHistory
from generator.render.linked_data import describe_dataset, describe_unit, write_linked_data
from tests.render.hostile import TEXTS
from tests.render.markup import convert
from tests.render.samples import ORGANISATIONS, SITE, assess, make_form

AT = SITE.model_copy(update={"url": "https://jixiao.example.cn"})
KNOWN = FileHistory(date(2024, 3, 1), date(2024, 5, 2), "财政部门")


def read(page: str) -> Any:
    """Read the only script of a page, after Markdown has done with it."""
    (script,) = find_scripts(convert(page))
    assert script.get("type") == "application/ld+json"
    return json.loads(script.text or "")


def find_scripts(tree: Element) -> list[Element]:
    return list(tree.iter("script"))


@pytest.mark.parametrize("text", TEXTS)
def test_no_known_text_breaks_out(text: str) -> None:
    page = f"甲\n\n{write_linked_data({'name': text})}\n\n乙\n"
    assert read(page)["name"] == text


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_no_text_at_all_breaks_out(text: str) -> None:
    written = write_linked_data({"name": text})
    inside = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside)["name"] == text
    assert not set("<>&\n\r\u2028\u2029") & set(inside)


def test_a_project_is_a_data_set_of_its_unit() -> None:
    thing = json.loads(
        str(write_linked_data(describe_dataset(assess(make_form()), "一句话。", ORGANISATIONS, AT, KNOWN)))
        .removeprefix('<script type="application/ld+json">')
        .removesuffix("</script>")
    )
    assert thing == {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": "党建工作专项经费：2023 年度财政项目支出绩效自评表",
        "description": "一句话。",
        "url": "https://jixiao.example.cn/projects/2023/dangqun/dangjian/",
        "inLanguage": "zh-CN",
        "temporalCoverage": "2023",
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "datePublished": "2024-03-01",
        "dateModified": "2024-05-02",
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": "https://jixiao.example.cn/api/v1/projects/2023/dangqun/dangjian.json",
        },
        "creator": {
            "@type": "GovernmentOrganization",
            "name": "社区党群服务中心",
            "url": "https://jixiao.example.cn/units/dangqun/",
            "parentOrganization": {
                "@type": "GovernmentOrganization",
                "name": "香花桥街道办事处",
                "url": "https://jixiao.example.cn/departments/xianghuaqiao/",
            },
        },
        "publisher": {"@type": "Organization", "name": "示例发布单位", "url": "https://jixiao.example.cn"},
    }


def test_what_is_not_known_is_left_out() -> None:
    assert "url" not in write_linked_data(describe_unit("dangqun", ORGANISATIONS, SITE))
    thing = describe_dataset(assess(make_form(status="withdrawn")), "", ORGANISATIONS, SITE, None)
    assert "date" not in write_linked_data(thing)
    assert "已撤回" in write_linked_data(thing)

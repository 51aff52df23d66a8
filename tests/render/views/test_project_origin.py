"""Where a page's data came from, when it changed, and how to cite it."""

from datetime import date
from typing import Any

import pytest

from generator.model.history import FileHistory
from generator.model.site import CodeHost, Site
from generator.render.views.project_origin import OriginView, describe_change, view_origin
from tests.render.samples import PROFILE, SITE, assess, make_form

KNOWN = FileHistory(date(2024, 3, 1), date(2024, 5, 2), "财政部门")


def view(site: Site = SITE, history: FileHistory | None = None, **changes: Any) -> OriginView:
    return view_origin(assess(make_form(**changes)), "党群\n服务中心", site, {PROFILE.id: PROFILE}, history)


def at(url: str) -> Site:
    return SITE.model_copy(update={"url": url})


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://example.gov.cn/a.html", "https://example.gov.cn/a.html"),
        ("2023 年度自评表", ""),
        ("javascript:alert(1)", ""),
        ("见 https://example.gov.cn/", ""),
    ],
)
def test_only_web_addresses_are_linked(source: str, address: str) -> None:
    origin = view(source=source)
    assert (origin.source, origin.source_address) == (source, address)


def test_history_and_edit_stand_beside_the_file() -> None:
    origin = view(SITE.model_copy(update={"host": CodeHost.GITHUB}))
    file = "main/content/projects/2023/dangqun/dangjian.toml"
    assert origin.in_repository == tuple(
        f"https://example.org/jixiao/{view}/{file}" for view in ("blob", "commits", "edit")
    )


def test_where_the_kind_of_host_is_not_known_only_the_repository_is_linked() -> None:
    origin = view()
    assert (origin.in_repository, origin.repository) == (None, "https://example.org/jixiao")


@pytest.mark.parametrize(
    ("history", "words"),
    [
        (KNOWN, "2024-05-02，由财政部门提交"),
        (FileHistory(None, date(2024, 5, 2)), "2024-05-02"),
        (FileHistory(date(2024, 3, 1), None), "日期不明"),
        (FileHistory(None, None, "财政部门"), "日期不明，由财政部门提交"),
        (None, ""),
    ],
)
def test_a_change_is_told_by_its_day_and_office(history: FileHistory | None, words: str) -> None:
    assert describe_change(history) == words


@pytest.mark.parametrize(
    ("url", "history", "citation"),
    [
        (
            "https://jixiao.example.cn",
            KNOWN,
            "党群 服务中心. 党建工作专项经费：2023 年度财政项目支出绩效自评表[DS/OL]. 示例发布单位, 2024(2024-05-02)"
            "[引用日期]. https://jixiao.example.cn/projects/2023/dangqun/dangjian/.",
        ),
        (
            "https://jixiao.example.cn/",
            FileHistory(None, date(2024, 5, 2)),
            "党群 服务中心. 党建工作专项经费：2023 年度财政项目支出绩效自评表[DS/OL]. 示例发布单位, (2024-05-02)"
            "[引用日期]. https://jixiao.example.cn/projects/2023/dangqun/dangjian/.",
        ),
        (
            "",
            FileHistory(date(2024, 3, 1), None),
            "党群 服务中心. 党建工作专项经费：2023 年度财政项目支出绩效自评表[DS]. 示例发布单位, 2024.",
        ),
        (
            "",
            FileHistory(None, None),
            "党群 服务中心. 党建工作专项经费：2023 年度财政项目支出绩效自评表[DS]. 示例发布单位.",
        ),
        ("", None, "党群 服务中心. 党建工作专项经费：2023 年度财政项目支出绩效自评表[DS]. 示例发布单位."),
    ],
)
def test_a_citation_says_what_is_known_and_no_more(
    url: str, history: FileHistory | None, citation: str
) -> None:
    assert view(at(url), history).citation == citation


def test_the_data_of_the_page_can_be_taken_away_as_json_and_as_csv() -> None:
    links = {link.text.partition("（")[0]: link.address for link in view().data}
    assert links["JSON"] == "api/v1/projects/2023/dangqun/dangjian.json"
    assert links["CSV"] == "api/v1/projects/2023/dangqun/dangjian.csv"


def test_the_permanent_address_is_whole_or_not_there() -> None:
    assert view(at("https://jixiao.example.cn")).permanent.endswith(".cn/projects/2023/dangqun/dangjian/")
    assert view().permanent == ""

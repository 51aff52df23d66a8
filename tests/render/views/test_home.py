"""The home page and the hand-written pages."""

import re
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from generator.model.corpus import TextPage
from generator.model.form import Form
from generator.model.site import Edition
from generator.render.views.home import HomeView, view_home, view_texts
from generator.render.views.sections import SectionViews
from generator.summarise import gather_overviews
from generator.summarise.totals import summarise
from tests.inline import CONTENT
from tests.render.samples import ORGANISATIONS, PROFILE, SITE, assess, make_corpus, make_form


def view(*years: int, edition: Edition = Edition.PUBLIC, **cells: Any) -> HomeView:
    projects = tuple(assess(make_form(**cells), year) for year in years)
    summaries = summarise(projects, ORGANISATIONS)
    overviews = gather_overviews(projects, summaries, make_corpus(*projects))
    sections = SectionViews(ORGANISATIONS, SITE, edition)
    return view_home(SITE, summaries, overviews.largest, sections, PROFILE)


def test_the_home_page_shows_the_newest_year_by_department() -> None:
    home = view(2021, 2023, 2022)
    assert home.newest is not None
    assert home.newest.address == "years/2023/"
    assert [(row.name.text, row.level) for row in home.parts] == [("香花桥街道办事处", 0)]
    assert home.total.projects == 1
    assert home.facts[0].number == "1"


def test_the_home_page_tells_the_newest_year_in_a_sentence_and_all_years_in_another() -> None:
    home = view(2021, 2023, 2022)
    assert home.in_words == (
        "2023 年度公开了 1 个项目的自评表；预算共 82.90 万元，花掉 75.07 万元（90.55%）；"
        "平均得 92.80 分（满分 100 分）；有 1 个项目，认定的总分低于单位给自己打的分；"
        "各表合计 100 分里复算过 40 分（10 分与自评一致，30 分与自评不同），只能由单位判断 60 分。"
    )
    assert home.all_years == "2021 到 2023 年度一共公开了 3 个项目，预算 248.70 万元，执行 225.21 万元。"
    assert not view(2023).all_years


def test_the_internal_edition_has_received_what_is_not_published() -> None:
    home = view(2022, 2023, edition=Edition.INTERNAL)
    assert home.in_words.startswith("2023 年度收到了 1 个项目的自评表；")
    assert home.all_years.startswith("2022 到 2023 年度一共收到了 2 个项目，")


def test_the_home_page_says_nothing_of_what_is_not_known() -> None:
    home = view(2023, funds={"total": {}}, reported={"total": None})
    assert home.in_words == (
        "2023 年度公开了 1 个项目的自评表；平均得 92.80 分（满分 100 分）；"
        "各表合计 100 分里复算过 40 分（10 分与自评一致，30 分与自评不同），只能由单位判断 60 分。"
    )


def test_the_home_page_leads_to_the_rows_that_lost_most_points() -> None:
    first, second, *_ = view(2022, 2023).losses
    assert (first.row.text, first.lost, first.target, first.actual) == (
        "体检完成率",
        "4.26",
        "=100%",
        "85.8%",
    )
    assert first.row.address.startswith("projects/2023/dangqun/dangjian/#")
    assert (first.project.text, first.unit.text) == ("党建工作专项经费", "社区党群服务中心")
    assert first.reason == "部分党员自行体检。 明年提前安排。"
    assert (second.row.text, second.reason) == ("运转情况", "没有写明原因")


def test_losses_of_an_earlier_year_are_not_told_of_the_newest() -> None:
    losing, other = assess(make_form(), 2022), assess(make_form(), 2023)
    summaries = summarise((losing, other), ORGANISATIONS)
    largest = gather_overviews((losing,), summaries, make_corpus(losing)).largest
    home = view_home(SITE, summaries, largest, SectionViews(ORGANISATIONS, SITE, Edition.PUBLIC), PROFILE)
    assert largest
    assert home.newest is not None
    assert (home.newest.text, home.losses) == ("2023 年度", ())


def test_a_long_reason_is_cut_on_the_home_page() -> None:
    row = {"level1": "产出指标", "level2": "数量指标", "name": "次数", "weight": 10, "score": 5}
    (loss, *_) = view(2023, indicators=({**row, "explanation": "因为下雨。" * 30},)).losses
    assert loss.reason == "因为下雨。" * 16 + "……"


def test_a_site_without_projects_has_a_home_page() -> None:
    home = view()
    assert (home.newest, home.in_words, home.parts, home.losses) == (None, "", (), ())


def test_the_points_for_execution_come_from_the_default_profile() -> None:
    assert view().execution_points == "10"
    assert view().rules.address == "profiles/mof-2020/"


def test_a_page_is_titled_by_its_first_heading() -> None:
    texts = view_texts([TextPage("about", "\ufeff\n# 关于我们\n\n正文\n")], ())
    assert (texts["about.md"].title, texts["about.md"].body.strip()) == ("关于我们", "正文")


@pytest.mark.parametrize("text", ["正文，没有标题\n", "## 小标题\n", "#没有空格\n", ""])
def test_a_page_without_a_heading_keeps_its_whole_text(text: str) -> None:
    about = view_texts([TextPage("about", text)], ())["about.md"]
    assert about.title == "关于本站"
    assert about.body == text


def test_pages_of_the_navigation_are_always_there() -> None:
    assert view_texts([], ()).keys() == {"guide.md", "about.md", "glossary.md"}


def test_further_pages_are_listed_on_the_page_about_the_site() -> None:
    texts = view_texts([TextPage("filling", "# 怎样填写\n"), TextPage("contact", "没有标题\n")], ())
    assert [(link.text, link.address) for link in texts["about.md"].more] == [
        ("contact", "pages/contact/"),
        ("怎样填写", "pages/filling/"),
    ]
    assert texts["glossary.md"].more == ()
    assert texts["pages/filling.md"].title == "怎样填写"


@pytest.mark.parametrize(
    ("name", "link", "stays"),
    [
        ("about", "glossary.md", True),
        ("about", "glossary.md#分值", True),
        ("about", "years/index.md", True),
        ("about", "pages/filling.md", True),
        ("filling", "../glossary.md", True),
        ("filling", "filling.md", True),
        ("filling", "glossary.md", False),
        ("about", "gone.md", False),
        ("about", "../glossary.md", False),
        ("about", "/glossary.md", False),
        ("about", "projects/2023/unit/gone.md", False),
        ("about", "javascript:location=name//../years/index.md", False),
        ("about", "data:text,x/../years/index.md", False),
        ("about", "//elsewhere.test/../../years/index.md", False),
        ("about", "https://[/../../../years/index.md", False),
    ],
)
def test_a_page_links_only_to_pages_that_are_there(name: str, link: str, stays: bool) -> None:
    pages = {"about": "", "filling": ""} | {name: f"[文]({link})"}
    texts = view_texts([TextPage(*page) for page in pages.items()], ("years/index.md",))
    body = texts["about.md" if name == "about" else f"pages/{name}.md"].body
    assert (f"]({link})" in body) is stays


def test_the_page_on_filling_names_every_key_of_a_form() -> None:
    words = set(re.findall(r"[a-z_0-9]+", (CONTENT / "pages/filling.md").read_text(encoding="utf-8")))
    assert set(list_keys(Form)) <= words


def list_keys(model: type[BaseModel]) -> Iterator[str]:
    """Name the keys of a table, and of the tables in it."""
    for name, field in model.model_fields.items():
        yield name
        for inner in (field.annotation, *typing.get_args(field.annotation)):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from list_keys(inner)

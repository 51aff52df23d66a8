"""What is new, on its page and on the home page."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from xml.etree.ElementTree import Element

import pytest

from generator.model.site import Edition, Site
from generator.model.update import Chronicle, News
from generator.render import addresses
from generator.render.render import Renderer, make_environment
from generator.render.views.updates import NEWEST, UpdateViews
from tests.render.hostile import TEXTS
from tests.render.markup import convert, text_of
from tests.render.samples import CATALOGUE, ORGANISATIONS, SITE, make_corpus
from tests.render.test_feed import ALL, DAY, EARLIER, HERE, REMOVED, UPDATE

NEWS = News(ALL, is_known=True)
SITE_ROOT = SimpleNamespace(root=addresses.FROM_HOME)
VIEWS = UpdateViews(ORGANISATIONS, SITE)


def render(news: News, site: Site = SITE) -> dict[str, str]:
    """The page of updates, the feed, and the part of the home page."""
    renderer = Renderer(
        replace(make_corpus(), site=site), CATALOGUE, Edition.PUBLIC, chronicle=Chronicle({}, news)
    )
    part = make_environment().get_template("_updates.md.j2")
    newest = UpdateViews(ORGANISATIONS, site).view_newest(news)
    return dict(renderer.update_pages()) | {"home": part.render(view=SITE_ROOT, news=newest)}


def list_lines(page: str) -> list[Element]:
    """The lines of all updates on a page."""
    lists = [one for one in convert(page).iter("ul") if one.get("class") == "jx-updates"]
    return [line for one in lists for line in one]


def test_updates_stand_by_day() -> None:
    page = VIEWS.view_page(NEWS)
    assert [(day.day, day.id, len(day.lines)) for day in page.days] == [
        ("2024 年 5 月 2 日", "d2024-05-02", 2),
        ("2024 年 4 月 29 日", "d2024-04-29", 1),
    ]


def test_a_line_says_what_happened_to_which_project_of_whom() -> None:
    line, removed = VIEWS.view_page(NEWS).days[0].lines
    assert (line.kind, line.name.text, line.year) == ("有更正", "党建工作专项经费", "2023 年度")
    assert line.name.address == "projects/2023/dangqun/dangjian/"
    assert line.unit is not None
    assert (line.unit.text, line.unit.address) == ("社区党群服务中心", "units/dangqun/")
    assert line.details == UPDATE.details
    assert line.id == "2024-05-02/2023/dangqun/dangjian"
    assert (removed.name.text, removed.name.address) == ("2 张自评表", "")


def test_what_adds_to_the_site_is_marked_otherwise_than_what_changes_it() -> None:
    marks = [VIEWS.view_page(News((one,))).days[0].lines[0].mark for one in (UPDATE, EARLIER, REMOVED)]
    assert marks == [" jx-warning", "", " jx-warning"]


def test_the_home_page_tells_the_newest_and_leads_to_all() -> None:
    updates = tuple(replace(UPDATE, day=DAY - timedelta(n)) for n in range(NEWEST + 1))
    view = VIEWS.view_newest(News(updates, is_known=True))
    assert [line.day for line in view.lines] == [f"2024 年 {m} 月 {d} 日" for m, d in DAYS]
    assert view.all.address == "updates/"


def test_updates_without_a_day_come_first_on_their_page_and_never_on_the_home_page() -> None:
    news = News((replace(UPDATE, day=None), EARLIER), is_known=True)
    page = VIEWS.view_page(news)
    assert [(day.day, day.id) for day in page.days] == [
        ("日期不明", "d-undated"),
        ("2024 年 4 月 29 日", "d2024-04-29"),
    ]
    assert page.days[0].lines[0].id == "undated/2023/dangqun/dangjian"
    assert any("不可信" in note for note in page.notes)
    assert [line.kind for line in VIEWS.view_newest(news).lines] == ["新公开"]


def test_a_shallow_clone_is_not_said_to_be_no_repository() -> None:
    news = News(is_cut=True)
    for nothing in (VIEWS.view_page(news).nothing, VIEWS.view_newest(news).nothing):
        assert "没有取来全部的更改记录" in nothing


DAYS = ((5, 2), (5, 1), (4, 30), (4, 29), (4, 28))


def test_a_unit_that_is_entered_no_more_goes_unnamed() -> None:
    line = VIEWS.view_page(News((replace(REMOVED, unit="gone"),))).days[0].lines[0]
    assert line.unit is None


@pytest.mark.parametrize(
    ("news", "words"),
    [
        (News(), "没有放在 git 仓库里"),
        (News(is_known=True), "还没有公开过自评表"),
        (replace(NEWS, is_whole=False), "这里只列最近的更新"),
        (replace(NEWS, is_cut=True), "没有取来全部的更改记录"),
        (NEWS, "网站还没有登记自己的网址"),
        (NEWS, "可以从项目网页上的“修改历史”去看"),
    ],
)
def test_the_page_says_what_is_missing(news: News, words: str) -> None:
    assert words in text_of(convert(render(news)["updates/index.md"]))


def test_a_page_with_everything_says_of_nothing_that_it_is_missing() -> None:
    text = text_of(convert(render(NEWS, HERE)["updates/index.md"]))
    assert not any(words in text for words in ("没有取来", "没有登记", "只列最近", "仓库里，"))


def test_nobody_is_sent_to_a_repository_that_is_not_stated() -> None:
    nowhere = SITE.model_copy(update={"repository": ""})
    assert "修改历史" not in render(NEWS, nowhere)["updates/index.md"]


def test_there_is_a_feed_and_a_way_to_it_where_the_site_has_an_address() -> None:
    with_address, without = render(NEWS, HERE), render(NEWS)
    assert sorted(with_address) == ["home", "updates/feed.xml", "updates/index.md"]
    assert sorted(without) == ["home", "updates/index.md"]
    for name in ("home", "updates/index.md"):
        assert "updates/feed.xml" in with_address[name]
        assert "feed.xml" not in without[name]


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_text_reads_as_itself(text: str) -> None:
    hostile = News((replace(UPDATE, name=text, details=(text,)),), is_known=True)
    for page in render(hostile).values():
        (line,) = list_lines(page)
        assert [one.tag for one in line] == ["span", "a", "small", "span"]
        assert not any(one.tag in ("script", "img", "h1") for one in line.iter())
        if text.isprintable():
            assert text_of(line).count(text.strip()) >= 2

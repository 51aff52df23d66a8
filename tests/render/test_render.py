"""Whole pages: what every one of them must have, and how they hang together."""

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from urllib.parse import unquote, urljoin
from xml.etree.ElementTree import Element

import pytest
from jinja2 import UndefinedError
from mkdocs.utils.meta import get_data

from generator.model.anchors import row_ids
from generator.model.form import Form, Status
from generator.model.site import Edition, Site
from generator.render.render import Renderer, WrongEditionError, make_environment
from generator.summarise.totals import summarise
from tests.render.markup import convert, find_all, find_class, find_id, read_rows, read_title, text_of
from tests.render.samples import (
    CATALOGUE,
    ORGANISATIONS,
    SITE,
    assess,
    make_corpus,
    make_form,
    render_all,
    small_corpus,
)

ROOT = "https://site.test/"
PROJECT = "projects/2023/dangqun/dangjian.md"
DOWNLOADS = (f"{ROOT}api/", f"{ROOT}data/")
"""What the pipeline puts beside these pages; that it is there is tested on the built site."""


@cache
def render_small(edition: Edition = Edition.PUBLIC) -> dict[str, str]:
    """Render every page of the small corpus."""
    corpus, assessments, findings = small_corpus()
    return render_all(Renderer(corpus, CATALOGUE, edition), corpus, assessments, findings)


def address(path: str) -> str:
    """Where a page is published: `years/2023.md` at `years/2023/`."""
    stem = path.removesuffix(".md")
    return ROOT + ("" if stem == "index" else f"{stem.removesuffix('/index')}/")


PATHS = sorted(render_small())
TREES = {path: convert(text) for path, text in render_small().items()}
KINDS = {address(path): path for path in PATHS}


def test_there_is_a_page_of_every_kind() -> None:
    overviews = [
        *("coverage/2022.md", "coverage/2023.md", "coverage/index.md"),
        *("deviations/2022.md", "deviations/2023.md", "deviations/index.md"),
        *("disclosure/departments/weijiwei.md", "disclosure/departments/xianghuaqiao.md"),
        *("disclosure/index.md", "disclosure/units/dangqun.md", "disclosure/units/yiyuan.md"),
        *("indicators/23dcb0f3bc.md", "indicators/b2381d9eab.md", "indicators/fd1414d933.md"),
        "indicators/index.md",
        *("updates/index.md", "explore/index.md"),
    ]
    sections = [
        *("departments/index.md", "departments/weijiwei.md", "departments/xianghuaqiao.md"),
        *("units/dangqun.md", "units/index.md", "units/kong.md", "units/yiyuan.md"),
        *("years/2022.md", "years/2023.md", "years/index.md"),
    ]
    projects = ["projects/2022/yiyuan/tijian.md", "projects/2023/dangqun/dangjian.md"]
    rules = ["profiles/index.md", "profiles/mof-2020.md", f"rules/{CATALOGUE[0].code}.md", "rules/index.md"]
    texts = ["about.md", "glossary.md", "guide.md", "index.md"]
    withdrawn = ["projects/2023/yiyuan/chehui.md"]
    assert sorted([*overviews, *sections, *projects, *rules, *texts, *withdrawn]) == PATHS


@pytest.mark.parametrize("path", PATHS)
def test_every_link_leads_to_a_page_and_to_a_place_on_it(path: str) -> None:
    for link in TREES[path].iter("a"):
        target = resolve(path, link.attrib["href"])
        if target.startswith(ROOT) and not target.startswith(DOWNLOADS):
            page, _, anchor = target.partition("#")
            assert page.partition("?")[0] in KINDS, target
            assert not anchor or find_id(TREES[KINDS[page]], unquote(anchor)) is not None


@pytest.mark.parametrize("path", PATHS)
def test_every_page_can_be_reached_from_the_home_page_or_the_checks(path: str) -> None:
    assert path in reach("index.md") | reach("rules/index.md")


def resolve(path: str, link: str) -> str:
    """Find where a link of a page leads; MkDocs turns links to Markdown files into those to their pages."""
    return address(urljoin(path, link)) if link.endswith(".md") else urljoin(address(path), link)


@cache
def reach(start: str) -> set[str]:
    """List the pages that links lead to from a page, over any number of pages between."""
    reached, waiting = {start}, [start]
    while waiting:
        path = waiting.pop()
        targets = [resolve(path, link.attrib["href"]).partition("#")[0] for link in TREES[path].iter("a")]
        found = {KINDS[target] for target in targets if target in KINDS} - reached
        reached |= found
        waiting += found
    return reached


def test_a_department_leads_to_its_projects_in_one_step() -> None:
    links = {link.get("href") for link in TREES["departments/xianghuaqiao.md"].iter("a")}
    assert "../../projects/2023/dangqun/dangjian/" in links


@pytest.mark.parametrize("path", PATHS)
def test_every_table_has_a_caption_and_scopes(path: str) -> None:
    for table in TREES[path].iter("table"):
        (caption,) = table.iter("caption")
        assert text_of(caption)
        for cell in table.iter("th"):
            assert cell.get("scope") in ("row", "col", "rowgroup")


@pytest.mark.parametrize("path", PATHS)
def test_every_table_is_as_wide_in_each_of_its_rows(path: str) -> None:
    for table in TREES[path].iter("table"):
        assert len(set(measure_rows(table))) == 1, text_of(table)


def measure_rows(table: Element) -> list[int]:
    """Count the columns of every row, those included that cells from above reach into."""
    hanging: Counter[int] = Counter()
    widths = []
    for number, row in enumerate(table.iter("tr")):
        for cell in row:
            for below in range(1, int(cell.get("rowspan", "1"))):
                hanging[number + below] += int(cell.get("colspan", "1"))
        widths.append(sum(int(cell.get("colspan", "1")) for cell in row) + hanging[number])
    return widths


@pytest.mark.parametrize("path", PATHS)
def test_headings_follow_one_another_without_a_gap(path: str) -> None:
    levels = [int(one.tag[1]) for one in TREES[path].iter() if one.tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PATHS)
def test_no_id_is_used_twice_on_a_page(path: str) -> None:
    ids = [one.attrib["id"] for one in TREES[path].iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PATHS)
def test_every_heading_has_an_id_that_is_no_number(path: str) -> None:
    for heading in TREES[path].iter("h2"):
        assert heading.get("id", "").strip("_0123456789")


@pytest.mark.parametrize("path", PATHS)
def test_every_region_that_scrolls_has_a_name_and_can_be_reached_by_keyboard(path: str) -> None:
    for region in find_all(TREES[path], "jx-scroll"):
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-label")


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_a_title(path: str) -> None:
    assert read_title(render_small()[path])


def test_ids_of_headings_stay_when_a_section_is_added_before_them() -> None:
    before = convert("# 名词 {#top}\n\n## 执行率\n")
    after = convert("# 名词 {#top}\n\n## 分值\n\n## 执行率\n")
    assert text_of(find_id(before, "执行率")) == text_of(find_id(after, "执行率"))


def test_ids_on_a_projects_page_do_not_depend_on_the_order_of_its_rows() -> None:
    form = make_form()
    turned = make_form(indicators=tuple(reversed([row.model_dump() for row in form.indicators])))
    ids = [
        {one.get("id"): text_of(one) for one in render_project(one).iter("th") if one.get("id")}
        for one in (form, turned)
    ]
    assert ids[0] == ids[1]
    assert len(ids[0]) == 4


def render_project(form: Form) -> Element:
    assessment = assess(form)
    renderer = Renderer(make_corpus(assessment), CATALOGUE, Edition.PUBLIC)
    return convert(renderer.project_page(assessment))


def test_the_form_looks_like_the_one_on_paper() -> None:
    rows = read_rows(find_id(TREES[PROJECT], "indicators"))
    assert rows[0][:8] == [
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    ]
    assert rows[1][:7] == ["产出指标", "数量指标", "★ 体检人数", "≥205人", "205人", "20", "20"]
    assert rows[2][:3] == ["其中：党务干部", "140人", "140人"]
    assert rows[3][:6] == ["质量指标", "体检完成率", "=100%", "基本完成实测 85.8%", "30", "29"]
    assert rows[-1][:3] == ["总分", "100", "96.06"]


def test_beside_a_claim_stands_what_recomputes_and_why() -> None:
    row = read_rows(find_id(TREES[PROJECT], "indicators"))[3]
    assert row[7:] == [
        "25.74未达成",
        "≠ 25.74低于自评 3.26 分",
        "85.8% ÷ 100% × 30 = 25.74",
    ]
    assert "部分党员自行体检。 明年提前安排。" in row[6]


def test_a_row_can_be_linked_to() -> None:
    indicators = make_form().indicators
    cell = find_id(TREES[PROJECT], row_ids(indicators)[2])
    assert [link.get("href") for link in cell.iter("a")] == [f"#{row_ids(indicators)[2]}"]


def test_findings_lead_to_their_rule_and_their_row() -> None:
    (found,) = find_class(TREES[PROJECT], "jx-findings")
    assert [link.get("href") for link in found.iter("a")] == [
        f"../../../../rules/{CATALOGUE[0].code}/",
        f"#{row_ids(make_form().indicators)[2]}",
    ]


def test_a_withdrawn_project_is_shown_as_such() -> None:
    assert "已撤回" in text_of(find_class(TREES["projects/2023/yiyuan/chehui.md"], "jx-banner"))
    assert not list(find_all(TREES[PROJECT], "jx-banner"))


def test_a_table_says_how_many_of_its_projects_are_in_no_sum() -> None:
    totals = [text_of(one) for one in TREES["units/yiyuan.md"].iter("tfoot")]
    assert sum("（0 个，不含撤回的 1 个）" in one for one in totals) == 1


def test_a_unit_without_projects_has_no_figures_and_nothing_to_sort() -> None:
    assert not list(find_all(TREES["units/kong.md"], "jx-facts"))
    assert [link.text for link in TREES["units/kong.md"].iter("a")][-1] != "全部数据和说明"
    assert list(find_all(TREES["units/dangqun.md"], "jx-facts"))


def test_an_empty_form_has_a_page() -> None:
    tree = render_project(make_form(funds={}, goals=(), indicators=(), reported={}, source=""))
    assert read_rows(find_id(tree, "goals"))[1] == ["表上没有填", ""]
    assert "未注明" in text_of(find_class(tree, "jx-origin"))


def test_pages_do_not_depend_on_what_was_rendered_before() -> None:
    corpus, assessments, findings = small_corpus()
    renderer = Renderer(corpus, CATALOGUE, Edition.PUBLIC)
    first = render_all(renderer, corpus, assessments, findings)
    again = render_all(renderer, corpus, tuple(reversed(assessments)), findings)
    assert first == again == render_small()


def test_the_public_edition_refuses_what_is_not_public() -> None:
    draft = assess(make_form(status="draft"))
    corpus = make_corpus(draft)
    public, internal = (Renderer(corpus, CATALOGUE, edition) for edition in Edition)
    with pytest.raises(WrongEditionError):
        public.project_page(draft)
    with pytest.raises(WrongEditionError):
        list(public.section_pages(summarise((draft,), ORGANISATIONS), {}))
    assert "草稿" in internal.project_page(draft)


@pytest.mark.parametrize("status", Status)
def test_nothing_internal_reaches_the_public(status: Status) -> None:
    one = assess(
        make_form(
            status=status.value,
            internal={"联系人": "只给内部看的备注"},
            reviews=({"by": "只给内部看的审核人", "comment": "只给内部看的意见"},),
        )
    )
    corpus = make_corpus(one)
    renderer = Renderer(corpus, CATALOGUE, Edition.PUBLIC)
    if Edition.PUBLIC.shows(status):
        pages = render_all(renderer, corpus, (one,), {})
        assert not [path for path, text in pages.items() if "只给内部看" in text]


def test_what_the_theme_prints_as_it_is_comes_escaped() -> None:
    hostile = "<b>&\n{{ 1 }}"
    site = SITE.model_copy(
        update={"title": hostile, "publisher": hostile, "contact": hostile, "description": hostile}
    )
    settings = make_renderer(site).site_settings()
    for name in ("site_name", "site_description", "copyright"):
        assert "<" not in settings[name]
        assert "{{" not in settings[name]
    assert settings["site_name"] == "&#60;b&#62;&#38; &#123;&#123; 1 &#125;&#125;"


def test_without_a_contact_the_footer_names_none() -> None:
    assert "联系" not in make_renderer(SITE).site_settings()["copyright"]


def test_the_internal_edition_is_named_on_every_page() -> None:
    names = [make_renderer(SITE, edition).site_settings()["site_name"] for edition in Edition]
    assert names == ["绩效自评公开", "绩效自评公开（内部版）"]


def make_renderer(site: Site, edition: Edition = Edition.PUBLIC) -> Renderer:
    return Renderer(replace(make_corpus(), site=site), CATALOGUE, edition)


def test_a_corpus_without_a_site_has_no_pages() -> None:
    with pytest.raises(ValueError, match="site"):
        Renderer(replace(make_corpus(), site=None), CATALOGUE, Edition.PUBLIC)


def test_whatever_a_template_misses_is_an_error() -> None:
    with pytest.raises(AttributeError):
        make_environment().from_string("{{ view.nothing }}").render(view=SITE)
    with pytest.raises(UndefinedError):
        make_environment().from_string("{{ nothing }}").render(view=SITE)


def test_whatever_a_template_prints_is_escaped() -> None:
    assert make_environment().from_string("{{ text }}").render(text="<b>") == "&#60;b&#62;"


@pytest.mark.parametrize("path", PATHS)
def test_every_page_but_the_hand_written_ones_is_described_on_one_line(path: str) -> None:
    _, meta = get_data(render_small()[path])
    hand_written = path in ("about.md", "guide.md", "glossary.md", "index.md")
    assert ("description" in meta) is not hand_written
    assert "\n" not in meta.get("description", "")
    assert "<br>" not in meta.get("description", "")


def test_no_two_projects_or_places_are_described_alike() -> None:
    found = [get_data(text)[1].get("description") for text in render_small().values()]
    described = [one for one in found if one]
    assert len(set(described)) == len(described)

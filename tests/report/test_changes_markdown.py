"""The comment that a reviewer reads: what it says, how long it gets, and that no text of content adds to it."""

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.model.change import (
    CellChange,
    ChangeKind,
    Changes,
    FindingChanges,
    OtherChange,
    Part,
    ProjectChange,
    RowChange,
)
from generator.model.finding import Severity
from generator.report import changes_markdown
from generator.report.change_lines import KINDS, list_changes
from generator.report.changes_markdown import render_changes
from generator.report.comments import LONGEST
from tests.report.revised import AFTER, BASE, BEFORE, CHANGED, CHANGES, find, tell

RENDER = MarkdownIt("commonmark", {"html": True}).enable("table").render
GITHUB = 65_536


def measure(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class Reading(HTMLParser):
    """What a reader gets of a comment: which tags it has, with which attributes, and the text outside of code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.comments: list[str] = []
        self.plain = ""
        self.code = ""
        self._depth = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        self._depth += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "code"

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.code += data
        else:
            self.plain += data


def test_no_change_is_one_sentence() -> None:
    assert render_changes(Changes(BASE, None)) == "与版本 `0123456789` 相比，内容没有实质的变化。\n"


def test_the_whole_comment() -> None:
    assert render_changes(CHANGES) == (
        "**改的不只是自评表，请先看这些：**\n\n- 评分办法改动：`shanghai`\n\n"
        "从版本 `0123456789` 到 `abcdef0123`，项目改动 1 个；**降低要求的指标值 1 处**；**删去的偏差原因 1 处**；"
        "新问题 3 处（**必须改正 1 处**）；新说明的问题 1 处；消除的问题 1 处。\n"
        "\n"
        "| 项目 | 改动 | 自评总分 | 认定总分 | 等级 | 全年预算数（元） | 全年执行数（元） | 新问题 | 消除的问题 |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| `党建经费` `2023/unit/project` | 改动 | 96.56 | 96.56 → 89 | `优` → `良` | 829,000 | 750,700.5 "
        "| 2 处（**必须改正 1 处**） | 1 处 |\n"
        "\n"
        "项目以外：\n"
        "\n"
        "- 新问题：`organisations.toml` 数据存疑 `S003` `没有报送。`\n"
        "\n"
        "<details>\n"
        "<summary><code>党建经费</code> 改动</summary>\n"
        "\n"
        "- 状态：草稿 → 已提交\n"
        "- 年初预算数（元）：829,000 → —\n"
        "- 新问题：**必须改正** `P001` `有身份证号码。`\n"
        "- 新问题：数据存疑 `S003` `扣了分没有说明。`\n"
        "- 新说明的问题：数据存疑 `S003` `扣了分没有说明。`，已说明：`另有批复`\n"
        "- 消除的问题：建议完善 `I010` `是比率。`，已说明：`按旧口径`\n"
        "- 执行率 `90.55%` → `90.56%`\n"
        "- 绩效指标 `体检完成率`：年度指标值 `=100%` → `≥85%`（**降低要求**）；分值 5 → 4.5；核心指标 空 → 是；"
        "**删去偏差原因分析及改进措施**，原为 `因雨停工`\n"
        "- 原有的问题还有 2 处\n"
        "\n"
        "</details>\n"
    )


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        (ChangeKind.ADDED, "新增 | 96.56 | 89 | `良` |"),
        (ChangeKind.REMOVED, "删去 | 96.56 | 96.56 | `优` |"),
        (ChangeKind.MOVED, "移动 | 96.56 | 96.56 → 89 | `优` → `良` |"),
        (ChangeKind.BROKEN, "改坏（读不出来） | 96.56 | 96.56 | `优` |"),
        (ChangeKind.MENDED, "改好（读得出来） | 96.56 | 89 | `良` |"),
        (ChangeKind.UNREADABLE, "读不出来 | — | — | — |"),
        (ChangeKind.DROPPED, "删去（原来读不出来） | — | — | — |"),
    ],
)
def test_a_row_tells_what_became_of_a_project(kind: ChangeKind, cells: str) -> None:
    text = render_changes(Changes(BASE, None, (tell(kind),)))
    assert f"`2023/unit/project` | {cells}" in text
    assert f"项目{KINDS[kind]} 1 个。" in text


def test_what_a_reviewer_must_not_miss_comes_first() -> None:
    faults = {"a": [], "b": [Severity.WARNING], "c": [Severity.ERROR], "d": [Severity.ADVICE] * 3}
    projects = tuple(
        replace(tell(ChangeKind.ADDED, path), findings=FindingChanges(new=tuple(map(find, severities))))
        for path, severities in faults.items()
    )
    lowered = replace(tell(ChangeKind.CHANGED, "e"), rows=CHANGED.rows)
    rows = re.findall(
        r"^\| `党建经费` `(.)` ", render_changes(Changes(BASE, None, (*projects, lowered))), re.MULTILINE
    )
    assert rows == ["c", "b", "e", "a", "d"]


def test_what_is_no_form_is_told_before_all_else() -> None:
    others = tuple(OtherChange(part, part, ChangeKind.CHANGED) for part in Part)
    head, _, rest = render_changes(replace(CHANGES, others=others)).partition("从版本")
    assert re.findall(r"`(.*?)`", head) == [part for part in Part if part is not Part.PAGE]
    assert "`page`" in rest
    assert render_changes(replace(CHANGES, others=())).startswith("从版本")


def test_changes_beside_projects_alone_have_no_table() -> None:
    text = render_changes(replace(CHANGES, projects=()))
    assert ("|" in text, "项目没有变化" in text, "<details>" in text) == (False, True, False)


def test_things_of_one_sort_share_a_line_and_many_are_counted() -> None:
    others = tuple(OtherChange(Part.UNIT, f"u{number}", ChangeKind.ADDED) for number in range(12))
    text = render_changes(
        Changes(BASE, None, others=(*others, OtherChange(Part.UNIT, "x", ChangeKind.REMOVED)))
    )
    assert re.findall(r"^- .*", text, re.MULTILINE) == [
        f"- 实施单位新增：{'、'.join(f'`u{number}`' for number in range(10))}等 12 个",
        "- 实施单位删去：`x`",
    ]


def test_things_of_one_sort_share_a_line_whatever_stands_between_them() -> None:
    kinds = (("a", ChangeKind.ADDED), ("b", ChangeKind.REMOVED), ("c", ChangeKind.ADDED))
    others = tuple(OtherChange(Part.UNIT, name, kind) for name, kind in kinds)
    lines = [
        line for line in render_changes(Changes(BASE, None, others=others)).splitlines() if line[:2] == "- "
    ]
    assert [line.count("`") // 2 for line in lines] == [2, 1]


def test_a_project_of_which_the_table_tells_all_has_no_details() -> None:
    bare = replace(CHANGED, before=CHANGED.after, cells=(), rows=(), findings=FindingChanges())
    assert not list(list_changes(bare))
    assert "<details>" not in render_changes(replace(CHANGES, projects=(bare,)))


def test_more_projects_than_the_table_holds_are_counted() -> None:
    projects = tuple(tell(ChangeKind.ADDED, f"projects/2023/unit/{number}.toml") for number in range(130))
    text = render_changes(Changes(BASE, None, projects))
    assert text.count("| `党建经费`") == 100
    assert "另有 30 个项目没有列在表里。" in text


def test_a_project_with_many_changes_is_cut() -> None:
    cells = tuple(CellChange("source", "数据来源", f"{number}" * 99, "无") for number in range(500))
    text = render_changes(Changes(BASE, None, (replace(CHANGED, cells=cells),)))
    (left,) = map(int, re.findall(r"- 另有 (\d+) 条没有列出\n\n</details>", text))
    shown = len(re.findall("^- ", text, re.MULTILINE)) - 1
    assert shown + left == len(list(list_changes(replace(CHANGED, cells=cells))))
    assert len(text) < changes_markdown.LONGEST_DETAILS + 1_000


def bloat(number: int) -> ProjectChange:
    """A project that would fill a comment by itself, of texts as long as they may be."""
    long = "𠮷|`<a>@" * 4_000
    standing = replace(BEFORE, name=long, grade=long, profile=long)
    row = RowChange(
        "indicators",
        "绩效指标",
        ChangeKind.CHANGED,
        long,
        (CellChange("target", "年度指标值", long, "1"),) * 9,
    )
    findings = FindingChanges(*[tuple([find(message=long, waiver=long)] * 50)] * 4)
    path = f"projects/2023/unit/{number}.toml"
    return ProjectChange(
        ChangeKind.MOVED, path, standing, replace(AFTER, name=long), (), (row,) * 200, findings
    )


@pytest.mark.parametrize("projects", [1, 10, 150])
def test_a_comment_is_never_longer_than_a_code_host_takes(projects: int) -> None:
    others = tuple(
        OtherChange(part, "名" * 900, kind) for part in Part for kind in ChangeKind for _ in range(20)
    )
    findings = FindingChanges(new=tuple([find(message="长" * 9_000, path="x" * 999)] * 900))
    text = render_changes(Changes(BASE, None, tuple(map(bloat, range(projects))), others, findings))
    assert measure(text) <= LONGEST < GITHUB
    first = changes_markdown.LONGEST_TABLE + changes_markdown.LONGEST_FIRST
    assert measure(text[: text.index("项目以外")]) <= first + 1_000
    told = text.count("<details>")
    left = sum(map(int, re.findall(r"另有 (\d+) 个项目的详情没有列出", text)))
    assert told + left == projects
    assert told


HOSTILE = [
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</details></summary></code>",
        "<!--",
        "-->",
        "<!-- jixiao -->",
    ),
    *(
        "[点](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "https://evil.example",
        "www.evil.example",
        "a@evil.example",
    ),
    *(
        "@all",
        "@org/team",
        "#1",
        "GH-1",
        "org/repo#1",
        "!1",
        "%1",
        "~bug",
        "$1",
        "&1",
        "0123456789abcdef0123456789abcdef01234567",
    ),
    *(
        "`",
        "``",
        "```\n",
        "a`<b>`c",
        "|",
        "\\|",
        "\\",
        "\n",
        "\r\n\r\n",
        "\n\n# 标题\n",
        "\n\n---\n",
        "\n| a | b |\n",
        "　",
        "\t",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\x00",
        "\x1b[2J",
        "\u2028",
        "*粗*",
        "**",
        "_",
        "~~",
        ":tada:",
        "&lt;b&gt;",
        "&#64;a",
        "\n/close\n",
    ),
]
TEXTS = st.lists(st.sampled_from([*HOSTILE, "甲", " ", "1"]), min_size=1, max_size=5).map("".join)


@st.composite
def hostile_changes(draw: st.DrawFn) -> Changes:
    """Changes every text of which was written by somebody who means harm."""

    def text() -> str:
        return draw(TEXTS)

    cell = CellChange("target", "年度指标值", text(), text())
    row = replace(CHANGED.rows[0], name=text(), cells=(cell, replace(cell, key="explanation", after=None)))
    finding = find(message=text(), path=text(), code=text(), waiver=text())
    findings = FindingChanges((finding,), (finding,), (finding,), (finding,))
    standing = replace(BEFORE, name=text(), grade=text(), profile=text(), path=text())
    kind = draw(st.sampled_from(ChangeKind))
    project = ProjectChange(kind, text(), standing, replace(standing, name=text()), (cell,), (row,), findings)
    unreadable = ProjectChange(ChangeKind.UNREADABLE, text(), None, None, findings=findings)
    return Changes(BASE, None, (project, unreadable), (OtherChange(Part.PAGE, text(), kind),), findings)


@given(hostile_changes())
def test_no_text_of_content_becomes_anything_but_code(changes: Changes) -> None:
    text = render_changes(changes)
    reading = Reading(RENDER(text))
    assert set(reading.tags) == {
        *("p", "strong", "code", "ul", "li", "details", "summary"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    assert (reading.attributes, reading.comments) == (set(), [])
    assert not re.search(r"[@#!$~|`\\\[\]<>*]|http|www|GH-|evil|tada|[0-9a-f]{7}", reading.plain)


@given(hostile_changes())
def test_the_shape_of_a_comment_is_its_own_whatever_content_says(changes: Changes) -> None:
    tags = Reading(RENDER(render_changes(changes))).tags
    columns = len(changes_markdown._TITLES)
    assert (tags["table"], tags["tr"], tags["th"], tags["td"]) == (1, 3, columns, 2 * columns)
    assert (tags["details"], tags["summary"], tags["ul"]) == (2, 2, 3)


@given(hostile_changes())
def test_the_raw_text_holds_no_mark_that_a_workflow_looks_for(changes: Changes) -> None:
    text = render_changes(changes)
    assert not re.search("<!--|<script|@|\n/|[\u202a-\u202e\u2066-\u2069\u200b\x00\x1b]", text)


def test_the_hostile_texts_would_do_harm_if_they_were_not_quoted() -> None:
    tags = {tag for text in HOSTILE for tag in Reading(RENDER(f"甲{text}乙")).tags}
    assert {"script", "img", "a", "h1", "hr", "em"} <= tags


def test_points_and_money_are_exact() -> None:
    standing = replace(BEFORE, claimed=Decimal("96.565"), executed=Decimal("0.01"))
    assert "| 96.565 |" in render_changes(
        Changes(BASE, None, (replace(tell(ChangeKind.REMOVED), before=standing),))
    )

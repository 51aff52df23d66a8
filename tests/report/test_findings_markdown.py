"""Findings as Markdown for a comment."""

from generator.model.finding import Severity
from generator.report.comments import LONGEST
from generator.report.findings_markdown import render_markdown
from tests.report.reports import HOSTILE, make_report, place

WHOLE = """\
**检查结果**　检查了 2 个文件：必须改正 1 处，数据存疑 1 处。

| 等级 | 规则 | 说明 | 处数 |
| --- | --- | --- | ---: |
| 必须改正 | P001 | P001 的标题 | 1 |
| 数据存疑 | S003 | S003 的标题 | 1 |

<details>
<summary><code>content/projects/a.toml</code>（1 处）</summary>

- 第 3 行　数据存疑 S003　`……`
  `请核对。`

</details>

<details>
<summary><code>b.toml</code>（1 处）</summary>

- 第 3 行　必须改正 P001　`……`
  `请核对。`

</details>
"""


def test_a_table_comes_first_and_files_are_folded() -> None:
    report = make_report(place("S003", Severity.WARNING), place("P001", Severity.ERROR, path="b.toml"))
    assert render_markdown(report).replace("  \n", "\n") == WHOLE


def test_a_clean_report_is_one_line() -> None:
    assert render_markdown(make_report()) == "**检查结果**　检查了 2 个文件：没有发现问题。\n"


def test_no_text_adds_markdown_or_html() -> None:
    text = render_markdown(make_report(place("S003", Severity.WARNING, path=HOSTILE, message=HOSTILE)))
    assert "<script" not in text
    assert text.count("`") == 4  # two spans of code, and nothing that ends them early
    assert not set("\x1b\u202e") & set(text)
    assert len(text.splitlines()) == len(
        render_markdown(make_report(place("S003", Severity.WARNING))).splitlines()
    )


def test_a_long_report_is_cut_and_says_so() -> None:
    findings = [place("S003", Severity.WARNING, path=f"{n}.toml", message="长" * 300) for n in range(500)]
    text = render_markdown(make_report(*findings))
    assert len(text) < LONGEST + 100
    assert "个文件没有列出。" in text

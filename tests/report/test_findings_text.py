"""`check --format text`, as a person sees it."""

from dataclasses import replace

from rich.cells import cell_len

from generator.model.finding import Finding, Severity
from generator.report.findings_text import render_text
from generator.report.located import Located
from tests.report.reports import make_report, place


def locate(source: str = "", **more: object) -> Located:
    values: dict[str, object] = {
        "code": "S001",
        "rule": "weights",
        "severity": Severity.WARNING,
        "path": "a.toml",
        "message": "分值合计 110 分。",
        "suggestion": "请减去 10 分。",
        "path_shown": "content/a.toml",
        "line": 1,
        "column": 1,
        **more,
    }
    path, line, column = (values.pop(key) for key in ("path_shown", "line", "column"))
    return Located(Finding(**values), path, line, column, source)  # type: ignore[arg-type]


def render(findings: list[Located], files: int) -> str:
    return render_text(replace(make_report(*findings), files=files)).plain


def test_no_findings_are_told_in_one_line() -> None:
    assert render([], 8) == "检查了 8 个文件：没有发现问题。\n"


WHOLE = """\
content/a.toml
  2:1  必须改正 L003  weight（分值）填的是“十”，应当是数字。
      2 │ weight = "十"
        │ ^
      → 去掉引号，写成 weight = 10。
  10:10  数据存疑 S001  分值合计 110 分。
      10 │ score = 5
         │          ^
      → 请减去 10 分。

content/b.toml
  1:1  建议完善 S050  没有写明原表在哪里公开。

     1  必须改正 L003  L003 的标题
     1  数据存疑 S001  S001 的标题
     1  建议完善 S050  S050 的标题

检查了 3 个文件：必须改正 1 处，数据存疑 1 处，建议完善 1 处。
"""


def test_findings_are_grouped_by_file_with_line_caret_and_suggestion() -> None:
    findings = [
        locate(
            'weight = "十"',
            line=2,
            severity=Severity.ERROR,
            code="L003",
            message="weight（分值）填的是“十”，应当是数字。",
            suggestion="去掉引号，写成 weight = 10。",
        ),
        locate("score = 5", line=10, column=10),
        locate(
            path_shown="content/b.toml",
            severity=Severity.ADVICE,
            code="S050",
            message="没有写明原表在哪里公开。",
            suggestion="",
        ),
    ]
    assert render(findings, 3) == WHOLE


def quote(located: Located) -> tuple[str, str]:
    """The quoted line and the line with the caret."""
    lines = render([located], 1).splitlines()
    return lines[2], lines[3]


def test_the_caret_stands_below_its_place_beside_chinese() -> None:
    source = "t = { 名称 = 1, 分值 = 2 }"
    line, caret = quote(locate(source, column=source.index("分值") + 1))
    assert cell_len(line[: line.index("分值")]) == cell_len(caret[: caret.index("^")])


def test_the_caret_stands_below_its_place_after_marks_without_width() -> None:
    source = "e\u0301 = 1, x = 2"
    line, caret = quote(locate(source, column=source.index("x") + 1))
    assert cell_len(line[: line.index("x")]) == cell_len(caret[: caret.index("^")])


def test_a_long_line_is_cut_on_both_sides_of_its_place() -> None:
    source = f'explanation = "{"因" * 500}", weight = 10, note = "{"果" * 500}"'
    line, caret = quote(locate(source, column=source.index("weight") + 1))
    assert "因…" not in line
    assert "…因" in line
    assert "weight = 10" in line
    assert line.endswith("果…")
    assert cell_len(line) < 88
    assert cell_len(line[: line.index("weight")]) == cell_len(caret[: caret.index("^")])


def test_a_column_beyond_the_line_is_marked_at_its_end() -> None:
    assert quote(locate("a = 1", column=99)) == ("      1 │ a = 1", "        │      ^")


HOSTILE = """\
content/[red]�[31m.toml
  1:1  数据存疑 S001  “�[2J[bold]名称[/]”没有填。 第二行
      1 │ name = "� � [blink]"
        │ ^
      → 请改 :smile: �[0m

检查了 1 个文件：数据存疑 1 处。
"""


def test_hostile_text_is_shown_and_not_obeyed() -> None:
    located = locate(
        'name = "\x1b\t\u202e [blink]"',
        path_shown="content/[red]\x1b[31m.toml",
        message="“\x1b[2J[bold]名称[/]”没有填。\n第二行",
        suggestion="请改 :smile: \x9b[0m",
    )
    assert render([located], 1) == HOSTILE


def test_each_tier_has_its_own_colour() -> None:
    findings = [locate(severity=severity) for severity in Severity]
    spans = render_text(make_report(*findings)).spans
    assert {"bold red", "yellow", "cyan"} <= {span.style for span in spans}


def test_repeats_of_a_rule_in_a_file_are_folded() -> None:
    repeated = [place("S003", Severity.WARNING, message=f"第{n}处") for n in range(15)]
    folded = render([*repeated, place("S001", Severity.WARNING)], 1)
    assert folded.count("第") == 3
    assert "      …S003 另有 12 处（加 --all 全部列出）\n" in folded
    assert "S001  ……" in folded


def test_nothing_is_folded_where_all_is_asked_for() -> None:
    report = make_report(*(place("S003", Severity.WARNING, message=f"第{n}处") for n in range(15)))
    text = render_text(report, unfold=True).plain
    assert text.count("第") == 15
    assert "另有" not in text


def test_repeats_in_several_files_are_folded_file_by_file() -> None:
    findings = [place("S003", Severity.WARNING, path=f"{n}.toml", message="某处") for n in range(5)]
    assert render(findings, 5).count("某处") == 5

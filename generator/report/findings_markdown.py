"""`check --format markdown`: for a job's summary or a comment: rules in a table first, then file by file, folded."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.report.comments import LONGEST, measure, take
from generator.report.located import Located
from generator.report.quoting import quote, quote_in_html
from generator.report.report import Report

_LONGEST_TEXT, _LONGEST_PATH = 400, 160


def render_markdown(report: Report) -> str:
    """Render findings as Markdown that no text of content can add to, cut off with a word."""
    blocks = [f"**检查结果**　{report.summarise()}\n", *_render_table(report)]
    files = [
        _render_file(path, list(group)) for path, group in groupby(report.findings, key=lambda one: one.path)
    ]
    room = LONGEST - sum(map(measure, blocks))
    shown = list(take(files, room))
    left = [f"另有 {len(files) - len(shown)} 个文件没有列出。\n"] if len(shown) < len(files) else []
    return "\n".join([*blocks, *shown, *left])


def _render_table(report: Report) -> Iterator[str]:
    if report.findings:
        rows = [
            f"| {page.severity.word} | {page.code} | {page.title} | {count} |"
            for page, count in report.count_rules()
        ]
        yield "\n".join(["| 等级 | 规则 | 说明 | 处数 |", "| --- | --- | --- | ---: |", *rows, ""])


def _render_file(path: str, findings: Sequence[Located]) -> str:
    summary = f"<summary>{quote_in_html(path, _LONGEST_PATH)}（{len(findings)} 处）</summary>"
    items = "\n".join(map(_render_item, findings))
    return f"<details>\n{summary}\n\n{items}\n\n</details>\n"


def _render_item(located: Located) -> str:
    finding = located.finding
    advice = f"  \n  {quote(finding.suggestion, _LONGEST_TEXT)}" if finding.suggestion else ""
    tier = f"{finding.severity.word} {finding.code}"
    return f"- 第 {located.line} 行　{tier}　{quote(finding.message, _LONGEST_TEXT)}{advice}"

"""`check --format text`: findings for people, grouped by file, with the line and a caret below the place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from generator.report.located import Located
from generator.report.report import Report
from generator.report.rules_text import name_rule
from generator.text.printable import make_printable

_BEFORE, _AFTER = 32, 36
"""Terminal cells of a source line that are shown before and after the place."""
_SHOWN = 3
"""Findings of one rule that are shown of one file before the rest is folded."""


def render_text(report: Report, *, unfold: bool = False) -> Text:
    """Render findings as styled text; of one rule in one file only the first few, unless `unfold` is set."""
    out = Text()
    for path, group in groupby(report.findings, key=lambda located: located.path):
        out.append(f"{make_printable(path)}\n", style="bold")
        for line in _describe_file(list(group), len(report.findings) if unfold else _SHOWN):
            out.append_text(line)
        out.append("\n")
    if len(report.findings) > 1:
        out.append_text(render_statistics(report))
        out.append("\n")
    out.append(f"{report.summarise()}\n")
    return out


def render_statistics(report: Report) -> Text:
    """Render how often each rule speaks, the most frequent first."""
    out = Text()
    for page, count in report.count_rules():
        out.append(f"{count:>6}  ")
        out.append_text(name_rule(page.severity, page.code))
        out.append(f"  {page.title}\n")
    return out


def _describe_file(findings: Sequence[Located], most: int) -> Iterator[Text]:
    """Describe the findings about a file; `most` of one rule, then how many there are besides."""
    shown: Counter[str] = Counter()
    totals = Counter(located.finding.code for located in findings)
    for located in findings:
        code = located.finding.code
        shown[code] += 1
        if shown[code] <= most:
            yield _describe(located)
        if shown[code] == most < totals[code]:
            yield Text(f"      …{code} 另有 {totals[code] - most} 处（加 --all 全部列出）\n", style="dim")


def _describe(located: Located) -> Text:
    finding = located.finding
    out = Text(f"  {located.line}:{located.column}  ")
    out.append_text(name_rule(finding.severity, finding.code))
    out.append(f"  {make_printable(finding.message)}\n")
    for line in _quote_source(located):
        out.append(f"      {line}\n", style="dim")
    if finding.suggestion:
        out.append(f"      → {make_printable(finding.suggestion)}\n")
    if finding.key:
        out.append(f"      位置：{make_printable(finding.key)}\n", style="dim")
    return out


def _quote_source(located: Located) -> Iterator[str]:
    """Quote the line with a caret, cut around the place so that long explanations do not flood a terminal."""
    source = located.source
    if not source or source.isspace():
        return
    at = min(located.column - 1, len(source))
    start = max(0, at - _BEFORE - 1)
    shown = make_printable(source[start : at + _AFTER + 1])
    before, after = _cut(shown[: at - start][::-1], _BEFORE)[::-1], _cut(shown[at - start :], _AFTER)
    yield f"{located.line} │ {before}{after}"
    yield f"{' ' * len(str(located.line))} │ {' ' * cell_len(before)}^"


def _cut(text: str, room: int) -> str:
    """Keep the beginning of a text, as far as there is room for it; Chinese characters take two cells."""
    width = 0
    for position, char in enumerate(text):
        width += cell_len(char)
        if width > room:
            return f"{text[:position]}…"
    return text

"""`check --format text`: findings for people, grouped by file, with the line and a caret below the place."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import east_asian_width

from rich.text import Text

from generator.model.finding import Severity
from generator.reporting.located import Located
from generator.reporting.tally import Tally

TIERS = {Severity.ERROR: "必须改正", Severity.WARNING: "数据存疑", Severity.ADVICE: "建议完善"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_CLIP = 72


def render_findings(findings: Sequence[Located], files: int) -> Text:
    """Render findings as styled text; the caller prints it with or without colour."""
    out = Text()
    for path, group in groupby(findings, key=lambda located: located.path):
        out.append(f"{path}\n", style="bold")
        for located in group:
            out.append_text(_describe(located))
        out.append("\n")
    out.append(_summarise(Tally.of(findings), files))
    return out


def _describe(located: Located) -> Text:
    finding = located.finding
    out = Text()
    out.append(f"  {located.line}:{located.column}  ")
    out.append(f"{TIERS[finding.severity]} {finding.code}", style=_STYLES[finding.severity])
    out.append(f"  {finding.message}\n")
    for line in _quote_source(located):
        out.append(f"      {line}\n", style="dim")
    if finding.suggestion:
        out.append(f"      → {finding.suggestion}\n")
    return out


def _quote_source(located: Located) -> Iterator[str]:
    """Quote the line with a caret, clipped around the place so that long explanations do not flood a terminal."""
    source = "".join(char if char.isprintable() else " " for char in located.source)
    if not source.strip():
        return
    start = max(0, located.column - 1 - _CLIP // 2)
    shown = source[start : start + _CLIP]
    lead = "…" if start else ""
    yield f"{located.line} │ {lead}{shown}{'…' if start + _CLIP < len(source) else ''}"
    before = lead + source[start : located.column - 1]
    yield f"{' ' * len(str(located.line))} │ {' ' * _measure_width(before)}^"


def _measure_width(text: str) -> int:
    """Measure terminal cells: Chinese characters take two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _summarise(tally: Tally, files: int) -> str:
    counts = [
        f"{word} {tally.of_severity(severity)} 处"
        for severity, word in TIERS.items()
        if tally.of_severity(severity)
    ]
    return f"检查了 {files} 个文件：{'，'.join(counts) if counts else '没有发现问题'}。\n"

"""`check --format text`: findings for people, grouped by file, with the line and a caret below the place."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from generator.model.finding import Severity
from generator.reporting.located import Located
from generator.reporting.printable import make_printable
from generator.reporting.tally import Tally

TIERS = {Severity.ERROR: "必须改正", Severity.WARNING: "数据存疑", Severity.ADVICE: "建议完善"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_BEFORE, _AFTER = 32, 36
"""Terminal cells of a source line that are shown before and after the place."""


def render_findings(findings: Sequence[Located], files: int) -> Text:
    """Render findings as styled text; the caller prints it with or without colour."""
    out = Text()
    for path, group in groupby(findings, key=lambda located: located.path):
        out.append(f"{make_printable(path)}\n", style="bold")
        for located in group:
            out.append_text(_describe(located))
        out.append("\n")
    out.append(_summarise(Tally.of(findings), files))
    return out


def _describe(located: Located) -> Text:
    finding = located.finding
    out = Text(f"  {located.line}:{located.column}  ")
    out.append(f"{TIERS[finding.severity]} {finding.code}", style=_STYLES[finding.severity])
    out.append(f"  {make_printable(finding.message)}\n")
    for line in _quote_source(located):
        out.append(f"      {line}\n", style="dim")
    if finding.suggestion:
        out.append(f"      → {make_printable(finding.suggestion)}\n")
    return out


def _quote_source(located: Located) -> Iterator[str]:
    """Quote the line with a caret, cut around the place so that long explanations do not flood a terminal."""
    source = make_printable(located.source)
    if not source.strip():
        return
    at = min(located.column - 1, len(source))
    before = _cut(source[:at][::-1], _BEFORE)[::-1]
    after = _cut(source[at:], _AFTER)
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


def _summarise(tally: Tally, files: int) -> str:
    counts = [
        f"{word} {tally.of_severity(severity)} 处"
        for severity, word in TIERS.items()
        if tally.of_severity(severity)
    ]
    return f"检查了 {files} 个文件：{'，'.join(counts) if counts else '没有发现问题'}。\n"

"""`check --format github`: workflow commands, which GitHub, Gitea and Forgejo show as annotations at the line."""

from collections.abc import Iterator

from generator.model.finding import Severity
from generator.report.located import Located
from generator.report.report import Report
from generator.text.printable import make_printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render_github(report: Report) -> str:
    """Render findings as workflow commands, the gravest first, since only ten of a kind are shown; then the summary."""
    ordered = sorted(report.findings, key=lambda located: located.finding.severity.rank)
    return "".join(f"{line}\n" for line in (*_list_commands(ordered), report.summarise()))


def _list_commands(findings: list[Located]) -> Iterator[str]:
    for located in findings:
        finding = located.finding
        properties = {
            "file": located.path,
            "line": str(located.line),
            "col": str(located.column),
            "title": f"{finding.severity.word} {finding.code}",
        }
        shown = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
        message = _escape("\n".join(located.sentences))
        yield f"::{_COMMANDS[finding.severity]} {shown}::{message}"


def _escape(text: str) -> str:
    """Keep a text within its command: a line break of its own would begin another one."""
    lines = (make_printable(line).replace("%", "%25") for line in text.split("\n"))
    return "%0A".join(lines)


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")

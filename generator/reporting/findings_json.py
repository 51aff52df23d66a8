"""`check --format json`: findings for programs, by the contract of version 1."""

from collections.abc import Sequence

from generator.model.finding import Severity
from generator.reporting.located import Located
from generator.reporting.printable import write_json
from generator.reporting.tally import Tally


def render_findings(findings: Sequence[Located], files: int, address: str) -> str:
    """Render findings as JSON. `address` is the site's, to which the pages of rules are relative."""
    document = {
        "version": 1,
        "findings": [_describe(located, address) for located in findings],
        "summary": _summarise(Tally.of(findings), files),
    }
    return write_json(document)


def _describe(located: Located, address: str) -> dict[str, object]:
    finding = located.finding
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": located.path,
        "line": located.line,
        "column": located.column,
        "key": finding.key,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "help": f"{address}rules/{finding.code}/",
    }


def _summarise(tally: Tally, files: int) -> dict[str, int]:
    return {
        "files": files,
        "errors": tally.of_severity(Severity.ERROR),
        "warnings": tally.of_severity(Severity.WARNING),
        "advice": tally.of_severity(Severity.ADVICE),
    }

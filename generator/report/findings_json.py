"""`check --format json`: findings for programs, by the contract of version 1."""

from generator.model.finding import Severity
from generator.report.located import Located
from generator.report.report import Report
from generator.text.printable import write_json


def render_json(report: Report) -> str:
    """Render findings as JSON; `rule_set` is the version of all rules, and `help` where a rule is explained."""
    return write_json(
        {
            "version": 1,
            "rule_set": report.rule_set,
            "findings": [_describe(located, report) for located in report.findings],
            "summary": {
                "files": report.files,
                "errors": report.count(Severity.ERROR),
                "warnings": report.count(Severity.WARNING),
                "advice": report.count(Severity.ADVICE),
            },
        }
    )


def _describe(located: Located, report: Report) -> dict[str, object]:
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
        "help": report.help_address(finding.code),
    }

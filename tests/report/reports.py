"""Reports made by hand, with texts that a hostile file could hold."""

from generator.model.finding import Finding, Severity
from generator.model.rule_page import RulePage
from generator.report.located import Located
from generator.report.report import Report

HOSTILE = "甲\n::error::x%0A<script>alert(1)</script> | [a](javascript:1) ]]> \x1b[31m\u202e`"


def place(
    code: str, severity: Severity, path: str = "content/projects/a.toml", message: str = "……", line: int = 3
) -> Located:
    """A finding in its place."""
    finding = Finding(
        code, f"rule-{code.lower()}", severity, path, message, "indicators[0].score", "请核对。"
    )
    return Located(finding, path, line, 1, "score = 1")


def make_report(*findings: Located, waived: int = 0, address: str = "") -> Report:
    """A report of these findings, with a page for every code among them."""
    rules = {
        one.finding.code: RulePage(
            one.finding.code,
            one.finding.rule,
            f"{one.finding.code} 的标题",
            "## 检查什么\n\n……",
            one.finding.severity,
        )
        for one in findings
    }
    return Report(findings, waived, 2, rules, "1.0", address)

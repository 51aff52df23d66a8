"""`check --format gitlab`: a Code Quality report, which GitLab shows in the merge request."""

import hashlib

from generator.model.finding import Severity
from generator.report.located import Located
from generator.report.report import Report
from generator.text.printable import write_json

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.ADVICE: "minor"}


def render_gitlab(report: Report) -> str:
    """Render findings as a list of Code Quality violations."""
    return write_json([_describe(located) for located in report.findings])


def _describe(located: Located) -> dict[str, object]:
    finding = located.finding
    return {
        "description": " ".join(located.sentences),
        "check_name": f"{finding.code} {finding.rule}",
        "fingerprint": fingerprint(located),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": located.path, "lines": {"begin": located.line}},
    }


def fingerprint(located: Located) -> str:
    """Name a finding so that it is the same finding when lines above it come or go."""
    finding = located.finding
    parts = (located.path, finding.code, finding.key, finding.message)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()

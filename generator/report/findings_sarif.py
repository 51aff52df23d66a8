"""`check --format sarif`: the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning."""

from pathlib import PurePosixPath
from urllib.parse import quote

from generator.model.finding import Severity
from generator.model.rule_page import RulePage
from generator.report.findings_gitlab import fingerprint
from generator.report.located import Located
from generator.report.report import Report
from generator.text.printable import write_json

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def render_sarif(report: Report) -> str:
    """Render findings as one run; the rules that it names are described in it."""
    rules = [page for page, _ in report.count_rules()]
    places = {page.code: place for place, page in enumerate(rules)}
    driver = {
        "name": "jixiao",
        "semanticVersion": report.rule_set,
        "rules": [_describe_rule(page, report) for page in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_describe_result(located, places) for located in report.findings],
    }
    return write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _describe_rule(page: RulePage, report: Report) -> dict[str, object]:
    rule: dict[str, object] = {
        "id": page.code,
        "name": page.name,
        "shortDescription": {"text": page.title},
        "help": {"text": page.body_markdown, "markdown": page.body_markdown},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
    }
    return rule | ({"helpUri": report.help_address(page.code)} if report.address else {})


def _describe_result(located: Located, places: dict[str, int]) -> dict[str, object]:
    finding = located.finding
    address = quote(PurePosixPath(located.path).as_posix())
    return {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(located.sentences)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": address},
                    "region": {"startLine": located.line, "startColumn": located.column},
                }
            }
        ],
        "partialFingerprints": {"finding/v1": fingerprint(located)},
    }

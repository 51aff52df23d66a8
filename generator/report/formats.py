"""The formats of a report, and the renderer of each."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from generator.report.findings_github import render_github
from generator.report.findings_gitlab import render_gitlab
from generator.report.findings_json import render_json
from generator.report.findings_junit import render_junit
from generator.report.findings_markdown import render_markdown
from generator.report.findings_sarif import render_sarif
from generator.report.findings_text import render_text
from generator.report.report import Report


class Format(StrEnum):
    """Formats of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"
    MARKDOWN = "markdown"


RENDERERS: Mapping[Format, Callable[[Report], str]] = {
    Format.TEXT: lambda report: render_text(report).plain,
    Format.JSON: render_json,
    Format.GITHUB: render_github,
    Format.GITLAB: render_gitlab,
    Format.SARIF: render_sarif,
    Format.JUNIT: render_junit,
    Format.MARKDOWN: render_markdown,
}
"""A renderer for every format."""

"""Findings as workflow commands."""

from generator.model.finding import Severity
from generator.report.findings_github import render_github
from tests.report.reports import HOSTILE, make_report, place


def test_every_tier_has_its_command_and_the_gravest_comes_first() -> None:
    report = make_report(
        place("S003", Severity.WARNING), place("I010", Severity.ADVICE), place("P001", Severity.ERROR)
    )
    assert render_github(report) == (
        "::error file=content/projects/a.toml,line=3,col=1,title=必须改正 P001::……%0A请核对。\n"
        "::warning file=content/projects/a.toml,line=3,col=1,title=数据存疑 S003::……%0A请核对。\n"
        "::notice file=content/projects/a.toml,line=3,col=1,title=建议完善 I010::……%0A请核对。\n"
        "检查了 2 个文件：必须改正 1 处，数据存疑 1 处，建议完善 1 处。\n"
    )


def test_no_text_breaks_out_of_its_command() -> None:
    report = make_report(place("S003", Severity.WARNING, path=f"a,title=b::{HOSTILE}", message=HOSTILE))
    command, summary, end = render_github(report).split("\n")
    assert command.startswith("::warning file=a%2Ctitle=b%3A%3A甲%0A：：error%3A%3Ax%250A<script>")
    assert not set("\x1b\u202e\r") & set(command)
    assert summary.startswith("检查了")
    assert end == ""

"""Rules as a terminal shows them."""

from generator.model.finding import Severity
from generator.model.rule_page import RulePage
from generator.report.rules_text import render_rule, render_rules

PAGE = RulePage(
    "S003", "lost-points-unexplained", "扣了分却没有说明原因", "## 检查什么\n\n……\n", Severity.WARNING
)


def test_a_rule_is_listed_with_tier_code_title_and_name() -> None:
    assert render_rules([PAGE]).plain == "数据存疑 S003  扣了分却没有说明原因（lost-points-unexplained）\n"


def test_the_page_of_a_rule_is_shown_whole() -> None:
    assert render_rule(PAGE).plain == (
        "扣了分却没有说明原因\n数据存疑 S003  lost-points-unexplained\n\n## 检查什么\n\n……\n"
    )

"""What a check reports, counted."""

from generator.model.finding import Severity
from tests.report.reports import make_report, place

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def test_the_summary_counts_tiers_and_what_was_waived() -> None:
    report = make_report(place("S003", WARNING), place("P001", ERROR), place("S003", WARNING), waived=2)
    assert report.summarise() == "检查了 2 个文件：必须改正 1 处，数据存疑 2 处；另有 2 处单位已作说明。"


def test_a_clean_report_says_so() -> None:
    assert make_report().summarise() == "检查了 2 个文件：没有发现问题。"


def test_rules_are_counted_the_most_frequent_first() -> None:
    report = make_report(place("P001", ERROR), place("S003", WARNING), place("S003", WARNING))
    assert [(page.code, count) for page, count in report.count_rules()] == [("S003", 2), ("P001", 1)]


def test_the_address_of_a_rule_follows_the_site() -> None:
    assert (
        make_report(address="https://example.org/x/").help_address("S003")
        == "https://example.org/x/rules/S003/"
    )

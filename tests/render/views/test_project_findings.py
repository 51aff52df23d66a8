"""Findings in words on a project's page."""

from dataclasses import replace

from generator.model.anchors import row_ids
from generator.model.finding import Finding, Severity
from generator.model.site import Edition
from generator.render.views.project_findings import FindingGroup, FindingView, join_words, view_findings
from tests.render.samples import CATALOGUE, assess, find, make_form

ASSESSMENT = assess(make_form())
INDICATORS = ASSESSMENT.project.form.indicators
FINDING = find(ASSESSMENT, "indicators[2].score", "“体检完成率”自评 29 分，最多 25.74 分。")


def view(*findings: Finding, edition: Edition = Edition.PUBLIC) -> tuple[FindingGroup, ...]:
    catalogue = {rule.code: rule for rule in CATALOGUE}
    return view_findings(findings, INDICATORS, row_ids(INDICATORS), catalogue, edition)


def view_one(finding: Finding, edition: Edition = Edition.PUBLIC) -> FindingView:
    ((shown,),) = (group.findings for group in view(finding, edition=edition))
    return shown


def test_a_finding_leads_to_its_row_and_its_group_to_the_rule() -> None:
    assert view_one(FINDING).anchor == row_ids(INDICATORS)[2]
    (group,) = view(FINDING)
    assert group.rule is not None
    assert group.rule.address == f"rules/{FINDING.code}/"


def test_the_gravest_come_first_and_the_rest_keep_their_order() -> None:
    advice, error = replace(FINDING, severity=Severity.ADVICE), replace(FINDING, severity=Severity.ERROR)
    second = replace(FINDING, message="第二处。", code="Z999")
    groups = view(advice, second, FINDING, error)
    assert [one.severity.value for one in groups] == ["error", "warning", "warning", "advice"]
    assert groups[1].findings[0].message == "：第二处。"


def test_what_one_rule_found_stands_together() -> None:
    other, second = replace(FINDING, code="Z999"), replace(FINDING, message="第二处。")
    assert [len(group.findings) for group in view(FINDING, other, second)] == [2, 1]


def test_how_to_mend_a_file_is_for_reviewers_only() -> None:
    assert view_one(FINDING).suggestion == ""
    assert view_one(FINDING, Edition.INTERNAL).suggestion == "请核对后改正。"


def test_findings_on_internal_parts_are_for_reviewers_only() -> None:
    inside = [find(ASSESSMENT, key, "内部。") for key in ("reviews[0].comment", "internal.note")]
    assert view(*inside) == ()
    assert sum(len(group.findings) for group in view(*inside, edition=Edition.INTERNAL)) == 2


def test_what_the_unit_says_to_a_finding_stands_beside_it() -> None:
    assert view_one(replace(FINDING, waiver="原表如此。")).waiver == "原表如此。"


def test_a_rule_that_has_no_page_is_not_linked() -> None:
    assert view(replace(FINDING, code="Z999"))[0].rule is None


def test_the_name_of_a_place_is_said_once() -> None:
    assert join_words("人数", "“人数”没有填。") == ("“人数”", "没有填。")
    assert join_words("人数", "没有填“人数”。") == ("人数", "：没有填“人数”。")

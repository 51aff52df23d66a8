"""Loading, scoring and judging together, and the report of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from generator.check import checking
from generator.check.checking import RULES, CannotRunError, check, find_rule, write_schema
from generator.model.finding import Severity
from generator.report.report import Report
from generator.report.selection import make_report, report_errors
from generator.runtime.progress import Silence
from tests.command import BROKEN, SHORT, add
from tests.inline import CONTENT


def test_missing_content_folder_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="nowhere"):
        check(tmp_path / "nowhere", Silence())


def test_rule_that_crashes_stops_everything(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> Iterator[NoReturn]:
        raise ZeroDivisionError

    monkeypatch.setattr(checking, "judge_collection", crash)
    with pytest.raises(ZeroDivisionError):
        check(content, Silence())


def test_two_processes_find_what_one_finds(use_copies: Callable[[], None]) -> None:
    alone = check(CONTENT, Silence())
    use_copies()
    assert check(CONTENT, Silence()).findings == alone.findings != ()


def report_on(content: Path, *select: str, ignore: tuple[str, ...] = ()) -> Report:
    return make_report(check(content, Silence()), select, ignore)


def codes(found: Report) -> set[str]:
    return {located.finding.code for located in found.findings}


def test_findings_are_located_where_they_stand(content: Path) -> None:
    add(content, a=BROKEN)
    (located,) = report_errors(check(content, Silence())).findings
    assert Path(located.path) == content / "projects/2023/xianghuaqiao-dangqun/a.toml"
    assert (located.line, located.source) == (BROKEN.count("\n"), "wieght = 1")


def test_only_what_is_selected_and_not_ignored_is_reported(content: Path) -> None:
    add(content, a=SHORT, b=BROKEN)
    assert codes(report_on(content)) > {"S001", "L010"}
    assert codes(report_on(content, "S001")) == {"S001"}
    assert "S001" not in codes(report_on(content, ignore=("weights-not-hundred",)))
    assert {one.finding.severity for one in report_errors(check(content, Silence())).findings} == {
        Severity.ERROR
    }


def test_a_selector_that_means_no_rule_is_refused(content: Path) -> None:
    with pytest.raises(CannotRunError, match="S999"):
        report_on(content, "S999")


def test_what_a_unit_has_acknowledged_is_counted_and_not_listed(content: Path) -> None:
    waiver = '[[waivers]]\nrule = "S001"\nreason = "按区里的口径填写"\n'
    add(content, a=SHORT + waiver)
    found = report_on(content)
    assert "S001" not in codes(found)
    assert found.waived == 1


def test_schema_is_written_into_the_content_folder(tmp_path: Path) -> None:
    file = write_schema(tmp_path)
    assert file == tmp_path / "project.schema.json"
    assert file.read_text(encoding="utf-8").startswith("{")


def test_schema_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("kept", encoding="utf-8")
    (tmp_path / "project.schema.json").symlink_to("other")
    with pytest.raises(CannotRunError, match=r"project\.schema\.json 是链接"):
        write_schema(tmp_path)
    assert (tmp_path / "other").read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize("selector", ["S001", "s001", RULES["S001"].name, RULES["S001"].name.upper()])
def test_a_rule_is_found_by_its_code_and_by_its_name(selector: str) -> None:
    assert find_rule(selector) is RULES["S001"]


@pytest.mark.parametrize("selector", ["S00", "S", "", "权重"])
def test_a_part_of_a_code_names_no_single_rule(selector: str) -> None:
    with pytest.raises(CannotRunError, match="jixiao rule"):
        find_rule(selector)

"""Loading, scoring and judging together, and the report of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from generator.check import checking
from generator.check.checking import RULES, CannotRunError, check, find_rule, find_units, write_schema
from generator.load import documents, files
from generator.load.files import Source
from generator.load.parsed import Parsed
from generator.model.finding import Severity
from generator.report.report import Report
from generator.report.selection import make_report, report_errors
from generator.runtime.progress import Silence
from tests.command import BROKEN, SHORT, Run, add
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


FORM = 'name = "{name}"\nstatus = "published"\nindicators = [{{ name = "甲", explanation = "{why}", weight = 90 }}]\n'
WHY = "连续阴雨，工地停工两个月，已经补齐。"


def test_a_unit_by_itself_is_found_fault_with_as_among_all(content: Path) -> None:
    folder = content / "projects"
    for year, unit, name, more in (
        (2022, "xianghuaqiao-dangqun", "a", ""),
        (2023, "xianghuaqiao-dangqun", "a", ""),
        (2023, "xianghuaqiao-dangqun", "b", 'previous = "2022/other/c"\n'),
        (2022, "other", "c", ""),
        (2023, "other", "d", ""),
    ):
        (folder / str(year) / unit).mkdir(parents=True, exist_ok=True)
        (folder / str(year) / unit / f"{name}.toml").write_text(
            more + FORM.format(name=name, why=WHY), "utf-8"
        )
    whole = check(content, Silence())
    part = check(content, Silence(), units={"xianghuaqiao-dangqun"})
    own = [one for one in whole.findings if "/xianghuaqiao-dangqun/" in one.path]
    assert [one for one in part.findings if "/xianghuaqiao-dangqun/" in one.path] == own != []
    assert "T001" in {one.code for one in own}
    assert "projects/2023/other/d.toml" not in part.files
    others = [one.place.id for one in part.corpus.projects if one.place.unit == "other"]
    assert others == ["2022/other/c"]  # which one of the unit's forms continues


def test_a_check_of_a_file_opens_no_file_of_another_unit(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for unit in ("xianghuaqiao-dangqun", "other"):
        (content / "projects/2023" / unit).mkdir(parents=True, exist_ok=True)
        (content / "projects/2023" / unit / "a.toml").write_text(FORM.format(name="a", why=WHY), "utf-8")
    opened: list[str] = []

    def note(source: Source) -> Parsed[str]:
        opened.append(source.path)
        return files.read_text(source)

    monkeypatch.setattr(documents, "read_text", note)
    run("--content", content, "check", content / "projects/2023/xianghuaqiao-dangqun/a.toml")
    assert "projects/2023/xianghuaqiao-dangqun/a.toml" in opened
    assert not [path for path in opened if "/other/" in path]


@pytest.mark.parametrize(
    ("paths", "units"),
    [
        (["projects/2023/a/b.toml", "projects/2022/c"], {"a", "c"}),
        (["projects/2023"], None),
        (["projects/2023/a/b.toml", "site.toml"], None),
        (["."], None),
        ([], None),
    ],
)
def test_the_units_of_paths_are_known_unless_a_path_is_more_than_a_unit(
    paths: list[str], units: set[str] | None
) -> None:
    assert find_units(paths) == units

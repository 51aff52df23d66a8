"""What `check` reports, in which format and where to; and what `rule` shows."""

import json
from pathlib import Path

import pytest

from generator.report.formats import Format
from tests.command import BROKEN, SHORT, Run, add


@pytest.mark.parametrize("output", Format)
def test_every_format_is_written(run: Run, content: Path, output: Format) -> None:
    add(content, short=SHORT)
    ended = run("--content", content, "check", "--format", output)
    assert (ended.code, ended.err) == (0, "")
    assert "S001" in ended.out


def test_a_report_goes_into_a_file_without_colours(run: Run, content: Path, tmp_path: Path) -> None:
    add(content, short=SHORT)
    file = tmp_path / "reports/check.txt"
    ended = run("--content", content, "check", "--output", file)
    assert (ended.code, ended.out) == (0, "")
    assert "数据存疑 S001" in file.read_text(encoding="utf-8")


def test_a_report_that_has_no_place_to_go_is_no_fault_of_the_program(
    run: Run, content: Path, tmp_path: Path
) -> None:
    link = tmp_path / "report.txt"
    link.symlink_to(tmp_path / "nowhere/report.txt")
    ended = run("--content", content, "check", "--output", link)
    assert (ended.code, ended.out, ended.err) == (2, "", f"写不了 {link}：这里建不了文件。\n")


def test_rules_are_selected_and_ignored(run: Run, content: Path) -> None:
    add(content, short=SHORT)

    def find(*words: str) -> set[str]:
        document = run("--content", content, "check", "--format", "json", *words).json
        return {finding["code"] for finding in document["findings"]}

    assert find("--select", "S001") == {"S001"}
    assert find("--select", "S001,F", "--ignore", "F") == {"S001"}
    assert "S001" not in find("--ignore", "weights-not-hundred")


def test_a_rule_that_is_not_there_cannot_be_selected(run: Run, content: Path) -> None:
    ended = run("--content", content, "check", "--select", "Z9")
    assert (ended.code, ended.out) == (2, "")
    assert "Z9" in ended.err


def test_errors_that_are_ignored_do_not_fail(run: Run, content: Path) -> None:
    add(content, broken=BROKEN)
    assert run("--content", content, "check").code == 1
    assert run("--content", content, "check", "--ignore", "L010").code == 0
    assert run("--content", content, "check", "--exit-zero").code == 0


def test_statistics_are_a_line_a_rule(run: Run, content: Path) -> None:
    add(content, one=SHORT, two=SHORT)
    ended = run("--content", content, "check", "--statistics", "--select", "S001")
    assert ended.out == "     2  数据存疑 S001  分值合计不是满分\n"


def test_the_whole_list_becomes_the_summary_of_the_job(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(content, short=SHORT)
    summary = tmp_path / "summary.md"
    summary.write_text("前一步\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run("--content", content, "check", "--format", "github")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("前一步\n**检查结果**")
    assert "S001" in text


@pytest.mark.parametrize("word", ["S001", "s001", "weights-not-hundred"])
def test_a_rule_is_explained_by_code_or_name(run: Run, word: str) -> None:
    ended = run("rule", word)
    assert ended.code == 0
    assert ended.out.startswith("分值合计不是满分\n")
    assert "## 为什么要紧" in ended.out


def test_all_rules_are_listed(run: Run) -> None:
    lines = run("rule").out.splitlines()
    assert any(line.startswith("必须改正 L001") for line in lines)
    assert any(line.startswith("数据存疑 S001") for line in lines)


def test_a_rule_that_is_not_there_cannot_be_explained(run: Run) -> None:
    ended = run("rule", "Z999")
    assert (ended.code, ended.out) == (2, "")
    assert "Z999" in ended.err


def test_the_json_report_is_the_same_in_a_file(run: Run, content: Path, tmp_path: Path) -> None:
    add(content, short=SHORT)
    file = tmp_path / "check.json"
    run("--content", content, "check", "--format", "json", "--output", file)
    shown = run("--content", content, "check", "--format", "json")
    assert json.loads(file.read_text(encoding="utf-8")) == shown.json

"""Findings put into their places."""

import pytest

from generator.model.finding import Finding, Severity
from generator.report import located
from generator.report.located import Located, locate_findings

TEXT = 'name = "甲"\n[funds]\nweight = 10\n'


def find(key: str = "", **more: object) -> Finding:
    values = {"code": "S001", "rule": "weights", "severity": Severity.WARNING, "path": "a.toml"}
    return Finding(**{**values, "message": "……", "key": key, **more})  # type: ignore[arg-type]


def place(*findings: Finding, text: str = TEXT) -> list[Located]:
    return list(locate_findings(findings, lambda path: text, lambda path: f"content/{path}"))


def test_a_key_is_placed_with_its_line() -> None:
    (found,) = place(find("funds.weight"))
    assert (found.line, found.column, found.source) == (3, 1, "weight = 10")


def test_the_path_is_the_one_a_reader_would_open() -> None:
    (found,) = place(find("name"))
    assert found.path == "content/a.toml"


def test_a_place_that_loading_knows_is_kept() -> None:
    (found,) = place(find("name", line=2, column=7))
    assert (found.line, found.column, found.source) == (2, 7, "[funds]")


@pytest.mark.parametrize("key", ["", "name"])
def test_a_file_that_cannot_be_read_is_placed_at_its_start(key: str) -> None:
    (found,) = place(find(key), text="")
    assert (found.line, found.column, found.source) == (1, 1, "")


def test_a_finding_about_a_whole_file_quotes_no_line() -> None:
    (found,) = place(find())
    assert (found.line, found.column, found.source) == (1, 1, "")


def test_a_line_beyond_the_end_has_no_source() -> None:
    (found,) = place(find(line=99, column=1))
    assert (found.line, found.source) == (99, "")


@pytest.mark.parametrize("char", ["\u2028", "\x85", "\u2029"])
def test_only_what_ends_a_line_in_toml_ends_one_here(char: str) -> None:
    (found,) = place(find("b"), text=f'a = "甲{char}乙"\nb = 1\n')
    assert (found.line, found.source) == (2, "b = 1")


def test_the_line_endings_of_windows_are_no_part_of_the_line() -> None:
    (found,) = place(find("b"), text="a = 1\r\nb = 2\r\n")
    assert (found.line, found.source) == (2, "b = 2")


def test_findings_are_in_order_of_file_line_and_gravity() -> None:
    late = find("funds.weight", path="a.toml")
    grave = find("name", path="b.toml", severity=Severity.ERROR, code="S009")
    mild = find("name", path="b.toml", severity=Severity.ADVICE, code="S001")
    assert [one.finding for one in place(mild, late, grave)] == [late, grave, mild]


def test_a_line_is_masked_once_for_all_its_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    masked: list[str] = []

    def mask(text: str) -> str:
        masked.append(text)
        return text

    monkeypatch.setattr(located, "mask_numbers", mask)
    line = 'goals = [{ expected = "甲" }, { expected = "乙" }]'
    place(*(find(f"goals[{number}].expected") for number in range(2)), text=f"{line}\n")
    assert masked.count(line) == 1


def test_a_file_is_read_once_for_all_its_findings() -> None:
    read: list[str] = []

    def read_text(path: str) -> str:
        read.append(path)
        return TEXT

    findings = [find("name"), find("funds"), find("name", path="b.toml")]
    locate_findings(findings, read_text, lambda path: path)
    assert sorted(read) == ["a.toml", "b.toml"]


def test_a_key_is_looked_for_in_what_can_be_read_and_quoted_as_it_stands() -> None:
    text = "name = 甲\nweight = 十\nscore = 5 # 五\n"
    cleared = text.replace("weight = 十", " " * 10)
    (found,) = locate_findings([find("score")], lambda path: text, str, lambda _: cleared)
    assert (found.line, found.column, found.source) == (3, 1, "score = 5 # 五")


def test_a_number_of_a_person_is_repeated_nowhere_and_the_place_stays() -> None:
    text = 'indicators = [{ name = "联系13812345678", score = 1 }]'
    one = find("indicators[0].score", message="“联系13812345678”扣了分。", suggestion="问 13812345678")
    (found,) = place(one, text=text)
    shown = (found.source, *found.sentences)
    assert not any("13812345678" in sentence for sentence in shown)
    assert found.source[found.column - 1 :].startswith("score")

"""Where a project file lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.files import Source
from generator.load.places import (
    Units,
    check_segment,
    find_shared_names,
    find_shared_urls,
    is_year,
    read_place,
    report_unknown_unit,
)
from generator.model.project import Place

UNITS = Units(sound={"library"}, unsound={"museum"})


def list_rules(path: str, units: Units | None = UNITS) -> list[str]:
    return [finding.rule for finding in read_place(path, units).findings]


def test_a_path_is_a_place() -> None:
    assert read_place("projects/2023/library/reading-2.toml", UNITS).value == Place(
        2023, "library", "reading-2"
    )


@pytest.mark.parametrize(
    "year", ["23", "2023年", "２０２３", "0000", "1989", "2101", "-2023", "2023 ", "x", "02023"]
)
def test_a_folder_that_is_no_year_is_told_of(year: str) -> None:
    parsed = read_place(f"projects/{year}/library/a.toml", UNITS)
    assert (parsed.value, [finding.rule for finding in parsed.findings]) == (None, ["year-folder"])


@pytest.mark.parametrize("year", ["1990", "2023", "2100"])
def test_years_within_bounds_are_years(year: str) -> None:
    assert is_year(year)


@pytest.mark.parametrize(
    "slug",
    [
        "中文",
        "a b",
        "-a",
        "_a",
        "a.b",
        "a%",
        "a/",
        "",
        "a\n",
        "é",
        "index",
        "INDEX",
        "readme",
        "a" * 101,
        "a:b",
        "con",
        "NUL",
        "Com1",
    ],
)
def test_a_name_that_is_no_segment_of_an_address_is_told_of(slug: str) -> None:
    (finding,) = check_segment(slug, "a.toml", "units.a")
    assert (finding.rule, finding.key) == ("slug", "units.a")


@pytest.mark.parametrize("slug", ["a", "A1", "2023", "dang-jian_2", "a" * 100, "indexes", "console", "com10"])
def test_a_segment_of_an_address_is_let_pass(slug: str) -> None:
    assert list(check_segment(slug, "a.toml")) == []


@given(st.text())
def test_what_passes_needs_no_escape_in_an_address(name: str) -> None:
    assert any(check_segment(name, "")) or (
        name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    )


def test_an_unknown_unit_is_told_of_and_its_place_is_one() -> None:
    parsed = read_place("projects/2023/libary/a.toml", UNITS)
    (finding,) = parsed.findings
    assert (finding.rule, parsed.value) == ("unknown-unit", Place(2023, "libary", "a"))
    assert "是不是 library？" in finding.suggestion


def test_a_unit_whose_entry_is_faulty_is_called_that() -> None:
    (finding,) = read_place("projects/2023/museum/a.toml", UNITS).findings
    assert "登记有误" in finding.message


@pytest.mark.parametrize("written", ["libary", "LIBRARY", "Library"])
def test_the_unit_that_was_meant_is_guessed(written: str) -> None:
    suggestion = report_unknown_unit(written, {"library", "museum"}, "projects/a.toml").suggestion
    assert suggestion.startswith("是不是 library？")


def test_a_unit_that_can_never_be_entered_is_not_to_be_entered() -> None:
    suggestion = report_unknown_unit("某馆", {"library"}, "projects/a.toml").suggestion
    assert "登记 [units" not in suggestion


def test_no_unit_is_unknown_where_the_register_cannot_be_read() -> None:
    assert list_rules("projects/2023/anything/a.toml", None) == []
    assert list_rules("projects/2023/某馆/a.toml", None) == ["slug"]


def test_all_faults_of_a_path_are_told_at_once() -> None:
    assert list_rules("projects/x/某馆/中文.toml") == ["year-folder", "slug", "slug", "unknown-unit"]


@pytest.mark.parametrize(
    "path", ["projects/a.toml", "projects/2023/a.toml", "projects/2023/library/a/b.toml"]
)
def test_a_file_at_another_depth_is_misplaced(path: str) -> None:
    assert list_rules(path) == ["misplaced-file"]


def test_addresses_that_capitals_tell_apart_are_found_and_small_letters_come_first() -> None:
    assert sorted(find_shared_urls(["A", "B", "a", "aB", "Ab"])) == [("A", "a"), ("aB", "Ab")]


def test_files_that_share_an_address_name_each_other() -> None:
    sources = [Source(path, path) for path in ("pages/About.md", "pages/about.md", "pages/b.md")]
    (finding,) = find_shared_names(sources)
    assert finding.path == "pages/About.md"
    assert "pages/about.md" in finding.message

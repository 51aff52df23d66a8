"""Which file of a content folder is what."""

import shutil
from pathlib import Path

import pytest

from generator.load.inventory import survey_content
from tests.load.trees import FORM, PLACE, PROJECT, Files, list_faults, make_content


def list_found(folder: Path, files: Files) -> list[tuple[str, str, str]]:
    return list_faults(survey_content(make_content(folder, files)).findings)


def test_files_are_sorted_by_purpose(tmp_path: Path) -> None:
    survey = survey_content(make_content(tmp_path, {"pages/about.md": "", "project.schema.json": "{}"}))
    assert survey.findings == []
    assert survey.site is not None
    assert survey.organisations is not None
    assert [source.name for source in survey.pages] == ["about"]
    assert {"mof-2020", "shanghai"} <= {source.name for source in survey.profiles}
    assert [source.path for source in survey.projects] == [PROJECT]
    assert len(survey.files) == 3 + len(survey.profiles)


def test_projects_are_in_order_of_path(tmp_path: Path) -> None:
    names = ("projects/2024/library/a.toml", "projects/2023/library/b.toml", "projects/2023/a/c.toml")
    survey = survey_content(make_content(tmp_path, dict.fromkeys(names, FORM)))
    paths = [source.path for source in survey.projects]
    assert paths == sorted(paths)
    assert len(paths) == 4


def test_a_folder_that_is_not_there_lacks_its_files(tmp_path: Path) -> None:
    assert list_faults(survey_content(tmp_path / "nowhere").findings) == [
        ("site.toml", "missing-file", ""),
        ("organisations.toml", "missing-file", ""),
    ]


@pytest.mark.parametrize("name", ["site.toml", "organisations.toml"])
def test_a_file_that_must_be_there_is_told_of_when_it_is_not(tmp_path: Path, name: str) -> None:
    assert list_found(tmp_path, {name: None}) == [(name, "missing-file", "")]


@pytest.mark.parametrize("name", ["site.toml", "organisations.toml"])
def test_a_file_that_must_be_there_and_may_not_be_read_is_told_of_once(tmp_path: Path, name: str) -> None:
    content = make_content(tmp_path, {name: None})
    (content / name).symlink_to("/etc/passwd")
    assert list_faults(survey_content(content).findings) == [(name, "link-in-content", "")]


def test_a_folder_in_place_of_a_file_is_told_of(tmp_path: Path) -> None:
    assert list_found(tmp_path, {"site.toml": None, "site.toml/a": ""}) == [
        ("site.toml", "unreadable-file", "")
    ]


@pytest.mark.parametrize("name", ["profiles", "projects", "pages"])
def test_a_file_in_place_of_a_folder_is_told_of(tmp_path: Path, name: str) -> None:
    content = make_content(tmp_path)
    shutil.rmtree(content / name, ignore_errors=True)
    (content / name).write_text("", encoding="utf-8")
    (finding,) = survey_content(content).findings
    assert (finding.path, finding.rule) == (name, "unreadable-file")
    assert "应当是文件夹" in finding.message


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (f"{PLACE}/a.txt", (f"{PLACE}/a.txt", "foreign-file", "")),
        (f"{PLACE}/a.TOML", (f"{PLACE}/a.TOML", "foreign-file", "")),
        ("pages/a.toml", ("pages/a.toml", "foreign-file", "")),
        ("profiles/a.md", ("profiles/a.md", "foreign-file", "")),
        ("pages/a/b.md", ("pages/a", "misplaced-file", "")),
        ("profiles/a/b.toml", ("profiles/a", "misplaced-file", "")),
        (f"{PLACE}/a/b.toml", (f"{PLACE}/a", "misplaced-file", "")),
        (f"{PLACE}/a.toml/b", (f"{PLACE}/a.toml", "unreadable-file", "")),
        ("organisation.toml", ("organisation.toml", "foreign-file", "")),
        ("project/2023/library/a.toml", ("project", "foreign-file", "")),
    ],
)
def test_what_lies_where_nobody_looks_for_it_is_told_of(
    tmp_path: Path, path: str, found: tuple[str, str, str]
) -> None:
    assert list_found(tmp_path, {path: FORM}) == [found]


@pytest.mark.parametrize(
    "path", [".git/config", ".a.toml", f"{PLACE}/.a.toml", "README.md", "project.schema.json"]
)
def test_what_is_no_content_by_its_name_is_left_alone(tmp_path: Path, path: str) -> None:
    assert list_found(tmp_path, {path: ""}) == []


def test_a_misspelt_folder_is_told_by_the_name_that_was_meant(tmp_path: Path) -> None:
    (finding,) = survey_content(make_content(tmp_path, {"project/a.toml": ""})).findings
    assert finding.suggestion == "是不是 projects？"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("pages/about.md", f"../{PROJECT}"),
        ("pages/about.md", "../.git/config"),
        (f"{PLACE}/other.toml", "reading.toml"),
        ("projects/2024", "2023"),
        ("projects/2023/other", "library"),
        ("profiles/other.toml", "shanghai.toml"),
        ("pages", "projects/2023/library"),
        ("projects/round", ".."),
    ],
)
def test_a_link_is_told_and_nothing_is_found_behind_it(tmp_path: Path, path: str, target: str) -> None:
    content = make_content(tmp_path, {".git/config": "token"})
    before = survey_content(content)
    (content / path).parent.mkdir(exist_ok=True)
    (content / path).symlink_to(target)
    survey = survey_content(content)
    assert list_faults(survey.findings) == [(path, "link-in-content", "")]
    assert (survey.projects, survey.profiles, survey.pages) == (
        before.projects,
        before.profiles,
        before.pages,
    )


def test_a_content_folder_that_is_a_link_itself_is_surveyed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(make_content(tmp_path))
    survey = survey_content(tmp_path / "link")
    assert survey.findings == []
    assert [source.path for source in survey.projects] == [PROJECT]

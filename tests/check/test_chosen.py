"""The part of a check that was asked for: by file, by folder, and whatever way one writes the path."""

import os
from pathlib import Path

import pytest

from benchmarks.corpus import make_corpus
from generator.check.checking import CannotRunError, Checked, check
from generator.model.finding import Finding, Severity
from generator.runtime.progress import Silence
from tests.builds import FIRST, SECOND, replace


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    """A content folder of three projects, one of them with an error; and an error in a file that all rest on."""
    content = tmp_path / "content"
    make_corpus(content, 3)
    replace(content / FIRST, 'name = "', 'nmae = "')
    replace(content / "site.toml", 'publisher = "', 'publihser = "')
    return check(content, Silence())


def list_paths(checked: Checked) -> list[str]:
    """List the files that have findings which must be mended, and the projects that were scored."""
    faulty = {one.path for one in checked.findings if one.severity is Severity.ERROR}
    return sorted(faulty | {one.project.place.path for one in checked.assessments})


def test_no_path_means_everything(checked: Checked) -> None:
    assert checked.only([]) is checked
    assert checked.only([checked.content]) == checked


def test_file_is_kept_alone(checked: Checked) -> None:
    part = checked.only([checked.content / SECOND])
    assert (list_paths(part), part.files) == ([SECOND], (SECOND,))
    assert all(one.severity is not Severity.ERROR for one in part.findings)


def test_file_with_an_error_keeps_its_findings_and_no_others(checked: Checked) -> None:
    part = checked.only([checked.content / FIRST])
    assert (list_paths(part), part.files) == ([FIRST], (FIRST,))
    assert any(one.severity is Severity.ERROR for one in part.findings)


def test_folder_is_kept_with_all_below_it(checked: Checked) -> None:
    part = checked.only([checked.content / "projects" / "2019", checked.content / SECOND])
    assert (list_paths(part), part.files) == ([FIRST, SECOND], (FIRST, SECOND))


def test_folder_whose_name_begins_like_another_is_another(checked: Checked) -> None:
    (checked.content / "projects" / "201").mkdir()
    part = checked.only([checked.content / "projects" / "201"])
    assert (list_paths(part), part.files) == ([], ())


def test_path_may_be_written_in_any_way(checked: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checked.content / "projects")
    crooked = Path("2019") / ".." / ".." / SECOND
    assert list_paths(checked.only([crooked])) == [SECOND]
    assert list_paths(checked.only([Path(os.path.relpath(checked.content / SECOND))])) == [SECOND]


def test_path_through_a_link_to_the_content_folder_is_understood(checked: Checked, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(checked.content)
    assert list_paths(checked.only([tmp_path / "link" / SECOND])) == [SECOND]


def test_link_is_taken_for_itself_and_not_for_what_it_leads_to(checked: Checked, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(checked.content)
    file = checked.content / SECOND
    file.rename(tmp_path / "elsewhere.toml")
    file.symlink_to(tmp_path / "elsewhere.toml")
    assert list_paths(checked.only([tmp_path / "link" / SECOND])) == [SECOND]


def test_files_that_all_projects_rest_on_are_kept_where_asked_for(checked: Checked) -> None:
    part = checked.only([checked.content / SECOND], with_shared=True)
    assert list_paths(part) == [SECOND, "site.toml"]
    assert checked.faulty_shared_files == {"site.toml"}


def test_path_that_is_not_there_is_told_with_what_may_be_meant(checked: Checked) -> None:
    with pytest.raises(CannotRunError, match="找不到 nowhere"):
        checked.only([Path("nowhere")])
    with pytest.raises(CannotRunError, match=f"是不是 .*{SECOND}？"):
        checked.only([Path(SECOND.removeprefix("projects/").removesuffix(".toml"))])


def test_path_outside_the_content_folder_is_refused(checked: Checked, tmp_path: Path) -> None:
    (tmp_path / "other.toml").touch()
    with pytest.raises(CannotRunError, match="不在内容文件夹"):
        checked.only([tmp_path / "other.toml"])


def test_warnings_make_no_shared_file_faulty(checked: Checked) -> None:
    warning = Finding("O001", "unit", Severity.WARNING, "organisations.toml", "有疑问。")
    quiet = Checked(checked.content, checked.corpus, (), (warning,), ())
    assert quiet.faulty_shared_files == set()


@pytest.mark.parametrize(
    ("url", "address"), [("", ""), ("https://a.cn", "https://a.cn/"), ("https://a.cn/b/", "https://a.cn/b/")]
)
def test_address_ends_in_one_slash(tmp_path: Path, url: str, address: str) -> None:
    make_corpus(tmp_path, 1)
    replace(tmp_path / "site.toml", "\n\n[licence]", f'\nurl = "{url}"\n\n[licence]')
    assert check(tmp_path, Silence()).address == address


def test_site_that_cannot_be_read_has_no_address(checked: Checked) -> None:
    assert checked.address == ""

"""A whole content folder into a corpus."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.load import load
from generator.model.corpus import Corpus
from generator.model.finding import Severity
from tests.inline import CONTENT
from tests.load.faulty_texts import STRUCTURE, SYNTAX
from tests.load.trees import (
    FORM,
    ORGANISATIONS,
    PLACE,
    PROJECT,
    SITE,
    Files,
    list_faults,
    load_content,
    make_content,
)

ID = "2023/library/reading"
OTHER = f"{PLACE}/other.toml"
FILES = (
    "site.toml",
    "organisations.toml",
    "profiles/shanghai.toml",
    "profiles/mof-2020.toml",
    PROJECT,
    "pages/a.md",
)


def list_ids(corpus: Corpus) -> list[str]:
    return [project.id for project in corpus.projects]


def test_the_real_content_has_four_forms_and_no_finding() -> None:
    corpus = load(CONTENT)
    assert corpus.findings == ()
    assert len([id for id in list_ids(corpus) if id.startswith("2023/xianghuaqiao-dangqun/")]) == 4


def test_a_sound_folder_is_a_corpus(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {"pages/a.md": "# 甲\n"})
    assert corpus.findings == ()
    assert corpus.site is not None
    assert (corpus.site.profile, corpus.default_profile) == ("shanghai", "shanghai")
    assert list(corpus.organisations.units) == ["library"]
    assert list_ids(corpus) == [ID]
    assert [(page.name, page.text) for page in corpus.pages] == [("a", "# 甲\n")]
    assert corpus.profile_of(corpus.projects[0]).id == "shanghai"


def test_a_folder_that_is_not_there_is_an_empty_one(tmp_path: Path) -> None:
    corpus = load(tmp_path / "nowhere")
    assert (corpus.projects, corpus.pages, corpus.site, corpus.files) == ((), (), None, ())
    assert {finding.rule for finding in corpus.findings} == {"missing-file"}


def test_projects_are_in_order_of_year_unit_and_slug(tmp_path: Path) -> None:
    register = ORGANISATIONS + '[units.archive]\nname = "档案馆"\ndepartment = "culture"\n'
    paths = ("2024/archive/a", "2023/library/a", "2023/archive/z", "2022/library/z")
    files = {f"projects/{path}.toml": FORM for path in paths}
    corpus = load_content(tmp_path, {"organisations.toml": register, PROJECT: None, **files})
    assert list_ids(corpus) == ["2022/library/z", "2023/archive/z", "2023/library/a", "2024/archive/a"]


def test_findings_are_in_order_of_path(tmp_path: Path) -> None:
    files = {f"{PLACE}/{name}.toml": "x" for name in "cab"} | {"site.toml": "x", "organisations.toml": "x"}
    paths = [finding.path for finding in load_content(tmp_path, files).findings]
    assert paths == sorted(paths)
    assert len(paths) == 5


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    load(make_content(tmp_path, {OTHER: "x"}), lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_two_processes_load_what_one_loads(tmp_path: Path, use_copies: Callable[[], None]) -> None:
    texts = enumerate((FORM, *SYNTAX.values(), *STRUCTURE.values()))
    content = make_content(tmp_path, {f"{PLACE}/form-{number}.toml": text for number, text in texts})
    alone = load(content)
    use_copies()
    assert load(content) == alone


@pytest.mark.parametrize("text", [*SYNTAX.values(), *STRUCTURE.values()], ids=[*SYNTAX, *STRUCTURE])
def test_one_faulty_form_hides_neither_another_form_nor_its_faults(tmp_path: Path, text: str) -> None:
    corpus = load_content(tmp_path, {OTHER: text, f"{PLACE}/third.toml": FORM.replace("score =", "scroe =")})
    assert list_ids(corpus) == [ID]
    assert (f"{PLACE}/third.toml", "unknown-key", "indicators[0].scroe") in list_faults(corpus.findings)
    assert any(finding.path == OTHER and finding.severity is Severity.ERROR for finding in corpus.findings)


@pytest.mark.parametrize(
    "broken", ["site.toml", "organisations.toml", "profiles/shanghai.toml", OTHER, "pages/a.md"]
)
def test_no_broken_file_hides_the_faults_of_any_other(tmp_path: Path, broken: str) -> None:
    faulty: Files = {
        "site.toml": SITE + "x = 1\n",
        "organisations.toml": ORGANISATIONS + "[units.a]\n",
        "profiles/shanghai.toml": 'extends = "mof-2020"\nx = 1\n',
        PROJECT: "x = 1\n",
        OTHER: "y = 1\n",
        "pages/a.md": "\u200b",
    }
    before = load_content(tmp_path / "before", faulty).findings
    after = load_content(tmp_path / "after", {**faulty, broken: b"\xff"}).findings
    expected = [one for one in list_faults(before) if one[0] != broken]
    assert [one for one in list_faults(after) if one[0] != broken] == expected
    assert (broken, "not-utf8", "") in list_faults(after)


def test_a_register_that_cannot_be_read_leaves_projects_to_be_judged(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {"organisations.toml": "?"})
    assert list_ids(corpus) == [ID]
    assert {finding.path for finding in corpus.findings} == {"organisations.toml"}


def test_a_project_of_an_unknown_unit_is_told_of_and_left_to_be_judged(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {"projects/2023/archive/a.toml": FORM})
    assert list_faults(corpus.findings) == [("projects/2023/archive/a.toml", "unknown-unit", "")]
    assert list_ids(corpus) == ["2023/archive/a", ID]


def test_faults_of_a_form_and_of_its_place_are_told_together(tmp_path: Path) -> None:
    path = "projects/23/nobody/中文.toml"
    corpus = load_content(tmp_path, {path: 'profile = "x"\nscroe = 1\nname = 5\n'})
    assert sorted(rule for where, rule, _ in list_faults(corpus.findings) if where == path) == [
        "slug",
        "unknown-key",
        "unknown-unit",
        "wrong-type",
        "year-folder",
    ]


def test_files_that_would_share_an_address_are_told_of_once(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {f"{PLACE}/Reading.toml": FORM, f"{PLACE}/READING.toml": FORM})
    found = [(path, rule) for path, rule, _ in list_faults(corpus.findings)]
    assert found == [(f"{PLACE}/READING.toml", "shared-url"), (f"{PLACE}/Reading.toml", "shared-url")]


def test_units_that_would_share_an_address_are_told_of(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {"projects/2023/Library/reading.toml": FORM})
    rules = {rule for path, rule, _ in list_faults(corpus.findings) if "Library" in path}
    assert rules == {"unknown-unit", "shared-url"}


def test_of_two_pages_that_share_an_address_one_is_kept(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {"pages/About.md": "甲", "pages/about.md": "乙"})
    assert [page.text for page in corpus.pages] == ["乙"]


@pytest.mark.parametrize("name", ["关于", "index", "a b"])
def test_a_page_whose_name_is_no_address_is_left_out(tmp_path: Path, name: str) -> None:
    corpus = load_content(tmp_path, {f"pages/{name}.md": "甲"})
    assert (corpus.pages, [finding.rule for finding in corpus.findings]) == ((), ["slug"])


def test_an_unknown_profile_is_told_with_the_nearest(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {OTHER: f'profile = "shanghia"\n{FORM}'})
    (finding,) = corpus.findings
    assert (finding.path, finding.rule, finding.key) == (OTHER, "unknown-profile", "profile")
    assert finding.suggestion == "是不是 shanghai？"
    assert list_ids(corpus) == [ID]


def test_an_unknown_default_profile_is_told_of_once(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {"site.toml": SITE.replace("shanghai", "x"), OTHER: FORM})
    assert list_faults(corpus.findings) == [("site.toml", "unknown-profile", "profile")]
    assert corpus.projects == ()


def test_a_profile_that_is_there_and_faulty_is_not_called_unknown(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {"profiles/shanghai.toml": "[", OTHER: f'profile = "mof-2020"\n{FORM}'})
    assert {finding.path for finding in corpus.findings} == {"profiles/shanghai.toml"}
    assert list_ids(corpus) == ["2023/library/other"]


def test_the_default_profile_is_known_though_the_site_is_faulty(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {"site.toml": SITE.replace('"示例"', "示例")})
    assert (corpus.site, corpus.default_profile) == (None, "shanghai")
    assert list_ids(corpus) == [ID]


def test_a_byte_order_mark_is_a_doubt_and_no_obstacle(tmp_path: Path) -> None:
    corpus = load_content(tmp_path, {PROJECT: FORM.encode("utf-8-sig")})
    assert [(finding.rule, finding.severity) for finding in corpus.findings] == [
        ("byte-order-mark", Severity.WARNING)
    ]
    assert list_ids(corpus) == [ID]


def test_what_is_no_file_stops_no_other(tmp_path: Path) -> None:
    content = make_content(tmp_path, {f"{PLACE}/folder.toml/a": "", f"{PLACE}/big.toml": b"#" * 2_000_000})
    os.mkfifo(content / PLACE / "pipe.toml")
    for name, target in (
        ("out", "/etc/passwd"),
        ("chain", "out.toml"),
        ("lost", "nowhere"),
        ("round", "round.toml"),
    ):
        (content / PLACE / f"{name}.toml").symlink_to(target)
    (content / "projects" / "2022").symlink_to("/etc", target_is_directory=True)
    corpus = load(content)
    assert list_ids(corpus) == [ID]
    assert {(Path(path).stem, rule) for path, rule, _ in list_faults(corpus.findings)} == {
        ("2022", "link-in-content"),
        ("big", "file-too-large"),
        ("chain", "link-in-content"),
        ("folder", "unreadable-file"),
        ("lost", "link-in-content"),
        ("out", "link-in-content"),
        ("pipe", "unreadable-file"),
        ("round", "link-in-content"),
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.one_of(st.binary(max_size=100), st.text(max_size=100).map(str.encode)))
@example("profiles/shanghai.toml", b"extends = 1")
@example("organisations.toml", b"units = 1")
@example("organisations.toml", b"[units]\na = 1")
@example("organisations.toml", b"[[units]]")
@example("site.toml", b"profile = []")
@example(PROJECT, b"profile = []")
def test_any_bytes_in_any_file_give_a_corpus(tmp_path: Path, path: str, content: bytes) -> None:
    folder = make_content(tmp_path, {"pages/a.md": ""})
    (folder / path).write_bytes(content)
    assert isinstance(load(folder), Corpus)


TABLES = (
    "extends",
    "document",
    "total",
    "grades",
    "bands",
    "departments",
    "units",
    "calls",
    "profile",
    "licence",
    "url",
)
VALUES = (
    "1",
    "-1",
    "nan",
    "true",
    '""',
    '"甲"',
    '"x"',
    "2024-03-01",
    "[]",
    "[1]",
    "[{}]",
    "{}",
    "{ a = 1 }",
    "{ a = {} }",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(FILES[:4]), st.dictionaries(st.sampled_from(TABLES), st.sampled_from(VALUES), max_size=4)
)
def test_any_values_in_any_shared_file_give_a_corpus(
    tmp_path: Path, path: str, table: dict[str, str]
) -> None:
    folder = make_content(tmp_path)
    (folder / path).write_text(
        "".join(f"{key} = {value}\n" for key, value in table.items()), encoding="utf-8"
    )
    assert isinstance(load(folder), Corpus)

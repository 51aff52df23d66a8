"""Content folders as git revisions hold them: what is unpacked, what is refused, and that nothing foreign is run."""

import os
import stat
from pathlib import Path

import pytest

from generator.history import git as git_module
from generator.history import snapshot
from generator.history.snapshot import Repository, RevisionError
from generator.load import files, load
from tests.repositories import commit, git, write


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a content folder of one project, committed on `main`."""
    root = tmp_path / "repository"
    write(root / "content" / "projects" / "2023" / "unit" / "one.toml", 'name = "甲"\n')
    write(root / "README.md", "not content\n")
    git(tmp_path, "init", "-q", "-b", "main", str(root))
    commit(root)
    return root


def commit_forged(root: Path, *entries: tuple[str, str, bytes]) -> str:
    """Commit a `content` folder whose entries (mode, name, bytes) git itself would not check in."""
    lines = b"".join(
        f"{mode} {name}\0".encode() + bytes.fromhex(store(root, "tree" if mode == "40000" else "blob", data))
        for mode, name, data in entries
    )
    content = store(root, "tree", lines)
    top = store(root, "tree", b"40000 content\0" + bytes.fromhex(content))
    return git(root, "commit-tree", top, "-m", "forged")


def store(root: Path, kind: str, data: bytes) -> str:
    return git(root, "hash-object", "-w", "--literally", "-t", kind, "--stdin", given=data)


def list_unpacked(root: Path, name: str, content: str = "content") -> dict[str, str]:
    """Unpack a revision; the text of every file, and `→ target` of every link, by path."""
    place = Repository.around(root / content)
    with place.unpack(place.resolve(name)) as folder:
        return {
            path.relative_to(folder).as_posix(): f"→ {path.readlink()}"
            if path.is_symlink()
            else path.read_text()
            for path in sorted(folder.rglob("*"))
            if path.is_symlink() or path.is_file()
        }


def test_only_the_content_folder_is_unpacked(repository: Path) -> None:
    assert list_unpacked(repository, "main") == {"projects/2023/unit/one.toml": 'name = "甲"\n'}


def test_a_revision_holds_what_was_committed_and_not_what_lies_on_the_disk(repository: Path) -> None:
    write(repository / "content" / "projects" / "2023" / "unit" / "one.toml", 'name = "乙"\n')
    write(repository / "content" / "untracked.toml", "")
    assert list_unpacked(repository, "HEAD") == {"projects/2023/unit/one.toml": 'name = "甲"\n'}


def test_the_content_folder_may_be_the_root_of_the_repository(repository: Path) -> None:
    assert "README.md" in list_unpacked(repository, "HEAD", content=".")


def test_the_content_folder_may_lie_deep(repository: Path) -> None:
    write(repository / "data" / "年 报" / "site.toml", "x")
    write(repository / "data" / "年 报2" / "other.toml", "x")
    commit(repository)
    assert list_unpacked(repository, "HEAD", content="data/年 报") == {"site.toml": "x"}


def test_a_name_with_signs_of_a_pattern_means_itself(repository: Path) -> None:
    write(repository / ":(top)[a]*" / "site.toml", "x")
    commit(repository)
    assert list_unpacked(repository, "HEAD", content=":(top)[a]*") == {"site.toml": "x"}


def test_a_revision_without_the_folder_unpacks_an_empty_one(repository: Path) -> None:
    assert list_unpacked(repository, "HEAD", content="elsewhere") == {}


def test_a_file_in_the_place_of_the_folder_unpacks_an_empty_one(repository: Path) -> None:
    assert list_unpacked(repository, "HEAD", content="README.md") == {}


def test_the_unpacked_folder_is_gone_afterwards(repository: Path) -> None:
    place = Repository.around(repository / "content")
    with place.unpack(place.resolve("HEAD")) as folder:
        assert folder.is_dir()
    assert not folder.exists()


def test_the_repository_is_found_from_anywhere(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "content" / "projects")
    assert Repository.around(Path("..")) == Repository(repository.resolve(), "content")


def test_a_linked_worktree_is_a_repository_too(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "-q", str(tmp_path / "tree"), "-b", "other")
    assert "projects/2023/unit/one.toml" in list_unpacked(tmp_path / "tree", "other")


def test_a_folder_outside_any_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="不在 git 仓库里"):
        Repository.around(tmp_path / "content")


@pytest.mark.parametrize("name", ["main", "HEAD", "v1", "origin/main", "refs/heads/main", "HEAD~0", "@"])
def test_names_of_commits_are_resolved(repository: Path, name: str) -> None:
    git(repository, "tag", "-a", "v1", "-m", "annotated")
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    assert Repository.around(repository / "content").resolve(name) == git(repository, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "nowhere",
            "",
            " ",
            "^HEAD",
            "HEAD..HEAD",
            "HEAD:content",
            ":README.md",
            "a\0b",
            "\udcff",
            "0" * 40,
        ),
        *("--all", "--git-dir", "-h", "--help", "--end-of-options", "--output=/tmp/x", "--upload-pack=touch"),
    ],
)
def test_what_names_no_commit_is_told_in_one_sentence(repository: Path, name: str) -> None:
    with pytest.raises(RevisionError, match="找不到版本") as caught:
        Repository.around(repository / "content").resolve(name)
    assert str(caught.value).isprintable()


def test_a_shallow_clone_gives_what_it_has_and_tells_what_it_has_not(
    repository: Path, tmp_path: Path
) -> None:
    old = git(repository, "rev-parse", "HEAD")
    write(repository / "content" / "site.toml", "x")
    commit(repository)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", "shallow")
    assert "site.toml" in list_unpacked(tmp_path / "shallow", "origin/main")
    with pytest.raises(RevisionError, match="找不到版本"):
        Repository.around(tmp_path / "shallow" / "content").resolve(old)


def test_a_clone_without_its_files_is_told_and_nothing_is_fetched(repository: Path, tmp_path: Path) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{repository}", "partial")
    with pytest.raises(RevisionError, match="没有取来全部内容"):
        list_unpacked(tmp_path / "partial", "origin/main")


def test_a_damaged_repository_is_told(repository: Path) -> None:
    blob = git(repository, "rev-parse", "HEAD:content/projects/2023/unit/one.toml")
    loose = repository / ".git" / "objects" / blob[:2] / blob[2:]
    loose.chmod(0o600)
    loose.write_bytes(b"rubbish")
    with pytest.raises(RevisionError, match="读不全"):
        list_unpacked(repository, "HEAD")


def test_a_machine_without_git_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Repository.around(repository / "content")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match="安装 git"):
        place.resolve("HEAD")


def test_a_repository_of_another_user_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretence = {
        "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    monkeypatch.setattr(git_module, "ENVIRONMENT", git_module.ENVIRONMENT | pretence)
    with pytest.raises(RevisionError, match="属于别的用户"):
        Repository.around(repository / "content").resolve("HEAD")


def test_attributes_hide_nothing(repository: Path) -> None:
    write(repository / ".gitattributes", "*.toml export-ignore\n")
    commit(repository)
    assert "projects/2023/unit/one.toml" in list_unpacked(repository, "HEAD")


def test_nothing_that_a_repository_sets_up_is_run(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "trap.sh"
    write(trap, f"#!/bin/sh\ntouch '{tmp_path / 'sprung'}'\n")
    trap.chmod(0o700)
    write(repository / ".gitattributes", "*.toml filter=trap diff=trap\n")
    write(repository / "content" / "site.toml", "x")
    commit(repository)
    filters = ("filter.trap.smudge", "filter.trap.clean", "filter.trap.process", "diff.trap.textconv")
    programs = ("core.fsmonitor", "core.pager", "core.sshCommand", "diff.external", "alias.ls-tree")
    for setting in (*filters, *programs):
        git(repository, "config", setting, str(trap))
    git(repository, "config", "core.hooksPath", str(tmp_path))
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        (tmp_path / hook).hardlink_to(trap)
    for variable in ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND", "GIT_ASKPASS"):
        monkeypatch.setenv(variable, str(trap))
    assert list_unpacked(repository, "HEAD")["site.toml"] == "x"
    assert not (tmp_path / "sprung").exists()


def test_the_environment_names_no_other_repository(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "other" / ".git" / "objects"))
    assert "projects/2023/unit/one.toml" in list_unpacked(repository, "main")


def test_a_repository_hidden_among_the_content_is_not_taken_for_the_one_around_it(repository: Path) -> None:
    for name, text in {"HEAD": "ref: refs/heads/x\n", "config": "[core]\n\tbare = true\n"}.items():
        write(repository / "content" / name, text)
    for name in ("objects", "refs"):
        write(repository / "content" / name / ".keep", "")
    commit(repository)
    assert Repository.around(repository / "content").root == repository.resolve()
    assert "HEAD" in list_unpacked(repository, "main")


def test_a_replaced_commit_is_read_as_it_was_made(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    write(repository / "content" / "site.toml", "x")
    git(repository, "replace", first, commit(repository))
    assert "site.toml" not in list_unpacked(repository, first)


@pytest.mark.parametrize(
    "target", [b"/etc/passwd", b"projects/2023/unit/one.toml", b"x" * 5_000, b"a\0b", b""]
)
def test_a_link_comes_as_a_link_that_leads_nowhere(repository: Path, target: bytes) -> None:
    name = commit_forged(repository, ("120000", "site.toml", target))
    place = Repository.around(repository / "content")
    with place.unpack(name) as folder:
        assert (folder / "site.toml").is_symlink()
        assert not (folder / "site.toml").exists()
        assert ("site.toml", "link-in-content") in {(one.path, one.rule) for one in load(folder).findings}


def test_nothing_is_written_through_a_link(repository: Path, tmp_path: Path) -> None:
    inner = b"100644 evil.toml\0" + bytes.fromhex(store(repository, "blob", b"x"))
    link = str(tmp_path).encode()
    name = commit_forged(repository, ("120000", "a", link), ("40000", "a", inner), ("120000", "b", link))
    assert list_unpacked(repository, name) == {"a/evil.toml": "x", "b": "→ nowhere"}
    assert not (tmp_path / "evil.toml").exists()


def test_no_link_is_made_through_a_link(repository: Path, tmp_path: Path) -> None:
    inner = b"120000 evil\0" + bytes.fromhex(store(repository, "blob", b"target"))
    name = commit_forged(repository, ("120000", "a", str(tmp_path).encode()), ("40000", "a", inner))
    assert list_unpacked(repository, name) == {"a/evil": "→ nowhere"}
    assert not (tmp_path / "evil").is_symlink()


@pytest.mark.parametrize("step", ["..", "."])
def test_a_forged_path_does_not_climb_out(repository: Path, step: str) -> None:
    inner = b"100644 evil.toml\0" + bytes.fromhex(store(repository, "blob", b"x"))
    place = Repository.around(repository / "content")
    with place.unpack(commit_forged(repository, ("40000", step, inner))) as folder:
        assert list(folder.parent.rglob("*")) == [folder]


def test_a_name_that_the_file_system_refuses_stops_nothing(repository: Path) -> None:
    name = commit_forged(repository, ("100644", "x" * 300, b""), ("100644", "z.toml", b"z"))
    assert list_unpacked(repository, name) == {"z.toml": "z"}


def test_a_submodule_is_left_out(repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},content/module")
    git(repository, "commit", "-q", "-m", "module")
    assert list(list_unpacked(repository, "HEAD")) == ["projects/2023/unit/one.toml"]


def test_a_name_that_is_no_text_is_unpacked_and_told_by_loading(repository: Path) -> None:
    lines = b"100644 \xff\xfe.toml\0" + bytes.fromhex(store(repository, "blob", b""))
    name = commit_forged(repository, ("40000", "profiles", lines))
    place = Repository.around(repository / "content")
    with place.unpack(place.resolve(name)) as folder:
        assert "profiles/��.toml" in {finding.path for finding in load(folder).findings}


def test_a_large_file_is_not_unpacked_but_refused_by_loading_in_its_size(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = snapshot.LARGEST_BLOB + 1
    write(repository / "content" / "site.toml", "#" * size)
    commit(repository)
    place = Repository.around(repository / "content")
    with place.unpack(place.resolve("HEAD")) as folder:
        status = (folder / "site.toml").stat()
        assert (stat.S_ISREG(status.st_mode), status.st_size, status.st_blocks) == (True, size, 0)
        (finding,) = (one for one in load(folder).findings if one.path == "site.toml")
    assert (finding.rule, f"{size:,}" in finding.message) == ("file-too-large", True)


def test_everything_that_loading_reads_is_unpacked_whole() -> None:
    assert snapshot.LARGEST_BLOB >= files.LARGEST


@pytest.mark.parametrize(("bound", "value"), [("MOST_FILES", 9), ("MOST_BYTES", 9)])
def test_a_tree_that_stands_for_too_much_is_refused(
    repository: Path, monkeypatch: pytest.MonkeyPatch, bound: str, value: int
) -> None:
    tree = b"100644 f\0" + bytes.fromhex(store(repository, "blob", b"x"))
    for _ in range(60):
        below = bytes.fromhex(store(repository, "tree", tree))
        tree = b"40000 a\0" + below + b"40000 b\0" + below
    name = commit_forged(repository, ("40000", "projects", tree))
    monkeypatch.setattr(snapshot, bound, value)
    with pytest.raises(RevisionError, match="内容太多"):
        list_unpacked(repository, name)

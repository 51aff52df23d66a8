"""What is believed of commits, whose author and date are free: from git's log to the built site and the terminal."""

import os
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks.corpus import make_corpus
from generator.cli.app import CLEAN
from generator.history.log import Trust, read_log, read_revision
from generator.publish.order import BuildOrder
from generator.report.doubts_text import list_doubts
from tests.builds import FIRST, leave_out_rules, replace
from tests.builds import run as build
from tests.command import Run
from tests.render.atom import find_faults
from tests.repositories import ENVIRONMENT, commit, git, write

NOW = date(2025, 1, 1)
FORM, OTHER = "projects/2023/unit/one.toml", "projects/2023/unit/two.toml"
ROLES = {"@finance.test": "财政部门", "clerk@unit.test": "实施单位"}
TRUST = Trust(NOW, ROLES)
VOUCHED = Trust(NOW, ROLES, believes_authors=True)

AFTER_9999 = "@253402300800 +0000"
IN_2099 = "@4070908800 +0000"
IN_1970 = "@86400 +0000"
IN_2024 = "@1714608000 +0000"
IN_MAY_2025 = "@1746144000 +0000"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test set what git writes into a commit, and let no later one see it."""
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE", "GIT_AUTHOR_EMAIL"):
        monkeypatch.setitem(ENVIRONMENT, name, ENVIRONMENT.get(name, ""))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository that is its own content folder, with a form of 2024."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    change(folder, "1", IN_2024)
    return folder


def change(root: Path, text: str, when: str, author: str = "someone@finance.test", path: str = FORM) -> str:
    write(root / path, text)
    ENVIRONMENT.update(GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when, GIT_AUTHOR_EMAIL=author)
    return commit(root)


@pytest.mark.parametrize("when", [AFTER_9999, IN_2099, IN_1970, IN_MAY_2025])
def test_a_date_that_cannot_be_right_is_taken_without_harm_and_not_told(root: Path, when: str) -> None:
    last = change(root, "2", when)
    log = read_log(root, TRUST)
    assert (log.files[FORM].changed, log.files[FORM].added) == (None, date(2024, 5, 2))
    assert [step.day for step in log.steps] == [None, date(2024, 5, 2)]
    assert log.misdated == (last,)
    assert any(last[:10] in text for text in list_doubts(log))
    revision = read_revision(root, TRUST, newest_year=2023)
    assert revision == (last, None)


def test_a_file_whose_first_commit_is_misdated_has_no_first_day(root: Path) -> None:
    change(root, "1", IN_1970, path=OTHER)
    change(root, "2", IN_2024, path=OTHER)
    history = read_log(root, TRUST).files[OTHER]
    assert (history.added, history.changed) == (None, date(2024, 5, 2))


def test_a_commit_without_any_date_is_taken_without_harm(root: Path) -> None:
    text = git(root, "cat-file", "commit", "HEAD")
    lines = ["committer x <x@x> nonsense" if one.startswith("committer") else one for one in text.split("\n")]
    forged = git(
        root, "hash-object", "--literally", "-t", "commit", "-w", "--stdin", given="\n".join(lines).encode()
    )
    git(root, "update-ref", "HEAD", forged)
    assert read_log(root, TRUST).files[FORM].changed is None


def test_a_day_that_has_begun_somewhere_has_come(root: Path) -> None:
    change(root, "2", "2025-01-02T00:30:00+14:00")
    assert read_log(root, TRUST).files[FORM].changed == date(2025, 1, 2)


def test_an_author_is_believed_only_where_the_host_vouches(root: Path) -> None:
    assert read_log(root, TRUST).files[FORM].role == ""
    assert read_log(root, VOUCHED).files[FORM].role == "财政部门"


def test_what_a_merge_made_of_a_form_is_laid_to_the_merge(root: Path) -> None:
    git(root, "switch", "-q", "-c", "side")
    change(root, "2", IN_2024, path=OTHER)
    git(root, "switch", "-q", "main")
    change(root, "3", IN_2024, path="projects/2023/unit/three.toml")
    git(root, "merge", "-q", "--no-commit", "--no-ff", "side")
    merge = change(root, "forged", IN_2024, author="stranger@elsewhere.test")
    log = read_log(root, VOUCHED)
    assert (log.files[FORM].commit, log.files[FORM].role) == (merge, "")
    assert log.files[OTHER].commit != merge
    assert log.steps[0].after == git(root, "rev-parse", f"HEAD:{FORM}")


@pytest.fixture
def signing(root: Path, tmp_path: Path) -> Path:
    """The repository with a key to sign with, which it knows as that of a clerk."""
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)], check=True)
    for name, value in (
        ("gpg.format", "ssh"),
        ("user.signingKey", str(key)),
        ("commit.gpgSign", "true"),
        ("gpg.ssh.allowedSignersFile", str(tmp_path / "signers")),
    ):
        git(root, "config", name, value)
    allow(tmp_path / "signers", "clerk@unit.test", key)
    return root


def allow(file: Path, address: str, key: Path) -> None:
    file.write_text(f"{address} {key.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")


def test_the_signer_is_told_and_not_whom_he_names_as_the_author(signing: Path) -> None:
    change(signing, "2", IN_2024, author="someone@finance.test")
    assert read_log(signing, TRUST).files[FORM].role == "实施单位"


def test_a_signature_of_a_key_that_nobody_allowed_says_nothing(signing: Path, tmp_path: Path) -> None:
    change(signing, "2", IN_2024)
    (tmp_path / "signers").write_text("", encoding="utf-8")
    assert read_log(signing, TRUST).files[FORM].role == ""


def test_a_signature_under_another_commit_says_nothing(signing: Path) -> None:
    change(signing, "2", IN_2024)
    signed = git(signing, "cat-file", "commit", "HEAD").replace("change", "changed")
    forged = git(signing, "hash-object", "-t", "commit", "-w", "--stdin", given=f"{signed}\n".encode())
    git(signing, "update-ref", "HEAD", forged)
    assert "gpgsig" in signed
    assert read_log(signing, TRUST).files[FORM].role == ""


def test_a_domain_of_signers_has_the_role_of_the_domain(signing: Path, tmp_path: Path) -> None:
    allow(tmp_path / "signers", "*@finance.test", tmp_path / "key")
    change(signing, "2", IN_2024)
    assert read_log(signing, TRUST).files[FORM].role == "财政部门"


@pytest.mark.parametrize("name", ["signers", "./.github/signers"])
def test_signers_that_a_request_could_bring_along_are_refused_and_that_is_told(
    signing: Path, tmp_path: Path, name: str
) -> None:
    write(signing / name, (tmp_path / "signers").read_text(encoding="utf-8"))
    git(signing, "config", "gpg.ssh.allowedSignersFile", name)
    change(signing, "2", IN_2024)
    log = read_log(signing, TRUST)
    assert (log.files[FORM].role, log.refused_signers) == ("", name)
    assert any(name in text for text in list_doubts(log))


def test_signers_beside_the_settings_of_the_repository_are_asked(signing: Path, tmp_path: Path) -> None:
    write(signing / ".git/signers", (tmp_path / "signers").read_text(encoding="utf-8"))
    git(signing, "config", "gpg.ssh.allowedSignersFile", ".git/signers")
    change(signing, "2", IN_2024)
    assert read_log(signing, TRUST).files[FORM].role == "实施单位"


def test_no_program_is_run_that_the_repository_names(signing: Path, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    program.chmod(0o755)
    change(signing, "2", IN_2024)
    git(signing, "config", "gpg.ssh.program", str(program))
    assert read_log(signing, TRUST).files[FORM].role == "实施单位"
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("status", "role"),
    [
        ("GOODSIG 1234567890ABCDEF A Clerk <clerk@unit.test>\\n[GNUPG:] TRUST_FULLY 0 pgp", "实施单位"),
        ("GOODSIG 1234567890ABCDEF A Clerk <clerk@unit.test>\\n[GNUPG:] TRUST_UNDEFINED 0 pgp", ""),
        ("EXPSIG 1234567890ABCDEF A Clerk <clerk@unit.test>", ""),
        ("REVKEYSIG 1234567890ABCDEF A Clerk <clerk@unit.test>", ""),
        ("BADSIG 1234567890ABCDEF A Clerk <clerk@unit.test>", ""),
    ],
    ids=["good", "of nobody known", "expired", "revoked", "bad"],
)
def test_a_signature_of_gnupg_counts_where_it_is_good_and_its_key_trusted(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: str, role: str
) -> None:
    program = tmp_path / "bin/gpg"
    write(program, f"#!/bin/sh\ncat > /dev/null\nprintf '[GNUPG:] NEWSIG\\n[GNUPG:] {status}\\n'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    head, _, message = git(root, "cat-file", "commit", "HEAD").partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    text = f"{head}\n{signature}\n\n{message}\n".encode()
    signed = git(root, "hash-object", "-t", "commit", "-w", "--stdin", given=text)
    git(root, "update-ref", "HEAD", signed)
    assert read_log(root, TRUST).files[FORM].role == role


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A repository with a content folder, of which the last commit is not to be believed in anything."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE", "GIT_AUTHOR_EMAIL"):
            patch.setitem(ENVIRONMENT, name, IN_2024)
        folder = tmp_path_factory.mktemp("published")
        git(folder, "init", "-q")
        make_corpus(folder / "content", 3)
        site = 'url = "https://site.test"\nroles = { "@finance.test" = "财政部门" }\nprofile ='
        replace(folder / "content/site.toml", "profile =", site)
        commit(folder)
        replace(folder / "content" / FIRST, 'expected = "', 'expected = "改了：')
        ENVIRONMENT.update(GIT_COMMITTER_DATE=IN_2099, GIT_AUTHOR_EMAIL="minister@finance.test")
        commit(folder)
        yield folder


@pytest.fixture(autouse=True)
def small_site(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_out_rules(monkeypatch)


def read_all(order: BuildOrder) -> str:
    paths = (*order.docs.rglob("*.md"), *order.docs.rglob("*.xml"), *order.docs.rglob("*.json"))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_the_site_says_no_date_and_no_office_that_anybody_may_have_written(
    published: Path, tmp_path: Path
) -> None:
    order = BuildOrder(published / "content", tmp_path / "build", read_today=lambda: NOW)
    log = build(order).log
    assert "2099" not in read_all(order)
    page = (order.docs / FIRST).with_suffix(".md").read_text(encoding="utf-8")
    assert "<dd>日期不明</dd>" in page
    assert "财政部门提交" not in page
    updates = (order.docs / "updates/index.md").read_text(encoding="utf-8")
    assert "## 日期不明 {#d-undated}" in updates
    assert "不可信" in updates
    assert "日期不明" not in (order.docs / "index.md").read_text(encoding="utf-8")
    assert find_faults((order.docs / "updates/feed.xml").read_text(encoding="utf-8")) == []
    assert len(list(list_doubts(log))) == 1


def test_a_date_that_has_come_is_told(published: Path, tmp_path: Path) -> None:
    order = BuildOrder(published / "content", tmp_path / "build", read_today=lambda: date(2100, 1, 1))
    build(order)
    page = (order.docs / FIRST).with_suffix(".md").read_text(encoding="utf-8")
    assert "<dd>2099-01-01</dd>" in page


def test_the_host_vouches_by_the_settings_of_the_site(published: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(published), "clone")
    replace(tmp_path / "clone/content/site.toml", "roles =", "host_verifies_authors = true\nroles =")
    order = BuildOrder(tmp_path / "clone/content", tmp_path / "build", read_today=lambda: NOW)
    build(order)
    page = (order.docs / FIRST).with_suffix(".md").read_text(encoding="utf-8")
    assert "<dd>日期不明，由财政部门提交</dd>" in page


def test_the_terminal_tells_of_dates_and_a_commit_after_9999_ends_no_build(
    published: Path, tmp_path: Path, run: Run
) -> None:
    git(tmp_path, "clone", "-q", str(published), "clone")
    file = f"content/{FIRST}"
    replace(tmp_path / "clone" / file, "改了：", "又改了：")
    ENVIRONMENT.update(GIT_COMMITTER_DATE=AFTER_9999)
    last = commit(tmp_path / "clone")
    ended = run("--content", tmp_path / "clone/content", "build", "--build-dir", tmp_path / "build")
    assert ended.code == CLEAN
    assert "个提交的日期不可信" in ended.err
    assert last[:10] in ended.err


def test_a_shallow_clone_names_no_revision_that_it_does_not_know(
    published: Path, tmp_path: Path, run: Run
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{published}", "clone")
    content, head = tmp_path / "clone/content", git(published, "rev-parse", "HEAD")
    ended = run("--content", content, "build", "--build-dir", tmp_path / "build")
    assert "浅克隆" in ended.err
    order = BuildOrder(content, tmp_path / "build")
    assert head[:12] not in "".join(
        path.read_text(encoding="utf-8")
        for path in (order.docs / "data").rglob("*")
        if path.suffix in (".csv", ".json")
    )
    assert head[:12] not in read_all(order)
    for path in ("index.md", "updates/index.md", "data/index.md"):
        assert "没有取来全部的更改记录" in (order.docs / path).read_text(encoding="utf-8")
    page = (order.docs / FIRST).with_suffix(".md").read_text(encoding="utf-8")
    assert "<dd>日期不明</dd>" in page


def test_a_shallow_clone_still_names_the_revision_of_what_it_knows(published: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{published}", "clone")
    order = BuildOrder(tmp_path / "clone/content", tmp_path / "build")
    build(order)
    head = git(published, "rev-parse", "HEAD")
    own = order.docs / "api/v1" / FIRST.replace(".toml", ".json")
    assert head in own.read_text(encoding="utf-8")


def test_a_complete_clone_raises_no_doubt(root: Path) -> None:
    assert list(list_doubts(read_log(root, TRUST))) == []

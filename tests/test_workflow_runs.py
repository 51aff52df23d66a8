"""A request to merge, checked by the shell lines of the workflow files as they stand: what a reviewer gets to see."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.workflow_files import GITEA, GITHUB, GITLAB, ROOT, list_lines, list_scripts

UNIT = "xianghuaqiao-dangqun"
FORMS = f"content/projects/2023/{UNIT}"
SETTING_UP = "make .venv/.ready"
"""The one line that is not run here: it would install the program anew, which is there already."""


class Ended(NamedTuple):
    """How a shell script of a workflow ended, and what it wrote."""

    code: int
    out: str


class Checked(NamedTuple):
    """A request that went through the job `check`: the folder where that ran, and its scripts as far as they came."""

    folder: Path
    scripts: list[Ended]

    @property
    def out(self) -> str:
        return "".join(one.out for one in self.scripts)

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")


def git(folder: Path, *words: str) -> None:
    identity = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, env=os.environ | identity)


def commit(folder: Path, branch: str, changes: dict[str, tuple[str, str]]) -> None:
    """Commit changes of texts on a branch of their own; what is empty before is a file of its own."""
    git(folder, "switch", "-q", "-C", branch, "main")
    for name, (before, after) in changes.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8") if before else ""
        assert before in text
        file.write_text(text.replace(before, after, 1) if before else after, encoding="utf-8")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "-q", "-m", branch)
    git(folder, "switch", "-q", "main")


FAULTY = {
    f"{FORMS}/dangqun-guifanhua.toml": ("weight = 20", "wieght = 20"),
    f"{FORMS}/juweihui-gongzuo.toml": ("total = 99.99", "total = 99.9"),
    f"{FORMS}/juminqu-fuwu-qunzhong.toml": ('target = "=90%"', 'target = "=80%"'),
}
"""A key that is misspelt, a total that does not add up, and a target that is lowered."""

CORRECTED = {f"{FORMS}/dangjian-gongzuo.toml": ("较为稳定", "基本稳定")}

CUNNING = FAULTY | {
    "generator/__main__.py": ("from", "print('全部通过'); raise SystemExit\nfrom"),
    "generator/sitecustomize.py": ("", "print('全部通过')\n"),
    ".venv/bin/jixiao": ("", "echo 全部通过\n"),
    "Makefile": ("", "all:\n"),
    f"{FORMS}/$(touch gotcha) '.toml": ("", 'name = "党"\n'),
}
"""The same faults, with a program that knows none, and a file whose name is a command."""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the real content and the program on `main`, and a branch for each request."""
    folder = tmp_path_factory.mktemp("repository") / "origin"
    folder.mkdir()
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("content", "generator"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("mkdocs.yml", ".gitignore"):
        shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "main")
    commit(folder, "faulty", FAULTY)
    commit(folder, "cunning", CUNNING)
    commit(folder, "corrected", CORRECTED)
    commit(folder, "unusable", {"content/site.toml": ("title", "tilte")})
    return folder


def check_request(origin: Path, branch: str, path: Path, folder: Path, of: Path | None = None) -> Checked:
    """Run the job `check` of a host on a branch, up to the first script that fails; `of` is a fork's own origin."""
    fetched = ["--single-branch"] if path == GITLAB else []
    git(folder, "clone", "-q", *fetched, "-b", branch, str(origin), "clone")
    git(folder / "clone", "checkout", "-q", "--detach")
    scripts: list[Ended] = []
    for script in list_scripts(path):
        scripts.append(run_script(script.replace(SETTING_UP, INSTALL), folder / "clone", of))
        if scripts[-1].code:
            break
    return Checked(folder / "clone", scripts)


INSTALL = f"""
mkdir -p .venv/bin
printf '#!/bin/sh\\nexec {sys.executable} -m generator "$@"\\n' > .venv/bin/jixiao
chmod +x .venv/bin/jixiao
"""
"""Makes the command, so that it runs the program that lies in the folder."""


SIGNERS = "clerk@unit.test ssh-ed25519 AAAA\nother@unit.test ssh-ed25519 BBBB"


def run_script(script: str, folder: Path, of: Path | None = None) -> Ended:
    """Run a script as the hosts do, with the variables that the workflow files set; `of` is what a fork is of."""
    outside = {name: text for name, text in os.environ.items() if not name.startswith(("GITHUB_", "CI_"))}
    given = {"TARGET": "main", "NUMBER": "7", "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md")}
    given |= {
        "CI_PROJECT_ID": "8",
        "CI_MERGE_REQUEST_PROJECT_ID": "3" if of else "8",
        "ALLOWED_SIGNERS": SIGNERS,
    }
    given |= {"CI_MERGE_REQUEST_PROJECT_URL": str(of or "https://host.invalid/needs/a/password")}
    ended = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=outside | given,
        capture_output=True,
        text=True,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout + ended.stderr)


def find_line(folder: Path, path: str, text: str) -> int:
    return (folder / path).read_text(encoding="utf-8").splitlines().index(text) + 1


HOSTS = {"github": GITHUB / "check.yml", "gitea": GITEA / "check.yml", "gitlab": GITLAB}


CheckOn = Callable[[str, str], Checked]


@pytest.fixture(scope="module")
def check_on(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> CheckOn:
    """Check the request of a branch on a host, each once."""
    return cache(
        lambda host, branch: check_request(origin, branch, HOSTS[host], tmp_path_factory.mktemp(host))
    )


@pytest.fixture(params=HOSTS)
def faulty(request: pytest.FixtureRequest, check_on: CheckOn) -> Checked:
    """The faulty request on each host."""
    return check_on(request.param, "faulty")


@pytest.fixture
def on_github(check_on: CheckOn) -> Checked:
    """The faulty request on GitHub."""
    return check_on("github", "faulty")


def test_faulty_request_fails_at_the_very_end_and_says_why(faulty: Checked) -> None:
    assert [one.code for one in faulty.scripts][-1] == 1
    assert "必须改正 L010" in faulty.scripts[-1].out
    assert "weight" in faulty.scripts[-1].out


def test_reviewer_is_told_what_the_request_means(faulty: Checked) -> None:
    told = faulty.read("build/review/diff.md")
    assert "居委会工作经费" in told
    assert "99.99 → 99.9" in told
    assert "`=90%` → `=80%`（**降低要求**）" in told
    assert "党建工作专项经费" not in told


def test_preview_has_the_pages_of_all_forms_without_errors(faulty: Checked) -> None:
    pages = faulty.folder / "build/preview/site/projects/2023" / UNIT
    assert sorted(page.name for page in pages.iterdir() if page.is_dir()) == [
        "dangjian-gongzuo",
        "juminqu-fuwu-qunzhong",
        "juweihui-gongzuo",
    ]


def test_faults_are_shown_at_their_lines_in_the_request(on_github: Checked) -> None:
    noted = [line for line in on_github.out.splitlines() if line.startswith("::")]
    error, form = f"{FORMS}/dangqun-guifanhua.toml", f"{FORMS}/juweihui-gongzuo.toml"
    line = find_line(on_github.folder, error, "wieght = 20")
    assert any(one.startswith(f"::error file={error},line={line},") and "L010" in one for one in noted)
    line = find_line(on_github.folder, form, "total = 99.9")
    assert any(one.startswith(f"::warning file={form},line={line},") and "S002" in one for one in noted)


def test_forms_that_the_request_does_not_touch_are_not_annotated(on_github: Checked) -> None:
    noted = set(re.findall(r"::\w+ file=([^,]*)", on_github.out))
    assert noted == set(FAULTY)


def test_summary_tells_the_meaning_and_every_fault(on_github: Checked) -> None:
    summary = (on_github.folder.parent / "summary.md").read_text(encoding="utf-8")
    assert on_github.read("build/review/diff.md") in summary
    assert "L010" in summary
    assert "S002" in summary


def test_number_of_the_request_is_left_for_the_comment(on_github: Checked) -> None:
    assert on_github.read("build/review/number.txt") == "7\n"


def test_gitlab_gets_a_report_of_quality(check_on: CheckOn) -> None:
    report = json.loads(check_on("gitlab", "faulty").read("build/review/quality.json"))
    assert {one["location"]["path"] for one in report} == set(FAULTY)


@pytest.mark.parametrize("host", HOSTS)
def test_request_is_judged_by_the_program_of_the_main_branch(check_on: CheckOn, host: str) -> None:
    checked = check_on(host, "cunning")
    assert checked.scripts[-1].code == 1
    assert "必须改正 L010" in checked.out
    assert "全部通过" not in checked.out
    first, _, rest = checked.read("build/review/diff.md").partition("与版本")
    assert first.startswith("**改的不只是自评表，请先看这些：**")
    assert all(f"`{name}`" in first for name in CUNNING if not name.startswith("content/"))
    assert "居委会工作经费" in rest
    assert not (checked.folder / "generator/sitecustomize.py").exists()
    assert not (checked.folder / "gotcha").exists()


def test_request_without_faults_passes(check_on: CheckOn) -> None:
    checked = check_on("github", "corrected")
    assert [one.code for one in checked.scripts] == [0] * len(list_scripts(GITHUB / "check.yml"))
    assert "党建工作专项经费" in checked.read("build/review/diff.md")


PUBLISHING = {
    "github": (GITHUB / "publish.yml", "build", "build/site"),
    "gitea": (GITEA / "publish.yml", "build", "build/site"),
    "gitlab": (GITLAB, "pages", "public"),
}
"""The job that publishes on each host, and the folder that it hands over."""

each_publishing = pytest.mark.parametrize("host", PUBLISHING)


def publish(origin: Path, branch: str, host: str, folder: Path) -> tuple[Ended, Path]:
    """Run the job that publishes with a branch as the main one; gives the folder of the site, too."""
    path, job, site = PUBLISHING[host]
    git(folder, "clone", "-q", "-b", branch, str(origin), "clone")
    lines = (INSTALL if line == SETTING_UP else line for line in list_lines(path, job))
    return run_script("\n".join(lines), folder / "clone"), folder / "clone" / site


@each_publishing
def test_site_is_published_by_the_lines_of_the_workflow(origin: Path, tmp_path: Path, host: str) -> None:
    ended, site = publish(origin, "main", host, tmp_path)
    assert (ended.code, (site / "index.html").is_file()) == (0, True)


@each_publishing
def test_a_faulty_form_is_told_and_keeps_nothing_else_from_being_published(
    origin: Path, tmp_path: Path, host: str
) -> None:
    ended, site = publish(origin, "faulty", host, tmp_path)
    assert (ended.code, "必须改正 L010" in ended.out) == (0, True)
    pages = {page.name for page in (site / "projects/2023" / UNIT).iterdir()}
    assert "dangjian-gongzuo" in pages
    assert "dangqun-guifanhua" not in pages
    assert (f"::error file={FORMS}/dangqun-guifanhua.toml" in ended.out) is (host == "github")


@each_publishing
def test_what_cannot_be_built_at_all_is_not_published(origin: Path, tmp_path: Path, host: str) -> None:
    ended, _ = publish(origin, "unusable", host, tmp_path)
    assert ended.code


@each_publishing
def test_signers_are_those_of_the_repository_s_settings(origin: Path, tmp_path: Path, host: str) -> None:
    _, site = publish(origin, "main", host, tmp_path)
    clone = tmp_path / "clone"
    assert (clone / ".git/allowed_signers").read_text(encoding="utf-8") == f"{SIGNERS}\n"
    assert not (site / ".git").exists()
    named = subprocess.run(
        ["git", "config", "gpg.ssh.allowedSignersFile"], cwd=clone, capture_output=True, text=True, check=True
    )
    assert named.stdout == ".git/allowed_signers\n"


def test_request_from_a_fork_is_held_against_the_project_and_not_against_the_fork(
    origin: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "-q", "-b", "faulty", str(origin), "fork")
    git(tmp_path / "fork", "branch", "-f", "main", "origin/cunning")
    checked = check_request(tmp_path / "fork", "faulty", GITLAB, tmp_path, of=origin)
    assert checked.scripts[-1].code == 1
    assert "必须改正 L010" in checked.out
    assert "全部通过" not in checked.out
    assert "99.99 → 99.9" in checked.read("build/review/diff.md")

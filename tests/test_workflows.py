"""The workflow files of the code hosts: what they may do, for whom, and with whose code."""

import re
from pathlib import Path

import pytest
import yaml

from tests.workflow_files import FORGEJO, GITEA, GITHUB, GITLAB, ROOT, list_lines, list_steps, read_yaml

WORKFLOWS = sorted(path for folder in (GITHUB, GITEA, FORGEJO) for path in folder.glob("*.yml"))


def name_workflow(path: Path) -> str:
    return f"{path.parent.parent.name}/{path.name}"


each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=name_workflow)


def test_every_host_has_its_workflows() -> None:
    assert [name_workflow(path) for path in WORKFLOWS] == [
        f".{host}/{name}.yml"
        for host in ("forgejo", "gitea", "github")
        for name in ("check", "comment", "publish")
    ]


@each_workflow
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"uses: .*", text)
    assert not [one for one in re.findall(r"uses: .*", text) if not re.search(r"@[0-9a-f]{40} # v\d", one)]


def test_image_is_pinned_to_its_contents() -> None:
    assert re.search("@sha256:[0-9a-f]{64}$", read_yaml(GITLAB)["default"]["image"])


@each_workflow
def test_text_of_others_is_never_put_into_a_shell_line(path: Path) -> None:
    assert not [step["run"] for step in list_steps(path) if "${{" in step.get("run", "")]


@each_workflow
def test_workflow_may_only_read_unless_a_job_says_more(path: Path) -> None:
    permissions = read_yaml(path)["permissions"]
    if name_workflow(path).endswith("ea/comment.yml") or name_workflow(path).endswith("ejo/comment.yml"):
        assert permissions == {"contents": "read", "issues": "write", "pull-requests": "write"}
    else:
        assert permissions in ({}, {"contents": "read"})


@each_workflow
def test_request_meets_no_secret_and_no_right_to_write(path: Path) -> None:
    workflow = read_yaml(path)
    triggers = workflow[True]  # YAML takes `on` for a truth value
    assert "pull_request_target" not in triggers
    if "pull_request" in triggers:
        assert list(triggers) == ["pull_request"]
        assert workflow["permissions"] == {"contents": "read"}
        assert all("permissions" not in job for job in workflow["jobs"].values())
        assert not re.search(r"secrets\.|github\.token", path.read_text(encoding="utf-8"))
        assert all(
            step["with"]["persist-credentials"] is False
            for step in list_steps(path)
            if "checkout" in step.get("uses", "")
        )


@each_workflow
def test_what_may_write_never_checks_out_a_request(path: Path) -> None:
    checkouts = [step.get("with", {}) for step in list_steps(path) if "checkout" in step.get("uses", "")]
    refs = {one.get("ref", "") for one in checkouts}
    if path.name == "check.yml":
        assert refs == {"${{ github.event.pull_request.head.sha }}"}
    else:
        assert refs <= {"", "${{ github.event.repository.default_branch }}"}
        assert "pull_request" not in read_yaml(path)[True]


def test_only_the_main_branch_is_published() -> None:
    for folder in (GITHUB, GITEA, FORGEJO):
        triggers = read_yaml(folder / "publish.yml")[True]
        assert triggers["push"] == {"branches": ["main"]}
        assert set(triggers) <= {"push", "workflow_dispatch"}
    assert read_yaml(GITHUB / "publish.yml")["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"
    assert read_yaml(GITLAB)["pages"]["rules"][-1] == {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}


def test_job_that_publishes_runs_no_shell_line() -> None:
    assert [list(step) for step in read_yaml(GITHUB / "publish.yml")["jobs"]["deploy"]["steps"]] == [
        ["name", "id", "uses"]
    ]


def test_comment_follows_only_the_check_of_this_repository() -> None:
    condition = " ".join(read_yaml(GITHUB / "comment.yml")["jobs"]["comment"]["if"].split())
    assert "github.event.workflow_run.event == 'pull_request'" in condition
    assert "startsWith(github.event.workflow_run.path, '.github/workflows/check.yml')" in condition


def test_shell_lines_are_told_of_the_request_by_variables() -> None:
    target = "${{ github.event.pull_request.base.ref }}"
    number = "${{ github.event.pull_request.number }}"
    assert read_yaml(GITHUB / "check.yml")["jobs"]["check"]["env"] == {"TARGET": target, "NUMBER": number}
    assert read_yaml(GITEA / "check.yml")["jobs"]["check"]["env"] == {"TARGET": target}
    assert read_yaml(GITLAB)["check"]["variables"] == {"TARGET": "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"}


def test_whole_history_is_fetched_wherever_a_site_is_built_or_a_request_compared() -> None:
    checkouts = [
        step["with"]["fetch-depth"]
        for path in WORKFLOWS
        if path != GITHUB / "comment.yml"
        for step in list_steps(path)
        if "checkout" in step.get("uses", "")
    ]
    assert checkouts == [0] * 8
    assert read_yaml(GITLAB)["variables"]["GIT_DEPTH"] == "0"


@each_workflow
def test_no_job_works_without_a_limit_of_time(path: Path) -> None:
    assert all(job["timeout-minutes"] <= 120 for job in read_yaml(path)["jobs"].values())


def test_no_job_for_requests_works_without_a_limit_of_time_on_gitlab() -> None:
    assert {name: read_yaml(GITLAB)[name]["timeout"] for name in ("check", "comment")} == {
        "check": "20 minutes",
        "comment": "2 hours",
    }


def test_gitea_and_forgejo_have_the_same_files() -> None:
    assert {path.name: path.read_bytes() for path in GITEA.iterdir()} == {
        path.name: path.read_bytes() for path in FORGEJO.iterdir()
    }


def test_requests_have_the_same_template_everywhere() -> None:
    template = (ROOT / ".github/pull_request_template.md").read_bytes()
    assert (ROOT / ".gitlab/merge_request_templates/Default.md").read_bytes() == template


def test_hosts_share_their_shell_lines() -> None:
    hosts = [list_lines(GITHUB / "check.yml", "check"), list_lines(GITEA / "check.yml", "check")]
    hosts.append(list_lines(GITLAB, "check"))
    assert len(set.intersection(*map(set, hosts))) == 6
    assert len({line.partition(".venv")[0] for lines in hosts for line in lines if "xargs" in line}) == 1


def test_hooks_before_a_commit_and_hooks_for_others_look_at_the_same_files() -> None:
    (local,) = read_yaml(ROOT / ".pre-commit-config.yaml")["repos"]
    published = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for mine, theirs in zip(local["hooks"], published, strict=True):
        assert mine["id"] == theirs["id"]
        assert mine["entry"] == f".venv/bin/{theirs['entry']}"
    assert local["hooks"][0]["files"] == published[0]["files"]


@pytest.mark.parametrize(
    ("path", "hooked"),
    [
        ("content/projects/2024/unit/project.toml", True),
        ("content/site.toml", True),
        ("content/pages/about.md", True),
        ("content/project.schema.json", False),
        ("README.md", False),
        ("pyproject.toml", False),
    ],
)
def test_hook_looks_at_content_files_only(path: str, hooked: bool) -> None:
    hook = read_yaml(ROOT / ".pre-commit-config.yaml")["repos"][0]["hooks"][0]
    assert bool(re.search(hook["files"], path)) is hooked

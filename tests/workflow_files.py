"""The workflow files of the code hosts, read for tests: what a job runs, and by which words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
GITHUB, GITEA, FORGEJO = (ROOT / f".{host}/workflows" for host in ("github", "gitea", "forgejo"))
GITLAB = ROOT / ".gitlab-ci.yml"


def read_yaml(path: Path) -> dict[Any, Any]:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


def list_steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read_yaml(path)["jobs"].values():
        yield from job["steps"]


def list_lines(path: Path, job: str) -> list[str]:
    """List the shell lines of a job in their order."""
    if path == GITLAB:
        return [str(line) for line in read_yaml(path)[job]["script"]]
    scripts = (step["run"] for step in read_yaml(path)["jobs"][job]["steps"] if "run" in step)
    return [line for script in scripts for line in script.splitlines()]


def list_scripts(path: Path) -> list[str]:
    """List the scripts of the job `check` as the host hands them to a shell."""
    if path == GITLAB:
        return ["\n".join(list_lines(path, "check"))]
    return [step["run"] for step in read_yaml(path)["jobs"]["check"]["steps"] if "run" in step]

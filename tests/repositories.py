"""Git repositories made by tests, without anybody's settings."""

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **{f"GIT_{who}_{what}": "tester" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    """Run git as a person would, but without anybody's settings."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], input=given, capture_output=True, check=True, env=ENVIRONMENT
    )
    return done.stdout.decode().strip()


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def commit(root: Path) -> str:
    git(root, "add", "--all", "--force")
    git(root, "commit", "-q", "--no-verify", "-m", "change")
    return git(root, "rev-parse", "HEAD")

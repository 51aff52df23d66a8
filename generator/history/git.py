"""Git, started on one repository and no other, so that nothing is run or fetched that a repository sets up."""

import os
import subprocess
from pathlib import Path

SAFETY = (
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "log.showSignature=false"),
    *("-c", "gpg.program=gpg"),
    *("-c", "gpg.openpgp.program=gpg"),
    *("-c", "gpg.x509.program=gpgsm"),
    *("-c", "gpg.ssh.program=ssh-keygen"),
)
ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


def find_root(folder: Path) -> Path | None:
    """Find the repository around a folder by its `.git`, never a bare one that somebody put among the content.

    The folder need not be there, but must be resolved.
    """
    return next((root for root in (folder, *folder.parents) if (root / ".git").exists()), None)


def start_git(root: Path, *arguments: str, stderr: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
    """Start git on a repository, whatever the environment says; raises OSError where there is no git."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.Popen(
        ["git", *SAFETY, "-C", str(root), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=environment | ENVIRONMENT,
    )

"""Where a code host shows a file of the repository: the file itself, its history, and the form to edit it in."""

import re
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import quote

from generator.model.site import CodeHost, Site

_NAMES: Final = {
    "github": CodeHost.GITHUB,
    "gitlab": CodeHost.GITLAB,
    "jihulab": CodeHost.GITLAB,
    "gitea": CodeHost.GITEA,
    "forgejo": CodeHost.FORGEJO,
    "codeberg": CodeHost.FORGEJO,
    "gitee": CodeHost.GITEE,
}
"""What the domain of a code host tells of its kind."""

_VIEWS: Final = {
    CodeHost.GITHUB: ("blob", "commits", "edit"),
    CodeHost.GITLAB: ("-/blob", "-/commits", "-/edit"),
    CodeHost.GITEA: ("src/branch", "commits/branch", "_edit"),
    CodeHost.FORGEJO: ("src/branch", "commits/branch", "_edit"),
    CodeHost.GITEE: ("blob", "commits", "edit"),
}
_DOMAIN: Final = re.compile(r"https?://(?:[^/@]*@)?([^/]+)")


class FileAddresses(NamedTuple):
    """Where a file can be seen, where its history, and where a correction of it can be proposed."""

    file: str
    history: str
    edit: str


def address_file(site: Site, path: str) -> FileAddresses | None:
    """Find the addresses of a file, whose path is one for addresses; None where the kind of host is not known."""
    host = site.host or guess_host(site.repository)
    if host is None or not site.repository:
        return None
    root, branch = site.repository.rstrip("/").removesuffix(".git"), quote(site.branch)
    return FileAddresses(*(f"{root}/{view}/{branch}/{path}" for view in _VIEWS[host]))


@lru_cache(maxsize=16)
def guess_host(repository: str) -> CodeHost | None:
    """Guess the kind of a code host by its domain."""
    domain = _DOMAIN.match(repository.lower())
    return next((host for name, host in _NAMES.items() if domain and name in domain[1]), None)

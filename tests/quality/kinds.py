"""The kinds of pages, found in the built site itself, so that a new kind is looked at from its first day."""

from collections import defaultdict
from pathlib import Path, PurePosixPath

NOT_FOUND = "404.html"
WHOLE = ("projects", "profiles")
"""Folders whose pages are all looked at: no two of them are made of the same parts."""


def list_pages(site: Path) -> list[str]:
    """List the addresses of all pages from the root of the site, the page for lost readers among them."""
    files = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return [file.removesuffix("index.html") for file in files]


def name_kind(address: str, site: Path) -> str:
    """Name the kind of a page: its address without what only tells one page of a kind from another.

    The words of an address that are folders at the root tell kinds apart too: `disclosure/units/…` and
    `disclosure/departments/…`.
    """
    first, *others = PurePosixPath(address).parts or ("",)
    return "/".join([first, *(part if (site / part).is_dir() else "*" for part in others)])


def list_kinds(site: Path) -> dict[str, list[str]]:
    """List the pages of each kind, the one with the most in it first."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for address in sorted(list_pages(site), key=lambda one: (-measure(site, one), one)):
        kinds[name_kind(address, site)].append(address)
    return dict(sorted(kinds.items()))


def measure(site: Path, address: str) -> int:
    return find_file(site, address).stat().st_size


def find_file(site: Path, address: str) -> Path:
    """Find the file that a server sends for an address."""
    return site / (address if address.endswith(".html") else f"{address}index.html")


def choose_pages(site: Path) -> list[str]:
    """Choose the pages to look at: of each kind the one with the most in it, of some kinds all."""
    return [
        address
        for kind, pages in list_kinds(site).items()
        for address in (pages if kind.split("/")[0] in WHOLE else pages[:1])
    ]

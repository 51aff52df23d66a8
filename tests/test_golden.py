"""The four published forms from end to end: what their pages and the sections above them say, word by word.

A change of these pages is meant or it is a fault, and only a person can tell. Where it is meant, renew the files and
read the difference before it is committed:

    JIXIAO_RENEW_GOLDEN=1 python -m pytest tests/test_golden.py
"""

import os
from difflib import unified_diff
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden" / "docs"
FOLDERS = (
    *("years", "departments", "units", "projects", "profiles"),
    *("indicators", "deviations", "coverage", "disclosure"),
)
"""What is compared, besides the home page. Pages of checks have tests of their own, beside their rules."""

RENEW = "JIXIAO_RENEW_GOLDEN"
ADVICE = f"If this is meant, run `{RENEW}=1 python -m pytest tests/test_golden.py` and read what git shows."


def read_pages(docs: Path) -> dict[str, str]:
    """Read the pages that are compared, by their path in the folder."""
    files = [
        docs / "index.md",
        *(file for folder in FOLDERS for file in sorted((docs / folder).rglob("*.md"))),
    ]
    return {
        file.relative_to(docs).as_posix(): file.read_text(encoding="utf-8")
        for file in files
        if file.is_file()
    }


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    """The pages as they are built now; where that was asked for, they become what is expected."""
    built = read_pages(site.parent / "docs")
    if os.environ.get(RENEW):
        renew(built)
    return built


def renew(built: dict[str, str]) -> None:
    """Put the pages as they are now in the place of those that were expected."""
    for path in read_pages(GOLDEN).keys() - built.keys():
        (GOLDEN / path).unlink()
    for path, text in built.items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_text(text, encoding="utf-8")


def test_the_same_pages_are_there(pages: dict[str, str]) -> None:
    assert sorted(pages) == sorted(read_pages(GOLDEN)), ADVICE


def test_the_pages_say_the_same(pages: dict[str, str]) -> None:
    expected = read_pages(GOLDEN)
    differences = [
        line
        for path in sorted(pages.keys() & expected.keys())
        for line in unified_diff(
            expected[path].splitlines(),
            pages[path].splitlines(),
            f"expected/{path}",
            f"built/{path}",
            lineterm="",
            n=0,
        )
    ]
    assert not differences, "\n".join((ADVICE, *differences))

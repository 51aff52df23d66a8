"""Content folders made by tests: a sound one, small, in which single files are then replaced or added."""

from collections.abc import Mapping
from pathlib import Path

from generator.load import load
from generator.model.corpus import Corpus
from generator.model.finding import Finding
from tests.inline import CONTENT

FORM = """\
name = "图书室开放经费"
status = "published"

[funds]
weight = 10
total = { initial = 829000, adjusted = 829000.00, executed = 750700 }
sources = [
  { name = "当年财政拨款", initial = 829000 },
  { name = "其他资金", initial = 0 },
]

[[goals]]
expected = "开放图书室"

[[indicators]]
level1 = "产出指标"
name = "开放天数"
target = "≥300天"
actual = "310天"
weight = 90
score = 90

[reported]
total = 99.06
"""
"""A form without a fault."""

ORGANISATIONS = """\
[departments.culture]
name = "文化局"

[units.library]
name = "图书馆"
department = "culture"
"""

SITE = """\
title = "绩效自评公开"
publisher = "示例"
profile = "shanghai"

[licence]
name = "CC BY 4.0"
"""

Files = Mapping[str, str | bytes | None]

PLACE = "projects/2023/library"
PROJECT = f"{PLACE}/reading.toml"


def make_content(folder: Path, files: Files | None = None) -> Path:
    """A sound content folder with further files by path; those that are None are left out."""
    sound: dict[str, str | bytes | None] = {
        "site.toml": SITE,
        "organisations.toml": ORGANISATIONS,
        PROJECT: FORM,
        **{f"profiles/{file.name}": file.read_bytes() for file in (CONTENT / "profiles").iterdir()},
    }
    content = folder / "content"
    for path, written in {**sound, **(files or {})}.items():
        if written is not None:
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(written if isinstance(written, bytes) else written.encode())
    return content


def load_content(folder: Path, files: Files | None = None) -> Corpus:
    """A sound content folder with further files, loaded."""
    return load(make_content(folder, files))


def list_faults(findings: tuple[Finding, ...] | list[Finding]) -> list[tuple[str, str, str]]:
    """Path, rule and key of each finding."""
    return [(finding.path, finding.rule, finding.key) for finding in findings]

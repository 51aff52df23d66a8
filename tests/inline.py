"""Projects out of inline TOML, loaded, scored and judged as real ones are."""

import shutil
import tempfile
import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.check.facts import gather_facts
from generator.load import load
from generator.model.assessment import Assessment
from generator.model.case import Case, Collection
from generator.model.corpus import Corpus
from generator.score import score_project

CONTENT = Path(__file__).parent.parent / "content"
PATH = "projects/2023/unit/project.toml"
ORGANISATIONS = """
[departments.department]
name = "主管部门"

[units.unit]
name = "实施单位"
department = "department"
"""


class Gathered(NamedTuple):
    """The facts about some files, all cases at once."""

    cases: tuple[Case, ...]
    collection: Collection


def gather_files(files: Mapping[str, str], profile: str = "shanghai", today: date | None = None) -> Gathered:
    """Gather the facts about a content folder with these files and the real profiles."""
    corpus, assessments = load_files(files, profile)
    facts = gather_facts(corpus, assessments, today)
    return Gathered(tuple(map(facts.make_case, assessments)), facts.collection)


def load_files(files: Mapping[str, str], profile: str = "shanghai") -> tuple[Corpus, list[Assessment]]:
    """Load and score a content folder with these files and the real profiles.

    Files by their path in the content folder; `organisations.toml` with one unit is there if none is given.
    """
    with tempfile.TemporaryDirectory() as name:
        content = Path(name)
        shutil.copytree(CONTENT / "profiles", content / "profiles")
        site = (CONTENT / "site.toml").read_text(encoding="utf-8")
        defaults = {
            "organisations.toml": ORGANISATIONS,
            "site.toml": site.replace('profile = "shanghai"', f'profile = "{profile}"'),
        }
        for path, text in {**defaults, **files}.items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_text(textwrap.dedent(text), encoding="utf-8")
        corpus = load(content)
    assert not corpus.findings, corpus.findings
    return corpus, [Assessment(one, score_project(one, corpus.profile_of(one))) for one in corpus.projects]


def judge_text(text: str, profile: str = "shanghai") -> Case:
    """Gather the facts about a form written as TOML, scored by a real profile."""
    return gather_files({PATH: text}, profile).cases[0]

"""A project out of inline TOML, loaded and scored as a real one is."""

import textwrap
from functools import lru_cache
from pathlib import Path

from generator.loading import load, parse_form
from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.project import Place, Project
from generator.rules import Case
from generator.scoring import score_project

CONTENT = Path(__file__).parent.parent / "content"
PLACE = Place(2023, "unit", "project")


@lru_cache(maxsize=1)
def load_content() -> Corpus:
    """Load the real content folder, once."""
    return load(CONTENT)


def judge_text(text: str, profile: str = "shanghai") -> Case:
    """Score a form written as TOML by a real profile."""
    parsed = parse_form(textwrap.dedent(text), PLACE.path)
    assert parsed.value is not None, parsed.findings
    project = Project(PLACE, parsed.value)
    rules = load_content().profiles[profile]
    return Case(Assessment(project, score_project(project, rules)), rules)

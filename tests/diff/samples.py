"""Snapshots out of inline TOML: forms scored as real ones are, without a folder or git."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from generator.load import load, parse_form
from generator.model.assessment import Assessment
from generator.model.change import FindingChanges, Snapshot
from generator.model.corpus import Corpus
from generator.model.finding import Finding, Severity
from generator.model.project import Place, Project
from generator.score import score_project
from tests.inline import CONTENT

PATH = "projects/2023/unit/project.toml"


@lru_cache(maxsize=1)
def load_content() -> Corpus:
    """The real content, loaded once."""
    return load(CONTENT)


def assess(text: str, path: str = PATH) -> Assessment:
    """A form of TOML in its place, scored by a real profile."""
    parsed = parse_form(text, path)
    assert parsed.value is not None, parsed.findings
    year, unit, slug = path.removeprefix("projects/").removesuffix(".toml").split("/")
    project = Project(Place(int(year), unit, slug), parsed.value)
    return Assessment(project, score_project(project, load_content().profiles["shanghai"]))


def snap(
    forms: Mapping[str, str], findings: Iterable[Finding] = (), loading: Iterable[Finding] = ()
) -> Snapshot:
    """A snapshot of forms by path. `findings` come from rules, `loading` from files, which may not be read for them."""
    assessments = tuple(assess(text, path) for path, text in sorted(forms.items()))
    found = tuple(loading)
    projects = tuple(one.project for one in assessments)
    places = frozenset(one.place for one in projects)
    corpus = replace(load_content(), projects=projects, findings=found, places=places)
    return Snapshot(None, corpus, assessments, (*found, *findings))


def find(
    key: str = "",
    message: str = "有问题。",
    code: str = "X001",
    path: str = PATH,
    severity: Severity = Severity.WARNING,
) -> Finding:
    """A finding of a rule that there is not."""
    return Finding(code, "some-rule", severity, path, message, key)


def refuse(path: str = PATH, message: str = "读不出来。") -> Finding:
    """A finding that keeps a file from being read."""
    return find(path=path, message=message, code="L001", severity=Severity.ERROR)


def list_rows(*names: str, rest: str = "") -> str:
    """A form whose indicators bear these names, all else being equal."""
    rows = ", ".join(f'{{ name = "{name}"{rest} }}' for name in names)
    return f'name = "项目"\nindicators = [{rows}]'


def count(findings: FindingChanges) -> tuple[int, int, int]:
    """How many are new, gone and still there."""
    return len(findings.new), len(findings.gone), len(findings.still)

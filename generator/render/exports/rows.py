"""Rows of the tables, made of assessments: each cell is read by its own column, and is ready for every format."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.model import anchors
from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.data_table import CellType, Column
from generator.model.finding import Finding
from generator.model.form import is_internal
from generator.model.project import Place
from generator.model.rule_page import RulePage
from generator.render import addresses
from generator.render.exports.cells import Cell, Row, write_figure
from generator.render.exports.columns import (
    DEPARTMENTS,
    FINDINGS,
    FUNDS,
    GOALS,
    INDICATORS,
    NOTES,
    PROFILES,
    PROJECTS,
    RULES,
    UNITS,
)
from generator.render.exports.provenance import Provenance
from generator.render.exports.sources import (
    Item,
    Line,
    Listed,
    NamedFinding,
    ProjectSource,
    VersionedProfile,
    list_funds,
    list_indicators,
    list_notes,
    tell_execution,
)
from generator.text.cleaning import clean_text

Rows = Mapping[str, Sequence[Row]]
"""Rows by the name of their table."""

_WRITERS: Final[Mapping[CellType, Callable[[Any], Cell]]] = {
    CellType.TEXT: clean_text,
    CellType.INTEGER: int,
    CellType.NUMBER: write_figure,
    CellType.BOOLEAN: bool,
}


def read_rows(columns: Sequence[Column[Item]], sources: Iterable[Item]) -> list[Row]:
    """Read a row out of each source, column by column."""
    cells = [(_WRITERS[column.type], column.read) for column in columns]
    return [tuple([write(read(source)) for write, read in cells]) for source in sources]


@dataclass(frozen=True, slots=True)
class ProjectRows:
    """Everything that the tables say of one project; `page` is its address from the root of the site.

    `execution` is the execution of the budget as if it were an indicator, in the place before the first: no table
    holds it, but without it the points of a form do not add up.
    """

    place: Place
    page: str
    rows: Rows
    execution: Row


class RowMaker:
    """Makes rows; knows names and addresses."""

    def __init__(self, corpus: Corpus, rules: Sequence[RulePage], provenance: Provenance) -> None:
        """Take what all rows share."""
        self._corpus, self._rules, self._provenance = corpus, rules, provenance
        self._titles = {rule.code: rule.title for rule in rules}

    def list_shared(self) -> Rows:
        """List what belongs to no year: departments, units, profiles and rules."""
        organisations, versions = self._corpus.organisations, self._provenance.profiles
        departments, units = sorted(organisations.departments.items()), sorted(organisations.units.items())
        profiles = (
            (key, VersionedProfile(one, versions[key])) for key, one in sorted(self._corpus.profiles.items())
        )
        rules = ((rule.code, rule) for rule in self._rules)
        return {
            DEPARTMENTS.name: read_rows(
                DEPARTMENTS.columns, self._list(departments, addresses.department_address)
            ),
            UNITS.name: read_rows(UNITS.columns, self._list(units, addresses.unit_address)),
            PROFILES.name: read_rows(PROFILES.columns, self._list(profiles, addresses.profile_address)),
            RULES.name: read_rows(RULES.columns, self._list(rules, addresses.rule_address)),
        }

    def _list(
        self, items: Iterable[tuple[str, Item]], address: Callable[[str], str]
    ) -> Iterator[Listed[Item]]:
        for key, item in items:
            yield Listed(key, item, self._provenance.locate(address(key)))

    def describe(self, assessment: Assessment, findings: Iterable[Finding]) -> ProjectRows:
        """List the rows of one project; what was found in internal parts of its file is left out."""
        found = [one for one in findings if not is_internal(one.key)]
        project = self._tell_project(assessment, len(found))
        goals = (
            Line(project, position, anchors.GOALS, goal)
            for position, goal in enumerate(project.form.goals, start=1)
        )
        rows = {
            PROJECTS.name: read_rows(PROJECTS.columns, [project]),
            FUNDS.name: read_rows(FUNDS.columns, list_funds(project)),
            GOALS.name: read_rows(GOALS.columns, goals),
            INDICATORS.name: read_rows(INDICATORS.columns, list_indicators(project)),
            FINDINGS.name: read_rows(FINDINGS.columns, self._list_findings(project, found)),
            NOTES.name: read_rows(NOTES.columns, list_notes(project)),
        }
        (execution,) = read_rows(INDICATORS.columns, [tell_execution(project)])
        return ProjectRows(project.place, addresses.project_address(project.place), rows, execution)

    def _tell_project(self, assessment: Assessment, findings: int) -> ProjectSource:
        place, organisations = assessment.project.place, self._corpus.organisations
        unit = organisations.units[place.unit]
        department = organisations.departments[unit.department]
        page = self._provenance.locate(addresses.project_address(place))
        return ProjectSource(
            place, assessment.project.form, assessment.sheet, unit, department, findings, page
        )

    def _list_findings(
        self, project: ProjectSource, findings: Iterable[Finding]
    ) -> Iterator[Line[NamedFinding]]:
        ids = anchors.row_ids(project.form.indicators)
        for position, one in enumerate(findings, start=1):
            title = self._titles.get(one.code, one.rule)
            yield Line(project, position, anchors.anchor_of_key(one.key, ids), NamedFinding(one, title))

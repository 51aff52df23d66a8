"""Every file of the open data, one after the other, so that no more than a year's rows and one file are in memory.

A year's files hang on that year's projects alone. Together with the documents of single projects they are most of
all files, and stay as they are when another year changes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from typing import Any, Final

from generator.model.assessment import Assessment
from generator.model.corpus import Corpus
from generator.model.data_table import API, DATA, DataTable, name_workbook
from generator.model.finding import Finding
from generator.model.history import History
from generator.model.organisations import Department, Unit
from generator.model.project import Place
from generator.model.rule_page import RulePage
from generator.render import addresses
from generator.render.exports.cells import Row
from generator.render.exports.columns import (
    BELOW_PROJECT,
    DEPARTMENTS,
    INDICATORS,
    PROJECTS,
    PROVENANCE,
    TABLES,
    UNITS,
)
from generator.render.exports.delimited import write_head, write_lines
from generator.render.exports.documents import (
    SEPARATOR,
    RowWriter,
    write_array,
    write_document,
    write_json,
    write_table,
)
from generator.render.exports.notes import describe_workbook
from generator.render.exports.provenance import Provenance
from generator.render.exports.revisions import Revisions
from generator.render.exports.rows import ProjectRows, RowMaker, read_rows
from generator.render.exports.schema import describe_documents
from generator.render.exports.whole import Whole
from generator.render.exports.workbook import Sheet, write_workbook
from generator.text.cleaning import clean_text

BY_YEAR: Final = (PROJECTS, *BELOW_PROJECT)
DATA_PAGE: Final = f"{DATA}/"

Keep = Callable[[str, Sequence[Place], Callable[[], bytes]], bytes | None]
"""Makes a file (its path, the projects that it tells of, how it is made), or gives None where it lies there already."""

File = tuple[str, bytes | None]
"""A file: its path from the root of the site, and its content; None where it is to stay as it lies there."""


@dataclass(frozen=True, slots=True)
class Written:
    """Rows of one table in every shape: as they are, as pieces of CSV, and as JSON objects."""

    rows: list[Row] = field(default_factory=list)
    delimited: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)

    def add(self, other: "Written") -> None:
        """Take further rows."""
        self.rows.extend(other.rows)
        self.delimited.extend(other.delimited)
        self.objects.extend(other.objects)


@dataclass(frozen=True, slots=True)
class Contents:
    """What is exported: the projects that this edition shows, in order of year, and what was found about them.

    `findings` are by the path of their file, `rules` all that findings can be about; `history` is what git knows.
    `keep` is asked before a file is made that takes long.
    """

    corpus: Corpus
    assessments: Sequence[Assessment]
    findings: Mapping[str, Sequence[Finding]]
    rules: Sequence[RulePage]
    history: History = field(default_factory=dict)
    keep: Keep = lambda path, places, make: make()


def export_files(contents: Contents, provenance: Provenance) -> Iterator[File]:
    """Make every file."""
    maker = RowMaker(contents.corpus, contents.rules, provenance)
    notes = describe_workbook(provenance.describe(DATA_PAGE))
    with Whole(provenance.describe(DATA_PAGE), notes) as whole:
        exporter = _Exporter(provenance, whole, contents)
        exporter.add_shared(maker.list_shared())
        for year, group in groupby(contents.assessments, key=lambda one: one.project.place.year):
            found = ((one, contents.findings.get(one.project.place.path, ())) for one in group)
            yield from exporter.export_year(year, [maker.describe(*pair) for pair in found])
        yield from exporter.export_units()
        yield from exporter.export_departments()
        yield exporter.export_index()
        yield f"{API}/schema.json", f"{write_json(describe_documents())}\n".encode()
        yield from whole.finish()


class _Exporter:
    """Writes rows once, and puts them into every file that holds them."""

    def __init__(self, provenance: Provenance, whole: Whole, contents: Contents) -> None:
        self._provenance, self._whole, self._keep = provenance, whole, contents.keep
        self._revisions = Revisions(contents.history)
        self._form_head = write_head(INDICATORS)
        self._writers = {table.name: RowWriter(table) for table in TABLES}
        self._organisations = contents.corpus.organisations
        self._departments: Mapping[str, str] = {}
        self._units: Mapping[str, str] = {}
        self._members: defaultdict[str, list[str]] = defaultdict(list)
        self._of_unit: dict[str, list[str]] = {}
        self._places: dict[str, list[Place]] = {}
        self._years: dict[int, int] = {}

    def add_shared(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Take what belongs to no year; departments and units come in the order of their keys."""
        objects: dict[str, list[str]] = {}
        for table in TABLES:
            if not table.by_year:
                written = self._write(table.name, rows[table.name], _cite(self._provenance))
                self._finish(table, written)
                objects[table.name] = written.objects
        departments, units = sorted(self._organisations.departments), sorted(self._organisations.units)
        self._departments = dict(zip(departments, objects[DEPARTMENTS.name], strict=True))
        self._units = dict(zip(units, objects[UNITS.name], strict=True))
        for unit in units:
            self._members[self._organisations.department_of(unit)].append(unit)

    def export_year(self, year: int, projects: Sequence[ProjectRows]) -> Iterator[File]:
        """Make the documents of a year's projects, and the files of the year."""
        whole_year = {table.name: Written() for table in BY_YEAR}
        for project in projects:
            own = self._date(project.place)
            written = {name: self._write(name, rows, _cite(own)) for name, rows in project.rows.items()}
            for name, some in written.items():
                whole_year[name].add(some)
            self._of_unit.setdefault(project.place.unit, []).extend(written[PROJECTS.name].objects)
            self._places.setdefault(project.place.unit, []).append(project.place)
            yield self._export_project(project, written, own)
            yield self._export_form(project, written[INDICATORS.name], own)
        self._years[year] = len(projects)
        yield from self._export_tables(year, whole_year, [one.place for one in projects])

    def _export_tables(
        self, year: int, whole_year: Mapping[str, Written], places: Sequence[Place]
    ) -> Iterator[File]:
        """Make the files of a year out of the rows of its projects."""
        dated = self._date(*places)
        about = dated.describe(DATA_PAGE)
        for table in BY_YEAR:
            delimited, objects = self._finish(table, whole_year[table.name])
            yield f"{DATA}/{table.file('csv', str(year))}", write_head(table) + delimited
            yield f"{DATA}/{table.file('json', str(year))}", write_table(table, write_json(about), objects)
        sheets = (describe_workbook(about), *(Sheet.of(one, whole_year[one.name].rows) for one in BY_YEAR))
        path = f"{DATA}/{name_workbook(str(year))}"
        yield path, self._keep(path, places, partial(write_workbook, sheets))
        members = {"year": str(year), "projects": write_array(whole_year[PROJECTS.name].objects)}
        about = dated.describe(addresses.year_address(year))
        yield f"{API}/years/{year}.json", _write_document("year", about, members)

    def _date(self, *places: Place) -> Provenance:
        """Say of data by which commit it came to be what it is: the newest of its projects' own."""
        return replace(self._provenance, revision=self._revisions.find_newest(places))

    def _write(self, table: str, rows: Sequence[Row], provenance: Row) -> Written:
        return Written([*rows], [write_lines(rows, provenance)], self._writers[table].write(rows))

    def _finish(self, table: DataTable[Any], written: Written) -> tuple[bytes, bytes]:
        """Finish rows as CSV and as JSON; both go into the files over all years as well."""
        delimited = "".join(written.delimited).encode()
        objects = SEPARATOR.join(written.objects).encode()
        self._whole.add(table, written.rows, delimited, objects)
        return delimited, objects

    def _export_project(
        self, project: ProjectRows, written: Mapping[str, Written], dated: Provenance
    ) -> File:
        (head,) = written[PROJECTS.name].objects
        members = {"project": head} | {
            table.name: write_array(written[table.name].objects) for table in BELOW_PROJECT
        }
        path = f"{API}/projects/{project.place.id}.json"
        return path, _write_document("project", dated.describe(project.page), members)

    def _export_form(self, project: ProjectRows, written: Written, dated: Provenance) -> File:
        """Make the rows of a form that carry points: the execution, then the indicators."""
        lines = write_lines([project.execution], _cite(dated)) + "".join(written.delimited)
        return f"{API}/projects/{project.place.id}.csv", self._form_head + lines.encode()

    def export_units(self) -> Iterator[File]:
        """Make the document of each unit, one without a project too."""
        for unit, line in self._units.items():
            members = {"unit": line, "projects": write_array(self._of_unit.get(unit, ()))}
            about = self._date(*self._places.get(unit, ())).describe(addresses.unit_address(unit))
            yield f"{API}/units/{unit}.json", _write_document("unit", about, members)

    def export_departments(self) -> Iterator[File]:
        """Make the document of each department, with its units and all of their projects."""
        for department, line in self._departments.items():
            units = self._members[department]
            members = {
                "department": line,
                "units": write_array([self._units[unit] for unit in units]),
                "projects": write_array(
                    [project for unit in units for project in self._of_unit.get(unit, ())]
                ),
            }
            places = [place for unit in units for place in self._places.get(unit, ())]
            about = self._date(*places).describe(addresses.department_address(department))
            yield f"{API}/departments/{department}.json", _write_document("department", about, members)

    def export_index(self) -> File:
        """Make the list of all documents; those of projects are found by their ids."""
        years = [
            {"year": year, "projects": count, "path": f"years/{year}.json"}
            for year, count in self._years.items()
        ]
        counts = {unit: len(self._of_unit.get(unit, ())) for unit in self._units}
        sums = {key: sum(counts[unit] for unit in self._members[key]) for key in self._departments}
        members = {
            "schema": write_json("schema.json"),
            "data": write_json(f"../../{DATA_PAGE}"),
            "project_path": write_json("projects/{id}.json"),
            "project_csv_path": write_json("projects/{id}.csv"),
            "years": write_array([write_json(one) for one in years]),
            "departments": _list_documents("departments", self._organisations.departments, sums),
            "units": _list_documents("units", self._organisations.units, counts),
        }
        return f"{API}/index.json", _write_document("index", self._provenance.describe(DATA_PAGE), members)


def _write_document(kind: str, about: Mapping[str, Any], members: Mapping[str, str]) -> bytes:
    return write_document({"kind": write_json(kind), "about": write_json(about), **members})


def _cite(provenance: Provenance) -> Row:
    """Say at the end of a row where it comes from."""
    (cells,) = read_rows(PROVENANCE, [provenance])
    return cells


def _list_documents(folder: str, named: Mapping[str, Department | Unit], counts: Mapping[str, int]) -> str:
    """List the documents of units or departments: of how many projects each of them tells, and where it lies."""
    listed = [
        {"id": key, "name": clean_text(named[key].name), "projects": count, "path": f"{folder}/{key}.json"}
        for key, count in counts.items()
    ]
    return write_array([write_json(one) for one in listed])

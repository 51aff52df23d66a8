"""`organisations.toml`: departments and units; one bad entry takes no other with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.loading import faults
from generator.loading.documents import load_table
from generator.loading.files import Source
from generator.loading.keys import format_key
from generator.loading.parsed import Parsed, has_error
from generator.loading.places import Units, check_segment, find_shared_urls
from generator.loading.shown import shorten
from generator.loading.structure import build_model
from generator.model.finding import Finding
from generator.model.organisations import Department, Organisations, Unit

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Register:
    """The organisations that are in order, and the ids of all units."""

    organisations: Organisations
    units: Units


def load_organisations(source: Source) -> Parsed[Register]:
    """Read departments and units; None when the file as a whole cannot be read."""
    table = load_table(source)
    if table.value is None or has_error(table.findings):
        return Parsed(None, table.findings)
    departments = _as_table(table.value.get("departments"))
    units = _as_table(table.value.get("units"))
    findings = [*table.findings, *build_model(Organisations, table.value, source.path).findings]
    findings += _check_ids("departments", departments, source.path)
    findings += _check_ids("units", units, source.path)
    findings += _check_departments(units, departments, source.path)
    register = _keep_sound(departments, units, {finding.key for finding in findings})
    return Parsed(register, tuple(findings))


def _as_table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _check_ids(kind: str, ids: Mapping[str, Any], path: str) -> Iterator[Finding]:
    """Report ids that cannot be an address, or that only capitals tell apart."""
    for name in ids:
        yield from check_segment(name, path, format_key((kind, name)))
    for name, other in find_shared_urls(ids):
        message = f"代号 {name} 与 {other} 只有大小写不同，网址会相同。"
        yield faults.SHARED_URL.at(
            path, message, key=format_key((kind, name)), suggestion="给其中一个另起代号。"
        )


def _check_departments(
    units: Mapping[str, Any], departments: Mapping[str, Any], path: str
) -> Iterator[Finding]:
    for name, unit in units.items():
        department = unit.get("department") if isinstance(unit, dict) else None
        if isinstance(department, str) and department and department not in departments:
            message = f"[departments] 里没有代号为“{shorten(department)}”的部门。"
            suggestion = f"改成已有的部门代号，或者登记 [departments.{shorten(department)}]。"
            key = format_key(("units", name, "department"))
            yield faults.UNKNOWN_DEPARTMENT.at(path, message, key=key, suggestion=suggestion)


def _keep_sound(departments: Mapping[str, Any], units: Mapping[str, Any], faulty: set[str]) -> Register:
    """Keep the entries without a finding, and of the units those whose department is kept."""
    kept = _build_entries(Department, "departments", departments, faulty)
    staffed = {
        name: unit
        for name, unit in _build_entries(Unit, "units", units, faulty).items()
        if unit.department in kept
    }
    unsound = frozenset(units) - frozenset(staffed)
    return Register(Organisations(departments=kept, units=staffed), Units(frozenset(staffed), unsound))


def _build_entries(model: type[M], kind: str, entries: Mapping[str, Any], faulty: set[str]) -> dict[str, M]:
    built = {
        name: build_model(model, entry, "").value
        for name, entry in sorted(entries.items())
        if not faulty.intersection((format_key((kind, name)), format_key((kind, name, "department"))))
    }
    return {name: entry for name, entry in built.items() if entry is not None}

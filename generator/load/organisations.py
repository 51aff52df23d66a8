"""`organisations.toml`: departments, units and calls for forms; one bad entry takes no other with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.load import faults
from generator.load.documents import check_table, load_table
from generator.load.files import Source
from generator.load.guessing import guess_names
from generator.load.keys import format_key
from generator.load.parsed import Parsed, has_error
from generator.load.places import Units, check_segment, find_shared_urls, is_year, report_unknown_unit
from generator.load.quoting import shorten
from generator.load.structure import build_model, limit_findings
from generator.model.finding import Finding
from generator.model.organisations import Call, Department, Organisations, Unit

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Register:
    """The organisations that are in order, and the ids of all units."""

    organisations: Organisations
    units: Units


def load_organisations(source: Source) -> Parsed[Register]:
    """Read departments and units; None when the file as a whole cannot be read."""
    table = load_table(source, Organisations)
    findings = list(check_table(Organisations, table, source.path).findings)
    if table.value is None:
        return Parsed(None, tuple(findings))
    departments = _as_table(table.value.get("departments"))
    units = _as_table(table.value.get("units"))
    calls = _as_table(table.value.get("calls"))
    findings += limit_findings(_check_entries(departments, units, calls, source.path), source.path)
    usable = not has_error(table.findings)
    return Parsed(_keep_sound(departments, units, calls) if usable else None, tuple(findings))


def _as_table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _check_entries(
    departments: Mapping[str, Any], units: Mapping[str, Any], calls: Mapping[str, Any], path: str
) -> Iterator[Finding]:
    yield from _check_ids("departments", departments, path)
    yield from _check_ids("units", units, path)
    yield from _check_departments(units, departments, path)
    yield from _check_calls(calls, units, path)


def _check_ids(kind: str, ids: Mapping[str, Any], path: str) -> Iterator[Finding]:
    """Report ids that cannot be an address, or that only capitals tell apart."""
    for name in ids:
        yield from check_segment(name, path, format_key((kind, name)))
    for name, other in find_shared_urls(ids):
        message = f"代号“{shorten(name)}”与“{shorten(other)}”只有大小写不同，网址会相同。"
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
            close = guess_names(department, departments)
            guess = f"是不是 {close[0]}？如果不是，就" if close else "改成已有的部门代号，或者"
            suggestion = f"{guess}登记 [departments.{shorten(department)}]，写明 name。"
            key = format_key(("units", name, "department"))
            yield faults.UNKNOWN_DEPARTMENT.at(path, message, key=key, suggestion=suggestion)


def _check_calls(calls: Mapping[str, Any], units: Mapping[str, Any], path: str) -> Iterator[Finding]:
    for year, call in calls.items():
        if not is_year(year):
            message = f"[calls] 里的键应当是四位的预算年度，现在是“{shorten(year)}”。"
            key = format_key(("calls", year))
            yield faults.UNKNOWN_KEY.at(path, message, key=key, suggestion="写成 [calls.2024] 这样的表。")
        named = call.get("units") if isinstance(call, dict) else None
        for place, unit in enumerate(named if isinstance(named, list) else ()):
            if isinstance(unit, str) and unit and unit not in units:
                yield report_unknown_unit(unit, units, path, format_key(("calls", year, "units", place)))


def _keep_sound(
    departments: Mapping[str, Any], units: Mapping[str, Any], calls: Mapping[str, Any]
) -> Register:
    """Keep the entries that are in order, and of the units those whose department is kept."""
    kept = _build_entries(Department, departments)
    built = _build_entries(Unit, units)
    staffed = {name: unit for name, unit in built.items() if unit.department in kept}
    unsound = frozenset(units) - frozenset(staffed)
    called = {year: call for year, call in _build_entries(Call, calls).items() if is_year(year)}
    organisations = Organisations(departments=kept, units=staffed, calls=called)
    return Register(organisations, Units(frozenset(staffed), unsound))


def _build_entries(model: type[M], entries: Mapping[str, Any]) -> dict[str, M]:
    clashing = {name for name, _ in find_shared_urls(entries)}
    built = {
        name: build_model(model, entry, "").value
        for name, entry in sorted(entries.items())
        if isinstance(entry, dict) and name not in clashing and not any(check_segment(name, ""))
    }
    return {name: entry for name, entry in built.items() if entry is not None}

"""Departments (主管部门) and their units (实施单位): short ids to official names."""

from pydantic import Field

from generator.model.form import Name, Record, Text


class Unit(Record):
    """A unit that spends money and files forms (实施单位)."""

    name: Name = Field(title="单位名称")
    department: Name = Field(title="主管部门的代号")
    note: Text = Field("", title="说明")


class Department(Record):
    """A department that answers for its units (主管部门)."""

    name: Name = Field(title="部门名称")
    note: Text = Field("", title="说明")


class Organisations(Record):
    """`organisations.toml`: every department and unit by id."""

    departments: dict[str, Department] = Field({}, title="主管部门")
    units: dict[str, Unit] = Field({}, title="实施单位")

    def department_of(self, unit: str) -> str:
        """Name the id of the department that a unit belongs to."""
        return self.units[unit].department

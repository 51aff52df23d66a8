"""Departments (主管部门) and their units (实施单位): short ids to official names."""

from pydantic import Field

from generator.model.cells import Day, Name, Record, Remark


class Unit(Record):
    """A unit that spends money and files forms (实施单位)."""

    name: Name = Field(title="单位名称")
    department: Name = Field(title="主管部门的代号")
    note: Remark = Field("", title="说明")


class Department(Record):
    """A department that answers for its units (主管部门)."""

    name: Name = Field(title="部门名称")
    note: Remark = Field("", title="说明")


class Call(Record):
    """A call for the forms of one year (报送通知): by when, and from which units, all where none is named."""

    by: Day | None = Field(None, title="报送期限")
    units: tuple[Name, ...] = Field((), title="应报送单位的代号")


class Organisations(Record):
    """`organisations.toml`: every department and unit by id, and the calls for forms by year."""

    departments: dict[str, Department] = Field({}, title="主管部门")
    units: dict[str, Unit] = Field({}, title="实施单位")
    calls: dict[str, Call] = Field({}, title="报送通知")

    def department_of(self, unit: str) -> str:
        """Name the id of the department that a unit belongs to."""
        return self.units[unit].department

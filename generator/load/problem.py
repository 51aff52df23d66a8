"""One fault of structure as pydantic tells it, with what the models know about the place."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.load.keys import Steps, find_field, format_key, name_key, show_step


@dataclass(frozen=True)
class Problem:
    """A value that does not fit: `reason` is pydantic's word for why, `bounds` what it adds."""

    model: type[BaseModel]
    reason: str
    steps: Steps
    value: Any
    bounds: dict[str, Any]

    @classmethod
    def of(cls, model: type[BaseModel], details: ErrorDetails) -> "Problem":
        """Take over pydantic's account of a fault in a table of this model; a key that is at fault is a step itself."""
        steps, value = details["loc"], details["input"]
        if steps[-1:] == ("[key]",) and steps[-2:-1] == (value,):
            steps = steps[:-1]
        return cls(model, details["type"], steps, value, details.get("ctx", {}))

    @property
    def key(self) -> str:
        """The key path, as findings carry it."""
        return format_key(self.steps)

    @property
    def name(self) -> str:
        """The key and its title as a message names them; a row by its number, counted from 1 as people do."""
        if self.steps and isinstance(self.steps[-1], int):
            return f"{name_key(self.model, self.steps).rstrip()}的第 {self.steps[-1] + 1} 项"
        return name_key(self.model, self.steps)

    @property
    def last(self) -> str:
        """The key alone, as the file writes it."""
        return show_step(str(self.steps[-1])) if self.steps else ""

    @property
    def header(self) -> str:
        """The path of names without row numbers, as a table's header has it."""
        return ".".join(show_step(step) for step in self.steps if isinstance(step, str))

    @cached_property
    def expected(self) -> Any:
        """The type that the model expects at this place; None where there is no such place."""
        return find_field(self.model, self.steps)[0]

    @property
    def holds_list(self) -> bool:
        """Whether a list belongs here, of rows or of words."""
        return get_origin(self.expected) is tuple

    @property
    def holds_table(self) -> bool:
        """Whether a table belongs here, also one of free keys."""
        kind = self.expected
        return get_origin(kind) is dict or (isinstance(kind, type) and issubclass(kind, BaseModel))

    @cached_property
    def hint(self) -> str:
        """The field's own description, such as `元 或 万元`."""
        field = find_field(self.model, self.steps)[1]
        return (field.description or "") if field else ""

    @cached_property
    def table(self) -> type[BaseModel]:
        """The model of the table that the last key stands in."""
        table = find_field(self.model, self.steps[:-1])[0] if len(self.steps) > 1 else self.model
        return table if isinstance(table, type) and issubclass(table, BaseModel) else self.model

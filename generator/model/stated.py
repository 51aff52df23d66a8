"""A value of a scoring profile that states its basis."""

from collections.abc import Iterator

from pydantic import Field, StrictBool

from generator.model.form import Name, Record


class Stated(Record):
    """A value's basis: the document it rests on, and whether its wording was at hand."""

    basis: Name = Field(title="依据")
    verified: StrictBool = Field(False, title="已核对条文原文")


def find_stated(value: object) -> Iterator[Stated]:
    """Find all values that state a basis, wherever they are in a profile."""
    if isinstance(value, Stated):
        yield value
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from find_stated(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from find_stated(one)

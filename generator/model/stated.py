"""A value of a scoring profile that states its basis."""

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field, StrictBool

from generator.model.cells import Name, Record


class Ground(StrEnum):
    """Where a value comes from."""

    TEXT = "text"  # the document says it
    FORMS = "forms"  # published forms show it
    SITE = "site"  # neither does; this site has set it

    @property
    def word(self) -> str:
        """What it is called in front of people."""
        return _GROUND_WORDS[self]


_GROUND_WORDS = {
    Ground.TEXT: "以文件为依据",
    Ground.FORMS: "由公开的自评表推得",
    Ground.SITE: "本站取定",
}


class Stated(Record):
    """A value's basis: what it rests on, where it comes from, and whether the document's wording was at hand."""

    basis: Name = Field(title="依据")
    ground: Ground = Field(Ground.TEXT, title="来历")
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

"""A project through its years: the forms of the same project, and which rows bear the same name."""

from dataclasses import dataclass

from generator.model.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Timeline:
    """The forms of one project, oldest first, as seen from one of them.

    `rows` tells for each indicator of that one where the indicator of the same name stands in the form of each
    year; None where there is none, or where several bear the name.
    """

    years: tuple[Assessment, ...]
    rows: tuple[tuple[int | None, ...], ...]

"""The published page of a rule or of a loading fault."""

from dataclasses import dataclass

from generator.model.finding import Severity


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule as a reader meets it. `body_markdown` is our own text, from the rule's docstring, never content.

    `on_reading` tells checks made while a file is read from rules about what it says.
    """

    code: str
    name: str
    title: str
    body_markdown: str
    severity: Severity
    on_reading: bool = False

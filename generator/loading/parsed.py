"""The result of reading something: what was read, and what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.finding import Finding, Severity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """What was read, None where nothing usable was; findings may come with a value (a warning) or without."""

    value: T | None
    findings: tuple[Finding, ...] = ()


def has_error(findings: Iterable[Finding]) -> bool:
    """Tell whether something must be mended before the value may be used."""
    return any(finding.severity is Severity.ERROR for finding in findings)

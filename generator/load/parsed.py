"""The result of reading something: what was read, and what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.finding import Finding, Severity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """What was read, None where nothing usable was; findings may come with a value (a warning) or without.

    `is_partial` tells that lines which could not be read are left out of the value.
    """

    value: T | None
    findings: tuple[Finding, ...] = ()
    is_partial: bool = False


def has_error(findings: Iterable[Finding]) -> bool:
    """Tell whether something must be mended before the value may be used."""
    return any(finding.severity is Severity.ERROR for finding in findings)

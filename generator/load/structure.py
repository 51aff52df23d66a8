"""A parsed table into a model, or into findings: all faults of the table at once."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.load.faults import TOO_MANY_FAULTS
from generator.load.keys import guess_key, list_fields
from generator.load.parsed import Parsed
from generator.load.problem import Problem
from generator.load.structure_messages import describe_problem
from generator.model.finding import Finding

M = TypeVar("M", bound=BaseModel)

MOST_FINDINGS = 100
"""Findings that one file may have; a file of nothing but faults would fill a screen for ever."""

MOST_KEYS = 50
"""Keys of a table that are compared with a missing one; guessing takes time."""


def build_model(model: type[M], data: Mapping[str, Any], path: str) -> Parsed[M]:
    """Check a table against a model."""
    try:
        return Parsed(model.__pydantic_validator__.validate_python(data))
    except ValidationError as error:
        return Parsed(None, tuple(limit_findings(_describe_errors(model, error, path), path)))


def limit_findings(findings: Iterable[Finding], path: str) -> Iterator[Finding]:
    """Pass on so many findings of one file, then say that there are more."""
    for number, finding in enumerate(findings):
        if number == MOST_FINDINGS:
            message = f"这个文件里的问题超过 {MOST_FINDINGS} 处，其余的没有列出。"
            yield TOO_MANY_FAULTS.at(path, message, suggestion="先改好已列出的，再检查一次。")
            return
        yield finding


def _describe_errors(model: type[BaseModel], error: ValidationError, path: str) -> Iterator[Finding]:
    """Describe all faults in the order of the model."""
    for details in error.errors(include_url=False):
        problem = Problem.of(model, details)
        if not (_is_misspelt(problem) or _is_miscounted(problem)):
            yield describe_problem(problem, path)


def _is_misspelt(problem: Problem) -> bool:
    """Tell whether a missing key is there under a misspelt name, which is reported as that and not twice."""
    if problem.reason != "missing" or len(problem.value) > MOST_KEYS:
        return False
    strange = [key for key in problem.value if key not in list_fields(problem.table)]
    return any(guess_key(key, problem.table) == problem.steps[-1] for key in strange)


def _is_miscounted(problem: Problem) -> bool:
    """Tell whether a list is called too short only because its rows, which have faults of their own, do not count."""
    return problem.reason == "too_short" and len(problem.value) >= problem.bounds["min_length"]

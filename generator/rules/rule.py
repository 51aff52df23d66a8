"""What a rule is: one class, whose docstring is its published page."""

import inspect
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.model.assessment import Assessment
from generator.model.finding import Finding, Severity
from generator.model.form import Form
from generator.model.profile import Profile
from generator.model.rule_page import RulePage

_EXAMPLE = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Case:
    """The facts about one project that rules judge: computed once, never again by a rule."""

    assessment: Assessment
    profile: Profile

    @property
    def form(self) -> Form:
        """The form as filed."""
        return self.assessment.project.form


class Rule(ABC):
    """A rule: reads the facts of one project and yields findings with key paths.

    The class name states the fault; `code` is stable and never used for anything else. The first line of the
    docstring is the title, the rest is the page: what it checks, why it matters, an example, the same mended.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]

    @abstractmethod
    def check(self, case: Case) -> Iterator[Finding]:
        """Yield what is wrong in one project."""

    @classmethod
    def name(cls) -> str:
        """Name the fault in lower case with hyphens, as it is printed and selected by."""
        return _CAPITAL.sub("-", cls.__name__).lower()

    @classmethod
    def page(cls) -> RulePage:
        """Make the published page out of the docstring."""
        title, _, body = inspect.cleandoc(cls.__doc__ or "").partition("\n")
        return RulePage(
            code=cls.code, name=cls.name(), title=title, body_markdown=body.strip(), severity=cls.severity
        )

    @classmethod
    def examples(cls) -> tuple[str, ...]:
        """Take the two TOML examples out of the docstring: the faulty one, then the mended one."""
        return tuple(_EXAMPLE.findall(inspect.cleandoc(cls.__doc__ or "")))

    def found(self, case: Case, key: str, message: str, suggestion: str) -> Finding:
        """Make a finding of this rule about one key of a project's file."""
        path = case.assessment.project.place.path
        return Finding(self.code, self.name(), self.severity, path, message, key, suggestion)

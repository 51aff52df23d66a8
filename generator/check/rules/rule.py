"""What a rule is: one class, whose docstring is its published page."""

import inspect
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from generator.model.case import Case, Collection
from generator.model.finding import Finding, Severity
from generator.model.rule_page import RulePage

EXAMPLE_PATH = "projects/2023/unit/project.toml"
"""The file that an example is, unless its first line names another (`# projects/2022/unit/project.toml`)."""

_SECTION = re.compile(r"^## (.+?)$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```toml\n(?:# (\S+\.toml)\n)?((?:(?!```).*\n)*+)```$", re.MULTILINE)
_WRAPPED = re.compile("(?<=[\u4e00-\u9fff，。；：、）”])\n(?=[\u4e00-\u9fff（“])")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")

Example = Mapping[str, str]
"""Files of a content folder by their path."""


class Rule(ABC):
    """A rule reads facts and yields findings with key paths.

    The class name states the fault; `code` is stable and never used for anything else. The first line of the
    docstring is the title, the rest is the page: what it checks, why it matters, an example, the same mended.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]

    @classmethod
    def name(cls) -> str:
        """Name the fault in lower case with hyphens, as it is printed and selected by."""
        return _CAPITAL.sub("-", cls.__name__).lower()

    @classmethod
    def page(cls) -> RulePage:
        """Make the published page out of the docstring; lines that were wrapped are joined, as Chinese needs it."""
        title, _, body = inspect.cleandoc(cls.__doc__ or "").partition("\n")
        markdown = _WRAPPED.sub("", body.strip())
        return RulePage(cls.code, cls.name(), title, markdown, cls.severity)

    @classmethod
    def examples(cls) -> tuple[Example, Example]:
        """Take the two examples out of the docstring: the faulty one, then the mended one."""
        sections = dict(_SECTION.findall(inspect.cleandoc(cls.__doc__ or "")))
        faulty, mended = (
            {path or EXAMPLE_PATH: text for path, text in _BLOCK.findall(sections.get(heading, ""))}
            for heading in ("示例", "改正后")
        )
        return faulty, mended

    def find(self, path: str, key: str, message: str, suggestion: str) -> Finding:
        """Make a finding of this rule about one key of a file."""
        return Finding(self.code, self.name(), self.severity, path, message, key, suggestion)

    def found(self, case: Case, key: str, message: str, suggestion: str) -> Finding:
        """Make a finding about one key of a project's file."""
        return self.find(case.place.path, key, message, suggestion)


class ProjectRule(Rule):
    """A rule that judges one project."""

    @abstractmethod
    def check(self, case: Case) -> Iterator[Finding]:
        """Yield what is wrong in one project."""


class CollectionRule(Rule):
    """A rule that judges all projects together."""

    @abstractmethod
    def check(self, collection: Collection) -> Iterator[Finding]:
        """Yield what is wrong in the collection."""


class WaiverRule(Rule):
    """A rule that judges a project's waivers, when all other findings about it are known."""

    @abstractmethod
    def check(self, case: Case, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Yield what is wrong with the waivers of one project."""

"""What parts that name pages must be told: where each of them lies on the site."""

from collections.abc import Mapping
from typing import Protocol

from markupsafe import Markup

from generator.model.project import Place


class Addresses(Protocol):
    """Where pages lie, from the root of the site on; `generator.render.addresses` is one.

    `WAYS_IN` are the pages of what all projects together tell, with title and a sentence.
    """

    @property
    def WAYS_IN(self) -> Mapping[Markup, tuple[str, str]]: ...  # noqa: D102, N802 - a constant of the module
    def project_address(self, place: Place) -> str: ...  # noqa: D102
    def year_address(self, year: int | str) -> str: ...  # noqa: D102
    def department_address(self, department: str) -> str: ...  # noqa: D102
    def unit_address(self, unit: str) -> str: ...  # noqa: D102
    def profile_address(self, profile: str) -> str: ...  # noqa: D102
    def rule_address(self, code: str) -> str: ...  # noqa: D102
    def text_address(self, name: str) -> str: ...  # noqa: D102

"""Running one rule over a form written as TOML, for tests of what fires and of what must stay silent."""

from collections.abc import Mapping

from generator.check.rules.rule import ProjectRule
from tests.inline import PATH, gather_files


def keys_of(rule: type[ProjectRule], text: str, profile: str = "shanghai") -> list[str]:
    """List the keys of what a rule finds in a form."""
    return keys_among(rule, {PATH: text}, profile)


def keys_among(rule: type[ProjectRule], files: Mapping[str, str], profile: str = "shanghai") -> list[str]:
    """List the keys of what a rule finds in the last of several forms (by year, unit and slug)."""
    case = gather_files(files, profile).cases[-1]
    return [finding.key for finding in rule().check(case)]

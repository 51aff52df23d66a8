"""Choosing findings by rule: `--select` and `--ignore` take codes, beginnings of codes, and names."""

from collections.abc import Iterable, Mapping, Sequence

from generator.model.finding import Finding
from generator.model.rule_page import RulePage


def find_unknown(selectors: Iterable[str], rules: Mapping[str, RulePage]) -> tuple[str, ...]:
    """Find selectors that mean no rule at all."""
    return tuple(
        one for one in selectors if not any(means(one, page.code, page.name) for page in rules.values())
    )


def select_findings(
    findings: Iterable[Finding], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Finding, ...]:
    """Keep what is selected (everything, where nothing is) and not ignored."""
    return tuple(
        one
        for one in findings
        if (not select or any(means(selector, one.code, one.rule) for selector in select))
        and not any(means(selector, one.code, one.rule) for selector in ignore)
    )


def means(selector: str, code: str, name: str) -> bool:
    """Tell whether a selector means a rule: `S`, `S00` and `S003` by its code, or its whole name."""
    return bool(selector) and (code.startswith(selector.upper()) or name == selector.lower())

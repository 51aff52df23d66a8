"""A report of the findings about rules that are selected: by codes, beginnings of codes, and names."""

from collections.abc import Iterable, Mapping, Sequence

from generator.check.checking import RULES, Checked, refuse_selectors
from generator.check.rules import RULE_SET
from generator.load import clear_faults, read_listed_text
from generator.model.finding import Finding, Severity
from generator.model.rule_page import RulePage
from generator.report.located import locate_findings
from generator.report.report import Report


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


def make_report(checked: Checked, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Report:
    """Report the findings about the rules that are selected and not ignored, each at its line.

    Only files that have findings are read again. Raises CannotRunError for a selector that means no rule.
    """
    if unknown := find_unknown((*select, *ignore), RULES):
        raise refuse_selectors(*unknown)
    chosen = select_findings(checked.findings, select, ignore)
    located = locate_findings(
        [one for one in chosen if not one.waiver],
        lambda path: read_listed_text(checked.content, path),
        lambda path: (checked.content / path).as_posix(),
        clear_faults,
    )
    waived = sum(bool(one.waiver) for one in chosen)
    return Report(located, waived, len(checked.files), RULES, RULE_SET, checked.address)


def report_errors(checked: Checked) -> Report:
    """Report only what must be mended."""
    return make_report(checked, [code for code, page in RULES.items() if page.severity is Severity.ERROR])

"""`jixiao rule`: the list of all rules, and the page of one, as a terminal shows them."""

from collections.abc import Iterable

from rich.text import Text

from generator.model.finding import Severity
from generator.model.rule_page import RulePage
from generator.reporting.report import TIERS

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


def render_rules(pages: Iterable[RulePage]) -> Text:
    """Render a line a rule: tier, code, title, name."""
    out = Text()
    for page in pages:
        out.append(f"{TIERS[page.severity]} {page.code}", style=_STYLES[page.severity])
        out.append(f"  {page.title}（{page.name}）\n")
    return out


def render_rule(page: RulePage) -> Text:
    """Render the page of a rule: its own Markdown, which reads well as it is."""
    out = Text(f"{page.title}\n", style="bold")
    out.append(f"{TIERS[page.severity]} {page.code}", style=_STYLES[page.severity])
    out.append(f"  {page.name}\n\n{page.body_markdown.strip()}\n")
    return out

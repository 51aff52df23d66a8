"""`jixiao rule`: the list of all rules, and the page of one, as a terminal shows them."""

from collections.abc import Iterable

from rich.text import Text

from generator.model.finding import Severity
from generator.model.rule_page import RulePage

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


def name_rule(severity: Severity, code: str) -> Text:
    """Name a rule by its tier and its code, in the colour of the tier."""
    return Text(f"{severity.word} {code}", style=_STYLES[severity])


def render_rules(pages: Iterable[RulePage]) -> Text:
    """Render a line a rule: tier, code, title, name."""
    out = Text()
    for page in pages:
        out.append_text(name_rule(page.severity, page.code))
        out.append(f"  {page.title}（{page.name}）\n")
    return out


def render_rule(page: RulePage) -> Text:
    """Render the page of a rule: its own Markdown, which reads well as it is."""
    out = Text(f"{page.title}\n", style="bold")
    out.append_text(name_rule(page.severity, page.code))
    out.append(f"  {page.name}\n\n{page.body_markdown.strip()}\n")
    return out

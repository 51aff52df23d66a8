"""The views of the checks' list and of each check's page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.finding import Severity
from generator.model.rule_page import RulePage
from generator.render import addresses
from generator.render.views.parts import HOME, RULES, SEVERITY_MEANINGS, Link


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule's page, and its line in the list."""

    root: Markup
    crumbs: tuple[Link, ...]
    link: Link
    code: str
    severity: str
    severity_words: str
    severity_meaning: str
    body: Markup


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules that are applied at the same time, under one heading."""

    heading: str
    id: str
    lead: str
    tally: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class RulesView:
    """The list of rules: how many there are, what the tiers mean, and the groups."""

    root: Markup
    crumbs: tuple[Link, ...]
    number: int
    tiers: tuple[tuple[str, str, str, int], ...]
    groups: tuple[RuleGroup, ...]


def view_rule(rule: RulePage) -> RuleView:
    """A rule's page."""
    return RuleView(
        root=addresses.FROM_SECTION,
        crumbs=(HOME, RULES),
        link=Link(rule.title, addresses.rule_address(rule.code)),
        code=rule.code,
        severity=rule.severity.value,
        severity_words=rule.severity.word,
        severity_meaning=SEVERITY_MEANINGS[rule.severity],
        body=Markup(rule.body_markdown),
    )


def view_rules(rules: Sequence[RulePage]) -> RulesView:
    """The list of rules: those on what a form says first, then those on whether its file can be read."""
    on_content = [rule for rule in rules if not rule.on_reading]
    on_reading = [rule for rule in rules if rule.on_reading]
    return RulesView(
        root=addresses.FROM_LIST,
        crumbs=(HOME,),
        number=len(rules),
        tiers=tuple(
            (tier.value, tier.word, SEVERITY_MEANINGS[tier], count_tier(rules, tier)) for tier in Severity
        ),
        groups=(
            _view_group("内容规则", "content", "文件读得懂以后，看表里的数字和文字对不对得上。", on_content),
            _view_group(
                "读取时检查", "reading", "看文件能不能读懂、放得对不对，在内容规则之前进行。", on_reading
            ),
        ),
    )


def _view_group(heading: str, id_: str, lead: str, rules: Sequence[RulePage]) -> RuleGroup:
    counts = [(tier, count_tier(rules, tier)) for tier in Severity]
    tally = "、".join(f"{tier.word} {count} 条" for tier, count in counts if count)
    return RuleGroup(heading, id_, lead, tally, tuple(view_rule(rule) for rule in rules))


def count_tier(rules: Iterable[RulePage], tier: Severity) -> int:
    """Count the rules of one tier."""
    return sum(rule.severity is tier for rule in rules)

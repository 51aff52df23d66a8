"""The rules: one class a rule, whose docstring is its published page.

A rule judges facts that were gathered before (`Case`, `Collection`); it parses nothing and adds up nothing
that the score sheet already holds.

- `rule`: what a rule is
- one module for each kind of fault: `funds`, `budgets`, `execution`, `values`, `words`, `texts` …
- `spending`: what several rules ask of budget and spending
- `catalogue`: every rule, written out in `ALL_RULES`
- `judging`: every rule over all facts, and what units have acknowledged set apart
"""

from generator.check.rules.catalogue import ALL_RULES, RULE_SET
from generator.check.rules.rule import Rule
from generator.check.rules.runner import judge_case, judge_collection

__all__ = ["ALL_RULES", "RULE_SET", "Rule", "judge_case", "judge_collection"]

"""`jixiao rule`: the page of a rule, or a list of all."""

import typer

from generator.check.checking import RULES, find_rule
from generator.cli import options
from generator.cli.app import Setting, app, hand_over, style
from generator.cli.localisation import ChineseCommand
from generator.report.rules_text import render_rule, render_rules


@app.command(cls=ChineseCommand)
def rule(context: typer.Context, code: options.Code = None) -> None:
    """查看一条规则的说明，或列出全部规则。"""
    setting: Setting = context.obj
    if code is None:
        hand_over(style(setting.out, render_rules(RULES.values())))
        return
    hand_over(style(setting.out, render_rule(find_rule(code))))

"""`jixiao diff`: what a change of the content means, project by project."""

from datetime import date

import typer

from generator.cli import options
from generator.cli.app import Setting, app, hand_over
from generator.cli.localisation import ChineseCommand
from generator.report.terminal import ProgressBar


@app.command(cls=ChineseCommand)
def diff(
    context: typer.Context,
    base: options.Base,
    head: options.Head = None,
    output: options.OfChanges = options.ChangesFormat.MARKDOWN,
    file: options.OutputFile = None,
) -> None:
    """比较两个版本，逐个项目说明改动意味着什么。"""
    from generator.diff.revisions import compare_revisions  # noqa: PLC0415 (the same)
    from generator.report import changes_json, changes_markdown  # noqa: PLC0415 (loaded late, as above)

    setting: Setting = context.obj
    with ProgressBar(setting.err) as progress:
        changes = compare_revisions(setting.content, base, head, progress, date.today())
    renderer = changes_json if output is options.ChangesFormat.JSON else changes_markdown
    hand_over(renderer.render_changes(changes), file)

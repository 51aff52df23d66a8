"""`jixiao score`: score sheets, with every sum spelled out."""

import typer

from generator.cli import options
from generator.cli.app import Setting, app, check_content, complain, hand_over, tell_errors
from generator.cli.localisation import ChineseCommand
from generator.report import scores_json, scores_text


@app.command(cls=ChineseCommand)
def score(
    context: typer.Context,
    paths: options.Paths = None,
    output: options.OutputFormat = options.ScoreFormat.TEXT,
) -> None:
    """计分，逐行写出算式。"""
    setting: Setting = context.obj
    checked = check_content(setting, paths, with_shared=True)
    render = scores_json.render_scores if output is options.ScoreFormat.JSON else scores_text.render_scores
    hand_over(render(checked.assessments))
    if not checked.assessments:
        complain(setting.err, "这里没有可以计分的项目。")
    raise typer.Exit(tell_errors(setting, checked))

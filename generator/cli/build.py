"""`jixiao build`: the site of a content folder."""

from typing import Annotated

import typer

from generator.cli import options
from generator.cli.app import Setting, app, complain, hand_over, tell_errors
from generator.cli.localisation import ChineseCommand
from generator.model.site import Edition
from generator.report.doubts_text import list_doubts
from generator.report.terminal import ProgressBar


@app.command(cls=ChineseCommand)
def build(
    context: typer.Context,
    build_dir: options.BuildDir = None,
    edition: options.OfEdition = Edition.PUBLIC,
    clean: Annotated[bool, typer.Option("--clean", help="不沿用上次的结果，全部重做。")] = False,
    settings: options.MkDocsConfig = None,
) -> None:
    """生成网站。"""
    from generator import pipeline  # noqa: PLC0415 (loaded late: only a build has a use for pages and search)
    from generator.publish.order import BuildOrder  # noqa: PLC0415 (the same)

    setting: Setting = context.obj
    with ProgressBar(setting.err) as progress:
        folder = build_dir or options.BUILD[edition]
        order = BuildOrder(setting.content, folder, edition, clean=clean, settings=settings)
        built = pipeline.build(order, progress)
    for doubt in list_doubts(built.log):
        complain(setting.err, doubt)
    if not built.at_once:
        complain(setting.err, pipeline.ONE_BY_ONE)
    code = tell_errors(setting, built.checked)
    command = options.write_serve_command(setting.content, build_dir, edition, settings)
    hand_over(f"网站在 {built.site}，共 {built.projects} 个项目。查看：{command}\n")
    raise typer.Exit(code)

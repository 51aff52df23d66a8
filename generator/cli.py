"""The command `jixiao`: parse, call, print, exit code; nothing else.

Exit codes: 0 clean, 1 findings that must be mended, 2 could not run. Results go to standard output, progress and
complaints to standard error.
"""

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from generator import pipeline
from generator.model.site import Edition
from generator.reporting import findings_json, findings_text, scores_json, scores_text
from generator.reporting.located import Located
from generator.reporting.terminal import ProgressBar

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)


class Format(StrEnum):
    """Formats of output."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before the verb, and where things are printed."""

    content: Path
    out: Console
    err: Console


Paths = Annotated[
    list[Path] | None, typer.Argument(help="只看这些文件或文件夹；不写就是全部。", metavar="[PATH]...")
]
OutputFormat = Annotated[Format, typer.Option("--format", help="输出格式：text 给人看，json 给程序用。")]
BuildDir = Annotated[Path, typer.Option(help="放生成结果的文件夹。", file_okay=False)]
OfEdition = Annotated[Edition, typer.Option(help="public 公开版；internal 内部版，含未公开的表和审核意见。")]


@app.callback()
def prepare(
    context: typer.Context,
    content: Annotated[Path, typer.Option(help="内容文件夹。", metavar="DIR")] = Path("content"),
) -> None:
    """绩效自评表：检查、计分、生成公开网站。"""
    context.obj = Setting(
        content, Console(soft_wrap=True, highlight=False), Console(stderr=True, highlight=False)
    )


@app.command()
def build(
    context: typer.Context,
    build_dir: BuildDir = Path("build"),
    edition: OfEdition = Edition.PUBLIC,
    clean: Annotated[bool, typer.Option("--clean", help="不沿用上次的结果，全部重做。")] = False,
) -> None:
    """生成网站。"""
    setting: Setting = context.obj
    built = pipeline.build(
        pipeline.BuildOrder(setting.content, build_dir, edition, clean=clean), ProgressBar(setting.err)
    )
    errors = pipeline.locate(built.checked, only_errors=True)
    _print_findings(setting.err, errors, built.checked.corpus.files)
    setting.out.print(
        f"网站在 {escape(str(built.site))}，共 {built.projects} 个项目。查看：make serve（或 jixiao serve）"
    )
    raise typer.Exit(1 if errors else 0)


@app.command()
def serve(
    context: typer.Context,
    build_dir: BuildDir = Path("build"),
    edition: OfEdition = Edition.PUBLIC,
    host: Annotated[str, typer.Option(help="监听的地址。")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="监听的端口。", min=1, max=65535)] = 8000,
) -> None:
    """在本机查看网站；内容一改就重做，浏览器自动刷新。"""
    from generator import serving

    setting: Setting = context.obj
    order = pipeline.BuildOrder(setting.content, build_dir, edition)

    def announce(text: str) -> None:
        setting.err.print(escape(text))

    serving.serve(order, host, port, announce)


@app.command()
def check(context: typer.Context, paths: Paths = None, output: OutputFormat = Format.TEXT) -> None:
    """检查内容，指出哪里要改、怎么改。"""
    setting: Setting = context.obj
    checked = pipeline.check(setting.content, ProgressBar(setting.err)).only(paths or ())
    located = pipeline.locate(checked)
    if output is Format.JSON:
        sys.stdout.write(findings_json.render_findings(located, checked.files, checked.address))
    else:
        _print_findings(setting.out, located, checked.files, always=True)
    raise typer.Exit(1 if checked.has_errors else 0)


@app.command()
def score(context: typer.Context, paths: Paths = None, output: OutputFormat = Format.TEXT) -> None:
    """计分，逐行写出算式。"""
    setting: Setting = context.obj
    checked = pipeline.check(setting.content, ProgressBar(setting.err)).only(paths or ())
    render = scores_json.render_scores if output is Format.JSON else scores_text.render_scores
    sys.stdout.write(render(checked.assessments))
    errors = pipeline.locate(checked, only_errors=True)
    _print_findings(setting.err, errors, checked.files)
    raise typer.Exit(1 if errors else 0)


@app.command()
def schema(context: typer.Context) -> None:
    """重写 project.schema.json，编辑器用它来提示和核对键名。"""
    setting: Setting = context.obj
    setting.out.print(escape(str(pipeline.write_schema(setting.content))))


def _print_findings(
    console: Console, located: tuple[Located, ...], files: int, *, always: bool = False
) -> None:
    if located or always:
        console.print(findings_text.render_findings(located, files), end="")


def main() -> NoReturn:
    """Run the command and leave with its exit code."""
    try:
        app()
    except pipeline.CannotRunError as error:
        Console(stderr=True, highlight=False).print(escape(str(error)))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)

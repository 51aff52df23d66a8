"""What the verbs of the command take: their arguments and options, each with its help in Chinese."""

import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from generator.model.form import FormKind
from generator.model.site import Edition
from generator.report.formats import Format

CONTENT: Final = Path("content")
BUILD: Final = {Edition.PUBLIC: Path("build"), Edition.INTERNAL: Path("build", "internal")}
"""Where an edition is built unless another folder is named: apart, so that neither is taken for the other."""


class ScoreFormat(StrEnum):
    """Formats of score sheets."""

    TEXT = "text"
    JSON = "json"


class ChangesFormat(StrEnum):
    """Formats of what a change means."""

    MARKDOWN = "markdown"
    JSON = "json"


Paths = Annotated[
    list[Path] | None, typer.Argument(help="只看这些文件或文件夹；不写就是全部。", metavar="PATH")
]
OutputFormat = Annotated[ScoreFormat, typer.Option("--format", help="输出格式：text 给人看，json 给程序用。")]
ReportFormat = Annotated[
    Format,
    typer.Option(
        "--format",
        help="输出格式：text 给人看，json 给程序用，markdown 用于评论，github、gitlab、sarif、junit 给代码托管平台用。",
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option("--select", help="只报这些规则：编号、编号的开头或名称，可以用逗号隔开。", metavar="RULE"),
]
IgnoredRules = Annotated[
    list[str] | None, typer.Option("--ignore", help="不报这些规则，写法同上。", metavar="RULE")
]
OutputFile = Annotated[
    Path | None,
    typer.Option("--output", help="写进这个文件，不在屏幕上显示。", metavar="FILE", dir_okay=False),
]
Code = Annotated[str | None, typer.Argument(help="规则的编号或名称；不写就列出全部规则。", metavar="RULE")]
Body = Annotated[
    str | None, typer.Argument(help="单位或部门的代号或全称；不写就是全部。", metavar="UNIT|DEPARTMENT")
]
Year = Annotated[int | None, typer.Option("--year", help="只要这一年；不写就是每一年。", metavar="YEAR")]
NewPlace = Annotated[
    str, typer.Argument(help="放在哪里：年度、单位代号、项目代号。", metavar="年度/单位/项目")
]
OriginPlace = Annotated[
    str | None,
    typer.Option("--from", help="沿用哪一张表；不写就是上年同一位置的那张。", metavar="年度/单位/项目"),
]
Base = Annotated[str, typer.Argument(help="从哪个版本比起：分支、标签或提交编号。", metavar="BASE")]
Head = Annotated[
    str | None, typer.Argument(help="比到哪个版本；不写就比到现在磁盘上的内容。", metavar="HEAD")
]
OfChanges = Annotated[
    ChangesFormat, typer.Option("--format", help="输出格式：markdown 用于评论，json 给程序用。")
]
BuildDir = Annotated[
    Path | None,
    typer.Option(
        help="放生成结果的文件夹；不写的话，公开版放在 build，内部版放在 build/internal。",
        metavar="DIR",
        file_okay=False,
    ),
]
OfKind = Annotated[
    FormKind | None,
    typer.Option(
        "--kind", help="表的种类：" + "；".join(f"{one.value} {one.word}" for one in FormKind) + "。"
    ),
]
OfEdition = Annotated[Edition, typer.Option(help="public 公开版；internal 内部版，含未公开的表和审核意见。")]
Host = Annotated[str, typer.Option(help="监听的地址。", metavar="HOST")]
AllowedHosts = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", help="除了本机，还可以用这个名称或地址打开网站；可以写几次。", metavar="HOST"
    ),
]
MkDocsConfig = Annotated[
    Path | None,
    typer.Option(
        "--mkdocs-config",
        help="用这个文件代替自带的 mkdocs.yml；里面写的插件和钩子会被运行。",
        metavar="FILE",
        dir_okay=False,
    ),
]
Port = Annotated[int, typer.Option(help="监听的端口。", metavar="PORT", min=1, max=65535)]


def write_serve_command(
    content: Path, build_dir: Path | None, edition: Edition, settings: Path | None = None
) -> str:
    """Write the command that serves a site which was built like this."""
    folder = None if build_dir == BUILD[edition] else build_dir
    shown = None if edition is Edition.PUBLIC else edition
    asked = {"--build-dir": folder, "--edition": shown, "--mkdocs-config": settings}
    before = [] if content == CONTENT else ["--content", str(content)]
    after = [word for name, said in asked.items() if said is not None for word in (name, str(said))]
    command = shlex.join(["jixiao", *before, "serve", *after])
    return command if before or after else f"make serve（或 {command}）"

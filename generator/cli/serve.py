"""`jixiao serve`: the site on this machine, built again when content changes."""

import typer

from generator.cli import options
from generator.cli.app import Setting, app, complain
from generator.cli.localisation import ChineseCommand
from generator.model.site import Edition


@app.command(cls=ChineseCommand)
def serve(  # noqa: PLR0913, PLR0917 (an option each)
    context: typer.Context,
    build_dir: options.BuildDir = None,
    edition: options.OfEdition = Edition.PUBLIC,
    host: options.Host = "127.0.0.1",
    port: options.Port = 8000,
    allowed: options.AllowedHosts = None,
    settings: options.MkDocsConfig = None,
) -> None:
    """在本机查看网站；内容一改就重做，浏览器自动刷新。"""
    from generator.cli import server  # noqa: PLC0415 (loaded late, as above)
    from generator.publish.order import BuildOrder  # noqa: PLC0415 (the same)

    setting: Setting = context.obj
    folder = build_dir or options.BUILD[edition]
    order = BuildOrder(setting.content, folder, edition, settings=settings)
    at = server.Stand(host, port, tuple(allowed or ()))
    server.serve(order, at, lambda text: complain(setting.err, text))

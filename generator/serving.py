"""The site on this machine: built again when content changes, and the browser reloaded."""

from collections.abc import Callable

from mkdocs.livereload import LiveReloadServer

from generator import pipeline
from generator.progress import Silence
from generator.publishing import PublishingError

Announce = Callable[[str], None]


def serve(order: pipeline.BuildOrder, host: str, port: int, announce: Announce) -> None:
    """Build, serve until interrupted, and build again whenever a file of the content folder changes.

    Content that is wrong in the middle of an edit is announced and waits for the next change. Raises
    CannotRunError when the first build cannot run or the port is taken.
    """
    _build(order, announce)
    server = LiveReloadServer(lambda: _rebuild(order, announce), host, port, root=str(order.site))
    server.watch(str(order.content))
    announce(f"请在浏览器打开 {server.url} ，按 Ctrl+C 结束。")
    try:
        server.serve()
    except OSError as error:
        raise pipeline.CannotRunError(
            f"{host}:{port} 用不了（可能已被占用），请用 --port 换一个端口。"
        ) from error
    except KeyboardInterrupt:
        server.shutdown()


def _build(order: pipeline.BuildOrder, announce: Announce) -> None:
    built = pipeline.build(order, Silence())
    announce(f"已生成 {built.projects} 个项目。")
    for located in pipeline.locate(built.checked, only_errors=True):
        announce(f"{located.path}:{located.line}:{located.column} {located.finding.message}")


def _rebuild(order: pipeline.BuildOrder, announce: Announce) -> None:
    try:
        _build(order, announce)
    except (pipeline.CannotRunError, PublishingError) as error:
        announce(f"这次没有生成：{error}")

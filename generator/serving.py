"""The site on this machine: built again when content changes, and the browser reloaded.

The server is MkDocs' own, as is watchdog, which tells it of changes. It puts its reloading script into pages as it
sends them; the files stay as they were built.
"""

import logging
import traceback
from collections.abc import Callable
from typing import Final

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from generator import pipeline
from generator.checked import CannotRunError
from generator.checking import report_errors
from generator.progress import Silence
from generator.reporting.doubts_text import list_doubts
from generator.reporting.findings_text import render_text

Announce = Callable[[str], None]
"""Called with one line for the person at the terminal."""

_PAUSE: Final = 0.5
"""Seconds between two looks at the content folder."""


class Watch(PollingObserver):
    """Looks for changes from when it is first started; to start it again changes nothing."""

    def start(self) -> None:
        """Take down how everything is now, and begin to look for what differs from it."""
        if not self.is_alive():
            super().start()


class SiteServer(LiveReloadServer):
    """A server of the built site that builds it again whenever a file of the content folder changes."""

    def __init__(self, order: pipeline.BuildOrder, host: str, port: int, announce: Announce) -> None:
        """Make ready; nothing is watched before `watch_early` or `serve`."""
        super().__init__(self.rebuild, host, port, root=str(order.site))
        self.observer = Watch(timeout=_PAUSE)
        self._order, self._announce = order, announce
        self.error_handler = self._read_error_page
        self.watch(str(order.content))

    def watch_early(self) -> None:
        """Watch the content folder from now on, so that an edit made before `serve` is built when that begins.

        A folder that is not there is left to the build to complain of.
        """
        if self._order.content.is_dir():
            self.observer.start()

    def server_activate(self) -> None:
        """Begin to listen, and say where."""
        super().server_activate()
        self._announce(
            f"请在浏览器打开 http://{self.server_address[0]!s}:{self.server_port}/ ，按 Ctrl+C 结束。"
        )

    def rebuild(self) -> None:
        """Build, and let nothing get through to the server, which would keep every reader waiting from then on."""
        try:
            _build(self._order, self._announce)
        except CannotRunError as error:
            self._announce(f"这次没有生成：{error}")
        except Exception:
            for line in traceback.format_exc().splitlines():
                self._announce(line)
            self._announce("这次没有生成，程序出了错。请先把刚才的改动改回去；内容再有改动时会重新生成。")

    def _read_error_page(self, code: int) -> bytes | None:
        page = self._order.site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


def serve(order: pipeline.BuildOrder, host: str, port: int, announce: Announce) -> None:
    """Build, serve until interrupted, and build again whenever a file of the content folder changes.

    Content that is wrong in the middle of an edit is announced and waits for the next change. Raises
    CannotRunError when the first build cannot run or the port is taken.
    """
    logging.getLogger("mkdocs.livereload").setLevel(
        logging.ERROR
    )  # it tells of every page that was not found
    server = SiteServer(order, host, port, announce)
    server.watch_early()
    try:
        _build(order, announce)
        _listen(server, host, port)
    finally:
        server.shutdown()


def _listen(server: SiteServer, host: str, port: int) -> None:
    """Serve until interrupted."""
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        raise CannotRunError(
            f"{host}:{port} 用不了（可能已被占用），请换一个端口，如 jixiao serve --port 8001。"
        ) from error
    except KeyboardInterrupt:
        return


def _build(order: pipeline.BuildOrder, announce: Announce) -> None:
    built = pipeline.build(order, Silence())
    announce(f"已生成 {built.projects} 个项目。")
    for doubt in list_doubts(built.log):
        announce(doubt)
    errors = report_errors(built.checked)
    for line in render_text(errors).plain.splitlines() if errors.findings else ():
        announce(line)

"""The site on this machine: built again when content changes, and the browser reloaded.

The server is MkDocs' own, as is watchdog, which tells it of changes. It puts its reloading script into pages as it
sends them; the files stay as they were built.
"""

import logging
import re
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from generator import pipeline
from generator.check.checking import CannotRunError
from generator.publish.order import BuildOrder
from generator.report.doubts_text import list_doubts
from generator.report.findings_text import render_text
from generator.report.selection import report_errors
from generator.runtime.progress import Silence

Announce = Callable[[str], None]
"""Called with one line for the person at the terminal."""

_PAUSE: Final = 0.5
"""Seconds between two looks at the content folder."""


_LOOPBACK: Final = {"localhost", "127.0.0.1", "::1"}
_MISDIRECTED: Final = (
    "这里只答复从本机打开的网页（localhost 或 127.0.0.1）。"
    "要用别的名称或地址打开，请在 jixiao serve 后面加上 --allow-host 和那个名称。\n"
)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a site is served: the address and port that are bound, and by which further names it may be asked for.

    A page of some other site can make its own name lead to this machine and then read whatever is answered (DNS
    rebinding), drafts and reviews too. So what is asked for by a name that nobody has said is not answered.
    """

    host: str
    port: int
    names: tuple[str, ...] = ()

    def answers(self, header: str) -> bool:
        """Tell whether a request with this `Host` is meant for here, whatever the port."""
        named = re.fullmatch(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:]+))(?::[0-9]*)?", header)
        name = (named[1] or named[2]).lower() if named else ""
        return name in _LOOPBACK | {one.strip("[]").lower() for one in (self.host, *self.names)}


class Watch(PollingObserver):
    """Looks for changes from when it is first started; to start it again changes nothing."""

    def start(self) -> None:
        """Take down how everything is now, and begin to look for what differs from it."""
        if not self.is_alive():
            super().start()


class SiteServer(LiveReloadServer):
    """A server of the built site that builds it again whenever a file of the content folder changes."""

    def __init__(self, order: BuildOrder, stand: Stand, announce: Announce) -> None:
        """Make ready; nothing is watched before `watch_early` or `serve`."""
        super().__init__(self.rebuild, stand.host, stand.port, root=str(order.site))
        self.observer = Watch(timeout=_PAUSE)
        self._order, self._stand, self._announce = order, stand, announce
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

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer what is meant for this site, and nothing else."""
        if self._stand.answers(environ.get("HTTP_HOST", "")):
            return super().serve_request(environ, start_response)
        start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
        return [_MISDIRECTED.encode()]

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


def serve(order: BuildOrder, stand: Stand, announce: Announce) -> None:
    """Build, serve until interrupted, and build again whenever a file of the content folder changes.

    Content that is wrong in the middle of an edit is announced and waits for the next change. Raises
    CannotRunError when the first build cannot run or the port is taken.
    """
    logging.getLogger("mkdocs.livereload").setLevel(
        logging.ERROR
    )  # it tells of every page that was not found
    server = SiteServer(order, stand, announce)
    server.watch_early()
    try:
        _build(order, announce)
        _listen(server, stand)
    finally:
        server.shutdown()


def _listen(server: SiteServer, stand: Stand) -> None:
    """Serve until interrupted."""
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        raise CannotRunError(
            f"{stand.host}:{stand.port} 用不了（可能已被占用），请换一个端口，如 jixiao serve --port 8001。"
        ) from error
    except KeyboardInterrupt:
        return


def _build(order: BuildOrder, announce: Announce) -> None:
    built = pipeline.build(order, Silence())
    announce(f"已生成 {built.projects} 个项目。")
    for doubt in list_doubts(built.log):
        announce(doubt)
    if not built.at_once:
        announce(pipeline.ONE_BY_ONE)
    errors = report_errors(built.checked)
    for line in render_text(errors).plain.splitlines() if errors.findings else ():
        announce(line)

"""What several tests share: the real content as a built site, a server for it, and Chromium to look at it."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect

from generator.pipeline import build
from generator.publish.order import BuildOrder
from generator.runtime import parallel
from generator.runtime.progress import Silence
from tests.builds import base, order
from tests.command import content, run
from tests.headers import read_headers
from tests.inline import CONTENT

__all__ = ["base", "content", "order", "run"]

HEADERS = read_headers()

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault of the program
settings.load_profile("unhurried")

PATIENCE: Final = 600_000
"""Milliseconds after which a page that does not come to what is awaited is given up, on whatever machine."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site built from a copy of the real content, which is in no repository and so has no dates."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(CONTENT, folder / "content")
    return build(BuildOrder(folder / "content", folder / "build"), Silence()).site


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the built site on this machine, with a slash at its end."""
    with serve_folder(site) as address:
        yield address


@pytest.fixture
def use_copies(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on, let a copy of the process work on the least of things too, whatever the machine."""
    if not hasattr(os, "fork"):
        pytest.skip("this system makes no copies of a process")

    def use() -> None:
        monkeypatch.setattr(parallel, "has_second_core", lambda: True)
        monkeypatch.setattr(parallel, "FEWEST", 2)

    return use


@contextmanager
def serve_folder(folder: Path, **headers: str) -> Iterator[str]:
    """Serve a folder on a free port until the block ends, with further headers by the way."""
    handler = partial(SilentHandler, headers=HEADERS | headers, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
        thread.join()


class SilentHandler(SimpleHTTPRequestHandler):
    """The files of a folder under the headers that the site asks for, and no word about who asked for them."""

    def __init__(self, *request: Any, headers: dict[str, str], directory: str) -> None:
        self.further_headers = headers
        super().__init__(*request, directory=directory)

    def end_headers(self) -> None:
        """Send with everything what a publisher is told to send."""
        for name, value in self.further_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for an error, as web servers are told to do."""
        page = Path(self.directory) / f"{code}.html"
        if not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the Chromium of this machine; Playwright's own is not downloaded."""
    return {**browser_type_launch_args, "executable_path": find_chromium(), "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Be a reader in China at a desk; a test that wants a phone sets the size of its page."""
    return {**browser_context_args, "locale": "zh-CN", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def browser(browser: Browser) -> Iterator[Browser]:
    """Chromium, whose pages wait as long as a busy machine takes: what they wait for is a state, never a time."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("new_context", "new_page"):
            patch.setattr(browser, name, make_patient(getattr(browser, name)))
        yield browser


def make_patient(make: Callable[..., Any]) -> Callable[..., Any]:
    """Make a context or a page that does not lose patience after half a minute."""

    def open_patiently(**options: Any) -> Any:
        opened = make(**options)
        opened.set_default_timeout(PATIENCE)
        return opened

    return open_patiently


def find_chromium() -> str:
    """Find Chromium by the variable CHROMIUM or on the PATH, or leave the test."""
    names = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    found = next(filter(None, map(shutil.which, filter(None, names))), None)
    return found or miss(
        "there is no Chromium here: install Debian's `chromium`, or name one in the variable CHROMIUM"
    )


def miss(reason: str) -> NoReturn:
    """Skip, visibly; or fail where all tools were promised."""
    if os.environ.get("JIXIAO_REQUIRE_BROWSER"):
        pytest.fail(reason)
    pytest.skip(reason)

"""`python -m benchmarks.explore`: how heavy the explore page is before its first rows, and what holds up typing."""

import argparse
import gzip
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import Any, Final

from playwright.sync_api import Page, Response, Route, sync_playwright

from benchmarks.corpus import make_corpus
from benchmarks.crowd import write_crowd
from generator.pipeline import BuildOrder, build
from generator.progress import Silence

ROWS: Final = ".jx-explore tbody tr"
TYPED: Final = "合成 一丁七 hecheng 不存在的名称"

OBSERVE: Final = """
window.tasks = [];
window.events = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)))
  .observe({ type: "longtask" });
new PerformanceObserver((list) => events.push(...list.getEntries().map((one) => one.duration)))
  .observe({ type: "event", durationThreshold: 16 });
"""
"""Notes every task of the page's own thread that takes 50 ms or more, and every key that is shown later than 16 ms."""


def weigh_first_rows(page: Page, address: str, query: str = "") -> dict[str, int]:
    """Weigh what a first visit fetches until rows are shown, compressed, in bytes by path.

    The parts after the first are held back until then, so that the outcome hangs on no clock.
    """
    answers: list[Response] = []
    held: list[Route] = []
    parts: list[str] = []

    def hold(route: Route) -> None:
        parts.append(route.request.url)
        route.continue_() if len(parts) == 1 else held.append(route)

    page.on("response", lambda answer: answers.append(answer))
    page.route("**/explore/2*.json*", hold)
    page.goto(f"{address}explore/{query}")
    page.wait_for_selector(ROWS)
    weights = {_path(one, address): len(gzip.compress(one.body(), 6)) for one in answers if one.ok}
    for route in held:
        route.continue_()
    return weights


def _path(answer: Response, address: str) -> str:
    return answer.url.removeprefix(address).partition("?")[0]


def measure_typing(page: Page, address: str) -> dict[str, Any]:
    """Type and choose while projects are still coming in and afterwards; give the longest that anything took, in ms."""
    page.add_init_script(OBSERVE)
    page.goto(f"{address}explore/")
    page.wait_for_selector(ROWS)
    page.evaluate("tasks.length = events.length = 0")
    page.locator("input[name=text]").press_sequentially(TYPED)
    page.wait_for_selector(".jx-explore[data-answered=whole]")
    page.locator("input[name=text]").fill("")
    page.locator("input[name=text]").press_sequentially(TYPED)
    for sort in ("budget", "lost-rising", ""):
        page.locator("select[name=sort]").select_option(sort)
    page.locator("input[name=text]").fill("")
    for department in ("hecheng-001", ""):
        page.locator("select[name=department]").select_option(department)
    page.wait_for_selector(".jx-explore[data-answered=whole]")
    return page.evaluate("({ tasks, slowest: Math.max(0, ...events) })")


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port."""
    handler = partial(_Silent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(prog="benchmarks.explore", description=__doc__)
    parser.add_argument("projects", type=int, nargs="?", default=20_000, help="projects on the page (20000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of typing (5)")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="jixiao-explore-") as name, sync_playwright() as playwright:
        make_corpus(Path(name, "content"), 3)
        site = build(BuildOrder(Path(name, "content"), Path(name, "build")), Silence()).site
        write_crowd(site, chosen.projects)
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        with serve(site) as address:
            weights = weigh_first_rows(browser.new_page(), address)
            print(f"before the first rows, compressed: {sum(weights.values()) / 1000:.1f} kB")
            for path, weight in sorted(weights.items(), key=lambda pair: -pair[1]):
                print(f"  {weight / 1000:6.1f} kB  {path}")
            for number in range(1, chosen.rounds + 1):
                measured = measure_typing(browser.new_page(), address)
                tasks = [round(task) for task in measured["tasks"]]
                print(
                    f"round {number}: tasks of 50 ms or more {tasks}, slowest key {measured['slowest']:.0f} ms"
                )
        browser.close()


if __name__ == "__main__":
    main()

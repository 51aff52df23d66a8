"""`python -m benchmarks.explore`: how heavy the explore page is before its first rows, and what holds up typing."""

import argparse
import gzip
import json
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import Any, Final, NamedTuple

from playwright.sync_api import Browser, Page, Response, Route, sync_playwright

from benchmarks.corpus import make_corpus
from benchmarks.crowd import write_crowd
from generator.pipeline import build
from generator.publish.order import BuildOrder
from generator.runtime.progress import Silence

ROWS: Final = ".jx-explore tbody tr"
TYPED: Final = "合成 一丁七 hecheng 不存在的名称"

MARK: Final = "first-rows"
WATCH: Final = f"""
new MutationObserver((_, observer) => {{
  if (!document.querySelector("{ROWS}")) return;
  performance.mark("{MARK}");
  observer.disconnect();
}}).observe(document, {{ subtree: true, childList: true }});
"""
"""Marks in the trace when the first rows are there."""

TRACED: Final = ("disabled-by-default-devtools.timeline", "blink.user_timing")


class Task(NamedTuple):
    """A task of the page's own thread, in ms: how long it held up all else, and what the processor spent on it."""

    wall: float
    cpu: float


def weigh_first_rows(page: Page, address: str, query: str = "") -> dict[str, int]:
    """Weigh what a first visit fetches until rows are shown, compressed, in bytes by path.

    The parts after the first are held back until then, so that the outcome hangs on no clock.
    """
    answers: list[Response] = []
    held: list[Route] = []
    parts: list[str] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    def hold(route: Route) -> None:
        parts.append(route.request.url)
        route.continue_() if len(parts) == 1 else held.append(route)

    page.on("response", note)
    page.route("**/explore/2*.json*", hold)
    page.goto(f"{address}explore/{query}")
    page.wait_for_selector(ROWS)
    weights = {_path(one, address): len(gzip.compress(one.body(), 6)) for one in answers if one.ok}
    for route in held:
        route.continue_()
    return weights


def _path(answer: Response, address: str) -> str:
    return answer.url.removeprefix(address).partition("?")[0]


def measure_typing(browser: Browser, address: str) -> list[Task]:
    """Type and choose, while projects are still coming in and afterwards; give the tasks since the first rows."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    browser.start_tracing(page=page, categories=list(TRACED))
    page.goto(f"{address}explore/")
    page.wait_for_selector(ROWS)
    for sort in ("", "budget", "lost-rising"):
        page.locator("select[name=sort]").select_option(sort)
        page.locator("input[name=text]").press_sequentially(TYPED)
        page.wait_for_selector(".jx-explore[data-answered=whole]")
        page.locator("input[name=text]").fill("")
    for department in ("hecheng-001", ""):
        page.locator("select[name=department]").select_option(department)
        page.wait_for_selector(".jx-explore[data-answered=whole]")
    tasks = list(read_tasks(json.loads(browser.stop_tracing())["traceEvents"]))
    page.close()
    return tasks


def read_tasks(events: list[dict[str, Any]]) -> Iterator[Task]:
    """Find the tasks of the thread on which the mark was set, from then on."""
    mark = next(one for one in events if one["name"] == MARK)
    for one in events:
        is_task = one["name"] == "RunTask" and (one["pid"], one["tid"]) == (mark["pid"], mark["tid"])
        if is_task and "dur" in one and one["ts"] >= mark["ts"]:
            yield Task(one["dur"] / 1000, one.get("tdur", 0) / 1000)


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
                tasks = measure_typing(browser, address)
                wall, cpu = max(one.wall for one in tasks), max(one.cpu for one in tasks)
                print(f"round {number}: {len(tasks)} tasks, the longest {wall:.0f} ms, {cpu:.0f} ms of CPU")
        browser.close()


if __name__ == "__main__":
    main()

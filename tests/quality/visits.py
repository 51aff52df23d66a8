"""One visit of Chromium to a page: what it complained of, whom it asked, and what axe finds in it."""

from dataclasses import dataclass, field
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import BrowserContext, Page, Response
from playwright.sync_api import Dialog as Box

from tests.render.search.dialog import Dialog

DESK, PHONE = 1280, 390
QUERY = "经费"
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

WATCH = """addEventListener("securitypolicyviolation", (event) => {
  (window.violations ??= []).push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});"""

COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""What can only differ between the themes by their colours."""


@dataclass(frozen=True)
class Visit:
    """What was noticed on a page; all of it should be empty."""

    noises: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    barriers: list[str] = field(default_factory=list)


def visit(context: BrowserContext, server: str, address: str, *, searching: bool) -> Visit:
    """Open a page, search in it and close the search, and look at the page in both widths and both themes."""
    page = context.new_page()
    noises = listen(page, server)
    page.add_init_script(WATCH)
    dialog = Dialog(page, server + address)
    if searching:
        if not dialog.open().ask(QUERY):
            noises.append("search finds nothing")
        dialog.frame.press("Escape")
    violations = page.evaluate("window.violations ?? []")
    barriers = [
        one for scheme in SCHEMES for width in (DESK, PHONE) for one in find_barriers(page, scheme, width)
    ]
    page.close()
    return Visit(noises, violations, barriers)


def listen(page: Page, server: str) -> list[str]:
    """Note what a page complains of, and whom but its own server it asks."""
    heard: list[str] = []

    def hear_answer(answer: Response) -> None:
        if answer.status >= 400:
            heard.append(f"{answer.status} {answer.url}")

    def hear_dialog(dialog: Box) -> None:
        heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("console", lambda one: heard.append(one.text) if one.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda one: None if one.url.startswith((server, "data:")) else heard.append(one.url))
    page.on("requestfailed", lambda one: heard.append(f"failed: {one.url}"))
    page.on("response", hear_answer)
    page.on("dialog", hear_dialog)
    return heard


def find_barriers(page: Page, scheme: Scheme, width: int) -> list[str]:
    """Let axe look at a page; dark, it only looks for what colours can do."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    options: dict[str, Any] = {"resultTypes": ["violations"], **(COLOURS if scheme == "dark" else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{scheme}, {width}: {one['id']} ({one['impact']}) {node['html'][:160]}"
        for one in found
        for node in one["nodes"]
    ]

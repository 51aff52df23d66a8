"""The search dialog as a reader uses it, and the index below it."""

from typing import Any

from playwright.sync_api import Locator, Page

BOX = ".jx-search-box"

ASK = """async (queries) => {
  const { search } = await import(new URL("assets/javascripts/search-index.js", location.href));
  const { processTerm } = await import(new URL("assets/javascripts/search-text.js", location.href));
  const answers = [];
  for (const query of queries) {
    const { total, more } = await search(processTerm(query));
    answers.push(await more(total));
  }
  return answers;
}"""


class Dialog:
    """Drives the dialog of a page, and waits for what it shows."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(address)
        page.wait_for_selector(f"{BOX}[data-ready]")
        self.frame = page.locator("dialog.jx-search")
        self.input = self.frame.locator("input[name=query]")
        self.items = self.frame.locator(".jx-search__item")
        self.links = self.frame.locator(".jx-search__link")

    def open(self) -> "Dialog":
        """Open it by a click on the box."""
        self.page.click(BOX)
        self.frame.wait_for()
        return self

    def ask(self, query: str) -> list[str]:
        """Type a query and press Enter; give the titles that are shown."""
        self.input.fill(query)
        self.input.press("Enter")
        return self.read_titles()

    def choose(self, **values: str) -> list[str]:
        """Choose filters and sorts by what they read; give the titles that are shown."""
        if not self.frame.locator("details[open]").count():
            self.frame.locator("summary").click()
        for name, label in values.items():
            self.find_select(name).locator("option", has_text=label).wait_for(state="attached")
            self.find_select(name).select_option(label=label)
        return self.read_titles()

    def find_select(self, name: str) -> Locator:
        """Find a field of the form."""
        return self.frame.locator(f"select[name={name}]")

    def read_titles(self) -> list[str]:
        """Read the titles of the results, when the answer is there."""
        self.page.wait_for_selector("dialog.jx-search:not([data-busy])")
        return self.links.all_inner_texts()

    def read_status(self) -> str:
        """Read how many were found, or what went wrong."""
        return self.frame.locator(".jx-search__status").inner_text()


def ask_index(page: Page, *queries: str) -> list[list[dict[str, Any]]]:
    """Ask the index of a page without its dialog; give all results of every query."""
    answers: list[list[dict[str, Any]]] = page.evaluate(ASK, list(queries))
    return answers

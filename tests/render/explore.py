"""The explore page as a reader uses it, over projects made for that."""

import csv
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from generator.model.assessment import Assessment
from generator.model.organisations import Organisations
from generator.model.site import Edition
from generator.render.explore import explore_files
from generator.render.exports import Provenance
from tests.conftest import serve_folder
from tests.render.samples import ORGANISATIONS, SITE, assess, make_form

REVISION = "0123456789abcdef"
DAY = date(2024, 5, 1)


class Explore:
    """Drives the page, and waits until it shows the answer to what was asked last."""

    def __init__(self, page: Page, address: str, query: str = "") -> None:
        self.page = page
        self.address = f"{address}explore/"
        page.goto(self.address + query)
        self.status = page.locator(".jx-explore__status")
        self.unknown = page.locator(".jx-explore__unknown")
        self.rows = page.locator(".jx-explore tbody tr")
        self.text = page.locator("input[name=text]")
        self.export = page.locator("button[name=export]")
        self.wait()

    def wait(self) -> "Explore":
        """Wait until every project was read and the last question is answered."""
        self.page.wait_for_selector(".jx-explore[data-answered=whole]")
        return self

    def select(self, name: str) -> Locator:
        """Find a field."""
        return self.page.locator(f".jx-explore select[name={name}]")

    def choose(self, **labels: str) -> "Explore":
        """Choose by what the choices read."""
        for name, label in labels.items():
            self.select(name).select_option(label=label)
        return self.wait()

    def type(self, text: str) -> "Explore":
        """Type a text in place of the one that is there."""
        self.text.fill("")
        self.text.press_sequentially(text)
        return self.wait()

    def names(self) -> list[str]:
        """Read the names of the projects that are shown."""
        return self.wait().page.locator(".jx-explore tbody th").all_inner_texts()

    def query(self) -> str:
        """Read what the address asks."""
        return self.page.evaluate("decodeURIComponent(location.search)") or ""

    def download(self) -> str:
        """Export, and read the file."""
        with self.page.expect_download() as waiting:
            self.export.click()
        return Path(waiting.value.path()).read_bytes().decode()

    def read_csv(self) -> list[dict[str, str]]:
        """Export, and read the file as a program does."""
        return list(csv.DictReader(StringIO(self.download().removeprefix("\ufeff"), newline=""), strict=True))


def make_projects() -> list[Assessment]:
    """Make projects of two years and two units, no two alike."""

    def funds(adjusted: Any, executed: Any) -> dict[str, Any]:
        return {"total": {"adjusted": adjusted, "executed": executed}}

    agreeing = {"total": Decimal("92.80")}
    return [
        assess(make_form(name="体检", reported={"total": Decimal(92)}), 2022, "yiyuan", "tijian"),
        assess(make_form(name="设备 Ａ", funds=funds(10, 5), reported=agreeing), 2023, "yiyuan", "shebei"),
        assess(make_form(name="党建"), 2023, "dangqun", "dangjian"),
        assess(
            make_form(name="宣传", funds=funds(2_000_000, None), reported={}), 2023, "dangqun", "xuanchuan"
        ),
        assess(make_form(name="撤回的", status="withdrawn"), 2023, "dangqun", "chehui"),
    ]


@contextmanager
def serve_projects(
    site: Path,
    folder: Path,
    projects: Sequence[Assessment],
    organisations: Organisations = ORGANISATIONS,
    edition: Edition = Edition.PUBLIC,
) -> Iterator[str]:
    """Serve a copy of a site whose explore page knows these projects, whatever else the site tells."""
    copy = folder / "explored"
    shutil.copytree(
        site, copy, copy_function=os.link, ignore=shutil.ignore_patterns("pagefind", "data", "api")
    )
    provenance = Provenance.of(SITE, edition, REVISION, "1.0", {})
    ordered = sorted(projects, key=lambda one: one.project.place)
    for path, content in explore_files(organisations, ordered, provenance, DAY):
        (copy / path).unlink(missing_ok=True)
        (copy / path).write_bytes(content)
    with serve_folder(copy) as address:
        yield address

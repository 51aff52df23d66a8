"""Search in Chromium."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_home_opens(page: Page, server: str) -> None:
    page.goto(server)
    assert "绩效" in page.title()

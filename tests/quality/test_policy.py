"""The Content-Security-Policy: how strict it is, where it is written, and that the site keeps to it."""

from pathlib import Path

import pytest

from tests.headers import FILE, read_headers, read_policy
from tests.test_readme import READMES, find_block

HERE = {"'self'"}
ALLOWED = {
    "script-src": {
        *HERE,
        "'wasm-unsafe-eval'",
    },  # the search index is read by WebAssembly, which is of the site too
    "style-src": HERE,
    "img-src": {*HERE, "data:"},  # the theme's icons stand in its style sheet
    "connect-src": HERE,
    "default-src": {"'none'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
    "frame-ancestors": {"'none'"},
}
"""All that the policy may allow."""


def test_the_policy_allows_no_more_than_the_site_itself() -> None:
    assert {name: set(sources) for name, sources in read_policy().items()} == ALLOWED


@pytest.mark.parametrize("document", READMES)
def test_the_readme_tells_a_server_the_same_headers(document: str) -> None:
    block = find_block(document, "nginx")
    for name, value in read_headers().items():
        assert f'add_header {name} "{value}" always;' in block


def test_the_site_brings_its_headers_along(site: Path) -> None:
    assert (site / FILE.name).read_bytes() == FILE.read_bytes()

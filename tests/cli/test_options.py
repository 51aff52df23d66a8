"""What the verbs of the command take."""

from pathlib import Path

import pytest

from generator.cli.options import BUILD, CONTENT, write_serve_command
from generator.model.site import Edition


@pytest.mark.parametrize(
    ("content", "build_dir", "edition", "command"),
    [
        (CONTENT, None, Edition.PUBLIC, "make serve（或 jixiao serve）"),
        (CONTENT, BUILD[Edition.PUBLIC], Edition.PUBLIC, "make serve（或 jixiao serve）"),
        (CONTENT, None, Edition.INTERNAL, "jixiao serve --edition internal"),
        (CONTENT, BUILD[Edition.INTERNAL], Edition.INTERNAL, "jixiao serve --edition internal"),
        (CONTENT, Path("build"), Edition.INTERNAL, "jixiao serve --build-dir build --edition internal"),
        (CONTENT, Path("内 部"), Edition.INTERNAL, "jixiao serve --build-dir '内 部' --edition internal"),
        (Path("c"), None, Edition.PUBLIC, "jixiao --content c serve"),
    ],
)
def test_a_site_is_served_as_it_was_built(
    content: Path, build_dir: Path | None, edition: Edition, command: str
) -> None:
    assert write_serve_command(content, build_dir, edition) == command


def test_a_site_is_served_by_the_settings_that_it_was_built_by() -> None:
    command = write_serve_command(CONTENT, None, Edition.PUBLIC, Path("my.yml"))
    assert command == "jixiao serve --mkdocs-config my.yml"

"""What the verbs of the command take."""

from pathlib import Path

import pytest

from generator.model.site import Edition
from generator.options import BUILD, CONTENT, write_serve_command


@pytest.mark.parametrize(
    ("content", "build_dir", "edition", "command"),
    [
        (CONTENT, BUILD, Edition.PUBLIC, "make serve（或 jixiao serve）"),
        (CONTENT, Path("内 部"), Edition.INTERNAL, "jixiao serve --build-dir '内 部' --edition internal"),
        (Path("c"), BUILD, Edition.PUBLIC, "jixiao --content c serve"),
    ],
)
def test_a_site_is_served_as_it_was_built(
    content: Path, build_dir: Path, edition: Edition, command: str
) -> None:
    assert write_serve_command(content, build_dir, edition) == command

"""The Markdown extension for the generator's own HTML: the pages come out the same to the byte with it and without."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from generator.model.site import Edition
from generator.publish import raw_html
from generator.publish.mkdocs import Publication, find_settings, publish
from generator.render.render import Renderer
from tests.render.hostile import TEXTS, make_hostile_corpus
from tests.render.samples import CATALOGUE, render_all

NOTHING = re.compile(r"(?!)")


def convert(text: str, *extensions: str) -> str:
    return Markdown(extensions=["attr_list", "toc", "tables", "fenced_code", *extensions]).convert(text)


def publish_anew(site: Path, fresh: Path) -> Path:
    """Let MkDocs make the whole site again, into another folder."""
    publication = Publication(
        settings=find_settings(),
        docs=site.parent / "docs",
        site=site,
        fresh=fresh,
        particulars={},
        pages=1,
        search="pagefind",
    )
    publish(publication, None, lambda *_: None)
    return fresh


def read_html(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*.html")}


def test_the_whole_site_is_the_same_without_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw_html, "_BLOCK", NOTHING)
    without = read_html(publish_anew(site, tmp_path / "without"))
    monkeypatch.undo()
    assert read_html(publish_anew(site, tmp_path / "with")) == without
    assert len(without) > 50


def test_hostile_pages_are_the_same_without_it() -> None:
    corpus, assessments, findings = make_hostile_corpus(TEXTS)
    for text in render_all(
        Renderer(corpus, CATALOGUE, Edition.PUBLIC), corpus, assessments, findings
    ).values():
        assert convert(text, raw_html.__name__) == convert(text)


@pytest.mark.parametrize(
    ("text", "stashed"),
    [
        ('<p class="jx-lead">甲</p>', 1),
        (
            '# 题\n\n<div class="jx-scroll">\n<table>\n</table>\n</div>\n\n文字\n\n<p class="jx-note">乙</p>\n',
            2,
        ),
        ('<script type="application/ld+json">{}</script>\n', 1),
        ("<p>甲</p>", 0),
        ('文字\n<p class="jx-lead">甲</p>', 0),
        ('```\n\n<p class="jx-lead">甲</p>\n\n```', 0),
        ('&lt;p class="jx-lead">甲</p>', 0),
    ],
)
def test_blocks_with_the_generators_mark_are_stashed_and_no_others(
    text: str, stashed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(raw_html, "_BLOCK", Spy(raw_html._BLOCK, taken))
    with_it = convert(text, raw_html.__name__)
    monkeypatch.undo()
    assert (len(taken), with_it) == (stashed, convert(text))


class Spy:
    """A pattern that takes down what it has replaced."""

    def __init__(self, pattern: "re.Pattern[str]", taken: list[str]) -> None:
        self._pattern, self._taken = pattern, taken

    def sub(self, replace: "Callable[[re.Match[str]], str]", text: str) -> str:
        return self._pattern.sub(lambda match: self._taken.append(match[1]) or replace(match), text)  # type: ignore[func-returns-value]

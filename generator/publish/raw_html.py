"""A Markdown extension: HTML blocks that the generator wrote go straight to Markdown's stash of raw HTML.

Markdown and MkDocs each read raw HTML with Python's own parser, which took most of a build's time over tables that
nobody need look at. The page comes out the same to the byte. A block is one of the generator's when it begins with an
element of a class of its own (`jx-…`) or with linked data; text of content cannot, since every `<` in it is escaped.
"""

import re
from typing import Final

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_BLOCK: Final = re.compile(
    r"""(?:\A|(?<=\n\n))(<[a-z]+[ ](?:class="jx-|type="application/ld\+json")[^\n]*(?:\n[^\n]+)*)(?=\n\n|\n?\Z)""",
    re.VERBOSE,
)
"""From the beginning of a paragraph to its end: the templates leave no line empty within a block."""

_BEFORE_MKDOCS: Final = 24
"""Behind fenced code (25), and ahead of what MkDocs (21) and Markdown (20) do with raw HTML."""


class _Stash(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Put a place mark where each block was."""
        text = "\n".join(lines)
        return _BLOCK.sub(lambda block: self.md.htmlStash.store(f"{block[1]}\n"), text).split("\n")


class RawHtmlExtension(Extension):
    """Registers the step with Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's own name)
        """Put the step before those that would read the blocks."""
        md.preprocessors.register(_Stash(md), "jixiao_raw_html", _BEFORE_MKDOCS)


def makeExtension(**settings: object) -> RawHtmlExtension:  # noqa: N802 (Markdown's own name)
    """Make the extension, by the name that Markdown looks for."""
    return RawHtmlExtension(**settings)

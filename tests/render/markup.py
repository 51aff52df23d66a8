"""Markdown as MkDocs converts it, and HTML as a tree, so that tests see what a reader sees."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder

from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

ROOT = Path(__file__).parents[2]
VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))


@cache
def make_converter() -> Markdown:
    """Set Markdown up with the extensions of `mkdocs.yml`, as MkDocs does."""
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(ROOT / "content" / "pages"))
    return Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])


def convert(page: str) -> Element:
    """Convert a page's Markdown, its front matter left out, into a tree of HTML."""
    text, _ = get_data(page)
    converter = make_converter()
    converter.reset()
    return parse(converter.convert(text))


def read_title(page: str) -> str:
    """Read the title out of a page's front matter, as a browser shows it."""
    _, meta = get_data(page)
    return parse(str(meta["title"])).text or ""


def parse(html: str) -> Element:
    """Make a tree of HTML; whatever an unclosed element holds goes to the end."""
    builder = Builder()
    builder.feed(html)
    builder.close()
    return builder.root()


class Builder(HTMLParser):
    """Builds a tree out of what the parser of the standard library meets; an end without a start is ignored."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tree = TreeBuilder()
        self.tree.start("root", {})
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.tree.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        self.tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while (last := self.open.pop()) != tag:
                self.tree.end(last)
            self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.data(data)

    def root(self) -> Element:
        while self.open:
            self.tree.end(self.open.pop())
        self.tree.end("root")
        return self.tree.close()


def text_of(element: Element) -> str:
    """Read the text of an element; line breaks count as white space, and all white space as one space."""
    return " ".join(" ".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    """Yield runs of text, cut at line breaks only, so that words stay whole over inner elements."""
    run = ""
    for inner in element.iter():
        if inner.tag == "br":
            yield run
            run = ""
        else:
            run += inner.text or ""
        if inner is not element:
            run += inner.tail or ""
    yield run


def find_class(tree: Element, name: str) -> Element:
    """Find the first element of a class."""
    return next(find_all(tree, name))


def find_all(tree: Element, name: str) -> Iterator[Element]:
    """Find all elements of a class, in their order."""
    return (one for one in tree.iter() if name in one.get("class", "").split())


def find_id(tree: Element, id_: str) -> Element:
    """Find the element with an id; there is only one."""
    (found,) = (one for one in tree.iter() if one.get("id") == id_)
    return found


def read_rows(table: Element) -> list[list[str]]:
    """Read a table's rows as the texts of their cells."""
    return [[text_of(cell) for cell in row] for row in table.iter("tr")]

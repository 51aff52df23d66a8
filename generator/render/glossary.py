"""The terms of the glossary: where each is explained, and in what words, so that pages can lead there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.model.corpus import TextPage
from generator.render.addresses import text_address
from generator.render.escaping import escape
from generator.text.cleaning import join_line

GLOSSARY: Final = "glossary"
"""The hand-written page that explains terms: a heading an entry, the terms in it in bold."""

_HEADING: Final = re.compile(r"^## ++(.+)$", re.MULTILINE)
_BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
_SENTENCE: Final = re.compile(r"[^。；]+[。；]?")
_MARKS: Final = re.compile(r"\*\*|\[([^][]*+)\]\([^()]*+\)")
_SEVERAL: Final = re.compile("[、和]")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary: the id of its heading there, and what it means in a sentence."""

    anchor: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms by their names."""

    terms: Mapping[str, Term] = field(default_factory=dict)

    def link(self, name: str, root: Markup) -> Markup:
        """Lead from a term to its explanation; what is no term stays the text that it is."""
        term = self.terms.get(name)
        return escape(name) if term is None else _write_link(name, term, root)

    @pass_context
    def explain(self, context: Context, name: str) -> Markup:
        """Lead to a term from the page that is being printed: the filter of the templates."""
        view: Any = context["view"]
        return self.link(name, view.root)


@lru_cache(maxsize=1024)
def _write_link(name: str, term: Term, root: Markup) -> Markup:
    """Write a link once for all pages that are equally deep."""
    address = f"{root}{text_address(GLOSSARY)}#{escape(term.anchor)}"
    return Markup(f'<a class="jx-term" href="{address}" title="{escape(term.meaning)}">{escape(name)}</a>')


def read_glossary(pages: Iterable[TextPage]) -> Glossary:
    """Read the terms out of the hand-written pages; without a glossary there are none."""
    text = next((page.text for page in pages if page.name == GLOSSARY), "")
    _, *parts = _HEADING.split(text)
    terms: dict[str, Term] = {}
    for heading, body in zip(parts[::2], parts[1::2], strict=True):
        plain = heading.rstrip("#").rstrip(" ")
        anchor = name_anchor(plain)
        for name, meaning in _read_entry(plain, body):
            terms.setdefault(name, Term(anchor, meaning))
    return Glossary(terms)


def _read_entry(heading: str, body: str) -> Iterator[tuple[str, str]]:
    """Yield the terms that an entry explains: what is bold in it, and its heading where that is a single one."""
    sentences = [join_line(one).replace("；", "。") for one in _SENTENCE.findall(body) if one.strip()]
    meanings = [_MARKS.sub(r"\1", sentence) for sentence in sentences]
    for sentence, meaning in zip(sentences, meanings, strict=True):
        yield from ((name, meaning) for name in _BOLD.findall(sentence))
    if heading and meanings and not _SEVERAL.search(heading):
        yield heading, meanings[0]


def name_anchor(heading: str) -> str:
    """Name the id that Markdown gives to a heading (`slugify_unicode` in mkdocs.yml)."""
    words = re.sub(r"[^\w\s-]", "", heading).strip().lower()
    return re.sub(r"[-\s]+", "-", words)

"""A search document as the small HTML file that Pagefind reads."""

from markupsafe import escape

from generator.model.search_document import SearchDocument
from generator.render.search.spreading import spread_text

SEPARATOR = " · "
"""Stands between two pieces: it takes a place among the words, so that no phrase reaches across."""

EVERY_PAGE = "everypage"
"""A word of every page's metadata. Asked for nothing, Pagefind loads the whole index; asked for this, a piece of it."""


def render_document(document: SearchDocument) -> str:
    """Render a document as HTML: title, facts and text spread out, filters and sorts as metadata.

    Everything is one paragraph, since Pagefind would put full stops of its own between several. Where a phrase
    is found first tells how much it matters, so the title stands before the facts, and the facts before the text.
    """
    facts = [fact for fact in document.facts if fact]
    pieces = (document.title, *facts, *filter(None, document.blocks))
    text = SEPARATOR.join(map(spread_text, pieces))
    head = _render_metadata(document, len(facts))
    return (
        f'<!doctype html><html lang="zh"><head>{head}</head>'
        f"<body data-pagefind-body><span>{escape(text)}</span></body></html>\n"
    )


def _render_metadata(document: SearchDocument, facts: int) -> str:
    values = {"kind": document.kind, "facts": str(facts), "every": EVERY_PAGE}
    metas = (
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'
        for name, value in values.items()
    )
    filters = (
        f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">'
        for name, value in document.filters.items()
    )
    sorts = (
        f'<meta data-pagefind-sort="{name}[content]" data-pagefind-meta="{name}[content]" '
        f'content="{value:.6f}">'
        for name, value in document.sorts.items()
    )
    return "".join((*metas, *filters, *sorts))

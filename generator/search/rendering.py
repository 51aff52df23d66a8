"""A search document as the small HTML file that Pagefind reads."""

from markupsafe import escape

from generator.model.search_document import SearchDocument
from generator.search.spreading import spread_text

SEPARATOR = " · "
"""Stands between two blocks: it takes a place among the words, so that no phrase reaches across."""

_TITLE_WEIGHT = 7


def render_document(document: SearchDocument) -> str:
    """Render a document as HTML: title and text spread out, filters and sorts as metadata.

    Everything is one paragraph, since Pagefind would put full stops of its own between several.
    """
    text = SEPARATOR.join(spread_text(block) for block in document.blocks if block)
    return (
        f'<!doctype html><html lang="zh"><head>{_render_metadata(document)}</head>'
        "<body data-pagefind-body><p>"
        f'<span data-pagefind-meta="title" data-pagefind-weight="{_TITLE_WEIGHT}">'
        f"{escape(spread_text(document.title))}</span>{SEPARATOR}{escape(text)}</p></body></html>\n"
    )


def _render_metadata(document: SearchDocument) -> str:
    kind = f'<meta data-pagefind-meta="kind[content]" content="{escape(document.kind)}">'
    filters = (
        f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">'
        for name, value in document.filters.items()
    )
    sorts = (
        f'<meta data-pagefind-sort="{name}[content]" data-pagefind-meta="{name}[content]" '
        f'content="{value:f}">'
        for name, value in document.sorts.items()
    )
    return "".join((kind, *filters, *sorts))

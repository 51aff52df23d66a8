"""`report`: the paragraphs for the final accounts as plain text, each year below its heading."""

from collections.abc import Iterable, Iterator

from generator.model.overview import Disclosure, DisclosureSeries
from generator.text.printable import make_printable


def render_disclosures(series: Iterable[DisclosureSeries]) -> str:
    """Render texts of departments and units, parted by two empty lines."""
    return "\n\n".join(
        "".join(f"{make_printable(line)}\n" for line in _list_lines(one, text))
        for one in series
        for text in one.years
    )


def _list_lines(series: DisclosureSeries, text: Disclosure) -> Iterator[str]:
    yield f"{' '.join(series.name.split())}（{text.year} 年度）"
    for paragraph in text.paragraphs:
        yield ""
        yield paragraph

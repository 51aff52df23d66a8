"""A few small documents for the tests of search, and a reader of what is rendered of them."""

import random
from decimal import Decimal
from html.parser import HTMLParser

from generator.model.search_document import SearchDocument

PAGE = SearchDocument("units/dangqun/", "社区党群服务中心", "实施单位", blocks=("说明",))


def make_project(year: int, slug: str = "jiansheng", title: str = "健身苑点", *blocks: str) -> SearchDocument:
    """A project of a year with these pieces of text."""
    return SearchDocument(
        f"projects/{year}/dangqun/{slug}/",
        title,
        "项目",
        (f"{year}年度",),
        blocks,
        {"year": str(year)},
        {"score": Decimal("96.5")},
    )


SHARDS = {"pages": [PAGE], "2022": [make_project(2022)], "2023": [make_project(2023)]}


ALPHABET = (
    "党建〇々Ⅱ①㈠²½Ⓐⓐ⼯⺮豈𠮷カーガ・한글éßАя09９Ａ＿_‿-—.,，。、％%‰≥（）ab \n\t"
    "\u00ad\u200b\u2060\ufe0f\u3000\u00a0\u0085\x1f"
)
"""Signs that word indexes, browsers and Python do not agree about, among plain ones."""


def make_odd_texts(count: int) -> list[str]:
    """Texts of all sorts of signs, the same ones every time."""
    chosen = random.Random(2023)  # noqa: S311 - samples, no secrets
    return ["".join(chosen.choices(ALPHABET, k=chosen.randint(1, 24))) for _ in range(count)]


class Reader(HTMLParser):
    """Reads tags and text as a browser does."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[dict[str, str | None]] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "meta":
            self.metas.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.text += data

"""A few small documents for the tests of search."""

from decimal import Decimal

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

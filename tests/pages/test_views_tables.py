"""Pages made of tables: rows of whatever cells."""

import pytest

from generator.pages.views_tables import Cell, Column, row_of


def test_a_row_takes_texts_counts_and_cells() -> None:
    row = row_of(Cell("名称", notes=("小字",)), "文字", 3, level=1)
    assert [cell.text for cell in row.cells] == ["名称", "文字", "3"]
    assert row.level == 1


@pytest.mark.parametrize(
    ("column", "classes"),
    [
        (Column("数"), ""),
        (Column("原因", is_words=True), "jx-words"),
        (Column("指标值", is_words=True, is_short=True), "jx-words jx-short"),
    ],
)
def test_a_column_tells_its_classes(column: Column, classes: str) -> None:
    assert column.classes == classes

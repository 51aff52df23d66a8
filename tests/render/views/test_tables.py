"""Pages made of tables: rows of whatever cells."""

import pytest

from generator.render.views.tables import Cell, Column, Table, row_of


def test_a_row_takes_texts_counts_and_cells() -> None:
    row = row_of(Cell("名称", notes=("小字",)), "文字", 3, level=1)
    assert [cell.text for cell in row.cells] == ["名称", "文字", "3"]
    assert row.level == 1


@pytest.mark.parametrize(
    ("column", "classes"),
    [
        (Column("数"), ""),
        (Column("原因", is_words=True), ' class="jx-words"'),
        (Column("指标值", is_words=True, is_short=True), ' class="jx-words jx-short"'),
    ],
)
def test_a_column_tells_its_classes(column: Column, classes: str) -> None:
    assert column.classes == classes


def test_the_name_of_a_column_is_escaped_in_its_attribute() -> None:
    assert Column('"<b>').attributes == ' data-name="&#34;&#60;b&#62;"'


def test_every_cell_goes_with_its_column() -> None:
    table = Table("标题", "id", "说明", (Column("名称"), Column("甲"), Column("乙")), (row_of("一", 2, 3),))
    ((_, name, cells),) = table.lines()
    assert name.text == "一"
    assert [(attributes, cell.text) for attributes, cell in cells] == [
        (' data-name="甲"', "2"),
        (' data-name="乙"', "3"),
    ]

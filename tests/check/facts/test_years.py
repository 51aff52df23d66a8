"""Cells that name another year than the form's."""

from tests.inline import judge_text


def test_cells_are_found_with_their_key_and_year() -> None:
    row = '{ name = "完成时间", target = "2021年12月31日", actual = "12月" }'
    case = judge_text(f'name = "2022年图书馆经费"\nindicators = [{row}]')
    assert [(one.key, one.year) for one in case.other_years] == [
        ("name", 2022),
        ("indicators[0].target", 2021),
    ]

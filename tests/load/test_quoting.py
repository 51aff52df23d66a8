"""Values and paths as a message shows them."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.quoting import LONGEST, shorten, show_path, show_seen, show_value, write_value

ENDLESS = "一个超过 40 位的数"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, "true"),
        (83, "83"),
        (-(10**39), "-1" + "0" * 39),
        (Decimal("829000.00"), "829000.00"),
        (Decimal("nan"), "nan"),
        (Decimal("-inf"), "-inf"),
        (date(2024, 3, 1), "日期 2024-03-01"),
        (datetime(2024, 3, 1, 8, 0), "日期 2024-03-01T08:00:00"),
        (time(8, 0), "时间 08:00:00"),
        ("83个", "“83个”"),
        ("", "空的文字"),
        ({}, "一张表"),
        ([], "一个列表"),
    ],
)
def test_a_value_is_shown_as_a_reader_knows_it(value: object, shown: str) -> None:
    assert show_value(value) == shown


@pytest.mark.parametrize(
    "value",
    [
        *(10**40, -(10**40), 16**5000, Decimal("1." + "1" * 50), Decimal("1E+999999999999999999")),
        *(Decimal("1E-100"), Decimal("1E+100")),
    ],
    ids=range(7),
)
def test_numbers_without_end_are_not_written_out(value: int | Decimal) -> None:
    assert (show_value(value), write_value(value)) == (ENDLESS, None)


@pytest.mark.parametrize("value", ["文字", [], {}, Decimal("nan"), None])
def test_what_cannot_be_quoted_is_not_written(value: object) -> None:
    assert write_value(value) is None


@pytest.mark.parametrize(("value", "seen"), [(5, " 5"), ("五", "“五”"), ([], "一个列表"), (True, " true")])
def test_figures_are_set_off_from_chinese_words(value: object, seen: str) -> None:
    assert show_seen(value) == seen


@given(st.text())
def test_a_quoted_text_is_short_and_visible(text: str) -> None:
    shown = shorten(text)
    assert len(shown) <= LONGEST
    assert all(char.isprintable() or char == "\u3000" for char in shown)


def test_a_text_that_fits_is_not_cut() -> None:
    assert shorten("一" * LONGEST) == "一" * LONGEST
    assert shorten("一" * (LONGEST + 1)) == "一" * (LONGEST - 1) + "…"


@given(st.text(alphabet=st.characters()))
def test_a_path_can_be_printed(path: str) -> None:
    show_path(path.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")).encode()

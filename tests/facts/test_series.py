"""The same project a year before."""

from decimal import Decimal

import pytest

from generator.facts.series import divide_budgets, read_previous
from generator.model.form import Form
from generator.model.project import Place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2022/unit/slug", Place(2022, "unit", "slug")),
        (" projects/2022/unit/slug.toml ", Place(2022, "unit", "slug")),
        ("2022/unit", None),
        ("unit/2022/slug", None),
        ("２０２２/unit/slug", None),
        ("2022/unit/slug/more", None),
        ("", None),
    ],
)
def test_a_path_is_read_in_the_forms_that_people_write(text: str, place: Place | None) -> None:
    assert read_previous(text) == place


@pytest.mark.parametrize(
    ("now", "before", "share"),
    [
        ({"adjusted": 50}, {"adjusted": 100}, "0.5"),
        ({"adjusted": 200}, {"adjusted": 100}, "1"),
        ({}, {"adjusted": 100}, "1"),
        ({"adjusted": 50}, {"adjusted": 0}, "1"),
    ],
)
def test_budgets_are_divided_and_the_share_is_at_most_one(
    now: dict[str, int], before: dict[str, int], share: str
) -> None:
    forms = [Form.model_validate({"name": "甲", "funds": {"total": total}}) for total in (now, before)]
    assert divide_budgets(forms[0], forms[1]) == Decimal(share)


def test_budgets_in_different_units_are_brought_to_one() -> None:
    now = Form.model_validate({"name": "甲", "funds": {"unit": "元", "total": {"adjusted": 5000}}})
    before = Form.model_validate({"name": "甲", "funds": {"unit": "万元", "total": {"adjusted": 1}}})
    assert divide_budgets(now, before) == Decimal("0.5")

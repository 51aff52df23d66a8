"""The same project a year before."""

from decimal import Decimal

import pytest

from generator.check.facts.series import divide_budgets, find_earlier
from generator.load.places import read_previous
from generator.model.form import Form
from generator.model.project import Place
from tests.diff.samples import list_rows
from tests.inline import gather_files
from tests.render.samples import assess, make_form


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2022/unit/slug", Place(2022, "unit", "slug")),
        (" projects/2022/unit/slug.toml ", Place(2022, "unit", "slug")),
        ("2022/unit", None),
        ("unit/2022/slug", None),
        ("22022/unit/slug", None),
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
        ({"adjusted": -50}, {"adjusted": 100}, "1"),
        ({"adjusted": 50}, {"adjusted": -100}, "1"),
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


@pytest.mark.parametrize(
    ("previous", "earlier"),
    [
        ("", "2022/unit/a"),
        ("2021/unit/b", "2021/unit/b"),
        ("2021/unit/missing", None),
        ("2024/unit/a", None),
        ("2023/unit/b", None),
        ("去年那张", None),
    ],
)
def test_the_earlier_form_is_of_an_earlier_year(previous: str, earlier: str | None) -> None:
    years = ((2021, "b"), (2022, "a"), (2023, "b"), (2024, "a"))
    filed = [assess(make_form(), year, "unit", slug) for year, slug in years]
    now = assess(make_form(previous=previous), 2023, "unit", "a")
    found = find_earlier(now.project, {one.project.place: one for one in filed})
    assert (found and found.project.id) == earlier


@pytest.mark.parametrize(
    ("before", "has_one"),
    [(["甲"], True), (["甲 "], True), (["乙"], False), (["甲", "甲"], False), ([], False)],
)
def test_a_row_is_held_against_the_only_one_of_its_name(before: list[str], has_one: bool) -> None:
    files = {"projects/2022/unit/a.toml": list_rows(*before), "projects/2023/unit/a.toml": list_rows("甲")}
    (row,) = gather_files(files).cases[-1].rows
    assert (row.earlier is not None) is has_one


@pytest.mark.parametrize(
    ("others", "namesake"),
    [
        (["2022/unit/b"], "2022/unit/b"),
        (["2022/unit/b", "2022/unit/c"], None),
        (["2022/unit/b", "2022/unit/c", "2023/unit/c"], "2022/unit/b"),
        (["2022/unit/b", "2022/unit/a"], None),
        (["2021/unit/b"], None),
    ],
)
def test_a_namesake_is_the_only_one_of_its_name_without_a_successor(
    others: list[str], namesake: str | None
) -> None:
    files = {f"projects/{one}.toml": 'name = "项目"' for one in ["2023/unit/a", *others]}
    (case,) = (one for one in gather_files(files).cases if one.place.id == "2023/unit/a")
    assert (case.namesake and case.namesake.id) == namesake


@pytest.mark.parametrize("kind", ["target", "department", "transfer"])
def test_a_form_of_another_kind_is_no_earlier_form(kind: str) -> None:
    before = assess(make_form(kind=kind), year=2022)
    now = assess(make_form())
    assert find_earlier(now.project, {before.project.place: before}) is None
    same = assess(make_form(kind=kind))
    assert find_earlier(same.project, {before.project.place: before}) is before

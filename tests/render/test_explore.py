"""The data of the explore page: what each edition tells, exactly, in files that change only with their year."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.crowd import make_organisations, make_projects
from generator.model.assessment import Assessment
from generator.model.form import FormKind
from generator.model.site import Edition
from generator.publish.order import BuildOrder
from generator.render.explore import ROWS, compare_totals, describe_projects, explore_files
from generator.render.exports import Provenance
from tests.builds import FIRST, replace, run
from tests.render.samples import ORGANISATIONS, PROFILE, SITE, assess, leave_open, make_form, make_total

DAY = date(2024, 5, 1)
OTHER_KINDS = [kind for kind in FormKind if kind is not FormKind.SELF_EVALUATION]


def make_provenance(revision: str = "0123456789abcdef", edition: Edition = Edition.PUBLIC) -> Provenance:
    return Provenance.of(SITE, edition, revision, "1.0", {PROFILE.id: PROFILE})


def explore(*projects: Assessment, **provenance: Any) -> dict[str, Any]:
    """Make the files and read them, by path."""
    return {path: json.loads(content) for path, content in make_files(projects, **provenance).items()}


def make_files(projects: Sequence[Assessment], day: date | None = DAY, **provenance: Any) -> dict[str, bytes]:
    ordered = sorted(projects, key=lambda one: one.project.place)
    return dict(explore_files(ORGANISATIONS, ordered, make_provenance(**provenance), day))


def describe(project: Assessment) -> dict[str, Any]:
    """Describe one project: its value of every column."""
    columns = describe_projects(project.project.place.year, [project])
    return {name: values[0] for name, values in columns.items() if name not in ("year", "units")}


def test_every_column_tells_what_the_form_and_its_sheet_say() -> None:
    assert describe(assess(make_form())) == {
        "slug": "dangjian",
        "name": "党建工作专项经费",
        "unit": 0,
        "status": "published",
        "budget": "829000",
        "spent": "750700",
        "rate": "0.905548",
        "shown_rate": "90.56%",
        "claimed": "96.06",
        "accepted": "92.80",
        "lost": "7.20",
        "lowered": True,
        "raised": False,
        "grade": "优",
    }


def test_money_is_told_in_yuan_whatever_the_form_prints() -> None:
    money = {"adjusted": Decimal("82.9"), "executed": Decimal("75.07")}
    told = describe(assess(make_form(funds={"unit": "万元", "total": money})))
    assert (told["budget"], told["spent"]) == ("829000.0", "750700.00")


def test_what_the_form_does_not_state_is_null() -> None:
    told = describe(assess(make_form(funds={}, reported={})))
    assert (told["budget"], told["spent"], told["claimed"], told["lowered"]) == (None, None, None, None)


def test_of_what_was_not_assessed_no_points_are_lost() -> None:
    told = describe(leave_open(assess(make_form())))
    assert (told["accepted"], told["lost"], told["grade"]) == (None, None, "未评全")


def test_a_withdrawn_project_bears_no_grade() -> None:
    withdrawn = assess(make_form(status="withdrawn"))
    assert withdrawn.sheet.grade
    assert describe(withdrawn)["grade"] is None
    assert explore(withdrawn)["explore/index.json"]["grades"] == []


@pytest.mark.parametrize(
    ("claimed", "accepted", "assessed", "compared"),
    [
        (95, 95, 100, (False, False)),
        (95, 94, 100, (True, False)),
        (93, 94, 100, (False, True)),
        (95, 94, 90, (None, None)),
        (None, 94, 100, (None, None)),
        (95, None, 0, (None, None)),
    ],
)
def test_only_totals_over_the_whole_form_are_compared(
    claimed: int | None, accepted: int | None, assessed: int, compared: tuple[bool | None, bool | None]
) -> None:
    claim, accept = (None if one is None else Decimal(one) for one in (claimed, accepted))
    assert compare_totals(make_total(claim, accept, assessed)) == compared


def test_index_lists_the_newest_year_first_and_where_its_projects_are() -> None:
    files = explore(assess(make_form(), 2021), assess(make_form(), 2023), assess(make_form(), 2023, slug="b"))
    parts = files["explore/index.json"]["parts"]
    assert [(part["year"], part["rows"]) for part in parts] == [(2023, 2), (2021, 1)]
    assert files["explore/2023-1.json"]["slug"] == ["b", "dangjian"]


def test_a_large_year_is_divided_into_parts_that_a_browser_has_soon() -> None:
    projects = list(make_projects(ROWS + 1, range(2023, 2024)))
    files = dict(explore_files(make_organisations(ROWS + 1), projects, make_provenance(), DAY))
    parts = [json.loads(files[f"explore/2023-{number}.json"])["slug"] for number in (1, 2)]
    assert [len(slugs) for slugs in parts] == [ROWS, 1]
    assert [*parts[0], *parts[1]] == [one.project.place.slug for one in projects]


def test_units_and_departments_stand_in_the_order_of_their_ids() -> None:
    units = ["yiyuan", "dangqun", "kong"]
    files = explore(*(assess(make_form(), unit=unit, slug=f"of-{unit}") for unit in units))
    part, index = files["explore/2023-1.json"], files["explore/index.json"]
    assert part["units"] == sorted(units)
    assert [f"of-{part['units'][unit]}" for unit in part["unit"]] == part["slug"]
    assert [one[0] for one in index["departments"]] == sorted(ORGANISATIONS.departments)
    assert [one[0] for one in index["units"]] == sorted(ORGANISATIONS.units)


def test_index_says_where_the_data_comes_from() -> None:
    about = explore(assess(make_form()))["explore/index.json"]["about"]
    assert about["source"] == "explore/"
    assert (about["revision"], about["date"]) == ("0123456789abcdef", "2024-05-01")
    assert about["licence"]["name"] == "CC BY 4.0"


def test_outside_a_repository_the_date_is_null() -> None:
    files = make_files([assess(make_form())], day=None)
    assert json.loads(files["explore/index.json"])["about"]["date"] is None


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        (Edition.PUBLIC, ["已公开", "已撤回"]),
        (Edition.INTERNAL, ["草稿", "已提交", "已审核", "已公开", "已撤回"]),
    ],
)
def test_index_offers_only_what_the_edition_shows(edition: Edition, words: list[str]) -> None:
    statuses = explore(assess(make_form()), edition=edition)["explore/index.json"]["statuses"]
    assert [word for _, word in statuses] == words


def test_a_new_revision_changes_only_the_index() -> None:
    projects = [assess(make_form(), year) for year in (2021, 2022)]
    before, after = make_files(projects), make_files(projects, revision="fedcba9876543210")
    assert [path for path in before if before[path] != after[path]] == ["explore/index.json"]


def test_a_change_of_one_year_leaves_the_files_of_others_alone() -> None:
    old = assess(make_form(), 2021)
    before = make_files([old, assess(make_form(), 2022)])
    after = make_files([old, assess(make_form(name="新的名称"), 2022, "yiyuan")])
    assert before["explore/2021-1.json"] == after["explore/2021-1.json"]
    assert before["explore/2022-1.json"] != after["explore/2022-1.json"]


def test_a_part_is_asked_for_by_another_address_when_it_changes() -> None:
    def ask(name: str) -> str:
        return str(explore(assess(make_form(name=name)))["explore/index.json"]["parts"][0]["file"])

    assert ask("甲") != ask("乙")
    assert ask("甲").startswith("2023-1.json?")


@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_any_name_comes_through_as_text_that_every_reader_takes(name: str) -> None:
    told = describe(assess(make_form(name=name)))["name"]
    files = explore(assess(make_form(name=name)))
    assert files["explore/2023-1.json"]["name"] == [told]
    assert [one for one in told if one < " " and one not in "\t\n"] == []


@given(st.decimals(0, 10**12, places=2), st.decimals(0, 10**12, places=2))
def test_money_is_told_to_the_last_digit(budget: Decimal, spent: Decimal) -> None:
    told = describe(assess(make_form(funds={"total": {"adjusted": budget, "executed": spent}})))
    assert (Decimal(told["budget"]), Decimal(told["spent"])) == (budget, spent)


def test_the_public_edition_tells_nothing_of_a_draft(order: BuildOrder) -> None:
    before = read_names(order)
    draft = order.content / FIRST
    replace(draft, 'status = "published"', 'status = "draft"')
    run(order)
    assert before - read_names(order) == {tomli.loads(draft.read_text(encoding="utf-8"))["name"]}


def read_names(order: BuildOrder) -> set[str]:
    """Read the names of all projects in the files of a built site."""
    folder = order.site / "explore"
    parts = json.loads((folder / "index.json").read_bytes())["parts"]
    files = {part["file"].partition("?")[0] for part in parts}
    assert files | {"index.json"} == {file.name for file in folder.glob("*.json")}
    return {name for file in files for name in json.loads((folder / file).read_bytes())["name"]}


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_a_form_of_another_kind_is_not_explored(kind: FormKind) -> None:
    project, other = assess(make_form()), assess(make_form(kind=kind), slug="other")
    assert explore(project, other) == explore(project)

"""Projects that now lie elsewhere are followed, and others are not mistaken for them."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.diff import moving
from generator.diff.moving import Traits, follow_moves, weigh
from generator.model.assessment import Assessment
from tests.diff.samples import assess

FULL = ("站点数:≥5个", "满意度:≥90%", "及时率:=100%", "规范性:规范")


def form(name: str = "党建经费", rows: Sequence[str] = FULL) -> str:
    cells = (row.partition(":") for row in rows)
    listed = ", ".join(f'{{ name = "{row}", target = "{target}" }}' for row, _, target in cells)
    return f'name = "{name}"\nindicators = [{listed}]'


def put(place: str, text: str) -> Assessment:
    return assess(text, f"projects/{place}.toml")


def follow(before: dict[str, str], after: dict[str, str]) -> set[tuple[str, str]]:
    """From where to where projects moved, in short."""
    found = follow_moves(*([put(place, text) for place, text in side.items()] for side in (before, after)))
    assert len(found.pairs) + len(found.removed) == len(before)
    assert len(found.pairs) + len(found.added) == len(after)
    return {(old.project.id, new.project.id) for old, new in found.pairs}


@pytest.mark.parametrize("new", ["2023/a/other", "2023/b/x", "2024/a/x", "2024/b/other"])
def test_the_same_form_in_another_place_has_moved(new: str) -> None:
    assert follow({"2023/a/x": form()}, {new: form()}) == {("2023/a/x", new)}


def test_a_form_may_be_worked_on_while_it_moves() -> None:
    after = form(rows=(*FULL[:2], "及时率:≥95%", "受益人数:≥100人"))
    assert follow({"2023/a/x": form()}, {"2023/a/y": after}) == {("2023/a/x", "2023/a/y")}


def test_a_form_of_which_half_the_indicators_stayed_is_the_same() -> None:
    after = form(rows=(*FULL[:2], "受益人数:≥100人", "媒体报道:≥3次"))
    assert follow({"2023/a/x": form()}, {"2023/a/y": after}) == {("2023/a/x", "2023/a/y")}


def test_a_form_may_be_renamed_while_it_moves() -> None:
    assert follow({"2023/a/x": form("甲")}, {"2023/a/y": form("乙")}) == {("2023/a/x", "2023/a/y")}


def test_another_name_with_other_targets_is_another_project() -> None:
    after = form("乙", [f"{row.partition(':')[0]}:另定" for row in FULL])
    assert follow({"2023/a/x": form("甲")}, {"2023/a/y": after}) == set()


def test_the_same_name_with_other_indicators_is_another_project() -> None:
    after = form(rows=("一:1", "二:2", "三:3"))
    assert follow({"2023/a/x": form()}, {"2023/a/y": after}) == set()


def test_a_few_indicators_are_not_enough_to_know_a_project_of_another_name() -> None:
    few = FULL[: moving.LEAST_ROWS - 1]
    assert follow({"2023/a/x": form("甲", few)}, {"2023/a/y": form("乙", few)}) == set()


@pytest.mark.parametrize(("new", "moved"), [("2023/a/y", True), ("2023/b/x", True), ("2024/b/y", False)])
def test_a_form_without_indicators_is_known_by_its_name_and_most_of_its_place(new: str, moved: bool) -> None:
    assert bool(follow({"2023/a/x": form(rows=())}, {new: form(rows=())})) is moved


def test_of_several_places_the_nearest_is_taken() -> None:
    before = {"2023/a/x": form(), "2023/b/x": form()}
    after = {"2024/b/x": form(), "2024/a/x": form(), "2024/c/x": form()}
    assert follow(before, after) == {("2023/a/x", "2024/a/x"), ("2023/b/x", "2024/b/x")}


def test_of_several_forms_the_most_alike_is_taken() -> None:
    close, far = form(rows=(*FULL, "一:1")), form(rows=(*FULL, "一:1", "二:2", "三:3"))
    assert follow({"2023/a/x": form()}, {"2023/a/far": far, "2023/a/z-close": close}) == {
        ("2023/a/x", "2023/a/z-close")
    }


def test_of_equally_alike_forms_the_nearest_is_taken() -> None:
    worked_on = form(rows=(*FULL, "一:1"))
    after = {"2022/a/x": worked_on, "2023/b/y": worked_on, "2024/a/x": worked_on}
    assert follow({"2023/a/x": form()}, after) == {("2023/a/x", "2023/b/y")}


def test_many_forms_of_other_names_are_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "MOST_PAIRS", 3)
    before = {"2023/a/x": form("甲"), "2023/a/y": form("乙")}
    after = {"2023/b/x": form("甲", FULL[:3]), "2023/b/y": form("丙")}
    assert follow(before, after) == {("2023/a/x", "2023/b/x")}


def test_many_forms_of_one_name_are_not_weighed_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "MOST_PAIRS", 3)
    before = {f"2023/a/x{number}": form(rows=[*FULL, f"{number}:"]) for number in range(2)}
    after = {f"2023/b/y{number}": form(rows=[*FULL, f"{number}{number}:"]) for number in range(2)}
    assert follow(before, after) == set()


NAMES = st.sampled_from(["甲", "乙"])
ROWS = st.lists(st.sampled_from(["一:≥1个", "二:≥2个", "三:≥3个", "四:≥4个", "四:≥5个"]), max_size=5)
PLACES = st.sampled_from(["2023/a/x", "2023/a/y", "2023/b/x", "2024/a/x"])
SIDES = st.dictionaries(PLACES, st.builds(form, NAMES, ROWS), max_size=4)


@given(SIDES, SIDES)
@example({"2023/a/x": form(), "2023/b/x": form()}, {"2024/c/u": form(), "2024/c/v": form()})
def test_the_order_of_files_makes_no_difference(before: dict[str, str], after: dict[str, str]) -> None:
    forwards, backwards = (dict(sorted(after.items(), reverse=turned)) for turned in (False, True))
    assert follow(before, forwards) == follow(before, backwards)


@given(NAMES, ROWS, NAMES, ROWS)
def test_likeness_is_mutual(name: str, rows: list[str], other: str, others: list[str]) -> None:
    one, two = Traits.of(put("2023/a/x", form(name, rows))), Traits.of(put("2023/a/y", form(other, others)))
    assert weigh(one, two) == weigh(two, one)

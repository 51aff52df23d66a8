"""Indicators in use: what counts as the same, how it is counted, and that the list stays bounded."""

import pytest

from generator.model.assessment import Assessment, Outcome
from generator.model.overview import IndicatorGroup, Indicators
from generator.summarise import indicators as module
from generator.summarise.indicators import gather_indicators
from tests.score.samples import make_profile
from tests.summarise.samples import assess, row


def gather(*assessments: Assessment) -> Indicators:
    return gather_indicators(sorted(assessments, key=lambda one: one.project.place), (make_profile(),))


def only_group(found: Indicators) -> IndicatorGroup:
    (group,) = found.groups
    return group


def test_names_that_differ_in_spelling_only_are_one_indicator_shown_as_most_print_it() -> None:
    group = only_group(
        gather(
            assess(row("图书 册数"), slug="a"),
            assess(row("图书册数。"), slug="b"),
            assess(row("图书册数。"), slug="c"),
        )
    )
    (use,) = group.uses
    assert (use.name, use.projects, use.rows) == ("图书册数。", 3, 3)


def test_a_project_counts_once_however_often_it_bears_a_name() -> None:
    (use,) = only_group(gather(assess(row(weight=40), row(weight=50)))).uses
    assert (use.projects, use.rows) == (1, 2)


def test_outcomes_are_counted() -> None:
    (use,) = only_group(gather(assess(slug="a"), assess(row(actual="50册"), slug="b"))).uses
    assert use.outcomes == {Outcome.MET: 1, Outcome.SHORT: 1}


def test_rows_of_which_do_not_count() -> None:
    group = only_group(gather(assess(row(), row("其中：童书", of_which=True, weight=None))))
    assert [use.name for use in group.uses] == ["图书册数"]
    assert group.rows == 1


def test_a_group_goes_by_the_name_that_the_profile_knows() -> None:
    alias = next(alias for group in make_profile().groups for alias in group.aliases)
    name = next(group.name for group in make_profile().groups if alias in group.aliases)
    found = gather(assess(row(level1=alias), slug="a"), assess(row(level1=name), slug="b"))
    assert only_group(found).rows == 2


def test_a_second_level_is_the_same_with_and_without_its_last_word() -> None:
    found = gather(assess(row(level2="数量"), slug="a"), assess(row(level2="数量指标"), slug="b"))
    assert only_group(found).names == 1


def test_groups_stand_in_the_order_of_forms() -> None:
    late, early = row(level1="满意度指标", level2="满意度", weight=45), row(weight=45)
    found = gather(assess(early, late, slug="a"), assess(early, late, slug="b"))
    assert [one.level2 for one in found.groups] == ["数量指标", "满意度"]


def test_the_address_of_a_group_depends_on_its_names_alone() -> None:
    alone = only_group(gather(assess()))
    among = gather(assess(slug="a"), assess(row(level2="质量指标"), row("其他"), slug="b"))
    assert alone.key in {one.key for one in among.groups}


def test_the_newest_project_is_named() -> None:
    (use,) = only_group(gather(assess(year=2022), assess(year=2023, unit="erxiao"))).uses
    assert (use.newest.year, use.newest.unit) == (2023, "erxiao")


def test_the_most_common_targets_come_first() -> None:
    targets = ["≥3册", "≥1册", "≥1册", "≥2册", "≥4册"]
    (use,) = only_group(
        gather(*(assess(row(target=target), slug=f"s{n}") for n, target in enumerate(targets)))
    ).uses
    assert use.common == (("≥1册", 2), ("≥2册", 1), ("≥3册", 1))


def test_what_is_listed_is_bounded_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_NAMES", 2)
    monkeypatch.setattr(module, "MOST_GROUPS", 1)
    rows = [row("别的", level2="质量指标"), *(row(f"指标{n}") for n in "甲乙丙")]
    found = gather(assess(*rows))
    assert [use.name for use in only_group(found).uses] == ["指标丙", "指标乙"]
    assert only_group(found).left_out == 1
    assert (found.left_out, found.rows_left_out) == (1, 1)


def test_what_more_projects_use_comes_first() -> None:
    group = only_group(gather(assess(row("乙"), row("甲"), slug="a"), assess(row("甲"), slug="b")))
    assert [use.name for use in group.uses] == ["甲", "乙"]  # by their signs, it would be the other way round

"""Keys: how paths are written, what they lead to, and which was meant."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.load.keys import find_field, find_homes, format_key, guess_key, list_keys, name_key
from generator.load.quoting import LONGEST
from generator.model.form import Form, Funds, Indicator, MoneyUnit, Reported
from generator.model.methods import Band
from generator.model.profile import Profile


@pytest.mark.parametrize(
    ("steps", "key"),
    [
        ((), ""),
        (("name",), "name"),
        (("indicators", 3, "score"), "indicators[3].score"),
        (("internal", "金 额"), 'internal."金 额"'),
        (("internal", 'a"\\b'), 'internal."a\\"\\\\b"'),
        (("internal", ""), 'internal.""'),
    ],
)
def test_a_path_is_written_as_findings_carry_it(steps: tuple[str | int, ...], key: str) -> None:
    assert format_key(steps) == key


@pytest.mark.parametrize(
    ("model", "steps", "kind"),
    [
        (Form, ("indicators", 0), Indicator),
        (Form, ("indicators", 0, "score"), Decimal),
        (Form, ("indicators", 0, "core"), bool),
        (Form, ("funds", "unit"), MoneyUnit),
        (Form, ("reviews", 0, "on"), date),
        (Form, ("internal", "anything"), str),
        (Form, ("nothing",), None),
        (Form, ("name", "deeper"), None),
        (Form, ("nothing", 0, "deeper"), None),
        (Profile, ("bands", 0, "words", 0), str),
    ],
)
def test_a_path_leads_to_what_is_expected_there(
    model: type[BaseModel], steps: tuple[str | int, ...], kind: object
) -> None:
    assert find_field(model, steps)[0] == kind


@given(
    st.lists(
        st.one_of(st.integers(0, 9), st.text(), st.sampled_from([*Form.model_fields, *Funds.model_fields]))
    )
)
def test_any_path_leads_somewhere_or_nowhere(steps: list[str | int]) -> None:
    find_field(Form, steps)
    assert len(name_key(Form, steps)) <= LONGEST + 20


@pytest.mark.parametrize(
    ("written", "model", "meant"),
    [
        ("wieght", Indicator, "weight"),
        ("Score", Indicator, "score"),
        ("分值", Indicator, "weight"),
        ("得分", Indicator, "score"),
        ("（分值）", Indicator, "weight"),
        ("三级指标", Indicator, "name"),
        ("完成值", Indicator, "actual"),
        ("年度指标", Indicator, "target"),
        ("偏差原因分析及改进", Indicator, "explanation"),
        ("自评总分", Reported, "total"),
        ("项目名称", Form, "name"),
        ("项目", Form, "name"),
        ("指标", Indicator, "name"),
        ("指标", Form, "indicators"),
        ("分值", Funds, "weight"),
        ("得分", Reported, "execution_score"),
        ("ｗｅｉｇｈｔ", Indicator, "weight"),
        ("indicator", Form, "indicators"),
        ("words", Profile, None),
        ("负责人", Form, None),
        ("主管部门", Form, "departments"),
        ("项目编号", Form, "code"),
        ("scroe", Form, None),
        ("", Form, None),
    ],
)
def test_the_key_that_was_meant_is_guessed(written: str, model: type[BaseModel], meant: str | None) -> None:
    assert guess_key(written, model) == meant


def test_keys_are_listed_with_their_titles() -> None:
    assert (
        list_keys(Reported)
        == "rate（执行率）、execution_score（预算执行率得分）、total（总分）、grade（评价等级）、"
        "reviewed_total（审核总分）"
    )


@pytest.mark.parametrize(
    ("key", "homes"),
    [
        ("status", [""]),
        ("weight", ["[funds]", "[[funds.sources]]", "[[goals]]", "[[indicators]]"]),
        ("initial", ["[funds.total]", "[[funds.sources]]"]),
        ("nothing", []),
    ],
)
def test_the_tables_that_have_a_key_are_found(key: str, homes: list[str]) -> None:
    assert find_homes(key) == homes


def test_a_key_without_a_title_is_named_alone() -> None:
    assert (name_key(Form, ("nothing",)), name_key(Band, ("low",))) == ("nothing ", "low（下限）")

"""Small views that several pages share."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.finding import Severity
from generator.render.numbers import NONE
from generator.render.views.parts import SEVERITY_MEANINGS, Fact, Verdict, judge, judge_total
from tests.render.samples import make_total

POINTS = st.none() | st.decimals(0, 100, places=2)


def test_a_claim_above_what_is_accepted_is_told() -> None:
    assert judge(Decimal(29), Decimal("25.74")) == Verdict(
        Markup("25.74"), differs=True, words="低于自评 3.26 分"
    )


def test_a_claim_below_what_is_accepted_is_told() -> None:
    assert judge(Decimal(8), Decimal(9)).words == "高于自评 1 分"


def test_agreement_needs_no_word() -> None:
    assert judge(Decimal("5.0"), Decimal(5)) == Verdict(Markup("5"))


def test_a_claim_that_is_missing_does_not_differ() -> None:
    assert judge(None, Decimal(5)) == Verdict(Markup("5"), words="自评未填")


def test_what_was_not_assessed_has_no_verdict() -> None:
    assert judge(Decimal(5), None) == Verdict(NONE)


@given(POINTS, POINTS)
def test_only_two_different_scores_differ(claimed: Decimal | None, accepted: Decimal | None) -> None:
    there = claimed is not None and accepted is not None
    assert judge(claimed, accepted).differs == (there and claimed != accepted)


def test_a_total_over_less_than_the_whole_form_is_not_held_against_the_claim() -> None:
    verdict = judge_total(make_total(Decimal(96), Decimal(80), assessed=85))
    assert verdict == Verdict(NONE, words="未评全，不认定总分")


def test_a_whole_total_is_held_against_the_claim() -> None:
    assert judge_total(make_total(Decimal(96), Decimal("95.5"))).words == "低于自评 0.5 分"


def test_a_rule_that_gives_more_than_the_claim_is_told() -> None:
    total = replace(make_total(Decimal(90), Decimal(90)), computed=Decimal(92))
    assert judge_total(total) == Verdict(Markup("90"), words="复算 92 分，高于自评")


def test_a_number_that_is_missing_has_no_unit() -> None:
    assert Fact("全年预算数", NONE, "元").shown_unit == ""
    assert Fact("全年预算数", "0.00", "元").shown_unit == "元"


def test_every_tier_has_a_meaning() -> None:
    assert set(SEVERITY_MEANINGS) == set(Severity)

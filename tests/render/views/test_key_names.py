"""Key paths of a file as places on a project's page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.anchors import row_ids
from generator.render.views.key_names import WHOLE_FORM, place_key
from tests.render.samples import make_form

INDICATORS = make_form().indicators
IDS = row_ids(INDICATORS)


@pytest.mark.parametrize(
    ("key", "name", "anchor"),
    [
        ("indicators[2].score", "体检完成率", IDS[2]),
        ("indicators[0]", "体检人数", IDS[0]),
        ("indicators", "绩效指标", "indicators"),
        ("funds.total.adjusted", "项目资金", "funds"),
        ("goals[0].expected", "年度总体目标", "goals"),
        ("reported.total", "表上印出的结果", "form"),
        ("waivers[0]", "对检查结果的说明", "checks"),
        ("", "整张表", "form"),
        ("name", "整张表", "form"),
        ("indicators[99].score", "绩效指标", "indicators"),
    ],
)
def test_a_key_means_a_part_of_the_page(key: str, name: str, anchor: str) -> None:
    assert place_key(key, INDICATORS, IDS) == (name, anchor)


@given(st.text() | st.from_regex(r"\A(indicators|funds|goals)(\[\d{0,40}\])?(\.\w+)?\Z"))
def test_any_key_leads_somewhere(key: str) -> None:
    place = place_key(key, INDICATORS, IDS)
    assert place.name
    assert place.anchor in {*IDS, "indicators", "funds", "goals", "checks", WHOLE_FORM.anchor}

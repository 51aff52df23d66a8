"""What only the internal edition shows."""

from datetime import date

from generator.model.anchors import row_ids
from generator.model.site import Edition
from generator.render.numbers import NONE
from generator.render.views.project_internal import InternalView, view_internal
from tests.render.samples import make_form

FORM = make_form(
    status="reviewed",
    reviews=(
        {"by": "张审核", "on": date(2024, 3, 2), "key": "indicators[2].score", "comment": "请说明。"},
        {"by": "李审核", "comment": "同意。"},
    ),
    internal={"联系人": "王经办", "电话": "6978"},
)


def view(edition: Edition) -> InternalView | None:
    return view_internal(FORM, row_ids(FORM.indicators), edition)


def test_the_public_sees_nothing_of_it() -> None:
    assert view(Edition.PUBLIC) is None


def test_reviewers_see_status_remarks_and_notes() -> None:
    shown = view(Edition.INTERNAL)
    assert shown is not None
    assert shown.status == "已审核"
    assert [(one.by, one.on, one.place.name) for one in shown.reviews] == [
        ("张审核", "2024-03-02", "体检完成率"),
        ("李审核", NONE, "整张表"),
    ]
    assert shown.notes == (("电话", "6978"), ("联系人", "王经办"))

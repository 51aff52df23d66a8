"""The view of what only the internal edition shows: status, reviews, internal notes."""

from dataclasses import dataclass

from generator.model.form import Form, Review, Status
from generator.model.site import Edition

STATUS_WORDS = {
    Status.DRAFT: "草稿",
    Status.SUBMITTED: "已提交",
    Status.REVIEWED: "已审核",
    Status.PUBLISHED: "已公开",
    Status.WITHDRAWN: "已撤回",
}


@dataclass(frozen=True, slots=True)
class InternalView:
    """What reviewers see besides. Nothing of this may reach the public edition."""

    status: str
    reviews: tuple[Review, ...]
    notes: tuple[tuple[str, str], ...]


def view_internal(form: Form, edition: Edition) -> InternalView | None:
    """Gather the internal part of a form; None in the public edition."""
    if edition is not Edition.INTERNAL:
        return None
    return InternalView(
        status=STATUS_WORDS[form.status],
        reviews=form.reviews,
        notes=tuple(sorted(form.internal.items())),
    )

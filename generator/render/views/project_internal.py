"""The view of what only the internal edition shows: status, reviews, internal notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.form import Form
from generator.model.site import Edition
from generator.render.numbers import NONE
from generator.render.views.key_names import PagePlace, place_key


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A reviewer's remark, and the part of the form that it is about."""

    by: str
    on: str
    place: PagePlace
    comment: str


@dataclass(frozen=True, slots=True)
class InternalView:
    """What reviewers see besides. Nothing of this may reach the public edition."""

    status: str
    reviews: tuple[ReviewView, ...]
    notes: tuple[tuple[str, str], ...]


def view_internal(form: Form, ids: Sequence[str], edition: Edition) -> InternalView | None:
    """Gather the internal part of a form; None in the public edition."""
    if edition is not Edition.INTERNAL:
        return None
    return InternalView(
        status=form.status.word,
        reviews=tuple(
            ReviewView(
                by=one.by,
                on=NONE if one.on is None else one.on.isoformat(),
                place=place_key(one.key, form.indicators, ids),
                comment=one.comment,
            )
            for one in form.reviews
        ),
        notes=tuple(sorted(form.internal.items())),
    )

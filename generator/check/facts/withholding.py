"""Texts that hold numbers of persons, left out of what is published beside the form that holds them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.check.facts.persons import find_numbers, find_private_numbers, find_shared_numbers
from generator.model.assessment import Assessment
from generator.model.case import PrivateKind
from generator.model.corpus import Corpus
from generator.model.site import Site

M = TypeVar("M", bound=BaseModel)

WITHHELD = "（有不能公开的号码，这段文字没有公开）"
"""What stands in place of such a text."""


def withhold_numbers(corpus: Corpus) -> Corpus:
    """Leave out pages, and single texts of other files, that hold numbers of persons. Forms are not touched.

    A mobile number in the site's contact is the publisher's own business.
    """
    faulty = find_shared_numbers(corpus)
    if not faulty:
        return corpus
    return replace(
        corpus,
        site=corpus.site and _clear_site(corpus.site),
        organisations=_clear(corpus.organisations),
        profiles={name: _clear(profile) for name, profile in corpus.profiles.items()},
        pages=tuple(page for page in corpus.pages if f"pages/{page.name}.md" not in faulty),
    )


def withhold_earlier(assessment: Assessment) -> Assessment:
    """Leave out the texts with such numbers of an earlier form, which findings about a later one may quote."""
    project = assessment.project
    if not find_private_numbers(project.form):
        return assessment
    return replace(assessment, project=replace(project, form=_clear(project.form)))


def _clear_site(site: Site) -> Site:
    is_telephone = {kind for kind, _ in find_numbers(site.contact)} <= {PrivateKind.MOBILE}
    return _clear(site).model_copy(update={"contact": site.contact} if is_telephone else {})


def _clear(record: M) -> M:
    return record.model_copy(update={name: _clear_value(value) for name, value in record})


def _clear_value(value: Any) -> Any:
    if isinstance(value, str):
        return WITHHELD if any(find_numbers(value)) else value
    if isinstance(value, BaseModel):
        return _clear(value)
    if isinstance(value, tuple):
        return tuple(map(_clear_value, value))
    if isinstance(value, Mapping):
        return {name: _clear_value(one) for name, one in value.items()}
    return value

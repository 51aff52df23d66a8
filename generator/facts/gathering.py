"""All assessments into a case each, year by year, so that each case finds the one of the year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.facts.collection import collect
from generator.facts.funds import find_amounts, read_claimed_rate, weigh_funds_reason
from generator.facts.persons import find_private_numbers
from generator.facts.rows import gather_rows
from generator.facts.series import divide_budgets, find_earlier, find_namesake, find_vanished
from generator.model.assessment import Assessment
from generator.model.case import Case, Collection
from generator.model.corpus import Corpus
from generator.model.form import Status
from generator.model.project import Place
from generator.values import normalise_text


@dataclass(frozen=True, slots=True)
class Facts:
    """The cases of all projects, in order of year, unit and slug, and the collection that they make up."""

    cases: tuple[Case, ...]
    collection: Collection


def gather_facts(corpus: Corpus, assessments: Sequence[Assessment], today: date | None = None) -> Facts:
    """Gather the facts about every project.

    What is said of a public project stands on its public page, so it is compared with public ones only; one
    that is still under way is compared with all.
    """
    everything = collect(corpus, assessments, today)
    public = collect(corpus, [one for one in assessments if is_public(one)], today)
    cases: dict[Place, Case] = {}
    for one in sorted(assessments, key=lambda one: one.project.place):
        place = one.project.place
        cases[place] = gather_case(one, corpus, cases, public if is_public(one) else everything)
    return Facts(tuple(cases.values()), everything)


def gather_case(
    assessment: Assessment, corpus: Corpus, before: dict[Place, Case], collection: Collection
) -> Case:
    """Gather the facts about one project; `before` holds the cases of earlier years."""
    form, profile = assessment.project.form, corpus.profile_of(assessment.project)
    earlier = find_earlier(assessment.project, before)
    if earlier is not None and is_public(assessment) and not is_public(earlier.assessment):
        earlier = None
    rows = gather_rows(assessment, profile, earlier, collection)
    folded_name = normalise_text(form.name)
    return Case(
        assessment=assessment,
        profile=profile,
        rows=rows,
        reason=weigh_funds_reason(form),
        claimed_rate=read_claimed_rate(form.reported.rate),
        amounts=find_amounts(form),
        private_numbers=find_private_numbers(form),
        earlier=earlier,
        vanished=find_vanished(rows, earlier) if earlier else (),
        namesake=find_namesake(assessment.project.place, folded_name, collection),
        budget_share=divide_budgets(form, earlier.form) if earlier else Decimal(1),
        folded_name=folded_name,
        collection=collection,
    )


def is_public(assessment: Assessment) -> bool:
    """Tell whether a project has a page in the public edition."""
    return assessment.project.form.status in (Status.PUBLISHED, Status.WITHDRAWN)

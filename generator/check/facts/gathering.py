"""All assessments into a case each: what it says itself, the year before, and what the others say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.check.facts.claims import list_claims
from generator.check.facts.collection import collect
from generator.check.facts.explanations import tells_reasons_below
from generator.check.facts.funds import find_funds_copies, read_claimed_rate, weigh_funds_reason
from generator.check.facts.goals import find_amounts, find_empty_goals, find_goal_sums, find_instructions
from generator.check.facts.heads import add_up_printed_points
from generator.check.facts.persons import find_private_numbers
from generator.check.facts.rows import gather_rows
from generator.check.facts.series import (
    divide_budgets,
    find_earlier,
    find_namesake,
    find_vanished,
    leave_out_year,
    list_rows,
)
from generator.check.facts.sums import add_up_columns, settle_total
from generator.check.facts.withholding import withhold_earlier
from generator.check.facts.years import find_other_years
from generator.model.assessment import Assessment
from generator.model.case import Case, Collection
from generator.model.corpus import Corpus
from generator.model.profile import Profile
from generator.model.project import Place
from generator.model.site import Edition
from generator.score.values import normalise_text


@dataclass(frozen=True, slots=True)
class Facts:
    """How the case of a project is made, for any of all projects, and the collection that they make up."""

    make_case: Callable[[Assessment], Case]
    collection: Collection


def gather_facts(corpus: Corpus, assessments: Sequence[Assessment], today: date | None = None) -> Facts:
    """Gather the facts that all projects make up; the case of a project is made when it is asked for.

    What is said of a public project stands on its public page, so it is compared with public ones only; one
    that is still under way is compared with all.
    """
    everybody = public = Neighbours.among(corpus, assessments, today)
    if not all(map(is_public, assessments)):
        public = Neighbours.among(corpus, [one for one in assessments if is_public(one)], today)

    def make_case(one: Assessment) -> Case:
        neighbours = public if is_public(one) else everybody
        return gather_case(one, corpus.profile_of(one.project), neighbours)

    return Facts(make_case, everybody.collection)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The projects with which one is compared: each by its place, and all together."""

    by_place: Mapping[Place, Assessment]
    collection: Collection

    @classmethod
    def among(cls, corpus: Corpus, assessments: Sequence[Assessment], today: date | None) -> "Neighbours":
        """Put these projects together."""
        return cls({one.project.place: one for one in assessments}, collect(corpus, assessments, today))


def gather_case(assessment: Assessment, profile: Profile, neighbours: Neighbours) -> Case:
    """Gather the facts about one project."""
    form, place, collection = assessment.project.form, assessment.project.place, neighbours.collection
    found = find_earlier(assessment.project, neighbours.by_place)
    earlier = found and withhold_earlier(found)
    name, total = normalise_text(form.name), settle_total(form.funds)
    return Case(
        assessment=assessment,
        profile=profile,
        rows=gather_rows(assessment, profile, total, list_rows(earlier), collection),
        claims=tuple(list_claims(assessment)),
        reason=weigh_funds_reason(form),
        reasons_below=tells_reasons_below(form),
        funds_copies=find_funds_copies(form, place, collection),
        total=total,
        column_sums=tuple(add_up_columns(form.funds)),
        claimed_rate=read_claimed_rate(form.reported.rate),
        amounts=find_amounts(form),
        goal_sums=tuple(find_goal_sums(form, total)),
        empty_goals=tuple(find_empty_goals(form)),
        instructions=tuple(find_instructions(form)),
        printed_points=tuple(add_up_printed_points(form)),
        other_years=tuple(find_other_years(assessment)),
        private_numbers=find_private_numbers(form),
        earlier=earlier.project if earlier else None,
        is_renamed=earlier is not None and leave_out_year(earlier.project.form.name) != leave_out_year(name),
        vanished=find_vanished(form, list_rows(earlier)),
        namesake=find_namesake(place, name, collection) if assessment.is_self_evaluation else None,
        budget_share=divide_budgets(form, earlier.project.form) if earlier else Decimal(1),
        folded_name=name,
        collection=collection,
    )


def is_public(assessment: Assessment) -> bool:
    """Tell whether a project has a page in the public edition."""
    return Edition.PUBLIC.shows(assessment.project.form.status)
